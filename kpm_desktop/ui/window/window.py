"""The one window of the program. What fills it changes: first run, unlock, or the unlocked shell."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

WIDTH, HEIGHT = 1366, 768


class Window(QMainWindow):
    """`closing` before it goes away, so that what is unsaved can be handed over."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("KPM Desktop")
        self.resize(WIDTH, HEIGHT)

    def fill(self, widget: QWidget, *, keep: bool = False) -> None:
        """Shows another content; the one before is thrown away, or with `keep` left to whoever fills the window, hidden
        in it."""
        former = self.takeCentralWidget()
        self.setCentralWidget(widget)
        widget.show()
        if former is not None:
            former.hide()
            if not keep:
                former.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Says so before it closes."""
        self.closing.emit()
        super().closeEvent(event)
