"""Sasaran through the real window: who is listed, found, added and corrected."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection, event

from kpm_desktop.commands.households.household_view import HouseholdView, Member, household_view
from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.records.begun_forms import begun_forms
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.engine import WRITES
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.forms.form_dialog import FormDialog
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.people.add_dialog import AddDialog
from kpm_desktop.ui.pages.people.birth_form import BirthForm
from kpm_desktop.ui.pages.people.household import HouseholdTask
from kpm_desktop.ui.pages.people.household_form import NewHouseholdForm
from kpm_desktop.ui.pages.people.people import PeoplePage
from kpm_desktop.ui.pages.people.people_lines import PersonLine
from kpm_desktop.ui.pages.people.person_form import NewChildForm, NewWomanForm
from kpm_desktop.ui.pages.people.status_form import DeathForm, MoveForm
from kpm_desktop.ui.registers.register_form import RegisterForm
from kpm_desktop.ui.window.shell import Shell
from tests.support.family import MONTH, TODAY, Family, family
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.program import Program

D = TypeVar("D", bound=QDialog)
CTRL = Qt.KeyboardModifier.ControlModifier


class Register:
    """A program that shows Sasaran, driven by keys."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.shell: Shell = program.unlock()
        self.shell.show_page("sasaran")
        program.settle()
        page = self.shell.page("sasaran")
        assert isinstance(page, PeoplePage)
        self.page = page

    def names(self) -> list[str]:
        """The names in the list."""
        found = []
        for row in self.page.list.rows.rows:
            shown = row.row  # type: ignore[attr-defined]
            found.append(getattr(shown, "name", "") or shown.head_name)
        return found

    def dialog(self, kind: type[D]) -> D:
        """The dialog that is open, once it has the focus."""
        self.program.settle()
        found = [one for one in self.program.window.findChildren(kind) if one.isVisible()]
        assert len(found) == 1, kind
        return found[0]

    def is_open(self, kind: type[QDialog]) -> bool:
        return any(one.isVisible() for one in self.program.window.findChildren(kind))

    def task(self) -> HouseholdTask:
        """The household that is open."""
        assert self.shell.frame is not None
        task = self.shell.frame.task
        assert isinstance(task, HouseholdTask)
        return task

    def key(self, text: str) -> None:
        self.program.write(text)
        self.program.settle()

    def fill(self, form: FormDialog, part: int, **answers: str) -> None:
        """Types into fields; a choice is made by its words."""
        for name, text in answers.items():
            field = form.parts[part].rows[name].field
            field.setFocus()
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findText(text))
                field.activated.emit(field.currentIndex())
            else:
                field.selectAll()  # type: ignore[attr-defined]
                self.program.write(text)
        self.program.settle()

    def save(self) -> None:
        self.program.press(Qt.Key.Key_S, CTRL)
        self.come_back()

    def come_back(self) -> None:
        """A screen would give the window its focus back when a dialog closes; offscreen nobody does."""
        self.program.settle()
        if not self.is_open(QDialog):
            self.program.window.activateWindow()
            self.program.settle()

    def held(self, household: UUID) -> HouseholdView:
        store = self.page.context.session.store
        return household_view(store, household)

    def member(self, household: UUID, name: str) -> Member:
        """The only one of a name."""
        (found,) = [one for one in self.held(household).members if one.person.full_name == name]
        return found

    def open_home(self, name: str) -> HouseholdTask:
        """Opens the household of a target, with the target chosen."""
        rows = self.page.list.rows.rows
        row = next(row for row in rows if getattr(row.row, "name", "") == name)  # type: ignore[attr-defined]
        self.page.list.choose(row.key)
        self.page.list.setFocus()
        self.key("U")
        return self.task()


@pytest.fixture
def made(profile: Path) -> Family:
    with open_store(profile, PASSWORD) as store:
        family(store, "Aminah", "Bayu Saputra", "Kenanga")
        return family(store)


@pytest.fixture
def register(qtbot: QtBot, profile: Path, made: Family) -> Iterator[Register]:
    program = Program(qtbot, profile, TODAY, language="en")
    yield Register(program)
    program.close()


@pytest.fixture
def empty(qtbot: QtBot, profile: Path) -> Iterator[Register]:
    program = Program(qtbot, profile, TODAY, language="en")
    yield Register(program)
    program.close()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("akhmad", {"Ahmad Fauzi", "Siti Rahmah"}),
        ("SITTI rakhmah", {"Siti Rahmah", "Ahmad Fauzi"}),
        ("Amhad", {"Ahmad Fauzi", "Siti Rahmah"}),
        ("00022026", {"Ahmad Fauzi", "Bayu Saputra"}),
        ("0002-2026", {"Ahmad Fauzi", "Bayu Saputra"}),
        ("kenanga", {"Aminah", "Bayu Saputra"}),
        ("nobody", set()),
    ],
)
def test_search_follows_every_key(register: Register, asked: str, found: set[str]) -> None:
    register.program.press(Qt.Key.Key_F, CTRL)
    register.key(asked)
    assert set(register.names()) == found


