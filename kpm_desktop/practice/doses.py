"""When a made-up child gets its doses: by the national schedule, on posyandu days, sometimes late, sometimes never."""

from dataclasses import dataclass
from datetime import date, timedelta

from kpm_desktop.domain.calendar import completed_months, first_day, month_number, month_of, month_text
from kpm_desktop.domain.schedules.doses import DoseRule, dose_rule
from kpm_desktop.practice.chance import Chance

#: Vaccine, dose and the day of age from which it is due (national programme, 2023).
SCHEDULE = (
    ("HB0", 1, 0),
    ("BCG", 1, 28),
    ("OPV", 1, 28),
    ("DPT_HB_HIB", 1, 60),
    ("OPV", 2, 60),
    ("PCV", 1, 60),
    ("RV", 1, 60),
    ("DPT_HB_HIB", 2, 91),
    ("OPV", 3, 91),
    ("PCV", 2, 91),
    ("RV", 2, 91),
    ("DPT_HB_HIB", 3, 122),
    ("OPV", 4, 122),
    ("IPV", 1, 122),
    ("RV", 3, 122),
    ("MR", 1, 274),
    ("IPV", 2, 274),
    ("PCV", 3, 365),
    ("DPT_HB_HIB", 4, 548),
    ("MR", 2, 548),
)
#: Vaccines that are sometimes out of stock on their day.
SCARCE = ("IPV", "RV", "PCV")
DAYS_A_MONTH = 30


@dataclass(frozen=True, slots=True)
class Dose:
    """One dose and its day."""

    vaccine: str
    number: int
    given: date


def doses_of(chance: Chance, born: date, posyandu_day: int, diligence: float, until: date) -> list[Dose]:
    """All doses of a child up to a day, the earliest first, in the order and at the intervals and ages of the rules
    (`domain/schedules/doses.py`). A series broken off is not taken up again."""
    refuses_from = chance.between(60, 400) if chance.yes(0.09) else None
    given: dict[str, Dose] = {}
    found: list[Dose] = []
    missed: set[str] = set()
    for vaccine, number, due in SCHEDULE:
        late = 0
        while chance.yes(0.75 - 0.65 * diligence + (0.12 if vaccine in SCARCE else 0.0)) and late < 5:
            late += 1
        never = chance.yes(0.025) or (refuses_from is not None and due >= refuses_from)
        if never or vaccine in missed:
            missed.add(vaccine)
            continue
        rule = dose_rule(vaccine, number)
        wanted = max(born + timedelta(days=due + late * DAYS_A_MONTH), _earliest(rule, born, given.get(vaccine)))
        day = born if due == 0 else _posyandu(wanted, posyandu_day)
        if rule is not None and completed_months(born, day) >= rule.no_longer_from_month:
            missed.add(vaccine)
        elif day <= until:
            given[vaccine] = Dose(vaccine, number, day)
            found.append(given[vaccine])
    return sorted(found, key=lambda dose: dose.given)


def _earliest(rule: DoseRule | None, born: date, before: Dose | None) -> date:
    """The first day a dose may be given, by the child's age and the dose before it."""
    if rule is None:
        return born
    days = [_months_after(born, rule.from_month)]
    if before is not None:
        days.append(_months_after(before.given, rule.after_months or 0))
        days.append(before.given + timedelta(days=rule.after_days or 0))
    return max(days)


def _months_after(day: date, months: int) -> date:
    """The first day on which so many calendar months are completed."""
    start = first_day(month_text(month_number(month_of(day)) + months))
    return start + timedelta(days=day.day - 1)


def _posyandu(from_day: date, posyandu_day: int) -> date:
    """The next posyandu on or after a day."""
    if from_day.day <= posyandu_day:
        return from_day.replace(day=posyandu_day)
    following = from_day.replace(day=28) + timedelta(days=4)
    return following.replace(day=posyandu_day)
