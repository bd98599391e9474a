"""A child on the page of its doses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.family import Family
from tests.ui.dosing import Dosing


@pytest.fixture
def dosing(qtbot: QtBot, profile: Path, made: Family) -> Iterator[Dosing]:
    found = Dosing(qtbot, profile, made.child)
    yield found
    found.program.close()
