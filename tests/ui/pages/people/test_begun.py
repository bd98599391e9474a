"""A form of somebody new that was not saved, be it for a power cut: what was typed is offered again, or dropped."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.records.begun_forms import begun_forms
from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.commands.supervision.delivery_overview import delivery_overview
from kpm_desktop.db.store import open_store
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.pages.people.household_form import NewHouseholdForm
from kpm_desktop.ui.pages.people.person_form import NewChildForm, NewWomanForm
from kpm_desktop.ui.pages.send.send import SendPage
from tests.support.family import TODAY, Family, family
from tests.support.profiles import PASSWORD
from tests.ui.pages.people.test_people import Register
from tests.ui.program import Program


@pytest.fixture
def made(profile: Path) -> Family:
    with open_store(profile, PASSWORD) as store:
        return family(store)


@pytest.fixture
def register(qtbot: QtBot, profile: Path, made: Family) -> Iterator[Register]:
    program = Program(qtbot, profile, TODAY)
    yield Register(program)
    program.close()


def after_a_power_cut(qtbot: QtBot, register: Register) -> Register:
    """The profile as it lies on the disk, opened anew: nothing was closed or handed over."""
    register.page.context.session.store.close()
    return Register(Program(qtbot, register.program.folder, TODAY))


def test_a_new_household_is_there_again_after_a_power_cut(qtbot: QtBot, register: Register) -> None:
    register.page._adding.begin_home()
    form = register.dialog(NewHouseholdForm)
    register.fill(form, 0, head_name="Pak Amir", family_card_no="12")
    register.fill(form, 1, name="Melati")
    again = after_a_power_cut(qtbot, register)
    assert again.page.unfinished.call.sentence().startswith("Pak Amir")
    again.program.press(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    form = again.dialog(NewHouseholdForm)
    rows = form.parts[0].rows
    assert rows["head_name"].field.text() == "Pak Amir"  # type: ignore[attr-defined]
    assert rows["family_card_no"].field.text() == "12"  # type: ignore[attr-defined]  # not finished, and not lost
    assert form.parts[1].rows["name"].field.text() == "Melati"  # type: ignore[attr-defined]
    register_no = again.page.context.session.store
    again.fill(form, 0, family_card_no="1275010101010001")
    again.save()
    assert begun_forms(register_no) == []
    assert again.page.unfinished.call.isHidden()
    again.program.close()


def test_a_woman_with_her_pregnancy_is_offered_again_and_can_be_dropped(register: Register, made: Family) -> None:
    register.page.open_household(made.household, add="pregnant")
    form = register.dialog(NewWomanForm)
    register.fill(form, 0, full_name="Dewi Lestari")
    register.fill(form, 1, last_menstrual_date="1/5/26")
    register.program.press(Qt.Key.Key_Escape)
    assert not register.is_open(NewWomanForm)
    register.task()._open_new("child")
    register.program.settle()
    assert register.dialog(NewChildForm).values()[0].get("full_name") is None
    register.program.press(Qt.Key.Key_Escape)
    register.task()._open_new("pregnant")
    form = register.dialog(NewWomanForm)
    assert form.values()[0]["full_name"] == "Dewi Lestari"
    assert str(form.values()[1]["last_menstrual_date"]) == "2026-05-01"
    form.drop_button.click()
    register.dialog(ConfirmDialog).confirmed.emit()
    register.program.settle()
    assert begun_forms(register.page.context.session.store) == []
    register.task()._open_new("pregnant")
    assert register.dialog(NewWomanForm).values()[0] == {}


def test_what_is_emptied_again_is_no_draft(register: Register, made: Family) -> None:
    register.page.open_household(made.household, add="child")
    form = register.dialog(NewChildForm)
    register.fill(form, 0, full_name="Budi")
    store = register.page.context.session.store
    assert [one.name for one in begun_forms(store)] == ["Budi"]
    mother = form.parts[0].rows["mother_id"].field
    mother.set_value(None)  # type: ignore[attr-defined]
    form.parts[0].rows["full_name"].field.clear()  # type: ignore[attr-defined]
    form.on_typed()
    register.program.settle()
    assert begun_forms(store) == []


def test_a_begun_person_stands_in_kirim_and_enter_leads_back(register: Register, made: Family) -> None:
    register.page.open_household(made.household, add="pregnant")
    form = register.dialog(NewWomanForm)
    register.fill(form, 0, full_name="Dewi Lestari")
    register.fill(form, 1, last_menstrual_date="1/5/26")
    register.program.press(Qt.Key.Key_Escape)
    register.program.press(Qt.Key.Key_Escape)
    store = register.page.context.session.store
    drafted = [one for one in delivery_overview(store).waiting if one.state is RecordState.DRAFT]
    assert [(one.kind, one.name) for one in drafted] == [("person", "Dewi Lestari")]
    register.shell.show_page("kirim")
    register.program.settle()
    page = register.shell.page("kirim")
    assert isinstance(page, SendPage)
    page.waiting.list.choose(str(drafted[0].id))
    page.waiting.list.setFocus()
    register.program.press(Qt.Key.Key_Return)
    assert register.dialog(NewWomanForm).values()[0]["full_name"] == "Dewi Lestari"


def test_the_hamlets_of_the_village_are_proposed(register: Register, made: Family) -> None:
    hamlet = register.held(made.household).household.hamlet
    assert hamlet
    register.page._adding.begin_home()
    field = register.dialog(NewHouseholdForm).parts[0].rows["hamlet"].field
    field.setFocus()
    register.program.write(hamlet[1:4].lower())
    completer = field.completer()  # type: ignore[attr-defined]
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == hamlet
