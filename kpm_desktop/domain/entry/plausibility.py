"""Measures that ask to be taken again (docs/records.md, child_visit): warnings, never refusals.

A z-score outside the WHO flags, and a change no child or mother has since the measure before or until the one after:
more than 15 % lost, shorter than before, or beyond `growth/change.py`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from kpm_desktop.domain.calendar import first_day, last_day, month_number, month_text
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.growth.change import (
    change_rules,
    is_born_small,
    most_head_mm,
    most_length_mm,
    most_weight_g,
)
from kpm_desktop.domain.growth.child import Child, growth_of, is_within_three, known_position
from kpm_desktop.domain.growth.rules import HEIGHT_DAY, LYING_MINUS_STANDING_CM
from kpm_desktop.domain.records.base import Finding, warning
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy

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
#: One measure may well be as it was; so many at once, and no other, are told.
_ALIKE = 2


class Measured(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A value of a measure in another month, in the unit records keep; equal by these two.

    day: of the visit; None where it is not known. position: how a length was measured. before: the measure before it.
    """

    value: int
    month: str
    day: date | None = None
    position: str | None = None
    before: "Measured | None" = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Measured) and (self.value, self.month) == (other.value, other.month)

    def __hash__(self) -> int:
        return hash((self.value, self.month))


def earlier_measures(
    visits: Mapping[str, Any], month: str, *, names: Iterable[str] = MEASURES, further: int = 2
) -> dict[str, Measured]:
    """The newest of each measure before a month, and as many `further` ones before it; of rows, or whatever has their
    fields, by month."""
    months = sorted((one for one in visits if one < month), reverse=True)
    found = {}
    for name in names:
        newest = _newest(visits, months, name, further)
        if newest is not None:
            found[name] = newest
    return found


def _newest(visits: Mapping[str, Any], months: Sequence[str], name: str, further: int) -> Measured | None:
    """The first in a descending order of months that has the measure, with the ones before it."""
    for at, month in enumerate(months):
        row = visits[month]
        if getattr(row, name, None) is not None:
            before = _newest(visits, months[at + 1 :], name, further - 1) if further else None
            return _measure(row, month, name, before)
    return None


def later_measures(visits: Mapping[str, Any], month: str, *, names: Iterable[str] = MEASURES) -> dict[str, Measured]:
    """The next of each measure after a month."""
    found: dict[str, Measured] = {}
    for at in sorted(one for one in visits if one > month):
        for name in names:
            if name not in found and getattr(visits[at], name, None) is not None:
                found[name] = _measure(visits[at], at, name)
    return found


def _measure(row: Any, month: str, name: str, before: Measured | None = None) -> Measured:
    return Measured(getattr(row, name), month, row.visit_date, getattr(row, "measure_position", None), before)


def measures_of(row: ChildVisit | PregnancyVisit) -> list[str]:
    """The measures a monthly row holds."""
    return [name for name in MEASURES if getattr(row, name, None) is not None]


def _now(visit: ChildVisit | PregnancyVisit) -> dict[str, Measured]:
    return {name: _measure(visit, visit.month, name) for name in measures_of(visit)}


def second_looks(
    child: Person,
    visit: ChildVisit,
    earlier: Mapping[str, Measured],
    later: Mapping[str, Measured] | None = None,
) -> Iterator[Finding]:
    """What asks to measure a child again; `earlier` and `later` as the functions of those names give them. Weight and
    length at birth come before every visit."""
    now = _now(visit)
    before = at_birth(child) | dict(earlier)
    for name in now:
        if name in before:
            yield from beside(child, visit, name, before[name], now[name])
        if later and name in later:
            yield from map(_until_later, beside(child, visit, name, now[name], later[name]))
    yield from _copied(visit, now, earlier)
    if child.sex in ("male", "female") and visit.visit_date >= child.birth_date:
        yield from flagged(child, visit)


def _copied(visit: ChildVisit, now: Mapping[str, Measured], earlier: Mapping[str, Measured]) -> Iterator[Finding]:
    """Everything that was measured is as it was the month before, to the millimetre: it may have been copied."""
    before = month_text(month_number(visit.month) - 1)
    same = [name for name in now if name in earlier and earlier[name] == Measured(now[name].value, before)]
    if len(same) >= _ALIKE and len(same) == len(now):
        yield warning(same[0], "measure.copied")


def mother_looks(
    pregnancy: Pregnancy,
    visit: PregnancyVisit,
    earlier: Mapping[str, Measured],
    later: Mapping[str, Measured] | None = None,
) -> Iterator[Finding]:
    """What asks to measure a mother again, likewise."""
    now = _now(visit)
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


def at_birth(child: Person) -> dict[str, Measured]:
    """Weight and length at birth, which come before every visit."""
    found = {}
    if child.birth_weight_g is not None:
        found["weight_g"] = Measured(child.birth_weight_g, "", child.birth_date)
    if child.birth_length_mm is not None:
        found["length_mm"] = Measured(child.birth_length_mm, "", child.birth_date, "lying")
    return found


def _days(one: Measured, other: Measured) -> int:
    """How far apart two measures may lie at the most; at least a day."""
    first = one.day or first_day(one.month)
    second = other.day or last_day(other.month)
    return max((second - first).days, 1)


