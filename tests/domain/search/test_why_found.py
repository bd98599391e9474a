"""Whoever is found, it can be said why; and what is underlined is what was typed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.search.name_search import find, fold
from kpm_desktop.domain.search.why_found import How, key_of, marked, why_found
from tests.domain.search.test_name_search import Line

KNOWN = (
    ("name", "Dimas Prasetyo"),
    ("mother", "Ratna Sari"),
    ("guardian", "Nenek Wati"),
    ("nik", "1275014304990001"),
    ("kia_number", "KIA-07-22-C1"),
    ("head", "Djoko Susilo"),
    ("family_card_no", "1275010101260001"),
    ("hamlet", "Suka Maju"),
    ("phone", "+62 812-6000-1234"),
)
NAMES = st.text("abdeijkmnorstuy' -", min_size=1, max_size=20).filter(str.strip)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("dimas", [("name", How.WRITTEN)]),
        ("sari", [("mother", How.WRITTEN)]),
        ("dimas sari", [("name", How.WRITTEN), ("mother", How.WRITTEN)]),
        ("soesilo", [("head", How.SPELLED)]),
        ("prasetio", [("name", How.SLIPPED)]),
        ("ratan", [("mother", How.SLIPPED)]),
        ("430499", [("nik", How.WRITTEN)]),
        ("12750101 0126", [("family_card_no", How.WRITTEN)]),
        ("07-22", [("kia_number", How.WRITTEN)]),
        ("sukamaju", [("hamlet", How.SPELLED)]),
        ("0812 6000", [("phone", How.WRITTEN)]),
        ("628126000", [("phone", How.WRITTEN)]),
        ("bambang", []),
        ("", []),
    ],
)
def test_the_reason_is_what_holds_it(typed: str, why: list[tuple[str, How]]) -> None:
    assert [(one.by, one.how) for one in why_found(typed, KNOWN)] == why


@given(NAMES, st.lists(NAMES, max_size=2), st.data())
def test_whoever_is_found_was_found_for_a_reason(name: str, others: list[str], data: st.DataObject) -> None:
    known = (("name", name), *(("mother", other) for other in others))
    whole = data.draw(st.sampled_from([name, *others]))
    begin = data.draw(st.integers(0, len(whole) - 1))
    typed = whole[begin : data.draw(st.integers(begin + 1, len(whole)))]
    found = find([Line("1", key_of(known))], typed) if fold(typed) else []
    assert bool(found) == bool(why_found(typed, known)), (typed, known)


@pytest.mark.parametrize(
    ("typed", "text", "shown"),
    [
        ("sari", "Kartika Sari", ["Sari"]),
        ("sari", "Sarie Moelyono", ["Sari"]),
        ("sari", "Sari Karangsari", ["Sari"]),
        ("sari", "Rapor Desa Karangsari", ["sari"]),
        ("SITI rah", "Siti Rahmah", ["Siti", "Rah"]),
        ("sukarni", "Soekarni", ["Soekarni"]),
        ("nuraini", "Siti Nur Aini", ["Nur Aini"]),
        ("alfatih", "Al-Fatih Putra", ["Al-Fatih"]),
        ("sukanri", "Ibu Sukarni", ["Sukarni"]),
        ("joko", "Ratna Sari", []),
        ("", "Ratna Sari", []),
    ],
)
def test_what_was_typed_is_underlined(typed: str, text: str, shown: list[str]) -> None:
    assert [text[begin:end] for begin, end in marked(typed, text)] == shown


@given(st.text(max_size=20), st.text(max_size=30))
def test_marks_lie_inside_the_text_in_order_and_apart(typed: str, text: str) -> None:
    spans = marked(typed, text)
    assert all(0 <= begin < end <= len(text) for begin, end in spans)
    assert all(end < begin for (_, end), (begin, _) in pairwise(spans))
