"""Measures that ask to be taken again (docs/records.md, child_visit): warnings, never refusals.

A z-score outside the WHO flags, and a change no child or mother has since the measure before or until the one after:
more than 15 % lost, shorter than before, or beyond `growth/change.py`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from kpm_desktop.domain.calendar import first_day, last_day
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.growth.change import (
    change_rules,
    is_born_small,
    most_head_mm,
    most_length_mm,
    most_weight_g,
)
from kpm_desktop.domain.growth.child import Child, growth_of
from kpm_desktop.domain.growth.rules import HEIGHT_DAY, LYING_MINUS_STANDING_CM
from kpm_desktop.domain.records.base import Finding, warning
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.places import Person, Pregnancy

_FLAGGED = (
    ("len", "length_mm"),
    ("wei", "weight_g"),
    ("wfl", "weight_g"),
    ("hc", "head_circumference_mm"),
    ("ac", "muac_mm"),
)
#: What both sheets measure, in the unit records keep.
MEASURES = ("weight_g", "length_mm", "head_circumference_mm", "muac_mm")
_EARLY_WEEKS = 37


@dataclass(frozen=True, slots=True)
class Measured:
    """A value of a measure in another month, in the unit records keep.

    day: of the visit; None where it is not known. position: how a length was measured. before: the measure before it.
    """

    value: int
    month: str
    day: date | None = field(default=None, compare=False)
    position: str | None = field(default=None, compare=False)
    before: "Measured | None" = field(default=None, compare=False)


def earlier_measures(visits: Mapping[str, Any], month: str) -> dict[str, Measured]:
    """The newest of each measure before a month; of rows, or whatever has their fields, by month."""
    found: dict[str, Measured] = {}
    for at in sorted(visits):
        if at < month:
            for name, measured in _measured(visits[at], at):
                found[name] = replace(measured, before=found.get(name))
    return found


def later_measures(visits: Mapping[str, Any], month: str) -> dict[str, Measured]:
    """The next of each measure after a month."""
    found: dict[str, Measured] = {}
    for at in sorted(visits):
        if at > month:
            for name, measured in _measured(visits[at], at):
                found.setdefault(name, measured)
    return found


def _measured(row: Any, month: str) -> Iterator[tuple[str, Measured]]:
    for name in MEASURES:
        value = getattr(row, name, None)
        if value is not None:
            yield name, Measured(value, month, row.visit_date, getattr(row, "measure_position", None))


def second_looks(
    child: Person,
    visit: ChildVisit,
    earlier: Mapping[str, Measured],
    later: Mapping[str, Measured] | None = None,
) -> Iterator[Finding]:
    """What asks to measure a child again; `earlier` and `later` as the functions of those names give them. Weight and
    length at birth come before every visit."""
    now = dict(_measured(visit, visit.month))
    before = {**_at_birth(child), **earlier}
    for name in now:
        if name in before:
            yield from _of_child(child, visit, name, before[name], now[name])
        if later and name in later:
            yield from map(_until_later, _of_child(child, visit, name, now[name], later[name]))
    if child.sex in ("male", "female") and visit.visit_date >= child.birth_date:
        yield from _implausible(child, visit, visit.visit_date)


def mother_looks(
    pregnancy: Pregnancy,
    visit: PregnancyVisit,
    earlier: Mapping[str, Measured],
    later: Mapping[str, Measured] | None = None,
) -> Iterator[Finding]:
    """What asks to measure a mother again, likewise."""
    now = dict(_measured(visit, visit.month))
    for name in now:
        if name in earlier:
            yield from _of_mother(pregnancy, name, earlier[name], now[name])
        if later and name in later:
            yield from map(_until_later, _of_mother(pregnancy, name, now[name], later[name]))


def _until_later(found: Finding) -> Finding:
    """The same about a value that contradicts a later one."""
    topic, _, name = found.why.code.partition(".")
    return Finding(found.field, Reason(f"{topic}.later_{name}", found.why.params), found.blocks)


def is_of_later(found: Finding) -> bool:
    """Whether a measure contradicts a later one; asked of that one, the same is found as well."""
    return found.why.code.startswith("measure.later_")


def _at_birth(child: Person) -> dict[str, Measured]:
    values = {"weight_g": child.birth_weight_g, "length_mm": child.birth_length_mm}
    return {name: Measured(value, "", child.birth_date, "lying") for name, value in values.items() if value is not None}


def _days(one: Measured, other: Measured) -> int:
    """How far apart two measures may lie at the most; at least a day."""
    first = one.day or first_day(one.month)
    second = other.day or last_day(other.month)
    return max((second - first).days, 1)


def _of_child(child: Person, visit: ChildVisit, name: str, one: Measured, other: Measured) -> Iterator[Finding]:
    if name == "weight_g":
        yield from _lost_weight(one, other)
    elif name == "length_mm":
        yield from _shrank(child, one, other)
    elif name == "head_circumference_mm":
        yield from _head_shrank(one, other)
    from_day = ((one.day or first_day(one.month)) - child.birth_date).days
    if child.sex in ("male", "female") and from_day >= 0:
        yield from _grew_too_much(child, visit, name, one, other, from_day)


def _grew_too_much(
    child: Person, visit: ChildVisit, name: str, one: Measured, other: Measured, from_day: int
) -> Iterator[Finding]:
    sex, to_day, arm = child.sex, from_day + _days(one, other), change_rules().child.arm
    if name == "weight_g" and visit.has_oedema is not True:
        yield from _rose(name, "measure.gained", one, other, most_weight_g(sex, one.value, from_day, to_day))
    elif name == "length_mm" and not _is_birth_of_small(child, one):
        lying, then = (replace(each, value=_lying(child, each)) for each in (one, other))
        yield from _rose(name, "measure.grew", lying, then, most_length_mm(sex, lying.value, from_day, to_day))
    elif name == "head_circumference_mm":
        yield from _rose(name, "measure.head_grew", one, other, most_head_mm(sex, one.value, from_day, to_day))
    elif name == "muac_mm" and from_day >= arm.from_day:
        limit = arm.most_mm(to_day - from_day)
        yield from _changed(name, "measure.arm_changed", one, other, limit, limit)


def _of_mother(pregnancy: Pregnancy, name: str, one: Measured, other: Measured) -> Iterator[Finding]:
    rules, days = change_rules().mother, _days(one, other)
    if name == "weight_g":
        most = rules.weight.most_g(days)
        born = pregnancy.delivery_date or pregnancy.ended_on
        over_birth = born is not None and (one.day or first_day(one.month)) <= born <= (
            other.day or last_day(other.month)
        )
        least = most + rules.weight.birth_g if over_birth else most
        yield from _changed(name, "measure.mother_weight_changed", one, other, most, least)
    elif name == "muac_mm":
        limit = rules.arm.most_mm(days)
        yield from _changed(name, "measure.arm_changed", one, other, limit, limit)


def _lost_weight(one: Measured, other: Measured) -> Iterator[Finding]:
    limit = change_rules().child.largest_loss_percent
    if (one.value - other.value) * 100 > one.value * limit:
        lost = Decimal(other.value - one.value) / 1000
        yield warning("weight_g", "measure.weight_lost", change=lost.quantize(Decimal("0.1")), limit=limit)


def _shrank(child: Person, one: Measured, other: Measured) -> Iterator[Finding]:
    rule = change_rules().child.length
    change = _lying(child, other) - _lying(child, one)
    if -change > (rule.shrinks_mm if one.month else rule.birth_mm):
        yield warning("length_mm", "measure.shrank", change=Decimal(change) / 10)


def _head_shrank(one: Measured, other: Measured) -> Iterator[Finding]:
    change = other.value - one.value
    if -change > change_rules().child.head.shrinks_mm:
        yield warning("head_circumference_mm", "measure.head_shrank", change=Decimal(change) / 10)


def _lying(child: Person, measured: Measured) -> int:
    """A length as if measured lying, which is how it is measured below two years; in millimetres."""
    day = measured.day or first_day(measured.month)
    is_standing = measured.position == "standing" and (day - child.birth_date).days < HEIGHT_DAY
    return measured.value + (round(LYING_MINUS_STANDING_CM * 10) if is_standing else 0)


def _is_birth_of_small(child: Person, one: Measured) -> bool:
    """Whether growth is counted from the birth of a child that was born small or early."""
    weeks = child.gestation_at_birth_weeks
    return not one.month and ((weeks is not None and weeks < _EARLY_WEEKS) or is_born_small(child.sex, one.value))


def _rose(name: str, code: str, one: Measured, other: Measured, most: int) -> Iterator[Finding]:
    if other.value > most:
        yield _change(name, code, one, other, most - one.value)


def _changed(name: str, code: str, one: Measured, other: Measured, up: int, down: int) -> Iterator[Finding]:
    change = other.value - one.value
    if change > up or -change > down:
        yield _change(name, code, one, other, up if change > 0 else down)


def _change(name: str, code: str, one: Measured, other: Measured, limit: int) -> Finding:
    """What changed, in how many days, and the most it changes in as many: in kilograms or centimetres."""
    unit = 1000 if name == "weight_g" else 10
    change, most = (Decimal(value) / unit for value in (other.value - one.value, limit))
    if unit == 1000:
        change, most = change.quantize(Decimal("0.01")), most.quantize(Decimal("0.1"))
    return warning(name, code, change=change, days=_days(one, other), limit=most)


def _implausible(child: Person, visit: ChildVisit, on: date) -> Iterator[Finding]:
    growth = growth_of(
        Child(
            sex=child.sex,
            age_days=(on - child.birth_date).days,
            weight_kg=_scaled(visit.weight_g, 1000),
            length_cm=_scaled(visit.length_mm, 10),
            position=visit.measure_position if visit.measure_position in ("lying", "standing") else None,
            head_cm=_scaled(visit.head_circumference_mm, 10),
            muac_cm=_scaled(visit.muac_mm, 10),
            oedema=visit.has_oedema is True,
        )
    )
    told = set()
    for key, field_name in _FLAGGED:
        score = growth.scores.get(key)
        if score is not None and score.flagged and field_name not in told:
            told.add(field_name)
            yield warning(field_name, f"measure.implausible_{key}", z=Decimal(f"{score.z:.2f}"))


def _scaled(value: int | None, unit: int) -> float | None:
    return None if value is None else value / unit
