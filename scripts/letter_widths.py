"""Writes resources/fonts/letters.json from the bundled fonts: how wide every letter is and how pairs are kerned.

Pages are laid out where there is no window toolkit (`reports/paper/letters.py`); what is laid out by these numbers is
drawn by Qt with the same fonts. python -m scripts.letter_widths writes the file; a test keeps the two alike.
"""

import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
FILE = FONTS / "letters.json"
#: The weights pages are printed in.
FACES = {"regular": "Inter-Regular.otf", "semibold": "Inter-SemiBold.otf"}
#: What is measured: Latin letters, marks above and below them, and the signs pages are written with. Most of what
#: else a name may hold is not in the font either.
MEASURED = {*range(0x20, 0x250), *range(0x2B0, 0x370), *range(0x1E00, 0x1F00), *range(0x2000, 0x2300)}
#: Pairs are kept of fewer: of what Indonesian names and sentences are written in.
_PAIRED = {*range(0x20, 0x180), *range(0x2010, 0x2040)}


def table() -> dict[str, Any]:
    """All numbers, in thousandths of the letter size; letters of one width and pairs of one distance stand together."""
    return {name: _face(TTFont(FONTS / file)) for name, file in FACES.items()}


def text() -> bytes:
    """The file's bytes."""
    return msgspec.json.format(msgspec.json.encode(table()), indent=1) + b"\n"


def _face(font: Any) -> dict[str, Any]:
    letters, advances = font.getBestCmap(), font["hmtx"]
    scale = 1000 / font["head"].unitsPerEm
    widths = {code: round(advances[glyph][0] * scale, 2) for code, glyph in letters.items() if code in MEASURED}
    tabular = substitutes(font, "tnum")
    numbers = {
        code: round(advances[tabular[glyph]][0] * scale, 2)
        for code, glyph in letters.items()
        if glyph in tabular and code < 0x80
    }
    kerning = {left: {right: round(by * scale, 2) for right, by in row.items()} for left, row in _pairs(font).items()}
    return {
        "cap": round(font["OS/2"].sCapHeight * scale),
        "widths": _together(widths),
        "tabular": _together(numbers),
        "kerning": [[left, right] for left, right in _kerned(kerning)],
    }


def _together(numbers: dict[int, float]) -> dict[str, str]:
    """The letters of each number, as text."""
    found: dict[float, str] = defaultdict(str)
    for code, number in sorted(numbers.items()):
        found[number] += chr(code)
    return {f"{number:g}": letters for number, letters in sorted(found.items())}


def _kerned(pairs: dict[int, dict[int, float]]) -> list[tuple[str, dict[str, str]]]:
    """Left letters that are kerned alike, with the right letters of each distance."""
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for left, row in sorted(pairs.items()):
        grouped = _together(row)
        key = repr(grouped)
        found[key] = (found[key][0] + chr(left) if key in found else chr(left), grouped)
    return list(found.values())


def _pairs(font: Any) -> dict[int, dict[int, float]]:
    """What is added between two letters, in the font's units: the first subtable that knows a pair decides."""
    letters = {code: glyph for code, glyph in font.getBestCmap().items() if code in _PAIRED}
    tables = [_PairTable(table) for table in _feature_tables(font["GPOS"].table, "kern")]
    found: dict[int, dict[int, float]] = {}
    for left, first in letters.items():
        rows = [row for table in tables if (row := table.row(first)) is not None]
        found[left] = {right: by for right, second in letters.items() if (by := _first(rows, second))}
    return {left: distances for left, distances in found.items() if distances}


def _first(rows: list[Callable[[str], int | None]], second: str) -> int:
    return next((by for row in rows if (by := row(second)) is not None), 0)


class _PairTable:
    """One subtable of the kerning: of single pairs (format 1) or of classes of letters (format 2)."""

    def __init__(self, table: Any) -> None:
        self._table = table
        self._places = {glyph: place for place, glyph in enumerate(table.Coverage.glyphs)}

    def row(self, first: str) -> Callable[[str], int | None] | None:
        """Given the left letter: what says how far a right one stands, None where the table does not know it."""
        if first not in self._places:
            return None
        if self._table.Format == 1:
            pairs = self._table.PairSet[self._places[first]].PairValueRecord
            return {pair.SecondGlyph: _advance(pair.Value1) for pair in pairs}.get
        records = self._table.Class1Record[self._table.ClassDef1.classDefs.get(first, 0)].Class2Record
        classes = self._table.ClassDef2.classDefs
        return lambda second: _advance(records[classes.get(second, 0)].Value1)


def _advance(value: Any) -> int:
    return int(getattr(value, "XAdvance", 0) or 0) if value is not None else 0


def substitutes(font: Any, feature: str) -> dict[str, str]:
    """The glyphs a feature puts in the place of others."""
    found: dict[str, str] = {}
    for table in _feature_tables(font["GSUB"].table, feature):
        found |= table.mapping
    return found


def _feature_tables(layout: Any, feature: str) -> list[Any]:
    """The subtables of a feature's lookups, in order."""
    lookups = sorted(
        {
            index
            for record in layout.FeatureList.FeatureRecord
            if record.FeatureTag == feature
            for index in record.Feature.LookupListIndex
        }
    )
    tables = [table for index in lookups for table in layout.LookupList.Lookup[index].SubTable]
    return [getattr(table, "ExtSubTable", table) for table in tables]


if __name__ == "__main__":
    FILE.write_bytes(text())
    sys.stdout.write(f"{FILE}\n")
