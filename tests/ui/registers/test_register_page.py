"""A register through the real window: entered, answered, taken back, searched, sorted; nothing typed is lost."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.questions.comment_list import comment_list
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.registers.register_list import RegisterLine, register_list
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.domain.registers.catalogue import REGISTERS
from kpm_desktop.ui.components.columns import GroupRow
from kpm_desktop.ui.dialogs.ask import AskDialog
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.forms.entry_fields import entry
from kpm_desktop.ui.pages.history.history import HistoryTask
from kpm_desktop.ui.registers.person_field import PeopleField
from kpm_desktop.ui.registers.register_form import RegisterForm
from kpm_desktop.ui.registers.register_page import RegisterPage
from kpm_desktop.ui.registers.register_rows import HIDDEN, RegisterRow
from tests.support.family import TODAY, Family, family
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.program import Program


@pytest.fixture
def made(profile: Path) -> Family:
    with open_store(profile, PASSWORD) as store:
        return family(store)


class Registering:
    """The page of a register, driven by keys."""

    def __init__(self, program: Program, kind: str) -> None:
        self.program, self.kind = program, kind
        self.shell = program.unlock()
        self.open()

    def open(self) -> None:
        self.shell.show_page(self.kind)
        self.program.settle()
        inner = self.shell.page(self.kind)
        assert isinstance(inner, RegisterPage)
        self.page = inner

    def new(self) -> RegisterForm:
        self.page.new_button.click()
        self.program.settle()
        return self.form()

    def form(self) -> RegisterForm:
        found = [form for form in self.page.findChildren(RegisterForm) if form.isVisible()]
        assert len(found) == 1
        return found[0]

    def opened(self) -> bool:
        return any(form.isVisible() for form in self.page.findChildren(RegisterForm))

    def type(self, form: RegisterForm, name: str, text: str) -> None:
        part = next(part for part in form.parts if name in part.rows)
        field: Any = part.rows[name].field
        target = getattr(field, "search", None) or getattr(field, "line", field)
        target.setFocus()
        if isinstance(target, QLineEdit):
            target.selectAll()
        QTest.keyClicks(target, text)
        self.program.settle()

    def name(self, form: RegisterForm, text: str) -> None:
        """Searches somebody and takes the first who fits."""
        name = self.page.register.person_field or self.page.register.people_field
        self.type(form, name, text)
        field: Any = form.asked.rows[name].field
        QTest.keyClick(field.search, Qt.Key.Key_Return)
        self.program.settle()

    def choose(self, form: RegisterForm, name: str, value: str) -> None:
        part = next(part for part in form.parts if name in part.rows)
        field: Any = part.rows[name].field
        field.set_value(value)
        field.activated.emit(field.currentIndex())
        self.program.settle()

    def press(self, key: Qt.Key) -> None:
        self.page.list.setFocus()
        QTest.keyClick(self.page.list, key)
        self.program.settle()

    def save(self, form: RegisterForm) -> None:
        form.save()
        self.program.settle()

    def rows(self) -> list[RegisterRow]:
        return [row for row in self.page.list.rows.rows if isinstance(row, RegisterRow)]

    def headings(self) -> list[str]:
        return [row.key for row in self.page.list.rows.rows if isinstance(row, GroupRow)]

    def held(self) -> list[RegisterLine]:
        store: Store = self.page.context.session.store
        return register_list(store, REGISTERS[self.kind])


@pytest.fixture
def referrals(qtbot: QtBot, profile: Path, made: Family) -> Iterator[Registering]:
    program = Program(qtbot, profile, TODAY)
    yield Registering(program, "referral")
    program.close()


def entered(referrals: Registering, text: str = "siti") -> UUID:
    form = referrals.new()
    referrals.name(form, text)
    referrals.choose(form, "reason", "kek")
    referrals.type(form, "referred_to", "Puskesmas Binjai")
    referrals.save(form)
    return form.record


def test_an_empty_register_says_what_to_do(referrals: Registering) -> None:
    assert not referrals.rows()
    button = referrals.page._nothing.button
    assert button is not None
    assert button.isVisible()
    button.click()
    referrals.program.settle()
    assert referrals.form().isVisible()


def test_a_referral_is_entered_with_the_keys(referrals: Registering, made: Family) -> None:
    record = entered(referrals)
    (line,) = referrals.held()
    assert (line.id, line.about and line.about.id) == (record, made.mother)
    assert line.values["referral_date"] == TODAY.isoformat()
    assert line.values["progress"] == "open"
    assert not referrals.opened()
    assert [row.line.id for row in referrals.rows()] == [record]
    assert "Siti Rahmah" in referrals.rows()[0].words


def test_a_digit_takes_a_place_that_was_used_before(referrals: Registering) -> None:
    for place in ("RSUD Langsa", "Puskesmas Binjai", "puskesmas  binjai"):
        form = referrals.new()
        referrals.name(form, "siti")
        referrals.choose(form, "reason", "kek")
        referrals.type(form, "referred_to", place)
        referrals.save(form)
    form = referrals.new()
    where: Any = form.asked.rows["referred_to"].field
    assert [button.accessibleName() for button in where.buttons] == ["Puskesmas Binjai", "RSUD Langsa"]
    referrals.type(form, "referred_to", "2")
    assert where.value() == "RSUD Langsa"
    referrals.type(form, "referred_to", "1")  # over what stands there
    assert where.value() == "Puskesmas Binjai"
    referrals.type(form, "referred_to", "Polindes 2")  # a digit behind words is a digit
    assert where.value() == "Polindes 2"
    referrals.type(form, "referred_to", "x" * 201)
    assert where.problem()
    form.reject()
    referrals.program.settle()
    (begun,) = [row for row in referrals.rows() if row.line.is_draft]
    referrals.page.list.choose(begun.key)
    referrals.press(Qt.Key.Key_Return)
    again: Any = referrals.form().asked.rows["referred_to"].field
    assert again.line.text() == "x" * 201  # nothing that was typed is lost


def test_the_arrows_choose_among_those_who_fit(referrals: Registering, made: Family) -> None:
    form = referrals.new()
    form.activateWindow()
    referrals.type(form, "person_id", "mawar")  # the hamlet of both
    search: Any = form.asked.rows["person_id"].field.search  # type: ignore[attr-defined]
    assert len(search.found) == 2
    second = search.found[1].id
    QTest.keyClick(search._popup(), Qt.Key.Key_Down)
    QTest.keyClick(search._popup(), Qt.Key.Key_Return)
    referrals.program.settle()
    assert entry(form.asked.rows["person_id"].field).value() == second


def test_what_is_missing_or_wrong_is_said_beside_its_field(referrals: Registering) -> None:
    form = referrals.new()
    referrals.type(form, "referral_date", "31-02-2026")
    referrals.save(form)
    assert form.isVisible()
    told = {name for name, row in form.asked.rows.items() if row.problem()}
    assert told == {"person_id", "referral_date", "reason"}
    referrals.type(form, "person_id", "siapa")
    assert "siapa" in entry(form.asked.rows["person_id"].field).problem()


def test_a_form_left_half_filled_is_kept_and_goes_on(referrals: Registering, made: Family) -> None:
    form = referrals.new()
    referrals.name(form, "ahmad")
    referrals.type(form, "due_date", "besok lusa")
    form.reject()
    referrals.program.settle()
    (row,) = referrals.rows()
    assert row.line.is_draft
    assert row.line.about is not None
    assert row.line.about.id == made.child
    assert referrals.headings() == ["drafts"]
    referrals.press(Qt.Key.Key_Return)
    again = referrals.form()
    assert again.record == form.record
    assert entry(again.asked.rows["person_id"].field).value() == made.child
    assert again.asked.rows["due_date"].field.text() == "besok lusa"  # type: ignore[attr-defined]
    referrals.type(again, "due_date", "24-11-2026")
    referrals.choose(again, "reason", "stunted")
    referrals.save(again)
    (line,) = referrals.held()
    assert not line.is_draft
    assert line.values["due_date"] == "2026-11-24"


def test_a_draft_outlives_the_program_and_can_be_dropped(referrals: Registering) -> None:
    form = referrals.new()
    referrals.type(form, "referred_to", "Pust")
    (line,) = referrals.held()  # nobody closed the form
    assert line.is_draft
    form.drop_button.click()
    referrals.program.settle()
    ask = next(dialog for dialog in form.findChildren(ConfirmDialog) if dialog.isVisible())
    ask.confirm_button.click()
    referrals.program.settle()
    assert not referrals.opened()
    assert referrals.held() == []


def test_it_is_answered_and_moves_to_its_group(referrals: Registering) -> None:
    record = entered(referrals)
    assert referrals.headings() == ["group open"]
    referrals.press(Qt.Key.Key_J)
    form = referrals.form()
    assert form.answered is not None
    assert form.first_field() is form.answered.rows["progress"].field
    referrals.choose(form, "progress", "done")
    referrals.type(form, "result_date", "19-11-2026")
    referrals.type(form, "result", "Sudah diperiksa, diberi PMT")
    referrals.save(form)
    (line,) = referrals.held()
    assert (line.id, line.values["progress"], line.values["result"]) == (record, "done", "Sudah diperiksa, diberi PMT")
    assert referrals.headings() == ["group done"]


def test_one_day_before_birth_is_refused_and_kept(referrals: Registering) -> None:
    form = referrals.new()
    referrals.name(form, "ahmad")
    referrals.choose(form, "reason", "wasted")
    referrals.type(form, "referral_date", "01-01-2026")  # born on the 2nd
    referrals.save(form)
    assert form.isVisible()
    assert form.asked.rows["referral_date"].problem()
    (line,) = referrals.held()
    assert line.is_draft


def test_entered_in_error_is_asked_about_hidden_and_taken_back(referrals: Registering) -> None:
    entered(referrals)
    referrals.press(Qt.Key.Key_X)
    ask = next(dialog for dialog in referrals.page.findChildren(ConfirmDialog) if dialog.isVisible())
    ask.confirm_button.click()
    referrals.program.settle()
    assert not referrals.rows()
    referrals.page.filter.choose(HIDDEN)
    referrals.program.settle()
    assert len(referrals.rows()) == 1
    referrals.press(Qt.Key.Key_X)
    referrals.page.filter.choose("all")
    referrals.program.settle()
    assert len(referrals.rows()) == 1


def test_it_stands_in_the_history_of_whom_it_is_about_and_opens_from_there(
    referrals: Registering, made: Family
) -> None:
    record = entered(referrals)
    referrals.press(Qt.Key.Key_H)
    frame = referrals.shell.frame
    assert frame is not None
    task = frame.task
    assert isinstance(task, HistoryTask)
    assert task.about.id == made.mother
    row = next(row for row in task.list.rows.rows if getattr(getattr(row, "entry", None), "record", None) == record)
    task.list.opened.emit(row)
    referrals.program.settle()
    assert referrals.form().record == record


def test_a_question_is_asked_about_a_row(referrals: Registering) -> None:
    entered(referrals)
    referrals.press(Qt.Key.Key_T)
    dialog = next(one for one in referrals.page.findChildren(AskDialog) if one.isVisible())
    dialog.text.setPlainText("Sudah ditanyakan ke bidan?")
    dialog.ask_button.click()
    referrals.program.settle()
    (thread,) = comment_list(referrals.page.context.session.store)
    assert (thread.kind, thread.question.text) == ("referral", "Sudah ditanyakan ke bidan?")


def test_rows_are_searched_and_sorted(referrals: Registering) -> None:
    entered(referrals, "siti")
    entered(referrals, "ahmad")
    referrals.page.search.setText("fausi")  # one letter wrong
    referrals.program.settle()
    assert [row.line.about and row.line.about.name for row in referrals.rows()] == ["Ahmad Fauzi"]
    referrals.page.search.setText("binjai")
    assert len(referrals.rows()) == 2
    referrals.page.search.clear()
    header = referrals.page.header
    header.setFocus()
    QTest.keyClick(header, Qt.Key.Key_Return)
    assert [row.cells[0].text for row in referrals.rows()] == ["Ahmad Fauzi", "Siti Rahmah"]
    assert referrals.headings() == []
    QTest.keyClick(header, Qt.Key.Key_Return)
    assert [row.cells[0].text for row in referrals.rows()] == ["Siti Rahmah", "Ahmad Fauzi"]


def test_a_class_names_who_came_and_has_a_history_of_its_own(qtbot: QtBot, profile: Path, made: Family) -> None:
    program = Program(qtbot, profile, TODAY)
    try:
        classes = Registering(program, "education_session")
        form = classes.new()
        classes.choose(form, "topic", "nutrition")
        classes.name(form, "siti")
        classes.name(form, "ahmad")
        classes.save(form)
        (line,) = classes.held()
        assert line.values["person_ids"] == sorted([str(made.mother), str(made.child)])
        assert line.region == VILLAGE
        classes.press(Qt.Key.Key_H)
        frame = classes.shell.frame
        assert frame is not None
        task = frame.task
        assert isinstance(task, HistoryTask)
        assert task.found is not None
        assert task.found.about is not None
        assert len(task.found.entries) == 1
    finally:
        program.close()


def test_a_form_that_is_asked_for_at_once_knows_its_village(qtbot: QtBot, profile: Path, made: Family) -> None:
    """As from Cari: the page is built for it and nothing is read yet."""
    program = Program(qtbot, profile, TODAY)
    try:
        shell = program.unlock()
        program.settle()
        shell.page("beranda").go.emit("education_session", ("new", {}))
        program.settle()
        (form,) = program.window.findChildren(RegisterForm)
        assert form.asked.values()["village_code"] == VILLAGE
        form.reject()
    finally:
        program.close()


def test_who_is_searched_for_is_kept_beside_those_who_were_chosen(qtbot: QtBot, profile: Path, made: Family) -> None:
    program = Program(qtbot, profile, TODAY)
    try:
        classes = Registering(program, "education_session")
        form = classes.new()
        classes.name(form, "siti")
        field = form.asked.rows["person_ids"].field
        assert isinstance(field, PeopleField)
        field.search.setFocus()
        program.write("ahm")
        form.reject()
        program.settle()
        classes.press(Qt.Key.Key_Return)
        again = classes.form().asked.rows["person_ids"].field
        assert isinstance(again, PeopleField)
        assert (again.value(), again.search.text()) == ([str(made.mother)], "ahm")
    finally:
        program.close()


def test_a_long_list_is_walked_without_touching_what_is_hidden(referrals: Registering, made: Family) -> None:
    store = referrals.page.context.session.store
    many = [
        Edit(
            "referral",
            {"person_id": made.mother, "referral_date": date(2026, 10, 1), "reason": "kek", "progress": "open"},
        )
        for _ in range(300)
    ]
    save_records(store, many, today=TODAY, sure=True)
    referrals.page.context.hub.announce(["referral"])
    referrals.program.settle()
    assert len(referrals.rows()) == 300
    assert "1 Okt" in referrals.rows()[0].words, "a day as every list says it"
    assert QApplication.focusWidget() is not None
