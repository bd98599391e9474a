"""The ways to a child's doses, and back to where one came from; the page without a mouse and without eyes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.immunization.dose_entries import KIND
from kpm_desktop.commands.immunization.dose_sheet import dose_sheet
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.tables.load_folder import load_folder
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.doses.doses import DosesTask
from kpm_desktop.ui.pages.growth.growth import GrowthTask
from kpm_desktop.ui.pages.history.history import HistoryTask
from kpm_desktop.ui.pages.people.household import HouseholdTask
from kpm_desktop.ui.pages.pregnancy.pregnancy import PregnancyTask
from kpm_desktop.ui.pages.scorecard.scorecard import ScorecardPage
from kpm_desktop.ui.pages.scorecard.scorecard_rows import SideRow
from kpm_desktop.ui.pages.visit.visit import VisitTask
from tests.support.family import TODAY, Family
from tests.support.profiles import CHILD, HOUSE, MONTH, PASSWORD, VILLAGE, write_rows
from tests.ui.dosing import Dosing
from tests.ui.program import Program
from tests.ui.visiting import Visiting, stored
from tests.ui.window.walk import differing, left_out, mute, place, spoken, stops, walked

#: Pixels that differ where the keys are.
LEAST_SEEN = 100
DOSES_ASKED = "basic_immunization_received"


def shown(program: Program) -> object:
    frame = program.shell().frame
    return frame.task if frame is not None else None


def give(program: Program, keys: str = "1003\n") -> None:
    """Enters a date on the page that is open, saves, and goes back."""
    task = shown(program)
    assert isinstance(task, DosesTask)
    for sign in keys:
        if sign == "\n":
            program.press(Qt.Key.Key_Return)
        else:
            program.write(sign)
    program.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    program.press(Qt.Key.Key_Escape)


def test_f4_leads_from_a_number_of_the_visit_to_the_doses_and_back_to_it(visiting: Visiting) -> None:
    visiting.program.press(Qt.Key.Key_F4)
    assert isinstance(shown(visiting.program), PregnancyTask), "the mother has no doses"
    visiting.program.press(Qt.Key.Key_Escape)
    assert isinstance(shown(visiting.program), VisitTask)
    visiting.program.press(Qt.Key.Key_PageDown)
    row = visiting.task.cards[1].row_of("weight_g")
    assert row is not None and row.box is not None
    row.setFocus()
    visiting.keyed("8,4")
    visiting.program.press(Qt.Key.Key_F4)
    task = shown(visiting.program)
    assert isinstance(task, DosesTask)
    assert task.child == Ref(VILLAGE, "person", visiting.family.child)
    assert not stored(visiting)["child_visit"].has_doses
    give(visiting.program, "0201\n")
    assert shown(visiting.program) is visiting.task
    row = visiting.task.cards[visiting.task.current].row_of("weight_g")
    assert row is not None
    assert row.is_current()
    assert row.answers.value("weight_g") == 8400
    assert row.answers.sheet.has_doses
    assert visiting.task.moving.row() is row


def test_the_way_stands_beside_the_question_about_immunization(visiting: Visiting) -> None:
    visiting.program.press(Qt.Key.Key_PageDown)
    row = visiting.task.cards[1].row_of(DOSES_ASKED)
    assert row is not None
    (button,) = [one for one in row.findChildren(Button) if one._key == "F4"]
    button.setFocus()
    visiting.program.press(Qt.Key.Key_Return)
    assert isinstance(shown(visiting.program), DosesTask)
    visiting.program.press(Qt.Key.Key_Escape)
    visiting.keyed("T")
    assert stored(visiting)["child_visit"].draft is not None


def test_leaving_a_visit_below_leaves_it_whole(visiting: Visiting) -> None:
    """From the doses to a visit, the scorecard or the lock: nothing is left lying below."""
    visiting.program.press(Qt.Key.Key_PageDown)
    visiting.keyed("1")
    visiting.program.press(Qt.Key.Key_F4)
    visiting.keyed("V")
    again = shown(visiting.program)
    assert isinstance(again, VisitTask) and again is not visiting.task
    visiting.program.press(Qt.Key.Key_Escape)
    assert shown(visiting.program) is None
    assert visiting.program.shell().current == "kunjungan"


def test_from_the_history_and_the_household_and_back(qtbot: QtBot, profile: Path, made: Family) -> None:
    program = Program(qtbot, profile, TODAY)
    shell = program.unlock()
    page = shell.page(shell.current)
    page.go.emit("riwayat", Ref(VILLAGE, "person", made.child))
    program.settle()
    history = shown(program)
    assert isinstance(history, HistoryTask)
    assert "Riwayat" in history._head.title.text()
    program.write("i")
    program.settle()
    give(program, "0201\n")
    assert shown(program) is history
    entry = next(row for row in history.list.rows.rows if "HB0" in getattr(row, "words", ""))
    history.list.choose(entry.key)
    history.list.setFocus()
    program.press(Qt.Key.Key_Return)
    assert isinstance(shown(program), DosesTask)
    program.write("g")
    program.settle()
    assert isinstance(shown(program), GrowthTask)  # over the doses, as these lie over the history
    for _ in range(3):
        program.press(Qt.Key.Key_Escape)
    assert shown(program) is None
    shell.show_page("sasaran")
    shell.page("sasaran").go.emit("sasaran", Ref(VILLAGE, "household", made.household))
    program.settle()
    home = shown(program)
    assert isinstance(home, HouseholdTask)
    home.list.choose(str(made.mother))
    assert not home._card.buttons["doses"].isVisible()
    home.list.choose(str(made.child))
    program.write("i")
    program.settle()
    assert isinstance(shown(program), DosesTask)
    program.press(Qt.Key.Key_Escape)
    assert shown(program) is home
    program.close()


@pytest.mark.parametrize(("role", "leads"), [("cadre", DosesTask), ("supervisor", HistoryTask)])
def test_a_cell_that_lacks_doses_leads_to_them(qtbot: QtBot, tmp_path: Path, role: str, leads: type) -> None:
    rows = [{"person_id": "anak", "vaccine": "HB0", "dose": 1, "given_date": "2025-01-10"}]
    folder = write_rows(
        tmp_path / "dosis",
        household=[HOUSE],
        person=[CHILD | {"birth_date": "2025-01-10"}],
        child_visit=[MONTH | {"month": "2025-09", "visit_date": "2025-09-10"}],
        immunization=rows,
    )
    made = init_profile(tmp_path / "profil", role=role, name="Ibu Sari", villages=[VILLAGE], password=PASSWORD)
    with made.store as store:
        load_folder(store, folder)
    program = Program(qtbot, tmp_path / "profil", TODAY)
    shell = program.unlock()
    shell.show_page("rapor")
    page = shell.page("rapor")
    assert isinstance(page, ScorecardPage)
    page.show_village(VILLAGE)
    page.arrive(Quarter(2025, 3))
    program.settle()
    page.choose("children", "immunization")
    (row,) = [one for one in page.side.list.rows.rows if isinstance(one, SideRow)]
    assert (row.letter, row.is_of_doses) == ("T", True)
    page.side.enter()
    program.press(Qt.Key.Key_Return)
    assert isinstance(shown(program), leads)
    program.press(Qt.Key.Key_Escape)
    assert shown(program) is None and shell.current == "rapor"
    program.close()


# without a mouse, and without eyes


def test_tab_reaches_everything_and_everything_says_what_it_is(dosing: Dosing) -> None:
    window = dosing.program.window
    reached = set(walked())
    assert sorted(spoken(widget) for widget in stops(window) - reached) == []
    assert left_out(window) == []
    assert mute(window) == []


def test_where_the_keys_go_is_seen(dosing: Dosing) -> None:
    window = dosing.program.window
    ring = [(stop, window.grab().toImage()) for stop in walked()]
    pairs = zip([ring[-1], *ring], ring, strict=False)
    unseen = [spoken(stop) for (_, one), (stop, two) in pairs if differing(one, two, place(stop)) < LEAST_SEEN]
    assert unseen == []


def test_a_field_says_dose_day_and_how_it_stands(dosing: Dosing) -> None:
    dosing.go_to("MR", 1)
    node = QAccessible.queryAccessibleInterface(dosing.cell("MR", 1).field)
    assert node.text(QAccessible.Text.Name) == "MR 1"
    assert node.text(QAccessible.Text.Description) == "tertunda 1 bulan"
    dosing.keyed("0503\n")
    assert node.text(QAccessible.Text.Value) == "05-03-2026"
    assert "paling muda 9 bulan" in node.text(QAccessible.Text.Description)
    row = QAccessible.queryAccessibleInterface(dosing.task.paper.rows[5])
    assert (row.role(), row.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "9 bulan, sejak 2 Okt")


def test_what_is_open_does_not_hold_the_keys(dosing: Dosing) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None and dosing.task.isAncestorOf(focus)
    assert dosing.task.accessibleName() == "Imunisasi Ahmad Fauzi"


def test_the_row_that_has_the_keys_is_in_the_middle(qtbot: QtBot, profile: Path, made: Family) -> None:
    dosing = Dosing(qtbot, profile, made.child)
    dosing.program.window.resize(1024, 560)
    dosing.program.settle()
    for vaccine, dose in (("DPT_HB_HIB", 2), ("DPT_HB_HIB", 3), ("MR", 1)):
        dosing.go_to(vaccine, dose)
        cell, area = dosing.cell(vaccine, dose), dosing.task.paper.area
        row = next(row for row in dosing.task.paper.rows if cell in row.cells)
        middle, bar = row.mapTo(area.viewport(), row.rect().center()).y(), area.verticalScrollBar()
        assert bar.maximum() > 0
        assert abs(middle - area.viewport().height() // 2) <= 2
    dosing.program.press(Qt.Key.Key_Escape)
    give_up_to_nine_months(dosing)
    dosing.open()
    assert dosing.current == "MR 1"
    dosing.program.settle()
    row, area = dosing.task.paper.rows[5], dosing.task.paper.area
    middle = row.mapTo(area.viewport(), row.rect().center()).y()
    assert abs(middle - area.viewport().height() // 2) <= 2, "also where one begins"
    dosing.program.close()


def give_up_to_nine_months(dosing: Dosing) -> None:
    """All that is due before the doses of nine months, without dates."""
    keys = [key for key in dosing.stored() if key[0] not in ("MR", "JE") and key not in LATE]
    edits = [Edit(KIND, {"person_id": dosing.child, "vaccine": vaccine, "dose": dose}) for vaccine, dose in keys]
    store = dosing.program.shell().context.session.store
    save_records(store, edits, today=TODAY, sure=True)


LATE = (("IPV", 2), ("PCV", 3), ("DPT_HB_HIB", 4))


def test_closing_the_window_keeps_what_was_typed(dosing: Dosing) -> None:
    dosing.go_to("MR", 1)
    dosing.keyed("0510")
    dosing.program.close_session()
    with open_store(dosing.program.folder, PASSWORD) as store:
        drafts = [one.draft for one in dose_sheet(store, dosing.child).entries if one.draft is not None]
    assert [draft.answers["given_date"] for draft in drafts] == ["2026-10-05"]
