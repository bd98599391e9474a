"""The growth card (KMS): the least a child should gain in a month, what a weighing's status is, and when to refer.

Source and status of every number: `resources/rules/weight_gain.json`.
"""

from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from kpm_desktop import paths
from kpm_desktop.domain.calendar import completed_months, month_number
from kpm_desktop.domain.growth.child import Child, growth_of

FIRST, MISSED, GAINED, NOT_GAINED = "B", "O", "N", "T"
WITHOUT_GAIN, TWO_WITHOUT_GAIN = "without_gain", "two_without_gain"
BELOW_RED_LINE, ABOVE_ORANGE_LINE = "below_red_line", "above_orange_line"


class Minimum(NamedTuple):
    """Grams a month. Not `confirmed`: sources disagree, the printed KMS decides."""

    grams: int
    confirmed: bool


class Weighing(NamedTuple):
    """A weight in grams, the day it was taken and the month it counts for (`2026-11`)."""

    grams: int
    month: str
    day: date


class Judged(NamedTuple):
    """A weighing by the card: its status, what was gained since the month before, and what the card asks for."""

    status: str
    gain_g: int | None
    least: Minimum | None


class _Until(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    until_month: int
    grams: int


class _FollowsCurve(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    largest_fall_z: float
    within_days: int
    source: str


class _Refer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    below_z: float
    above_z: float
    source: str


class _GainRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    since: str
    source: str
    confirmed_until_month: int
    unconfirmed: str
    male: tuple[_Until, ...]
    female: tuple[_Until, ...]
    follows_curve: _FollowsCurve
    refer: _Refer


@cache
def _gain_rules() -> _GainRules:
    file = paths.resources() / "rules" / "weight_gain.json"
    return msgspec.json.decode(file.read_bytes(), type=_GainRules)


def minimum_gain(sex: str, month_of_age: int) -> Minimum | None:
    """The least gain (KBM) within a month of age, 1 to 60; None outside."""
    rules = _gain_rules()
    rows = {"male": rules.male, "female": rules.female}[sex]
    grams = next((row.grams for row in rows if month_of_age <= row.until_month), None)
    if month_of_age < 1 or grams is None:
        return None
    return Minimum(grams, month_of_age <= rules.confirmed_until_month)


def status(gain_g: int | None, minimum_g: int, *, first: bool = False, follows_curve: bool = False) -> str:
    """B first weighing, O not weighed the month before (`gain_g` None), N gained, T not.

    follows_curve: the child's line follows its curve, which counts as gained.
    """
    if first:
        return FIRST
    if gain_g is None:
        return MISSED
    return GAINED if gain_g >= minimum_g or follows_curve else NOT_GAINED


def judged(sex: str, born: date, now: Weighing, before: Weighing | None) -> Judged:
    """A weighing beside the one before it, if there was one. Where the card asks for nothing, in the month of birth and
    from five years on, nothing is called missing."""
    least = minimum_gain(sex, completed_months(born, now.day))
    is_next = before is not None and month_number(now.month) - month_number(before.month) == 1
    gain = now.grams - before.grams if before is not None and is_next else None
    follows = least is None or (before is not None and follows_curve(sex, born, now, before))
    return Judged(status(gain, least.grams if least else 0, first=before is None, follows_curve=follows), gain, least)


def follows_curve(sex: str, born: date, now: Weighing, before: Weighing) -> bool:
    """Whether weight-for-age kept its z-score since a weighing that is not too long ago."""
    rule = _gain_rules().follows_curve
    earlier, later = weight_for_age(sex, born, before), weight_for_age(sex, born, now)
    if earlier is None or later is None or (now.day - before.day).days > rule.within_days:
        return False
    return round(earlier - later, 2) <= rule.largest_fall_z


@lru_cache(maxsize=4096)
def weight_for_age(sex: str, born: date, weighing: Weighing) -> float | None:
    """The z-score of a weighing (BB/U); None before birth, from five years on, and where it is implausible."""
    days = (weighing.day - born).days
    score = growth_of(Child(sex, days, weighing.grams / 1000)).scores.get("wei") if days >= 0 else None
    return None if score is None or score.flagged else score.z


def reasons_to_refer(statuses: list[str], weight_for_age_z: float | None) -> list[str]:
    """Why a child is to be referred, if it is; `statuses` oldest first. One T is enough, two in a row are the stronger
    sign. Red line: z < -3; orange line: z > +1 (KIA book 2023)."""
    rule, found = _gain_rules().refer, []
    if statuses[-1:] == [NOT_GAINED]:
        found.append(TWO_WITHOUT_GAIN if statuses[-2:] == [NOT_GAINED, NOT_GAINED] else WITHOUT_GAIN)
    if weight_for_age_z is not None and weight_for_age_z < rule.below_z:
        found.append(BELOW_RED_LINE)
    if weight_for_age_z is not None and weight_for_age_z > rule.above_z:
        found.append(ABOVE_ORANGE_LINE)
    return found
