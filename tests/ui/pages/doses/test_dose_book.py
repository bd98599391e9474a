"""A child's doses without any window: which there are, which year is meant, where one begins, what a draft keeps."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.commands.immunization.dose_entries import DoseEntry
from kpm_desktop.commands.immunization.dose_sheet import DoseSheet
from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.schedules.doses import dose_rules, numbers_of
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.pages.doses.dose_book import DoseBook
from kpm_desktop.ui.pages.doses.dose_words import age_words, standing
from kpm_desktop.ui.pages.doses.typed_day import TypedDay

TODAY, CHILD, HOME = date(2026, 11, 19), UUID(int=1), UUID(int=2)
BALI, PADANG = "51.71.01.1001", "12.75.01.1001"
CALENDAR = CalendarWords("id")


def book(born: date, *held: tuple[str, int, date | None], region: str = PADANG, today: date = TODAY) -> DoseBook:
    child = Person(id=CHILD, household_id=HOME, full_name="Rafi", sex="male", birth_date=born)
    days = {(vaccine, number): day for vaccine, number, day in held}
    asked = [(rule.vaccine, n) for rule in dose_rules().vaccines for n in numbers_of(rule.vaccine, born)]
    entries = []
    for vaccine, number in dict.fromkeys((*asked, *days)):
        record = derived_id("immunization", {"person_id": str(CHILD), "vaccine": vaccine, "dose": number})
        assert record is not None
        dose = Immunization(
            id=record, person_id=CHILD, vaccine=vaccine, dose=number, given_date=days.get((vaccine, number))
        )
        is_held = (vaccine, number) in days
        entries.append(DoseEntry(vaccine=vaccine, dose=number, record=record, held=dose if is_held else None))
    sheet = DoseSheet(
        person=child, region=region, household=None, posyandu="", mother="", entries=tuple(entries), visits={}
    )
    return DoseBook(sheet, today)


def typed(text: str) -> TypedDay:
    made = TypedDay()
    for sign in text:
        made.add(sign)
    return made


def names(found: DoseBook) -> dict[int | None, list[str]]:
    return {age.month: [box.name for box in age.boxes] for age in found.ages}


def test_an_age_a_row_as_the_kia_book_prints_them() -> None:
    assert names(book(date(2026, 1, 10))) == {
        0: ["HB0"],
        1: ["BCG", "OPV 1"],
        2: ["DPT-HB-Hib 1", "OPV 2", "PCV 1", "RV 1"],
        3: ["DPT-HB-Hib 2", "OPV 3", "PCV 2", "RV 2"],
        4: ["DPT-HB-Hib 3", "OPV 4", "IPV 1", "RV 3"],
        9: ["MR 1", "IPV 2"],
        12: ["PCV 3"],
        18: ["DPT-HB-Hib 4", "MR 2"],
    }


def test_je_where_it_is_given_or_was_and_further_doses_below() -> None:
    """JE in endemic districts only; a third IPV of children born before 2024."""
    assert names(book(date(2026, 1, 10), region=BALI))[10] == ["JE"]
    assert names(book(date(2026, 1, 10), ("JE", 1, date(2026, 11, 12))))[10] == ["JE"]
    assert names(book(date(2023, 5, 2)))[None] == ["IPV 3"]
    assert names(book(date(2026, 1, 10), ("OPV", 5, None)))[None] == ["OPV 5"]


@given(st.integers(0, 364), st.integers(0, 10_000))
def test_in_the_first_year_day_and_month_are_enough(age: int, chosen: int) -> None:
    born = TODAY - timedelta(days=age)
    given_on = born + timedelta(days=chosen % (age + 1))
    found = book(born)
    for box in found.boxes.values():
        read = found.read(box, typed(f"{given_on:%d%m}"))
        assert (read.value, read.problem) == (given_on, "")


@given(st.dates(date(2021, 1, 1), TODAY), st.dates(date(2024, 1, 1), date(2024, 12, 31)))
def test_a_year_is_found_within_the_limits_if_there_is_one(born: date, typed_day: date) -> None:
    found = book(born)
    for box in found.boxes.values():
        read = found.read(box, typed(f"{typed_day:%d%m}"))
        possible = [
            day
            for year in range(born.year, TODAY.year + 1)
            if (typed_day.month, typed_day.day) != (2, 29) or year % 4 == 0
            for day in [typed_day.replace(year=year)]
            if born <= day <= TODAY
        ]
        assert (read.value in possible) if possible else read.problem


def test_of_several_years_the_one_of_the_dose() -> None:
    found = book(date(2024, 12, 20), ("DPT_HB_HIB", 1, date(2025, 12, 30)))
    assert found.read(found.boxes["BCG", 1], typed("2001")).value == date(2025, 1, 20)
    assert found.read(found.boxes["MR", 2], typed("2007")).value == date(2026, 7, 20)
    late = found.read(found.boxes["DPT_HB_HIB", 2], typed("0302")).value
    assert late == date(2026, 2, 3), "not before the dose before it"


@pytest.mark.parametrize(
    ("held", "first"),
    [
        ((), "HB0"),
        ((("HB0", 1, date(2026, 1, 10)),), "BCG"),
        (tuple((v, n, None) for v, n in (("HB0", 1), ("BCG", 1), ("OPV", 1), ("OPV", 2))), "DPT-HB-Hib 1"),
    ],
)
def test_one_begins_at_the_top_or_at_what_can_be_given(
    held: tuple[tuple[str, int, date | None], ...], first: str
) -> None:
    assert book(date(2026, 1, 10), *held).first().name == first


def test_a_full_book_is_begun_at_its_top() -> None:
    every = [(rule.vaccine, each.dose, None) for rule in dose_rules().vaccines for each in rule.doses]
    found = book(date(2024, 5, 10), *every)
    assert found.first().name == "HB0"
    assert found.counted == (21, 21)


def test_a_draft_keeps_what_differs_and_nothing_else() -> None:
    found = book(date(2026, 1, 10), ("MR", 1, date(2026, 10, 12)))
    held, fresh = found.boxes["MR", 1], found.boxes["IPV", 1]
    key = {"person_id": str(CHILD), "vaccine": "IPV", "dose": 1}
    held.set_day(date(2026, 10, 13))
    fresh.set_day(date(2026, 5, 12))
    assert held.changed == {"given_date": "2026-10-13"}
    assert fresh.changed == {**key, "given_date": "2026-05-12", "source": "kia_book"}
    held.turn_source()
    fresh.set_undated()
    assert held.changed == {"given_date": "2026-10-13", "source": "kia_book"}
    assert fresh.changed == {**key, "given_date": None, "source": "kia_book"}
    held.empty()
    fresh.go_back()
    fresh.refuse("31-02")
    assert (held.changed, fresh.changed) == ({"status": "entered_in_error"}, key)
    held.go_back()
    fresh.go_back()
    assert not (held.has_draft or fresh.has_draft)


def test_a_date_that_was_believed_is_asked_about_again_when_it_becomes_another() -> None:
    found = book(date(2026, 1, 10), ("MR", 1, date(2026, 5, 12)))
    box = found.boxes["MR", 1]
    assert [why.code for why in found.doubts.values()] == ["doses.too_young"]
    box.confirmed["too_young"] = "di buku begitu"
    found.forget()
    assert found.doubts == {}
    box.set_day(date(2026, 6, 12))
    found.forget()
    assert list(found.doubts) == [("MR", 1)]


@given(st.dates(date(2022, 1, 1), TODAY), st.integers(0, 2**22 - 1))
def test_every_dose_says_how_it_stands(born: date, chosen: int) -> None:
    keys = [(rule.vaccine, n) for rule in dose_rules().vaccines for n in numbers_of(rule.vaccine, born)]
    held = [(*key, TODAY if chosen >> at & 2 else None) for at, key in enumerate(keys) if chosen >> at & 1]
    found = book(born, *held)
    for box in found.boxes.values():
        said = standing(found, box, CALENDAR)
        assert said.words
        assert (said.icon == "check") == (box.is_given and box.key not in found.doubts)
        planned = found.plan.get(box.key)
        if planned is not None and said.icon == "clock":
            assert planned.standing in ("due", "waiting")


def test_an_age_is_told_in_months_and_days() -> None:
    born = date(2026, 1, 31)
    assert age_words(born, born) == "day of birth"
    assert completed_months(born, date(2026, 3, 1)) == 1
    assert age_words(born, date(2026, 3, 1)) == "1 months"
    assert age_words(born, date(2026, 3, 3)) == "1 months 2 days"
    assert age_words(born, date(2029, 2, 11)) == "3 years"
    assert age_words(born, date(2029, 3, 11)) == "3 years 1 months"
