"""Fields of a form: what cannot be kept is said until it is mended, and what asks for care is said at once."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from kpm_desktop.ui.fields.number_field import NumberField
from kpm_desktop.ui.forms.entry_fields import Ask, DigitsField, SeveralField
from kpm_desktop.ui.forms.form_part import FormPart
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.look import Look

_ASKED = ("full_name", "birth_weight_g", "birth_length_mm", "gestation_at_birth_weeks", "nik")


@pytest.fixture
def part(qtbot: QtBot, tools: Tools) -> Iterator[FormPart]:
    made = FormPart(tools, "person", [Ask(field=name) for name in _ASKED])
    qtbot.addWidget(made)
    made.arrange(2)
    made.show()
    yield made


def field(part: FormPart, name: str) -> NumberField:
    found = part.rows[name].field
    assert isinstance(found, NumberField)
    return found


def typed(part: FormPart, name: str, text: str) -> None:
    widget = field(part, name)
    widget.setText("")
    QTest.keyClicks(widget, text)
    widget.editingFinished.emit()


def test_a_refused_number_is_still_told_while_another_field_is_typed(part: FormPart) -> None:
    typed(part, "birth_weight_g", "1e5")
    said = part.rows["birth_weight_g"].problem()
    assert said != ""
    QTest.keyClicks(part.rows["full_name"].field, "Ahmad")
    assert part.rows["birth_weight_g"].problem() == said
    assert part.check() == [part.rows["birth_weight_g"].field]
    typed(part, "birth_weight_g", "3,1")
    assert part.rows["birth_weight_g"].problem() == ""


def test_a_low_birth_weight_is_told_below_its_field(part: FormPart) -> None:
    typed(part, "birth_weight_g", "2,4")
    assert "2,4 kg" in part.rows["birth_weight_g"].below.text()
    assert part.rows["birth_weight_g"].problem() == "", "a fact is no doubt"
    typed(part, "birth_weight_g", "2,5")
    assert part.rows["birth_weight_g"].below.text() == ""


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(_ASKED[1:4]), st.text(st.sampled_from("0123456789,.-eEx+ kgcm"), max_size=7))
def test_a_field_shows_what_it_gives_or_says_why_not(part: FormPart, name: str, text: str) -> None:
    typed(part, name, text)
    widget = field(part, name)
    value = part.values()[name]
    if widget.problem():
        assert value is None
        assert part.rows[name].problem() == widget.problem()
        assert widget.text() == text
    else:
        assert widget.text() == ("" if value is None else widget.shown(value))


def test_what_is_no_number_of_a_person_stays_as_typed(part: FormPart) -> None:
    nik = part.rows["nik"].field
    assert isinstance(nik, DigitsField)
    nik.setText("3.17E+15")
    nik.tidy()
    assert nik.text() == "3.17E+15"
    assert nik.problem() != ""


def test_many_choices_go_on_in_the_next_line(qtbot: QtBot, look: Look) -> None:
    field = SeveralField(look, [(str(at), f"sebuah alasan risiko nomor {at}") for at in range(9)])
    qtbot.addWidget(field)
    widest = max(box.sizeHint().width() for box in field.findChildren(QCheckBox))
    assert field.minimumSizeHint().width() == widest, "no form gets wider than its screen for them"
    assert field.heightForWidth(3 * widest) > field.heightForWidth(9 * 2 * widest)


def test_a_field_that_is_not_asked_leaves_no_gap(part: FormPart) -> None:
    shown = {name: row.pos() for name, row in part.rows.items()}
    first, second = list(part.rows)[:2]
    part.show_field(first, visible=False)
    QApplication.processEvents()
    assert part.rows[second].pos() == shown[first]
    part.show_field(first, visible=True)
    QApplication.processEvents()
    assert {name: row.pos() for name, row in part.rows.items()} == shown
