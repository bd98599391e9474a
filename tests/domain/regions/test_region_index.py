"""One of 91,599 regions is found by a part of its name, of today or before."""

import pytest

from kpm_desktop.domain.regions.place_names import places
from kpm_desktop.domain.regions.region_index import Former, RegionIndex, fold, region_title
from kpm_desktop.domain.regions.region_list import former_regions, region_names


@pytest.fixture(scope="module")
def index() -> RegionIndex:
    return RegionIndex(region_names(), former_regions())


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


@pytest.mark.parametrize("typed", ["12.21.02.2065", "1221022065"])
def test_a_code_that_is_gone_finds_what_it_is_today(index: RegionIndex, typed: str) -> None:
    (region,) = index.find(typed)
    assert (region.code, region.name, region.before) == ("12.21.16.2001", "Gading", Former("12.21.02.2065", "Gading"))


def test_a_village_is_found_in_the_kecamatan_it_lay_in(index: RegionIndex) -> None:
    (region,) = index.find("gading barumun tengah")
    assert (region.code, region.within[0]) == ("12.21.16.2001", "Barumun Barat")
    assert region.before == Former("12.21.02.2065", "Gading")


def test_a_name_of_before_finds_what_is_called_otherwise_today(index: RegionIndex) -> None:
    region = index.find("tampan", villages_only=False)[0]
    assert (region.code, region.name, region.before) == ("14.71.08", "Binawidya", Former("14.71.08", "Tampan"))
    assert [region.name for region in index.find("35 ilir")] == ["Tiga-puluh-lima Ilir"]


def test_what_kept_its_name_is_found_once_and_as_it_is(index: RegionIndex) -> None:
    found = [region for region in index.find("gading") if region.code == "12.21.16.2001"]
    assert [region.before for region in found] == [None]


def test_a_code_without_a_certain_successor_is_not_offered(index: RegionIndex) -> None:
    assert index.find("91.01.19.2003") == []
    assert index.region("91.01.19.2003").code == "91.01.19.2003"


def test_ones_own_regions_come_first_and_alone_before_anything_is_typed(index: RegionIndex) -> None:
    own = ["12.75"]
    listed = index.find("", own=own)
    assert {region.code[:5] for region in listed} == {"12.75"} and len(listed) == 37
    assert all(region.before is None for region in listed)
    assert index.find("", own=own, villages_only=False)[0].code == "12.75"
    found = index.find("suka maju", own=own)
    assert [region.code[:5] for region in found].index("12.75") == 0
    assert len({region.code for region in found}) == len(found) > 1, "the others follow, none twice"
    assert {region.code for region in found} == {region.code for region in index.find("suka maju")}
    assert index.find("1", own=own)[0].code.startswith("12.75"), "by code too"


def test_further_words_find_ones_own_as_they_find_all(index: RegionIndex) -> None:
    assert index.find("pahlawan utara binjai", own=["12.75"]) == index.find("pahlawan utara binjai")


def test_what_became_of_a_region_that_is_gone_is_ones_own(index: RegionIndex) -> None:
    assert [region.code for region in index.find("", own=["12.21.02.2065"])] == ["12.21.16.2001"]
