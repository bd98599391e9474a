"""Riwayat through the real window: opened from anywhere, left with Esc, and what a row opens."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.bundles.export_bundle import export_bundle
from kpm_desktop.commands.households.household_view import household_view
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.review.conflict_list import conflict_list
from kpm_desktop.commands.visits.keep_draft import keep_draft
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.records.identity import derived_id, new_id
from kpm_desktop.sync.folder import FolderRoute
from kpm_desktop.ui.components.state_word import State
from kpm_desktop.ui.dialogs.conflict import ConflictDialog
from kpm_desktop.ui.dialogs.duplicate_lines import DuplicateLine
from kpm_desktop.ui.dialogs.unmerge import UnmergeDialog
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DRAFTS
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.history.history import HistoryTask
from kpm_desktop.ui.pages.history.timeline_rows import DisputeRow, EntryRow
from kpm_desktop.ui.pages.visit.visit import VisitTask
from kpm_desktop.ui.window.shell import Shell
from tests.support import devices
from tests.support.devices import acquaint, quick_place, settle
from tests.support.family import TODAY, Family, family
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.program import Program
from tests.ui.window.test_layout import unnamed, wide

NIK = "1275010201260001"


class Reading:
    """A program with the history of a person open."""

    def __init__(self, program: Program, person: UUID, password: str = PASSWORD) -> None:
        self.program, self.person = program, person
        self.shell: Shell = program.unlock(password)
        self.open()

    def open(self) -> None:
        self.shell.page(self.shell.current).go.emit("riwayat", Ref(VILLAGE, "person", self.person))
        self.program.settle()
        task = self.shown()
        assert isinstance(task, HistoryTask)
        self.task = task

    def shown(self) -> object:
        return None if self.shell.frame is None else self.shell.frame.task

    def entries(self) -> list[EntryRow]:
        return [row for row in self.task.list.rows.rows if isinstance(row, EntryRow)]

    def tell(self, *changed: str) -> None:
        self.task.context.hub.announce(changed)
        self.program.settle()


@pytest.fixture
def made(profile: Path) -> Family:
    with open_store(profile, PASSWORD) as store:
        return family(store)


@pytest.fixture
def reading(qtbot: QtBot, profile: Path, made: Family) -> Iterator[Reading]:
    program = Program(qtbot, profile, TODAY, language="id")
    yield Reading(program, made.child)
    program.close()


def test_it_tells_the_values_and_esc_goes_back(reading: Reading) -> None:
    person, row = reading.entries()
    assert (row.title, row.state) == ("2B Oktober 2026", State.SAVED)
    assert "Diisi oleh Ibu Sari" in row.who
    assert "laptop ini" in row.who
    assert ("Berat badan", "8,1 kg") in [(line.name, line.value) for line in row.lines]
    assert person.title == "Data diri"
    assert "Siti Rahmah" in [line.value for line in person.lines]
    assert reading.task.list.hasFocus()
    reading.program.press(Qt.Key.Key_Escape)
    assert reading.shown() is None
    assert reading.shell.current == "beranda"


def test_enter_opens_the_visit_of_the_month(reading: Reading) -> None:
    reading.program.press(Qt.Key.Key_Down)
    reading.program.press(Qt.Key.Key_Return)
    visit = reading.shown()
    assert isinstance(visit, VisitTask)
    assert visit.month == "2026-10"
    reading.program.press(Qt.Key.Key_R)
    assert isinstance(reading.shown(), HistoryTask)


def test_whatever_was_merged_is_taken_apart_from_here(reading: Reading, made: Family) -> None:
    """Also posyandu, which have no page of their own."""
    store = reading.task.context.session.store
    first, second = new_id(), new_id()
    posyandu = [
        Edit("posyandu", {"village_code": VILLAGE, "name": "Melati"}, first),
        Edit("posyandu", {"village_code": VILLAGE, "name": "Melati 1"}, second),
        Edit("household", {"posyandu_id": second}, made.household),
        Edit("posyandu", {"merged_into_id": first}, second),
    ]
    for edit in posyandu:
        save_records(store, [edit], today=TODAY, sure=True)
    reading.tell("household", "posyandu")
    assert posyandu_of(reading, made) == ("Melati", first)
    (row,) = [row for row in reading.entries() if row.entry.kind == "posyandu"]
    assert row.title == "Posyandu · Melati 1"
    assert [(line.value, line.note) for line in row.lines] == [
        ("Digabung dengan catatan Melati: keduanya dihitung satu.", "Enter: pisahkan")
    ]
    reading.task.list.choose(row.key)
    reading.program.press(Qt.Key.Key_Return)
    dialog = reading.task.findChild(UnmergeDialog)
    assert isinstance(dialog, UnmergeDialog)
    titles = {each.title for each in dialog.list.rows.rows if isinstance(each, DuplicateLine)}
    assert titles == {"Melati", "Melati 1"}
    dialog.list.choose(str(second))
    dialog.unmerge_button.click()
    reading.program.settle()
    assert reading.task.banner.sentence() == "Dipisahkan: kembali menjadi catatan terpisah."
    told = [line.value for row in reading.entries() if row.entry.kind == "posyandu" for line in row.lines]
    assert told == [
        "Dipisahkan dari catatan Melati; keduanya kembali menjadi catatan terpisah.",
        "Digabung dengan catatan Melati: keduanya dihitung satu.",
    ]
    assert "Enter: pisahkan" not in {line.note for row in reading.entries() for line in row.lines}
    assert posyandu_of(reading, made) == ("Melati 1", second)


def posyandu_of(reading: Reading, made: Family) -> tuple[str, UUID | None]:
    """What the history calls the household's posyandu, and the one its own page chooses from the list."""
    assert reading.task.found is not None
    view = household_view(reading.task.context.session.store, made.household)
    assert view.household.posyandu_id in dict(view.names.posyandu)
    return reading.task.found.posyandu, view.household.posyandu_id


