"""Tugas through the real window: the most important first, one key to the visit, and paper to walk by."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.ui.dialogs.print_preview import PrintPreview
from kpm_desktop.ui.pages.due.due import LATE, DuePage
from kpm_desktop.ui.pages.due.due_rows import DueRow
from kpm_desktop.ui.pages.people.household import HouseholdTask
from kpm_desktop.ui.pages.visit.visit import VisitTask
from tests.support.family import MONTH, TODAY, Family, family
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.program import Program


def save(profile: Path, *edits: Edit) -> list[UUID]:
    with open_store(profile, PASSWORD) as store:
        return save_records(store, edits, today=TODAY, sure=True).ids


@pytest.fixture
def families(profile: Path) -> tuple[Family, Family]:
    """Two households, the second in another hamlet and with a referral nobody heard of since."""
    with open_store(profile, PASSWORD) as store:
        first, second = family(store, "Ani", "Budi"), family(store, "Wati", "Yusuf", hamlet="Anggrek")
    referred = {"person_id": second.mother, "referral_date": date(2026, 11, 12), "reason": "danger_sign"}
    save(profile, Edit("referral", {**referred, "progress": "open", "referred_to": "RSUD Harapan"}))
    return first, second


def opened(program: Program) -> DuePage:
    program.unlock()
    program.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    page = program.shell().page("tugas")
    program.settle()
    assert isinstance(page, DuePage)
    assert page.isVisible()
    return page


def rows(page: DuePage) -> list[DueRow]:
    return [row for row in page.list.rows.rows if isinstance(row, DueRow)]


def told(page: DuePage) -> list[str]:
    return [one.text() for one in page.side.findChildren(QLabel) if one.isVisible()]


def test_a_late_referral_stands_first_and_enter_begins_the_visit_of_its_household(
    families: tuple[Family, Family], program: Program
) -> None:
    page = opened(program)
    assert [row.home.household for row in rows(page)] == [families[1].household, families[0].household]
    assert rows(page)[0].words.startswith("1, Pak Rahmat")
    assert "terlambat 6 hari" in told(page)
    assert "Wati: tanyakan hasil rujukan" in told(page)
    program.press(Qt.Key.Key_Return)
    program.settle()
    task = program.shell().findChild(VisitTask)
    assert task is not None
    assert task.household.id == families[1].household


def test_what_was_done_leaves_the_list_by_itself(families: tuple[Family, Family], program: Program) -> None:
    page = opened(program)
    before = sum(len(row.home.tasks) for row in rows(page))
    visit = {"pregnancy_id": families[0].pregnancy, "month": MONTH, "visit_date": TODAY, "home_visits": 1}
    save_records(page.context.session.store, [Edit("pregnancy_visit", visit)], today=TODAY, sure=True)
    page.context.hub.announce(["pregnancy_visit"])
    program.settle()
    assert sum(len(row.home.tasks) for row in rows(page)) == before - 1


def test_filters_count_households_and_an_empty_choice_leads_back(
    families: tuple[Family, Family], program: Program
) -> None:
    page = opened(program)
    page.arrive(LATE)
    program.settle()
    assert [row.home.household for row in rows(page)] == [families[1].household]
    page._hamlet.setCurrentIndex(page._hamlet.findData("Mawar"))
    page.show_fitting()
    program.settle()
    assert rows(page) == []
    program.press(Qt.Key.Key_Return)  # the way out has the keys
    program.settle()
    assert len(rows(page)) == 2


def test_marked_households_alone_are_printed(families: tuple[Family, Family], program: Program) -> None:
    page = opened(program)
    assert len(page.to_print()) == 2
    program.press(Qt.Key.Key_Down)
    program.press(Qt.Key.Key_Space)
    assert [home.household for home in page.to_print()] == [families[0].household]
    program.press(Qt.Key.Key_P)
    program.qtbot.waitUntil(lambda: program.window.findChild(PrintPreview) is not None)
    program.settle()
    dialog = program.window.findChild(PrintPreview)
    assert dialog is not None
    assert dialog._laid is not None
    assert dialog._laid.page.name == "Daftar jalan: bulan ini"
    dialog.reject()


def test_where_nobody_has_a_form_enter_opens_the_household(profile: Path, program: Program) -> None:
    with open_store(profile, PASSWORD) as store:
        home = {"village_code": VILLAGE, "head_name": "Pak Made"}
        child = {"full_name": "Gede", "sex": "male", "birth_date": date(2023, 5, 1)}
        made = new_id()
        save_records(
            store,
            [
                Edit("household", home, made),
                Edit("person", {**child, "household_id": made}),
            ],
            today=TODAY,
            sure=True,
        )
    page = opened(program)
    assert [row.home.has_forms for row in rows(page)] == [False]
    program.press(Qt.Key.Key_Return)
    program.settle()
    assert program.shell().findChild(VisitTask) is None
    assert program.shell().findChild(HouseholdTask) is not None
