"""A cadre's Cari: from every page and from the middle of a visit, by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.households.register_household import register_household
from kpm_desktop.db.store import open_store
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.help import HelpDialog
from kpm_desktop.ui.entry.unlock import Unlock
from kpm_desktop.ui.forms import drafting
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.decisions.check import CheckTask
from kpm_desktop.ui.pages.history.history import HistoryTask
from kpm_desktop.ui.pages.home.home import HomePage
from kpm_desktop.ui.pages.people.add_dialog import AddDialog
from kpm_desktop.ui.pages.people.household import HouseholdTask
from kpm_desktop.ui.pages.people.household_form import NewHouseholdForm
from kpm_desktop.ui.pages.people.people import PeoplePage
from kpm_desktop.ui.pages.settings.change_password import ChangePasswordDialog
from kpm_desktop.ui.pages.settings.keys import KeysDialog
from kpm_desktop.ui.pages.visit.visit import VisitTask
from kpm_desktop.ui.window.search import search_overlay
from tests.support.family import TODAY, Family, family
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.pages.visit.test_visit_trouble import full
from tests.ui.program import Program
from tests.ui.visiting import Visiting, sheets
from tests.ui.window.search.searching import CTRL, Searching


@pytest.fixture
def made(profile: Path) -> Family:
    with open_store(profile, PASSWORD) as store:
        return family(store)


@pytest.fixture
def program(qtbot: QtBot, profile: Path, made: Family) -> Iterator[Program]:
    program = Program(qtbot, profile, TODAY)
    yield program
    program.close()


@pytest.fixture
def unlocked(program: Program) -> Program:
    program.unlock()
    return program


def test_letters_go_to_the_field_and_esc_gives_the_keys_back(unlocked: Program) -> None:
    page = unlocked.shell().page("beranda")
    assert isinstance(page, HomePage)
    before = QApplication.focusWidget()
    assert before is page.list
    searching = Searching(unlocked)
    assert searching.type("bkp") == []  # Beranda's own letters lead nowhere now
    unlocked.press(Qt.Key.Key_N, CTRL)  # nor do its shortcuts
    assert unlocked.shell().current == "beranda"
    assert not unlocked.window.findChildren(AddDialog)
    unlocked.press(Qt.Key.Key_Escape)
    assert not searching.overlay.isVisible()
    assert QApplication.focusWidget() is before
    unlocked.press(Qt.Key.Key_B)
    unlocked.qtbot.waitUntil(lambda: unlocked.shell().current == "kunjungan")


@pytest.mark.parametrize("reason", [Qt.FocusReason.OtherFocusReason, Qt.FocusReason.TabFocusReason])
def test_a_page_that_is_filled_meanwhile_gets_the_keys_afterwards(unlocked: Program, reason: Qt.FocusReason) -> None:
    shell = unlocked.shell()
    shell.show_page("sasaran")
    unlocked.settle()
    page = shell.page("sasaran")
    assert isinstance(page, PeoplePage)
    page.search.setFocus()
    unlocked.write("siti")
    searching = Searching(unlocked)
    page.list.setFocus(reason)
    assert searching.overlay.field.hasFocus()
    assert searching.type("fauzi")[0] == "Ahmad Fauzi"
    unlocked.press(Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    assert page.search.text() == "siti"


def test_people_are_found_and_it_is_said_why(unlocked: Program) -> None:
    searching = Searching(unlocked)
    assert searching.type("siti")[:2] == ["Siti Rahmah", "Ahmad Fauzi"]
    assert searching.hit("Siti Rahmah").detail.startswith("ibu hamil")
    assert "nama ibunya: Siti Rahmah" in searching.hit("Ahmad Fauzi").detail
    assert searching.hit("Siti Rahmah").does == "Riwayat"
    reasons = {
        "0002-20": "KIA 0002-2026",
        "axmad": "beda satu huruf",
        "fausi": "ejaan lain",
        "pak rahmat": "kepala keluarga: Pak Rahmat",
    }
    for typed, why in reasons.items():
        searching.type(typed)
        assert why in searching.hit("Ahmad Fauzi").detail, typed


def test_enter_opens_the_history_and_esc_comes_back(unlocked: Program, made: Family) -> None:
    Searching(unlocked).open("siti", "Siti Rahmah")
    frame = unlocked.shell().frame
    assert frame is not None
    assert isinstance(frame.task, HistoryTask)
    assert frame.task.about.id == made.mother
    unlocked.press(Qt.Key.Key_Escape)
    assert unlocked.shell().frame is None
    assert unlocked.shell().current == "beranda"


def test_what_was_opened_last_is_there_after_a_lock_and_no_name_lies_open(unlocked: Program, made: Family) -> None:
    searching = Searching(unlocked)
    assert list(searching.groups()) == ["Yang bisa dikerjakan"]
    searching.open("siti", "Siti Rahmah")
    unlocked.press(Qt.Key.Key_Escape)
    unlocked.shell().page("beranda").go.emit("riwayat", Ref(VILLAGE, "person", made.child))
    unlocked.settle()
    unlocked.press(Qt.Key.Key_F12)
    unlocked.unlock()
    searching = Searching(unlocked)
    assert list(searching.groups()) == ["Terakhir dibuka", "Yang bisa dikerjakan"]
    assert searching.titles()[:2] == ["Ahmad Fauzi", "Siti Rahmah"]
    assert searching.chosen() == "Ahmad Fauzi"
    kept = (unlocked.folder / "windows.ini").read_text() if (unlocked.folder / "windows.ini").exists() else ""
    assert "last" not in kept
    assert "Siti" not in kept


def test_esc_over_a_visit_loses_nothing(qtbot: QtBot, program: Program, made: Family) -> None:
    visiting = Visiting(program, made)
    visiting.keyed("TT")
    visiting.number("2")
    focus = QApplication.focusWidget()
    searching = Searching(program)
    searching.type("siti")
    program.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is focus
    assert visiting.task.isVisible()
    visiting.keyed("\n")
    assert visiting.task.cards[0].answers.value("anc_visits") == 2


def test_going_elsewhere_from_a_visit_keeps_its_draft(program: Program, made: Family) -> None:
    visiting = Visiting(program, made)
    visiting.keyed("TT")
    visiting.number("2")
    Searching(program).open("sasaran", "Sasaran")
    shell = program.shell()
    assert shell.frame is None
    assert shell.current == "sasaran"
    draft = sheets(shell.context.session.store, made.household)["pregnancy_visit"].draft
    assert draft is not None
    assert {"is_kek": False, "is_high_risk": False, "anc_visits": 2}.items() <= draft.answers.items()


def test_a_visit_that_cannot_be_kept_is_asked_about_first(
    program: Program, made: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    visiting = Visiting(program, made)
    monkeypatch.setattr(drafting, "keep_draft", full)
    visiting.keyed("Y")
    Searching(program).open("rapor", "Rapor desa")
    assert visiting.task.isVisible()
    dialog = visiting.dialog(ConfirmDialog)
    assert isinstance(dialog, ConfirmDialog)
    dialog.confirm_button.click()
    program.settle()
    assert program.shell().frame is None
    assert program.shell().current == "rapor"


def test_arrows_pass_headings_tab_goes_by_groups(unlocked: Program) -> None:
    searching = Searching(unlocked)
    searching.type("rahma")
    assert list(searching.groups()) == ["Orang", "Yang bisa dikerjakan"]
    assert searching.chosen() == "Siti Rahmah"
    unlocked.press(Qt.Key.Key_Tab)
    assert searching.chosen() == "Kunjungi Siti Rahmah"
    unlocked.press(Qt.Key.Key_Up)
    assert searching.chosen() == "Ahmad Fauzi"
    unlocked.press(Qt.Key.Key_Tab, times=2)
    assert searching.chosen() == "Siti Rahmah"
    unlocked.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert searching.chosen() == "Kunjungi Siti Rahmah"
    unlocked.press(Qt.Key.Key_Down, times=9)
    assert searching.chosen() == "Kunjungi Ahmad Fauzi"
    assert QApplication.focusWidget() is searching.overlay.field


def test_who_is_only_guessed_comes_after_what_was_typed_right(unlocked: Program) -> None:
    family(unlocked.shell().context.session.store, "Bu Radan", "Sandi Kecil")
    searching = Searching(unlocked)
    searching.type("rapan")
    assert searching.chosen() == "Bu Radan"
    searching.type("rapor")
    assert searching.chosen() == "Rapor desa"
    family(unlocked.shell().context.session.store, "Bu Raporo", "Bayu")
    unlocked.press(Qt.Key.Key_Escape)
    searching = Searching(unlocked)
    searching.type("rapor")
    assert searching.chosen() == "Bu Raporo"
    searching.type("rapord")
    assert list(searching.groups())[:2] == ["Halaman dan desa", "Orang"]


def test_all_of_a_group_and_back(unlocked: Program) -> None:
    store = unlocked.shell().context.session.store
    for number in range(20):
        values = {"village_code": VILLAGE, "head_name": f"Pak Kenanga {number:02}"}
        register_household(store, values, today=TODAY, sure=True)
    searching = Searching(unlocked)
    searching.type("kenanga")
    assert searching.groups() == {"Orang": f"{len(searching.hits())} dari 20 · Ctrl ↓ semua"}
    assert 6 < len(searching.hits()) < 20
    unlocked.press(Qt.Key.Key_Down, CTRL)
    assert searching.groups() == {"Orang": "20 · Ctrl ↑ kembali"}
    assert len(searching.hits()) == 20
    unlocked.press(Qt.Key.Key_Down, times=30)
    assert searching.chosen() == "Pak Kenanga 19"
    unlocked.press(Qt.Key.Key_Up, CTRL)
    assert len(searching.hits()) < 20
    unlocked.press(Qt.Key.Key_Down, CTRL)
    assert len(searching.type("kenanga 03")) == 1


def test_a_household_nobody_is_listed_in_opens(unlocked: Program) -> None:
    store = unlocked.shell().context.session.store
    register_household(store, {"village_code": VILLAGE, "head_name": "Pak Darmo"}, today=TODAY, sure=True)
    Searching(unlocked).open("darmo", "Pak Darmo")
    frame = unlocked.shell().frame
    assert frame is not None
    assert isinstance(frame.task, HouseholdTask)


def test_what_was_saved_since_is_found_the_next_time(unlocked: Program) -> None:
    searching = Searching(unlocked)
    assert "Bu Melati" not in searching.type("melati")
    unlocked.press(Qt.Key.Key_Escape)
    store = unlocked.shell().context.session.store
    family(store, "Bu Melati", "Melati Kecil")
    assert Searching(unlocked).type("melati")[:2] == ["Bu Melati", "Melati Kecil"]


DEEDS = [
    ("tambah sasaran", "Tambah sasaran", "sasaran", AddDialog),
    ("keluarga baru", "Tambah rumah tangga", "sasaran", NewHouseholdForm),
    ("cadangan", "Simpan cadangan…", "settings", QFileDialog),
    ("sandi", "Ganti kata sandi…", "settings", ChangePasswordDialog),
    ("kode pemulihan", "Siapa yang dapat membuka…", "settings", KeysDialog),
    ("tanda terima", "Buka tanda terima…", "kirim", QFileDialog),
    ("bantuan", "Bantuan tombol", "beranda", HelpDialog),
]


@pytest.mark.parametrize(("typed", "title", "page", "opened"), DEEDS)
def test_what_can_be_done_is_done_where_it_belongs(
    unlocked: Program, typed: str, title: str, page: str, opened: type[QFileDialog]
) -> None:
    Searching(unlocked).open(typed, title)
    assert unlocked.shell().current == page
    assert [one for one in unlocked.window.findChildren(opened) if one.isVisible()]


def test_a_visit_is_begun_a_list_of_doubts_opened_and_the_screen_locked(unlocked: Program, made: Family) -> None:
    Searching(unlocked).open("siti", "Kunjungi Siti Rahmah")
    frame = unlocked.shell().frame
    assert frame is not None
    assert isinstance(frame.task, VisitTask)
    assert frame.task.household.id == made.household
    Searching(unlocked).open("dicek", "Isian yang perlu dicek")
    frame = unlocked.shell().frame
    assert frame is not None
    assert isinstance(frame.task, CheckTask)
    Searching(unlocked).open("kunci", "Kunci layar")
    assert isinstance(unlocked.window.centralWidget(), Unlock)


def test_the_screen_is_locked_from_there_too(unlocked: Program) -> None:
    Searching(unlocked).type("siti")
    unlocked.press(Qt.Key.Key_F12)
    assert isinstance(unlocked.window.centralWidget(), Unlock)


def test_a_screen_reader_hears_what_is_chosen(unlocked: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(search_overlay, "say", lambda widget, words: heard.append(words))
    searching = Searching(unlocked)
    searching.type("siti")
    unlocked.press(Qt.Key.Key_Down)
    assert heard[-2].startswith("Siti Rahmah, ibu hamil")
    assert heard[-1].startswith("Ahmad Fauzi, anak 10 bulan")
    assert heard[-1].endswith("Riwayat")
    assert searching.overlay.field.accessibleName()


def test_nothing_that_fits_is_said(unlocked: Program) -> None:
    searching = Searching(unlocked)
    assert searching.type("xyzzy") == []
    assert searching.overlay._nothing.isVisible()
    assert searching.chosen() == ""
    unlocked.press(Qt.Key.Key_Return)
    assert searching.overlay.isVisible()


@pytest.mark.parametrize(("scale", "width", "height"), [(1.0, 1366, 768), (1.0, 1024, 600), (1.3, 1366, 768)])
def test_it_lies_inside_the_window(unlocked: Program, scale: float, width: int, height: int) -> None:
    unlocked.tools.preferences.scale = scale
    unlocked.shell().restyled.emit()
    unlocked.settle()
    unlocked.window.resize(width, height)
    searching = Searching(unlocked)
    for typed in ("", "a", "rahma", "xyzzy"):
        searching.type(typed or " ")
        panel = searching.overlay._panel.geometry()
        assert searching.overlay.rect().contains(panel), typed
        assert panel.top() == round(60 * scale)
        assert panel.width() == round(760 * scale)
        last = searching.overlay.list.rows.rows
        if last:
            bottom = searching.overlay.list.visualRect(searching.overlay.list.rows.index(len(last) - 1)).bottom()
            assert bottom <= searching.overlay.list.viewport().height()
