"""No window and no dialog is larger than the screen it is on, and everything in it can be reached."""

import shutil
from argparse import Namespace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.sync.sheet import Sheet
from kpm_desktop.ui.dialogs.dialog import Dialog
from scripts.gallery import Gallery
from scripts.pictures import prepare, render
from scripts.screens import LAPTOP, SMALL
from tests.ui.window.walk import spoken

#: What a title bar takes at least.
TITLE_BAR = 30


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


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sheet]:
    folder: Path = tmp_path_factory.mktemp("prepared")
    return folder, prepare(folder)


@pytest.mark.parametrize("screen", [LAPTOP, SMALL])
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_everything_that_is_shown_fits_its_screen(
    qtbot: QtBot,
    prepared: tuple[Path, Sheet],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    screen: str,
    scale: float,
) -> None:
    """Every page, scene and dialog of the pictures."""
    faults: dict[str, list[str]] = {}
    dialogs = set()

    def look(gallery: Gallery, name: str) -> None:
        gallery.settle()
        room = gallery.window.screen().availableGeometry()
        assert room.contains(gallery.window.geometry()), name
        found = out_of_reach(gallery.window)
        dialog = gallery.dialog()
        if dialog is not None:
            dialogs.add(type(dialog))
            if not room.contains(dialog.geometry()) or dialog.height() + TITLE_BAR > room.height():
                found.append(f"{dialog.geometry().getRect()} on {room.getRect()}")
            found += out_of_reach(dialog)
            assert isinstance(dialog, Dialog)
        if found:
            faults[name] = found

    monkeypatch.setattr(Gallery, "take", look)
    folder, sheet = prepared
    copied = shutil.copytree(folder, tmp_path / "copied")
    render(copied, sheet, tmp_path, Namespace(lang="id", theme="light", scale=scale, screen=screen))
    assert faults == {}
    assert len(dialogs) > 15