def test_the_filters_and_the_number_that_is_masked(reading: Reading, made: Family) -> None:
    store = reading.task.context.session.store
    save_records(store, [Edit("person", {"nik": NIK, "nik_kind": "permanent"}, made.child)], today=TODAY, sure=True)
    reading.tell("person")
    newest = reading.entries()[0]
    assert "••••••••••••0001" in [line.value for line in newest.lines]
    reading.program.press(Qt.Key.Key_N)
    assert NIK in [line.value for line in reading.entries()[0].lines]
    reading.program.press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert {row.entry.kind for row in reading.entries()} == {"person"}
    reading.program.press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert reading.entries() == []
    assert reading.task._empty.isVisible()


def test_the_state_follows_what_happens_elsewhere(qtbot: QtBot) -> None:
    with quick_place() as place:
        supervisor, cadre = place.supervisor("Pak Camat"), place.cadre("Ibu Sari")
        acquaint(cadre, supervisor, VILLAGE)
        person = family(cadre.store).child
        cadre.store.close()
        program = Program(qtbot, cadre.store.folder, TODAY, language="id")
        reading = Reading(program, person, devices.PASSWORD)
        store = reading.task.context.session.store
        assert {row.state for row in reading.entries()} == {State.SAVED}
        export_bundle(store, FolderRoute(place.new_folder("stik")))
        reading.tell(DELIVERY)
        assert {row.state for row in reading.entries()} == {State.EXPORTED}
        key = {"person_id": str(person), "month": "2026-11"}
        record = derived_id("child_visit", key)
        assert record is not None
        keep_draft(store, "child_visit", record, key | {"weight_g": 8300}, {}, region=VILLAGE)
        reading.tell(DRAFTS)
        first = reading.entries()[0]
        assert (first.state, first.title) == (State.DRAFT, "2B November 2026")
        program.close()


def test_a_row_that_differs_opens_the_comparison(qtbot: QtBot) -> None:
    with quick_place() as place:
        supervisor = place.supervisor("Pak Camat")
        sari, rina = place.cadre("Ibu Sari"), place.cadre("Ibu Rina")
        for cadre in (sari, rina):
            acquaint(cadre, supervisor, VILLAGE)
        person = family(sari.store).child
        settle((sari, supervisor), (rina, supervisor))
        row = derived_id("child_visit", {"person_id": str(person), "month": "2026-10"})
        assert row is not None
        sari.save(row, {"weight_g": 8200}, kind="child_visit")
        rina.save(row, {"weight_g": 7400}, kind="child_visit")
        settle((sari, supervisor), (rina, supervisor))
        supervisor.store.close()
        program = Program(qtbot, supervisor.store.folder, TODAY, language="id")
        reading = Reading(program, person, devices.PASSWORD)
        dispute = next(row for row in reading.task.list.rows.rows if isinstance(row, DisputeRow))
        assert dispute.title == "Dua isian berbeda: Berat badan"
        reading.task.list.choose(dispute.key)
        program.press(Qt.Key.Key_Return)
        (dialog,) = reading.task.findChildren(ConflictDialog)
        dialog.group.button(1).click()
        dialog.choose_button.click()
        program.settle()
        assert conflict_list(reading.task.context.session.store) == []
        assert not any(isinstance(row, DisputeRow) for row in reading.task.list.rows.rows)
        assert reading.task.banner.sentence()
        program.close()


def test_somebody_who_is_not_here_is_said_so(reading: Reading) -> None:
    reading.program.press(Qt.Key.Key_Escape)
    reading.person = new_id()
    reading.open()
    assert reading.entries() == []
    assert reading.task.banner.sentence()


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_a_long_name_fits_and_everything_says_what_it_is(reading: Reading, made: Family, scale: float) -> None:
    program, name = reading.program, "Muhammad " + "Hidayatullah " * 8
    values = {"full_name": name.strip(), "nik": NIK, "nik_kind": "permanent"}
    save_records(reading.task.context.session.store, [Edit("person", values, made.child)], today=TODAY, sure=True)
    program.tools.preferences.scale = scale
    reading.shell.restyled.emit()
    reading.shell = program.shell()
    reading.open()
    assert wide(program) == []
    assert unnamed(program.window) == []
