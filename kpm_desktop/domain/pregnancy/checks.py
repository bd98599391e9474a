"""The checks a mother had, by the codes of the KIA book, along the weeks of her pregnancy.

Six are asked for: K1A (access, whenever the first was) and K1M (pure: to week 12), K2 to K6 (Permenkes 21/2021; codes
confirmed by SATUSEHAT). KF 1 to KF 4 follow the birth.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kpm_desktop.domain.records.checklists import PregnancyVisit
from kpm_desktop.domain.schedules.care import care_rules

_WEEK = 7
#: The first check is pure (K1 murni) to this completed week.
PURE_UNTIL_WEEK = 12
ACCESS, PURE = "K1A", "K1M"


class Check(NamedTuple):
    """code: `K1A K1M`, `K2`; of checks after the sixth its number alone. week: completed weeks, None where the
    beginning is not known. day: of the visit that told of it."""

    code: str
    week: int | None
    day: date


class NifasCheck(NamedTuple):
    """A check after the birth: its first and last day, and whether it was had."""

    code: str
    first: date
    last: date
    is_had: bool


def checks_of(begun: date | None, visits: Iterable[PregnancyVisit]) -> list[Check]:
    """Those that are told of month by month, the oldest first; each at the day of the visit that told of it."""
    found: list[Check] = []
    for row in sorted(visits, key=lambda each: each.month):
        for _ in range(row.anc_visits or 0):
            week = None if begun is None else max((row.visit_date - begun).days // _WEEK, 0)
            found.append(Check(_code(len(found) + 1, week), week, row.visit_date))
    return found


def _code(number: int, week: int | None) -> str:
    if number > 1:
        return f"K{number}"
    return f"{ACCESS} {PURE}" if week is not None and week <= PURE_UNTIL_WEEK else ACCESS


def nifas_checks(born: date, had: int) -> Iterator[NifasCheck]:
    """KF 1 to KF 4 after a birth, or after the day it is expected. had: how many are told of."""
    for number, each in enumerate(care_rules().postpartum.contacts, 1):
        first, last = born + timedelta(days=each.from_day), born + timedelta(days=each.until_day)
        yield NifasCheck(each.code, first, last, number <= had)
