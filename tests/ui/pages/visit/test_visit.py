"""A visit through the real window: keys, drafts, warnings, what is saved and what the quarter makes of it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.households.register_birth import register_birth
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.visits.visit_sheet import visit_sheet
from kpm_desktop.db.store import open_store
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.dialogs.confirm_value import ConfirmValueDialog
from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog
from kpm_desktop.ui.forms.checklist.answers import Answers
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.visit.visit import VisitTask
from kpm_desktop.ui.pages.visit.visit_saved import VisitSavedDialog
from kpm_desktop.ui.pages.visit.visits import VisitsPage
from tests.support.family import MONTH, TODAY
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.program import Program
from tests.ui.visiting import Visiting, fill_mother, sheets, stored

#: Screens.md counts 14 keys and two Enters for the child, and asks for at most 40 for both.
MOST_KEYS = 40


def test_a_mother_and_a_child_take_no_mouse_and_few_keys(visiting: Visiting) -> None:
    fill_mother(visiting)
    visiting.keyed("1T1TY")  # normal, not stunted, green, no dose, up to date
    visiting.number("8,4")
    visiting.keyed("\n")
    visiting.number("71.5")
    visiting.keyed("\nTYYSSSYY")
    assert [card.answers.judged.counted() for card in visiting.task.cards] == [(9, 9), (15, 15)]
    visiting.program.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    visiting.keys += 1
    assert visiting.dialog(VisitSavedDialog)
    assert visiting.keys <= MOST_KEYS
    forms = stored(visiting)
    mother, child = forms["pregnancy_visit"].held, forms["child_visit"].held
    assert mother["anc_visits"] == 2
    assert (mother["iron_taken"], mother["iron_tablets"]) == (True, 30)
    assert (mother["has_safe_water"], mother["has_latrine"]) == (True, False)
    assert (child["weight_g"], child["length_mm"]) == (8400, 715)
    assert (child["has_safe_water"], child["has_latrine"], child["has_birth_certificate"]) == (True, False, False)
    assert child["visit_date"] == "2026-11-19"
    assert all(form.draft is None for form in forms.values())


def test_every_answer_is_kept_as_a_draft(visiting: Visiting) -> None:
    visiting.keyed("Y")
    draft = stored(visiting)["pregnancy_visit"].draft
    assert draft is not None
    assert draft.answers["is_kek"] is True
    assert draft.answers["visit_date"] == "2026-11-19"
    visiting.keyed("T")
    draft = stored(visiting)["pregnancy_visit"].draft
    assert draft is not None
    assert draft.answers["is_high_risk"] is False
    assert stored(visiting)["pregnancy_visit"].held == {}, "a draft is no record"


def test_esc_leaves_and_the_draft_is_there_again(visiting: Visiting, profile: Path) -> None:
    visiting.keyed("TY")
    visiting.program.press(Qt.Key.Key_Escape)
    visiting.program.press(Qt.Key.Key_Return)
    frame = visiting.program.shell().frame
    assert frame is not None
    task = frame.task
    assert isinstance(task, VisitTask)
    assert task.cards[0].answers.value("is_kek") is False
    assert task.cards[0].answers.value("is_high_risk") is True
    focus = QApplication.focusWidget()
    assert focus is task.cards[0].rows[2], "the first question without an answer"


def test_locking_in_the_middle_of_a_number_keeps_it(visiting: Visiting) -> None:
    visiting.keyed("TT")
    visiting.number("3")
    visiting.program.press(Qt.Key.Key_F12)
    visiting.program.settle()
    with open_store(visiting.program.folder, PASSWORD) as store:
        draft = sheets(store, visiting.family.household)["pregnancy_visit"].draft
    assert draft is not None
    assert draft.answers["anc_visits"] == 3


def test_a_length_that_shrank_is_asked_about_and_may_be_confirmed(visiting: Visiting) -> None:
    visiting.program.press(Qt.Key.Key_PageDown)
    visiting.keyed("1T1TY\n")
    row = visiting.task.cards[1].row_of("length_mm")
    assert row is not None
    visiting.number("69,5")
    assert row.warning == "", "not before it is finished"
    visiting.keyed("\n")
    assert "0,6 cm" in row.warning
    row.setFocus()
    visiting.keyed("B")
    dialog = visiting.dialog(ConfirmValueDialog)
    assert isinstance(dialog, ConfirmValueDialog)
    dialog.why.setText("diukur dua kali")
    visiting.program.press(Qt.Key.Key_Return)
    assert row.warning == ""
    visiting.save_all_the_same()
    assert "shrank" in stored(visiting)["child_visit"].confirmed


def test_open_warnings_are_listed_before_saving_and_do_not_stop_it(visiting: Visiting) -> None:
    visiting.program.press(Qt.Key.Key_PageDown)
    visiting.keyed("1T1TY\n")
    visiting.number("69,5")
    visiting.keyed("\n")
    visiting.task.save()
    visiting.program.settle()
    dialog = visiting.dialog(OpenWarningsDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    visiting.program.settle()
    assert stored(visiting)["child_visit"].held == {}, "Enter looks again"
    visiting.save_all_the_same()
    assert stored(visiting)["child_visit"].held["length_mm"] == 695


@pytest.mark.parametrize("rubbish", ["99", "8..4", "--", "0,0001"])
def test_what_is_no_weight_is_told_and_not_saved(visiting: Visiting, rubbish: str) -> None:
    visiting.program.press(Qt.Key.Key_PageDown)
    visiting.keyed("1T1TYY")
    visiting.number(rubbish)
    visiting.keyed("\n")
    row = visiting.task.cards[1].row_of("weight_g")
    assert row is not None
    assert row.warning != ""
    visiting.task.save()
    visiting.program.settle()
    assert "weight_g" not in stored(visiting)["child_visit"].held
    assert row.box is not None
    assert row.box.text(), "what was typed is still there to be mended"


def test_backspace_empties_and_a_draft_without_answers_is_none(visiting: Visiting) -> None:
    visiting.keyed("Y")
    visiting.task.cards[0].rows[0].setFocus()
    visiting.program.press(Qt.Key.Key_Backspace)
    assert stored(visiting)["pregnancy_visit"].draft is None


def test_the_side_says_what_the_answers_mean(visiting: Visiting) -> None:
    before = visiting.task._side.quarter.forecast.sentence()
    visiting.keyed("TT")
    visiting.number("2")
    visiting.keyed("\n")
    after = visiting.task._side.quarter.forecast.sentence()
    assert before != after
    assert "2" in after
    assert "Siti Rahmah: " in after and "Ahmad Fauzi: " in after, "whoever is drawn is said"


def test_a_past_month_is_open_for_correction(visiting: Visiting) -> None:
    visiting.program.press(Qt.Key.Key_Escape)
    page = visiting.program.shell().page("kunjungan")
    assert isinstance(page, VisitsPage)
    visiting.program.press(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert page.month.text == "2026-10"
    page.filter.choose("all")
    visiting.program.press(Qt.Key.Key_Return)
    frame = visiting.program.shell().frame
    assert frame is not None
    task = frame.task
    assert isinstance(task, VisitTask)
    assert task.month == "2026-10"
    assert task.cards[1].answers.value("weight_g") == 8100


def in_october(visiting: Visiting) -> VisitsPage:
    """Kunjungan, left on October."""
    visiting.program.press(Qt.Key.Key_Escape)
    page = visiting.program.shell().page("kunjungan")
    assert isinstance(page, VisitsPage)
    visiting.program.press(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert "Oktober 2026" in page.other_month.sentence() or "October 2026" in page.other_month.sentence()
    return page


def begun(visiting: Visiting) -> VisitTask:
    frame = visiting.program.shell().frame
    assert frame is not None
    task = frame.task
    assert isinstance(task, VisitTask)
    return task


def said(task: VisitTask) -> list[str]:
    return [one.sentence() for one in task.findChildren(Banner) if one.isVisible()]


@pytest.mark.parametrize(
    ("page", "key"),
    [("beranda", Qt.Key.Key_Return), ("sasaran", Qt.Key.Key_K)],
)
def test_from_outside_a_visit_is_of_this_month(visiting: Visiting, page: str, key: Qt.Key) -> None:
    in_october(visiting)
    visiting.program.shell().show_page(page)
    visiting.program.settle()
    visiting.program.press(key)
    assert begun(visiting).month == MONTH
    assert said(begun(visiting)) == []


def test_from_a_household_a_visit_is_of_this_month(visiting: Visiting) -> None:
    in_october(visiting)
    visiting.program.shell().show_page("sasaran")
    visiting.program.settle()
    visiting.program.write("U")
    visiting.program.settle()
    visiting.program.write("K")
    visiting.program.settle()
    assert begun(visiting).month == MONTH


def test_who_is_still_to_be_visited_is_of_this_month(visiting: Visiting) -> None:
    page = in_october(visiting)
    page.filter.choose("done")
    page.search.setText("nobody")
    visiting.program.shell().show_page("beranda")
    visiting.program.settle()
    visiting.program.press(Qt.Key.Key_B)
    visiting.program.qtbot.waitUntil(page.isVisible)  # a button lets go of its key a moment later
    visiting.program.settle()
    assert (page.month.text, page.filter.current(), page.search.text()) == (MONTH, "open", "")
    assert page.other_month.sentence() == ""
    assert [line.household for line in page.lines] == [visiting.family.household]


def test_a_visit_of_another_month_says_so(visiting: Visiting) -> None:
    page = in_october(visiting)
    page.filter.choose("all")
    page.list.setFocus()
    visiting.program.press(Qt.Key.Key_Return)
    task = begun(visiting)
    assert task.month == "2026-10"
    assert len(said(task)) == 1
    assert "2026" in said(task)[0]


def test_a_history_opens_the_month_it_names(visiting: Visiting) -> None:
    visiting.program.press(Qt.Key.Key_Escape)
    page = visiting.program.shell().page("kunjungan")
    page.go.emit("kunjungan", (Ref(VILLAGE, "household", visiting.family.household), "2026-10"))
    visiting.program.settle()
    assert begun(visiting).month == "2026-10"
    assert len(said(begun(visiting))) == 1


def test_a_new_month_that_begins_meanwhile_is_this_month(visiting: Visiting) -> None:
    visiting.program.press(Qt.Key.Key_Escape)
    page = visiting.program.shell().page("kunjungan")
    assert isinstance(page, VisitsPage)
    visiting.program.shell().show_page("beranda")
    visiting.program.settle()
    visiting.program.today = date(2026, 12, 1)
    visiting.program.shell().show_page("kunjungan")
    visiting.program.settle()
    assert page.month.text == "2026-12"
    visiting.program.press(Qt.Key.Key_Return)
    assert begun(visiting).month == "2026-12"


def test_a_birth_leaves_last_months_form_as_it_was(visiting: Visiting) -> None:
    fill_mother(visiting)
    visiting.program.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    if asked := [one for one in visiting.task.findChildren(OpenWarningsDialog) if one.isVisible()]:
        asked[0].accept()
        visiting.program.settle()
    visiting.dialog(VisitSavedDialog).reject()
    store = visiting.task.context.session.store
    birth = {"outcome": "live_birth", "delivery_date": date(2026, 12, 2)}
    register_birth(
        store,
        visiting.family.pregnancy,
        birth,
        [{"full_name": "Bayi", "sex": "male"}],
        today=date(2026, 12, 3),
        sure=True,
    )
    november = visit_sheet(store, visiting.family.household, MONTH, today=date(2026, 12, 3)).forms
    (mother,) = [form for form in november if form.kind == "pregnancy_visit"]
    assert (mother.is_postpartum, mother.days) == (False, None)
    entered = Answers(mother, MONTH, date(2026, 11, 30), "home")
    asked_now = {question.field: entered.judged.is_answered(question) for question in entered.questions}
    assert asked_now["anc_visits"] and asked_now["iron_taken"]
    assert "pnc_visits" not in asked_now


def test_a_visit_of_a_household_without_targets_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    from kpm_desktop.commands.records.save_records import Edit, save_records

    folder = tmp_path / "lain"
    made = init_profile(folder, role="cadre", name="Ibu Sari", villages=[VILLAGE], password=PASSWORD)
    with made.store as store:
        edit = Edit("household", {"village_code": VILLAGE, "head_name": "Pak Amir"})
        household = save_records(store, [edit], today=TODAY).ids[0]
    program = Program(qtbot, folder, TODAY)
    shell = program.unlock()
    shell.show_page("kunjungan")
    program.settle()
    page = shell.page("kunjungan")
    assert isinstance(page, VisitsPage)
    page.arrive(Ref(VILLAGE, "household", household))
    program.settle()
    assert shell.frame is not None
    task = shell.frame.task
    assert isinstance(task, VisitTask)
    assert task.cards == []
    task.save()
    program.press(Qt.Key.Key_Escape)
    assert page.isVisible()
    program.close()


def test_a_number_that_is_only_begun_is_not_warned_about(visiting: Visiting) -> None:
    visiting.program.press(Qt.Key.Key_PageDown)
    visiting.keyed("1T1TYY8,4\nY")
    row = visiting.task.cards[1].row_of("length_mm")
    assert row is not None
    visiting.number("7")
    assert row.warning == ""
    visiting.number("15")
    assert row.warning != "", "715 cm is told at once"
    visiting.keyed("\n")
    assert row.warning != ""
