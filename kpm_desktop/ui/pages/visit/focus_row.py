"""A row that shows where the keys go: a bar and a colour while it, or what lies in it, has the focus."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from kpm_desktop.ui.look.look import Look


class FocusRow(QWidget):
    """A click anywhere chooses it. `tint` gives it a colour of its own, which goes before that of the focus."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.tint = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def is_current(self) -> bool:
        """Whether it, or what lies in it, has the focus."""
        focus = QApplication.focusWidget()
        return focus is self or (focus is not None and self.isAncestorOf(focus))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar and colour."""
        painter, where = QPainter(self), QRectF(self.rect())
        colour = self.tint or ("accent_soft" if self.is_current() else "")
        if colour:
            painter.fillRect(where, self.look.colour(colour))
        if self.is_current():
            painter.fillRect(QRectF(0, 0, self.look.px(4), where.height()), self.look.colour("accent"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows where the keys go."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in the row chooses it."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Repaints with the window's state."""
        super().changeEvent(event)
        self.update()
