"""How much a pregnant mother should gain, by her body mass index before the pregnancy.

Totals (Buku KIA 2023) and the weekly band, which is a decision: `resources/rules/pregnancy_weight.json`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import msgspec

from kpm_desktop import paths


class _Total(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    below_bmi: float | None
    least_kg: float
    most_kg: float


class _Early(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    until_week: int
    least_kg: float
    most_kg: float
    source: str
    confirmed: bool


class _Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    source: str
    confirmed: bool
    totals: tuple[_Total, ...]
    early: _Early
    last_week: int


@cache
def weight_rules() -> _Rules:
    """Reads them once."""
    file = paths.resources() / "rules" / "pregnancy_weight.json"
    return msgspec.json.decode(file.read_bytes(), type=_Rules)


class Weighed(NamedTuple):
    """A weight in grams at completed weeks of pregnancy."""

    week: float
    grams: int


@dataclass(frozen=True, slots=True)
class Band:
    """least, most: kilograms to be gained in all. bmi: before the pregnancy."""

    bmi: float
    least: float
    most: float

    def at(self, week: float) -> tuple[float, float]:
        """Least and most gained by a week: a little to week 13, then straight to the total."""
        rules = weight_rules()
        early, last = rules.early, rules.last_week
        if week <= early.until_week:
            share = max(week, 0) / early.until_week
            return early.least_kg * share, early.most_kg * share
        share = min((week - early.until_week) / (last - early.until_week), 1)
        return (
            early.least_kg + (self.least - early.least_kg) * share,
            early.most_kg + (self.most - early.most_kg) * share,
        )

    def place(self, week: float, gained: float) -> str:
        """`below`, `within` or `above` the band of a week; a tenth of a kilogram is within."""
        least, most = self.at(week)
        if round(gained, 1) < round(least, 1):
            return "below"
        return "above" if round(gained, 1) > round(most, 1) else "within"


def body_mass_index(grams: int, height_mm: int) -> float:
    """Kilograms by square metres."""
    return grams / 1000 / (height_mm / 1000) ** 2


def band_for(weight_g: int | None, height_mm: int | None) -> Band | None:
    """None where height or weight before the pregnancy is not known."""
    if weight_g is None or height_mm is None:
        return None
    bmi = body_mass_index(weight_g, height_mm)
    total = next(each for each in weight_rules().totals if each.below_bmi is None or bmi < each.below_bmi)
    return Band(bmi, total.least_kg, total.most_kg)


def gains(first_g: int, weighed: Sequence[Weighed]) -> list[tuple[float, float]]:
    """(week, kilograms gained since before the pregnancy)."""
    return [(each.week, (each.grams - first_g) / 1000) for each in weighed]
