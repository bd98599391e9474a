"""No window and no dialog is larger than the screen it is on, none scrolls sideways, and everything can be reached."""

import shutil
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.sync.sheet import Sheet
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.frame.session import CADRE
from kpm_desktop.ui.look.theme import SCALES
from kpm_desktop.ui.pages.people.people import PeoplePage
from kpm_desktop.ui.pages.people.people_lines import PersonLine
from kpm_desktop.ui.pages.scorecard.scorecard_indicators import IndicatorPanel
from kpm_desktop.ui.pages.visit.visits import VisitsPage
from kpm_desktop.ui.registers.household_lines import HouseholdLine
from scripts.gallery import Gallery, application, opened_gallery
from scripts.pictures import PRACTICE, every_page, prepare, render
from scripts.screens import LAPTOP, SMALL
from tests.ui.flashes import Flashes
from tests.ui.window.walk import spoken

#: What a title bar takes at least.
TITLE_BAR = 30
Faults = dict[str, list[str]]


def out_of_reach(window: QWidget) -> list[str]:
    """Buttons that lie outside, and cannot be scrolled to."""
    return [
        spoken(button)
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and button.window() is window and not held(button, window)
    ]


def held(widget: QWidget, window: QWidget) -> bool:
    """Whether a widget lies within what scrolls around it, and that within its window."""
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, QScrollArea) and holder is not window:
        holder = holder.parentWidget()
    holder = holder if holder is not None else window
    whole = holder.widget() if isinstance(holder, QScrollArea) else holder
    assert whole is not None
    inside = whole.rect().contains(QRect(widget.mapTo(whole, QPoint(0, 0)), widget.size()))
    return inside and (holder is window or held(holder, window))


def sideways(window: QWidget) -> list[str]:
    """What is wider than its room, whether or not a bar says so."""
    return [
        f"{type(area.widget() if isinstance(area, QScrollArea) else area).__name__} is wider by {hidden}"
        for area in window.findChildren(QAbstractScrollArea)
        if area.isVisible() and area.window() is window and (hidden := area.horizontalScrollBar().maximum()) > 0
    ]


def within_another(window: QWidget) -> list[str]:
    """What scrolls up and down within something that does: two bars beside each other. Lists may, and what holds the
    lists one chooses from."""
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisible() and area.window() is window]
    areas = [area for area in areas if not isinstance(area, IndicatorPanel)]
    scrolling = [area for area in areas if area.verticalScrollBar().maximum() > 0]
    return [
        f"{type(area).__name__} scrolls within {type(around).__name__}"
        for around in scrolling
        for area in scrolling
        if around is not area and around.isAncestorOf(area)
    ]


def faults_of(gallery: Gallery, dialogs: set[type]) -> list[str]:
    """Of the window as it is, and the dialog above it."""
    for _ in range(2):
        gallery.settle()
    room, dialog = gallery.window.screen().availableGeometry(), gallery.dialog()
    assert room.contains(gallery.window.geometry())
    found = out_of_reach(gallery.window) + sideways(gallery.window) + within_another(gallery.window)
    if dialog is not None:
        assert isinstance(dialog, Dialog)
        dialogs.add(type(dialog))
        if not room.contains(dialog.geometry()) or dialog.height() + TITLE_BAR > room.height():
            found.append(f"{dialog.geometry().getRect()} on {room.getRect()}")
        found += out_of_reach(dialog) + sideways(dialog) + within_another(dialog)
    return found


def move_to(window: QWidget, name: str) -> None:
    """Fills another screen with the window."""
    screen = next(each for each in QApplication.screens() if each.name() == name)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setScreen(screen)
    window.setGeometry(screen.availableGeometry())


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sheet]:
    folder: Path = tmp_path_factory.mktemp("prepared")
    return folder, prepare(folder)


@pytest.fixture
def copied(prepared: tuple[Path, Sheet], tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared[0], tmp_path / "copied"))


@pytest.mark.usefixtures("qtbot")
def test_every_scene_fits_a_small_screen_in_the_largest_letters(
    prepared: tuple[Path, Sheet], copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    """Every page, scene and dialog of the pictures; and none of their parts is a window before it is in its place."""
    flashes = Flashes(qapp)
    faults: Faults = {}
    dialogs: set[type] = set()

    def look(gallery: Gallery, name: str) -> None:
        if found := faults_of(gallery, dialogs):
            faults[name] = found

    monkeypatch.setattr(Gallery, "take", look)
    render(copied, prepared[1], tmp_path, Namespace(lang="id", theme="light", scale=SCALES[-1], screen=SMALL))
    flashes.end()
    assert faults == {}
    assert flashes.seen == []
    assert len(dialogs) > 15


def tasks_of_a_cadre(gallery: Gallery, look: Callable[[str], None]) -> None:
    """What takes the navigation's place."""
    visits = gallery.page("kunjungan", VisitsPage)
    home = next(row.home for row in visits.list.rows.rows if isinstance(row, HouseholdLine))
    visits.start(home)
    look("visit")
    gallery.press(Qt.Key.Key_Escape)
    people = gallery.page("sasaran", PeoplePage)
    person = next(row.ref for row in people.shown() if isinstance(row, PersonLine))
    people.open_household(home)
    look("household")
    gallery.press(Qt.Key.Key_Escape)
    for key, what in (("riwayat", person), ("periksa", None)):
        people.go.emit(key, what)
        look(key)
        gallery.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize(("role", "name", "profile", "today"), PRACTICE)
def test_every_page_fits_in_every_size(
    qtbot: QtBot, copied: Path, monkeypatch: pytest.MonkeyPatch, role: str, name: str, profile: str, today: date
) -> None:
    """One program, in which the letters and the window change their size."""
    faults: Faults = {}

    with opened_gallery(application(), copied / "latihan" / profile, copied, today=today) as gallery:
        gallery.unlock()
        gallery.window.setUpdatesEnabled(False)  # it is laid out, not looked at
        for scale in SCALES:
            gallery.context().tools.preferences.scale = scale
            former = gallery.shell()
            former.restyled.emit()
            gallery.wait(lambda former=former: gallery.entrance.shell is not former)  # type: ignore[misc]

            def look(what: str, scale: float = scale) -> None:
                for screen in (LAPTOP, SMALL):
                    move_to(gallery.window, screen)
                    if found := faults_of(gallery, set()):
                        faults[f"{what} {screen} {scale}"] = found

            monkeypatch.setattr(Gallery, "take", lambda gallery, what, look=look: look(what))
            every_page(gallery, role, name)
            if role == CADRE:
                tasks_of_a_cadre(gallery, look)
    assert faults == {}
