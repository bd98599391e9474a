"""How a text fits into its room: smaller, in lines, parted at hyphens; never cut off and never with dots for the rest.

The order is that of the printed forms: a little smaller where that saves the second line, then two lines (three where
the cell is high), then smaller, then as many lines as it takes. Headings get lines of like length.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from kpm_desktop.reports.paper.letters import text_width
from kpm_desktop.reports.paper.units import pitch

#: How much smaller letters may be, in the order they are tried.
LITTLE, SMALLER, LEAST = 0.94, 0.88, 0.82
#: Lists repeat themselves; what is fitted is remembered for so many texts.
_REMEMBERED = 8192
#: A word longer than this (60 mm) does not make a heading higher.
_ENDLESS = 1700
_PARTS = re.compile(r"[^-/]*[-/]+|[^-/]+")


class Ink(NamedTuple):
    """How a text is set. size in tenths of a point; tabular: digits of one width; balanced: lines of like length."""

    size: int
    bold: bool = False
    tabular: bool = False
    balanced: bool = False

    def width(self, text: str) -> float:
        """How wide a line is."""
        return text_width(text, self.size, bold=self.bold, tabular=self.tabular)

    def times(self, factor: float) -> "Ink":
        """Smaller."""
        return self._replace(size=round(self.size * factor))


class Fitted(NamedTuple):
    """A text as it stands in its room."""

    lines: tuple[str, ...]
    ink: Ink

    @property
    def height(self) -> int:
        """Of all lines."""
        return len(self.lines) * pitch(self.ink.size)

    @property
    def width(self) -> float:
        """Of the widest line."""
        return max((self.ink.width(line) for line in self.lines), default=0.0)


@lru_cache(_REMEMBERED)
def fit(text: str, ink: Ink, room: int, most: int = 2) -> Fitted:
    """Fits a text into a width. most: lines it may take before its letters become smaller."""
    if not text:
        return Fitted((), ink)
    for factor, allowed in ((1.0, 1), (LITTLE, 1), (1.0, most), (SMALLER, most), (LEAST, most)):
        fitted = _whole(text, ink.times(factor), room, allowed)
        if fitted is not None:
            return fitted
    smallest = ink.times(LEAST)
    lines, _ = _wrapped(text, smallest, room)
    return Fitted(_balanced(text, smallest, room, lines) if ink.balanced else lines, smallest)


@lru_cache(_REMEMBERED)
def fit_upright(text: str, ink: Ink, length: int, breadth: int, most: int = 3) -> tuple[Fitted, int]:
    """Fits a text that is read from below into `length`, its lines side by side in `breadth`. Also gives the length it
    needs, which is more than there is where the lines have no room beside each other."""

    def beside(factor: float) -> int:
        return max(1, breadth // pitch(ink.times(factor).size))

    for factor, allowed in ((1.0, 1), (LITTLE, 1), (1.0, most), (SMALLER, most), (LEAST, most)):
        fitted = _whole(text, ink.times(factor), length, min(allowed, beside(factor)))
        if fitted is not None:
            return fitted, length
    return _lengthened(text, ink.times(LEAST), length, beside(LEAST))


def _lengthened(text: str, ink: Ink, length: int, most: int) -> tuple[Fitted, int]:
    """The least length, in steps, in which a text needs no more lines; words are broken only where they are endless."""
    lines, is_broken = _wrapped(text, ink, length)
    while len(lines) > most or (is_broken and length < _ENDLESS):
        length = length * 11 // 10 + 1
        lines, is_broken = _wrapped(text, ink, length)
    return Fitted(lines, ink), length


def _whole(text: str, ink: Ink, room: int, most: int) -> Fitted | None:
    """In at most so many lines and without a broken word, or not at all."""
    lines, is_broken = _wrapped(text, ink, room)
    if is_broken or len(lines) > most:
        return None
    return Fitted(_balanced(text, ink, room, lines) if ink.balanced else lines, ink)


def _balanced(text: str, ink: Ink, room: int, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The same number of lines in the least width that holds them."""
    narrow, wide = round(max(ink.width(line) for line in lines)) // max(len(lines), 1), room
    while wide - narrow > 10:
        middle = (narrow + wide) // 2
        found, is_broken = _wrapped(text, ink, middle)
        if is_broken or len(found) > len(lines):
            narrow = middle
        else:
            wide, lines = middle, found
    return lines


def _wrapped(text: str, ink: Ink, room: int) -> tuple[tuple[str, ...], bool]:
    """The lines, and whether a word had to be broken between two letters."""
    lines: list[str] = []
    is_broken = False
    for paragraph in text.splitlines():
        if ink.width(paragraph) <= room:
            lines.append(paragraph.rstrip())
            continue
        found, broken = _filled(paragraph.replace("\t", " ").rstrip(), ink, room)
        lines += found
        is_broken = is_broken or broken
    return tuple(lines), is_broken


def _filled(paragraph: str, ink: Ink, room: int) -> tuple[list[str], bool]:
    """One paragraph, each line as full as it can be."""
    lines = [""]
    is_broken = False
    for number, word in enumerate(paragraph.split(" ")):
        longer = f"{lines[-1]} {word}" if number else word
        if ink.width(longer) <= room:
            lines[-1] = longer
            continue
        pieces, broken = _pieces(word, ink, room)
        is_broken = is_broken or broken
        lines += pieces
    return [line.rstrip() for line in lines if line.strip()], is_broken


def _pieces(word: str, ink: Ink, room: int) -> tuple[list[str], bool]:
    """A word that stands at the beginning of a line, parted behind hyphens and strokes where it is too long, and
    between letters where even that does not help."""
    if ink.width(word) <= room:
        return [word], False
    parts: list[str] = _PARTS.findall(word)
    is_broken = any(ink.width(part) > room for part in parts)
    if is_broken:
        parts = [letter for part in parts for letter in (_letters(part) if ink.width(part) > room else [part])]
    return list(_gathered(parts, lambda line: ink.width(line) <= room)), is_broken


def _gathered(parts: list[str], fits: Callable[[str], bool]) -> Iterator[str]:
    """Parts put together again as far as they fit; one that is too wide by itself stays alone."""
    line = ""
    for part in parts:
        if line and not fits(line + part):
            yield line
            line = ""
        line += part
    if line:
        yield line


def _letters(word: str) -> Iterator[str]:
    """Letter by letter, each with the marks that stand on it."""
    letter = ""
    for sign in word:
        if letter and not unicodedata.combining(sign):
            yield letter
            letter = ""
        letter += sign
    if letter:
        yield letter
