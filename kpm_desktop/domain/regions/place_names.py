"""The names of a few regions, read from the list without building all of it: the header needs them at once."""

import csv
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.regions import region_files
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.domain.regions.region_index import Region, region_title
from kpm_desktop.domain.regions.successors import former_name, is_gone, successors

_LENGTHS = (8, 5, 2)


def places(codes: Sequence[str]) -> tuple[Region, ...]:
    """Each code with its name and what it lies in; one that is gone is called as it was, and one that no list knows by
    its code."""
    text = "\n" + region_files.text(region_files.REGIONS)
    return tuple(_place(text, code) for code in codes)


def _place(text: str, code: str) -> Region:
    within = tuple(name for n in _LENGTHS if n < len(code) and (name := _name(text, code[:n])))
    return Region(code, _name(text, code) or code, within)


def _name(text: str, code: str) -> str:
    at = text.find(f"\n{code},")
    if at < 0:
        return former_name(code)
    line = text[at + 1 : text.find("\n", at + 1)]
    return region_title(next(csv.reader([line.rstrip("\r")]))[1])


Names = dict[str, Region]


def names_of(codes: Sequence[str]) -> Names:
    """Regions by their codes."""
    wanted = sorted(set(codes))
    return dict(zip(wanted, places(wanted), strict=True))


def own_first(found: Iterable[Region], regions: Collection[str]) -> list[Region]:
    """Places as somebody chooses among them: those of a profile's own regions before others, each by name."""
    return sorted(found, key=lambda place: (not is_covered(place.code, regions), place.name, place.code))


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A region under a code that is gone, and the regions of today it became; none where nobody knows for certain."""

    before: Region
    now: tuple[Region, ...]

    def told(self, code: str = "status.region_gone") -> Reason:
        """What its user is told; `code` says it with the regions that are `now` in its place, where they are known."""
        now = [f"{place.code} ({place.name})" for place in self.now]
        return reason(code if now else "status.region_unsure", value=self.before.code, name=self.before.name, now=now)


def renumbered(codes: Sequence[str]) -> tuple[Renumbered, ...]:
    """Those of the codes that are gone, in their order."""
    gone = [code for code in codes if is_gone(code)]
    names = names_of([each for code in gone for each in (code, *successors(code))]) if gone else {}
    return tuple(Renumbered(names[code], tuple(names[each] for each in successors(code))) for code in gone)
