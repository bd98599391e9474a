"""Numbers in a checklist's rows: what is shown as kept is kept, however it was typed and however the box was left."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpm_desktop.domain.checklists.question import Form
from kpm_desktop.ui.format.number_text import parse_number
from kpm_desktop.ui.forms.checklist.answers import Answers
from kpm_desktop.ui.forms.checklist.standing import Standing
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.pages.visit.form_card import FormCard
from kpm_desktop.ui.pages.visit.question_row import QuestionRow
from tests.ui.forms.checklist.test_answers import HELD, answers, drafted

Open = Callable[[Answers], FormCard]


@pytest.fixture
def opened(qtbot: QtBot, tools: Tools) -> Iterator[Open]:
    """Opens one checklist after another, as the page does."""
    cards: list[FormCard] = []

    def show(entered: Answers) -> FormCard:
        for old in cards:
            old.close()
        card = FormCard(tools, entered)
        card.answered.connect(card.show_findings)
        qtbot.addWidget(card)
        cards.append(card)
        card.set_open(True)
        card.show()
        card.activateWindow()
        QApplication.processEvents()
        return card

    yield show


def row_of(card: FormCard, field: str) -> QuestionRow:
    row = card.row_of(field)
    assert row is not None
    return row


def keyed(row: QuestionRow, text: str) -> None:
    """Types into the row, and on wherever the focus goes."""
    row.setFocus()
    for sign in text:
        QTest.keyClicks(QApplication.focusWidget() or row, sign)


def left(row: QuestionRow) -> None:
    QTest.keyClick(QApplication.focusWidget() or row, Qt.Key.Key_Return)


def says_what_is_kept(card: FormCard, row: QuestionRow) -> None:
    """A box shows the number that is kept, or a sentence says why not; only what is kept has a tick."""
    box, question = row.box, row.question
    assert box is not None
    kept = card.answers.value(question.number_field)
    if row.number_problem():
        assert row.status is Standing.UNTAKEN
        assert row.warning != ""
        assert card.answers.untaken[question.number_field] == box.text()
        return
    is_plain_no = question.form is Form.COUNT and kept == 0
    assert box.text() == ("" if kept is None or is_plain_no else box.shown(kept))
    assert question.number_field not in card.answers.untaken
    if row.status is Standing.KEPT:
        assert any(card.answers.value(name) is not None for name in question.fields)
        assert kept is not None or not card.answers.entered.yes(question)


_FIELDS = st.sampled_from(["weight_g", "length_mm", "home_visits", "muac_mm", "head_circumference_mm"])
_TEXTS = st.text(st.sampled_from("0123456789,.-eExTYSB+ kgcm"), max_size=6)
_PASTED = _TEXTS | st.text(st.sampled_from("012345689,.−²½٣９ "), max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_FIELDS, _TEXTS, st.booleans(), st.booleans())
def test_whatever_is_typed_is_kept_as_shown_or_said(
    opened: Open, field: str, text: str, has_row: bool, in_box: bool
) -> None:
    card = opened(answers(HELD if has_row else None))
    row = row_of(card, field)
    if in_box and row.box is not None:
        row.box.setFocus()
        for sign in text:
            QTest.keyClicks(QApplication.focusWidget() or row, sign)
    else:
        keyed(row, text)
    left(row)
    for one in card.rows:
        if one.box is not None:
            says_what_is_kept(card, one)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_FIELDS, _PASTED, st.booleans())
def test_whatever_is_pasted_is_kept_as_shown_or_said(opened: Open, field: str, text: str, has_row: bool) -> None:
    card = opened(answers(HELD if has_row else None))
    row = row_of(card, field)
    assert row.box is not None
    row.box.setFocus()
    row.box.selectAll()
    row.box.insert(text)
    row.box.textEdited.emit(row.box.text())
    pasted = row.box.text()
    left(row)
    says_what_is_kept(card, row)
    typed = parse_number(pasted, row.box.unit)
    kept = card.answers.value(field)
    assert row.number_problem() or typed.value == kept or (typed.value is None and kept in (None, 0))


@pytest.mark.parametrize("text", ["1e5", "-9,4", "9,4x", "94", "0,2", "8..4", "9,4,1", "5k"])
def test_a_weight_that_cannot_be_taken_stays_as_typed(opened: Open, text: str) -> None:
    entered = answers({**HELD, "weight_g": 9400})
    card = opened(entered)
    keyed(row_of(card, "weight_g"), text)
    left(row_of(card, "weight_g"))
    for entered_then in (
        entered,
        answers(dict(entered.sheet.held), draft=drafted(entered)),
    ):  # and after it was read again
        row = row_of(opened(entered_then), "weight_g")
        assert row.box is not None
        assert row.box.text() == text
        assert row.status is Standing.UNTAKEN
        assert "9,4 kg" in row.warning, "which number counts meanwhile"
        assert entered_then.value("weight_g") == 9400
        assert entered_then.has_draft
        assert not entered_then.judged.is_answered(row.question)


def test_a_length_too_short_is_told_when_the_box_is_left(opened: Open) -> None:
    card = opened(answers())
    row = row_of(card, "length_mm")
    keyed(row, "20")
    assert (row.warning, row.status) == ("", Standing.HALF)
    left(row)
    assert row.status is Standing.UNTAKEN
    assert "38 cm" in row.warning


def test_no_letter_vanishes_from_a_number_and_the_rows_keys_still_act(opened: Open) -> None:
    card = opened(answers())
    row = row_of(card, "weight_g")
    assert row.box is not None
    keyed(row, "1e5")
    assert row.box.text() == "1e5"
    row.box.begin("9")
    keyed_in_box = QApplication.focusWidget()
    assert keyed_in_box is row.box
    QTest.keyClicks(row.box, "t")
    assert card.answers.value("was_weighed") is False
    assert (row.box.text(), card.answers.value("weight_g"), row.status) == ("", None, Standing.KEPT)


def test_a_yes_without_its_number_is_no_tick(opened: Open) -> None:
    card = opened(answers())
    row = row_of(card, "weight_g")
    keyed(row, "y")
    left(row)
    assert row.status is Standing.HALF
    assert card.answers.judged.counted()[0] == 0


def test_what_is_mended_or_taken_out_is_no_longer_told(opened: Open) -> None:
    card = opened(answers({**HELD, "weight_g": 9400}))
    row = row_of(card, "weight_g")
    assert row.box is not None
    keyed(row, "94")
    left(row)
    keyed(row, "9,5")
    left(row)
    assert (row.warning, card.answers.value("weight_g"), card.answers.untaken) == ("", 9500, {})
    keyed(row, "94")
    left(row)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert (row.warning, card.answers.value("weight_g"), card.answers.untaken) == ("", None, {})


@pytest.mark.parametrize(
    ("field", "keys", "status"),
    [("mat_result", "1", Standing.KEPT), ("mat_result", "2", Standing.WATCH), ("mat_result", "3", Standing.RISK)],
)
def test_a_risk_has_its_own_mark_and_sentence(opened: Open, field: str, keys: str, status: Standing) -> None:
    card = opened(answers())
    row = row_of(card, field)
    keyed(row, keys)
    assert row.status is status
    assert (row.attention != "") is (status is not Standing.KEPT)


def test_an_open_warning_is_no_tick(opened: Open) -> None:
    card = opened(answers())
    row = row_of(card, "length_mm")
    keyed(row, "69,5")
    left(row)
    assert row.status is Standing.LOOK
    assert card.answers.judged.is_answered(row.question), "it is kept all the same"
