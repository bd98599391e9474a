"""The names of a few regions, read from the list without building all of it: the header needs them at once."""

import csv
import gzip
from collections.abc import Sequence

from kpm_desktop import paths
from kpm_desktop.domain.regions.region_index import Region, region_title

_LENGTHS = (8, 5, 2)


def places(codes: Sequence[str]) -> tuple[Region, ...]:
    """Each code with its name and what it lies in; one that is not listed is called by its code."""
    text = "\n" + gzip.decompress((paths.resources() / "regions" / "regions.csv.gz").read_bytes()).decode()
    return tuple(_place(text, code) for code in codes)


def _place(text: str, code: str) -> Region:
    within = tuple(name for n in _LENGTHS if n < len(code) and (name := _name(text, code[:n])))
    return Region(code, _name(text, code) or code, within)


def _name(text: str, code: str) -> str:
    at = text.find(f"\n{code},")
    if at < 0:
        return ""
    line = text[at + 1 : text.find("\n", at + 1)]
    return region_title(next(csv.reader([line.rstrip("\r")]))[1])


Names = dict[str, Region]


def names_of(codes: Sequence[str]) -> Names:
    """Regions by their codes."""
    wanted = sorted(set(codes))
    return dict(zip(wanted, places(wanted), strict=True))
