"""Fields: what is typed, what is kept, what is said about it."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.domain.records.tidy import tidy_line
from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.fields.choice_field import ChoiceField
from kpm_desktop.ui.fields.date_field import DateField
from kpm_desktop.ui.fields.number_field import NumberField
from kpm_desktop.ui.fields.password_field import PasswordField
from kpm_desktop.ui.fields.text_field import TextField
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.format.number_text import UNITS
from kpm_desktop.ui.forms.entry_fields import DigitsField
from kpm_desktop.ui.frame.languages import Languages
from kpm_desktop.ui.look.look import Look

TODAY = date(2026, 11, 19)


@pytest.fixture(autouse=True)
def indonesian(qapp: QApplication) -> None:
    Languages(qapp).speak("id")


def finish(field: QWidget) -> None:
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_weight_is_typed_in_kilograms_and_kept_in_grams(qtbot: QtBot, look: Look) -> None:
    field = NumberField(look, UNITS["g"], 900, 58000)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "9.40")
    finish(field)
    assert (field.value(), field.text(), field.problem()) == (9400, "9,4", "")


def test_typing_goes_on_where_no_word_below_fits_any_more(qtbot: QtBot, look: Look) -> None:
    field = TextField(look, proposed=["Dusun Melati", "Dusun Mawar"])
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    QTest.keyClicks(field, "Dusun Anggrek")  # the list closes at the A
    assert field.value() == "Dusun Anggrek"


def test_a_weight_out_of_reach_is_said_with_its_unit(qtbot: QtBot, look: Look) -> None:
    field = NumberField(look, UNITS["g"], 900, 58000)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "94")
    assert field.value() is None
    assert field.problem() == "Paling banyak 58 kg. Periksa lagi."


def test_what_is_not_understood_stays_to_be_mended(qtbot: QtBot, look: Look) -> None:
    field = NumberField(look, UNITS["mm"])
    qtbot.addWidget(field)
    QTest.keyClicks(field, "69,,5")
    finish(field)
    assert field.text() == "69,,5"
    assert field.problem() == "Tulis angka saja, misalnya 8,1. Ketik lagi."


def test_a_field_says_when_its_value_changed(qtbot: QtBot, look: Look) -> None:
    field = NumberField(look, UNITS[""])
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.edited):
        QTest.keyClicks(field, "3")
    with qtbot.waitSignal(field.committed):
        finish(field)


def test_a_date_is_understood_and_said_in_words(qtbot: QtBot, look: Look, words: CalendarWords) -> None:
    field = DateField(look, words, TODAY, latest=TODAY)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "2 jan 26")
    assert field.understood() == "Jumat, 2 Januari 2026"
    finish(field)
    assert (field.value(), field.text()) == (date(2026, 1, 2), "02-01-2026")


def test_a_date_to_come_is_refused_where_it_cannot_be(qtbot: QtBot, look: Look, words: CalendarWords) -> None:
    field = DateField(look, words, TODAY, latest=TODAY)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "20-11-2026")
    assert (field.value(), field.understood()) == (None, "")
    assert field.problem() == "Paling akhir Kamis, 19 November 2026. Periksa lagi."


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Siti   Rahmah ", "Siti Rahmah"),
        ("Siti\tRahmah\nbinti", "Siti Rahmah binti"),
        ("Ame\u0301lie", "Am\u00e9lie"),
        ("Si\u200bti\ufeff", "Siti"),
        ("\x00Siti\x1b", "Siti"),
        ("\u00a0", ""),
    ],
)
def test_text_is_tidied(typed: str, kept: str) -> None:
    assert tidy_line(typed) == kept


def test_an_empty_text_is_nothing(qtbot: QtBot, look: Look) -> None:
    field = TextField(look, 5)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "   ")
    assert field.value() is None
    field.set_value("Siti")
    assert field.value() == "Siti"


def test_a_choice_keeps_what_it_does_not_know(qtbot: QtBot, look: Look) -> None:
    field = ChoiceField(look, [("yes", "Ya"), ("no", "Tidak")])
    qtbot.addWidget(field)
    assert field.value() is None
    field.set_value("no")
    assert field.value() == "no"
    field.set_value("perhaps")
    assert field.value() == "perhaps"


def test_a_wheel_on_its_way_changes_no_answer(qtbot: QtBot, look: Look) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    other, field = TextField(look), ChoiceField(look, [("yes", "Ya"), ("no", "Tidak")], required=True)
    column.addWidget(other)
    column.addWidget(field)
    holder.show()
    other.setFocus()
    at, delta = QPointF(5, 5), QPointF(0, -120).toPoint()
    buttons, modifiers = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(at, at, delta, delta, buttons, modifiers, Qt.ScrollPhase.NoScrollPhase, False)
    assert event.type() is QEvent.Type.Wheel
    QApplication.sendEvent(field, event)
    assert field.value() == "yes"


def test_a_row_names_its_field_and_says_what_to_look_at(qtbot: QtBot, look: Look) -> None:
    field = TextField(look)
    row = FieldRow(look, "&Nama", field, hint="seperti di KTP")
    qtbot.addWidget(row)
    assert field.accessibleName() == "Nama"
    assert row.label.buddy() is field
    row.set_problem("Periksa lagi.")
    assert (row.problem(), field.accessibleDescription()) == ("Periksa lagi.", "Periksa lagi.")
    row.set_problem("")
    assert (row.problem(), row.below.text()) == ("", "seperti di KTP")


@pytest.mark.parametrize("pasted", ["\u200b1\u00a01\u00a02026", "1-1-2026\ufeff", "\u200e01/01/2026"])
def test_a_date_is_understood_with_what_nobody_sees(
    pasted: str, qtbot: QtBot, look: Look, words: CalendarWords
) -> None:
    field = DateField(look, words, TODAY)
    qtbot.addWidget(field)
    field.setText(pasted)
    assert field.value() == date(2026, 1, 1)


@pytest.mark.parametrize("pasted", ["1275\u200b0151 0496\u00a00001", "\ufeff1275-0151-0496-0001\u200e"])
def test_digits_are_understood_with_what_nobody_sees(pasted: str, qtbot: QtBot, look: Look) -> None:
    field = DigitsField(look, 16, 17)
    qtbot.addWidget(field)
    field.setText(pasted)
    assert (field.value(), field.problem()) == ("1275015104960001", "")


def test_the_eye_shows_what_was_typed_until_it_is_hidden_again(qtbot: QtBot, look: Look) -> None:
    field, hidden = PasswordField(look), QLineEdit.EchoMode.Password
    qtbot.addWidget(field)
    field.resize(300, 40)
    field.show()
    QTest.keyClicks(field, "rahasia 1")
    shown = [field.echoMode()]
    QTest.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    shown.append(field.echoMode())
    field.hide_again()
    assert [*shown, field.echoMode()] == [hidden, QLineEdit.EchoMode.Normal, hidden]
    assert field.value() == ""
    assert field.rect().contains(field.eye.geometry())
    assert field.eye.accessibleName() == "Tampilkan yang diketik"
