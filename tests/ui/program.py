"""The running program, driven by a test as a user drives it."""

from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.ui.entry.attempts import Attempts
from kpm_desktop.ui.entry.unlock import Unlock
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.jobs import Jobs
from kpm_desktop.ui.frame.preferences import Preferences
from kpm_desktop.ui.look.fonts import register_fonts
from kpm_desktop.ui.window.entrance import Entrance, Start
from kpm_desktop.ui.window.shell import Shell
from kpm_desktop.ui.window.theming import Theming
from kpm_desktop.ui.window.window import Window
from tests.support.profiles import PASSWORD

W = TypeVar("W", bound=QWidget)
PATIENCE_MS = 60_000


class Program:
    """Everything `app.py` builds, with a clock and a day that stand still until they are moved."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        today: date,
        *,
        role: str | None = None,
        language: str | None = None,
        acts_by_itself: bool = False,
    ) -> None:
        self.qtbot, self.folder, self.now, self.today = qtbot, folder, 1_000_000.0, today
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setStyle("Fusion")
        register_fonts()
        self.jobs = Jobs()
        preferences = Preferences(folder, language)
        self._theming = Theming(app, self.jobs, preferences, lambda: self.today)
        self.window = Window(preferences)
        self.entrance = Entrance(
            self.window,
            Start(folder, role, acts_by_itself),
            self._dress,
            Attempts(folder, lambda: self.now),
            self.window,
        )
        self.entrance.show()
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.settle()

    def _dress(self) -> Tools:
        self.tools = self._theming.dress()
        return self.tools

    def settle(self) -> None:
        """Waits until every job is done and told, and what was thrown away is gone; a window that lost the keys to a
        closed dialog gets them back."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=PATIENCE_MS)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        if QApplication.activeWindow() is None and self.window.isVisible():
            self.window.activateWindow()
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """Types where the focus is."""
        QTest.keyClicks(self._focus(), text)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, *, times: int = 1
    ) -> None:
        """Presses a key where the focus is."""
        for _ in range(times):
            QTest.keyClick(self._focus(), key, modifier)
        self.settle()

    def frame(self, kind: type[W]) -> W:
        """What fills the window."""
        widget = self.window.centralWidget()
        assert isinstance(widget, kind)
        return widget

    def shell(self) -> Shell:
        """The unlocked shell."""
        self.settle()
        return self.frame(Shell)

    def unlock(self, password: str = PASSWORD) -> Shell:
        """Types the password and presses Enter."""
        frame = self.frame(Unlock)
        frame.password.setFocus()
        self.write(password)
        self.press(Qt.Key.Key_Return)
        return self.shell()

    def close_session(self) -> None:
        """Closes the profile as closing the window does."""
        self.window.closing.emit()
        self.settle()

    def close(self) -> None:
        """Closes the window and everything behind it."""
        self.window.close()
        self.settle()
        self.jobs.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window
