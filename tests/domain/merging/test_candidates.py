"""Which records are proposed as the same one, and that the search stays small however alike everything is."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from unittest import mock
from uuid import UUID

import pytest

from kpm_desktop.domain.merging import candidates as duplicates
from kpm_desktop.domain.merging.candidates import NEIGHBOURS, VillageGroups, likely_pairs, other_of, rule_of
from kpm_desktop.domain.merging.groups import resolve
from kpm_desktop.domain.merging.names import days_between, name_words, names_alike
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person

BORN = date(2025, 1, 2)
HOMES = [
    Household(id=UUID(int=1), village_code="12.75.01.1001", head_name="Pak Rahmat", hamlet="Mawar"),
    Household(id=UUID(int=2), village_code="12.75.01.1001", head_name="Bapak Rakhmat", hamlet="Kenanga"),
    Household(id=UUID(int=3), village_code="12.75.01.1001", head_name="Joko", hamlet="Kenanga"),
]
MOTHER = UUID(int=90)


def person(number: int, home: int = 1, **values: Any) -> Person:
    known: dict[str, Any] = {"full_name": "Ahmad Fauzi", "sex": "male", "birth_date": BORN}
    return Person(id=UUID(int=number), household_id=UUID(int=home), **(known | values))


def village(*people: Person) -> VillageGroups:
    homes = resolve(HOMES)
    return VillageGroups(homes, resolve(people, household_id=homes), resolve([]), resolve([]))


def rules(one: Person, other: Person) -> tuple[str, ...]:
    return next((pair.rules for pair in likely_pairs(village(one, other), []) if pair.kind == "person"), ())


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ahmad Fauzi", "Akhmad Fauzi", True),
        ("Ahmad Fauzi", "A. Fauzi", True),
        ("Ahmad Fauzi", "Ahmad Fauzi bin Rahmat", True),
        ("Soekarni", "Sukarni", True),
        ("Ibu Siti Rahmah", "Siti Rahma", True),
        ("Hasan", "Husin", False),
        ("Ahmad Fauzi", "Budi Santoso", False),
        ("A", "Ahmad", False),
    ],
)
def test_names_as_two_people_write_them(one: str, other: str, alike: bool) -> None:
    assert names_alike(name_words(one), name_words(other)) is alike


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"nik": "1" * 16}, {"home": 3, "nik": "1" * 16, "birth_date": date(2025, 2, 1)}, ("nik",)),
        ({"kia_number": "00 12"}, {"home": 3, "kia_number": "00-12", "birth_date": date(2025, 1, 9)}, ("kia",)),
        ({"mother_id": MOTHER}, {"home": 3, "mother_id": MOTHER, "birth_date": date(2025, 1, 9)}, ("mother",)),
        ({}, {"home": 2, "full_name": "Akhmad F.", "birth_date": date(2025, 1, 20)}, ("home",)),
        ({}, {"home": 3}, ("name",)),
        ({}, {"home": 3, "birth_date": date(2025, 1, 9)}, ()),
        ({}, {"sex": "female"}, ()),
        ({}, {"birth_date": date(2023, 1, 2)}, ()),
        ({"birth_date_is_estimated": True}, {"birth_date": date(2023, 6, 2)}, ("home",)),
        ({"mother_id": MOTHER, "birth_order": 1}, {"mother_id": MOTHER, "birth_order": 2}, ()),
        ({}, {"status": "died"}, ()),
        ({"nik": "1" * 16}, {"nik": "1" * 16, "full_name": "Joko", "birth_date": date(2000, 1, 1)}, ()),
    ],
)
def test_people(one: dict[str, Any], other: dict[str, Any], why: tuple[str, ...]) -> None:
    assert rules(person(11, **one), person(12, **other)) == why


def test_what_was_said_holds_for_whoever_is_linked_later() -> None:
    people = [person(11), person(12), person(13, home=3, birth_date=date(2020, 1, 1), merged_into_id=UUID(int=12))]
    assert [(pair.first.int, pair.second.int) for pair in likely_pairs(village(*people), [])] == [(11, 12)]
    assert likely_pairs(village(*people), [("person", UUID(int=13), UUID(int=11))]) == []
    assert other_of(rule_of(UUID(int=13))) == UUID(int=13)
    assert other_of("measure.shrank") is None
    assert other_of("duplicate_of:nobody") is None


def test_nobody_is_compared_with_everybody() -> None:
    """A thousand of one name, one head and one placeholder for a NIK: each meets a few neighbours of each block."""
    days = [BORN + timedelta(days=40 * number) for number in range(1000)]
    people = [person(100 + number, nik="0" * 16, birth_date=day) for number, day in enumerate(days)]
    with mock.patch.object(duplicates, "days_between", wraps=days_between) as compared:
        assert likely_pairs(replace(village(*people), households=resolve(HOMES)), []) == []
    assert compared.call_count <= NEIGHBOURS * len(people)
