"""Measures of a child that ask to be taken again (docs/records.md, child_visit): warnings, never refusals.

A z-score outside the WHO flags, a weight more than 15 % below an earlier one, a length smaller than before.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kpm_desktop.domain.growth.child import Child, growth_of
from kpm_desktop.domain.records.base import Finding, warning
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.places import Person

LARGEST_LOSS_PERCENT = 15
_FLAGGED = (("len", "length_mm"), ("wei", "weight_g"), ("wfl", "weight_g"), ("hc", "head_circumference_mm"))


@dataclass(frozen=True, slots=True)
class Measured:
    """The newest earlier value of a measure, in the unit records keep, and its month."""

    value: int
    month: str


def earlier_measures(visits: Mapping[str, ChildVisit], month: str) -> dict[str, Measured]:
    """The newest weight and length before a month."""
    found = {}
    for name in ("weight_g", "length_mm"):
        months = [m for m, row in visits.items() if m < month and getattr(row, name) is not None]
        if months:
            found[name] = Measured(getattr(visits[max(months)], name), max(months))
    return found


def second_looks(child: Person, visit: ChildVisit, earlier: Mapping[str, Measured]) -> Iterator[Finding]:
    """What asks to measure again; `earlier` as `earlier_measures` gives it."""
    yield from _lost_weight(visit, earlier.get("weight_g"))
    yield from _shrank(visit, earlier.get("length_mm"))
    if child.sex in ("male", "female") and visit.visit_date >= child.birth_date:
        yield from _implausible(child, visit, visit.visit_date)


def _lost_weight(visit: ChildVisit, before: Measured | None) -> Iterator[Finding]:
    now = visit.weight_g
    if now is None or before is None or (before.value - now) * 100 <= before.value * LARGEST_LOSS_PERCENT:
        return
    lost = Decimal(now - before.value) / 1000
    yield warning("weight_g", "measure.weight_lost", change=lost.quantize(Decimal("0.1")), limit=LARGEST_LOSS_PERCENT)


def _shrank(visit: ChildVisit, before: Measured | None) -> Iterator[Finding]:
    now = visit.length_mm
    if now is not None and before is not None and now < before.value:
        yield warning("length_mm", "measure.shrank", change=Decimal(now - before.value) / 10)


def _implausible(child: Person, visit: ChildVisit, on: date) -> Iterator[Finding]:
    growth = growth_of(
        Child(
            sex=child.sex,
            age_days=(on - child.birth_date).days,
            weight_kg=_scaled(visit.weight_g, 1000),
            length_cm=_scaled(visit.length_mm, 10),
            position=visit.measure_position if visit.measure_position in ("lying", "standing") else None,
            head_cm=_scaled(visit.head_circumference_mm, 10),
            oedema=visit.has_oedema is True,
        )
    )
    told = set()
    for key, field in _FLAGGED:
        score = growth.scores.get(key)
        if score is not None and score.flagged and field not in told:
            told.add(field)
            yield warning(field, f"measure.implausible_{key}", z=Decimal(f"{score.z:.2f}"))


def _scaled(value: int | None, unit: int) -> float | None:
    return None if value is None else value / unit
