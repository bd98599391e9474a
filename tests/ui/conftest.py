"""The windows without a screen: any unexpected line of Qt's log fails a test."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from scripts.screens import OFFSCREEN

os.environ["QT_QPA_PLATFORM"] = OFFSCREEN

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.jobs import Jobs
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.stylesheet import dress
from kpm_desktop.ui.look.theme import Theme
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.program import Program

TODAY = date(2026, 11, 19)


@pytest.fixture(autouse=True)
def silence(qapp: QApplication) -> Iterator[None]:
    """No test hears the language of the one before, which may be none of these."""
    _hush(qapp)
    yield
    _hush(qapp)


def _hush(app: QApplication) -> None:
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """The light theme, applied."""
    theme = Theme()
    dress(qapp, theme)
    return Look(theme)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """A worker thread."""
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def words() -> CalendarWords:
    """Indonesian days and months."""
    return CalendarWords("id")


@pytest.fixture
def new_program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The program over an empty folder."""
    program = Program(qtbot, tmp_path / "profil", TODAY)
    yield program
    program.close()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A cadre's profile, closed."""
    folder = tmp_path / "profil"
    init_profile(folder, role="cadre", name="Ibu Sari", villages=[VILLAGE], password=PASSWORD).store.close()
    return folder


@pytest.fixture
def program(qtbot: QtBot, profile: Path) -> Iterator[Program]:
    """The program over a cadre's profile, at its lock screen."""
    made = Program(qtbot, profile, TODAY)
    yield made
    made.close()


@pytest.fixture
def tools(program: Program) -> Tools:
    """The tools of a running program."""
    return program.tools
