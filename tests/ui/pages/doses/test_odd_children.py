"""Whatever another laptop wrote of a child, its page opens, every dose can be reached, and nothing is said wrongly."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.immunization.dose_entries import KIND
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.records.identity import derived_id
from tests.support.family import Family
from tests.support.profiles import PASSWORD, VILLAGE
from tests.support.rival import write_as_rival
from tests.ui.dosing import Dosing

DOSES = (("OPV", 5, "2100-12-31"), ("HB0", 1, "1900-01-01"), ("MR", 2, None), ("NEW", 1, "2026-05-05"))


@pytest.mark.parametrize("born", ["1900-01-01", "2100-12-31", "2023-05-02", "2026-11-19"])
def test_every_page_can_be_walked_through(qtbot: QtBot, profile: Path, made: Family, born: str) -> None:
    with open_store(profile, PASSWORD) as store:
        write_as_rival(store, VILLAGE, "person", made.child, {"birth_date": born, "mother_id": None})
        for vaccine, dose, day in DOSES:
            key = {"person_id": str(made.child), "vaccine": vaccine, "dose": dose}
            record = derived_id(KIND, key)
            assert record is not None
            write_as_rival(store, VILLAGE, KIND, record, {**key, "given_date": day})
    dosing = Dosing(qtbot, profile, made.child)
    assert not dosing.task.banner.isVisible(), dosing.task.banner.sentence()
    assert isinstance(dosing.program.window.grab().toImage(), QImage)
    shown = str(dosing.task.book.born) if dosing.task.book is not None else ""
    assert shown in (born, str(date(2026, 1, 2)))  # of two answers one is shown
    dosing.task.entering.go_to(dosing.task.paper.cells[0])
    seen = [dosing.current]
    for _ in dosing.task.paper.cells[1:]:
        dosing.program.press(Qt.Key.Key_Right)
        seen.append(dosing.current)
    assert len(set(seen)) == len(dosing.task.paper.cells)
    assert "OPV 5" in seen
    dosing.program.close()
