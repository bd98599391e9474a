"""Renders every page and dialog, offscreen and in Indonesian, into `docs/panduan/`.

    python scripts/pictures.py [--out DIR] [--lang id|en] [--theme light|contrast] [--scale 1.0]

Every page of a role is rendered by itself as `kader-KEY.png` and `penyelia-KEY.png`; what needs a click or a key first
is a function in `SCENES`.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kpm_desktop import paths
from kpm_desktop.commands.init_profile import init_profile
from kpm_desktop.commands.invite import Sheet, invite
from kpm_desktop.commands.join import join
from kpm_desktop.commands.load_folder import load_folder
from kpm_desktop.ui.attempts import Attempts
from kpm_desktop.ui.entrance import Entrance, Start
from kpm_desktop.ui.entry.first_run import FirstRun
from kpm_desktop.ui.entry.unlock import Unlock
from kpm_desktop.ui.fonts import register_fonts
from kpm_desktop.ui.jobs import Jobs
from kpm_desktop.ui.page_list import pages_of
from kpm_desktop.ui.preferences import Preferences
from kpm_desktop.ui.session import CADRE, SUPERVISOR
from kpm_desktop.ui.shell import Shell
from kpm_desktop.ui.wardrobe import Wardrobe
from kpm_desktop.ui.window import Window

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 19)
PASSWORD = "kata-sandi-latihan"  # noqa: S105 - of profiles that are thrown away
VILLAGE, DISTRICT = "12.75.01.1001", "12.75.01"
PATIENCE_S = 60


class Gallery:
    """One running window over one profile, and the folder its pictures go to."""

    def __init__(self, app: QApplication, folder: Path, out: Path, choice: argparse.Namespace) -> None:
        self._app, self._out = app, out
        self.jobs = Jobs()
        preferences = Preferences(folder, choice.lang)
        preferences.theme, preferences.scale = choice.theme, choice.scale
        wardrobe = Wardrobe(app, self.jobs, preferences, lambda: TODAY)
        self.window = Window()
        self.entrance = Entrance(
            self.window, Start(folder, None), wardrobe.dress, Attempts(folder, time.time), self.window
        )
        self.entrance.show()
        self.window.show()
        self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Waits until every job is done and drawn."""
        self.wait(lambda: self.jobs.is_idle)

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
        picture = self.window.grab()
        dialog = self._dialog()
        if dialog is not None:
            self._lay_over(picture, dialog)
        picture.save(str(self._out / f"{name}.png"))
        print(f"{name}.png", flush=True)

    def close_dialog(self) -> None:
        """Closes the dialog that is open."""
        dialog = self._dialog()
        assert dialog is not None
        dialog.reject()
        self.settle()

    def type(self, widget: QWidget, text: str) -> None:
        """Types as a user does."""
        widget.setFocus()
        QTest.keyClicks(QApplication.focusWidget() or widget, text)

    def press(self, key: Qt.Key) -> None:
        """Presses a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        self.settle()

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

    def unlock(self) -> Shell:
        """Types the password of a practice profile."""
        frame = self.frame()
        assert isinstance(frame, Unlock)
        self.type(frame.password, PASSWORD)
        self.press(Qt.Key.Key_Return)
        return self.shell()

    def close(self) -> None:
        """Closes everything."""
        self.window.close()
        self.settle()
        self.jobs.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _dialog(self) -> QDialog | None:
        return next((dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible()), None)

    def _lay_over(self, picture: QPixmap, dialog: QDialog) -> None:
        above = dialog.grab()
        at = QPoint((picture.width() - above.width()) // 2, (picture.height() - above.height()) // 2)
        painter = QPainter(picture)
        painter.drawPixmap(at, above)
        painter.end()


def first_run(gallery: Gallery, invitation: Path) -> None:
    """The first run, step by step."""
    run = gallery.frame()
    assert isinstance(run, FirstRun)
    gallery.take("mulai-1-peran")
    gallery.press(Qt.Key.Key_1)
    gallery.wait(lambda: run.step == 1)
    gallery.type(run.person_step.name, "Ibu Sari")
    gallery.type(run.person_step.regions, "pahlawan binjai")
    gallery.take("mulai-2-nama-dan-desa")
    gallery.press(Qt.Key.Key_Return)
    gallery.press(Qt.Key.Key_Return)
    gallery.type(run.password_step.password.first, PASSWORD)
    gallery.type(run.password_step.password.second, PASSWORD)
    gallery.take("mulai-3-kata-sandi")
    gallery.press(Qt.Key.Key_Return)
    gallery.take("mulai-4-kode-pemulihan")
    run.code_step.kept.setChecked(True)
    run.next_button.click()
    gallery.settle()
    run.invitation_step.look_at(str(invitation))
    gallery.take("mulai-5-undangan")
    run.invitation_step.part.compare.same_button.click()
    gallery.settle()
    run.next_button.click()
    gallery.shell()


def locked(gallery: Gallery) -> None:
    """The lock screen in its states."""
    frame = gallery.frame()
    assert isinstance(frame, Unlock)
    gallery.take("buka")
    gallery.type(frame.password, "bukan ini")
    gallery.press(Qt.Key.Key_Return)
    gallery.take("buka-tidak-cocok")
    gallery.wait(lambda: frame.open_button.isEnabled())
    frame.forgot_button.click()
    gallery.take("buka-lupa-kata-sandi")
    frame.forgot_button.click()
    frame.password.clear()


def dialogs(gallery: Gallery) -> None:
    """Help and change of password."""
    shell = gallery.shell()
    shell.show_page("settings")
    gallery.press(Qt.Key.Key_F1)
    gallery.take("bantuan")
    gallery.close_dialog()
    from kpm_desktop.ui.pages.settings import SettingsPage

    page = shell.page("settings")
    assert isinstance(page, SettingsPage)
    page.password_button.click()
    gallery.take("ganti-kata-sandi")
    gallery.close_dialog()


#: What is rendered of an unlocked cadre's profile beside its pages.
SCENES: tuple[Callable[[Gallery], None], ...] = (dialogs,)


def every_page(gallery: Gallery, role: str, name: str) -> None:
    """All pages of a role."""
    shell = gallery.shell()
    for spec in pages_of(role):
        shell.show_page(spec.key)
        gallery.take(f"{name}-{spec.key}")


def prepare(place: Path) -> tuple[Path, Path, Path]:
    """A cadre's and a supervisor's practice profile, and an invitation for a third laptop."""
    cadre, supervisor, invitation = place / "kader", place / "penyelia", place / "undangan"
    sheet: list[Sheet] = []
    made = init_profile(supervisor, role=SUPERVISOR, name="Pak Budi", villages=[DISTRICT], password=PASSWORD)
    with made.store as store:
        for file in (invitation, place / "undangan-2"):
            invite(store, file, villages=[VILLAGE], person="Ibu Sari", keep_sheet=sheet.append)
    made = init_profile(cadre, role=CADRE, name="Ibu Sari", villages=[VILLAGE], password=PASSWORD)
    with made.store as store:
        join(store, place / "undangan-2", confirm_words=True)
        load_folder(store, paths.resources() / "practice" / "example_village")
    return cadre, supervisor, invitation


def render(out: Path, choice: argparse.Namespace) -> None:
    """All pictures."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    register_fonts()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        cadre, supervisor, invitation = prepare(place)
        gallery = Gallery(app, place / "baru", out, choice)
        first_run(gallery, invitation)
        gallery.close()
        gallery = Gallery(app, cadre, out, choice)
        locked(gallery)
        gallery.unlock()
        every_page(gallery, CADRE, "kader")
        for scene in SCENES:
            scene(gallery)
        gallery.close()
        gallery = Gallery(app, supervisor, out, choice)
        gallery.unlock()
        every_page(gallery, SUPERVISOR, "penyelia")
        gallery.close()


def _quiet(kind: QtMsgType, context: object, text: str) -> None:
    if not text.startswith("This plugin does not support "):
        print(text, file=sys.stderr)


def main(argv: Sequence[str] | None = None) -> int:
    """Renders everything."""
    parser = argparse.ArgumentParser(description="Pictures of every page and dialog.")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "panduan", metavar="DIR")
    parser.add_argument("--lang", choices=("id", "en"), default="id")
    parser.add_argument("--theme", choices=("light", "contrast"), default="light")
    parser.add_argument("--scale", type=float, default=1.0)
    choice = parser.parse_args(argv)
    qInstallMessageHandler(_quiet)
    choice.out.mkdir(parents=True, exist_ok=True)
    render(choice.out, choice)
    return 0


if __name__ == "__main__":
    sys.exit(main())
