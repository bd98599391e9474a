"""One of 91,219 regions is found by a part of its name."""

import pytest

from kpm_desktop.domain.regions.place_names import places
from kpm_desktop.domain.regions.region_index import RegionIndex, fold, region_title
from kpm_desktop.domain.regions.region_list import region_names


@pytest.fixture(scope="module")
def index() -> RegionIndex:
    return RegionIndex(region_names())


def test_a_whole_name_comes_first_whatever_the_spaces(index: RegionIndex) -> None:
    assert {fold(region.name) for region in index.find("suka maju")[:20]} == {"sukamaju"}
    assert index.find("sukamaju") == index.find("Suka Maju")


def test_further_words_name_what_it_lies_in(index: RegionIndex) -> None:
    (region,) = index.find("pahlawan binjai")
    assert region.code == "12.75.01.1001"
    assert region.within == ("Binjai Utara", "Kota Binjai", "Sumatera Utara")
    assert index.find("pahlawan kota binjai sumatera")[0] == region


def test_a_part_is_enough(index: RegionIndex) -> None:
    assert any(region.code == "12.75.01.1001" for region in index.find("ahlawa binjai"))


def test_a_code_is_found_by_its_beginning(index: RegionIndex) -> None:
    found = index.find("12.75.01")
    assert [region.code for region in found] == sorted(region.code for region in found)
    assert all(region.code.startswith("12.75.01.") for region in found)
    assert index.find("12.75.01", villages_only=False)[0].code == "12.75.01"


@pytest.mark.parametrize("typed", ["1275011001", "12 75 01 1001", "12.75.01.1001", "12-75-01-1001"])
def test_a_code_may_be_typed_without_its_points(index: RegionIndex, typed: str) -> None:
    assert [region.code for region in index.find(typed)] == ["12.75.01.1001"]
    assert index.find(typed[:-2]) == index.find("12.75.01.10")


def test_villages_alone_or_every_level(index: RegionIndex) -> None:
    assert all(len(region.code) == 13 for region in index.find("binjai"))
    assert any(len(region.code) == 8 for region in index.find("binjai utara", villages_only=False))


@pytest.mark.parametrize("typed", ["", "   ", "...", "qqqq", "qqqq zzzz", "\n", "pahlawan qqqq"])
def test_nothing_found_is_nothing(index: RegionIndex, typed: str) -> None:
    assert index.find(typed) == []


def test_no_more_than_asked_for_and_none_twice(index: RegionIndex) -> None:
    found = index.find("a", limit=7)
    assert len({region.code for region in found}) == len(found) == 7


def test_a_region_that_is_not_listed_is_called_by_its_code(index: RegionIndex) -> None:
    assert index.region("99.99.99.2001").name == "99.99.99.2001"


def test_capitals_become_readable() -> None:
    assert region_title("KAB. ACEH SELATAN") == "Kab. Aceh Selatan"
    assert region_title("DKI JAKARTA") == "DKI Jakarta"
    assert region_title("Suka Maju") == "Suka Maju"


def test_names_of_a_few_are_read_without_the_index(index: RegionIndex) -> None:
    codes = ("12.75.01.1001", "12.75.01", "12", "99.99.99.2001")
    assert places(codes) == tuple(index.region(code) for code in codes)