def test_the_filter_counts_and_narrows(register: Register) -> None:
    register.page.filter.choose("pregnant")
    assert set(register.names()) == {"Siti Rahmah", "Aminah"}
    register.page.filter.choose("home")
    assert register.names() == ["Pak Rahmat", "Pak Rahmat"]
    hamlets = register.page._hamlet
    hamlets.setCurrentIndex(hamlets.findData("Mawar"))
    hamlets.activated.emit(hamlets.currentIndex())
    assert len(register.names()) == 1


def test_a_new_household_and_a_pregnant_woman(empty: Register) -> None:
    empty.program.press(Qt.Key.Key_N, CTRL)
    assert empty.dialog(AddDialog).kind() == "pregnant"
    empty.program.press(Qt.Key.Key_Return)
    form = empty.dialog(NewHouseholdForm)
    empty.fill(form, 0, head_name="Pak Amir", hamlet="Mawar")
    empty.fill(form, 1, name="Melati")
    empty.save()
    woman = empty.dialog(NewWomanForm)
    empty.fill(woman, 0, full_name="Dewi Lestari", birth_date="3 apr 98")
    empty.fill(woman, 1, last_menstrual_date="1/5/26")
    assert "5 Feb 2027" in woman.parts[1].rows["last_menstrual_date"].below.text()
    empty.save()
    task = empty.task()
    assert [name for _, name in empty.held(task.household.id).names.posyandu] == ["Melati"]
    dewi = empty.member(task.household.id, "Dewi Lestari")
    assert dewi.person.birth_date == date(1998, 4, 3)
    assert dewi.pregnancies[0].due() == date(2027, 2, 5)
    empty.program.press(Qt.Key.Key_Escape)
    assert empty.names() == ["Dewi Lestari"]


def test_a_pregnancy_is_told_by_a_date_or_by_its_month(register: Register, made: Family) -> None:
    """Who knows neither date says the month; who says nothing is asked."""
    register.open_home("Siti Rahmah")
    register.program.press(Qt.Key.Key_N, CTRL)
    register.program.press(Qt.Key.Key_Return)
    form = register.dialog(NewWomanForm)
    register.fill(form, 0, full_name="Dewi Lestari", birth_date="3 apr 98")
    register.save()
    assert register.is_open(NewWomanForm)
    first = form.parts[1].rows["last_menstrual_date"]
    assert first.problem() and first.field.hasFocus()
    register.fill(form, 1, gestational_age_months="5")
    assert "12 Apr 2027" in form.parts[1].rows["gestational_age_months"].below.text()
    register.save()
    (carried,) = register.member(made.household, "Dewi Lestari").pregnancies
    assert (carried.gestational_age_months, carried.gestational_age_on, carried.expected_delivery_date) == (
        5,
        TODAY,
        None,
    )
    assert "12 Apr 2027" in next(row for row in register.task().list.rows.rows if "Dewi" in row.words).words
    (line,) = [one for one in target_list(store_of(register), MONTH, today=TODAY).due if one.name == "Dewi Lestari"]
    assert line.months == 5


def test_a_due_date_long_past_is_asked_about(register: Register) -> None:
    register.open_home("Siti Rahmah")
    register.program.press(Qt.Key.Key_N, CTRL)
    register.program.press(Qt.Key.Key_Return)
    form = register.dialog(NewWomanForm)
    register.fill(form, 0, full_name="Dewi Lestari", birth_date="3 apr 98")
    register.fill(form, 1, expected_delivery_date="5-1-2026")
    register.save()
    assert "5 Jan 2026" in form.parts[1].rows["expected_delivery_date"].problem()
    register.fill(form, 1, expected_delivery_date="5/1")
    assert "2027" in form.parts[1].rows["expected_delivery_date"].below.text()
    register.save()
    assert not register.is_open(NewWomanForm)


def store_of(register: Register) -> Store:
    return register.page.context.session.store


def test_twins_are_born(register: Register, made: Family) -> None:
    register.open_home("Siti Rahmah")
    register.key("L")
    form = register.dialog(BirthForm)
    register.fill(form, 0, delivery_date="18-11-2026")
    register.program.press(Qt.Key.Key_B, CTRL)
    register.fill(form, 1, full_name="Hasan", sex="male", birth_weight_g="2,4")
    register.fill(form, 2, full_name="Husin", sex="male", birth_weight_g="2.3")
    register.save()
    for name, order, weight in (("Hasan", 1, 2400), ("Husin", 2, 2300)):
        child = register.member(made.household, name).person
        assert (child.mother_id, child.birth_order, child.birth_weight_g) == (made.mother, order, weight)
        assert child.birth_date == date(2026, 11, 18)
    assert register.member(made.household, "Siti Rahmah").pregnancies[0].outcome == "live_birth"


