"""A posyandu's morning in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kpm_desktop.db.store import open_store
from tests.support.posyandu import Morning, morning
from tests.support.profiles import PASSWORD
from tests.ui.posyandu_morning import PosyanduMorning


@pytest.fixture
def made(profile: Path) -> Morning:
    """A small posyandu."""
    with open_store(profile, PASSWORD) as store:
        return morning(store, children=6, lacking=2)


@pytest.fixture
def day(qtbot: QtBot, profile: Path, made: Morning) -> Iterator[PosyanduMorning]:
    found = PosyanduMorning(qtbot, profile, made)
    yield found
    found.close()
