"""Finds one of the 91,219 regions by a part of its name, fast enough to follow every key."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kpm_desktop.domain.regions.region_code import code_beginning

VILLAGE_LENGTH = len("12.75.01.1001")
_PARENTS = (8, 5, 2)  # lengths of the codes of kecamatan, kabupaten, province
_BETWEEN = re.compile(r"[\W_]+")
#: With more kecamatan than this to look into, it is quicker to look at the names first.
_FEW = 400
_ALWAYS_CAPITALS = {"DKI", "DI"}


@dataclass(frozen=True, slots=True)
class Region:
    """A region and the names of what it lies in, nearest first."""

    code: str
    name: str
    within: tuple[str, ...]


def fold(text: str) -> str:
    """A name as it is compared: small letters and digits alone, so that `Suka Maju` is `sukamaju`."""
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKD", text).casefold()
    return _BETWEEN.sub("", plain)


def region_title(name: str) -> str:
    """A name for reading: the list writes what is above the kecamatan in capitals."""
    if not name.isupper():
        return name
    return " ".join(word if word in _ALWAYS_CAPITALS else word.title() for word in name.split())


class RegionIndex:
    """Built once from code and name of every region; takes a moment, so it is built in a job."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._codes = sorted(names)
        self._folded = [fold(names[code]) for code in self._codes]
        self._text = "\n" + "\n".join(self._folded) + "\n"
        self._starts: list[int] = []
        at = 1
        for folded in self._folded:
            self._starts.append(at)
            at += len(folded) + 1
        self._places = {
            code: fold(" ".join((names[code], *self._within(code)))) for code in self._codes if len(code) == _PARENTS[0]
        }

    def find(self, typed: str, *, villages_only: bool = True, limit: int = 50) -> list[Region]:
        """The regions whose name holds what was typed: whole names first, then beginnings, then the rest. Further
        words may name the kecamatan, kabupaten or province (`mekarsari cianjur`). A code finds by its beginning,
        with or without its points."""
        words = [folded for word in typed.split() if (folded := fold(word))]
        if not words:
            return []
        found = self._by_code(typed.strip()) if typed.strip()[0].isdigit() else self._by_words(words)
        rows: dict[int, None] = {}
        for row in found:
            if not villages_only or len(self._codes[row]) == VILLAGE_LENGTH:
                rows[row] = None
                if len(rows) == limit:
                    break
        return [self.region(self._codes[row]) for row in rows]

    def region(self, code: str) -> Region:
        """A region by its code; one that is not listed is called by its code."""
        within = tuple(region_title(name) for name in self._within(code))
        return Region(code, region_title(self._names.get(code, code)), within)

    def _within(self, code: str) -> tuple[str, ...]:
        parents = (code[:length] for length in _PARENTS if length < len(code))
        return tuple(self._names[parent] for parent in parents if parent in self._names)

    def _by_code(self, code: str) -> Iterator[int]:
        begins = code_beginning(code)
        first = bisect_left(self._codes, begins)
        last = bisect_right(self._codes, begins + "~")
        return iter(range(first, last))

    def _by_words(self, words: list[str]) -> Iterator[int]:
        yield from self._by_name("".join(words))
        districts = list(self._places)
        for count in range(len(words) - 1, 0, -1):
            districts = [code for code in districts if words[count] in self._places[code]]
            if not districts:
                return
            yield from self._by_name_in("".join(words[:count]), districts)

    def _by_name(self, part: str) -> Iterator[int]:
        if part not in self._text:
            return
        for pattern, offset in ((f"\n{part}\n", 1), (f"\n{part}", 1), (part, 0)):
            at = self._text.find(pattern)
            while at >= 0:
                yield bisect_right(self._starts, at + offset) - 1
                at = self._text.find(pattern, at + 1)

    def _by_name_in(self, part: str, districts: list[str]) -> Iterator[int]:
        if len(districts) > _FEW:
            inside = set(districts)
            yield from (row for row in self._by_name(part) if self._codes[row][: _PARENTS[0]] in inside)
            return
        for district in districts:
            first = bisect_left(self._codes, district)
            last = bisect_right(self._codes, district + "~")
            yield from (row for row in range(first, last) if part in self._folded[row])