def test_a_child_without_a_nik(register: Register, made: Family) -> None:
    register.open_home("Siti Rahmah")
    register.program.press(Qt.Key.Key_N, CTRL)
    register.program.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    register.dialog(AddDialog).go_button.click()
    register.program.settle()
    form = register.dialog(NewChildForm)
    register.fill(form, 0, full_name="Rafi", sex="male", birth_date="7 jan 25", nik_kind="none yet")
    register.save()
    child = register.member(made.household, "Rafi").person
    assert (child.nik, child.nik_kind, child.mother_id) == (None, "none", made.mother)


def test_f8_refers_a_child_of_low_birth_weight(register: Register, made: Family) -> None:
    light = Edit("person", {"birth_weight_g": 2300}, made.child)
    save_records(register.page.context.session.store, [light], today=TODAY, sure=True)
    register.open_home("Ahmad Fauzi")
    register.program.press(Qt.Key.Key_F8)
    form = register.dialog(RegisterForm)
    given = form.asked.given()
    assert given["person_id"] == made.child
    assert given["reason"] == "underweight"
    assert given["note"].startswith("Birth weight 2.3 kg, below 2.5 kg")
    assert form.first_field() is form.asked.rows["referred_to"].field
    form.reject()
    register.program.settle()


def test_a_mother_died_and_a_guardian_cares(register: Register, made: Family) -> None:
    register.open_home("Siti Rahmah")
    register.key("M")
    form = register.dialog(DeathForm)
    register.fill(form, 0, status_date="2-11-2026", guardian_name="Nenek Aisyah")
    register.save()
    assert register.member(made.household, "Siti Rahmah").person.status == "died"
    assert register.member(made.household, "Ahmad Fauzi").person.guardian_name == "Nenek Aisyah"
    register.program.press(Qt.Key.Key_Escape)
    assert "Siti Rahmah" not in register.names()
    assert "Ahmad Fauzi" in register.names()


def test_a_death_before_a_visit_is_looked_at_again(register: Register, made: Family) -> None:
    """`5/12` typed in November is last year's: the full day is read before it is saved."""
    visit = {"person_id": made.child, "month": "2026-10", "visit_date": date(2026, 10, 12)}
    save_records(register.page.context.session.store, [Edit("child_visit", visit)], today=TODAY)
    register.open_home("Ahmad Fauzi")
    register.key("M")
    form = register.dialog(DeathForm)
    register.fill(form, 0, status_date="1/10")
    form.save()
    register.program.settle()
    below = form.parts[0].rows["status_date"].below.text()
    assert "1 Oct 2026" in below and "12 Oct 2026" in below
    assert register.member(made.household, "Ahmad Fauzi").person.status == "active"
    form.save()
    register.come_back()
    assert register.member(made.household, "Ahmad Fauzi").person.status == "died"


def test_somebody_moved_and_did_not_after_all(register: Register, made: Family) -> None:
    task = register.open_home("Ahmad Fauzi")
    register.key("P")
    register.fill(register.dialog(MoveForm), 0, status_date="1-11-2026")
    register.save()
    assert register.member(made.household, "Ahmad Fauzi").person.status == "moved_out"
    task.list.choose(str(made.child))
    register.key("B")
    ask = register.dialog(ConfirmDialog)
    assert any("1 Nov 2026" in one.text() for one in ask.findChildren(QLabel))
    ask.reject()
    register.come_back()
    assert register.member(made.household, "Ahmad Fauzi").person.status == "moved_out"
    register.key("B")
    register.dialog(ConfirmDialog).confirm_button.click()
    register.come_back()
    assert register.member(made.household, "Ahmad Fauzi").person.status == "active"


def test_who_moved_is_found_and_marked_and_no_target(register: Register, made: Family) -> None:
    register.open_home("Ahmad Fauzi")
    register.key("P")
    register.fill(register.dialog(MoveForm), 0, status_date="1-11-2026")
    register.save()
    register.program.press(Qt.Key.Key_Escape)
    assert "Ahmad Fauzi" not in register.names()
    register.page.search.setText("ahmad")
    row = register.page.list.rows.rows[0]  # his mother is found after him
    assert isinstance(row, PersonLine)
    assert (row.row.name, row.group, "moved out" in row.words) == ("Ahmad Fauzi", "other", True)


def test_who_is_hidden_by_what_is_chosen_is_told_of(register: Register, made: Family) -> None:
    register.page.filter.choose("postpartum")
    register.page.search.setText("ahmad")
    assert register.names() == []
    register.page.people.elsewhere.button.click()  # type: ignore[union-attr]
    assert (register.names(), register.page.search.text()) == (["Ahmad Fauzi", "Siti Rahmah"], "ahmad")


