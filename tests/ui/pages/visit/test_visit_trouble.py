"""A visit when things go wrong: a full disk, a fault, a dispute, a date that is none, leaving during a save."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.domain.errors import refused
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.forms import drafting
from kpm_desktop.ui.pages.visit.visit_saved import VisitSavedDialog
from tests.support.family import MONTH, TODAY, Family
from tests.support.profiles import PASSWORD, VILLAGE
from tests.support.rival import write_as_rival
from tests.ui.program import Program
from tests.ui.visiting import SAVE, Visiting, fill_mother, sheets, stored


def full(*_: Any, **__: Any) -> Any:
    raise refused("files.disk_full", path="/x")


def broken(*_: Any, **__: Any) -> Any:
    raise ValueError


def all_drafts(store: Store) -> list[UUID]:
    with store.reading() as tx:
        return [draft.id for draft in drafts.of_user(tx, store.user)]


def test_leaving_with_a_full_disk_does_not_lose_the_answer_unseen(
    visiting: Visiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(drafting, "keep_draft", full)
        visiting.keyed("Y")
        assert "penuh" in visiting.task.banner.sentence()
        visiting.program.press(Qt.Key.Key_Escape)
        assert visiting.task.isVisible()
        dialog = visiting.dialog(ConfirmDialog)
        dialog.reject()
        visiting.program.settle()
        assert visiting.task.cards[0].answers.value("is_kek") is True
    visiting.task.ask_leave()
    visiting.program.settle()
    assert visiting.program.shell().frame is None
    draft = stored_again(visiting)["pregnancy_visit"].draft
    assert draft is not None
    assert draft.answers["is_kek"] is True


def stored_again(visiting: Visiting) -> dict[str, Any]:
    session = visiting.program.shell().context.session
    return sheets(session.store, visiting.family.household)


def test_who_wants_to_leave_a_full_disk_can(visiting: Visiting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafting, "keep_draft", full)
    visiting.keyed("Y")
    visiting.program.press(Qt.Key.Key_Escape)
    dialog = visiting.dialog(ConfirmDialog)
    assert isinstance(dialog, ConfirmDialog)
    dialog.confirm_button.click()
    visiting.program.settle()
    assert visiting.program.shell().frame is None


@pytest.mark.parametrize("failure", [full, broken])
def test_keeping_goes_on_after_it_failed_once(
    visiting: Visiting, monkeypatch: pytest.MonkeyPatch, failure: Any
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(drafting, "keep_draft", failure)
        visiting.keyed("Y")
        assert visiting.task.banner.sentence() != ""
    visiting.keyed("T")
    draft = stored(visiting)["pregnancy_visit"].draft
    assert draft is not None
    assert (draft.answers["is_kek"], draft.answers["is_high_risk"]) == (True, False)


@pytest.mark.parametrize("failure", [full, broken])
def test_a_save_that_failed_says_so_and_can_be_repeated(
    visiting: Visiting, monkeypatch: pytest.MonkeyPatch, failure: Any
) -> None:
    visiting.keyed("Y")
    with monkeypatch.context() as patch:
        patch.setattr(drafting, "save_visit", failure)
        visiting.save_all_the_same()
        assert visiting.task.banner.sentence() != ""
        assert stored(visiting)["pregnancy_visit"].held == {}
    visiting.save_all_the_same()
    assert stored(visiting)["pregnancy_visit"].held["is_kek"] is True


def test_pressing_save_twice_and_leaving_at_once_saves_once(visiting: Visiting) -> None:
    fill_mother(visiting)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, *SAVE)
    QTest.keyClick(focus, *SAVE)
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    QTest.keyClick(focus, Qt.Key.Key_F12)
    visiting.program.settle()
    with open_store(visiting.program.folder, PASSWORD) as store:
        assert all_drafts(store) == []
        assert sheets(store, visiting.family.household)["pregnancy_visit"].held["is_kek"] is False


def test_locking_with_the_saved_dialog_open_makes_no_draft(visiting: Visiting) -> None:
    fill_mother(visiting)
    visiting.program.press(*SAVE)
    assert visiting.dialog(VisitSavedDialog)
    visiting.program.close_session()
    with open_store(visiting.program.folder, PASSWORD) as store:
        assert all_drafts(store) == []


def test_a_date_that_is_being_typed_is_saved_with_the_visit(visiting: Visiting) -> None:
    visiting.keyed("Y")
    visiting.program.press(Qt.Key.Key_F2)
    visiting.keyed("17-11-2026")
    visiting.save_all_the_same()
    assert stored(visiting)["pregnancy_visit"].held["visit_date"] == "2026-11-17"


@pytest.mark.parametrize("typed", ["", "31-02-2026", "besok", "01-10-2026", "19-11-2030"])
def test_what_is_no_date_of_the_month_is_not_saved_as_another(visiting: Visiting, typed: str) -> None:
    visiting.keyed("Y")
    visiting.program.press(Qt.Key.Key_F2)
    visiting.program.press(Qt.Key.Key_Backspace)
    visiting.keyed(typed)
    visiting.program.press(*SAVE)
    assert stored(visiting)["pregnancy_visit"].held == {}
    assert visiting.task.banner.sentence() != ""


def test_a_field_two_people_answered_differently_is_read_only(qtbot: QtBot, profile: Path, made: Family) -> None:
    with open_store(profile, PASSWORD) as store:
        key = {"person_id": made.child, "month": MONTH, "visit_date": date(2026, 11, 10)}
        values = {**key, "was_weighed": True, "weight_g": 8300, "is_stunted": True}
        row = save_records(store, [Edit("child_visit", values)], today=TODAY).ids[0]
        write_as_rival(store, VILLAGE, "child_visit", row, {"weight_g": 8500, "is_stunted": False})
    program = Program(qtbot, profile, TODAY)
    visiting = Visiting(program, made)
    visiting.program.press(Qt.Key.Key_PageDown)
    card = visiting.task.cards[1]
    for field, keys in (("is_stunted", "Y"), ("weight_g", "7")):
        shown = card.row_of(field)
        assert shown is not None
        before = card.answers.value(field)
        shown.setFocus()
        visiting.keyed(keys)
        visiting.keyed("\n")
        assert card.answers.value(field) == before
        assert shown.warning != ""
    assert not card.answers.has_draft
    program.close()


def test_looking_at_a_past_month_without_places_begins_no_draft(qtbot: QtBot, profile: Path, made: Family) -> None:
    with open_store(profile, PASSWORD) as store:
        key = {"person_id": made.child, "month": MONTH, "visit_date": date(2026, 11, 10)}
        save_records(store, [Edit("child_visit", key)], today=TODAY)
    program = Program(qtbot, profile, TODAY)
    visiting = Visiting(program, made)
    visiting.program.press(Qt.Key.Key_PageDown)
    visiting.program.press(Qt.Key.Key_Escape)
    program.close_session()
    with open_store(profile, PASSWORD) as store:
        assert all_drafts(store) == []
    program.close()
