"""Cari, driven by keys."""

from PySide6.QtCore import Qt

from kpm_desktop.ui.window.search.hit_rows import GroupRow, HitRow
from kpm_desktop.ui.window.search.search_overlay import SearchOverlay
from tests.ui.program import Program

CTRL = Qt.KeyboardModifier.ControlModifier


class Searching:
    """The overlay of an unlocked program, opened by its key."""

    def __init__(self, program: Program) -> None:
        self.program = program
        program.press(Qt.Key.Key_K, CTRL)
        overlay = program.shell().findChild(SearchOverlay)
        assert isinstance(overlay, SearchOverlay)
        self.overlay = overlay
        assert overlay.isVisible()

    def type(self, text: str) -> list[str]:
        """Types instead of what is there; gives the titles of what was found."""
        self.overlay.field.selectAll()
        self.program.write(text)
        self.program.settle()
        return self.titles()

    def hits(self) -> list[HitRow]:
        """The rows without their headings."""
        return [row for row in self.overlay.list.rows.rows if isinstance(row, HitRow)]

    def titles(self) -> list[str]:
        """What the rows are called."""
        return [row.title for row in self.hits()]

    def groups(self) -> dict[str, str]:
        """The headings and what stands beside them."""
        return {row.title: row.detail for row in self.overlay.list.rows.rows if isinstance(row, GroupRow)}

    def hit(self, title: str) -> HitRow:
        """The row of a title."""
        return next(row for row in self.hits() if row.title == title)

    def chosen(self) -> str:
        """The title of the row that is chosen."""
        row = self.overlay.list.hit()
        return row.title if row is not None else ""

    def open(self, typed: str, title: str) -> None:
        """Types, walks down to a title and presses Enter."""
        self.type(typed)
        for _ in range(self.titles().index(title)):
            self.program.press(Qt.Key.Key_Down)
        assert self.chosen() == title
        self.program.press(Qt.Key.Key_Return)
