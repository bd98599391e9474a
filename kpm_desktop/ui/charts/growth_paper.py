"""A child's growth on one sheet of paper: the words of `reports/growth_page`, drawn with the chart's own painter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.growth.chart_lines import WEIGHT
from kpm_desktop.domain.regions.place_names import places
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.growth_page import Fact, GrowthPage, Whose, growth_page
from kpm_desktop.reports.lists.record_list import ListPaper, printed_words
from kpm_desktop.reports.table_page import Column, FooterPart, Paper, Picture, TablePage
from kpm_desktop.ui.charts.chart_style import paper_style
from kpm_desktop.ui.charts.chart_words import ChartWords
from kpm_desktop.ui.charts.growth_painter import GrowthPainter
from kpm_desktop.ui.charts.reading import ReadingPainter
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.printing.page_painter import page_font

if TYPE_CHECKING:
    from kpm_desktop.commands.growth.child_growth import ChildGrowth

#: How wide the drawing is in its own units, and how large the chart's are beside them.
_WIDTH, _CHART_UNIT = 799.0, 1.12
#: What the line at the bottom of a page takes with the gaps around it, in millimetres.
_FOOTER_MM = 9.0
_BLACK, _GREY, _SHADE = QColor("#000000"), QColor("#505050"), QColor("#F1F1F1")
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


def growth_paper(found: ChildGrowth, wording: Wording, how: ListPaper) -> TablePage:
    """The sheet as a page. Refused where the child has no chart."""
    if WEIGHT not in found.charts:
        raise refused("growth_chart.no_chart", value=found.child.id)
    whose = _whose(found, wording)
    words = growth_page(wording, whose.masked() if how.mask else whose, found.charts, how.printed.date())
    paper = Paper(how.name)
    width, height = paper.size_mm
    printed = printed_words(wording, how.printed)
    return TablePage(
        name=words.title,
        grid=(Column(width - 2 * paper.margin),),
        titles=(),
        bands=(Picture(height - 2 * paper.margin - _FOOTER_MM, partial(draw_growth_page, words)),),
        paper=paper,
        footer=(FooterPart(words.title), FooterPart(printed, leaves=1)),
        paging=wording.phrase("paper.paging", page="{page}", pages="{pages}"),
    )


def _whose(found: ChildGrowth, wording: Wording) -> Whose:
    child, (place,) = found.child, places([found.region])
    kind = "kelurahan" if found.region[9:10] == "1" else "desa"
    return Whose(
        name=child.full_name,
        sex=child.sex,
        born=child.birth_date,
        gestation_weeks=child.gestation_at_birth_weeks,
        mother=found.mother,
        guardian=child.guardian_name or "",
        posyandu=found.posyandu,
        village=wording.phrase(f"growth_chart.paper.{kind}", name=place.name),
        district=place.within[0] if place.within else "",
        cadre=found.cadre,
    )


def draw_growth_page(page: GrowthPage, painter: Any, width: int, height: int) -> None:
    """Draws the sheet into a room of tenths of a point. Letters are not scaled by the painter, which would draw them
    too thin: it is given back its own dots."""
    dots = painter.transform().m11()
    painter.save()
    painter.scale(1 / dots, 1 / dots)
    _Drawing(page, painter, width * dots, height * dots).draw()
    painter.restore()


class _Drawing:
    """One sheet being drawn, from the top down and from the foot up; the chart takes what is left between them."""

    def __init__(self, page: GrowthPage, painter: QPainter, width: float, height: float) -> None:
        self._page, self._painter = page, painter
        self._width, self._height = width, height
        self._unit = width / _WIDTH

    def draw(self) -> None:
        """All of it."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        top = self._facts(self._head())
        bottom = self._foot(self._source(self._height))
        self._chart(top, self._box(bottom))

    def _head(self) -> float:
        page, px = self._page, self._px
        self._line(0, px(0), self._width, page.place, 15, strong=True)
        self._line(0, px(0), self._width, page.when, 15, align=_RIGHT)
        self._rule(px(26), 2)
        self._fitted(0, px(38), self._width, page.title, 32)
        self._fitted(0, px(84), self._width, page.about, 17, strong=False)
        return px(120)

    def _facts(self, top: float) -> float:
        """Three boxes side by side."""
        gap, height, count = self._px(14), self._px(106), len(self._page.facts)
        width = (self._width - gap * (count - 1)) / count
        for number, fact in enumerate(self._page.facts):
            where = QRectF(number * (width + gap), top, width, height)
            self._frame(where, fact.is_strong)
            left, room = where.x() + self._px(16), width - self._px(28)
            self._line(left, top + self._px(11), room, fact.label, 15)
            self._fitted(left, top + self._px(33), room, fact.value, 28)
            self._fitted(left, top + self._px(74), room, fact.below, 16, strong=fact.is_strong)
        return top + height + self._px(16)

    def _chart(self, top: float, bottom: float) -> None:
        page, px = self._page, self._px
        self._line(0, top, self._width, page.chart_title, 19, strong=True)
        taken = self._advance(page.chart_title, 19, True) + px(16)
        self._fitted(taken, top + px(3), self._width - taken, page.key, 13, strong=False, align=_RIGHT)
        where = QRectF(0, top + px(28), self._width, bottom - top - px(40))
        painter = GrowthPainter(page.chart, paper_style(self._unit * _CHART_UNIT), ChartWords(page.wording), where)
        painter.paint(self._painter)
        reading = ReadingPainter(painter, page.wording)
        calendar = CalendarWords(page.wording.language)
        for mark in painter.marks:
            if not mark.point.is_used:
                reading.unused(self._painter, mark, calendar.short_day(mark.point.taken.day))
        if painter.marks and painter.marks[-1].point.is_used:
            reading.least(self._painter, painter.marks[-1], named=False)
            reading.value(self._painter, painter.marks[-1])
        if page.step:
            self._line(0, painter.plot.bottom() + px(25), self._width, page.step, 13, align=_RIGHT)

    def _box(self, bottom: float) -> float:
        """What to do; its height follows its words. Gives its upper edge."""
        px, page = self._px, self._page
        room = self._width - px(76 if page.is_warning else 36)
        font = self._font(20, True)
        flags = int(_LEFT | Qt.TextFlag.TextWordWrap)
        head = QFontMetricsF(font).boundingRect(QRectF(0, 0, room, px(400)), flags, page.headline).height()
        height = head + px(30) + len(page.do) * px(26)
        where = QRectF(0, bottom - height - px(18), self._width, height)
        self._frame(where, page.is_warning, shaded=False)
        left = px(58 if page.is_warning else 18)
        if page.is_warning:
            self._triangle(where.x() + px(18), where.y() + px(15))
        self._painter.setFont(font)
        self._painter.setPen(_BLACK)
        self._painter.drawText(QRectF(left, where.y() + px(14), room, head), flags, page.headline)
        for number, text in enumerate(page.do):
            y = where.y() + px(20) + head + number * px(26)
            self._painter.fillRect(QRectF(left, y + px(8), px(6), px(6)), _BLACK)
            self._fitted(left + px(18), y, room - px(18), text, 16, strong=False)
        return where.y() - px(10)

    def _foot(self, bottom: float) -> float:
        """When to weigh again, what the card asks for, who says so."""
        px, facts = self._px, self._page.foot
        top, width = bottom - px(92), self._width / len(facts)
        for number, fact in enumerate(facts):
            self._foot_fact(number * width, top, width - px(10), fact)
        return top

    def _foot_fact(self, left: float, top: float, room: float, fact: Fact) -> None:
        px = self._px
        self._fitted(left, top, room, fact.label, 15, strong=False)
        self._fitted(left, top + px(23), room, fact.value, 22)
        self._fitted(left, top + px(54), room, fact.below, 15, strong=False)

    def _source(self, bottom: float) -> float:
        """Whose lines these are, in small letters at the foot."""
        px, font = self._px, self._font(13, False)
        flags = int(_LEFT | Qt.TextFlag.TextWordWrap)
        room = QRectF(0, 0, self._width, px(400))
        height = QFontMetricsF(font).boundingRect(room, flags, self._page.source).height()
        top = bottom - height
        self._rule(top - px(10), 1, _GREY)
        self._painter.setFont(font)
        self._painter.setPen(_BLACK)
        self._painter.drawText(QRectF(0, top, self._width, height + px(2)), flags, self._page.source)
        return top - px(10)

    # strokes and letters

    def _px(self, length: float) -> float:
        return length * self._unit

    def _frame(self, where: QRectF, is_strong: bool, *, shaded: bool = True) -> None:
        self._painter.setPen(QPen(_BLACK, self._px(2.6 if is_strong else 1.4)))
        self._painter.setBrush(_SHADE if is_strong and shaded else Qt.BrushStyle.NoBrush)
        half = self._px(1.4)
        self._painter.drawRoundedRect(where.adjusted(half, half, -half, -half), self._px(7), self._px(7))

    def _rule(self, y: float, thickness: float, colour: QColor = _BLACK) -> None:
        self._painter.setPen(QPen(colour, self._px(thickness)))
        self._painter.drawLine(QPointF(0, y), QPointF(self._width, y))

    def _triangle(self, left: float, top: float) -> None:
        """The sign that says: look here."""
        px = self._px
        self._painter.setPen(
            QPen(_BLACK, px(2.2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = (px(13), 0.0), (px(26), px(23)), (0.0, px(23))
        self._painter.drawPolygon(QPolygonF([QPointF(left + x, top + y) for x, y in corners]))
        self._painter.drawLine(QPointF(left + px(13), top + px(8)), QPointF(left + px(13), top + px(14)))
        self._painter.drawPoint(QPointF(left + px(13), top + px(18.5)))

    def _font(self, size: float, strong: bool) -> QFont:
        font = page_font(strong)
        font.setPixelSize(max(round(self._px(size)), 1))
        return font

    def _advance(self, text: str, size: float, strong: bool) -> float:
        return QFontMetricsF(self._font(size, strong)).horizontalAdvance(text)

    def _line(
        self,
        left: float,
        top: float,
        room: float,
        text: str,
        size: float,
        *,
        strong: bool = False,
        align: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        self._painter.setFont(self._font(size, strong))
        self._painter.setPen(_BLACK)
        where = QRectF(left, top, room, self._px(size * 1.4))
        self._painter.drawText(where, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), text)

    def _fitted(
        self,
        left: float,
        top: float,
        room: float,
        text: str,
        size: float,
        *,
        strong: bool = True,
        align: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        """A line that is set smaller where it has no room."""
        wide = self._advance(text, size, strong)
        if wide > room:
            size *= max(room / wide, 0.55)
        self._line(left, top, room, text, size, strong=strong, align=align)
