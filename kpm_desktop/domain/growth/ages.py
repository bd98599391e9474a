"""Ages beside the age in days: completed months as WHO counts them, and the age corrected for being born early."""

import math

from kpm_desktop.domain.growth.child import Child, Growth, growth_of
from kpm_desktop.domain.growth.rules import DAYS_PER_MONTH

TERM_WEEKS = 40
BORN_EARLY_BELOW_WEEKS = 37
CORRECTED_UNTIL_MONTHS = 24


def who_months(age_days: float) -> int:
    """Completed months of 30.4375 days: 11 on a first birthday. `calendar.completed_months` says 12 that day."""
    return math.floor(age_days / DAYS_PER_MONTH)


def corrected_age_days(age_days: float, gestation_weeks: float) -> float | None:
    """The age counted from the day the child was due (40 weeks).

    None when it is not to be corrected: born at 37 weeks or later, 24 months old, or not yet due.
    """
    if gestation_weeks >= BORN_EARLY_BELOW_WEEKS or age_days / DAYS_PER_MONTH >= CORRECTED_UNTIL_MONTHS:
        return None
    corrected = age_days - (TERM_WEEKS - gestation_weeks) * 7
    return corrected if corrected >= 0 else None


def corrected_growth_of(child: Child, gestation_weeks: float) -> Growth | None:
    """A second result, by corrected age, to stand beside `growth_of` and to be named so; None when there is none."""
    if child.age_days is None:
        return None
    corrected = corrected_age_days(child.age_days, gestation_weeks)
    return None if corrected is None else growth_of(child._replace(age_days=corrected))