def test_a_household_comes_back_with_who_left_with_it(register: Register, made: Family) -> None:
    task = register.open_home("Ahmad Fauzi")
    register.fill(_move_home(register, task), 0, status_date="1-11-2026")
    register.save()
    task._on_home_asked("back")
    ask = register.dialog(ConfirmDialog)
    told = " ".join(one.text() for one in ask.findChildren(QLabel))
    assert "Siti Rahmah" in told and "Ahmad Fauzi" in told
    ask.confirm_button.click()
    register.come_back()
    assert {one.person.status for one in register.held(made.household).members} == {"active"}


def _move_home(register: Register, task: HouseholdTask) -> MoveForm:
    task._on_home_asked("moved")
    return register.dialog(MoveForm)


def test_entered_in_error_and_taken_back(register: Register, made: Family) -> None:
    task = register.open_home("Ahmad Fauzi")
    register.key("X")
    register.dialog(ConfirmDialog).confirm_button.click()
    register.come_back()
    assert register.member(made.household, "Ahmad Fauzi").person.status == "entered_in_error"
    task.list.choose(str(made.child))
    register.key("B")
    assert register.member(made.household, "Ahmad Fauzi").person.status == "active"


def test_what_is_refused_stays_in_the_form(register: Register, made: Family) -> None:
    register.open_home("Siti Rahmah")
    register.task()._open_new("child")
    form = register.dialog(NewChildForm)
    register.fill(form, 0, full_name="Rafi", sex="male", birth_date="1-1-1990", nik="12345")
    register.save()
    assert "16" in form.parts[0].rows["nik"].problem()
    register.fill(form, 0, nik="1275014101900001")
    register.save()
    assert form.isVisible()
    assert form.parts[0].rows["mother_id"].problem()
    assert form.parts[0].values()["full_name"] == "Rafi"
    register.program.press(Qt.Key.Key_Escape)
    assert not register.is_open(NewChildForm)
    assert [one.name for one in begun_forms(register.page.context.session.store)] == ["Rafi"]


@pytest.mark.parametrize(
    ("cause", "told"), [("database or disk is full", "is full"), ("disk I/O error", "failed to read or write")]
)
def test_what_the_disk_refused_stays_in_the_form(register: Register, made: Family, cause: str, told: str) -> None:
    def refuse(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITES):
            raise sqlcipher.OperationalError(cause)

    task = register.open_home("Siti Rahmah")
    task._open_new("child")
    form = register.dialog(NewChildForm)
    register.fill(form, 0, full_name="Rafi", sex="male", birth_date="1-1-2026")
    engine = register.page.context.session.store._engine
    event.listen(engine, "commit", refuse)
    register.save()
    assert told in form.banner.sentence()
    assert form.parts[0].values()["full_name"] == "Rafi"
    event.remove(engine, "commit", refuse)
    register.save()
    assert not register.is_open(NewChildForm)
    assert register.member(task.household.id, "Rafi")


def test_a_warning_is_shown_and_saved_anyway(register: Register, made: Family) -> None:
    register.open_home("Siti Rahmah")
    register.task()._open_new("child")
    form = register.dialog(NewChildForm)
    register.fill(form, 0, full_name="Rafi", sex="male", birth_date="7-1-2025", nik="1275014101900001")
    register.save()
    assert form.parts[0].rows["nik"].problem()
    assert form.save_button.text() == form.tr("Save anyway")
    register.save()
    assert not register.is_open(NewChildForm)
    assert register.member(made.household, "Rafi").person.nik == "1275014101900001"


def test_pasted_rubbish_is_told_its_limit(register: Register) -> None:
    register.open_home("Siti Rahmah")
    register.task()._open_new("child")
    form = register.dialog(NewChildForm)
    field = form.parts[0].rows["full_name"].field
    field.setFocus()
    clipboard = QApplication.clipboard()
    clipboard.setText("x" * 5000)
    register.program.press(Qt.Key.Key_V, CTRL)
    register.save()
    assert "120" in form.parts[0].rows["full_name"].problem()
    assert len(form.parts[0].values()["full_name"]) == 5000


def test_arriving_opens_a_household_or_the_form_for_somebody_in_it(register: Register, made: Family) -> None:
    register.page.arrive(Ref(VILLAGE, "household", made.household))
    register.program.settle()
    assert register.task().household == Ref(VILLAGE, "household", made.household)
    register.program.press(Qt.Key.Key_Escape)
    register.page.arrive(("add", Ref(VILLAGE, "household", made.household)))
    register.program.settle()
    register.program.press(Qt.Key.Key_Return)
    assert register.dialog(NewWomanForm)
