"""Mother and child, head and guardian, and every number lead to a person and to the household."""

from datetime import date
from uuid import UUID

import pytest

from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.search.found_by import FoundBy
from kpm_desktop.domain.search.name_search import fold, matches

HOME = Household(
    id=UUID(int=1),
    village_code="12.75.01.1001",
    head_name="Pak Rahmat",
    household_no="K-17",
    family_card_no="1275010101260001",
    hamlet="Suka Maju",
    phone="0812-3456-789",
)
MOTHER = Person(
    id=UUID(int=2), household_id=HOME.id, full_name="Siti Nur Aini", sex="female", birth_date=date(1998, 4, 3)
)
CHILD = Person(
    id=UUID(int=3),
    household_id=HOME.id,
    full_name="Nu'man",
    sex="male",
    birth_date=date(2026, 1, 2),
    nik="1275010201260001",
    mother_id=UUID(int=9),
    guardian_name="Nenek Wati",
    phone="+62 813 1111",
)
CARRIED = Pregnancy(id=UUID(int=4), person_id=MOTHER.id, outcome="ongoing", kia_number="KIA-2026/0114")


@pytest.fixture
def found_by() -> FoundBy:
    """The child names the mother by another entry of her."""
    return FoundBy([MOTHER, CHILD], {HOME.id: HOME}, [CARRIED], lambda id: MOTHER.id if id == UUID(int=9) else id)


OF_ALL = (
    "pak rahmat",
    "1275010101260001",
    "127501 0101",
    "k17",
    "k-17",
    "sukamaju",
    "08123456",
    "62812 3456",
    "nuraini",
)


@pytest.mark.parametrize("typed", [*OF_ALL, "numan", "20260114"])
def test_a_mother_is_found(found_by: FoundBy, typed: str) -> None:
    assert matches(fold(typed), found_by.person(MOTHER))


@pytest.mark.parametrize("typed", [*OF_ALL, "numan", "nu man", "wati", "1275010201", "0813 1111"])
def test_a_child_is_found(found_by: FoundBy, typed: str) -> None:
    assert matches(fold(typed), found_by.person(CHILD))


@pytest.mark.parametrize("typed", [*OF_ALL, "numan", "wati", "1275010201", "0114", "08131111"])
def test_the_household_is_found(found_by: FoundBy, typed: str) -> None:
    assert matches(fold(typed), found_by.household(HOME))