def beside(child: Person, visit: ChildVisit, name: str, one: Measured, other: Measured) -> Iterator[Finding]:
    """What a measure says beside one before it."""
    days, rules = _days(one, other), change_rules().child
    from_day = ((one.day or first_day(one.month)) - child.birth_date).days
    has_curve = child.sex in ("male", "female") and from_day >= 0
    to_day = from_day + days
    if name == "weight_g":
        yield from _lost_weight(one, other)
        if has_curve and visit.has_oedema is not True and other.value - one.value > rules.weight.scale_g:
            most = most_weight_g(child.sex, one.value, from_day, to_day)
            yield from _changed("weight_g", "measure.gained", other.value - one.value, days, most - one.value)
    elif name == "length_mm":
        yield from _length(child, one, other, from_day if has_curve else None)
    elif name == "head_circumference_mm":
        yield from _head_shrank(one, other)
        if has_curve:
            most = most_head_mm(child.sex, one.value, from_day, to_day)
            yield from _changed(name, "measure.head_grew", other.value - one.value, days, most - one.value)
    elif from_day >= rules.arm.from_day:
        limit = rules.arm.most_mm(days)
        yield from _changed(name, "measure.arm_changed", other.value - one.value, days, limit, limit)


def _of_mother(pregnancy: Pregnancy, name: str, one: Measured, other: Measured) -> Iterator[Finding]:
    rules, days, change = change_rules().mother, _days(one, other), other.value - one.value
    if name == "weight_g":
        most = rules.weight.most_g(days)
        born = pregnancy.delivery_date or pregnancy.ended_on
        start, end = one.day or first_day(one.month), other.day or last_day(other.month)
        over_birth = born is not None and start <= born <= end
        least = most + rules.weight.birth_g if over_birth else most
        yield from _changed(name, "measure.mother_weight_changed", change, days, most, least)
    elif name == "muac_mm":
        limit = rules.arm.most_mm(days)
        yield from _changed(name, "measure.arm_changed", change, days, limit, limit)


def _lost_weight(one: Measured, other: Measured) -> Iterator[Finding]:
    limit = change_rules().child.largest_loss_percent
    if (one.value - other.value) * 100 > one.value * limit:
        lost = Decimal(other.value - one.value) / 1000
        yield warning("weight_g", "measure.weight_lost", change=lost.quantize(Decimal("0.1")), limit=limit)


def _length(child: Person, one: Measured, other: Measured, from_day: int | None) -> Iterator[Finding]:
    """Shorter than before, lying and standing made alike; or longer than a curve allows, from a day of age."""
    rule = change_rules().child.length
    before, days = _lying(child, one), _days(one, other)
    change = _lying(child, other) - before
    if -change > (rule.shrinks_mm if one.month else rule.birth_mm):
        yield warning("length_mm", "measure.shrank", change=Decimal(change) / 10)
    if from_day is not None and not _is_birth_of_small(child, one):
        most = most_length_mm(child.sex, before, from_day, from_day + days)
        yield from _changed("length_mm", "measure.grew", change, days, most - before)


def _head_shrank(one: Measured, other: Measured) -> Iterator[Finding]:
    change = other.value - one.value
    if -change > change_rules().child.head.shrinks_mm:
        yield warning("head_circumference_mm", "measure.head_shrank", change=Decimal(change) / 10)


def _lying(child: Person, measured: Measured) -> int:
    """A length as if measured lying, which is how it is measured below two years; in millimetres."""
    if measured.position != "standing":
        return measured.value
    age = (measured.day or first_day(measured.month)) - child.birth_date
    return measured.value + (round(LYING_MINUS_STANDING_CM * 10) if age.days < HEIGHT_DAY else 0)


def _is_birth_of_small(child: Person, one: Measured) -> bool:
    """Whether growth is counted from the birth of a child that was born small or early."""
    weeks = child.gestation_at_birth_weeks
    return not one.month and ((weeks is not None and weeks < _EARLY_WEEKS) or is_born_small(child.sex, one.value))


def _changed(name: str, code: str, change: int, days: int, up: int, down: int | None = None) -> Iterator[Finding]:
    """A change beyond the most it can be, in kilograms or centimetres; `down` None: a fall says nothing here."""
    if change <= up and (down is None or -change <= down):
        return
    limit = up if change > 0 or down is None else down
    if name == "weight_g":
        amount, most = ((Decimal(value) / 1000) for value in (change, limit))
        amount, most = amount.quantize(Decimal("0.01")), most.quantize(Decimal("0.1"))
    else:
        amount, most = Decimal(change) / 10, Decimal(limit) / 10
    yield warning(name, code, change=amount, days=days, limit=most)


def flagged(child: Person, visit: ChildVisit) -> Iterator[Finding]:
    """What WHO calls implausible in a visit after birth: a z-score far outside."""
    measured = Child(
        sex=child.sex,
        age_days=(visit.visit_date - child.birth_date).days,
        weight_kg=_scaled(visit.weight_g, 1000),
        length_cm=_scaled(visit.length_mm, 10),
        position=known_position(visit.measure_position),
        head_cm=_scaled(visit.head_circumference_mm, 10),
        muac_cm=_scaled(visit.muac_mm, 10),
        oedema=visit.has_oedema is True,
    )
    if is_within_three(measured):
        return
    growth = growth_of(measured)
    told = set()
    for key, field_name in _FLAGGED:
        score = growth.scores.get(key)
        if score is not None and score.flagged and field_name not in told:
            told.add(field_name)
            yield warning(field_name, f"measure.implausible_{key}", z=Decimal(f"{score.z:.2f}"))


def _scaled(value: int | None, unit: int) -> float | None:
    return None if value is None else value / unit
