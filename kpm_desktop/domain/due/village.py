"""Everything that is due in a village on a day, the most urgent first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from kpm_desktop.domain.calendar import Month, last_day, month_of
from kpm_desktop.domain.due.children import child_due
from kpm_desktop.domain.due.homes import Asked, open_referrals, promised, questions, to_be_referred
from kpm_desktop.domain.due.item import Due, urgency
from kpm_desktop.domain.due.mothers import mother_due
from kpm_desktop.domain.due.whose import Whose
from kpm_desktop.domain.errors import reason
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.referral import Referral
from kpm_desktop.domain.records.sponsorship import Sponsorship, SponsorshipDelivery
from kpm_desktop.domain.risks.flags import Flag, child_flags, highest, mother_flags
from kpm_desktop.domain.roster import Target, roster
from kpm_desktop.domain.row_by_row import row_by_row
from kpm_desktop.domain.scorecard.cells import month_name
from kpm_desktop.domain.scorecard.ruleset import RuleSet
from kpm_desktop.domain.scorecard.stakes import NOTHING, Stakes, VillageStakes
from kpm_desktop.domain.scorecard.village import Village

#: The indicators a visit at home answers, in the order of the forms.
_OF_A_VISIT = ("counselling", "home_visit", "water", "latrine", "birth_certificate", "insurance", "parenting")

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Around:
    """What beside the checklists something may be due for, entered-in-error records left out.

    acknowledged: (checklist, rule) of each risk somebody said why nobody was referred for.
    """

    referrals: Sequence[Referral] = ()
    sponsorships: Sequence[Sponsorship] = ()
    deliveries: Sequence[SponsorshipDelivery] = ()
    asked: Sequence[Asked] = ()
    acknowledged: frozenset[tuple[UUID, str]] = frozenset()


def village_due(village: Village, around: Around, region: str, on: date, rules: RuleSet) -> list[Due]:
    """What is due for everybody who is visited, in the order of `urgency`. Raises nothing: whose own rows cannot be
    made is told so in one."""
    reading = _Reading(village, around, region, on, rules)
    targets = [target for target in roster(village, Month(month_of(on)), rules, on) if not target.is_left]
    made = row_by_row(targets, lambda target: list(reading.of_target(target)), lambda target: [_unshown(target)])
    found = [one for rows in made for one in rows]
    found += reading.of_nobody()
    return sorted(found, key=lambda one: urgency(one, on))


def _unshown(target: Target) -> Due:
    why = reason("due.why.unshown")
    return Due(what="visit", why=why, household=target.household, person=target.person)


class _Reading:
    """One village on one day."""

    def __init__(self, village: Village, around: Around, region: str, on: date, rules: RuleSet) -> None:
        self._village, self._around, self._region, self._on, self._rules = village, around, region, on, rules
        self._stakes = VillageStakes(village, on, rules)
        means = village.groups["person"].means
        self._referrals = _by(around.referrals, lambda one: means(one.person_id))
        self._sponsorships = _by(around.sponsorships, lambda one: means(one.person_id))
        self._asked = _by([one for one in around.asked if one.about], lambda one: means(one.about))
        self._told: set[UUID] = set()

    def of_target(self, target: Target) -> Iterator[Due]:
        """Everything that is due for a mother or a child. What belongs to the person alone is told once."""
        flags = self._flags(target)
        whose = Whose(
            person=target.person,
            household=target.household,
            on=self._on,
            visits=self._visits(target),
            stakes=self._stakes_of(target),
            level=highest(flags),
            pregnancy=target.pregnancy.id if target.pregnancy is not None else None,
        )
        if target.is_due and target.visit is None:
            yield self._visit(whose)
        if target.pregnancy is not None:
            yield from mother_due(whose, target.pregnancy, self._rules.pregnancies, self._on)
        else:
            doses = self._village.doses.get(target.id, ())
            attended = self._village.attendances.get(target.id, {})
            yield from child_due(whose, doses, attended, self._rules.children, self._rules.paud, self._region)
        yield from self._of_person(whose, flags)

    def _of_person(self, whose: Whose, flags: Sequence[Flag]) -> Iterator[Due]:
        person = whose.person.id
        referrals = self._referrals.get(person, [])
        yield from to_be_referred(whose, flags, referrals, self._around.acknowledged)
        if person in self._told:
            return
        self._told.add(person)
        yield from open_referrals(whose, referrals)
        yield from questions(whose, self._asked.get(person, ()))
        yield from promised(whose, self._sponsorships.get(person, ()), self._around.deliveries)

    def of_nobody(self) -> list[Due]:
        """Referrals of and questions about whoever is in no list any more, and about households."""
        found: list[Due] = []
        for person in (*self._referrals, *self._asked):
            known = self._village.persons.get(person)
            if known is not None and known.status == "active" and person not in self._told:
                home = self._village.households.get(known.household_id)
                whose = Whose(person=known, household=home, on=self._on, visits={})
                found += self._of_person(whose, ())
        return found + [one for asked in self._around.asked for one in self._about_home(asked)]

    def _about_home(self, asked: Asked) -> Iterator[Due]:
        means = self._village.groups["household"].means
        home = self._village.households.get(means(asked.household)) if asked.household is not None else None
        if asked.about is None:
            why = reason("due.why.question", text=asked.text)
            yield Due(what="question", why=why, household=home, since=asked.since, record=("comment", asked.id))

    def _visit(self, whose: Whose) -> Due:
        """The month's checklist, with the first cell that is T without it."""
        at_stake = [code for code in _OF_A_VISIT if code in whose.stakes.quarter]
        first = next((code for code in at_stake if code in whose.stakes.this_month), next(iter(at_stake), ""))
        month = month_of(self._on)
        detail = (
            reason("due.services", codes=[reason(f"scorecard.what.{code}") for code in at_stake]) if at_stake else ""
        )
        return whose.due(
            "visit", reason("due.why.visit", month=month_name(month)), detail=detail, due_on=last_day(month), cell=first
        )

    def _flags(self, target: Target) -> list[Flag]:
        if target.pregnancy is not None:
            return mother_flags(self._village.pregnancy_visits.get(target.id, {}), self._on)
        return child_flags(target.person, self._village.child_visits.get(target.id, {}), self._on)

    def _visits(self, target: Target) -> Mapping[str, Any]:
        rows = self._village.pregnancy_visits if target.pregnancy is not None else self._village.child_visits
        return rows.get(target.id, {})

    def _stakes_of(self, target: Target) -> Stakes:
        if target.pregnancy is not None:
            return self._stakes.of_mother(target.pregnancy)
        return self._stakes.of_child(target.person) if target.kind == "child" else NOTHING


def _by(records: Iterable[Any], key: Any) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for record in records:
        found[key(record)].append(record)
    return dict(found)
