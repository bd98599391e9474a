"""Doses that ask for a look into the KIA book: their number, order, interval and the child's age.

Source and status of every number: `resources/rules/immunization.json`. All of it doubts and nothing blocks: a book is
copied as it was written, and what was really given too early was given all the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cache
from uuid import UUID

import msgspec

from kpm_desktop import paths
from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.records.base import Finding
from kpm_desktop.domain.records.flag_answer import short_rule
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.records.words import record_words

_NEXT = "doses.next"


class DoseRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One dose: the month it is due in, from and until which completed month of age it is given, and how long after the
    dose before it."""

    dose: int
    due_month: int
    from_month: int
    on_time_until_month: int
    no_longer_from_month: int
    after_days: int | None = None
    after_months: int | None = None


class _Older(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    born_before: date
    highest: int


class _OnlyIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    regions: tuple[str, ...]
    source: str


class VaccineRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The doses of a vaccine; `older`: of children born before a day more were given. only_in: the regions it is given
    in; None for everywhere."""

    vaccine: str
    highest: int
    doses: tuple[DoseRule, ...]
    older: _Older | None = None
    only_in: _OnlyIn | None = None

    def highest_for(self, born: date | None) -> int:
        """The highest dose of a child."""
        is_older = self.older is not None and born is not None and born < self.older.born_before
        return self.older.highest if self.older is not None and is_older else self.highest


class DoseRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The schedule of a year, with its sources and which of these are confirmed."""

    id: str
    since: date
    schedule_source: str
    windows_source: str
    windows_confirmed: bool
    intervals_source: str
    intervals_confirmed: bool
    vaccines: tuple[VaccineRule, ...]


@cache
def dose_rules() -> DoseRules:
    """The rules of `resources/rules/immunization.json`."""
    file = paths.resources() / "rules" / "immunization.json"
    return msgspec.json.decode(file.read_bytes(), type=DoseRules)


@cache
def _by_vaccine() -> dict[str, VaccineRule]:
    return {rule.vaccine: rule for rule in dose_rules().vaccines}


def dose_rule(vaccine: str, number: int) -> DoseRule | None:
    """The rule of a dose; None for one the schedule does not have."""
    rule = _by_vaccine().get(vaccine)
    return next((one for one in rule.doses if one.dose == number), None) if rule else None


def numbers_of(vaccine: str, born: date) -> range:
    """The doses of a vaccine a child of that day of birth may have had."""
    rule = _by_vaccine()[vaccine]
    return range(1, max(rule.highest_for(born), len(rule.doses)) + 1)


@cache
def dose_name(vaccine: str, number: int) -> str:
    """`DPT_HB_HIB`, 2 as the KIA book prints it, which is the same in every language."""
    name = record_words("id").choice("immunization", "vaccine", vaccine)
    rule = _by_vaccine().get(vaccine)
    return name if number == 1 and rule is not None and rule.highest == 1 else f"{name} {number}"


def dose_findings(dose: Immunization, others: Iterable[Immunization], born: date | None) -> Iterator[Finding]:
    """What is to be looked at about a dose; `others`: further doses of the same child. born: None where not known."""
    same = _of_vaccine(dose, others)
    yield from _alone(dose, born)
    yield from _after_earlier(dose, same)
    for following in same:
        if following.dose > dose.dose:
            for found in _after_earlier(following, [*same, dose]):
                if found.why.params["before"] == _name(dose):
                    yield Finding("given_date", reason(_NEXT, why=found.why), blocks=False)


def unconfirmed(
    doses: Iterable[Immunization],
    among: Sequence[Immunization],
    born: date | None,
    believed: AbstractSet[tuple[UUID, str]],
) -> Iterator[tuple[UUID, Reason]]:
    """The id of each dose that is to be looked at among all of a child's, and why; without what is `believed`, the (id,
    rule) of what somebody confirmed."""
    for dose in doses:
        for found in dose_findings(dose, among, born):
            if not is_of_next(found) and (dose.id, short_rule(found.why.code)) not in believed:
                yield dose.id, found.why


def is_of_next(found: Finding) -> bool:
    """Whether a doubt is about the dose after this one; asked of that one, the same is found as well."""
    return found.why.code == _NEXT


def _of_vaccine(dose: Immunization, others: Iterable[Immunization]) -> list[Immunization]:
    found = (one for one in others if one.vaccine == dose.vaccine and one.dose != dose.dose)
    return sorted(found, key=lambda one: one.dose)


def _name(dose: Immunization) -> str:
    return dose_name(dose.vaccine, dose.dose)


def _doubt(field: str, code: str, dose: Immunization, **params: object) -> Finding:
    return Finding(field, Reason(f"doses.{code}", {"dose": _name(dose), **params}), blocks=False)


def _alone(dose: Immunization, born: date | None) -> Iterator[Finding]:
    """Its number, and the age it was given at."""
    vaccine = _by_vaccine().get(dose.vaccine)
    if vaccine is None:
        return
    highest = vaccine.highest_for(born)
    if dose.dose > highest:
        yield _doubt("dose", "above_highest", dose, highest=highest)
    rule = dose_rule(dose.vaccine, dose.dose)
    if rule is None or born is None or dose.given_date is None or dose.given_date < born:
        return
    age = completed_months(born, dose.given_date)
    if age < rule.from_month:
        yield _doubt("given_date", "too_young", dose, age=age, least=rule.from_month)
    elif age >= rule.no_longer_from_month:
        yield _doubt("given_date", "too_old", dose, age=age, most=rule.no_longer_from_month)


def _after_earlier(dose: Immunization, same: Iterable[Immunization]) -> Iterator[Finding]:
    """The dose before it is recorded, lies before it, and long enough."""
    earlier = {one.dose: one for one in same if one.dose < dose.dose}
    if dose.dose > 1 and dose.dose - 1 not in earlier:
        yield _doubt("dose", "without_earlier", dose, before=dose_name(dose.vaccine, dose.dose - 1))
    dated = [one for one in earlier.values() if one.given_date is not None]
    if dose.given_date is None or not dated:
        return
    last = max(dated, key=lambda one: one.dose)
    assert last.given_date is not None
    if dose.given_date <= last.given_date:
        yield _doubt("given_date", "not_after", dose, before=_name(last), day=dose.given_date, earlier=last.given_date)
    elif last.dose == dose.dose - 1:
        yield from _too_soon(dose, last, last.given_date, dose.given_date)
    else:
        yield from _too_soon_in_all(dose, last, last.given_date, dose.given_date)


def _too_soon_in_all(dose: Immunization, last: Immunization, earlier: date, given: date) -> Iterator[Finding]:
    """Where the doses between have no day, all their intervals lie between these two; a month has at least 28 days."""
    rules = (dose_rule(dose.vaccine, number) for number in range(last.dose + 1, dose.dose + 1))
    least = sum((rule.after_days or 0) + 28 * (rule.after_months or 0) for rule in rules if rule is not None)
    if (given - earlier).days < least:
        yield _doubt("given_date", "too_soon", dose, before=_name(last), days=(given - earlier).days, least=least)


def _too_soon(dose: Immunization, last: Immunization, earlier: date, given: date) -> Iterator[Finding]:
    rule = dose_rule(dose.vaccine, dose.dose)
    days = (given - earlier).days
    if rule is None:
        return
    if rule.after_days is not None and days < rule.after_days:
        yield _doubt("given_date", "too_soon", dose, before=_name(last), days=days, least=rule.after_days)
    if rule.after_months is not None and completed_months(earlier, given) < rule.after_months:
        yield _doubt("given_date", "too_soon_months", dose, before=_name(last), days=days, least=rule.after_months)
