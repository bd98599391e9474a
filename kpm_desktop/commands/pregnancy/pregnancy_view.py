"""Kehamilan: a mother's pregnancy with its checks, weight, tablets, score and what is due; linked entries are one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kpm_desktop.commands.due.month_due import due_in
from kpm_desktop.commands.records.recent_village import read_recent
from kpm_desktop.db.journal.conflicts import held_at
from kpm_desktop.db.journal.groups import groups_of, read_rows
from kpm_desktop.db.journal.rows import marks_of_group
from kpm_desktop.db.queries import history, household_records
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import civil_day, in_range, month_of
from kpm_desktop.domain.due.item import urgency
from kpm_desktop.domain.due.mothers import begun_of
from kpm_desktop.domain.due.tasks import Task, tasks_of
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.pregnancy.checks import Check, NifasCheck, checks_of, nifas_checks
from kpm_desktop.domain.pregnancy.four_t import FourT, four_t
from kpm_desktop.domain.pregnancy.kspr import Facts, Proposal, Score, proposals, score_of
from kpm_desktop.domain.pregnancy.tablets import Bottle, TabletMonth, bottle_of, tablet_months
from kpm_desktop.domain.pregnancy.weight_band import Band, band_for
from kpm_desktop.domain.records.checklists import PregnancyVisit
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.scorecard.village import Village, VillageRecords, arrange

#: What the page is read from.
KINDS = frozenset({"person", "pregnancy", "pregnancy_visit", "household", "posyandu", "referral", "flag_answer"})
#: Risks the mother brings along: they hold from the first contact on, whenever they were written down.
_FROM_THE_START = frozenset(
    {
        "too_young",
        "late_first",
        "too_old",
        "too_close",
        "long_gap",
        "too_many",
        "short",
        "previous_failure",
        "previous_instrument",
        "previous_manual_placenta",
        "previous_transfusion",
        "previous_caesarean",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PregnancyView:
    """begun: the beginning, as told or reckoned. visits: its monthly rows, the oldest first. gravida: which of her
    pregnancies it is. youngest: the child before it. is_disputed: two people gave her other risks. tasks: what is due
    on the day. base: the heads of the pregnancy's fields, for saving what is proposed."""

    region: str
    on: date
    mother: Person
    household: Household | None
    posyandu: str
    pregnancy: Pregnancy
    begun: date | None
    visits: tuple[PregnancyVisit, ...]
    checks: tuple[Check, ...]
    nifas: tuple[NifasCheck, ...]
    band: Band | None
    tablets: tuple[TabletMonth, ...]
    bottle: Bottle | None
    score: Score
    proposals: tuple[Proposal, ...]
    four_t: tuple[FourT, ...]
    youngest: Person | None
    tasks: tuple[Task, ...]
    is_disputed: bool = False

    @property
    def has_delivered(self) -> bool:
        """Whether the birth is recorded and past."""
        return self.pregnancy.delivery_date is not None and self.pregnancy.delivery_date <= self.on

    @property
    def is_over(self) -> bool:
        """Whether it ended, with a birth or without."""
        return self.pregnancy.outcome != "ongoing" or self.pregnancy.ended_on is not None

    @property
    def week(self) -> int | None:
        """Completed weeks on the day; None where the beginning is not known or it is over."""
        if self.begun is None or self.is_over or self.begun > self.on:
            return None
        return (self.on - self.begun).days // 7


def pregnancy_view(store: Store, person: UUID, *, region: str = "", on: date) -> PregnancyView:
    """The newest pregnancy of a mother by its birth or end, expected or past; one without any date counts as of today.
    Refused where the person is not held or has none."""
    with store.reading() as tx:
        place = held_at(tx, "person", person, region)
        return _Reading(tx, place, person, on).view()


