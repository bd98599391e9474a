"""Somebody who presses keys and clicks at random; what is drawn follows from the seed and what is on the screen."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog
from kpm_desktop.ui.entry.keep_code import KeepCode
from kpm_desktop.ui.entry.unlock import Unlock
from kpm_desktop.ui.look.theme import SCALES
from kpm_desktop.ui.pages.settings.settings import SettingsPage
from kpm_desktop.ui.pages.visit.visit import VisitTask
from kpm_desktop.ui.window.page_list import pages_of
from kpm_desktop.ui.window.search.search_overlay import SearchOverlay
from kpm_desktop.ui.window.shell import Shell
from tests.support.profiles import PASSWORD
from tests.ui.program import Program

K, M = Qt.Key, Qt.KeyboardModifier
_SIGNS = [getattr(K, f"Key_{sign}") for sign in "ABCDEFGHIJKLMNOPRSTUVWXYZ0123456789"]
_OFTEN = (K.Key_Tab, K.Key_Backtab, K.Key_Return, K.Key_Space, K.Key_Up, K.Key_Down, K.Key_Left, K.Key_Right)
_SELDOM = (K.Key_PageUp, K.Key_PageDown, K.Key_Home, K.Key_End, K.Key_F1, K.Key_F2, K.Key_F6, K.Key_Delete)
_CONTROL = (K.Key_K, K.Key_F, K.Key_N, K.Key_S, K.Key_Tab, K.Key_A, K.Key_Z, K.Key_Return)
KEYS = [
    *((key, M.NoModifier) for key in _SIGNS),
    *((key, M.NoModifier) for key in _OFTEN * 5),
    *((key, M.NoModifier) for key in (*_SELDOM, K.Key_Escape, K.Key_Escape, K.Key_Backspace, K.Key_Comma, K.Key_Plus)),
    *((key, M.ControlModifier) for key in _CONTROL),
    *((key, M.AltModifier) for key in (K.Key_Left, K.Key_1, K.Key_5, K.Key_7, K.Key_8)),
    (K.Key_F12, M.NoModifier),
]
_SEARCHED = ("si", "ka", "an", "kun", "cad", "ban")
#: Longer than any wrong tries make the next one wait.
_LONG_S = 400.0
#: So often Esc is pressed before somebody says that there is no way out.
_PATIENCE = 12


class Monkey:
    """`seen`: what it came by, for whoever asks whether it got about. `acts`: what it did, act by act. place: a folder
    in which it may make files. after: looks at everything after each act."""

    def __init__(self, program: Program, draw: random.Random, place: Path, after: Callable[[], None]) -> None:
        self.program, self.draw, self._place, self._after = program, draw, place, after
        self.acts: list[str] = []
        self.seen: set[str] = set()
        (place / "flashdisk").mkdir(parents=True)
        (place / "berkas.txt").write_text("x")
        self._tours: list[Callable[[], None]] = []

    def act(self) -> None:
        """One key, one click, or another size of the window."""
        self._enter(surely=False)
        target = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.program.window
        chance = self.draw.random()
        if isinstance(target, QDialog) and not isinstance(target, Dialog):
            self._answer_system(target)
        elif chance < 0.02:
            self.resize()
        elif chance < 0.14:
            self._click_at_random(target)
        elif chance < 0.28:
            self._click_control(target)
        else:
            self._key(target, *self.draw.choice(KEYS))
        self._note()

    def tour(self) -> None:
        """Out of whatever is open, and to the next of the places; each of them once before the first one again."""
        self._enter(surely=True)
        self.leave_all()
        if not self._tours:
            self._tours = list(self._all_tours())
            self.draw.shuffle(self._tours)
        self._tours.pop()()
        self._note()

    def leave_all(self) -> None:
        """Esc, until neither popup, dialog nor task is open. Where a form asks whether it may forget, it may."""
        former: QWidget | None = None
        for _ in range(_PATIENCE):
            top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if top is None and self._is_at_a_page():
                return
            if isinstance(top, ConfirmDialog) and top.parentWidget() is former:
                self._say("confirm", top)
                top.confirm_button.click()
                self._settle()
            else:
                former = top
                self._key(top or self.program.window, K.Key_Escape, M.NoModifier)
        raise AssertionError(f"no way out of {self._where()}")

    def resize(self) -> None:
        """Another size and place of the window, on its screen."""
        window = self.program.window
        room = window.screen().availableGeometry()
        least = window.minimumSizeHint().expandedTo(QSize(800, 560)).boundedTo(room.size())
        width, height = self.draw.randint(least.width(), room.width()), self.draw.randint(least.height(), room.height())
        x, y = self.draw.randint(0, room.width() - width), self.draw.randint(0, room.height() - height)
        self.acts.append(f"resize {width}×{height} at {x}, {y}")
        self.seen.add("resize")
        window.setGeometry(room.x() + x, room.y() + y, width, height)
        self._settle()

    # one act

    def _key(self, target: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        receiver = QApplication.focusWidget() if target is self.program.window else target.focusWidget()
        receiver = receiver or target
        self._say(f"{modifier.name} {key.name}", receiver)
        QTest.keyClick(receiver, key, modifier)
        self._settle()

    def _click_at_random(self, target: QWidget) -> None:
        point = QPoint(self.draw.randrange(target.width()), self.draw.randrange(target.height()))
        self._click_at(target, point)

    def _click_at(self, target: QWidget, point: QPoint) -> None:
        """Hits what lies uppermost there."""
        hit = target.childAt(point) or target
        self._click(hit, hit.mapFrom(target, point))

    def _click_control(self, target: QWidget) -> None:
        """A button or field, where it is seen, or what lies above it."""
        can = [
            each
            for each in target.findChildren(QWidget)
            if each.isVisible()
            and each.isEnabled()
            and each.focusPolicy() & Qt.FocusPolicy.ClickFocus
            and each.window() is target
            and not each.visibleRegion().isEmpty()
        ]
        if can:
            hit = self.draw.choice(can)
            self._click_at(target, hit.mapTo(target, hit.visibleRegion().boundingRect().center()))

    def _click(self, hit: QWidget, point: QPoint) -> None:
        is_popup = hit.window().windowType() == Qt.WindowType.Popup  # its first click may close it
        press = QTest.mouseDClick if self.draw.random() < 0.1 and not is_popup else QTest.mouseClick
        self._say(f"{press.__name__} {point.toTuple()}", hit)
        press(hit, Qt.MouseButton.LeftButton, pos=point)
        self._settle()

    def _answer_system(self, dialog: QDialog) -> None:
        """Files are chosen in the monkey's own place; what the system asks else is declined."""
        is_answered = self.draw.random() < 0.7
        if isinstance(dialog, QFileDialog) and is_answered:
            name = dialog.findChild(QLineEdit, "fileNameEdit")
            assert isinstance(name, QLineEdit)
            name.setText(str(self._file_for(dialog)))
            self._say("chosen", dialog)
            self.seen.add("file dialog")
            dialog.accept()
        else:
            self._say("declined", dialog)
            dialog.reject()
        self._settle()

    def _file_for(self, dialog: QFileDialog) -> Path:
        mode = dialog.fileMode()
        if mode == QFileDialog.FileMode.Directory:
            return self._place / "flashdisk"
        if mode == QFileDialog.FileMode.AnyFile:
            return self._place / f"berkas-{len(self.acts)}"
        files = sorted(each for each in self._place.iterdir() if each.is_file())
        return self.draw.choice(files)

    # where it goes

    def _all_tours(self) -> Iterator[Callable[[], None]]:
        shell = self.program.shell()
        specs = pages_of(shell.context.session.role, "id")
        for key in [key for spec in specs for key in ([tab.key for tab in spec.tabs] or [spec.key])]:
            yield lambda key=key: self._go(key)  # type: ignore[misc]
        if shell.context.session.is_cadre:
            yield from [lambda: self._go("kunjungan")] * 4
            yield from [self._save_visit, self._lock_a_visit] * 3
        yield from (self._search, self._lock, self.resize)
        for scale in SCALES:
            yield lambda scale=scale: self._scale(scale)  # type: ignore[misc]

    def _go(self, page: str) -> None:
        """To a page, and into one of its first rows."""
        self.acts.append(f"to {page}")
        self.program.shell().show_page(page)
        self._settle()
        self._note()
        for _ in range(self.draw.randint(0, 4)):
            self._key(self.program.window, K.Key_Down, M.NoModifier)
        self._key(self.program.window, K.Key_Return, M.NoModifier)

    def _save_visit(self) -> None:
        """Answers that can be taken, and Simpan."""
        self._go("kunjungan")
        for _ in range(self.draw.randint(10, 25)):
            self._key(self.program.window, self.draw.choice((K.Key_T, K.Key_T, K.Key_S)), M.NoModifier)
        self._key(self.program.window, K.Key_S, M.ControlModifier)
        asked = QApplication.activeModalWidget()
        if isinstance(asked, OpenWarningsDialog):
            self._click(asked.save_button, asked.save_button.rect().center())

    def _lock_a_visit(self) -> None:
        """In the middle of a number, where it comes to one."""
        self._go("kunjungan")
        for _ in range(self.draw.randint(0, 8)):
            self._key(self.program.window, K.Key_Down, M.NoModifier)
        for _ in range(2):
            self._key(self.program.window, self.draw.choice((K.Key_1, K.Key_2, K.Key_9)), M.NoModifier)
        self._lock()

    def _search(self) -> None:
        self._key(self.program.window, K.Key_K, M.ControlModifier)
        self.seen.add("search")
        for sign in self.draw.choice(_SEARCHED):
            self._key(self.program.window, getattr(K, f"Key_{sign.upper()}"), M.NoModifier)

    def _lock(self) -> None:
        self._key(self.program.window, K.Key_F12, M.NoModifier)

    def _scale(self, scale: float) -> None:
        shell = self.program.shell()
        shell.show_page("settings")
        self._settle()
        page = shell.page("settings")
        assert isinstance(page, SettingsPage)
        button: QAbstractButton = page.scales.button(str(scale))
        self.seen.add(f"scale {scale}")
        self._click(button, button.rect().center())

    # in and out

    def _enter(self, *, surely: bool) -> None:
        """In again, now and then after some keys at the lock; whoever tried wrong passwords has waited."""
        program = self.program
        if isinstance(program.window.centralWidget(), Shell) or not (surely or self.draw.random() < 0.1):
            return
        self._leave_dialogs_of_the_lock()
        program.now += _LONG_S
        if isinstance(program.window.centralWidget(), KeepCode):
            program.close_session()
        program.entrance.show()
        program.settle()
        self.acts.append("unlock")
        self.seen.add("unlock")
        program.unlock(PASSWORD)

    def _leave_dialogs_of_the_lock(self) -> None:
        for _ in range(_PATIENCE):
            top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if top is None:
                return
            self._key(top, K.Key_Escape, M.NoModifier)

    def _is_at_a_page(self) -> bool:
        shell = self.program.window.centralWidget()
        return isinstance(shell, Shell) and shell.frame is None and not self.is_searching()

    def is_searching(self) -> bool:
        """Whether Cari is open."""
        return any(each.isVisible() for each in self.program.window.findChildren(SearchOverlay))

    def _where(self) -> str:
        """What is open, for a fault."""
        shell = self.program.window.centralWidget()
        task = shell.frame.task if isinstance(shell, Shell) and shell.frame is not None else None
        page = shell.current if isinstance(shell, Shell) else shell
        searching = "searching, " if self.is_searching() else ""
        return f"{searching}{QApplication.activeModalWidget()} {task} {page}, keys at {QApplication.focusWidget()}"

    def _note(self) -> None:
        """What is on the screen now."""
        shell = self.program.window.centralWidget()
        if not isinstance(shell, Shell):
            self.seen.add("lock" if isinstance(shell, Unlock) else type(shell).__name__)
            return
        self.seen.add(shell.current)
        if shell.frame is not None:
            self.seen.add("visit" if isinstance(shell.frame.task, VisitTask) else type(shell.frame.task).__name__)
        top = QApplication.activeModalWidget()
        if isinstance(top, Dialog):
            self.seen.add("dialog")

    def _settle(self) -> None:
        self.program.settle()
        self._after()

    def _say(self, what: str, widget: QWidget) -> None:
        self.acts.append(f"{what}: {type(widget).__name__} in {type(widget.window()).__name__}")
