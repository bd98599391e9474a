"""A posyandu's morning in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.store import open_store
from tests.support.family import Family, family
from tests.support.posyandu import DAY, Morning, morning
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


@pytest.fixture
def home(profile: Path, made: Morning) -> Family:
    """A pregnant mother of that posyandu."""
    with open_store(profile, PASSWORD) as store:
        found = family(store)
        save_records(store, [Edit("household", {"posyandu_id": made.post}, found.household)], today=DAY, sure=True)
    return found


@pytest.fixture
def mothers(qtbot: QtBot, profile: Path, made: Morning, home: Family) -> Iterator[PosyanduMorning]:
    """The same morning with its list of mothers."""
    found = PosyanduMorning(qtbot, profile, made)
    found.task._who.choose("mothers")
    found.program.settle()
    yield found
    found.close()
