"""How large the window opens, and what it keeps of that."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QSize
from pytestqt.qtbot import QtBot

from kpm_desktop.ui.frame.preferences import FILE, Preferences
from kpm_desktop.ui.window.window import Window
from scripts.screens import LAPTOP, SMALL, put_on_screen


def opened(qtbot: QtBot, folder: Path, screen: str = LAPTOP) -> Window:
    window = Window(Preferences(folder))
    qtbot.addWidget(window)
    put_on_screen(window, screen)
    with qtbot.waitExposed(window):
        window.open()
    return window


@pytest.mark.parametrize("screen", [LAPTOP, SMALL])
def test_it_fills_a_screen_that_has_no_room_for_it(qtbot: QtBot, tmp_path: Path, screen: str) -> None:
    window = opened(qtbot, tmp_path, screen)
    assert window.isMaximized()
    assert window.screen().name() == screen
    assert window.geometry() == window.screen().availableGeometry()


def test_it_opens_as_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    first = opened(qtbot, tmp_path)
    first.showNormal()
    first.resize(900, 500)
    first.close()
    again = opened(qtbot, tmp_path)
    assert (again.size(), again.isMaximized()) == (QSize(900, 500), False)
    again.showMaximized()
    again.close()
    assert opened(qtbot, tmp_path).isMaximized()


def test_left_on_a_large_screen_it_fits_a_small_one(qtbot: QtBot, tmp_path: Path) -> None:
    Preferences(tmp_path).window_size = (1300, 700)
    assert not opened(qtbot, tmp_path).isMaximized()
    small = opened(qtbot, tmp_path, SMALL)
    assert small.screen().availableGeometry().contains(small.geometry())


def test_what_is_kept_of_it_is_a_size_and_no_more(qtbot: QtBot, tmp_path: Path) -> None:
    opened(qtbot, tmp_path).close()
    preferences = Preferences(tmp_path)
    assert isinstance(preferences._settings, QSettings)
    preferences._settings.sync()
    assert {line.split("=")[0] for line in (tmp_path / FILE).read_text().splitlines()[1:]} == {
        "window_size",
        "maximised",
    }


@pytest.mark.parametrize("kept", ["", "breit", "0x0", "-5x700", "99999999x1"])
def test_a_size_that_is_none_counts_as_never_kept(tmp_path: Path, kept: str) -> None:
    preferences = Preferences(tmp_path)
    preferences._settings.setValue("window_size", kept)
    assert preferences.window_size is None
