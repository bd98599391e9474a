"""How each dose of the schedule stands for one child on a day: recorded, due, to be caught up with, later, or no
longer.

Windows and intervals: `resources/rules/immunization.json`, where those that are unconfirmed say so.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

import msgspec

from kpm_desktop.domain.calendar import completed_months, completes
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.domain.schedules.doses import DoseRule, VaccineRule, dose_name, dose_rules

#: Recorded; due and on time; late, still given; waiting for the dose before it; not of age yet; no longer given.
Standing = Literal["given", "due", "catch_up", "waiting", "later", "no_longer"]
#: The standings in which a dose can be given on the day.
OPEN: tuple[Standing, ...] = ("due", "catch_up")


class PlannedDose(msgspec.Struct, frozen=True, kw_only=True):
    """One dose of the schedule.

    asked: the day the schedule asks for it. since: the first day it can be given, by age and by the dose before it; of
    one that waits for a dose nobody has given, by age alone. on_time_until, until: the last day on time, and at all.
    """

    vaccine: str
    dose: int
    standing: Standing
    asked: date
    since: date
    on_time_until: date
    until: date
    given: Immunization | None = None

    @property
    def name(self) -> str:
        """As the KIA book prints it: `DPT-HB-Hib 2`."""
        return dose_name(self.vaccine, self.dose)

    @property
    def is_open(self) -> bool:
        """Whether it can be given on the day."""
        return self.standing in OPEN


def dose_plan(born: date, doses: Iterable[Immunization], on: date, region: str = "") -> list[PlannedDose]:
    """Every dose of the schedule for a child of a village, by the month it is asked in, then as the KIA book lists
    them.

    doses: those recorded, in any order. A vaccine given in some regions alone is left out in others, unless a dose of
    it is recorded.
    """
    held = _Held(doses)
    planned = [
        _planned(rule, each, born, held, on)
        for rule in dose_rules().vaccines
        if held.is_asked(rule, region)
        for each in rule.doses
    ]
    return sorted(planned, key=lambda one: one.asked)


def open_doses(born: date, doses: Iterable[Immunization], on: date, region: str = "") -> list[PlannedDose]:
    """Those of the plan that the schedule has asked for by a day and that can be given on it."""
    held, age = _Held(doses), completed_months(born, on)
    candidates = (
        _planned(rule, each, born, held, on)
        for rule in dose_rules().vaccines
        for each in rule.doses
        if max(each.due_month, each.from_month) <= age < each.no_longer_from_month
        and (rule.vaccine, each.dose) not in held.doses
        and held.is_asked(rule, region)
    )
    return sorted((one for one in candidates if one.is_open), key=lambda one: one.asked)


class _Held:
    """The doses of a child that are recorded."""

    def __init__(self, doses: Iterable[Immunization]) -> None:
        self.doses = {(dose.vaccine, dose.dose): dose for dose in doses}
        self._highest: dict[str, int] = {}
        for vaccine, number in self.doses:
            self._highest[vaccine] = max(number, self._highest.get(vaccine, 0))

    def is_asked(self, rule: VaccineRule, region: str) -> bool:
        """Whether a vaccine is given where the child lives, or was."""
        return rule.only_in is None or rule.vaccine in self._highest or is_covered(region, rule.only_in.regions)

    def has_earlier(self, vaccine: str, number: int) -> bool:
        """Whether a dose need not wait for the one before it: that is recorded, or a later one is."""
        return number == 1 or (vaccine, number - 1) in self.doses or self._highest.get(vaccine, 0) > number


def _planned(rule: VaccineRule, each: DoseRule, born: date, held: _Held, on: date) -> PlannedDose:
    before = held.doses.get((rule.vaccine, each.dose - 1))
    since = completes(born, each.from_month)
    if before is not None and before.given_date is not None:
        since = max(since, after_interval(each, before.given_date))
    until = completes(born, each.no_longer_from_month) - timedelta(days=1)
    on_time = completes(born, each.on_time_until_month + 1) - timedelta(days=1)
    given = held.doses.get((rule.vaccine, each.dose))
    return PlannedDose(
        vaccine=rule.vaccine,
        dose=each.dose,
        standing=_standing(on, since, on_time, until, given, held.has_earlier(rule.vaccine, each.dose)),
        asked=completes(born, each.due_month),
        since=since,
        on_time_until=min(on_time, until),
        until=until,
        given=given,
    )


def _standing(
    on: date, since: date, on_time: date, until: date, given: Immunization | None, has_earlier: bool
) -> Standing:
    if given is not None:
        return "given"
    if on > until:
        return "no_longer"
    if on < since:
        return "later"
    if not has_earlier:
        return "waiting"
    return "due" if on <= on_time else "catch_up"


def after_interval(rule: DoseRule, before: date) -> date:
    """The first day after the interval from the dose before; where only months are told, by the calendar."""
    if rule.after_months is not None:
        return completes(before, rule.after_months)
    return before + timedelta(days=rule.after_days or 1)
