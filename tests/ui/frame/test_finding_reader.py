"""The look at all records goes on after one that met a fault."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.review.finding_list import Place, Slice
from kpm_desktop.db.store import Store
from kpm_desktop.ui.frame import finding_reader
from kpm_desktop.ui.frame.finding_reader import FindingReader
from tests.ui.program import Program


def test_after_a_fault_it_looks_again(program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = program.unlock().page("sasaran")
    program.settle()
    looked, faults = [], [OSError("the disk does not answer")]

    def look(store: Store, *, place: Place, today: date) -> Slice:
        looked.append(place)
        if faults:
            raise faults.pop()
        return Slice((), None, 1)

    monkeypatch.setattr(finding_reader, "finding_slice", look)
    reader = FindingReader(page)
    reader.read()
    program.settle()
    assert (reader.is_done, page.banner.isHidden()) == (False, False)
    with qtbot.waitSignal(reader.found):
        reader.read()
    assert looked == [Place(), Place()]
