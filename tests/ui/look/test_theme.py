"""Sizes, stylesheet, fonts and icons of a theme."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QImage, QRawFont
from PySide6.QtWidgets import QApplication

from kpm_desktop import paths
from kpm_desktop.ui.look.fonts import FAMILY, FILES, PRINT_FILES, register_fonts
from kpm_desktop.ui.look.icons import Icons
from kpm_desktop.ui.look.palette import CONTRAST, THEMES
from kpm_desktop.ui.look.stylesheet import stylesheet
from kpm_desktop.ui.look.theme import SCALES, Text, Theme

ICONS = sorted(path.stem for path in (paths.resources() / "icons").glob("*.svg"))


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("name", THEMES)
def test_the_stylesheet_has_no_gap(name: str, scale: float) -> None:
    text = stylesheet(Theme.named(name, scale))
    assert "$" not in text
    for file in re.findall(r'url\("([^"]+)"\)', text):
        assert QImage(file).isNull() is False


def test_every_size_follows_the_body_font(qapp: QApplication) -> None:
    normal, large = Theme(), Theme(scale=1.3)
    for kind in Text:
        assert large.font(kind).pixelSize() == round(normal.font(kind).pixelSize() * 1.3)


def test_nothing_is_smaller_than_twelve() -> None:
    assert min(kind.value[0] for kind in Text) == 12


def test_an_unknown_theme_is_the_light_one() -> None:
    assert Theme.named("mauve").colours is THEMES["light"]
    assert Theme.named("contrast").colours is CONTRAST


@pytest.mark.parametrize("name", FILES + PRINT_FILES)
def test_bundled_fonts_are_whole(qapp: QApplication, name: str) -> None:
    font = QRawFont(str(paths.resources() / "fonts" / name), 15)
    assert font.isValid()
    assert font.supportsCharacter(ord("é"))


def test_the_bundled_family_is_known_after_registration(qapp: QApplication) -> None:
    register_fonts()
    assert FAMILY in QFontDatabase.families()


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_draws_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    icons = Icons(Theme(CONTRAST))
    image = icons.pixmap(name, "risk", 24, 2.0).toImage()
    assert image.size() == QSize(48, 48)
    inks = {
        image.pixelColor(x, y).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {CONTRAST.risk.lower()}


def test_icons_are_drawn_for_every_resolution_and_kept(qapp: QApplication) -> None:
    icons = Icons(Theme())
    icon = icons.icon("house")
    assert icons.icon("house") is icon
    assert {size.width() for size in icon.availableSizes()} >= {20, 40}
