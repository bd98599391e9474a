"""What a visit keeps is what it shows: refused entries, few answers, a date alone, and what cannot wait."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.households.target_rows import TargetRow
from kpm_desktop.domain.errors import Objected
from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog
from kpm_desktop.ui.forms import drafting
from kpm_desktop.ui.forms.checklist.standing import Standing
from kpm_desktop.ui.pages.visit.question_row import QuestionRow
from kpm_desktop.ui.pages.visit.visit import VisitTask
from kpm_desktop.ui.pages.visit.visit_saved import VisitSavedDialog
from tests.support.family import MONTH, TODAY
from tests.support.profiles import VILLAGE
from tests.ui.visiting import SAVE, Visiting, fill_mother, stored


def weight(task: VisitTask) -> QuestionRow:
    row = task.cards[1].row_of("weight_g")
    assert row is not None
    assert row.box is not None
    return row


def refuse_weight(visiting: Visiting) -> QuestionRow:
    """9,4 kg is kept; then 94 is typed over it."""
    visiting.program.press(Qt.Key.Key_PageDown)
    row = weight(visiting.task)
    row.setFocus()
    visiting.keyed("9,4\n")
    row.setFocus()
    visiting.keyed("94")
    return row


LEAVINGS: dict[str, Callable[[Visiting], None]] = {
    "enter": lambda visiting: visiting.keyed("\n"),
    "arrow": lambda visiting: visiting.program.press(Qt.Key.Key_Down),
    "person": lambda visiting: visiting.program.press(Qt.Key.Key_PageUp),
    "save": lambda visiting: visiting.program.press(*SAVE),
    "mouse": lambda visiting: QTest.mouseClick(visiting.task.cards[1].rows[0], Qt.MouseButton.LeftButton),
    "date": lambda visiting: visiting.program.press(Qt.Key.Key_F2),
}


@pytest.mark.parametrize("way", LEAVINGS)
def test_however_the_box_is_left_the_refused_number_is_told(visiting: Visiting, way: str) -> None:
    row = refuse_weight(visiting)
    LEAVINGS[way](visiting)
    visiting.program.settle()
    assert row.box is not None
    assert (row.box.text(), row.status) == ("94", Standing.UNTAKEN)
    assert "58 kg" in row.warning
    assert "9,4 kg" in row.warning
    draft = stored(visiting)["child_visit"].draft
    assert draft is not None
    assert (draft.answers["weight_g"], draft.typed) == (9400, {"weight_g": "94"})
    visiting.task.save()
    visiting.program.settle()
    assert stored(visiting)["child_visit"].held == {}
    assert QApplication.focusWidget() is row.box
    assert row.label in visiting.task.banner.sentence()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F6, Qt.Key.Key_F12])
def test_after_leaving_the_page_it_stands_there_as_typed(visiting: Visiting, key: Qt.Key) -> None:
    refuse_weight(visiting)
    for pressed in dict.fromkeys((key, Qt.Key.Key_F12)):
        visiting.program.press(pressed)
    again = Visiting(visiting.program, visiting.family)
    again.program.press(Qt.Key.Key_PageDown)
    row = weight(again.task)
    assert row.box is not None
    assert (row.box.text(), row.status) == ("94", Standing.UNTAKEN)
    assert "9,4 kg" in row.warning
    again.task.save()
    again.program.settle()
    assert stored(again)["child_visit"].held == {}


def test_no_command_saves_beside_an_entry_that_cannot_be_kept(visiting: Visiting) -> None:
    refuse_weight(visiting)
    visiting.keyed("\n")
    answers = visiting.task.cards[1].answers
    drafts = [visiting.task.keeping.draft(1)]
    outcome = drafting.save(
        visiting.task.context.session.store, region=VILLAGE, drafts=drafts, today=TODAY, overwrite=False
    )
    assert isinstance(outcome, Objected)
    assert [one.field for one in outcome.objections] == ["weight_g"]
    assert answers.value("weight_g") == 9400


def test_a_refused_date_stays_with_the_checklists_it_was_typed_for(visiting: Visiting) -> None:
    fill_mother(visiting)
    visiting.program.press(Qt.Key.Key_PageUp)
    visiting.program.press(Qt.Key.Key_F2)
    visiting.keyed("31-02-2026\n")
    head = visiting.task._head
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        visiting.program.press(key)
        assert head.date.text() == "31-02-2026"
        assert head.problem.text() != ""
    draft = stored(visiting)["pregnancy_visit"].draft
    assert draft is not None
    assert (draft.answers["visit_date"], draft.typed) == ("2026-11-19", {"visit_date": "31-02-2026"})
    visiting.program.press(*SAVE)
    assert stored(visiting)["pregnancy_visit"].held == {}
    visiting.program.press(Qt.Key.Key_F2)
    visiting.keyed("17-11-2026\n")
    visiting.program.press(*SAVE)
    assert stored(visiting)["pregnancy_visit"].held["visit_date"] == "2026-11-17"


def test_few_answers_are_asked_about_and_enter_goes_back(visiting: Visiting) -> None:
    visiting.program.press(Qt.Key.Key_PageDown)
    visiting.keyed("1")
    visiting.program.press(*SAVE)
    dialog = visiting.dialog(OpenWarningsDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    visiting.program.settle()
    assert stored(visiting)["child_visit"].held == {}
    assert QApplication.focusWidget() is visiting.task.cards[1].rows[1], "the first question without an answer"
    visiting.save_all_the_same()
    assert stored(visiting)["child_visit"].held["nutrition_class"] == "normal"


def test_a_date_alone_is_no_visit(visiting: Visiting) -> None:
    visiting.program.press(Qt.Key.Key_F2)
    visiting.keyed("17-11-2026\n")
    visiting.program.press(*SAVE)
    assert "satu isian" in visiting.task.banner.sentence()
    assert stored(visiting)["pregnancy_visit"].held == {}
    assert stored(visiting)["pregnancy_visit"].draft is None


def test_danger_signs_are_named_after_saving_with_whom_they_are_of(visiting: Visiting) -> None:
    fill_mother(visiting)
    visiting.program.press(Qt.Key.Key_PageUp)
    row = visiting.task.cards[0].row_of("danger_signs")
    assert row is not None
    row.setFocus()
    visiting.keyed("18")
    assert (row.status, row.attention) == (
        Standing.RISK,
        "Tanda bahaya: perdarahan, kejang. Rujuk sekarang ke bidan atau Puskesmas.",
    )
    visiting.program.press(*SAVE)
    dialog = visiting.dialog(VisitSavedDialog)
    assert isinstance(dialog, VisitSavedDialog)
    assert dialog.told[0][:2] == ("Siti Rahmah", row.attention)
    target = next(one for one in _targets(visiting) if one.kind == "pregnancy")
    assert target.notices[0].code == "danger_signs"


def _targets(visiting: Visiting) -> tuple[TargetRow, ...]:
    return target_list(visiting.task.context.session.store, MONTH, today=TODAY).rows


def test_a_doubt_in_a_checklist_that_was_not_opened_again_is_asked_about(visiting: Visiting) -> None:
    visiting.program.press(Qt.Key.Key_PageDown)
    visiting.keyed("1T1TY\n")
    visiting.number("69,5")
    visiting.keyed("\nTTTTTTTTT")
    visiting.program.press(Qt.Key.Key_F12)
    task = Visiting(visiting.program, visiting.family).task
    assert task.current == 0, "where there is no answer yet"
    visiting.program.press(*SAVE)
    visiting.program.press(Qt.Key.Key_Return)
    row = task.cards[1].row_of("length_mm")
    assert task.current == 1
    assert row is not None and row.is_current()
