"""The growth card (KMS): the least a child should gain in a month, and what a weighing's status is."""

from functools import cache
from typing import NamedTuple

import msgspec

from kpm_desktop import paths

FIRST, MISSED, GAINED, NOT_GAINED = "B", "O", "N", "T"
TWO_WITHOUT_GAIN, BELOW_RED_LINE, ABOVE_ORANGE_LINE = "two_without_gain", "below_red_line", "above_orange_line"


class Minimum(NamedTuple):
    """Grams a month. Not `confirmed`: sources disagree, the printed KMS decides."""

    grams: int
    confirmed: bool


class _Until(msgspec.Struct, frozen=True):
    until_month: int
    grams: int


class _GainRules(msgspec.Struct, frozen=True):
    id: str
    source: str
    confirmed_until_month: int
    unconfirmed: str
    male: tuple[_Until, ...]
    female: tuple[_Until, ...]


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

    follows_curve: the cadre sees the child's line follow its curve, which counts as gained.
    """
    if first:
        return FIRST
    if gain_g is None:
        return MISSED
    return GAINED if gain_g >= minimum_g or follows_curve else NOT_GAINED


def reasons_to_refer(statuses: list[str], weight_for_age_z: float | None) -> list[str]:
    """Why a child is to be referred, if it is; `statuses` oldest first. Red line: z < -3; orange line: z > +1."""
    found = [TWO_WITHOUT_GAIN] if statuses[-2:] == [NOT_GAINED, NOT_GAINED] else []
    if weight_for_age_z is not None and weight_for_age_z < -3:
        found.append(BELOW_RED_LINE)
    if weight_for_age_z is not None and weight_for_age_z > 1:
        found.append(ABOVE_ORANGE_LINE)
    return found
