"""Draws a sheet that is laid out, on whatever a painter draws: PDF, printer, picture, screen.

Letters are put where the layout measured them, one by one, in fonts of which what is copied out of a PDF is what was
written (`scripts/print_fonts.py`).
"""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGlyphRun, QPainter, QPen, QRawFont

from kpm_desktop.reports.paper.laid import Box, Drawn, Laid, Line, Rule
from kpm_desktop.reports.paper.letters import is_measured, letters_at
from kpm_desktop.ui.look.fonts import FIGURES, FIGURES_STRONG, PRINT, PRINT_STRONG, register_print_fonts

#: Tenths of a point in an inch: what a painter's dots are scaled from.
TENTHS_PER_INCH = 720
_SHADES = {"head": QColor("#F0F0EE"), "group": QColor("#F7F7F5")}
_INK, _GREY = QColor("#000000"), QColor("#505050")
_BORDER = 5


class PagePainter:
    """The sheets of a page. dots: of the painter in a tenth of a point; its origin is the paper's corner.

    Nothing is scaled by the painter: Qt draws scaled letters much too thin."""

    def __init__(self, laid: Laid, dots: float = 1.0) -> None:
        self._laid, self._dots = laid, dots
        self._faces: dict[tuple[int, bool, bool], _Face] = {}

    def paint(self, painter: QPainter, number: int) -> None:
        """Draws the sheet with this number, from 0."""
        sheet = self._laid.sheets[number]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self._boxes(painter, sheet.boxes)
        self._rules(painter, sheet.rules)
        self._pictures(painter, sheet.pictures)
        for line in sheet.lines:
            self._line(painter, line)
        for box in sheet.boxes:
            for line in box.lines:
                self._line(painter, line)

    def _boxes(self, painter: QPainter, boxes: Iterable[Box]) -> None:
        """All shades, then all borders, so that no shade covers half a border."""
        places = [(box.shade, self._rectangle(*box[:4])) for box in boxes]
        for shade, where in places:
            if shade:
                painter.fillRect(where, _SHADES[shade])
        painter.setPen(self._pen(_INK, _BORDER))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for _, where in places:
            painter.drawRect(where)

    def _rules(self, painter: QPainter, rules: Iterable[Rule]) -> None:
        for rule in rules:
            painter.setPen(self._pen(_GREY if rule.is_grey else _INK, rule.thickness))
            painter.drawLine(self._point(rule.x, rule.y), self._point(rule.x + rule.width, rule.y))

    def _pictures(self, painter: QPainter, pictures: Iterable[Drawn]) -> None:
        for drawn in pictures:
            painter.save()
            painter.translate(self._point(drawn.x, drawn.y))
            painter.scale(self._dots, self._dots)
            drawn.picture.draw(painter, drawn.width, drawn.height)
            painter.restore()

    def _line(self, painter: QPainter, line: Line) -> None:
        painter.setPen(_GREY if line.is_grey else _INK)
        painter.save()
        painter.translate(self._point(line.x, line.y))
        if line.is_upright:
            painter.rotate(-90)
        if is_measured(line.text):
            self._letters(painter, line)
        else:
            self._foreign(painter, line)
        painter.restore()

    def _letters(self, painter: QPainter, line: Line) -> None:
        """Every letter where the layout has it."""
        face = self._face(line)
        size = line.size * self._dots / 1000
        places = letters_at(line.text, line.bold, line.tabular)[:-1]
        run = QGlyphRun()
        run.setRawFont(face.font)
        run.setGlyphIndexes([face.glyph(letter) for letter in line.text])
        run.setPositions([QPointF(place * size, 0) for place in places])
        painter.drawGlyphRun(QPointF(0, 0), run)

    def _foreign(self, painter: QPainter, line: Line) -> None:
        """Letters of another script come from another font, whose widths the layout could only guess: they are drawn
        narrower where they need more room."""
        font = page_font(line.bold)
        font.setPixelSize(max(round(line.size * self._dots), 1))
        own = QFontMetricsF(font).horizontalAdvance(line.text)
        painter.setFont(font)
        painter.scale(min(1.0, line.width * self._dots / own) if own else 1.0, 1)
        painter.drawText(QPointF(0, 0), line.text)

    def _face(self, line: Line) -> "_Face":
        key = (line.size, line.bold, line.tabular)
        if key not in self._faces:
            self._faces[key] = _Face(page_font(line.bold, line.tabular), line.size * self._dots)
        return self._faces[key]

    def _point(self, x: int, y: int) -> QPointF:
        return QPointF(x * self._dots, y * self._dots)

    def _rectangle(self, x: int, y: int, width: int, height: int) -> QRectF:
        """On a screen in the middle of its dots, so that borders are sharp."""
        corners = self._point(x, y), self._point(x + width, y + height)
        if _BORDER * self._dots > 1:
            return QRectF(*corners)
        return QRectF(*(QPointF(int(corner.x()) + 0.5, int(corner.y()) + 0.5) for corner in corners))

    def _pen(self, colour: QColor, thickness: int) -> QPen:
        """A stroke, never so thin that a screen loses it."""
        solid, flat, miter = Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin
        return QPen(colour, max(thickness * self._dots, 1.0), solid, flat, miter)


class _Face:
    """A font in one size, and which glyph each letter is."""

    def __init__(self, font: QFont, pixels: float) -> None:
        self.font = QRawFont.fromFont(font)
        self.font.setPixelSize(pixels)
        self._glyphs: dict[str, int] = {}

    def glyph(self, letter: str) -> int:
        """The glyph of a letter."""
        if letter not in self._glyphs:
            self._glyphs[letter] = self.font.glyphIndexesForString(letter)[0]
        return self._glyphs[letter]


def page_font(bold: bool = False, tabular: bool = False) -> QFont:
    """The font of a line, in whatever size."""
    register_print_fonts()
    plain, strong = (FIGURES, FIGURES_STRONG) if tabular else (PRINT, PRINT_STRONG)
    font = QFont(strong if bold else plain)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
