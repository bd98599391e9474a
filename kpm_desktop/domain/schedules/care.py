"""What is due for a mother and a child besides doses: checks, vitamin A, weighing, a birth that is near.

Every window and its source: `resources/rules/care.json`. Windows are days since a birth, completed weeks of pregnancy
or completed months of age, both ends included.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

import msgspec

from kpm_desktop import paths
from kpm_desktop.domain.calendar import completed_months

WEEK = 7


class _Sourced(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    source: str
    confirmed: bool


class WeekContact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A check in pregnancy, in completed weeks."""

    code: str
    from_week: int
    until_week: int
    trimester: int


class DayContact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A check after a birth, in days since it."""

    code: str
    from_day: int
    until_day: int


class PregnancyCare(_Sourced, frozen=True):
    """The six checks."""

    contacts: tuple[WeekContact, ...]


class BirthCare(_Sourced, frozen=True):
    """How many days before the expected delivery it is near."""

    near_days: int


class DayCare(_Sourced, frozen=True):
    """The checks of a mother or of a newborn."""

    contacts: tuple[DayContact, ...]


class Capsule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which capsule at which age."""

    colour: str
    from_month: int
    until_month: int


class VitaminA(_Sourced, frozen=True):
    """The calendar months it is given in, and to whom."""

    months: tuple[int, ...]
    capsules: tuple[Capsule, ...]


class Weighing(_Sourced, frozen=True):
    """Every month, until this age."""

    until_month: int


class LengthMonths(_Sourced, frozen=True):
    """In these calendar months, until this age."""

    months: tuple[int, ...]
    until_month: int


class ReferralCare(_Sourced, frozen=True):
    """After how many days one asks what became of a referral that names no day."""

    within_days: int
    urgent_days: int


class CareRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The rules of `resources/rules/care.json`."""

    id: str
    since: date
    pregnancy: PregnancyCare
    birth: BirthCare
    postpartum: DayCare
    newborn: DayCare
    vitamin_a: VitaminA
    weighing: Weighing
    length: LengthMonths
    referral: ReferralCare


@cache
def care_rules() -> CareRules:
    """Reads them once."""
    return msgspec.json.decode((paths.resources() / "rules" / "care.json").read_bytes(), type=CareRules)


def weeks_pregnant(begun: date, on: date) -> int:
    """Completed weeks since the last menstrual period; negative before it."""
    return (on - begun).days // WEEK


def trimester(week: int) -> int:
    """1 to 3 by the checks' windows (Permenkes 21/2021: to week 12, to week 24, to the birth)."""
    ends = {each.trimester: each.until_week for each in care_rules().pregnancy.contacts}
    return next((number for number in sorted(ends) if week <= ends[number]), max(ends))


def check_due(week: int, had: int) -> tuple[int, WeekContact] | None:
    """Which check a pregnancy of so many weeks still needs in its trimester, as number (from 1) and window; None when
    it has them.

    had: checks recorded in all. What was missed in an earlier trimester cannot be made up: the next check is at least
    the first of this one.
    """
    contacts = care_rules().pregnancy.contacts
    now = trimester(week)
    first = next(number for number, each in enumerate(contacts, 1) if each.trimester == now)
    number = max(had + 1, first)
    if number > len(contacts) or contacts[number - 1].trimester != now:
        return None
    return number, contacts[number - 1]


def last_day_of_week(begun: date, week: int) -> date:
    """The last day on which so many weeks are completed and no more."""
    return begun + timedelta(days=WEEK * (week + 1) - 1)


def contact_on(contacts: Sequence[DayContact], days: int) -> tuple[int, DayContact] | None:
    """The check whose window a day after birth lies in, with its number from 1."""
    return next(
        ((number, each) for number, each in enumerate(contacts, 1) if each.from_day <= days <= each.until_day), None
    )


def capsule_for(born: date, on: date) -> Capsule | None:
    """The vitamin A capsule a child gets on a day; None outside its months and ages."""
    rules, months = care_rules().vitamin_a, completed_months(born, on)
    if on.month not in rules.months:
        return None
    return next((each for each in rules.capsules if each.from_month <= months <= each.until_month), None)
