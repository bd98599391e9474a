"""Rows of columns: what a list draws from cells, and the line of headings above it, by which it is sorted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyleOptionViewItem, QWidget

from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.rows import Index, RowDelegate
from kpm_desktop.ui.components.state_word import State, paint_state
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

#: Below this width, at scale 1, columns that are only for wide lists are left out.
NARROW = 900
_LEFT = Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class ListColumn:
    """heading: what stands above. width: a share of the whole. is_number: set to the right. is_sortable: whether
    pressing the heading sorts by it."""

    heading: str
    width: int
    is_wide_only: bool = False
    is_number: bool = False
    is_sortable: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """text, and what stands smaller below it. tone: the text is a chip. ink, is_strong: how the text looks. icon:
    before the text. chips: (text, tone) instead of text. state: what became of a record instead of text."""

    text: str = ""
    below: str = ""
    tone: str = ""
    ink: str = "text"
    is_strong: bool = False
    icon: str = ""
    icon_ink: str = "text2"
    chips: tuple[tuple[str, str], ...] = ()
    state: State | None = None

    @property
    def words(self) -> str:
        """All of it, to be read aloud."""
        parts = [self.text, self.below, *(text for text, _ in self.chips)]
        return ", ".join(part for part in (*parts, self.state.word() if self.state is not None else "") if part)


class CellRow(Protocol):
    """A row that knows its cells, one for each column."""

    @property
    def cells(self) -> Sequence[Cell]:
        """From left to right."""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Heads the rows below it, with their number."""

    key: str
    title: str
    count: int
    caption: str = ""

    is_heading = True

    @property
    def words(self) -> str:
        """Read aloud."""
        return f"{self.title} {self.count}"


def places(look: Look, where: QRectF, columns: Sequence[ListColumn]) -> list[QRectF]:
    """Where each column stands within a row's margins, with a gap behind it; one that is left out has no width."""
    is_narrow = where.width() < look.px(NARROW)
    shares = [0 if is_narrow and column.is_wide_only else column.width for column in columns]
    found, x, whole = [], where.x(), sum(shares)
    for share in shares:
        width = where.width() * share / whole
        found.append(QRectF(x, where.y(), max(width - look.px(12), 0), where.height()) if share else QRectF())
        x += width
    return found


