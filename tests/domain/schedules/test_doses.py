"""Doses by the schedule of field practice: number, order, interval and age ask for a look; what keeps them does not."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.calendar import completed_months, first_day, month_number, month_of, month_text
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.schedules.doses import dose_findings, dose_name, dose_rules, is_of_next
from kpm_desktop.domain.wording import LANGUAGES, Wording

BORN = date(2025, 1, 15)
CHILD = UUID(int=1)


def dose(name: str, given: date | None = None) -> Immunization:
    vaccine, number = name.split("-")
    return Immunization(id=UUID(int=9), person_id=CHILD, vaccine=vaccine, dose=int(number), given_date=given)


def after(months: int, days: int = 0, born: date = BORN) -> date:
    """The day a child completes so many months, and some days."""
    start = first_day(month_text(month_number(month_of(born)) + months)) + timedelta(days=born.day - 1)
    return start + timedelta(days=days)


def codes(one: Immunization, *others: Immunization, born: date = BORN) -> list[str]:
    return [found.why.code.removeprefix("doses.") for found in dose_findings(one, others, born)]


def test_the_highest_doses_of_2024() -> None:
    """Kepmenkes 1098/2024 and 35/2025."""
    highest = {rule.vaccine: rule.highest for rule in dose_rules().vaccines}
    assert highest == {
        "HB0": 1,
        "BCG": 1,
        "OPV": 4,
        "DPT_HB_HIB": 4,
        "PCV": 3,
        "RV": 3,
        "IPV": 2,
        "MR": 2,
        "JE": 1,
    }
    assert set(highest) == set(fields("immunization")["vaccine"].spec.choices)


def test_the_rules_say_what_is_confirmed() -> None:
    rules = dose_rules()
    assert rules.schedule_source.startswith("Confirmed.")
    assert rules.windows_source.startswith("Unconfirmed")
    assert rules.intervals_source.startswith("Unconfirmed")


@pytest.mark.parametrize(
    ("name", "asks"), [("HB0-2", True), ("OPV-4", False), ("OPV-5", True), ("MR-3", True), ("JE-2", True)]
)
def test_a_number_above_the_highest(name: str, asks: bool) -> None:
    assert ("above_highest" in codes(dose(name))) is asks


@pytest.mark.parametrize(("born", "asks"), [(date(2023, 12, 31), False), (date(2024, 1, 1), True)])
def test_three_ipv_were_given_in_older_cohorts(born: date, asks: bool) -> None:
    assert ("above_highest" in codes(dose("IPV-3"), dose("IPV-2"), born=born)) is asks


def test_order() -> None:
    earlier = dose("DPT_HB_HIB-2", after(3))
    assert codes(dose("DPT_HB_HIB-3", after(4)), earlier) == []
    assert codes(dose("DPT_HB_HIB-3", after(4))) == ["without_earlier"]
    assert codes(dose("DPT_HB_HIB-3", after(4)), dose("OPV-2", after(3))) == ["without_earlier"]
    assert codes(dose("DPT_HB_HIB-3", after(4)), dose("DPT_HB_HIB-2", after(4))) == ["not_after"]
    assert codes(dose("DPT_HB_HIB-3", after(4)), dose("DPT_HB_HIB-2", after(5))) == ["not_after"]
    assert codes(dose("OPV-3", after(4)), dose("OPV-1", after(5)), dose("OPV-2")) == ["not_after"]
    assert codes(dose("DPT_HB_HIB-3"), dose("DPT_HB_HIB-2")) == []


@pytest.mark.parametrize("name", ["OPV", "DPT_HB_HIB", "PCV", "RV"])
@pytest.mark.parametrize(("days", "asks"), [(5, True), (27, True), (28, False)])
def test_four_weeks_between_two_doses(name: str, days: int, asks: bool) -> None:
    first = after(3)
    found = codes(dose(f"{name}-2", first + timedelta(days=days)), dose(f"{name}-1", first))
    assert found == (["too_soon"] if asks else [])


@pytest.mark.parametrize(("days", "asks"), [(5, True), (55, True), (56, False)])
@pytest.mark.parametrize("between", [(), ("DPT_HB_HIB-2",)])
def test_four_weeks_each_where_the_dose_between_has_no_day(days: int, asks: bool, between: tuple[str, ...]) -> None:
    first = after(3)
    others = [dose("DPT_HB_HIB-1", first), *(dose(name) for name in between)]
    found = codes(dose("DPT_HB_HIB-3", first + timedelta(days=days)), *others)
    assert ("too_soon" in found) is asks


@pytest.mark.parametrize(
    ("name", "month", "months", "days", "asks"),
    [
        ("DPT_HB_HIB-4", 8, 11, 27, "too_soon_months"),
        ("DPT_HB_HIB-4", 8, 12, 0, None),
        ("MR-2", 14, 5, 27, "too_soon_months"),
        ("MR-2", 14, 6, 0, None),
        ("PCV-3", 11, 0, 55, "too_soon"),
        ("PCV-3", 11, 0, 56, None),
    ],
)
def test_longer_intervals(name: str, month: int, months: int, days: int, asks: str | None) -> None:
    vaccine, _, number = name.partition("-")
    before, now = after(month), after(month + months, days)
    found = codes(dose(name, now), dose(f"{vaccine}-{int(number) - 1}", before))
    assert found == ([asks] if asks else [])


@pytest.mark.parametrize(
    ("name", "first", "no_longer"),
    [
        ("HB0-1", 0, 1),
        ("BCG-1", 0, 12),
        ("OPV-1", 0, 60),
        ("DPT_HB_HIB-1", 2, 60),
        ("PCV-1", 2, 60),
        ("RV-1", 2, 7),
        ("IPV-1", 4, 60),
        ("MR-1", 9, 60),
        ("JE-1", 10, 60),
    ],
)
def test_earliest_and_latest_age(name: str, first: int, no_longer: int) -> None:
    """Windows of the KIA book, in completed months."""
    if first:
        assert codes(dose(name, after(first, -1))) == ["too_young"]
    assert codes(dose(name, after(first))) == []
    assert codes(dose(name, after(no_longer, -1))) == []
    assert codes(dose(name, after(no_longer))) == ["too_old"]


SCHEDULED = [(rule.vaccine, one) for rule in dose_rules().vaccines for one in rule.doses]


@given(st.dates(date(2024, 1, 1), date(2025, 12, 31)), st.integers(0, 27))
def test_the_schedule_itself_asks_for_nothing(born: date, late: int) -> None:
    """Every dose in the month it is due, the same number of days after it, from any birth date on."""
    days = {
        (vaccine, one.dose): next(
            born + timedelta(days=d)
            for d in range(one.due_month * 28, 900)
            if completed_months(born, born + timedelta(days=d)) >= one.due_month
        )
        + timedelta(days=late)
        for vaccine, one in SCHEDULED
    }
    given_doses = [dose(f"{vaccine}-{number}", day) for (vaccine, number), day in days.items()]
    assert [code for one in given_doses for code in codes(one, *given_doses, born=born)] == []


@given(
    st.sampled_from([each for each in SCHEDULED if each[1].dose > 1]),
    st.integers(0, 700),
    st.integers(-30, 700),
)
def test_a_pair_asks_from_either_side(each: tuple[str, object], day: int, gap: int) -> None:
    """What the later dose says of the one before it, that one says when it is entered last."""
    vaccine, rule = each
    number: int = rule.dose  # type: ignore[attr-defined]
    one = dose(f"{vaccine}-{number - 1}", BORN + timedelta(days=day))
    other = dose(f"{vaccine}-{number}", BORN + timedelta(days=day + gap))
    own = [f.why for f in dose_findings(other, [one], BORN) if "before" in f.why.params]
    ahead = [f.why.params["why"] for f in dose_findings(one, [other], BORN) if is_of_next(f)]
    assert own == ahead


def test_names_as_the_book_prints_them() -> None:
    assert [dose_name("DPT_HB_HIB", 2), dose_name("BCG", 1), dose_name("MR", 1)] == ["DPT-HB-Hib 2", "BCG", "MR 1"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_doubt_has_its_sentence(language: str) -> None:
    first, second = dose("DPT_HB_HIB-1", after(2)), dose("DPT_HB_HIB-2", after(3, -26))
    cases = [(second, [first]), (first, [second]), (dose("JE-5"), []), (dose("RV-1", after(8)), [])]
    cases += [(dose("MR-2", after(10)), [dose("MR-1", after(9))]), (second, [dose("DPT_HB_HIB-1", after(3))])]
    said = [Wording(language).say(found.why) for one, others in cases for found in dose_findings(one, others, BORN)]
    assert len(said) >= 8
    assert not any("{" in text or "Reason" in text for text in said)


def test_the_sentence() -> None:
    (found,) = dose_findings(dose("MR-2", after(18)), [dose("MR-1", after(18, -5))], BORN)
    assert Wording("id").say(found.why) == "MR 2 hanya 5 hari setelah MR 1 (paling cepat 6 bulan)"
