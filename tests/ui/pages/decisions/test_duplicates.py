"""Records entered twice, through the real window: proposed, compared, merged, taken apart, told apart."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.households.household_view import household_view
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.store import open_store
from kpm_desktop.ui.dialogs.across import AcrossDialog
from kpm_desktop.ui.dialogs.duplicate_lines import DuplicateLine
from kpm_desktop.ui.dialogs.merge import MergeDialog
from kpm_desktop.ui.dialogs.unmerge import UnmergeDialog
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.decisions.decision_rows import DecisionRow
from kpm_desktop.ui.pages.decisions.decisions import DecisionsPage
from kpm_desktop.ui.pages.history.history import HistoryTask
from kpm_desktop.ui.pages.history.timeline_rows import EntryRow
from tests.support.devices import VILLAGE, quick_place, settle
from tests.support.family import TODAY, Family
from tests.support.family import family as household
from tests.support.profiles import PASSWORD
from tests.ui.pages.district import District, opened, shown, window_of
from tests.ui.pages.people.test_people import Register
from tests.ui.program import Program

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def twice(profile: Path) -> tuple[Family, Family]:
    """One family entered by two people."""
    with open_store(profile, PASSWORD) as store:
        return household(store), household(store, "Siti Rahma", "A. Fauzi")


@pytest.fixture
def register(qtbot: QtBot, profile: Path, twice: tuple[Family, Family]) -> Iterator[Register]:
    program = Program(qtbot, profile, TODAY, language="en")
    yield Register(program)
    program.close()


def titles(dialog: MergeDialog) -> list[str]:
    return [row.title for row in dialog.list.rows.rows if isinstance(row, DuplicateLine)]


def texts(dialog: MergeDialog) -> set[str]:
    return {label.text() for label in dialog.compare.findChildren(QLabel)}


def told(register: Register, person: UUID) -> str:
    """All that the history of somebody says."""
    register.shell.page("sasaran").go.emit("riwayat", Ref(VILLAGE, "person", person))
    register.program.settle()
    frame = register.shell.frame
    assert frame is not None
    assert isinstance(frame.task, HistoryTask)
    words = " ".join(row.words for row in frame.task.list.rows.rows if isinstance(row, EntryRow))
    register.program.press(Qt.Key.Key_Escape)
    return words


def test_a_proposal_is_merged_seen_and_taken_apart(register: Register, twice: tuple[Family, Family]) -> None:
    one, other = twice
    assert register.page.duplicates.sentence() == "3 pairs may be the same"
    register.program.press(Qt.Key.Key_K, ALT)
    dialog = register.dialog(MergeDialog)
    assert "Ahmad Fauzi – A. Fauzi" in titles(dialog)
    dialog.list.choose(f"{VILLAGE} {one.child} {other.child}")
    register.program.settle()
    assert {"A. Fauzi", "Ahmad Fauzi", "Shown afterwards"} <= texts(dialog)
    register.program.press(Qt.Key.Key_Return)
    assert len(titles(dialog)) == 2, "what is left stays to be looked at"
    register.program.press(Qt.Key.Key_Escape)
    register.come_back()
    assert register.page.duplicates.sentence() == "2 pairs may be the same"
    assert "A. Fauzi" not in register.names()
    assert "Merged with the record of Ahmad Fauzi" in told(register, other.child)
    task = register.open_home("Ahmad Fauzi")
    assert any("2 records merged" in row.words for row in task.list.rows.rows)
    register.key("S")
    apart = register.dialog(UnmergeDialog)
    assert [row.title for row in apart.list.rows.rows if isinstance(row, DuplicateLine)] == ["Ahmad Fauzi", "A. Fauzi"]
    register.program.press(Qt.Key.Key_Return)
    register.come_back()
    assert not any("merged" in row.words for row in task.list.rows.rows)
    register.program.press(Qt.Key.Key_Escape)
    assert {"A. Fauzi", "Ahmad Fauzi"} <= set(register.names())
    assert "Taken apart from the record of Ahmad Fauzi" in told(register, other.child)


def test_the_other_one_is_searched_for_and_enter_in_the_search_merges_nobody(
    register: Register, twice: tuple[Family, Family]
) -> None:
    _, other = twice
    register.open_home("Siti Rahmah")
    register.key("D")
    dialog = register.dialog(MergeDialog)
    assert titles(dialog) == ["Siti Rahma"]
    dialog.search.setFocus()
    register.key("rahma")
    register.program.press(Qt.Key.Key_Return)
    assert register.is_open(MergeDialog)
    register.program.press(Qt.Key.Key_F6)
    assert dialog.merge_button.isEnabled()
    register.program.press(Qt.Key.Key_Return)
    register.come_back()
    assert not register.is_open(MergeDialog)
    (woman,) = [each for each in register.held(other.household).members if each.person.sex == "female"]
    assert (woman.person.full_name, len(woman.entries), len(woman.pregnancies)) == ("Siti Rahma", 2, 1)


def test_what_cannot_be_says_why_and_cannot_be_pressed(register: Register, twice: tuple[Family, Family]) -> None:
    register.open_home("Siti Rahmah")
    register.key("D")
    dialog = register.dialog(MergeDialog)
    dialog.search.setFocus()
    register.key("ahmad")
    assert dialog.banner.sentence().startswith("Their sex differs")
    assert not dialog.merge_button.isEnabled()
    assert not dialog.distinct_button.isEnabled()


def test_a_household_is_merged_and_a_pair_told_apart(register: Register, twice: tuple[Family, Family]) -> None:
    one, other = twice
    register.program.press(Qt.Key.Key_K, ALT)
    dialog = register.dialog(MergeDialog)
    dialog.list.choose(f"{VILLAGE} {one.child} {other.child}")
    register.program.settle()
    dialog.distinct_button.click()
    register.program.settle()
    dialog.list.choose(f"{VILLAGE} {one.household} {other.household}")
    register.program.settle()
    register.program.press(Qt.Key.Key_Return)
    register.program.press(Qt.Key.Key_Escape)
    register.come_back()
    assert register.page.duplicates.sentence() == "One pair may be the same"
    view = household_view(register.page.context.session.store, one.household)
    assert len(view.entries) == 2
    assert len(view.members) == 4
    assert "Ahmad Fauzi and A. Fauzi are not the same" in told(register, other.child)


def test_a_pregnancy_entered_twice_is_one_and_two_again(register: Register, twice: tuple[Family, Family]) -> None:
    one, _ = twice
    store = register.page.context.session.store
    carried = {"person_id": one.mother, "outcome": "ongoing", "expected_delivery_date": date(2027, 2, 20)}
    save_records(store, [Edit("pregnancy", carried)], today=TODAY, sure=True)
    register.page.context.hub.announce(["pregnancy"])
    register.program.settle()
    register.program.press(Qt.Key.Key_K, ALT)
    dialog = register.dialog(MergeDialog)
    line = next(row for row in dialog.list.rows.rows if "two pregnancies" in row.words)
    dialog.list.choose(line.key)
    register.program.settle()
    register.program.press(Qt.Key.Key_Return)
    register.program.press(Qt.Key.Key_Escape)
    register.come_back()
    assert len(register.member(one.household, "Siti Rahmah").pregnancies) == 1
    register.open_home("Siti Rahmah")
    register.key("S")
    assert len(register.dialog(UnmergeDialog).list.rows.rows) == 2
    register.program.press(Qt.Key.Key_Return)
    register.come_back()
    assert len(register.member(one.household, "Siti Rahmah").pregnancies) == 2


def test_a_supervisor_sees_the_pair_among_the_decisions(qtbot: QtBot) -> None:
    with quick_place() as place:
        district = District.acquainted(place)
        for cadre in (district.sari, district.wati):
            household(cadre.store)
        settle((district.sari, district.supervisor), (district.wati, district.supervisor))
        with district.window(qtbot) as program:
            page = shown(program, "keputusan", DecisionsPage)
            program.settle()
            rows = [row for row in page.list.rows.rows if isinstance(row, DecisionRow) and not row.is_heading]
            assert [row.icon for row in rows] == ["git-compare-arrows"] * 3
            page.list.setFocus()
            program.press(Qt.Key.Key_Return)
            dialog = opened(program, MergeDialog)
            program.press(Qt.Key.Key_Return)
            assert len(titles(dialog)) == 2


def test_a_supervisor_decides_about_a_child_of_two_villages(qtbot: QtBot) -> None:
    with quick_place() as place:
        boss = place.supervisor("Bu Rina", "12.75")
        for number, village in ((10, "12.75.01.1001"), (20, "12.75.01.1002")):
            home, nik = UUID(int=number), "1275010201260001"
            child = {"household_id": str(home), "full_name": "Ahmad", "sex": "male", "birth_date": "2026-01-02"}
            boss.save(home, {"village_code": village, "head_name": f"Pak {number}"}, region=village)
            boss.save(UUID(int=number + 1), {**child, "nik": nik, "nik_kind": "permanent"}, "person", region=village)
        with window_of(boss, qtbot) as program:
            page = shown(program, "keputusan", DecisionsPage)
            program.settle()
            page.filter.choose("twin")
            (row,) = [row for row in page.list.rows.rows if isinstance(row, DecisionRow) and not row.is_heading]
            assert row.place.count("Kel. ") == 2
            page.list.choose(row.key)
            assert "Pak 10" in page.side.meaning.text()
            assert "Bu Rina" in page.side.meaning.text()
            page.side.action_button.click()
            dialog = opened(program, AcrossDialog)
            assert [side.open_button.isEnabled() for side in dialog.sides] == [True, True]
            dialog.day.setText("1-9-2026")
            dialog.sides[0].left_button.click()
            program.settle()
            assert not [one for one in program.window.findChildren(AcrossDialog) if one.isVisible()]
            rows = [row for row in page.list.rows.rows if isinstance(row, DecisionRow) and not row.is_heading]
            assert rows == []
            page.go.emit("riwayat", Ref(VILLAGE, "person", UUID(int=11)))
            program.settle()
