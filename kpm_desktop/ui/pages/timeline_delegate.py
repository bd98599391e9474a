"""How the rows of Riwayat are drawn: an entry is as high as its values need, two beside each other where they fit."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.components.state_word import paint_state
from kpm_desktop.ui.look import Look
from kpm_desktop.ui.models.row_list import ROW
from kpm_desktop.ui.pages.timeline_rows import DisputeRow, EntryRow, MonthRow, TimelineRow, ValueLine
from kpm_desktop.ui.theme import Text

Index = QModelIndex | QPersistentModelIndex
HEADING, HEAD, LINE, DISPUTE, GAP = 34, 50, 24, 52, 8
INDENT = 34
STATE_WIDTH = 150
#: The share of a line its name takes.
NAME_SHARE = 0.56
LARGEST_WITH_TWO = 1.0


class TimelineDelegate(RowDelegate):
    """Asks its view how wide a row is, because a row's height follows from it."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(look, view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading is a line, an entry as many as it has values."""
        row: TimelineRow = index.data(ROW)
        look = self.look
        if isinstance(row, MonthRow):
            return QSize(look.px(120), look.px(HEADING))
        if isinstance(row, DisputeRow):
            return QSize(look.px(120), look.px(DISPUTE))
        height = look.px(HEAD) + self._values_height(row.lines, self._room())
        return QSize(look.px(120), round(height + (look.px(GAP) if row.lines else 0)))

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws a row."""
        row: TimelineRow = index.data(ROW)
        look = self.look
        if isinstance(row, MonthRow):
            painter.fillRect(where.adjusted(-look.px(16), 0, look.px(16), 0), look.colour("bg"))
            self.text(painter, where, row.title, Text.BODY_STRONG)
        elif isinstance(row, DisputeRow):
            self._dispute(painter, where, row)
        else:
            self._entry(painter, where, row)

    def _dispute(self, painter: QPainter, where: QRectF, row: DisputeRow) -> None:
        look, side = self.look, self.look.px(20)
        painter.fillRect(where.adjusted(-look.px(12), 0, look.px(16), 0), look.colour("risk_bg"))
        icon = QRectF(where.x() + look.px(INDENT), where.center().y() - side / 2, side, side)
        look.icons.paint(painter, icon, "git-pull-request-arrow", "risk")
        words = where.adjusted(look.px(INDENT + 32), 0, -look.px(32), 0)
        self.two_lines(painter, words, row.title, row.detail)
        chevron = QRectF(where.right() - look.px(18), where.center().y() - look.px(9), look.px(18), look.px(18))
        look.icons.paint(painter, chevron, "chevron-right", "risk")

    def _entry(self, painter: QPainter, where: QRectF, row: EntryRow) -> None:
        look, side = self.look, self.look.px(20)
        head = QRectF(where.x(), where.y(), where.width(), look.px(HEAD))
        look.icons.paint(painter, QRectF(head.x(), head.center().y() - side / 2, side, side), row.icon, "text2")
        words = head.adjusted(look.px(INDENT), 0, -look.px(STATE_WIDTH), 0)
        self.two_lines(painter, words, row.title, row.who)
        at = QRectF(head.right() - look.px(STATE_WIDTH), head.y(), look.px(STATE_WIDTH), head.height())
        paint_state(painter, look, at.center() - (at.center() - at.topLeft()).transposed() * 0, row.state)
        room = where.adjusted(look.px(INDENT), look.px(HEAD), 0, 0)
        y = room.y()
        for group in self._grid(row.lines, room.width()):
            height = self._group_height(group, room.width())
            width = room.width() / (2 if len(group) == 2 else 1)
            for at_column, line in enumerate(group):
                cell = QRectF(room.x() + at_column * width, y, width, height)
                self._value(painter, cell, line, is_wide=len(group) == 1 and not self._is_short(line, width))
            y += height
