"""Rows of columns: what a list draws from cells, and the line of headings above it, by which it is sorted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QStyleOptionViewItem, QWidget

from kpm_desktop.domain.row_by_row import row_by_row
from kpm_desktop.ui.components.bar import paint_bar
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.rows import ChipWords, Index, RowDelegate
from kpm_desktop.ui.components.state_word import State, paint_state
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

#: Below this width, at scale 1, columns that are only for wide lists are left out.
NARROW = 900
_LEFT = Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class ListColumn:
    """heading: what stands above. width: a share of the whole; narrow: its share where there is little room.
    least: the width it keeps, at scale 1, whatever its share: a date, or a number, cut short says another one.
    is_number: set to the right. is_sortable: whether pressing the heading sorts by it. empty: what stands where a cell
    says nothing."""

    heading: str
    width: int
    is_wide_only: bool = False
    is_number: bool = False
    is_sortable: bool = True
    empty: str = "–"
    narrow: int = 0
    least: int = 0

    def share(self, *, is_narrow: bool) -> int:
        """How much of the whole; nothing where it is left out."""
        if is_narrow:
            return 0 if self.is_wide_only else self.narrow or self.width
        return self.width


@dataclass(frozen=True, slots=True)
class Cell:
    """text, what stands smaller below it, and what stands smaller behind it. tone: the text is a chip. ink, kind: how
    the text looks. chips, state: instead of text. bar: 0 to 1, before the text. icon: its name and ink, likewise.
    narrow, narrow_below: other texts where there is little room."""

    text: str = ""
    below: str = ""
    aside: str = ""
    tone: str = ""
    ink: str = "text"
    kind: Text = Text.BODY
    chips: tuple[ChipWords, ...] = ()
    state: State | None = None
    bar: float | None = None
    icon: tuple[str, str] | None = None
    narrow: str = ""
    narrow_below: str = ""

    @property
    def words(self) -> str:
        """All of it, to be read aloud."""
        parts = [self.text, self.below, self.aside, *(chip[0] for chip in self.chips)]
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


def places(look: Look, where: QRectF, columns: Sequence[ListColumn], narrow: int = NARROW) -> list[QRectF]:
    """Where each column stands within a row's margins, with a gap behind it; one that is left out has no width."""
    is_narrow = where.width() < look.px(narrow)
    shares = [column.share(is_narrow=is_narrow) for column in columns]
    found, x = [], where.x()
    for width in _widths(where.width(), shares, [look.px(column.least) for column in columns]):
        found.append(QRectF(x, where.y(), max(width - look.px(12), 0), where.height()) if width else QRectF())
        x += width
    return found


def _widths(room: float, shares: Sequence[int], least: Sequence[int]) -> list[float]:
    """By their shares; those that would get less than they keep have that, and the others the rest."""
    kept: dict[int, int] = {}
    while True:
        free = room - sum(kept.values())
        whole = sum(share for at, share in enumerate(shares) if at not in kept)
        widths = [kept.get(at, free * share / whole if whole else 0.0) for at, share in enumerate(shares)]
        tight = {at: least[at] for at, width in enumerate(widths) if shares[at] and width < least[at]}
        if not tight or len(kept) + len(tight) == sum(map(bool, shares)):
            return widths
        kept |= tight


