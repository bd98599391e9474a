"""The Ministry's list of regions, read when first asked for; a code outside it is allowed with a warning."""

import csv
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kpm_desktop.domain.regions import region_files, successors
from kpm_desktop.domain.regions.region_index import Former

_KECAMATAN = re.compile(r"^(\d\d\.\d\d\.\d\d),", re.MULTILINE | re.ASCII)


def region_names() -> dict[str, str]:
    """Every listed region's code and name, provinces to villages; made anew, as few need all of them."""
    return {row[0]: row[1] for row in region_files.rows(region_files.REGIONS)}


@cache
def kecamatan_codes() -> frozenset[str]:
    """The codes of every listed kecamatan, found without reading the names."""
    return frozenset(_KECAMATAN.findall(_list()))


def former_regions() -> Iterator[tuple[Former, str]]:
    """What earlier lists knew under another code or name, each with its code of today."""
    for code in successors.gone_codes():
        before = Former(code, successors.former_name(code))
        yield from ((before, now) for now in successors.successors(code))
    yield from ((Former(code, name), code) for code, name in region_files.rows(region_files.FORMER_NAMES))


def name_of(code: str) -> str:
    """A region's name as the list writes it, that of an earlier list where the code is gone, else nothing."""
    return _listed_name(code) or successors.former_name(code)


def is_listed(code: str) -> bool:
    """Whether the list of today knows a code."""
    return bool(_listed_name(code))


def is_known(code: str) -> bool:
    """Whether it does, or an earlier list did."""
    return successors.is_gone(code) or is_listed(code)


@cache
def _list() -> str:
    return region_files.text(region_files.REGIONS)


@lru_cache(maxsize=4096)
def _listed_name(code: str) -> str:
    """Looked up in the text: 91,000 names in a dictionary are 16 MB that a laptop with 4 GB lacks."""
    at = _list().find(f"\n{code},") + 1
    if not at:
        return ""
    ((_, name, *_),) = csv.reader([_list()[at : _list().find("\n", at)]])
    return name
