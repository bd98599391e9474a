"""Tablets a mother took by month, and what is left of the bottle.

MMS replaces iron tablets since October 2024 (Kepmenkes HK.01.07/MENKES/1092/2024): a bottle of 180, one a day. What was
taken is answered each month; a bottle proposes, and never answers by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kpm_desktop.domain.calendar import month_number, month_text
from kpm_desktop.domain.records.checklists import PregnancyVisit

MMS, BOTTLE, A_MONTH = "mms", 180, 30


class TabletMonth(NamedTuple):
    """taken: None where nobody asked. kind: `fe` or `mms`; empty where it is not known."""

    month: str
    taken: int | None
    kind: str


@dataclass(frozen=True, slots=True)
class Bottle:
    """Of MMS, as far as what was taken tells. since: the first month with MMS; taken of the newest bottle; left of
    it."""

    since: str
    taken: int
    left: int

    @property
    def proposal(self) -> int:
        """What may be proposed for a month: a tablet a day, or what is left."""
        return min(A_MONTH, self.left)


def tablet_months(visits: Mapping[str, PregnancyVisit], first: str, last: str) -> list[TabletMonth]:
    """Every month from the first to the last; the kind goes on until another one is told."""
    found, kind = [], ""
    for number in range(month_number(first), month_number(last) + 1):
        month = month_text(number)
        row = visits.get(month)
        kind = (row.iron_kind if row is not None and row.iron_kind is not None else kind) or ""
        taken = row.iron_tablets if row is not None else None
        if row is not None and taken is None and row.iron_taken is False:
            taken = 0
        found.append(TabletMonth(month, taken, kind))
    return found


def bottle_of(months: list[TabletMonth]) -> Bottle | None:
    """None while no month has MMS."""
    mms = [each for each in months if each.kind == MMS]
    if not mms:
        return None
    taken = sum(each.taken or 0 for each in mms)
    of_this = taken % BOTTLE
    if taken and not of_this:
        of_this = BOTTLE
    return Bottle(mms[0].month, of_this, BOTTLE - of_this)


def total_taken(months: list[TabletMonth]) -> int:
    """In all of them."""
    return sum(each.taken or 0 for each in months)
