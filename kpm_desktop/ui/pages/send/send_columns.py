"""Two columns of cards that scroll together in a large text size; the lower cards take the room that is left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.look.look import Look


class SendColumns(QScrollArea):
    """Each column is its upper and its lower card; `left` is the left column itself. Where there is no room for both,
    the right one stands below the left one."""

    def __init__(
        self, look: Look, left: tuple[QWidget, QWidget], right: tuple[QWidget, QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._gap = look.px(12)
        inside = BreakingRow(self._gap, shrinks=True)
        inside.setProperty("role", "plain")
        self.left = self._column(*left)
        inside.add(self.left, 4)
        inside.add(self._column(*right), 5)
        self.setProperty("role", "plain")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def _column(self, upper: QWidget, lower: QWidget) -> QWidget:
        side = QWidget()
        side.setProperty("role", "plain")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._gap)
        column.addWidget(upper)
        column.addWidget(lower, 1)
        column.addStretch(0)
        return side
