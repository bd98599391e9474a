"""Finds one of the 91,599 regions by a part of its name of today or before, fast enough to follow every key."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from kpm_desktop.domain.regions.coverage import beginnings
from kpm_desktop.domain.regions.region_code import code_beginning

VILLAGE_LENGTH = len("12.75.01.1001")
_PARENTS = (8, 5, 2)  # lengths of the codes of kecamatan, kabupaten, province
_BETWEEN = re.compile(r"[\W_]+")
#: With more kecamatan than this to look into, it is quicker to look at the names first.
_FEW = 400
_ALWAYS_CAPITALS = {"DKI", "DI"}


@dataclass(frozen=True, slots=True)
class Former:
    """What an earlier list called a region, under a code that may have been another."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Region:
    """A region and the names of what it lies in, nearest first. before: what it was found by, where that is no longer
    its name or code."""

    code: str
    name: str
    within: tuple[str, ...]
    before: Former | None = None


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
    """Built once from code and name of every region, and from what some were called before with the code of today;
    takes a moment, so it is built in a job."""

    def __init__(self, names: Mapping[str, str], former: Iterable[tuple[Former, str]] = ()) -> None:
        self._names = names
        self._before = list(former)
        rows = sorted([*((code, "", name) for code, name in names.items()), *self._former_rows()])
        self._codes = [code for code, _, _ in rows]
        self._now = {at: (now, Former(code, name)) for at, (code, now, name) in enumerate(rows) if now}
        self._folded = [fold(name) for _, _, name in rows]
        self._text = "\n" + "\n".join(self._folded) + "\n"
        self._starts: list[int] = []
        at = 1
        for folded in self._folded:
            self._starts.append(at)
            at += len(folded) + 1
        self._places = self._kecamatan()

    def _former_rows(self) -> Iterator[tuple[str, str, str]]:
        return ((before.code, now, before.name) for before, now in self._before)

    def _kecamatan(self) -> dict[str, str]:
        """The names by which a kecamatan and what it lies in can be asked for, of today and before."""
        called: dict[str, list[str]] = defaultdict(list)
        for code, name in (*self._names.items(), *((before.code, before.name) for before, _ in self._before)):
            if len(code) <= _PARENTS[0]:
                called[code].append(name)
        parents = {code: [code, *(code[:length] for length in _PARENTS[1:])] for code in called}
        return {
            code: fold(" ".join(name for each in parents[code] for name in called.get(each, ())))
            for code in sorted(called)
            if len(code) == _PARENTS[0]
        }

    def find(
        self, typed: str, *, villages_only: bool = True, own: Collection[str] = (), limit: int = 50
    ) -> list[Region]:
        """The regions whose name holds what was typed: whole names first, then beginnings, then the rest. Further
        words may name the kecamatan, kabupaten or province (`mekarsari cianjur`). A code finds by its beginning,
        with or without its points. What an earlier list knew is found as what it is today. What lies in one's own
        regions comes before all others, and is all there is as long as nothing was typed."""
        words = [folded for word in typed.split() if (folded := fold(word))]
        is_code = bool(words) and typed.strip()[0].isdigit() and not any(sign.isalpha() for sign in typed)
        found: Iterable[int] = self._by_code(typed.strip()) if is_code else self._by_words(words)
        chosen: dict[str, Former | None] = {}
        for row in chain(self._in_own(own, words, typed.strip() if is_code else ""), found):
            code, before = self._now.get(row, (self._codes[row], None))
            if not villages_only or len(code) == VILLAGE_LENGTH:
                chosen[code] = before if code not in chosen else before and chosen[code]
                if len(chosen) == limit:
                    break
        return [replace(self.region(code), before=before) for code, before in chosen.items()]

    def region(self, code: str) -> Region:
        """A region by its code; one that is not listed is called by its code."""
        within = tuple(region_title(name) for name in self._within(code))
        return Region(code, region_title(self._names.get(code, code)), within)

    def _within(self, code: str) -> tuple[str, ...]:
        parents = (code[:length] for length in _PARENTS if length < len(code))
        return tuple(self._names[parent] for parent in parents if parent in self._names)

    def _in_own(self, own: Collection[str], words: list[str], code: str) -> list[int]:
        """What lies in one's own regions and fits what was typed, the widest first; looked at row by row, as even a
        province is a tenth of the list."""
        rows = {row for begins in beginnings(own) for row in (*self._rows(begins, begins), *self._rows(f"{begins}."))}
        if code:
            return sorted(rows.intersection(self._by_code(code)))
        name = "".join(words)

        def order(row: int) -> tuple[bool, bool, int, int]:
            folded = self._folded[row]
            return folded != name, not folded.startswith(name), len(self._codes[row]), row

        return sorted((row for row in rows if self._fits(row, words)), key=order)

    def _fits(self, row: int, words: list[str]) -> bool:
        """Whether a name holds the words, or the first of them and where it lies the others; of no words, whether it
        is a name of today."""
        if not words:
            return row not in self._now
        folded, within = self._folded[row], self._places.get(self._codes[row][: _PARENTS[0]], "")
        return any(
            "".join(words[:count]) in folded and all(word in within for word in words[count:])
            for count in range(len(words), 0, -1)
        )

    def _by_code(self, code: str) -> range:
        return self._rows(code_beginning(code))

    def _rows(self, begins: str, last: str = "") -> range:
        """The rows of the codes that begin so, or of those up to the last one."""
        return range(bisect_left(self._codes, begins), bisect_right(self._codes, last or begins + "~"))

    def _by_words(self, words: list[str]) -> Iterator[int]:
        if not words:
            return
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
            yield from (row for row in self._rows(district) if part in self._folded[row])
