"""What codes of earlier lists became: the whole list, and what it may hold one day."""

import csv
import gzip
from itertools import pairwise

import pytest

from kpm_desktop import paths
from kpm_desktop.domain.regions import successors as moved
from kpm_desktop.domain.regions.place_names import places, renumbered
from kpm_desktop.domain.regions.region_list import is_known, is_listed, kecamatan_codes, name_of, region_names
from kpm_desktop.domain.regions.successors import former_name, gone_codes, is_gone, predecessors, successors
from tests.support.region_lists import successors_are

ROWS = [
    tuple(row)
    for row in csv.reader(
        gzip.decompress((paths.resources() / "regions" / "successors.csv.gz").read_bytes()).decode().splitlines()
    )
][1:]


def test_the_list_is_that_of_2025() -> None:
    by_level = [sum(len(code) == length for code in region_names()) for length in (2, 5, 8, 13)]
    assert by_level == [38, 514, 7285, 83762], "Kepmendagri 300.2.2-2138/2025"
    assert sum(by_level) == len(region_names())
    assert {code[: code.rfind(".")] for code in region_names() if "." in code} <= set(region_names())
    assert kecamatan_codes() == {code for code in region_names() if len(code) == 8}


def test_every_successor_is_a_region_of_today_of_the_same_level() -> None:
    for old, new, _ in ROWS:
        assert new == "" or (is_listed(new) and len(new) == len(old))


def test_every_gone_code_is_named_and_leads_to_a_region_of_today_or_says_that_none_is_certain() -> None:
    unsure = {old for old, new, _ in ROWS if not new}
    assert set(gone_codes()) == {old for old, _, _ in ROWS}
    for code in gone_codes():
        assert is_gone(code) and is_known(code) and not is_listed(code)
        assert former_name(code) == name_of(code) != ""
        assert bool(successors(code)) is (code not in unsure)
        assert all(map(is_listed, successors(code)))
    assert len(unsure) == 223


def test_nothing_leads_back_and_nothing_stands_twice() -> None:
    assert [row[0] for row in ROWS] == sorted({row[0] for row in ROWS})
    assert not {old for old, _, _ in ROWS} & {new for _, new, _ in ROWS}


def test_predecessors_are_the_same_read_backwards() -> None:
    forwards = {(old, new) for old in gone_codes() for new in successors(old)}
    assert forwards == {(old, new) for new in {new for _, new, _ in ROWS} for old in predecessors(new)}


@pytest.mark.parametrize(
    ("before", "now"),
    [  # the laws of 2022 that made the provinces: 14 Selatan, 15 Tengah, 16 Pegunungan, 29 Barat Daya
        ("91.01", ["93.01", "Kab. Merauke", "Papua Selatan"]),
        ("91.04", ["94.01", "Kab. Nabire", "Papua Tengah"]),
        ("91.02", ["95.01", "Kab. Jayawijaya", "Papua Pegunungan"]),
        ("92.01", ["96.01", "Kab. Sorong", "Papua Barat Daya"]),
        ("92.71", ["96.71", "Kota Sorong", "Papua Barat Daya"]),
    ],
)
def test_the_new_provinces_of_papua(before: str, now: list[str]) -> None:
    (found,) = renumbered([before])
    (place,) = found.now
    assert [place.code, place.name, *place.within] == now
    assert found.before.name == place.name


def test_a_region_that_is_gone_is_called_as_it_was() -> None:
    (place,) = places(["91.01.04.2001"])
    assert (place.name, place.within) == ("Kimaam", ("Kimaam", "Kab. Merauke", "Papua"))
    assert renumbered(["12.75.01.1001", "99.99"]) == ()


def test_several_steps_and_several_successors() -> None:
    with successors_are(("12.75.01", "12.75.07"), ("12.75.07", "12.75.08"), ("12.75.07", "12.75.09")):
        assert successors("12.75.01") == successors("12.75.07") == ("12.75.08", "12.75.09")
        assert predecessors("12.75.09") == ("12.75.01", "12.75.07")


def test_a_list_that_leads_in_a_circle_is_not_followed_for_ever() -> None:
    circle = ["12.75.01", "12.75.07", "12.75.08", "12.75.01"]
    with successors_are(*pairwise(circle)):
        assert successors("12.75.01") == ()
        assert is_gone("12.75.08")


def test_a_kecamatan_of_which_villages_went_elsewhere_did_not_move_as_a_whole() -> None:
    assert moved.moved_whole("91.01.04") == "93.01.04"
    assert successors("91.01.19") == ("93.01.19",)
    assert moved.moved_whole("91.01.19") == "", "five of its villages lie in 93.01.22"
    assert successors("92.05.05") == ("96.03.23",)
    assert moved.moved_whole("92.05.05") == "", "two kecamatan changed their codes: its villages lie in 96.03.05"
