"""How each dose stands on a day: schedule of Kepmenkes 1098/2024 and 35/2025, windows of the KIA book."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.calendar import completed_months, completes
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.schedules.dose_plan import PlannedDose, dose_plan, open_doses
from kpm_desktop.domain.schedules.doses import dose_rules

CHILD = uuid4()
BORN = date(2026, 1, 10)
BALI = "51.01.01.2001"


def dose(vaccine: str, number: int, given: date | None = None) -> Immunization:
    key = {"person_id": str(CHILD), "vaccine": vaccine, "dose": str(number)}
    id = derived_id("immunization", key)
    assert id is not None
    return Immunization(id=id, person_id=CHILD, vaccine=vaccine, dose=number, given_date=given)


def plan(on: date, *given: Immunization, born: date = BORN, region: str = "") -> dict[str, PlannedDose]:
    return {one.name: one for one in dose_plan(born, given, on, region)}


def test_the_plan_holds_every_dose_of_the_schedule_in_its_order() -> None:
    """Months 0, 1, 2, 3, 4, 9, 12, 18: field-2026, Kepmenkes 1098/2024."""
    found = dose_plan(BORN, (), BORN)
    assert [(one.name, completed_months(BORN, one.asked)) for one in found] == [
        ("HB0", 0),
        *(("BCG", 1), ("OPV 1", 1)),
        *((name, 2) for name in ("OPV 2", "DPT-HB-Hib 1", "PCV 1", "RV 1")),
        *((name, 3) for name in ("OPV 3", "DPT-HB-Hib 2", "PCV 2", "RV 2")),
        *((name, 4) for name in ("OPV 4", "DPT-HB-Hib 3", "RV 3", "IPV 1")),
        *((name, 9) for name in ("IPV 2", "MR 1")),
        ("PCV 3", 12),
        *((name, 18) for name in ("DPT-HB-Hib 4", "MR 2")),
    ]


@pytest.mark.parametrize(
    ("months", "days", "name", "standing"),
    [
        (9, -1, "MR 1", "later"),
        (9, 0, "MR 1", "due"),
        (12, -1, "MR 1", "due"),  # on time to 11 completed months
        (12, 0, "MR 1", "catch_up"),  # 12 to 59
        (60, -1, "MR 1", "catch_up"),
        (60, 0, "MR 1", "no_longer"),
        (1, -1, "HB0", "due"),
        (1, 0, "HB0", "no_longer"),  # from one month on no longer
        (12, 0, "BCG", "no_longer"),
        (5, 0, "RV 1", "catch_up"),  # on time to 4, no longer from 7
        (7, 0, "RV 1", "no_longer"),
    ],
)
def test_windows_of_the_kia_book(months: int, days: int, name: str, standing: str) -> None:
    on = completes(BORN, months) + timedelta(days=days)
    assert plan(on)[name].standing == standing


def test_a_dose_waits_for_the_one_before_it_and_for_the_interval() -> None:
    """Four weeks between doses of DPT-HB-Hib, PCV3 eight weeks after PCV2, MR2 six months after MR1."""
    on = date(2026, 5, 20)
    assert plan(on)["DPT-HB-Hib 2"].standing == "waiting"
    given = dose("DPT_HB_HIB", 1, date(2026, 5, 1))
    assert (plan(on, given)["DPT-HB-Hib 2"].standing, plan(on, given)["DPT-HB-Hib 2"].since) == (
        "later",
        date(2026, 5, 29),
    )
    assert plan(date(2026, 5, 29), given)["DPT-HB-Hib 2"].standing == "due"
    assert plan(on, dose("MR", 1, date(2027, 3, 10)))["MR 2"].since == date(2027, 9, 10)
    assert plan(on, dose("PCV", 2, date(2027, 1, 1)))["PCV 3"].since == date(2027, 2, 26)
    assert (
        plan(on, dose("DPT_HB_HIB", 3))["DPT-HB-Hib 2"].standing == "due"
    )  # a later one is recorded: nothing to wait for


def test_je_is_asked_only_where_it_is_given_or_was_recorded() -> None:
    on = date(2027, 1, 1)
    assert "JE" not in plan(on, region="18.01.04.2001")
    assert plan(on, region=BALI)["JE"].standing == "catch_up"
    assert plan(on, dose("JE", 1), region="18.01.04.2001")["JE"].standing == "given"


@st.composite
def books(draw: st.DrawFn) -> tuple[date, list[Immunization], date]:
    """A child, doses as a book may hold them, and a day."""
    born = date(2020, 1, 1) + timedelta(days=draw(st.integers(0, 2000)))
    all_doses = [(rule.vaccine, each.dose) for rule in dose_rules().vaccines for each in rule.doses]
    chosen = draw(st.lists(st.sampled_from(all_doses), unique=True))
    days = st.one_of(st.none(), st.integers(0, 1900).map(lambda days: born + timedelta(days=days)))
    return born, [dose(*one, draw(days)) for one in chosen], born + timedelta(days=draw(st.integers(0, 2200)))


@given(books())
def test_the_open_doses_are_those_of_the_plan_that_were_asked_for(book: tuple[date, list[Immunization], date]) -> None:
    born, given_doses, on = book
    whole = [one for one in dose_plan(born, given_doses, on, BALI) if one.is_open and one.asked <= on]
    assert open_doses(born, given_doses, on, BALI) == whole
    for one in whole:
        assert one.since <= on <= one.until
        assert one.on_time_until <= one.until
