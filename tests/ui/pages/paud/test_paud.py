"""Form 2C in the window: letters answer and go on, a whole class at once, drafts, saving and taking back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.paud.paud_year import KIND, paud_year
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.ui.dialogs.changed_meanwhile import ChangedMeanwhileDialog
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.pages.paud.paud import PaudPage
from tests.support.family import TODAY
from tests.support.profiles import PASSWORD, VILLAGE
from tests.support.rival import write_as_rival
from tests.ui.program import Program

SAVE = (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
NAMES = ("Ayu", "Budi", "Citra")
MONTH = "2026-11"


@pytest.fixture
def program(qtbot: QtBot, profile: Path) -> Iterator[Program]:
    with open_store(profile, PASSWORD) as store:
        for at, name in enumerate(NAMES):
            home = new_id()
            person = {"household_id": home, "full_name": name, "sex": "male", "birth_date": date(2021 + at, 5, 1)}
            house = {"village_code": VILLAGE, "head_name": f"Pak {name}", "hamlet": "Mawar" if at else "Melati"}
            save_records(store, [Edit("household", house, home), Edit("person", person)], today=TODAY, sure=True)
    made = Program(qtbot, profile, TODAY, language="id")
    made.unlock()
    yield made
    made.close()


def opened(program: Program) -> PaudPage:
    shell = program.shell()
    shell.page(shell.current).go.emit("paud", None)
    program.settle()
    page = shell.page("paud")
    assert isinstance(page, PaudPage)
    page.view.setFocus()
    return page


def held(program: Program) -> dict[str, str | None]:
    store = program.shell().context.session.store
    return {row.person.full_name: row.cells[MONTH].held for row in paud_year(store, year=2026, on=TODAY).rows}


def drafted(program: Program) -> dict[str, str | None]:
    store = program.shell().context.session.store
    return {row.person.full_name: row.cells[MONTH].draft for row in paud_year(store, year=2026, on=TODAY).rows}


def test_letters_answer_and_go_on_to_the_next_child(program: Program) -> None:
    page = opened(program)
    program.write("YTB")
    program.settle()
    assert drafted(program) == {"Ayu": "attended", "Budi": "absent", "Citra": "not_yet"}
    assert held(program) == dict.fromkeys(NAMES), "a draft is no record"
    program.press(*SAVE)
    assert held(program) == {"Ayu": "attended", "Budi": "absent", "Citra": "not_yet"}
    assert page.banner.sentence() == "Tersimpan: 3 isian."
    assert page.heading.subtitle.text() == "November 2026: 1 ikut, 0 belum diisi dari 3"


def test_a_class_is_answered_at_once_and_answers_stay(program: Program) -> None:
    page = opened(program)
    program.write("T")
    program.settle()
    page.filter.choose("class")
    program.settle()
    assert [row.person.full_name for row in page.model.rows] == ["Ayu", "Budi", "Citra"]
    program.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    program.press(*SAVE)
    assert held(program) == {"Ayu": "absent", "Budi": "attended", "Citra": "attended"}


def test_what_is_entered_is_there_after_the_lock(program: Program) -> None:
    opened(program)
    program.write("Y")
    program.press(Qt.Key.Key_F12)
    program.unlock()
    page = opened(program)
    assert page.model.value(page.model.rows[0], MONTH) == "attended"
    program.press(Qt.Key.Key_Delete)
    assert drafted(program)["Ayu"] is None


def test_a_saved_answer_can_be_taken_back_and_given_again(program: Program) -> None:
    page = opened(program)
    program.write("Y")
    program.press(*SAVE)
    page.view.go_to(str(page.model.rows[0].person.id), MONTH)
    program.press(Qt.Key.Key_Delete)
    program.press(*SAVE)
    assert held(program)["Ayu"] is None
    page.view.go_to(str(page.model.rows[0].person.id), MONTH)
    program.write("T")
    program.press(*SAVE)
    assert held(program)["Ayu"] == "absent"


def test_search_and_hamlet_narrow_the_list(program: Program) -> None:
    page = opened(program)
    page.search.setText("cit")
    program.settle()
    assert [row.person.full_name for row in page.model.rows] == ["Citra"]
    page.search.setText("zzz")
    assert page._none_fits.isVisible()
    page._none_fits.pressed.emit()
    assert len(page.model.rows) == 3


def test_months_are_reached_by_tab_and_the_arrows(program: Program) -> None:
    page = opened(program)
    first = page.view.place()
    assert first is not None
    assert first[1] == MONTH
    program.press(Qt.Key.Key_Left)
    place = page.view.place()
    assert place is not None
    assert place[1] == "2026-10"
    program.press(Qt.Key.Key_Tab)
    place = page.view.place()
    assert place is not None
    assert place[1] == MONTH
    assert isinstance(place[0].person.id, UUID)


def rival_says(program: Program, page: PaudPage, at: int, value: str) -> None:
    """Another laptop's answer about a child arrives while the page is open."""
    context = program.shell().context
    row = page.model.rows[at]
    key = {"person_id": str(row.person.id), "month": MONTH}
    write_as_rival(context.session.store, VILLAGE, KIND, row.cells[MONTH].record, key | {"attendance": value})
    context.hub.announce([KIND])
    program.settle()


def test_what_is_answered_while_it_is_being_saved_stays(program: Program) -> None:
    page = opened(program)
    program.write("Y")
    program.settle()
    QTest.keyClick(page.view, *SAVE)
    QTest.keyClicks(page.view, "TB")
    program.settle()
    assert held(program) == {"Ayu": "attended", "Budi": None, "Citra": None}
    assert drafted(program) == {"Ayu": None, "Budi": "absent", "Citra": "not_yet"}
    assert [page.model.value(row, MONTH) for row in page.model.rows] == ["attended", "absent", "not_yet"]


def test_another_laptops_answer_is_told_before_it_is_written_over(program: Program) -> None:
    page = opened(program)
    program.write("Y")
    program.settle()
    rival_says(program, page, 0, "absent")
    program.press(*SAVE)
    (dialog,) = page.findChildren(ChangedMeanwhileDialog)
    assert held(program)["Ayu"] == "absent"
    dialog.accept()
    program.settle()
    assert held(program)["Ayu"] == "attended"
    assert drafted(program)["Ayu"] is None


def test_a_draft_that_says_what_is_saved_by_now_is_none(program: Program) -> None:
    page = opened(program)
    program.write("Y")
    program.settle()
    rival_says(program, page, 0, "attended")
    assert drafted(program)["Ayu"] is None


def test_a_name_that_is_clicked_and_home_lead_to_a_month(program: Program) -> None:
    page = opened(program)
    where = page.view.visualRect(page.model.index(1, 0))
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=where.center())
    program.write("T")
    program.press(Qt.Key.Key_Home)
    program.write("B")
    program.settle()
    assert drafted(program) == {"Ayu": "not_yet", "Budi": "absent", "Citra": None}


def test_an_answer_of_a_newer_program_is_shown_as_it_is(program: Program) -> None:
    page = opened(program)
    rival_says(program, page, 0, "sometimes")
    program.window.grab()
    assert page.model.word(page.model.rows[0], MONTH) == "sometimes"


def test_a_wrong_clock_asks_before_a_class_is_saved(program: Program) -> None:
    opened(program)
    program.tools.wall = lambda: date(2019, 1, 1)
    program.write("Y")
    program.settle()
    program.press(*SAVE)
    (asked,) = [one for one in program.window.findChildren(ConfirmDialog) if one.isVisible()]
    assert set(held(program).values()) == {None}
    asked.confirm_button.click()
    program.settle()
    assert held(program)["Ayu"] == "attended"