class _Reading:
    """One reading of a mother, in one transaction."""

    def __init__(self, tx: Transaction, place: tuple[int, str], person: UUID, on: date) -> None:
        self._tx, self._on = tx, on
        self._region_no, self._region = place
        self._village = self._read(person)
        mother = self._village.persons.get(self._village.groups["person"].means(person))
        if mother is None:
            raise refused("repair.no_record", value=person)
        self._mother = mother
        own = [one for one in self._village.pregnancies.values() if one.person_id == mother.id]
        if not own:
            raise refused("pregnancy.none", name=mother.full_name)
        self._pregnancy = max(own, key=lambda one: (_age(one, on), one.outcome == "ongoing"))

    def _read(self, person: UUID) -> Village:
        tx, no = self._tx, self._region_no
        people = groups_of(tx, "person", no, [person])
        persons = read_rows(tx, "person", no, "id", people)
        children = read_rows(tx, "person", no, "mother_id", people)
        homes = groups_of(tx, "household", no, {one.household_id for one in persons})
        pregnancies = read_rows(tx, "pregnancy", no, "person_id", people)
        carried = groups_of(tx, "pregnancy", no, {one.id for one in pregnancies})
        return arrange(
            VillageRecords(
                households=read_rows(tx, "household", no, "id", homes),
                persons=[*persons, *(each for each in children if each.id not in people)],
                pregnancies=read_rows(tx, "pregnancy", no, "id", carried),
                pregnancy_visits=read_rows(tx, "pregnancy_visit", no, "pregnancy_id", carried),
            )
        )

    def view(self) -> PregnancyView:
        """Everything of it."""
        one, village, on = self._pregnancy, self._village, self._on
        rows = village.pregnancy_visits.get(one.id, {})
        visits = tuple(rows[month] for month in sorted(rows))
        begun = begun_of(one)
        youngest = self._youngest(begun)
        born = youngest.birth_date if youngest is not None else None
        facts = Facts(pregnancy=one, born=self._mother.birth_date, youngest=born, visits=visits, on=on)
        home = village.households.get(self._mother.household_id)
        ids = village.groups["pregnancy"].members_of(one.id)
        is_over = one.outcome != "ongoing" or one.ended_on is not None
        expected = one.delivery_date or (None if is_over else one.due())
        months = self._months(rows, begun)
        return PregnancyView(
            region=self._region,
            on=on,
            mother=self._mother,
            household=home,
            posyandu=household_records.posyandu_name(self._tx, self._region_no, home.posyandu_id) if home else "",
            pregnancy=one,
            begun=begun,
            visits=visits,
            checks=tuple(checks_of(begun, visits)),
            nifas=tuple(nifas_checks(expected, sum(row.pnc_visits or 0 for row in visits))) if expected else (),
            band=band_for(one.pre_pregnancy_weight_g, one.height_mm),
            tablets=tuple(months),
            bottle=bottle_of(months),
            score=score_of(self._recorded(ids, visits), _contacts(visits)),
            proposals=tuple(proposals(facts)),
            four_t=tuple(four_t(facts)),
            youngest=youngest,
            tasks=self._tasks(),
            is_disputed="risk_reasons"
            in marks_of_group(self._tx, "pregnancy", ids, self._region_no).get("conflict", ()),
        )

    def _youngest(self, begun: date | None) -> Person | None:
        """The child before this pregnancy, where it is held."""
        own = [one for one in self._village.persons.values() if one.mother_id == self._mother.id]
        end = begun or self._pregnancy.delivery_date
        before = [one for one in own if end is None or one.birth_date < end]
        return max(before, key=lambda one: one.birth_date, default=None)

    def _months(self, rows: Mapping[str, PregnancyVisit], begun: date | None) -> list[TabletMonth]:
        """From the beginning, or the first row, to the birth or this month."""
        end = self._pregnancy.delivery_date or self._pregnancy.ended_on or self._on
        last = month_of(min(end, self._on))
        first = month_of(begun) if begun is not None else min(rows, default=last)
        return tablet_months(rows, min(first, last), last)

    def _recorded(self, ids: Sequence[UUID], visits: Sequence[PregnancyVisit]) -> dict[str, date]:
        """Her risks and since when each stands in the journal; what she brought along holds from the first visit on."""
        since: dict[str, date] = {}
        for written in history.changes_of(self._tx, self._region_no, {"pregnancy": list(ids)}):
            day = civil_day(datetime.fromisoformat(in_range(written.write.at)))
            for code in written.write.values.get("risk_reasons") or ():
                since[code] = min(day, since.get(code, day))
        first = min((row.visit_date for row in visits), default=self._on)
        found = {}
        for code in self._pregnancy.risk_reasons or ():
            day = since.get(code, self._on)
            found[code] = min(day, first) if code in _FROM_THE_START else day
        return found

    def _tasks(self) -> tuple[Task, ...]:
        rows = due_in(self._tx, self._region, read_recent(self._tx, self._region, self._on), self._on)
        own = [row for row in rows if row.person is not None and row.person.id == self._mother.id]
        return tasks_of(sorted(own, key=lambda row: urgency(row, self._on)))


def _age(pregnancy: Pregnancy, on: date) -> date:
    known = pregnancy.delivery_date or pregnancy.ended_on or pregnancy.due()
    return known or (on if pregnancy.outcome == "ongoing" else date.min)


def _contacts(visits: Sequence[PregnancyVisit]) -> dict[int, date]:
    """At which visit the card was filled in for each contact; the first, where two say so."""
    found: dict[int, date] = {}
    for row in visits:
        if row.kspr_contact is not None:
            found.setdefault(row.kspr_contact, row.visit_date)
    return found
