"""Places as somebody chooses among them."""

from kpm_desktop.domain.regions.place_names import own_first
from kpm_desktop.domain.regions.region_index import Region


def test_own_villages_stand_before_those_of_others() -> None:
    codes = {"12.75.02.1001": "Anggrek", "12.75.01.1002": "Mawar", "12.75.01.1001": "Melati"}
    found = own_first((Region(code, name, ()) for code, name in codes.items()), ["12.75.01"])
    assert [place.name for place in found] == ["Mawar", "Melati", "Anggrek"]
