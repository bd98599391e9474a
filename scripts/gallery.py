"""The real window over a profile, offscreen: it is driven by keys, waited for, and its pictures are taken."""

from __future__ import annotations

import argparse
import builtins
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from scripts.screens import LAPTOP, OFFSCREEN, put_on_screen

os.environ.setdefault("QT_QPA_PLATFORM", OFFSCREEN)

from PySide6.QtCore import QEvent, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kpm_desktop.ui.entry.attempts import Attempts
from kpm_desktop.ui.entry.unlock import Unlock
from kpm_desktop.ui.forms.form_part import FormPart
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Jobs
from kpm_desktop.ui.frame.page import Page, Task
from kpm_desktop.ui.frame.preferences import Preferences
from kpm_desktop.ui.look.fonts import register_fonts
from kpm_desktop.ui.window.entrance import Entrance, Start
from kpm_desktop.ui.window.shell import Shell
from kpm_desktop.ui.window.theming import Theming
from kpm_desktop.ui.window.window import Window

PASSWORD = "kata-sandi-latihan"  # noqa: S105 - of profiles that are thrown away
PATIENCE_S = 60
#: The day of the pictures.
TODAY = date(2026, 11, 19)
P = TypeVar("P", bound=Page)
D = TypeVar("D", bound=QDialog)
T = TypeVar("T", bound=Task)


def application() -> QApplication:
    """The one application, dressed as `kpm-desktop` is."""
    qInstallMessageHandler(_quiet)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    register_fonts()
    return app


def _quiet(kind: QtMsgType, context: object, text: str) -> None:
    if not text.startswith("This plugin does not support "):
        print(text, file=sys.stderr)


class Gallery:
    """One running window over one profile, and the folder its pictures go to."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        out: Path,
        choice: argparse.Namespace | None = None,
        *,
        today: date = TODAY,
    ) -> None:
        self._app, self._out = app, out
        self.stick = folder.parent
        self.jobs = Jobs()
        preferences = Preferences(folder, choice.lang if choice else "id")
        if choice is not None:
            preferences.theme, preferences.scale = choice.theme, choice.scale
        theming = Theming(app, self.jobs, preferences, lambda: today, date.today)
        self.window = Window(preferences)
        self.entrance = Entrance(
            self.window, Start(folder, None), theming.dress, Attempts(folder, time.time), self.window
        )
        self.entrance.show()
        put_on_screen(self.window, choice.screen if choice else LAPTOP)
        self.window.open()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.settle()

    def settle(self) -> None:
        """Waits until every job is done and drawn; a window that lost the keys to a closed dialog gets them back."""
        self.wait(lambda: self.jobs.is_idle and not self._is_out())
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            self._app.processEvents()

    def _is_out(self) -> bool:
        """Whether the sync runner is on its way; without a server that answers it comes back with a sentence."""
        shell = self.entrance.shell
        return shell is not None and shell.context.sync_runner.is_busy

    def wait(self, until: Callable[[], bool]) -> None:
        """Waits for something to become true; a picture of what is not there yet is of no use to anybody."""
        end = time.monotonic() + PATIENCE_S
        for _ in range(3):
            self._app.processEvents()
        while not until():
            self._app.processEvents()
            if time.monotonic() > end:
                raise TimeoutError
            time.sleep(0.005)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._app.processEvents()

    def take(self, name: str) -> None:
        """A picture of the window with the dialog that is open above it."""
        self.settle()
        self.settle()
        picture = self.window.grab()
        dialog = self.dialog()
        if dialog is not None:
            self._lay_over(picture, dialog)
        picture.save(str(self._out / f"{name}.png"))
        print(f"{name}.png", flush=True)

    def keep(self, name: str, picture: QImage) -> None:
        """A picture of something else than the window, beside the others."""
        picture.save(str(self._out / f"{name}.png"))
        print(f"{name}.png", flush=True)

    def close_dialog(self) -> None:
        """Closes the dialog that is open."""
        dialog = self.dialog()
        assert dialog is not None
        dialog.reject()
        self.settle()

    def type(self, widget: QWidget, text: str) -> None:
        """Types as a user does."""
        widget.setFocus()
        QTest.keyClicks(self._focus(), text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key where the focus is."""
        QTest.keyClick(self._focus(), key, modifier)
        self.settle()

    def keys(self, text: str) -> None:
        """Presses keys one after another where the focus is; `\\n` is Enter."""
        for sign in text:
            if sign == "\n":
                self.press(Qt.Key.Key_Return)
            else:
                QTest.keyClicks(self._focus(), sign)
                self.settle()

    def page(self, key: str, kind: builtins.type[P]) -> P:
        """Goes to a page."""
        shell = self.shell()
        shell.show_page(key)
        self.settle()
        page = shell.page(key)
        assert isinstance(page, kind)
        return page

    def task(self, kind: builtins.type[T]) -> T:
        """The task that took the navigation's place, once it has what it shows."""
        frame = self.shell().frame
        assert frame is not None
        assert isinstance(frame.task, kind)
        self.settle()
        return frame.task

    def fill(self, part: FormPart, **answers: str) -> None:
        """Types into the fields of a form."""
        for name, text in answers.items():
            self.type(part.rows[name].field, text)
        self.settle()

    def opened(self, kind: builtins.type[D]) -> D:
        """The dialog of a kind that is open."""
        dialog = self.dialog()
        assert isinstance(dialog, kind)
        return dialog

    def frame(self) -> QWidget:
        """What fills the window."""
        widget = self.window.centralWidget()
        assert widget is not None
        return widget

    def shell(self) -> Shell:
        """The unlocked shell, once it says what waits."""
        self.wait(lambda: self.entrance.shell is not None and bool(self.entrance.shell.status_sentence()))
        assert self.entrance.shell is not None
        return self.entrance.shell

    def context(self) -> Context:
        """What the open shell's pages work with."""
        return self.shell().context

    def unlock(self, password: str = PASSWORD) -> Shell:
        """Types the password of a practice profile."""
        frame = self.frame()
        assert isinstance(frame, Unlock)
        self.type(frame.password, password)
        self.press(Qt.Key.Key_Return)
        return self.shell()

    def close(self) -> None:
        """Closes everything."""
        self.window.close()
        self.settle()
        self.jobs.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def dialog(self) -> QDialog | None:
        """The dialog that is open, the uppermost of several."""
        shown = [dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible()]
        return shown[-1] if shown else None

    def _focus(self) -> QWidget:
        """Where the keys go, also while the window is not the active one."""
        top = self.dialog() or self.window
        return QApplication.focusWidget() or top.focusWidget() or top

    def _lay_over(self, picture: QPixmap, dialog: QDialog) -> None:
        above = dialog.grab()
        at = QPoint((picture.width() - above.width()) // 2, (picture.height() - above.height()) // 2)
        painter = QPainter(picture)
        painter.drawPixmap(at, above)
        painter.end()


@contextmanager
def opened_gallery(
    app: QApplication, folder: Path, out: Path, choice: argparse.Namespace | None = None, *, today: date = TODAY
) -> Iterator[Gallery]:
    """A window that is closed afterwards, whatever happens."""
    made = Gallery(app, folder, out, choice, today=today)
    try:
        yield made
    finally:
        made.close()
