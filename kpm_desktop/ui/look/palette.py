"""The colours, each for one purpose; green, yellow and red only where they mean something."""

from typing import NamedTuple


class Colours(NamedTuple):
    """One theme's colours as `#RRGGBB`. A name ending in `_bg` lies under the name before it."""

    bg: str  # window, group header rows
    surface: str  # cards, navigation, fields
    line: str  # decorative separators only
    ctl: str  # borders of everything operable
    text: str
    text2: str  # hints, captions
    accent: str  # the one accent: focus, selection, primary, bars
    accent_text: str  # links, selected navigation
    accent_soft: str  # selected row
    on_accent: str  # ink on the accent
    track: str  # under a bar
    ok: str  # received, Y
    ok_bg: str
    warn: str  # look again, waiting on something
    warn_bg: str
    risk: str  # a risk, T, to be repaired
    risk_bg: str
    neu: str  # a chosen "no", TS, counts
    neu_bg: str
    on_neu: str  # ink on a chosen "no"


LIGHT = Colours(
    bg="#F5F4F0",
    surface="#FFFFFF",
    line="#DAD7CF",
    ctl="#80868E",
    text="#1D2229",
    text2="#505862",
    accent="#1B5A9C",
    accent_text="#174F8A",
    accent_soft="#E4EDF7",
    on_accent="#FFFFFF",
    track="#E3E0D8",
    ok="#1C6638",
    ok_bg="#E4F2E8",
    warn="#774800",
    warn_bg="#FCEFD2",
    risk="#9E2318",
    risk_bg="#FBE8E4",
    neu="#3F4751",
    neu_bg="#E9E7E1",
    on_neu="#FFFFFF",
)

CONTRAST = Colours(
    bg="#101418",
    surface="#181D23",
    line="#3A434D",
    ctl="#8D98A5",
    text="#F4F6F8",
    text2="#BAC3CD",
    accent="#7DB8F5",
    accent_text="#9CCBFA",
    accent_soft="#1E3550",
    on_accent="#08121D",
    track="#323B45",
    ok="#86D9A0",
    ok_bg="#16321F",
    warn="#F7CB6B",
    warn_bg="#3A2C0A",
    risk="#FFA296",
    risk_bg="#44201B",
    neu="#D5DBE2",
    neu_bg="#2B333C",
    on_neu="#181D23",
)

THEMES = {"light": LIGHT, "contrast": CONTRAST}
NAMES = Colours._fields


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG 2, 1.0 to 21.0."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
