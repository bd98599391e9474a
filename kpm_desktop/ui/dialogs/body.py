"""The body of a dialog: it scrolls where the screen is too low for all of it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpm_desktop.ui.components.room import Room

_LOWEST = 96


class Body(Room):
    """`column` holds what is shown; `outgrown` when it needs more than it has. most: the widest it may ask to be."""

    outgrown = Signal()

    def __init__(self, most: int, spacing: int) -> None:
        inside = QWidget()
        inside.setProperty("role", "surface")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(spacing)
        self._most = most
        super().__init__(inside)
        self.setProperty("role", "surface")

    def wanted(self, width: int) -> int:
        """How high it wants to be at such a width."""
        column = self.column
        column.activate()
        return column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        """As wide as all of it; how high, the dialog asks for by its width."""
        return QSize(min(super().sizeHint().width(), self._most), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few lines; as wide as its parts and the bar beside them, where the screen has room for that."""
        least = self.least(0)
        return QSize(min(least.width() + self._bar(), self._most), min(least.height(), _LOWEST))

    def arrange(self) -> None:
        """Says so where it has too little."""
        super().arrange()
        room, inside = self.maximumViewportSize(), self.inside.size()
        if inside.height() > room.height() or inside.width() > room.width() - self._bar():
            self.updateGeometry()
            self.outgrown.emit()

    def _bar(self) -> int:
        is_scrolling = self.inside.height() > self.maximumViewportSize().height()
        return self.verticalScrollBar().sizeHint().width() if is_scrolling else 0
