"""When the doses a child lacks can be given: ages of the KIA book and intervals of `immunization.json`."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.calendar import completed_months, completes
from kpm_desktop.domain.schedules.dose_plan import dose_plan
from kpm_desktop.domain.schedules.doses import dose_rule, dose_rules
from kpm_desktop.domain.schedules.next_doses import NextDose, next_doses
from tests.domain.schedules.test_dose_plan import BORN, dose


def coming(on: date, *held: tuple[str, int, date]) -> dict[str, NextDose]:
    doses = [dose(vaccine, number, day) for vaccine, number, day in held]
    return {one.planned.name: one for one in next_doses(dose_plan(BORN, doses, on), on)}


def test_what_waits_is_reckoned_from_what_could_be_given_today() -> None:
    """IPV 2 four weeks after IPV 1, at nine months at the earliest; without it nobody can say a day."""
    on = date(2026, 11, 19)
    found = coming(on)
    assert (found["IPV 1"].earliest, found["IPV 1"].if_given) == (on, None)
    second = found["IPV 2"]
    assert (second.earliest, second.if_given and second.if_given.name) == (on + timedelta(days=28), "IPV 1")
    third = found["DPT-HB-Hib 3"]
    assert (third.earliest, third.if_given and third.if_given.name) == (on + timedelta(days=56), "DPT-HB-Hib 1")
    recorded = coming(on, ("IPV", 1, date(2026, 11, 1)))["IPV 2"]
    assert (recorded.earliest, recorded.if_given) == (date(2026, 11, 29), None)


def test_an_age_that_comes_later_than_the_interval_decides() -> None:
    """MR 2 at 18 months, not six months after an MR 1 given today."""
    second = coming(date(2026, 11, 19))["MR 2"]
    assert (second.earliest, second.if_given) == (completes(BORN, 18), None)


@given(st.integers(0, 2000), st.integers(0, 2**20 - 1))
def test_no_dose_comes_too_early_too_late_or_twice(days: int, chosen: int) -> None:
    on = BORN + timedelta(days=days)
    keys = [(rule.vaccine, each.dose) for rule in dose_rules().vaccines for each in rule.doses]
    held = [dose(*key, on) for at, key in enumerate(keys) if chosen >> at & 1]
    plan = dose_plan(BORN, held, on)
    found = next_doses(plan, on)
    names = [one.planned.name for one in found]
    assert len(names) == len(set(names))
    assert not {one.name for one in plan if one.standing in ("given", "no_longer")} & set(names)
    by_key = {(one.planned.vaccine, one.planned.dose): one for one in found}
    for key, one in by_key.items():
        rule = dose_rule(*key)
        assert rule is not None
        assert on <= one.earliest <= one.planned.until
        assert rule.from_month <= completed_months(BORN, one.earliest) < rule.no_longer_from_month
        before = by_key.get((key[0], key[1] - 1))
        if before is not None and rule.after_days:
            assert (one.earliest - before.earliest).days >= rule.after_days
