"""A list of which several rows are marked: with Space or a click, all that are shown with Ctrl+A."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QShortcut
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.row_list import ROW, Row
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.look.look import Look

R = TypeVar("R", bound=Row)


class MarkedView(RowView):
    """Rows are dataclasses with `may_be_marked` and `is_marked`; the mark is set here. `changed` when other rows are
    marked. box: how far from the left a click marks; None where it does so anywhere in a row."""

    changed = Signal()

    def __init__(self, name: str, *, box: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.marked: frozenset[str] = frozenset()
        self._box, self._pressed_at = box, 0
        self.clicked.connect(self._on_clicked)
        for key, pressed in (("Space", self._on_toggle), ("Ctrl+A", self._on_all)):
            QShortcut(QKeySequence(key), self, pressed, context=Qt.ShortcutContext.WidgetShortcut)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Other rows; those that are marked stay marked, also where they are not shown."""
        super().show_rows([self._with_mark(row) for row in rows])

    def mark(self, keys: frozenset[str]) -> None:
        """Marks these rows and no others."""
        self.marked = keys
        self.show_rows(self.rows.rows)
        self.changed.emit()

    def toggle(self, row: Row) -> None:
        """Marks a row, or takes its mark away."""
        if _may_be_marked(row):
            self.mark(self.marked ^ {row.key})

    def markable(self) -> list[Row]:
        """The rows that are shown and may be marked."""
        return [row for row in self.rows.rows if _may_be_marked(row)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keeps where a row was clicked."""
        self._pressed_at = event.position().toPoint().x()
        super().mousePressEvent(event)

    def _with_mark(self, row: R) -> R:
        is_marked = row.key in self.marked
        if not _may_be_marked(row) or getattr(row, "is_marked", False) == is_marked:
            return row
        return replace(row, is_marked=is_marked)  # type: ignore[type-var]

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._box is None or self._pressed_at <= self._box:
            self.toggle(index.data(ROW))

    def _on_toggle(self) -> None:
        row = self.current()
        if row is not None:
            self.toggle(row)

    def _on_all(self) -> None:
        """Marks everything that is shown, or nothing of it when all is marked."""
        shown = {row.key for row in self.markable()}
        self.mark(self.marked - shown if shown <= self.marked else self.marked | shown)


def paint_mark(painter: QPainter, look: Look, where: QRectF, *, is_marked: bool) -> None:
    """The box at the left of a row that may be marked."""
    painter.setPen(look.colour("accent" if is_marked else "ctl"))
    painter.setBrush(look.colour("accent" if is_marked else "surface"))
    painter.drawRoundedRect(where, look.px(4), look.px(4))
    if is_marked:
        look.icons.paint(painter, where.adjusted(2, 2, -2, -2), "check", "on_accent")


def _may_be_marked(row: Row) -> bool:
    return bool(getattr(row, "may_be_marked", False))
