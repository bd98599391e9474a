"""A form that was not saved, be it for a power cut: what was typed is offered again, or dropped."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.households.end_pregnancy import end_pregnancy
from kpm_desktop.commands.records.begun_forms import begun_forms
from kpm_desktop.commands.records.correct_record import correct_record
from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.commands.supervision.delivery_overview import delivery_overview
from kpm_desktop.db.store import open_store
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.forms.kept_form import KeptForm
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.history.history import HistoryTask
from kpm_desktop.ui.pages.history.timeline_rows import EntryRow
from kpm_desktop.ui.pages.people.begun_dialog import BegunDialog
from kpm_desktop.ui.pages.people.birth_form import BirthForm, EndForm
from kpm_desktop.ui.pages.people.household_form import HouseholdForm, NewHouseholdForm
from kpm_desktop.ui.pages.people.person_form import NewChildForm, NewPregnancyForm, NewWomanForm, PersonForm
from kpm_desktop.ui.pages.people.status_form import DeathForm, MoveForm
from kpm_desktop.ui.pages.send.send import SendPage
from tests.support.family import TODAY, Family, family
from tests.support.profiles import PASSWORD, VILLAGE
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
    register.page.open_household(Ref(VILLAGE, "household", made.household), add="pregnant")
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
    register.page.open_household(Ref(VILLAGE, "household", made.household), add="child")
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
    register.page.open_household(Ref(VILLAGE, "household", made.household), add="pregnant")
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
    page.waiting.list.choose(f"{drafted[0].region} {drafted[0].id}")
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


@dataclass(frozen=True)
class Correction:
    """A form about what is saved: how it is opened, what is typed into which part, and what it is saved with."""

    code: str
    form: type[KeptForm]
    typed: tuple[dict[str, str], ...]

    def open(self, register: Register, made: Family) -> KeptForm:
        """Opens it about the mother of the family, or her household."""
        task = register.task()
        if self.code.startswith("home "):
            task._on_home_asked(self.code.removeprefix("home "))
        else:
            task.list.choose(str(made.mother))
            task.act(self.code)
        return register.dialog(self.form)


CORRECTIONS = [
    Correction("change", PersonForm, ({"full_name": "Siti Aminah", "nik": "12"}, {"gravida": "3"})),
    Correction("home change", HouseholdForm, ({"address": "Jalan Melati 2"}, {"name": "Melati"})),
    Correction("birth", BirthForm, ({"delivery_date": "18-11-2026"}, {"full_name": "Hasan"}, {"full_name": "Husin"})),
    Correction("ended", EndForm, ({"ended_on": "18-11-2026"},)),
    Correction("died", DeathForm, ({"status_date": "02-11-2026", "guardian_name": "Nenek Aisyah"},)),
    Correction("moved", MoveForm, ({"status_date": "02-11-2026"},)),
    Correction("home moved", MoveForm, ({"status_date": "02-11-2026"},)),
]


@pytest.mark.parametrize("correction", CORRECTIONS, ids=lambda one: one.code)
def test_a_correction_is_there_again_after_a_power_cut(
    qtbot: QtBot, register: Register, made: Family, correction: Correction
) -> None:
    register.page.open_household(Ref(VILLAGE, "household", made.household))
    register.program.settle()
    form = correction.open(register, made)
    for number, typed in enumerate(correction.typed):
        if number == len(form.parts):
            register.program.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        register.fill(form, number, **typed)
    again = after_a_power_cut(qtbot, register)
    about = made.household if correction.code.startswith("home ") else made.mother
    assert said(again, about).endswith("Draf")
    again.program.press(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    form = again.dialog(correction.form)
    for part, typed in zip(form.parts, correction.typed, strict=True):
        assert {name: part.rows[name].field.text() for name in typed} == typed  # type: ignore[attr-defined]
    assert not again.task().unfinished.call.isHidden()
    form.drop_button.click()
    again.dialog(ConfirmDialog).confirmed.emit()
    again.program.settle()
    assert begun_forms(again.page.context.session.store) == []
    assert again.task().unfinished.call.isHidden()
    again.program.press(Qt.Key.Key_Escape)
    assert not said(again, about).endswith("Draf")
    again.program.close()


def said(register: Register, about: UUID) -> str:
    """What the row of a person or household in Sasaran says."""
    page = register.page
    found = [one for one in page._people if one.row.person_id == about]
    homes = [one for one in page._homes if one.household == about]
    return page.list.rows.said([*found, *homes][0])


def test_a_new_pregnancy_is_kept_and_gone_when_it_is_saved(qtbot: QtBot, register: Register, made: Family) -> None:
    store = register.page.context.session.store
    end_pregnancy(store, made.pregnancy, {"outcome": "miscarriage", "ended_on": date(2026, 8, 1)}, today=TODAY)
    register.page.open_household(Ref(VILLAGE, "household", made.household), made.mother)
    register.program.settle()
    register.key("H")
    register.fill(register.dialog(NewPregnancyForm), 0, last_menstrual_date="1-10-2026", gravida="3")
    again = after_a_power_cut(qtbot, register)
    assert "Siti Rahmah" in again.page.unfinished.call.sentence()
    again.program.press(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    assert again.dialog(NewPregnancyForm).values()[0]["gravida"] == 3
    again.save()
    assert begun_forms(again.page.context.session.store) == []
    assert [one.gravida for one in again.member(made.household, "Siti Rahmah").pregnancies] == [3, None]
    again.program.close()


def test_a_correction_stands_above_what_came_meanwhile_and_overwrites_it_only_when_told(
    register: Register, made: Family
) -> None:
    register.page.open_household(Ref(VILLAGE, "household", made.household), made.mother)
    register.program.settle()
    register.key("U")
    form = register.dialog(PersonForm)
    register.fill(form, 0, full_name="Siti Aminah", phone="0812345678")
    register.program.press(Qt.Key.Key_Escape)
    store = register.page.context.session.store
    came = {"full_name": "Sitti Rahmah", "nik": "1275014304980001"}
    correct_record(store, "person", made.mother, came, today=TODAY)
    register.page.context.hub.announce(["person"])
    register.program.settle()
    assert register.task().list.rows.rows[0].member.state is RecordState.DRAFT  # type: ignore[attr-defined]
    register.key("U")
    form = register.dialog(PersonForm)
    values = form.parts[0].values()
    assert (values["full_name"], values["nik"], values["phone"]) == ("Siti Aminah", came["nik"], "0812345678")
    register.save()
    assert form.isVisible()
    assert form.parts[0].rows["full_name"].problem()
    assert register.member(made.household, "Sitti Rahmah")
    register.save()
    person = register.member(made.household, "Siti Aminah").person
    assert (person.nik, person.phone) == (came["nik"], "0812345678")
    assert begun_forms(store) == []


def test_what_was_typed_after_a_change_came_is_asked_about_too(register: Register, made: Family) -> None:
    """The form was open and shows the old name still."""
    register.page.open_household(Ref(VILLAGE, "household", made.household), made.mother)
    register.program.settle()
    register.key("U")
    form = register.dialog(PersonForm)
    store = register.page.context.session.store
    correct_record(store, "person", made.mother, {"full_name": "Sitti Rahmah"}, today=TODAY)
    register.fill(form, 0, full_name="Siti Aminah")
    register.save()
    assert form.isVisible()
    assert register.member(made.household, "Sitti Rahmah")


def test_a_key_pressed_twice_opens_one_form(register: Register, made: Family) -> None:
    register.page.open_household(Ref(VILLAGE, "household", made.household), made.mother)
    register.program.settle()
    register.key("UU")
    register.dialog(PersonForm)
    register.program.press(Qt.Key.Key_Escape)
    assert not register.is_open(PersonForm)
    register.key("U")
    assert register.dialog(PersonForm)


def begin_two_households(register: Register) -> None:
    """Pak Amir's, and Bu Nani's with another form while his is half done."""
    register.page._adding.begin_home()
    register.fill(register.dialog(NewHouseholdForm), 0, head_name="Pak Amir")
    register.program.press(Qt.Key.Key_Escape)
    register.page._adding.begin_home()
    register.dialog(NewHouseholdForm).another_button.click()
    register.program.settle()
    form = register.dialog(NewHouseholdForm)
    assert form.parts[0].values()["head_name"] is None
    register.fill(form, 0, head_name="Bu Nani")
    register.program.press(Qt.Key.Key_Escape)


def test_of_two_households_one_is_chosen_or_dropped(register: Register) -> None:
    begin_two_households(register)
    register.program.press(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    dialog = register.dialog(BegunDialog)
    assert [row.name for row in dialog.list.rows.rows] == ["Bu Nani", "Pak Amir"]  # type: ignore[attr-defined]
    register.program.press(Qt.Key.Key_Down)
    register.program.press(Qt.Key.Key_Return)
    form = register.dialog(NewHouseholdForm)
    assert form.parts[0].values()["head_name"] == "Pak Amir"
    register.program.press(Qt.Key.Key_Escape)
    register.page._adding.begin_home()
    register.dialog(BegunDialog)
    register.program.press(Qt.Key.Key_Delete)
    register.dialog(ConfirmDialog).confirm_button.click()
    register.program.settle()
    assert [one.name for one in begun_forms(register.page.context.session.store)] == ["Pak Amir"]
    register.dialog(BegunDialog).another_button.click()
    register.program.settle()
    assert register.dialog(NewHouseholdForm).parts[0].values()["head_name"] is None


def test_a_row_of_kirim_leads_to_its_own_form(register: Register) -> None:
    begin_two_households(register)
    store = register.page.context.session.store
    older = begun_forms(store)[1]
    register.shell.show_page("kirim")
    register.program.settle()
    page = register.shell.page("kirim")
    assert isinstance(page, SendPage)
    page.waiting.list.choose(f"{older.region} {older.record}")
    page.waiting.list.setFocus()
    register.program.press(Qt.Key.Key_Return)
    assert register.dialog(NewHouseholdForm).parts[0].values()["head_name"] == "Pak Amir"


def test_a_correction_goes_on_from_the_history_of_the_person(register: Register, made: Family) -> None:
    register.page.open_household(Ref(VILLAGE, "household", made.household), made.mother)
    register.program.settle()
    register.key("U")
    register.fill(register.dialog(PersonForm), 0, full_name="Siti Aminah")
    register.program.press(Qt.Key.Key_Escape)
    register.program.press(Qt.Key.Key_Escape)
    register.page.go.emit("riwayat", Ref(VILLAGE, "person", made.mother))
    register.program.settle()
    assert register.shell.frame is not None
    task = register.shell.frame.task
    assert isinstance(task, HistoryTask)
    row = task.list.current()
    assert isinstance(row, EntryRow)
    assert "Siti Aminah" in row.words
    task.list.setFocus()
    register.program.press(Qt.Key.Key_Return)
    assert register.dialog(PersonForm).parts[0].values()["full_name"] == "Siti Aminah"
