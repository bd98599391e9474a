"""Writes the fonts pages are printed in: Inter's letters and its digits of one width, each as small fonts of their own.

What is copied out of a PDF is what the glyphs stand for in the font. In Inter itself a blank stands for the tab as
well, and Qt writes the tab; digits of one width stand for letters of private use; and contextual alternates make other
glyphs of `-`, `:` and `(`. So these have no alternates, another blank for the tab, and digits of one width that stand
for `0` to `9`. python -m scripts.print_fonts writes the files.
"""

import sys
from collections.abc import Iterable
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

from scripts.letter_widths import FACES, FONTS, MEASURED, substitutes

#: What numbers are written with.
SIGNS = "0123456789,.-−+"
_TAB, _EN_SPACE = 0x09, 0x2002
_STYLES = {"regular": "Regular", "semibold": "SemiBold"}


def letters(face: str) -> Any:
    """Everything pages are measured with."""
    font = TTFont(FONTS / FACES[face], recalcTimestamp=False)
    kept = {code: glyph for code, glyph in font.getBestCmap().items() if code in MEASURED}
    return _made(font, kept | {_TAB: kept[_EN_SPACE]}, "KPM Print", _STYLES[face])


def figures(face: str) -> Any:
    """The digits of one width and the signs beside them."""
    font = TTFont(FONTS / FACES[face], recalcTimestamp=False)
    tabular = substitutes(font, "tnum")
    kept = {code: tabular.get(glyph, glyph) for code, glyph in font.getBestCmap().items() if chr(code) in SIGNS}
    return _made(font, kept, "KPM Figures", _STYLES[face])


def _made(font: Any, kept: dict[int, str], family: str, style: str) -> Any:
    """The font with these letters alone, and a name of its own, as whoever changes a font shall give it."""
    for table in font["cmap"].tables:
        table.cmap = dict(kept)
    for name in ("GSUB", "GPOS", "GDEF"):
        del font[name]
    chosen = subset.Subsetter(subset.Options(name_IDs=[0, 1, 2, 4, 6, 13, 14], notdef_outline=True))
    chosen.populate(unicodes=kept)
    chosen.subset(font)
    postscript = f"{family.replace(' ', '')}-{style}"
    names = {1: family if style == "Regular" else f"{family} {style}", 2: "Regular", 4: f"{family} {style}"}
    for number, text in (names | {6: postscript}).items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["CFF "].cff.fontNames = [postscript]
    return font


def files() -> Iterable[tuple[str, Any]]:
    """Names and fonts."""
    for face, style in _STYLES.items():
        yield f"Print-{style}.otf", letters(face)
        yield f"Figures-{style}.otf", figures(face)


if __name__ == "__main__":
    for name, font in files():
        font.save(FONTS / name)
        sys.stdout.write(f"{FONTS / name}\n")
