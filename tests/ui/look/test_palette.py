"""The colours keep the contrast that was measured when they were chosen."""

import pytest

from kpm_desktop.ui.look.palette import CONTRAST, LIGHT, NAMES, THEMES, Colours, contrast

#: ink, ground, ratio in the light and in the contrast theme.
MEASURED = [
    ("ctl", "surface", 3.7, 5.8),
    ("text", "surface", 16.0, 15.6),
    ("text2", "surface", 7.2, 9.5),
    ("accent_text", "surface", 8.3, 10.0),
    ("text", "accent_soft", 13.5, 11.5),
    ("on_accent", "accent", 7.0, 9.0),
    ("ok", "ok_bg", 6.0, 8.2),
    ("warn", "warn_bg", 6.8, 8.9),
    ("risk", "risk_bg", 6.6, 7.4),
    ("neu", "neu_bg", 7.6, 9.2),
]
LEAST_FOR_TEXT, LEAST_FOR_SHAPES = 4.5, 3.0
GROUNDS = ("surface", "bg", "accent_soft")


@pytest.mark.parametrize(("ink", "ground", "light", "dark"), MEASURED)
def test_contrast_is_as_measured(ink: str, ground: str, light: float, dark: float) -> None:
    assert contrast(getattr(LIGHT, ink), getattr(LIGHT, ground)) == pytest.approx(light, abs=0.15)
    assert contrast(getattr(CONTRAST, ink), getattr(CONTRAST, ground)) == pytest.approx(dark, abs=0.15)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("ink", ["text", "text2", "accent_text"])
def test_text_can_be_read_on_every_ground(theme: Colours, ink: str) -> None:
    assert min(contrast(getattr(theme, ink), getattr(theme, ground)) for ground in GROUNDS) >= LEAST_FOR_TEXT


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_borders_of_what_is_operable_can_be_seen(theme: Colours) -> None:
    assert min(contrast(theme.ctl, getattr(theme, ground)) for ground in GROUNDS) >= LEAST_FOR_SHAPES
    assert contrast(theme.accent, theme.track) >= LEAST_FOR_SHAPES


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)


def test_both_themes_name_every_colour() -> None:
    for theme in THEMES.values():
        assert all(getattr(theme, name).startswith("#") for name in NAMES)
