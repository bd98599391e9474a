"""The two lists of the page *Kirim*: records that are on the way, and bundles that went out."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.rows import Index, RowDelegate
from kpm_desktop.ui.components.state_word import State, paint_state
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A record on the way, in words. person: whose history tells more; None where there is none."""

    key: str
    name: str
    what: str
    state: State
    person: UUID | None

    is_heading = False

    @property
    def words(self) -> str:
        """All of it."""
        return ", ".join(part for part in (self.name, self.what, self.state.word()) if part)


class WaitingDelegate(RowDelegate):
    """Name, form and month, state."""

    height = 36

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws the three."""
        row: WaitingRow = index.data(ROW)
        state = state_width(self.look)
        name = (where.width() - state) * 0.56
        gap = self.look.px(8)
        self.text(painter, QRectF(where.x(), where.y(), name - gap, where.height()), row.name, Text.BODY_STRONG)
        what = QRectF(where.x() + name, where.y(), where.width() - name - state - gap, where.height())
        self.text(painter, what, row.what)
        paint_state(painter, self.look, QPointF(where.right() - state, where.center().y()), row.state)


def state_width(look: Look) -> float:
    """The room the longest of the state words takes."""
    metrics = QFontMetricsF(look.font(Text.CAPTION_STRONG))
    return look.px(24) + max(metrics.horizontalAdvance(state.word()) for state in State)


@dataclass(frozen=True, slots=True)
class SentRow:
    """A bundle that went out, in words."""

    number: int
    when: str
    target: str
    records: str
    state: State
    receipt: str

    is_heading = False

    @property
    def key(self) -> str:
        """Its number."""
        return str(self.number)

    @property
    def words(self) -> str:
        """All of it."""
        return ", ".join((self.when, self.key, self.target, self.records, self.state.word(), self.receipt))


#: Where the columns begin, as shares of the row: when, number, target, records, state, receipt.
_COLUMNS = (0.0, 0.205, 0.305, 0.51, 0.63, 0.82, 1.0)
_RIGHT = (1, 3)
#: Rows narrower than this (large letters) have two lines at each side instead of columns.
_NARROW = 520


def _cell(where: QRectF, at: int, gap: float) -> QRectF:
    left, right = _COLUMNS[at], _COLUMNS[at + 1]
    return QRectF(where.x() + where.width() * left, where.y(), where.width() * (right - left) - gap, where.height())


class SentDelegate(RowDelegate):
    """One line of columns."""

    height = 40

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws the columns."""
        row: SentRow = index.data(ROW)
        if where.width() < self.look.px(_NARROW):
            self._paint_narrow(painter, where, row)
            return
        gap = self.look.px(12)
        columns = (
            (row.when, Text.BODY, "text"),
            (row.key, Text.BODY_STRONG, "text"),
            (row.target, Text.BODY, "text"),
            (row.records, Text.BODY, "text"),
            None,
            (row.receipt, Text.CAPTION, "text2"),
        )
        for at, column in enumerate(columns):
            cell = _cell(where, at, gap)
            if column is None:
                paint_state(painter, self.look, QPointF(cell.x(), cell.center().y()), row.state)
            else:
                self.text(painter, cell, *column, align=_align(at))

    def _paint_narrow(self, painter: QPainter, where: QRectF, row: SentRow) -> None:
        state = where.right() - state_width(self.look)
        numbers = self.tr("bundle {number}, {count} records").format(number=row.number, count=row.records)
        words = QRectF(where.x(), where.y(), state - where.x() - self.look.px(8), where.height())
        self.two_lines(painter, words, row.when, " · ".join((numbers, row.target)))
        paint_state(painter, self.look, QPointF(state, where.center().y()), row.state)


def _align(at: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if at in _RIGHT else Qt.AlignmentFlag.AlignLeft


class SentHead(QWidget):
    """The heads of the columns, in line with the rows in `view`, whether or not it has a scroll bar."""

    def __init__(
        self, look: Look, heads: Sequence[str], view: QAbstractScrollArea, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._heads, self._view = look, heads, view
        view.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.setFixedHeight(look.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws them above their columns."""
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.colour("bg"))
        painter.setFont(look.font(Text.CAPTION_STRONG))
        painter.setPen(look.colour("text2"))
        metrics = QFontMetricsF(painter.font())
        rows = QRectF(0, 0, self._view.viewport().width(), self.height())
        where = rows.adjusted(look.px(16), 0, -look.px(16), 0)
        heads = list(enumerate(self._heads))
        if where.width() < look.px(_NARROW):
            state = where.adjusted(where.width() - state_width(look), 0, 0, 0)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self._heads[0])
            painter.drawText(state, Qt.AlignmentFlag.AlignVCenter, self._heads[4])
            heads = []
        for at, head in heads:
            cell = _cell(where, at, look.px(12))
            shown = metrics.elidedText(head, Qt.TextElideMode.ElideRight, cell.width())
            painter.drawText(cell, _align(at) | Qt.AlignmentFlag.AlignVCenter, shown)

    def _on_range(self, least: int, most: int) -> None:
        self.update()
