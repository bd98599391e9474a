"""Regions in words: what a region is, and how a header or a list names it."""

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.regions.region_index import VILLAGE_LENGTH, Region


def kind_word(code: str) -> str:
    """What a region is, by its code; a village code's last group tells a kelurahan (1…) from a desa (2…)."""
    translate = QCoreApplication.translate
    if len(code) == VILLAGE_LENGTH:
        return translate("Places", "Kelurahan") if code[9] == "1" else translate("Places", "Desa")
    if len(code) == 8:
        return translate("Places", "Kecamatan")
    return translate("Places", "Kabupaten/Kota") if len(code) == 5 else translate("Places", "Province")


def place_title(place: Region) -> str:
    """`Desa Sukamaju`, `Kec. Harapan`, `Kab. Cianjur`."""
    translate = QCoreApplication.translate
    if len(place.code) == VILLAGE_LENGTH:
        return (
            translate("Places", "Kel. {name}") if place.code[9] == "1" else translate("Places", "Desa {name}")
        ).format(name=place.name)
    return translate("Places", "Kec. {name}").format(name=place.name) if len(place.code) == 8 else place.name


def within_words(place: Region) -> str:
    """What it lies in: `Kec. Harapan, Kab. Cianjur, Jawa Barat`."""
    names = list(place.within)
    if len(place.code) == VILLAGE_LENGTH and names:
        names[0] = QCoreApplication.translate("Places", "Kec. {name}").format(name=names[0])
    return ", ".join(names)


def places_title(places: tuple[Region, ...]) -> str:
    """The header's words for a profile: its one region, or the first and how many more."""
    first = place_title(places[0]) if places else ""
    return first if len(places) < 2 else f"{first} +{len(places) - 1}"


def rt_rw(rt: str | None, rw: str | None) -> str:
    """`RT 02/01`; empty where neither is known."""
    return f"RT {rt or '–'}/{rw or '–'}" if rt or rw else ""
