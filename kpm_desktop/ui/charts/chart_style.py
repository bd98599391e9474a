"""How a growth chart looks: in the window's colours, or in greys on paper. Lines differ by dash, areas by name."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen

from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.printing.page_painter import page_font

#: The role of a line: its width and dashes, both in units of the chart; the colour is the style's.
_DASHES: Mapping[str, tuple[float, tuple[float, ...]]] = {
    "red": (2.2, ()),
    "amber": (1.5, (4, 2.5)),
    "middle": (1.4, ()),
    "faint": (1.1, (1.5, 1.8)),
}
#: Sizes of letters in units of the chart.
NUMBER, NAME, VALUE = 13.0, 13.0, 15.0


class ChartStyle(NamedTuple):
    """unit: dots of the painter in one unit of the chart, which is a pixel of the drawing at scale 1. font: given a
    size in units and whether it is strong. paper: the colour under everything."""

    unit: float
    font: Callable[[float, bool], QFont]
    areas: Mapping[str, QColor]
    lines: Mapping[str, QColor]
    ink: QColor
    faint: QColor
    grid: QColor
    coarse: QColor
    paper: QColor
    accent: QColor
    not_gained: QColor
    unused: QColor

    def line_pen(self, role: str) -> QPen:
        """The pen of a line of the standards."""
        width, dashes = _DASHES[role]
        return self.pen(self.lines[role], width, dashes)

    def pen(self, colour: QColor, width: float, dashes: tuple[float, ...] = ()) -> QPen:
        """A pen so many units wide. dashes: multiples of its width."""
        pen = QPen(colour, width * self.unit)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashes:
            pen.setDashPattern(list(dashes))
        return pen


def screen_style(look: Look) -> ChartStyle:
    """In the colours of a theme."""
    colour = look.colour
    areas = {"danger": "risk_bg", "watch": "warn_bg", "good": "ok_bg"}
    lines = {"red": "risk", "amber": "warn", "middle": "ok", "faint": "text2"}
    grid, coarse = colour("ctl"), colour("ctl")
    grid.setAlphaF(0.28)
    coarse.setAlphaF(0.6)

    def font(size: float, strong: bool) -> QFont:
        made = look.font(Text.CAPTION_STRONG if strong else Text.CAPTION)
        made.setPixelSize(look.px(size))
        return made

    return ChartStyle(
        unit=look.theme.scale,
        font=font,
        areas={name: colour(code) for name, code in areas.items()},
        lines={name: colour(code) for name, code in lines.items()},
        ink=colour("text"),
        faint=colour("text2"),
        grid=grid,
        coarse=coarse,
        paper=colour("surface"),
        accent=colour("accent"),
        not_gained=colour("risk"),
        unused=colour("warn"),
    )


def paper_style(unit: float) -> ChartStyle:
    """Black and greys: what is said by colour on the screen is said by shape, dash and name alone."""
    black, grey = QColor("#000000"), QColor("#505050")

    def font(size: float, strong: bool) -> QFont:
        made = page_font(strong)
        made.setPixelSize(max(round(size * unit), 1))
        return made

    return ChartStyle(
        unit=unit,
        font=font,
        areas={"danger": QColor("#E2E2E2"), "watch": QColor("#F1F1F1"), "good": QColor("#FFFFFF")},
        lines=dict.fromkeys(_DASHES, black),
        ink=black,
        faint=grey,
        grid=QColor("#CFCFCF"),
        coarse=QColor("#B4B4B4"),
        paper=QColor("#FFFFFF"),
        accent=black,
        not_gained=black,
        unused=black,
    )
