"""The narrow column beside a list: it scrolls where its cards are higher than the window, and never heightens it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kpm_desktop.ui.components.upright_area import UprightArea
from kpm_desktop.ui.look.look import Look


class SideColumn(UprightArea):
    """Put cards into `column`. `width`, at scale 1, is what it likes to have; where the list beside it would have too
    little, it becomes as narrow as its cards can. gap: between the cards, at scale 1."""

    def __init__(self, look: Look, width: int, *, gap: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = look.px(width)
        holder = QWidget()
        holder.setProperty("role", "plain")
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.px(gap))
        self.setProperty("role", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.setWidget(holder)

    def sizeHint(self) -> QSize:
        """As wide as wanted, or as its cards have to be."""
        return QSize(max(self._wanted, self.minimumSizeHint().width()), super().sizeHint().height())
