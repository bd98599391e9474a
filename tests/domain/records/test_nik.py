"""A NIK is doubted by its own parts and by the program's list of regions, and never more than doubted."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.domain.records.person import Person

HOME = UUID("0198c0de-0000-7000-8000-000000000001")


def doubts(nik: str, born: date = date(1996, 4, 11), sex: str = "female", **more: Any) -> list[tuple[str, bool]]:
    """What a person with a NIK is told of it: the code, and whether it blocks."""
    person = Person(id=HOME, household_id=HOME, full_name="Ibu", sex=sex, birth_date=born, nik=nik, **more)
    return [(found.why.code, found.blocks) for found in person.check()]


@pytest.mark.parametrize(
    ("nik", "born", "sex"),
    [
        ("1275015104960001", date(1996, 4, 11), "female"),
        ("1275011104960001", date(1996, 4, 11), "male"),
        ("9101045104960001", date(1996, 4, 11), "female"),  # Kimaam, 93.01.04 since 2022
        ("9301045104960001", date(1996, 4, 11), "female"),
        ("9271015104960001", date(1996, 4, 11), "female"),  # Sorong
        ("9118185104960001", date(1996, 4, 11), "female"),  # Ayip: gone, and nothing certain came of it
        ("1275016902000001", date(2000, 2, 29), "female"),
        ("1275012902000001", date(2000, 2, 29), "male"),
    ],
)
def test_a_nik_of_a_kecamatan_of_today_or_before_is_right(nik: str, born: date, sex: str) -> None:
    assert doubts(nik, born, sex) == []


@pytest.mark.parametrize(
    "nik",
    [
        "9999015104960001",  # no such kabupaten
        "1275995104960001",  # no such kecamatan
        "1275010004960001",  # no day
        "1275014004960001",  # nor 40, a woman's day 0
        "1275017204960001",  # the 32nd of a woman
        "1275013204960001",
        "1275015113960001",  # the 13th month
        "1275016902010001",  # no 29th of February in 2001 or 1901
    ],
)
def test_a_nik_that_cannot_be_is_doubted(nik: str) -> None:
    assert doubts(nik) == [("rules.nik_unlikely", False)]


@pytest.mark.parametrize("nik", ["1275011104960001", "1275015204960001", "1275015104970001"])
def test_a_nik_of_somebody_else_is_doubted(nik: str) -> None:
    assert doubts(nik) == [("rules.nik_mismatch", False)]


def test_a_temporary_number_is_no_nik() -> None:
    assert doubts("12750151049600019", nik_kind="temporary") == []
