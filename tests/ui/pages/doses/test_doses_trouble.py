"""The doses when things go wrong: full disks, a lock, another laptop's work, two days for one dose; nothing is lost."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.immunization.dose_entries import KIND
from kpm_desktop.commands.immunization.dose_sheet import dose_sheet
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.errors import refused
from kpm_desktop.ui.dialogs.changed_meanwhile import ChangedMeanwhileDialog
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.forms import drafting
from tests.support.family import Family
from tests.support.profiles import PASSWORD, VILLAGE
from tests.support.rival import write_as_rival
from tests.ui.dosing import Dosing


def full(*_: Any, **__: Any) -> Any:
    raise refused("files.disk_full", path="/x")


def rival_gives(dosing: Dosing, vaccine: str, dose: int, day: str) -> None:
    """Another laptop's dose arrives while the page is open."""
    store = dosing.program.shell().context.session.store
    values = {"person_id": str(dosing.child), "vaccine": vaccine, "dose": dose, "given_date": day}
    write_as_rival(store, VILLAGE, KIND, dosing.stored()[vaccine, dose].record, values)
    dosing.task.context.hub.announce([KIND])
    dosing.program.settle()


def test_each_date_is_kept_once_its_digits_are_typed(dosing: Dosing) -> None:
    dosing.go_to("MR", 1)
    dosing.keyed("051")
    assert dosing.stored()["MR", 1].draft is None
    dosing.keyed("0")
    draft = dosing.stored()["MR", 1].draft
    assert draft is not None
    assert draft.answers["given_date"] == "2026-10-05"
    assert dosing.days() == {}, "a draft is no record"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F12])
def test_after_leaving_everything_stands_there_as_typed(dosing: Dosing, key: Qt.Key) -> None:
    dosing.go_to("IPV", 1)
    dosing.keyed("0510\n2")
    dosing.program.press(key)
    if key == Qt.Key.Key_F12:
        dosing.program.unlock()
    assert dosing.program.shell().frame is None
    dosing.open()
    assert dosing.box("MR", 1).typed == "2"
    assert dosing.cell("IPV", 1).field.text() == "05-10-2026"
    dosing.save()
    assert (dosing.current, dosing.days()) == ("MR 1", {})


def test_leaving_with_a_full_disk_asks_and_keeping_goes_on_after_it(
    dosing: Dosing, monkeypatch: pytest.MonkeyPatch
) -> None:
    dosing.go_to("IPV", 1)
    with monkeypatch.context() as patch:
        patch.setattr(drafting, "keep_draft", full)
        dosing.keyed("0510")
        assert "penuh" in dosing.task.banner.sentence()
        dosing.program.press(Qt.Key.Key_Escape)
        dosing.dialog(ConfirmDialog).reject()
        dosing.program.settle()
    dosing.go_to("MR", 1)
    dosing.keyed("1010")
    found = dosing.stored()
    assert found["IPV", 1].draft is not None and found["MR", 1].draft is not None


def test_a_save_that_failed_says_so_and_can_be_repeated(dosing: Dosing, monkeypatch: pytest.MonkeyPatch) -> None:
    dosing.go_to("MR", 1)
    dosing.keyed("0510")
    with monkeypatch.context() as patch:
        patch.setattr(drafting, "save_visit", full)
        dosing.save()
        assert "penuh" in dosing.task.banner.sentence()
    dosing.save()
    assert dosing.days() == {"MR 1": "2026-10-05"}


def test_what_another_laptop_records_is_shown_at_once_and_what_is_typed_stays(dosing: Dosing) -> None:
    dosing.go_to("MR", 1)
    dosing.keyed("05")
    rival_gives(dosing, "IPV", 1, "2026-06-05")
    assert dosing.current == "MR 1"
    dosing.keyed("10")
    assert not dosing.box("IPV", 1).is_recorded, "nothing is shown anew under the fingers"
    dosing.keyed("\n")
    assert dosing.box("IPV", 1).is_recorded
    assert dosing.cell("IPV", 1).field.text() == "05-06-2026"
    assert str(dosing.box("MR", 1).day) == "2026-10-05"
    assert dosing.current == "IPV 2"


@pytest.mark.parametrize("mine", [True, False])
def test_the_same_dose_of_another_laptop_is_told_before_it_is_written_over(dosing: Dosing, mine: bool) -> None:
    dosing.go_to("MR", 1)
    dosing.keyed("0510")
    rival_gives(dosing, "MR", 1, "2026-10-07")
    dosing.save()
    dialog = dosing.dialog(ChangedMeanwhileDialog)
    assert dosing.days() == {"MR 1": "2026-10-07"}
    dialog.accept() if mine else dialog.reject()
    dosing.program.settle()
    assert dosing.days() == {"MR 1": "2026-10-05" if mine else "2026-10-07"}
    draft = dosing.stored()["MR", 1].draft
    assert (draft is None) == mine


def test_a_dose_with_two_days_is_chosen_in_the_history(qtbot: QtBot, profile: Path, made: Family) -> None:
    dosing = Dosing(qtbot, profile, made.child)
    dosing.go_to("MR", 1)
    dosing.keyed("0510")
    dosing.save()
    store = dosing.program.shell().context.session.store
    write_as_rival(store, VILLAGE, KIND, dosing.stored()["MR", 1].record, {"given_date": "2026-10-07"})
    dosing.task.context.hub.announce([KIND])
    dosing.program.settle()
    dosing.go_to("MR", 1)
    for keys in ("1", "H", "T", "1110"):
        dosing.keyed(keys)
        dosing.go_to("MR", 1)
    dosing.program.press(Qt.Key.Key_Delete)
    assert QApplication.activeModalWidget() is None
    assert not dosing.box("MR", 1).has_draft
    assert "Riwayat" in dosing.cell("MR", 1).standing.words
    dosing.program.close()


def test_who_else_began_here_is_told(qtbot: QtBot, profile: Path, made: Family) -> None:
    with open_store(profile, PASSWORD) as store:
        record = next(one.record for one in dose_sheet(store, made.child).entries if one.vaccine == "MR")
        answers = {"person_id": str(made.child), "vaccine": "MR", "dose": 1, "given_date": "2026-10-05"}
        with store.writing() as tx:
            drafts.keep(tx, "Bu Wati", VILLAGE, KIND, record, answers, {}, {}, "2026-11-18T01:00:00.000000Z")
    dosing = Dosing(qtbot, profile, made.child)
    assert "Bu Wati" in dosing.task.banner.sentence()
    assert not dosing.box("MR", 1).is_given
    dosing.program.close()
