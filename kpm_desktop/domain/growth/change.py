"""How much a measure can change between two days: rules as data, one small machine for each kind of limit.

Source and status of every number: `resources/rules/growth_change.json` and docs/decisions/0027. None is confirmed; what
lies beyond is asked about and never refused.
"""

import math
from functools import cache

import msgspec

from kpm_desktop import paths
from kpm_desktop.domain.growth import lms, tables
from kpm_desktop.domain.growth.rules import DAYS_PER_MONTH, FEMALE

#: The gap the limits are given for; every further month adds to them.
_A_MONTH_DAYS = 31


class Curve(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The z-score rises by at most `z_rise` within a month, and so much more with each further one."""

    z_rise: float
    z_rise_a_month: float
    z_rise_most: float
    source: str

    def rise(self, days: int) -> float:
        """The largest rise between two days so far apart."""
        return min(self.z_rise + self.z_rise_a_month * _further_months(days), self.z_rise_most)


class WeightRule(Curve, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Besides, no child gains more than so many grams per kilogram and day, compounded; a difference of `scale_g` is a
    matter of scales. A child below a z-score may catch up to another one."""

    g_per_kg_and_day: float
    scale_g: int
    catch_up_below_z: float
    catch_up_to_z: float


class LengthRule(Curve, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Besides, it falls by no more than so many millimetres; below the length at birth by `birth_mm`. A length at birth
    below a z-score, where children born small or early begin, says nothing of how much follows."""

    shrinks_mm: int
    birth_mm: int
    birth_from_z: float


class HeadRule(Curve, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Besides, it falls by no more than so many millimetres."""

    shrinks_mm: int


class ArmRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """It changes by at most so many millimetres within a month, either way; a child's from a day of age on."""

    change_mm: int
    change_a_month_mm: int
    source: str
    from_day: int = 0

    def most_mm(self, days: int) -> int:
        """The largest change within so many days."""
        return round(self.change_mm + self.change_a_month_mm * _further_months(days))


class MotherWeightRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """It changes by at most so many grams within a month, either way; over a birth it may fall by `birth_g` more."""

    change_g: int
    change_a_month_g: int
    birth_g: int
    source: str

    def most_g(self, days: int) -> int:
        """The largest change within so many days, a birth left out."""
        return round(self.change_g + self.change_a_month_g * _further_months(days))


class ChildChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules of a child's measures."""

    largest_loss_percent: int
    largest_loss_source: str
    weight: WeightRule
    length: LengthRule
    head: HeadRule
    arm: ArmRule


class MotherChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules of a mother's measures."""

    weight: MotherWeightRule
    arm: ArmRule


class ChangeRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of them, with their date and status."""

    id: str
    since: str
    confirmed: bool
    source: str
    child: ChildChange
    mother: MotherChange


@cache
def change_rules() -> ChangeRules:
    """The rules of `resources/rules/growth_change.json`."""
    file = paths.resources() / "rules" / "growth_change.json"
    return msgspec.json.decode(file.read_bytes(), type=ChangeRules)


def most_weight_g(sex: str, before_g: int, from_day: int, to_day: int) -> int:
    """The most a child of `before_g` on a day of age can weigh on a later one, in grams."""
    rule = change_rules().child.weight
    days = max(to_day - from_day, 1)
    z = lms.z_score_with_tails(before_g / 1000, _row("wei", sex, from_day))
    highest = z + rule.rise(days)
    if z < rule.catch_up_below_z:
        highest = max(highest, rule.catch_up_to_z)
    by_curve = 1000 * lms.measure_with_tails(highest, _row("wei", sex, to_day))
    by_rate = before_g * math.exp(rule.g_per_kg_and_day / 1000 * days)
    return max(before_g + rule.scale_g, round(min(by_curve, by_rate)))


def most_length_mm(sex: str, before_mm: int, from_day: int, to_day: int) -> int:
    """The longest a child of `before_mm` on a day of age can be on a later one, in millimetres."""
    return _most_mm("len", change_rules().child.length, sex, before_mm, from_day, to_day)


def most_head_mm(sex: str, before_mm: int, from_day: int, to_day: int) -> int:
    """The same of the head's circumference."""
    return _most_mm("hc", change_rules().child.head, sex, before_mm, from_day, to_day)


def is_born_small(sex: str, length_mm: int) -> bool:
    """Whether a length at birth is one after which more growth than the curve's is to be expected."""
    return lms.z_score(length_mm / 10, _row("len", sex, 0)) < change_rules().child.length.birth_from_z


def _most_mm(key: str, rule: Curve, sex: str, before_mm: int, from_day: int, to_day: int) -> int:
    z = lms.z_score(before_mm / 10, _row(key, sex, from_day)) + rule.rise(to_day - from_day)
    return round(10 * lms.measure_at(z, _row(key, sex, to_day)))


def _row(key: str, sex: str, day: int) -> tables.LMS:
    """L, M and S on a day of age; past the end of the standards those of the last day."""
    table = tables.for_age(key)
    return table.lms(sex == FEMALE, min(day, table.first + len(table.girls) - 1))


def _further_months(days: int) -> float:
    return max(days - _A_MONTH_DAYS, 0) / DAYS_PER_MONTH
