"""The rows of Cari to walk through: past headings, by groups, never taking the keys from the field."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.window.search.hit_delegate import HEADING_HEIGHT, ROW_HEIGHT, HitDelegate
from kpm_desktop.ui.window.search.hit_rows import GroupRow, HitRow

#: Rows of more than one group never are more; of a single one the heading is the first.
_MOST_MIXED = 60


class HitList(RowView):
    """Rows are made when they are looked at, so that nothing here goes through all of them."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hold_many()
        self.setUniformItemSizes(False)
        self.draw_with(HitDelegate(look))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws all of itself, so that no key lets the page below be drawn again."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.colour("surface"))
        painter.end()
        super().paintEvent(event)

    def show_hits(self, rows: Sequence[HitRow | GroupRow], chosen: str = "") -> None:
        """Other rows; the one of a key is chosen, or the first."""
        self.rows.show_rows(rows)
        first = [at for at in range(min(len(rows), _MOST_MIXED)) if rows[at].key == chosen]
        self._choose(first[0] if first else 1)
        self.scrollToTop()

    def content_height(self) -> int:
        """The height of all rows."""
        rows = self.rows.rows
        headings = sum(rows[at].is_heading for at in range(min(len(rows), _MOST_MIXED)))
        return (len(rows) - headings) * self._look.px(ROW_HEIGHT) + headings * self._look.px(HEADING_HEIGHT)

    def hit(self) -> HitRow | None:
        """The row that is chosen."""
        row = self.current()
        return row if isinstance(row, HitRow) else None

    def group(self) -> str:
        """The key of the group it is in."""
        rows = self.rows.rows
        above = (rows[at] for at in range(self.currentIndex().row(), -1, -1))
        return next((row.key for row in above if isinstance(row, GroupRow)), "")

    def step(self, by: int) -> None:
        """So many rows on or back, past headings; at the ends it stays."""
        rows, at, left = self.rows.rows, self.currentIndex().row(), abs(by)
        one = 1 if by > 0 else -1
        goal = at
        while left and 0 <= at + one < len(rows):
            at += one
            if not rows[at].is_heading:
                goal, left = at, left - 1
        self._choose(goal)

    def leap(self, by: int) -> None:
        """The first row of the next or former group, round and round."""
        rows = self.rows.rows
        starts = [at + 1 for at in range(min(len(rows), _MOST_MIXED)) if rows[at].is_heading]
        if starts:
            here = max((n for n, at in enumerate(starts) if at <= self.currentIndex().row()), default=0)
            self._choose(starts[(here + by) % len(starts)])

    def _choose(self, at: int) -> None:
        self.setCurrentIndex(self.rows.index(at) if 0 <= at < len(self.rows.rows) else QModelIndex())
