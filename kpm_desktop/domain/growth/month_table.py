"""The class a printed table of Permenkes 2/2020 gives: by completed month, bounds with one decimal.

The tables are derived from the same L, M and S at day round(month · 30.4375). Their classes differ from those by day
for about one child in twelve; they are shown beside them, never instead.
"""

from functools import cache

from kpm_desktop.domain.growth import lms, rules, tables
from kpm_desktop.domain.growth.child import Child, body_mass_index, corrected_length, stands_too_early, usable
from kpm_desktop.domain.growth.classes import BY_MONTH_TABLE, GrowthClass, Step, class_rules, step_of

#: Measures are kept to a gram and a millimetre; closer than this two lengths are the same.
SAME_DECIMALS = 6


def table_day(completed_months: int) -> int:
    """The day of age a month's row is taken from."""
    return lms.rounded_day(completed_months * rules.DAYS_PER_MONTH)


@cache
def bounds(key: str, sex: str, completed_months: int) -> tuple[Step, ...]:
    """A row of the printed table as classes of the measure itself (kg, cm or kg/m²)."""
    row = tables.for_age(key).lms(sex == rules.FEMALE, table_day(completed_months))
    return tuple(
        Step(step.code, below=_printed(step.below, row), up_to=_printed(step.up_to, row))
        for step in class_rules().by_z[key]
    )


def classes_by_month_table(child: Child, completed_months: int) -> dict[str, GrowthClass]:
    """By indicator (`len wei bmi`), the class of the printed table at a number of completed calendar months.

    `child.age_days` is not used: within the table a month has one age. Empty from 60 months on or without a sex.
    """
    if child.sex is None or not 0 <= completed_months < rules.END_MONTHS:
        return {}
    return {
        key: GrowthClass(BY_MONTH_TABLE, step_of(round(y, SAME_DECIMALS), bounds(key, child.sex, completed_months)))
        for key, y in _measures(child, table_day(completed_months)).items()
        if y is not None
    }


def _printed(k: float | None, row: tables.LMS) -> float | None:
    return None if k is None else lms.rounded_to_tenth(lms.measure_at(k, row))


def _measures(child: Child, day: int) -> dict[str, float | None]:
    position = None if stands_too_early(child.position, day) else child.position
    length = corrected_length(usable(child.length_cm, rules.LENGTH_CM), day, position)
    weight = None if child.oedema else usable(child.weight_kg, rules.WEIGHT_KG)
    bmi = None if weight is None or length is None else body_mass_index(weight, length)
    return {rules.LENGTH_FOR_AGE.key: length, rules.WEIGHT_FOR_AGE.key: weight, rules.BMI_FOR_AGE.key: bmi}