class ColumnDelegate(RowDelegate):
    """Draws `CellRow`s, and `GroupRow`s between them."""

    height = 45
    group_height = 34

    def __init__(self, look: Look, columns: Sequence[ListColumn], parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._columns = columns

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self.group_height if isinstance(index.data(ROW), GroupRow) else self.height
        return QSize(self.look.px(120), self.look.px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if isinstance(row, GroupRow):
            self._paint_group(painter, QRectF(option.rect), row)
        else:
            super().paint(painter, option, index)

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws each cell at its column's place."""
        row: CellRow = index.data(ROW)
        columns = zip(places(self.look, where, self._columns), self._columns, row.cells, strict=True)
        for place, column, cell in columns:
            if place.width():
                self._paint_cell(painter, place, cell, _RIGHT if column.is_number else _LEFT)

    def _paint_group(self, painter: QPainter, where: QRectF, row: GroupRow) -> None:
        look = self.look
        painter.save()
        painter.fillRect(where, look.colour("bg"))
        painter.fillRect(QRectF(where.x(), where.bottom() - 1, where.width(), 1), look.colour("line"))
        inside = where.adjusted(look.px(16), 0, -look.px(16), -1)
        self.text(painter, inside, row.title, Text.CAPTION_STRONG)
        painter.setFont(look.font(Text.CAPTION_STRONG))
        x = painter.fontMetrics().horizontalAdvance(row.title) + look.px(8)
        rest = f"{row.count}   {row.caption}".rstrip()
        self.text(painter, inside.adjusted(x, 0, 0, 0), rest, Text.CAPTION, "text2")
        painter.restore()

    def _paint_cell(self, painter: QPainter, where: QRectF, cell: Cell, align: Qt.AlignmentFlag) -> None:
        middle = QPointF(where.x(), where.center().y())
        if cell.state is not None:
            paint_state(painter, self.look, middle, cell.state)
        elif cell.chips or cell.tone:
            self.chips(painter, where, [*cell.chips] or [(cell.text, cell.tone)])
        elif cell.below and cell.is_strong:
            self.two_lines(painter, where, cell.text, cell.below)
        elif cell.below:
            top = QRectF(where.x(), where.y() + self.look.px(3), where.width(), where.height() / 2)
            low = QRectF(where.x(), where.center().y() - self.look.px(1), where.width(), where.height() / 2)
            self.text(painter, top, cell.text, ink=cell.ink, align=align)
            self.text(painter, low, cell.below, Text.CAPTION, "text2", align=align)
        else:
            self._paint_text(painter, where, cell, align)

    def _paint_text(self, painter: QPainter, where: QRectF, cell: Cell, align: Qt.AlignmentFlag) -> None:
        if cell.icon:
            side = self.look.px(16)
            box = QRectF(where.x(), where.center().y() - side / 2, side, side)
            self.look.icons.paint(painter, box, cell.icon, cell.icon_ink)
            where = where.adjusted(side + self.look.px(6), 0, 0, 0)
        kind = Text.BODY_STRONG if cell.is_strong else Text.BODY
        self.text(painter, where, cell.text or "–", kind, cell.ink if cell.text else "text2", align)


class ColumnHeader(QWidget):
    """The headings at the columns' places. One stop of Tab: the arrows go from heading to heading, Enter sorts by it,
    and once more turns the order round. `sorted_by` gives the column and whether the last comes first."""

    sorted_by = Signal(int, bool)

    def __init__(self, look: Look, columns: Sequence[ListColumn], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._columns, self._name = look, columns, name
        self._margin, self._at, self._sorted, self._is_turned = 0, 0, -1, False
        self.setFixedHeight(look.px(36))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._can_sort = any(column.is_sortable for column in columns)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._can_sort else Qt.FocusPolicy.NoFocus)
        self._say()

    def leave_room(self, margin: int) -> None:
        """How much narrower the rows are, for the scroll bar."""
        self._margin = margin
        self.update()

    def sort_by(self, at: int) -> None:
        """Sorts by a column; by the same once more the other way round."""
        if not self._columns[at].is_sortable:
            return
        self._is_turned = not self._is_turned if at == self._sorted else False
        self._sorted = self._at = at
        self._say()
        self.update()
        self.sorted_by.emit(at, self._is_turned)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose a heading, Enter and the space bar sort by it."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.sort_by(self._at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A heading sorts by its column."""
        for at, place in enumerate(self._places()):
            if place.contains(event.position()):
                self.sort_by(at)
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the headings, an arrow beside the one that sorts, a frame around the one that has the focus."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("bg"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look.colour("line"))
        painter.setFont(look.font(Text.CAPTION_STRONG))
        for at, (place, column) in enumerate(zip(self._places(), self._columns, strict=True)):
            if place.width():
                self._paint_heading(painter, place, at, column)

    def _paint_heading(self, painter: QPainter, place: QRectF, at: int, column: ListColumn) -> None:
        look, side = self._look, self._look.px(14)
        is_sorted = at == self._sorted
        room = place.width() - (side + look.px(4) if is_sorted else 0)
        shown = painter.fontMetrics().elidedText(column.heading, Qt.TextElideMode.ElideRight, round(room))
        painter.setPen(look.colour("accent_text" if is_sorted else "text2"))
        align = _RIGHT if column.is_number else _LEFT
        words = place.adjusted(0, 0, -(side + look.px(4)), 0) if is_sorted and column.is_number else place
        painter.drawText(words, align | Qt.AlignmentFlag.AlignVCenter, shown)
        if is_sorted:
            x = place.right() - side
            if not column.is_number:
                x = min(place.x() + painter.fontMetrics().horizontalAdvance(shown) + look.px(4), x)
            icon = "arrow-down" if self._is_turned else "arrow-up"
            look.icons.paint(painter, QRectF(x, place.center().y() - side / 2, side, side), icon, "accent_text")
        if self.hasFocus() and at == self._at:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.drawRoundedRect(place.adjusted(-look.px(6), look.px(4), look.px(6), -look.px(4)), 4, 4)

    def _places(self) -> list[QRectF]:
        px = self._look.px
        inside = QRectF(self.rect()).adjusted(px(16), 0, -px(16) - self._margin, 0)
        return places(self._look, inside, self._columns)

    def _move(self, step: int) -> None:
        shown = [at for at, place in enumerate(self._places()) if place.width() and self._columns[at].is_sortable]
        if shown:
            now = shown.index(self._at) if self._at in shown else 0
            self._at = shown[max(0, min(now + step, len(shown) - 1))]
            self._say()
            self.update()

    def _say(self) -> None:
        """The heading that has the focus, for a screen reader."""
        column = self._columns[self._at].heading if self._columns else ""
        self.setAccessibleName(f"{self._name}: {column}" if self._can_sort else self._name)
