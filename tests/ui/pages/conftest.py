"""A profile with one family, and its visit; a page's own tests may say otherwise."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kpm_desktop.db.store import open_store
from tests.support.family import TODAY, Family, family
from tests.support.profiles import PASSWORD
from tests.ui.program import Program
from tests.ui.visiting import Visiting


@pytest.fixture
def made(profile: Path) -> Family:
    with open_store(profile, PASSWORD) as store:
        return family(store)


@pytest.fixture
def visiting(qtbot: QtBot, profile: Path, made: Family) -> Iterator[Visiting]:
    program = Program(qtbot, profile, TODAY)
    yield Visiting(program, made)
    program.close()
