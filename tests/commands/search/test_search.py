"""People are found by name, old spelling, a wrong letter, numbers, mother, head, hamlet; laptops and villages too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.commands.search.book import LaptopEntry, PersonEntry
from kpm_desktop.commands.search.search import search
from kpm_desktop.commands.supervision.decision_count import DecisionCount
from kpm_desktop.commands.supervision.village_overview import Laptop, Overview, Village
from kpm_desktop.domain.search.name_search import fold
from kpm_desktop.domain.search.why_found import why_found
from tests.support.search_book import KARANGSARI, MEKARJAYA, OTHER_MEKARJAYA, book_of, home, person

DIMAS = person(
    "Dimas Prasetyo",
    ("mother", "Ratna Sari"),
    ("nik", "1275014304990001"),
    ("kia_number", "KIA-07-22-C1"),
    ("head", "Soekarno"),
    ("family_card_no", "1275010101260001"),
    ("hamlet", "Mawar Merah"),
    ("phone", "0812-6000-1234"),
)
SARI = person("Sari Wulandari", region=MEKARJAYA)
NAMES = st.text("abdefghiklmnoprstuwy", min_size=5, max_size=10)


def names(typed: str, *people: PersonEntry) -> list[str]:
    found = search(book_of(people), typed).people
    return [one.row.name for one in found if isinstance(one, PersonEntry)]


@pytest.mark.parametrize(
    "typed",
    ["dimas", "PRASETYO di", "prasetio", "ratna", "ratan sari", "430499", "1275 0101 0126", "07-22", "sukarno", "mawar",
     "mawarmerah", "0812 6000", "+62 812", "soekarno dimas"],
)  # fmt: skip
def test_a_child_is_found_by(typed: str) -> None:
    assert names(typed, DIMAS, person("Bambang")) == ["Dimas Prasetyo"]


def test_the_own_name_comes_before_the_mothers() -> None:
    assert names("sari", DIMAS, SARI) == ["Sari Wulandari", "Dimas Prasetyo"]


def test_who_is_to_be_visited_comes_before_others_of_the_name() -> None:
    gone, small = person("Siti", kind="other"), person("Siti", kind="pregnancy")
    assert search(book_of([gone, small]), "siti").people == [small, gone]


def test_nothing_typed_finds_nothing() -> None:
    assert search(book_of([DIMAS]), "  - ").is_empty
    assert search(book_of([DIMAS]), "bambang").is_empty


def test_a_village_name_narrows_where_nobody_is_called_so() -> None:
    other = person("Sari Ningsih", region=OTHER_MEKARJAYA)
    hits = search(book_of([DIMAS, SARI, other]), "sari wulandari mekarjaya")
    assert [one.key for one in hits.people] == [SARI.key]
    assert hits.name == "sari wulandari"
    assert search(book_of([DIMAS, SARI, other]), "sari karangsari").people == [DIMAS]


def test_a_household_nobody_is_listed_in_is_found_by_its_head() -> None:
    empty = home("Soekarno Hatta")
    assert search(book_of([DIMAS], [empty]), "sukarno hatta").people == [empty]


def test_villages_are_found_by_name_code_and_what_they_lie_in() -> None:
    book = book_of([])
    for typed, codes in (
        ("karang", [KARANGSARI]),
        ("desa mekar", [MEKARJAYA, OTHER_MEKARJAYA]),
        ("18.01.05", [OTHER_MEKARJAYA]),
        ("suka damai", [OTHER_MEKARJAYA]),
    ):
        assert [one.key for one in search(book, typed).villages] == codes, typed
    assert book.repeated == {MEKARJAYA, OTHER_MEKARJAYA}


def test_laptops_are_found_by_person_laptop_and_village() -> None:
    laptop = Laptop(key="ab", name="Ibu Yuni", device_name="Mekar 1", standing="let_in")
    overview = Overview((Village(MEKARJAYA, (laptop,)),), DecisionCount(0, 0, 0, 0), waiting=0)
    book = book_of([], overview=overview)
    for typed in ("yuni", "mekar 1", "mekarjaya"):
        assert [one.laptop.name for one in search(book, typed).laptops if isinstance(one, LaptopEntry)] == ["Ibu Yuni"]
    assert not search(book, "wati").laptops


@given(st.lists(NAMES, min_size=1, max_size=12, unique_by=fold), st.data())
def test_whatever_stands_in_a_name_finds_it_and_says_why(made: list[str], data: st.DataObject) -> None:
    people = [person(name.title()) for name in made]
    wanted = data.draw(st.sampled_from(people))
    folded = fold(wanted.row.name)
    begin = data.draw(st.integers(0, len(folded) - 1))
    typed = folded[begin : data.draw(st.integers(begin + 1, len(folded)))]
    found = search(book_of(people), typed).people
    assert wanted in found
    assert all(why_found(typed, one.row.known) for one in found)


@given(NAMES.filter(lambda name: len(fold(name)) >= 4), st.data())
def test_one_wrong_letter_is_forgiven(name: str, data: st.DataObject) -> None:
    right = fold(name)
    at = data.draw(st.integers(1, len(right) - 1))
    wrong = right[:at] + data.draw(st.sampled_from("bgkmnrt")) + right[at + 1 :]
    if len(fold(wrong)) == len(wrong) >= 4:
        assert names(wrong, person(name)) == [name]
