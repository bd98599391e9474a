"""The visit without a mouse and without eyes: what rows say of themselves, where the keys go, what can be pressed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.stops import stops
from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog
from kpm_desktop.ui.pages.visit.answer_button import AnswerButton
from kpm_desktop.ui.pages.visit.question_row import QuestionRow
from tests.ui.visiting import SAVE, Visiting, fill_mother
from tests.ui.window.walk import mute, spoken, walked

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def child_row(visiting: Visiting, field: str) -> QuestionRow:
    visiting.task.moving.open(1)
    row = visiting.task.cards[1].row_of(field)
    assert row is not None
    row.setFocus()
    visiting.program.settle()
    return row


def pressed(visiting: Visiting, key: str) -> None:
    (button,) = [one for one in visiting.program.window.findChildren(Button) if one._key == key and one.isVisible()]
    button.setFocus()
    visiting.program.press(Qt.Key.Key_Return)


def test_a_row_is_a_group_of_answers_that_name_their_question(visiting: Visiting) -> None:
    row = child_row(visiting, "is_stunted")
    node = QAccessible.queryAccessibleInterface(row)
    assert node.role() == QAccessible.Role.Grouping
    assert node.text(NAME).startswith("Stunting: ")
    assert "Y Ya, T Tidak" in node.text(DESCRIPTION)
    yes, no = (QAccessible.queryAccessibleInterface(button) for button in row.findChildren(AnswerButton))
    assert [yes.text(NAME), no.text(NAME)] == ["Stunting: Ya", "Stunting: Tidak"]
    assert yes.role() == QAccessible.Role.RadioButton
    visiting.keyed("y")
    assert yes.state().checked
    row.setFocus()
    visiting.program.press(Qt.Key.Key_Delete)
    assert not yes.state().checked


def test_a_row_tells_what_was_said_before(visiting: Visiting) -> None:
    told = [row.accessibleDescription() for row in visiting.task.moving.card.rows if row.before is not None]
    assert told
    assert all(" S " in f" {words}" for words in told)


def test_too_low_is_told_when_the_box_is_left_and_the_row_is_invalid(visiting: Visiting) -> None:
    row = child_row(visiting, "length_mm")
    visiting.keyed("20\n")
    node = QAccessible.queryAccessibleInterface(row)
    assert node.state().invalid
    assert row.warning and row.warning.rstrip(".") in node.text(DESCRIPTION)
    row.setFocus()
    visiting.program.press(Qt.Key.Key_F2)
    visiting.program.press(Qt.Key.Key_Return)
    assert row.box is not None
    assert row.box.text() == "20"
    assert visiting.task.cards[1].answers.untaken == {"length_mm": "20"}


def test_answers_and_warnings_are_spoken(visiting: Visiting, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("kpm_desktop.ui.pages.visit.question_row.say", lambda widget, words: said.append(words))
    child_row(visiting, "is_stunted")
    visiting.keyed("y")
    assert said[0].startswith("Stunting: Ya")
    child_row(visiting, "length_mm")
    visiting.keyed("20\n")
    assert "tidak disimpan" in said[-1] or "Minimal" in said[-1] or "Paling sedikit" in said[-1]


def test_enter_leads_from_the_date_back_to_the_question(visiting: Visiting) -> None:
    row = child_row(visiting, "is_stunted")
    visiting.program.press(Qt.Key.Key_F2)
    assert QApplication.focusWidget() is not row
    visiting.program.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is row


def test_who_only_passes_the_date_changes_nobodys(visiting: Visiting) -> None:
    """Of a checklist that was dated before; the others are not begun."""
    first, second = (card.answers for card in visiting.task.cards)
    before = second.entered.head["visit_date"]
    first.set_head("visit_date", "2026-11-03")
    visiting.task.moving.open(0)
    visiting.program.press(Qt.Key.Key_F2)
    visiting.program.press(Qt.Key.Key_Tab)
    assert second.entered.head["visit_date"] == before


def test_after_the_last_question_the_arrow_goes_back_to_it(visiting: Visiting) -> None:
    visiting.task.moving.open(1)
    rows = visiting.task.moving.card.shown_rows()
    rows[-1].setFocus()
    visiting.program.press(Qt.Key.Key_Return)
    assert spoken(QApplication.focusWidget() or visiting.task) == "_SaveButton Simpan"
    visiting.program.press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is rows[-1]


def test_before_the_first_question_the_arrow_goes_back_to_the_last_one_of_the_person_before(visiting: Visiting) -> None:
    first = visiting.task.cards[0]
    visiting.task.moving.open(1)
    visiting.task.moving.card.shown_rows()[0].setFocus()
    visiting.program.press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is first.shown_rows()[-1]


def test_look_again_leads_to_the_answer_in_question(visiting: Visiting) -> None:
    fill_mother(visiting)
    row = child_row(visiting, "weight_g")
    visiting.keyed("19\n")
    visiting.program.press(*SAVE)
    dialog = visiting.dialog(OpenWarningsDialog)
    assert isinstance(dialog, OpenWarningsDialog)
    assert dialog.back_button.hasFocus()
    visiting.program.press(Qt.Key.Key_Return)
    assert row.is_current()


def test_further_answers_and_a_new_person_are_buttons(visiting: Visiting) -> None:
    visiting.task.moving.open(1)
    pressed(visiting, "L")
    assert visiting.task.moving.card.shows_further
    went: list[str] = []
    visiting.task.go.disconnect()
    visiting.task.go.connect(lambda key, what: went.append(key))
    pressed(visiting, "R")
    pressed(visiting, "+")
    assert went == ["riwayat", "sasaran"]


def test_a_letter_chooses_a_place_and_no_command_takes_it(visiting: Visiting) -> None:
    visiting.program.press(Qt.Key.Key_F2)
    visiting.program.press(Qt.Key.Key_Tab)
    place = QApplication.focusWidget()
    assert place is not None
    QTest.keyClicks(place, "r")
    visiting.program.settle()
    assert visiting.program.shell().frame is not None
    assert visiting.program.shell().frame.task is visiting.task  # type: ignore[union-attr]


def test_tab_goes_through_the_whole_visit_and_everything_has_a_name(visiting: Visiting) -> None:
    window = visiting.program.window
    reached = set(walked())
    assert sorted(spoken(one) for one in stops(window) if one not in reached) == []
    assert mute(window) == []
