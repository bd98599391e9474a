"""A pregnancy's page: what it says, where it is reached from, and where it leads."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.store import open_store
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.history.history import HistoryTask
from kpm_desktop.ui.pages.people.birth_form import BirthForm
from kpm_desktop.ui.pages.pregnancy.pregnancy import PregnancyTask
from kpm_desktop.ui.pages.visit.visit import VisitTask
from kpm_desktop.ui.registers.register_form import RegisterForm
from tests.support.family import TODAY, Family
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.program import Program
from tests.ui.visiting import Visiting


@pytest.fixture
def page(qtbot: QtBot, profile: Path, made: Family) -> Program:
    values = {"height_mm": 1520, "pre_pregnancy_weight_g": 52_000, "gravida": 2}
    with open_store(profile, PASSWORD) as store:
        save_records(store, [Edit("pregnancy", values, made.pregnancy)], today=TODAY, sure=True)
    program = Program(qtbot, profile, TODAY, language="id")
    shell = program.unlock()
    shell.page(shell.current).go.emit("kehamilan", Ref(VILLAGE, "person", made.mother))
    program.settle()
    return program


def task(program: Program) -> PregnancyTask:
    frame = program.shell().frame
    assert frame is not None
    assert isinstance(frame.task, PregnancyTask)
    return frame.task


def texts(widget: QWidget) -> str:
    return " / ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_it_says_how_far_she_is_and_what_is_needed(page: Program) -> None:
    shown = task(page)
    assert shown._head.subtitle.text() == "hamil 28 minggu (bulan ke-8) · kehamilan ke-2"
    said = texts(shown)
    assert "perlu 11,5–16 kg" in said
    assert "2: risiko rendah (KRR)" in said
    assert "Pita untuk IMT 22,5 sebelum hamil." in said
    page.close()


def test_a_proposed_factor_is_confirmed_by_its_button(page: Program) -> None:
    shown = task(page)
    assert list(shown.score.buttons) == ["too_close"]
    shown.score.buttons["too_close"].click()
    page.settle()
    assert shown.view is not None
    assert shown.view.score.total == 6
    assert shown.score.buttons == {}
    assert "6: risiko tinggi (KRT)" in texts(shown)
    page.close()


def test_l_opens_the_birth_of_mother_and_children(page: Program) -> None:
    page.press(Qt.Key.Key_L)
    page.settle()
    assert [each for each in page.window.findChildren(BirthForm) if each.isVisible()]
    page.window.findChildren(BirthForm)[0].reject()
    page.settle()
    page.close()


def test_f8_begins_a_referral_of_her(page: Program) -> None:
    page.press(Qt.Key.Key_F8)
    page.settle()
    (form,) = [each for each in page.window.findChildren(RegisterForm) if each.isVisible()]
    form.reject()
    page.settle()
    page.close()


def test_r_and_h_lead_from_entries_to_the_pregnancy_and_back(page: Program) -> None:
    page.press(Qt.Key.Key_R)
    frame = page.shell().frame
    assert frame is not None
    assert isinstance(frame.task, HistoryTask)
    page.press(Qt.Key.Key_H)
    assert task(page).view is not None
    page.close()


def test_f4_in_the_visit_lies_over_it_and_leads_back(visiting: Visiting) -> None:
    visiting.program.press(Qt.Key.Key_F4)
    assert task(visiting.program).view is not None
    visiting.program.press(Qt.Key.Key_Escape)
    frame = visiting.program.shell().frame
    assert frame is not None
    assert isinstance(frame.task, VisitTask)


def test_without_height_it_says_what_to_fill_in(visiting: Visiting) -> None:
    visiting.program.press(Qt.Key.Key_F4)
    said = texts(task(visiting.program))
    assert "height" in said or "tinggi" in said


def test_a_weight_of_an_undated_pregnancy_is_not_denied(page: Program, made: Family) -> None:
    store = page.shell().context.session.store
    visit = {"pregnancy_id": made.pregnancy, "month": "2026-11", "visit_date": TODAY, "weight_g": 57_000}
    undated = Edit("pregnancy", {"expected_delivery_date": None}, made.pregnancy)
    save_records(store, [undated, Edit("pregnancy_visit", visit)], today=TODAY, sure=True, overwrite=True)
    page.shell().context.hub.announce(["pregnancy"])
    page.settle()
    assert "Pita untuk IMT 22,5" in texts(task(page))
    assert "Belum ada berat" not in texts(task(page))
    page.close()
