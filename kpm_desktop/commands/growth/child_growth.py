"""Grafik pertumbuhan: one child's measures since birth as the four charts, linked entries of it read as one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from kpm_desktop.db import settings
from kpm_desktop.db.journal.conflicts import held_at
from kpm_desktop.db.queries import household_records
from kpm_desktop.db.queries.flag_answers import confirmed_rules
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.entry.outliers import unused_measures
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.growth.chart import Born, Chart, Measures, chart_of
from kpm_desktop.domain.growth.chart_lines import CHARTS, LENGTH, WEIGHT, WEIGHT_FOR_LENGTH
from kpm_desktop.domain.growth.child import Child, growth_of
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.flag_answer import short_rule
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.scorecard.village import ByMonth, Village, arrange

_SEXES = ("male", "female")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildGrowth:
    """charts: by key; none of a child whose sex is not known here. mother, posyandu: their names, empty where they are
    not held. cadre: who is at this laptop."""

    region: str
    child: Person
    household: Household | None
    mother: str
    posyandu: str
    cadre: str
    charts: Mapping[str, Chart]

    @property
    def weight(self) -> Chart | None:
        """Weight-for-age, which the growth card judges."""
        return self.charts.get(WEIGHT)


def child_growth(store: Store, person: UUID, *, region: str = "") -> ChildGrowth:
    """Everything the charts show of a child. Refused where the person is not held."""
    with store.reading() as tx:
        region_no, code = held_at(tx, "person", person, region)
        return _read(tx, (region_no, code), person)


def _read(tx: Transaction, place: tuple[int, str], person: UUID) -> ChildGrowth:
    region_no, region = place
    village = arrange(household_records.records_of_child(tx, region_no, person))
    child = village.persons.get(village.groups["person"].means(person))
    if child is None:
        raise refused("repair.no_record", value=person)
    visits = village.child_visits.get(child.id, {})
    household = village.households.get(child.household_id)
    posyandu = household.posyandu_id if household is not None else None
    return ChildGrowth(
        region=region,
        child=child,
        household=household,
        mother=village.person_name(village.groups["person"].means(child.mother_id)) if child.mother_id else "",
        posyandu=household_records.posyandu_name(tx, region_no, posyandu),
        cadre=settings.read_identity(tx).user,
        charts=_charts(tx, region_no, village, child, visits) if child.sex in _SEXES else {},
    )


def _charts(
    tx: Transaction, region_no: int, village: Village, child: Person, visits: ByMonth[ChildVisit]
) -> Mapping[str, Chart]:
    confirmed = {
        month: {
            short_rule(rule)
            for one in village.groups["child_visit"].members_of(visit.id)
            for rule in confirmed_rules(tx, region_no, "child_visit", one)
        }
        for month, visit in visits.items()
    }
    unused = unused_measures(child, visits, confirmed)
    born = Born(child.sex, child.birth_date, child.gestation_at_birth_weeks)
    taken = [*_at_birth(child), *(_of_visit(visit, unused) for visit in visits.values())]
    return {key: chart_of(key, born, taken) for key in CHARTS}


def _at_birth(child: Person) -> Iterator[Measures]:
    """What the KIA book says of the day of birth, if anything."""
    weight, length = child.birth_weight_g, child.birth_length_mm
    if weight is None and length is None:
        return
    measured = Child(child.sex, 0, _scaled(weight, 1000), _scaled(length, 10), "lying")
    unused = {key for key, score in growth_of(measured).scores.items() if score.flagged}
    if unused.intersection((WEIGHT, LENGTH)):
        unused.add(WEIGHT_FOR_LENGTH)
    yield Measures("", child.birth_date, weight, length, "lying", unused=frozenset(unused))


def _of_visit(visit: ChildVisit, unused: Mapping[str, frozenset[str]]) -> Measures:
    return Measures(
        month=visit.month,
        day=visit.visit_date,
        weight_g=visit.weight_g,
        length_mm=visit.length_mm,
        position=visit.measure_position,
        head_mm=visit.head_circumference_mm,
        has_oedema=visit.has_oedema is True,
        unused=unused.get(visit.month, frozenset()),
    )


def _scaled(value: int | None, unit: int) -> float | None:
    return None if value is None else value / unit
