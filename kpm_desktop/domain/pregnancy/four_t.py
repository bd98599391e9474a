"""4T (too young, too old, too close, too many) by the systems that count it, each by its own limits.

Limits and sources: `resources/rules/four_t.json`. A rule names its system, since they differ.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

import msgspec

from kpm_desktop import paths
from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.domain.pregnancy.kspr import Facts

_YEAR = 12


class _System(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    young_below_years: int
    old_from_years: int
    close_below_months: int
    children_above: int
    source: str
    confirmed: bool
    young_is_first_only: bool = False


class _Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    source: str
    systems: tuple[_System, ...]


class FourT(NamedTuple):
    """What one system finds: (code, value, limit) of `too_young`, `too_old`, `too_close` (months), `too_many`."""

    system: str
    found: tuple[tuple[str, int, int], ...]
    source: str


@cache
def _rules() -> _Rules:
    return msgspec.json.decode((paths.resources() / "rules" / "four_t.json").read_bytes(), type=_Rules)


def four_t(facts: Facts) -> list[FourT]:
    """By every system, in the order of the rules. Ages are those at the expected birth, or at the birth, or today where
    nobody knows it."""
    on = facts.pregnancy.delivery_date or facts.pregnancy.due() or facts.on
    return [FourT(each.name, tuple(_found(each, facts, on)), each.source) for each in _rules().systems]


def _found(system: _System, facts: Facts, on: date) -> Iterator[tuple[str, int, int]]:
    age = completed_months(facts.born, on) // _YEAR
    if age < system.young_below_years and (facts.is_first or not system.young_is_first_only):
        yield "too_young", age, system.young_below_years
    if age >= system.old_from_years:
        yield "too_old", age, system.old_from_years
    before = facts.youngest or facts.pregnancy.previous_birth_date
    if before is not None and before < facts.begun:
        months = completed_months(before, facts.begun)
        if months < system.close_below_months:
            yield "too_close", months, system.close_below_months
    parity = facts.pregnancy.parity
    if parity is not None and parity > system.children_above:
        yield "too_many", parity, system.children_above
