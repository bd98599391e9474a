"""The rows of the page *Rapor* and how they are drawn: an indicator with its bar, a person with reason and months."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from kpm_desktop.domain.scorecard.result import Indicator, Share
from kpm_desktop.domain.scorecard.strip import MonthMark
from kpm_desktop.ui.components.bar import paint_bar
from kpm_desktop.ui.components.key_cap import key_cap_size, paint_key_cap
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.rows import Index, RowDelegate
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

_TONES = {"Y": "ok", "T": "risk", "TS": "neu"}
#: An indicator's row narrower than this has its percentage beside the bar, so that the name is read.
_NARROW = 250
_PER_LINE = 9
_MONTH_HEIGHT = 38


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator of Form 4, table 3, in words."""

    indicator: Indicator
    name: str
    count: str
    percent: str
    is_disputed: bool

    is_heading = False

    @property
    def key(self) -> str:
        """Its code, within its group."""
        return self.indicator.code

    @property
    def words(self) -> str:
        """All of it."""
        return f"{self.indicator.number} {self.name}, {self.count}, {self.percent}"


class IndicatorDelegate(RowDelegate):
    """Number, name, share, percentage; the bar over the whole width below them, in a narrow row beside the
    percentage."""

    height = 46

    def said(self, row: IndicatorRow) -> str:
        """All of it, and whether it rests on entries that differ."""
        if not row.is_disputed:
            return row.words
        return f"{row.words}, {QCoreApplication.translate('Scorecard', 'look at it again')}"

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws the row."""
        row: IndicatorRow = index.data(ROW)
        px = self.look.px
        line = QRectF(where.x() - px(6), where.y() + px(6), where.width() + px(10), px(22))
        right = Qt.AlignmentFlag.AlignRight
        is_narrow = where.width() < px(_NARROW)
        percent = 0.0 if is_narrow else self._percent_width(row, line.width() - px(26 + 8))
        count = 0.0 if is_narrow else self._count_width(row, line.width() - px(26 + 8 + 22) - percent)
        room = line.width() - px(26 if is_narrow else 34) - percent - count
        name = QRectF(line.x() + px(26), line.y(), room, line.height())
        number = QRectF(line.x(), line.y(), px(18), line.height())
        self.text(painter, number, str(row.indicator.number), Text.CAPTION, "text2", right)
        if row.is_disputed:
            width = min(QFontMetricsF(self.look.font()).horizontalAdvance(row.name), name.width() - px(22))
            side = px(16)
            at = QRectF(name.x() + width + px(6), line.center().y() - side / 2, side, side)
            self.look.icons.paint(painter, at, "circle-alert", "warn")
            name.setWidth(width + 1)
        self.text(painter, name, row.name)
        if count:
            shown = QRectF(line.right() - percent - count, line.y(), count, line.height())
            self.text(painter, shown, row.count, Text.CAPTION, "text2", right)
        bar = QRectF(line.x() + px(26), line.bottom() + px(2), line.width() - px(26), px(6))
        if is_narrow:
            width = QFontMetricsF(self.look.font(Text.CAPTION_STRONG)).horizontalAdvance(row.percent) + px(2)
            shown = QRectF(line.right() - width, bar.center().y() - px(9), width, px(18))
            self.text(painter, shown, row.percent, Text.CAPTION_STRONG, align=right)
            bar.setWidth(bar.width() - width - px(6))
        else:
            shown = QRectF(line.right() - percent, line.y(), percent, line.height())
            self.text(painter, shown, row.percent, Text.BODY_STRONG, align=right)
        share = row.indicator.share
        paint_bar(painter, self.look, bar, share.received / share.should if share.should else 0.0)

    def _percent_width(self, row: IndicatorRow, room: float) -> float:
        """One width for all rows, or what the percentage needs where the name needs the rest."""
        name = QFontMetricsF(self.look.font()).horizontalAdvance(row.name)
        needed = QFontMetricsF(self.look.font(Text.BODY_STRONG)).horizontalAdvance(row.percent) + self.look.px(2)
        return needed if name > room - self.look.px(78) else self.look.px(78)

    def _count_width(self, row: IndicatorRow, room: float) -> float:
        """The room the share takes; none where the name needs it."""
        count = QFontMetricsF(self.look.font(Text.CAPTION)).horizontalAdvance(row.count) + self.look.px(2)
        name = QFontMetricsF(self.look.font()).horizontalAdvance(row.name)
        return count if name + count <= room + self.look.px(22) * (not row.is_disputed) else 0.0


@dataclass(frozen=True, slots=True)
class SideRow:
    """Somebody, or a village, at the side.

    letter: Y, T, TS or nothing. right: stands at the right instead of what opens the row. marks: the months behind the
    cell, shown while the row is open. leads: the person's id or the village's code; None leads nowhere. is_of_doses:
    doses that are missing are behind it.
    """

    key: str
    name: str
    letter: str = ""
    detail: str = ""
    sentence: str = ""
    warning: str = ""
    right: str = ""
    share: Share | None = None
    marks: tuple[MonthMark, ...] = ()
    leads: UUID | str | None = None
    is_of_doses: bool = False

    is_heading = False

    @property
    def words(self) -> str:
        """All of it."""
        parts = (self.letter, self.name, self.detail, self.right, self.sentence, self.warning)
        return ", ".join(part for part in parts if part)


class SideDelegate(RowDelegate):
    """As tall as its sentence needs; the open row shows its months, those after `now` without a mark."""

    def __init__(self, look: Look, calendar: CalendarWords, now: str, view: RowView) -> None:
        super().__init__(look, view)
        self._calendar, self._now, self._view = calendar, now, view

    def said(self, row: SideRow) -> str:
        """All of it, with each of its months."""
        return ", ".join((row.words, *(f"{self._month(mark)}: {self._met(mark)}" for mark in row.marks)))

    def _month(self, mark: MonthMark) -> str:
        return self._calendar.short_month(mark.month)

    def _is_to_come(self, mark: MonthMark) -> bool:
        return mark.month > self._now and not mark.is_met

    def _met(self, mark: MonthMark) -> str:
        translate = QCoreApplication.translate
        if self._is_to_come(mark):
            return translate("Scorecard", "to come")
        return translate("Scorecard", "yes") if mark.is_met else translate("Scorecard", "no")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Name, sentence, warning and, of the open row, the months."""
        row: SideRow = index.data(ROW)
        width, px = self._view.viewport().width() - self.look.px(32), self.look.px
        sentence = self._sentence(row, width)
        height = px(8 + 26 + 8) + self._text_height(sentence, width) + self._text_height(row.warning, width - px(22))
        if row.share is not None:
            height += px(12)
        if self._is_open(index):
            height += px(_MONTH_HEIGHT) * -(-len(row.marks) // _PER_LINE)
        return QSize(px(120), height)

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws it from the top."""
        row: SideRow = index.data(ROW)
        px = self.look.px
        top = QRectF(where.x(), where.y() + px(8), where.width(), px(24))
        self._paint_head(painter, top, row, is_open=self._is_open(index))
        y = top.bottom() + px(2)
        if row.share is not None:
            share = row.share.received / row.share.should if row.share.should else 0.0
            paint_bar(painter, self.look, QRectF(where.x(), y + px(2), where.width(), px(6)), share)
            y += px(12)
        y = self._wrapped(painter, QRectF(where.x(), y, where.width(), 0), self._sentence(row, where.width()), "text")
        if row.warning:
            side = px(16)
            self.look.icons.paint(painter, QRectF(where.x(), y + px(1), side, side), "circle-alert", "warn")
            y = self._wrapped(painter, QRectF(where.x() + px(22), y, where.width() - px(22), 0), row.warning, "warn")
        if self._is_open(index):
            self._paint_months(painter, QRectF(where.x(), y + px(2), where.width(), 0), row.marks)

    def _sentence(self, row: SideRow, width: float) -> str:
        """Begins with the detail where that has no room beside the name."""
        shown = "" if self._is_beside(row, width) else row.detail
        return " · ".join(part for part in (shown, row.sentence) if part)

    def _is_beside(self, row: SideRow, width: float) -> bool:
        px, strong = self.look.px, QFontMetricsF(self.look.font(Text.BODY_STRONG))
        end = strong.horizontalAdvance(row.right) + px(8) if row.right else px(26 if row.leads is not None else 0)
        start = px(40 if row.letter else 0) + strong.horizontalAdvance(row.name) + px(8)
        detail = QFontMetricsF(self.look.font(Text.CAPTION)).horizontalAdvance(row.detail)
        return start + detail + end + 4 <= width

    def _is_open(self, index: Index) -> bool:
        return index.row() == self._view.currentIndex().row()

    def _paint_head(self, painter: QPainter, where: QRectF, row: SideRow, *, is_open: bool) -> None:
        px, x = self.look.px, where.x()
        if row.letter:
            tone = _TONES[row.letter]
            badge = QRectF(x, where.y(), px(32), px(24))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour(f"{tone}_bg"))
            painter.drawRoundedRect(badge, px(4), px(4))
            self.text(painter, badge, row.letter, Text.CAPTION_STRONG, tone, Qt.AlignmentFlag.AlignHCenter)
            x += px(40)
        right = self._paint_end(painter, where, row, is_open=is_open)
        name = QFontMetricsF(self.look.font(Text.BODY_STRONG)).horizontalAdvance(row.name) + 2
        name = min(name, right - x)
        self.text(painter, QRectF(x, where.y(), name, where.height()), row.name, Text.BODY_STRONG)
        x += name + px(8)
        if x + QFontMetricsF(self.look.font(Text.CAPTION)).horizontalAdvance(row.detail) <= right:
            self.text(painter, QRectF(x, where.y(), right - x, where.height()), row.detail, Text.CAPTION, "text2")

    def _paint_end(self, painter: QPainter, where: QRectF, row: SideRow, *, is_open: bool) -> float:
        """What stands at the right; gives where it begins."""
        px = self.look.px
        if row.right:
            width = QFontMetricsF(self.look.font(Text.BODY_STRONG)).horizontalAdvance(row.right) + 2
            at = QRectF(where.right() - width, where.y(), width, where.height())
            self.text(painter, at, row.right, Text.BODY_STRONG)
            return at.x() - px(8)
        if row.leads is None:
            return where.right()
        if is_open and self._view.hasFocus():
            size, word = key_cap_size(self.look, "Enter"), QCoreApplication.translate("Scorecard", "open")
            cap = QPointF(where.right() - size.width(), where.center().y() - size.height() / 2)
            paint_key_cap(painter, self.look, QRectF(cap, size), "Enter")
            width = QFontMetricsF(self.look.font(Text.CAPTION_STRONG)).horizontalAdvance(word) + 2
            at = QRectF(cap.x() - width - px(6), where.y(), width, where.height())
            self.text(painter, at, word, Text.CAPTION_STRONG, "accent_text")
            return at.x() - px(8)
        side = px(18)
        at = QRectF(where.right() - side, where.center().y() - side / 2, side, side)
        self.look.icons.paint(painter, at, "chevron-right", "text2")
        return at.x() - px(8)

    def _paint_months(self, painter: QPainter, where: QRectF, marks: tuple[MonthMark, ...]) -> None:
        px = self.look.px
        step = min(where.width() / min(max(len(marks), 1), _PER_LINE), px(36))
        for at, mark in enumerate(marks):
            x = where.x() + step * (at % _PER_LINE)
            y = where.y() + px(_MONTH_HEIGHT) * (at // _PER_LINE)
            label = QRectF(x, y, step - 2, px(17))
            self.text(painter, label, self._month(mark), Text.KEY, "text2", Qt.AlignmentFlag.AlignHCenter)
            is_to_come = self._is_to_come(mark)
            tone = "ok" if mark.is_met else "neu" if is_to_come else "risk"
            box = QRectF(x + 2, y + px(17), step - 6, px(17))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour(f"{tone}_bg"))
            painter.drawRoundedRect(box, px(3), px(3))
            side = px(13)
            icon = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
            if not is_to_come:
                self.look.icons.paint(painter, icon, "check" if mark.is_met else "minus", tone)

    def _wrapped(self, painter: QPainter, where: QRectF, text: str, ink: str) -> float:
        """Draws text over as many lines as it needs and gives where it ends."""
        if not text:
            return where.y()
        height = self._text_height(text, where.width())
        painter.setFont(self.look.font(Text.CAPTION))
        painter.setPen(self.look.colour(ink))
        painter.drawText(QRectF(where.x(), where.y(), where.width(), height), int(_WRAP), text)
        return where.y() + height

    def _text_height(self, text: str, width: float) -> int:
        if not text:
            return 0
        metrics = QFontMetrics(self.look.font(Text.CAPTION))
        return metrics.boundingRect(QRect(0, 0, int(width), 10_000), int(_WRAP), text).height() + self.look.px(2)


_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
