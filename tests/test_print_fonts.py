"""The table of letter widths and the fonts pages are printed in are what their scripts make of Inter."""

from typing import Any

import pytest
from fontTools.ttLib import TTFont

from kpm_desktop.reports.paper.letters import CAPITAL, FIGURES, text_width
from scripts import letter_widths, print_fonts


def test_the_table_is_fresh() -> None:
    assert letter_widths.FILE.read_bytes() == letter_widths.text()


def test_the_table_has_the_height_of_capitals() -> None:
    assert {face["cap"] for face in letter_widths.table().values()} == {CAPITAL}


@pytest.mark.parametrize(("name", "made"), list(print_fonts.files()))
def test_the_fonts_are_fresh(name: str, made: Any) -> None:
    held = TTFont(letter_widths.FONTS / name)
    assert held.getBestCmap() == made.getBestCmap()
    assert held["hmtx"].metrics == made["hmtx"].metrics
    assert held["name"].getDebugName(1) == made["name"].getDebugName(1)


@pytest.mark.parametrize("bold", [False, True])
def test_digits_have_one_width_and_a_letter_of_their_own(bold: bool) -> None:
    font = TTFont(letter_widths.FONTS / f"Figures-{'SemiBold' if bold else 'Regular'}.otf")
    letters, advances = font.getBestCmap(), font["hmtx"]
    scale = 1000 / font["head"].unitsPerEm
    assert {chr(code) for code in letters} == FIGURES
    assert len({advances[letters[ord(digit)]][0] for digit in "0123456789"}) <= 2  # the semibold 4 is a hair narrower
    for letter in FIGURES:
        own = advances[letters[ord(letter)]][0] * scale
        assert text_width(letter, 1000, bold=bold, tabular=True) == pytest.approx(own, abs=0.01)
