"""How the rows of Riwayat are drawn: an entry is as high as its values need, short ones side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.components.state_word import paint_state
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.history.timeline_rows import DisputeRow, EntryRow, MonthRow, TimelineRow, ValueLine

Index = QModelIndex | QPersistentModelIndex
HEADING, HEAD, LINE, DISPUTE, GAP = 34, 50, 24, 52, 8
INDENT = 34
STATE_WIDTH = 132
#: How many values stand beside each other, how wide each is at least, and the share of it its name takes.
MOST_COLUMNS, COLUMN_WIDTH, NAME_SHARE = 3, 300, 0.6


class TimelineDelegate(RowDelegate):
    """Asks its view how wide a row is, because a row's height follows from it."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(look, view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading is a line, an entry as many as its values need."""
        row: TimelineRow = index.data(ROW)
        look = self.look
        if isinstance(row, MonthRow):
            return QSize(look.px(120), look.px(HEADING))
        if isinstance(row, DisputeRow):
            return QSize(look.px(120), look.px(DISPUTE))
        room = self._view.viewport().width() - look.px(32 + INDENT)
        height = sum(self._height(group, room) for group in self._grid(row.lines, room))
        return QSize(look.px(120), round(look.px(HEAD) + height) + (look.px(GAP) if row.lines else 0))

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws a row."""
        row: TimelineRow = index.data(ROW)
        if isinstance(row, MonthRow):
            around = self.look.px(16)
            painter.fillRect(where.adjusted(-around, 0, around, 0), self.look.colour("bg"))
            self.text(painter, where, row.title, Text.BODY_STRONG)
        elif isinstance(row, DisputeRow):
            self._dispute(painter, where, row, chosen=chosen)
        else:
            self._entry(painter, where, row)

    def _dispute(self, painter: QPainter, where: QRectF, row: DisputeRow, *, chosen: bool) -> None:
        look, side, small = self.look, self.look.px(20), self.look.px(18)
        if not chosen:
            painter.fillRect(where.adjusted(-look.px(16), 0, look.px(16), 0), look.colour("risk_bg"))
        icon = QRectF(where.x() + look.px(INDENT), where.center().y() - side / 2, side, side)
        look.icons.paint(painter, icon, "git-pull-request-arrow", "risk")
        self.two_lines(painter, where.adjusted(look.px(INDENT + 32), 0, -look.px(32), 0), row.title, row.detail)
        chevron = QRectF(where.right() - small, where.center().y() - small / 2, small, small)
        look.icons.paint(painter, chevron, "chevron-right", "risk")

    def _entry(self, painter: QPainter, where: QRectF, row: EntryRow) -> None:
        look, side = self.look, self.look.px(20)
        head = QRectF(where.x(), where.y(), where.width(), look.px(HEAD))
        look.icons.paint(painter, QRectF(head.x(), head.center().y() - side / 2, side, side), row.icon, "text2")
        state = look.px(STATE_WIDTH)
        self.two_lines(painter, head.adjusted(look.px(INDENT), 0, -state, 0), row.title, row.who)
        paint_state(painter, look, QPointF(head.right() - state, head.center().y()), row.state)
        room = where.adjusted(look.px(INDENT), look.px(HEAD), 0, 0)
        y = room.y()
        for group in self._grid(row.lines, room.width()):
            height = self._height(group, room.width())
            self._group(painter, QRectF(room.x(), y, room.width(), height), group)
            y += height

    # the values

    def _grid(self, lines: Sequence[ValueLine], room: float) -> list[tuple[ValueLine, ...]]:
        """The values in rows: short ones side by side, the rest alone."""
        found: list[tuple[ValueLine, ...]] = []
        waiting: list[ValueLine] = []
        for line in lines:
            is_short = self._is_short(line, room)
            if waiting and (not is_short or len(waiting) == self._columns(room)):
                found.append(tuple(waiting))
                waiting = []
            if is_short:
                waiting.append(line)
            else:
                found.append((line,))
        return [*found, tuple(waiting)] if waiting else found

    def _columns(self, room: float) -> int:
        return max(1, min(MOST_COLUMNS, int(room // self.look.px(COLUMN_WIDTH))))

    def _is_short(self, line: ValueLine, room: float) -> bool:
        if not line.name or line.note:
            return False
        width, gap = room / self._columns(room), self.look.px(GAP)
        value = QFontMetricsF(self.look.font(Text.BODY_MEDIUM)).horizontalAdvance(line.value)
        return value <= width * (1 - NAME_SHARE) - gap

    def _height(self, group: tuple[ValueLine, ...], room: float) -> float:
        """A line, or as many as a long text takes."""
        low = float(self.look.px(LINE))
        line = group[0]
        if len(group) > 1 or self._is_short(line, room):
            return low
        if not line.name:
            return max(low, self._wrapped(_sentence(line), Text.CAPTION, room))
        room -= self._name_width(room)
        return max(low, self._wrapped(line.value, Text.BODY_MEDIUM, room - self._note_width(line, room)))

    def _wrapped(self, text: str, kind: Text, room: float) -> float:
        where = QRectF(0, 0, room, 10_000)
        return QFontMetricsF(self.look.font(kind)).boundingRect(where, Qt.TextFlag.TextWordWrap, text).height() + 4

    def _name_width(self, room: float) -> float:
        """Names end at one place, whether they stand alone or not."""
        return room / self._columns(room) * NAME_SHARE

    def _note_width(self, line: ValueLine, room: float) -> float:
        if not line.note:
            return 0
        words = QFontMetricsF(self.look.font(Text.CAPTION)).horizontalAdvance(line.note) + self.look.px(12)
        return min(words, room * 0.7)

    def _group(self, painter: QPainter, where: QRectF, group: tuple[ValueLine, ...]) -> None:
        if not group[0].name:
            self._words(painter, where, _sentence(group[0]), Text.CAPTION, group[0].tone)
        elif not self._is_short(group[0], where.width()):
            self._value(painter, where, group[0], self._name_width(where.width()))
        else:
            width = where.width() / self._columns(where.width())
            for at, line in enumerate(group):
                cell = QRectF(where.x() + at * width, where.y(), width, where.height())
                self._value(painter, cell, line, width * NAME_SHARE)

    def _value(self, painter: QPainter, where: QRectF, line: ValueLine, name_width: float) -> None:
        gap, height = self.look.px(GAP), self.look.px(LINE)
        self.text(painter, QRectF(where.x(), where.y(), name_width - gap, height), line.name, Text.CAPTION, "text2")
        room = where.width() - name_width
        value = QRectF(where.x() + name_width, where.y(), room - self._note_width(line, room), where.height())
        self._words(painter, value, line.value, Text.BODY_MEDIUM, "text2" if line.faded else "text")
        if line.note:
            used = QFontMetricsF(self.look.font(Text.BODY_MEDIUM)).horizontalAdvance(line.value)
            start = min(used, value.width()) + self.look.px(12)
            rest = QRectF(value.x() + start, where.y(), room - start, height)
            self.text(painter, rest, line.note, Text.CAPTION, line.tone)

    def _words(self, painter: QPainter, where: QRectF, text: str, kind: Text, ink: str) -> None:
        """Text that wraps; a single line stands in the middle of its own."""
        painter.setFont(self.look.font(kind))
        painter.setPen(self.look.colour(ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(where, int(flags), text)


def _sentence(line: ValueLine) -> str:
    """A note of its own with what can be done about it."""
    return f"{line.value}  {line.note}" if line.note else line.value
