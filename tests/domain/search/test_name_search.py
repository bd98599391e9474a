"""Old and new spellings find each other; numbers and places are searched alike."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.search.name_search import (
    FollowedSearch,
    WordIndex,
    find,
    fold,
    matches,
    one_slip,
    search_key,
)

APOSTROPHES = "'’‘ʼʻ`´′＇ʾʿ"
HYPHENS = "-‐‑‒–—−"
NAMES = st.text("abdfghiklmnprstuwy", min_size=4, max_size=9)


@dataclass(frozen=True)
class Line:
    key: str
    search: str


def lines(*names: str) -> list[Line]:
    return [Line(name, search_key(name)) for name in names]


def found(typed: str, *names: str) -> list[str]:
    return [line.key for line in find(lines(*names), typed)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("sukarni", "Soekarni"),
        ("joko", "Djoko Susilo"),
        ("cahyo", "Tjahyo"),
        ("syafi'i", "Safii"),
        ("nurhayati", "Nur-Hayati, Nurhayati"),
        ("SITI  rah", "Siti Rahmah"),
        ("rahmah siti", "Siti Rahmah"),
        ("andré", "Andre"),
        ("0114-2026", "KIA 0114-2026"),
        ("muhamad", "Muhammad"),
        ("yati", "Jati"),
        ("Janto", "Yanto"),
        ("surya", "Soerja"),
        ("sjarifah", "Syarifah"),
        ("alfatih", "Al-Fatih"),
        ("Al Fatih", "Alfatih"),
        ("nuraini", "Siti Nur Aini"),
        ("nur aini", "Nuraini"),
        ("nurrahma", "Nur Rahma"),
        ("m yusuf", "M. Yusuf"),
        ("M.Yusuf", "M Yusuf"),
        ("sukanri", "Sukarni"),
        ("sukrni", "Sukarni"),
        ("sukarrrni", "Sukarni"),
        ("sukwarni", "Sukarni"),
        ("sukerni", "Sukarni"),
    ],
)
def test_what_people_type_finds_the_name(typed: str, name: str) -> None:
    assert matches(fold(typed), fold(name))
    assert matches(fold(typed), search_key(name))
    assert found(typed, "Zubaidah Lubis", name) == [name]


def test_what_is_not_there_is_not_found() -> None:
    assert not matches(fold("siti aminah"), fold("Siti Rahmah"))
    assert matches(fold("  "), fold("anybody"))
    assert found("siti aminah", "Siti Rahmah") == []
    assert found("", "Siti Rahmah") == ["Siti Rahmah"]


@given(NAMES, NAMES, st.sampled_from(APOSTROPHES), st.sampled_from(HYPHENS), st.sampled_from(["", ".", ". "]))
def test_signs_and_joins_make_no_other_name(one: str, other: str, apostrophe: str, hyphen: str, point: str) -> None:
    plain = one + other
    spelled = (one + apostrophe + other, one + hyphen + other, f"{one} {other}", f"{one}{point}{other}".title())
    assert fold(spelled[0]) == fold(plain)
    for written in spelled:
        for typed in (plain, *spelled):
            assert found(typed, written) == [written]


@given(st.text(max_size=12))
def test_what_is_folded_stays_so(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(NAMES.filter(lambda name: len(fold(name)) >= 5), st.integers(0, 3), st.data())
def test_one_wrong_letter_finds_a_long_word(name: str, kind: int, data: st.DataObject) -> None:
    name = fold(name)
    at = data.draw(st.integers(0, len(name) - 2))
    letter = data.draw(st.sampled_from("abcdefgiklmnopqrtuwx"))
    slips = (name[:at] + letter + name[at:], name[:at] + name[at + 1 :], name[:at] + letter + name[at + 1 :])
    typed = [*slips, name[:at] + name[at + 1] + name[at] + name[at + 2 :]][kind]
    assert one_slip(typed, name) or len(typed) < 4
    if fold(typed) == typed and len(typed) >= 4:
        assert found(typed, name) == [name]


@pytest.mark.parametrize("typed", ["ali", "adi", "umi", "sri"])
def test_a_short_word_has_no_wrong_letter(typed: str) -> None:
    assert found(typed, "Ari", "Ade", "Uma", "Sra", "Alia", "Adin", "Umia", "Srii Wahyuni") == [
        name for name in ("Alia", "Adin", "Umia", "Srii Wahyuni") if name.lower().startswith(typed)
    ]


def test_the_best_come_first_and_a_wrong_letter_only_where_few_are_found() -> None:
    names = ["Nurainy Lubis", "Siti Nur Aini", "Kanuraini", "Nuraini Sari"]
    assert found("nuraini", *names) == ["Nuraini Sari", "Siti Nur Aini", "Kanuraini", "Nurainy Lubis"]
    many = [f"Nuraini {number}" for number in range(10)]
    assert found("nuraini", "Nurainy", *many) == many


def test_ones_own_name_comes_before_the_familys() -> None:
    child = Line("child", search_key("Ahmad", "Siti Rahmah"))
    mother = Line("mother", search_key("Siti Rahmah", "Ahmad"))
    assert find([child, mother], "siti") == [mother, child]
    assert find([mother, child], "ahmad") == [child, mother]


def test_no_part_of_a_word_is_found_across_two() -> None:
    assert found("tira", "Siti Rahmah") == []


@pytest.mark.parametrize(
    "typed", ["0812-3456-789", "08123456789", "+62 812 3456 789", "628123456789", "812 3456", "00628123"]
)
@pytest.mark.parametrize("kept", ["0812 3456 789", "+62-812-3456-789", "(0812)3456789", "0811222333 / 08123456789"])
def test_a_telephone_is_found_however_it_is_written(typed: str, kept: str) -> None:
    assert find([Line("a", search_key("Ibu", phones=[kept])), Line("b", search_key("Ibu"))], typed)[0].key == "a"


def test_an_index_made_before_finds_the_same() -> None:
    made = lines("Siti Rahmah", "Sukarni", "Aminah", "Sukarno Putra")
    index = WordIndex((line.key, line.search) for line in made)
    for typed in ("sukanri", "amniah", "siti rahmsh", "sukarn"):
        assert find(made, typed, index) == find(made, typed)


TYPING = st.lists(st.text("abeijknorstuy 0'", max_size=8), min_size=1, max_size=6)


@given(st.lists(st.text("abeijknorstuy 012", min_size=1, max_size=12), max_size=15, unique=True), TYPING)
def test_following_the_typing_finds_the_same(names: list[str], typed: list[str]) -> None:
    """Letter by letter, cut off and begun anew."""
    made = lines(*names)
    index = WordIndex((line.key, line.search) for line in made)
    followed = FollowedSearch(made)
    for text in typed:
        for end in range(len(text) + 1):
            assert followed.find(text[:end]) == find(made, text[:end], index), text[:end]