class ColumnDelegate(RowDelegate):
    """Draws `CellRow`s, and `GroupRow`s or other headings between them. narrow: below this width, at scale 1, columns
    that are only for wide lists are left out. height: of a row, at scale 1. opens: rows lead somewhere, which an arrow
    at their end says. cells: of a row that does not know them itself."""

    group_height = 34

    def __init__(
        self,
        look: Look,
        columns: Sequence[ListColumn],
        *,
        narrow: int = NARROW,
        height: int = 45,
        opens: bool = False,
        cells: Callable[[Any], Sequence[Cell]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._cells = cells or _own_cells
        self._columns, self._narrow, self.height, self._opens = columns, narrow, height, opens

    def said(self, row: Any) -> str:
        """Each cell under the heading of its column; the first says what it is of itself."""
        if isinstance(row, GroupRow):
            return ", ".join(part for part in (row.words, row.caption) if part)
        cells = zip(self._columns, self._cells_of(row), strict=True)
        told = [(column.heading, cell.words) for column, cell in cells if cell.words]
        rest = [f"{heading}: {words}" if heading and not row.is_heading else words for heading, words in told[1:]]
        return ", ".join([words for _, words in told[:1]] + rest)

    def _cells_of(self, row: Any) -> Sequence[Cell]:
        """Its cells; where they cannot be made, that alone."""
        return next(row_by_row([row], self._cells, self._unshown))

    def _unshown(self, row: Any) -> Sequence[Cell]:
        words = QCoreApplication.translate("ColumnDelegate", "Cannot be shown: {key}").format(key=row.key)
        return (Cell(words), *(Cell() for _ in self._columns[1:]))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self.group_height if index.data(ROW).is_heading else self.height
        return QSize(self.look.px(120), self.look.px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if isinstance(row, GroupRow):
            self._paint_group(painter, QRectF(option.rect), row)
            return
        if row.is_heading:
            painter.fillRect(option.rect, self.look.colour("bg"))
        super().paint(painter, option, index)

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws each cell at its column's place; the first of a heading has the room of the empty ones behind it."""
        row = index.data(ROW)
        cells = self._cells_of(row)
        is_narrow = where.width() < self.look.px(self._narrow)
        shown = places(self.look, where, self._columns, self._narrow)
        if self._opens and not row.is_heading:
            self._paint_arrow(painter, where, chosen=chosen)
        if row.is_heading:
            next_to = next((at for at, cell in enumerate(cells) if at and cell.words and shown[at].width()), 0)
            shown[0].setRight(shown[next_to].x() - self.look.px(8) if next_to else where.right())
        for place, column, cell in zip(shown, self._columns, cells, strict=True):
            if place.width() and (cell.words or cell.bar is not None or not row.is_heading):
                self._paint_cell(painter, place, cell, column, is_narrow=is_narrow)

    def _paint_arrow(self, painter: QPainter, where: QRectF, *, chosen: bool) -> None:
        side = self.look.px(18)
        at = QRectF(where.right() - side + self.look.px(4), where.center().y() - side / 2, side, side)
        self.look.icons.paint(painter, at, "chevron-right", "accent_text" if chosen else "text2")

    def _paint_group(self, painter: QPainter, where: QRectF, row: GroupRow) -> None:
        look = self.look
        painter.save()
        painter.fillRect(where, look.colour("bg"))
        painter.fillRect(QRectF(where.x(), where.bottom() - 1, where.width(), 1), look.colour("line"))
        inside = where.adjusted(look.px(16), 0, -look.px(16), -1)
        self._paint_aside(painter, inside, row.title, f"{row.count}   {row.caption}".rstrip(), Text.CAPTION_STRONG)
        painter.restore()

    def _paint_cell(self, painter: QPainter, where: QRectF, cell: Cell, column: ListColumn, *, is_narrow: bool) -> None:
        align = _RIGHT if column.is_number else _LEFT
        text = cell.narrow if is_narrow and cell.narrow else cell.text
        if cell.state is not None:
            paint_state(painter, self.look, QPointF(where.x(), where.center().y()), cell.state)
        elif cell.chips or (cell.tone and text):
            self.chips(painter, where, cell.chips or ((text, cell.tone),), most=len(cell.chips) or 1)
        elif cell.bar is not None:
            self._paint_bar(painter, where, cell, text, is_narrow=is_narrow)
        elif cell.icon is not None:
            self._paint_icon(painter, where, cell, *cell.icon)
        elif cell.aside:
            self._paint_aside(painter, where, text, cell.aside, cell.kind)
        elif cell.below or (is_narrow and cell.narrow_below):
            below = cell.narrow_below if is_narrow and cell.narrow_below else cell.below
            self._paint_two(painter, where, cell, text, below, align)
        else:
            ink = cell.ink if text else "text2"
            self.text(painter, where, text or column.empty, cell.kind, ink, align)

    def _paint_two(
        self, painter: QPainter, where: QRectF, cell: Cell, text: str, below: str, align: Qt.AlignmentFlag
    ) -> None:
        high = QFontMetricsF(self.look.font(cell.kind)).height()
        low = QFontMetricsF(self.look.font(Text.CAPTION)).height()
        y = where.center().y() - (high + low) / 2
        self.text(painter, QRectF(where.x(), y, where.width(), high), text, cell.kind, cell.ink, align)
        self.text(painter, QRectF(where.x(), y + high, where.width(), low), below, Text.CAPTION, "text2", align)

    def _paint_icon(self, painter: QPainter, where: QRectF, cell: Cell, icon: str, ink: str) -> None:
        side = self.look.px(16)
        box = QRectF(where.x(), where.center().y() - side / 2, side, side)
        self.look.icons.paint(painter, box, icon, ink)
        self.text(painter, where.adjusted(side + self.look.px(4), 0, 0, 0), cell.text, cell.kind, cell.ink)

    def _paint_aside(self, painter: QPainter, where: QRectF, text: str, aside: str, kind: Text) -> None:
        width = QFontMetricsF(self.look.font(kind)).horizontalAdvance(text) + self.look.px(10)
        self.text(painter, where.adjusted(0, 0, min(width - where.width(), 0), 0), text, kind)
        if width < where.width():
            self.text(painter, where.adjusted(width, 0, 0, 0), aside, Text.CAPTION, "text2")

    def _paint_bar(self, painter: QPainter, where: QRectF, cell: Cell, text: str, *, is_narrow: bool) -> None:
        """The bar before its words; in a narrow list the words alone say it."""
        look = self.look
        width = min(look.px(72), where.width() * (0.4 if text else 1))
        if not is_narrow or not text:
            bar = QRectF(where.x(), where.center().y() - look.px(4), width, look.px(8))
            paint_bar(painter, look, bar, cell.bar or 0.0)
            where = where.adjusted(width + look.px(8), 0, 0, 0)
        self.text(painter, where, text, Text.CAPTION_STRONG)


def _own_cells(row: CellRow) -> Sequence[Cell]:
    return row.cells


class ColumnHeader(QWidget):
    """The headings in line with the rows in `view`, whether or not it has a scroll bar. One stop of Tab: the arrows go
    from heading to heading, Enter sorts by it, and once more turns the order round. `sorted_by` gives the column and
    whether the last comes first. indent: what stands before the first column of a row, at scale 1."""

    sorted_by = Signal(int, bool)

    def __init__(
        self,
        look: Look,
        columns: Sequence[ListColumn],
        view: QAbstractScrollArea,
        *,
        narrow: int = NARROW,
        indent: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._columns, self._view, self._narrow = look, columns, view, narrow
        self._indent = indent
        self._at, self._sorted, self._is_turned = 0, -1, False
        view.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.setFixedHeight(look.px(36))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        speak_as(self, "column")
        self._can_sort = any(column.is_sortable for column in columns)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._can_sort else Qt.FocusPolicy.NoFocus)
        self._say()

    def show_columns(self, columns: Sequence[ListColumn]) -> None:
        """Other headings at the same places."""
        self._columns = columns
        self._say()
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
        rows = QRectF(0, 0, self._view.viewport().width(), self.height())
        return places(self._look, rows.adjusted(px(16 + self._indent), 0, -px(16), 0), self._columns, self._narrow)

    def _on_range(self, least: int, most: int) -> None:
        self.update()

    def _move(self, step: int) -> None:
        shown = [at for at, place in enumerate(self._places()) if place.width() and self._columns[at].is_sortable]
        if shown:
            now = shown.index(self._at) if self._at in shown else 0
            self._at = shown[max(0, min(now + step, len(shown) - 1))]
            self._say()
            self.update()

    def _say(self) -> None:
        """The heading that has the focus, for a screen reader."""
        name = self._view.accessibleName()
        self.setAccessibleName(f"{name}: {self._columns[self._at].heading}" if self._can_sort else name)
