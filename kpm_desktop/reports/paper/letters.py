"""How wide a text is in the program's own font, without a window toolkit: widths and kerning of every letter."""

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from kpm_desktop import paths


class _Face(msgspec.Struct, frozen=True):
    """One weight, as `scripts/letter_widths.py` wrote it; all numbers in thousandths of the letter size."""

    cap: int
    widths: dict[str, str]
    tabular: dict[str, str]
    kerning: list[tuple[str, dict[str, str]]]


class _Letters(NamedTuple):
    widths: dict[str, float]
    tabular: dict[str, float]
    kerning: dict[str, dict[str, float]]


#: The height of a capital, in thousandths of the letter size.
CAPITAL = 727
#: What numbers are written with; the digits of one width have a font of their own (`scripts/print_fonts.py`).
FIGURES = frozenset("0123456789,.-−+")
#: What a letter of another script is taken for; the painter draws it narrower where that was too little.
_FOREIGN, _WIDE = 700.0, 1100.0
#: Lists repeat themselves: so many names, ticks and dates are measured once.
_REMEMBERED = 8192


def text_width(text: str, size: int, *, bold: bool = False, tabular: bool = False) -> float:
    """The width of a text in the unit of `size`. tabular: digits of one width, as numbers in columns have."""
    return letters_at(text, bold, tabular)[-1] * size / 1000


def is_measured(text: str) -> bool:
    """Whether the font has every letter, and none has a mark put on it; what it lacks is drawn in another font, whose
    widths nobody knows here."""
    widths = _letters()[False].widths
    return all(letter in widths and not unicodedata.combining(letter) for letter in text)


@lru_cache(_REMEMBERED)
def letters_at(text: str, bold: bool, tabular: bool) -> tuple[float, ...]:
    """Where each letter begins and the last one ends, in thousandths of the letter size."""
    letters = _letters()[bold]
    places, end, before = [0.0], 0.0, ""
    for letter in text:
        number = letters.tabular.get(letter) if tabular else None
        if number is None:
            places[-1] = end = end + letters.kerning.get(before, _NOTHING).get(letter, 0.0)
            end += letters.widths.get(letter) or _guessed(letter, letters)
        else:
            end += number
        before = letter if number is None else ""
        places.append(end)
    return tuple(places)


_NOTHING: dict[str, float] = {}


def _guessed(letter: str, letters: _Letters) -> float:
    if letter in letters.widths or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _FOREIGN


@cache
def _letters() -> dict[bool, _Letters]:
    file = paths.resources() / "fonts" / "letters.json"
    faces = msgspec.json.decode(file.read_bytes(), type=dict[str, _Face])
    return {bold: _spread(faces["semibold" if bold else "regular"]) for bold in (False, True)}


def _spread(face: _Face) -> _Letters:
    kerning: dict[str, dict[str, float]] = {}
    for left, rights in face.kerning:
        kerning |= dict.fromkeys(left, _numbers(rights))
    return _Letters(_numbers(face.widths), _numbers(face.tabular), kerning)


def _numbers(grouped: dict[str, str]) -> dict[str, float]:
    return {letter: float(number) for number, letters in grouped.items() for letter in letters}
