"""What lies in what: by the code alone, and by what the list says of codes that are gone."""

import random
from itertools import product

import pytest

from kpm_desktop.domain.regions.coverage import above, covers, has_moved, holders, is_covered
from kpm_desktop.domain.regions.region_list import region_names
from kpm_desktop.domain.regions.successors import gone_codes, is_gone, predecessors, successors
from tests.support.region_lists import successors_are

# A village of 12.21.02 that lies in 12.21.16 today; a kabupaten of Papua that is one of Papua Selatan.
OLD, NEW = "12.21.02.2065", "12.21.16.2001"
OLD_VILLAGE, NEW_VILLAGE = "91.01.04.2001", "93.01.04.2001"


def by_code(region: str, code: str) -> bool:
    """What the code alone says."""
    return f"{code}.".startswith(f"{region}.")


@pytest.mark.parametrize(
    ("prefix", "code", "inside"),
    [
        ("12.75", "12.75", True),
        ("12.75", "12.75.01.1001", True),
        ("12", "12.75", True),
        ("12.7", "12.75", False),
        ("12.75.01", "12.75", False),
        ("12.75.01.100", "12.75.01.1001", False),
        ("", "12", False),
    ],
)
def test_a_region_covers_whole_parts(prefix: str, code: str, inside: bool) -> None:
    assert covers(prefix, code) is inside


@pytest.mark.parametrize(
    ("region", "code", "inside"),
    [
        ("12.21.16", OLD, True),
        (NEW, OLD, True),
        ("12.21.02", OLD, True),
        ("12.21.16", "12.21.02", False),
        ("12.21.02", NEW, False),
        (OLD, NEW, True),
        ("12.21.15", OLD, False),
        ("93", OLD_VILLAGE, True),
        ("93.01", OLD_VILLAGE, True),
        ("91", OLD_VILLAGE, True),
        ("91", NEW_VILLAGE, False),
        ("91.01", NEW_VILLAGE, True),
        ("91.01", "93.01", True),
        ("91.01", "93.02", False),
        ("93.01", "91.01", True),
        ("93.01.19", "91.01.19.2006", False),
        ("93.01.22", "91.01.19.2006", True),
        ("96.03.05", "92.05.05.2001", True),
        ("96.03.23", "92.05.05.2001", False),
    ],
)
def test_a_code_that_is_gone_lies_where_the_list_says(region: str, code: str, inside: bool) -> None:
    assert covers(region, code) is inside


def test_a_village_without_a_certain_successor_lies_in_what_moved_as_a_whole() -> None:
    unsure, cut_off = "91.01.02.2013", "91.01.19.2003"
    assert successors(unsure) == successors(cut_off) == ()
    assert covers("93.01.02", unsure)
    assert not covers("93.01.19", cut_off), "of its kecamatan some villages went elsewhere"
    assert covers("93.01", cut_off), "its kabupaten moved as a whole"


def test_a_village_that_is_new_lies_in_what_its_kecamatan_was() -> None:
    new = "93.01.06.2003"
    assert not predecessors(new)
    assert covers("91.01.06", new) and covers("91.01", new) and not covers("91", new)


def test_of_all_gone_codes_nothing_is_covered_that_the_list_does_not_name() -> None:
    """A region of today covers a village that is gone where all the list says of it lies inside."""
    today = {code for code in region_names() if has_moved(code)}
    for code in gone_codes():
        if after := successors(code):
            told = {wider for new in after for wider in (new, *above(new))}
            assert {holder for holder in holders(code) if holder in today and not by_code(holder, code)} <= told


def test_what_codes_alone_tell_stays_as_it_was() -> None:
    draw = random.Random(2025)
    today = draw.sample(list(region_names()), 200)
    gone = draw.sample(list(gone_codes()), 200)
    for region, code in product(today, today):
        assert covers(region, code) is by_code(region, code)
    for region, code in product(gone, gone):
        assert covers(region, code) is by_code(region, code), "two codes that are gone meet in one of today alone"
    for region, code in [(above(code)[0], code) for code in gone]:
        assert covers(region, code)


def test_what_never_moved_is_told_by_its_code() -> None:
    for code in random.Random(1).sample(list(region_names()), 2000):
        if not has_moved(code):
            assert holders(code) == {code, *above(code)}
    assert not has_moved("12.75.01.1001") and has_moved(OLD) and has_moved(NEW) and has_moved("91.01.99.2001")


def test_a_village_that_was_divided_needs_both_parts() -> None:
    parts = ("12.75.01.1002", "12.75.02.1001")
    with successors_are(*(("12.75.01.1009", part) for part in parts)):
        assert not any(covers(part, "12.75.01.1009") for part in parts)
        assert is_covered("12.75.01.1009", parts) and is_covered("12.75.01.1009", ("12.75.02", "12.75.01.1002"))
        assert covers("12.75", "12.75.01.1009")
        assert all(covers("12.75.01.1009", part) for part in parts)


def test_villages_that_were_joined_do_not_cover_one_another() -> None:
    with successors_are(("12.75.01.1008", "12.75.01.1002"), ("12.75.01.1009", "12.75.01.1002")):
        assert covers("12.75.01.1002", "12.75.01.1008") and covers("12.75.01.1008", "12.75.01.1002")
        assert not covers("12.75.01.1008", "12.75.01.1009")
        assert is_gone("12.75.01.1008")
