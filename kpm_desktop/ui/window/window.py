"""The one window of the program. What fills it changes: first run, unlock, or the unlocked shell."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from kpm_desktop.ui.components.screen import frame_of, room_on_screen
from kpm_desktop.ui.frame.preferences import Preferences

WIDTH, HEIGHT = 1366, 768


class Window(QMainWindow):
    """`closing` before it goes away, so that what is unsaved can be handed over."""

    closing = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.setWindowTitle("KPM Desktop")
        self.resize(WIDTH, HEIGHT)

    def open(self) -> None:
        """Shows it as it was left; where the screen has no room for that, it fills the screen."""
        wanted = QSize(*(self._preferences.window_size or (WIDTH, HEIGHT)))
        size = wanted.boundedTo(room_on_screen(self, frame_of(self)))
        self.resize(size)
        if self._preferences.is_maximised or size != wanted:
            self.showMaximized()
        else:
            self.show()

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
        """Says so before it closes, and keeps how large it was."""
        self.closing.emit()
        self._preferences.window_size = self.normalGeometry().size().toTuple()
        self._preferences.is_maximised = self.isMaximized()
        super().closeEvent(event)
