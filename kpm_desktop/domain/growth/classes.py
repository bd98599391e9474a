"""Indonesian classes of growth (Permenkes 2/2020) from z-scores by day of age; data in `resources/rules`.

A second basis, the printed tables by completed month, is in `month_table`. A class always says what it stands on.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from kpm_desktop import paths
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.growth import rules
from kpm_desktop.domain.growth.child import Growth, usable

BY_DAY, BY_MONTH_TABLE, BY_MUAC = "by_day", "by_month_table", "by_muac"

SEVERELY_WASTED = "severely_wasted"


class GrowthClass(NamedTuple):
    """A class by its code, and what it was read from: `by_day`, `by_month_table` or `by_muac`."""

    basis: str
    code: str

    @property
    def sentence(self) -> Reason:
        """The class's name and its basis."""
        return reason(f"growth.{self.basis}", name=reason(f"growth.{self.code}"))


class Step(msgspec.Struct, frozen=True):
    """One class of an ascending list: its values lie `below` a bound, or go `up_to` and include it."""

    code: str = msgspec.field(name="class")
    below: float | None = None
    up_to: float | None = None


class ClassRules(msgspec.Struct, frozen=True):
    """The rule file: classes by indicator key, classes of arm circumference and their first and last month."""

    id: str
    source: str
    by_z: dict[str, tuple[Step, ...]]
    by_muac_cm: tuple[Step, ...]
    muac_months: tuple[int, int]


@cache
def class_rules() -> ClassRules:
    """Permenkes 2/2020."""
    file = paths.resources() / "rules" / "growth_classes.json"
    return msgspec.json.decode(file.read_bytes(), type=ClassRules)


def step_of(value: float, steps: Sequence[Step]) -> str:
    """The code of the first class that takes the value."""
    for step in steps:
        if (step.below is None or value < step.below) and (step.up_to is None or value <= step.up_to):
            return step.code
    raise ValueError(f"no class takes {value}")


def classes_by_day(growth: Growth, *, oedema: bool = False) -> dict[str, GrowthClass]:
    """By indicator (`len wei wfl bmi`), the class of the rounded z-score; oedema is severe wasting by itself."""
    found = {
        key: GrowthClass(BY_DAY, step_of(growth.scores[key].z, steps))
        for key, steps in class_rules().by_z.items()
        if key in growth.scores
    }
    if oedema:
        found[rules.WEIGHT_FOR_LENGTH.key] = GrowthClass(BY_DAY, SEVERELY_WASTED)
    return found


def class_by_muac(muac_cm: float | None, completed_months: int | None) -> GrowthClass | None:
    """The class of arm circumference (LILA), from 6 to 59 completed months; None at other ages or unmeasured."""
    first, last = class_rules().muac_months
    muac_cm = usable(muac_cm, rules.MUAC_CM)
    if muac_cm is None or completed_months is None or not first <= completed_months <= last:
        return None
    return GrowthClass(BY_MUAC, step_of(muac_cm, class_rules().by_muac_cm))
