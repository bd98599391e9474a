"""Pengaturan: what is chosen is worn at once and kept; password and backup."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kpm_desktop.commands.backups.backup_files import folder_beside
from kpm_desktop.commands.backups.keep_backups import back_up_beside
from kpm_desktop.commands.backups.restore_backup import restore_backup
from kpm_desktop.db.store import open_store
from kpm_desktop.sync import volume
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.frame.preferences import FILE, Preferences
from kpm_desktop.ui.look.palette import CONTRAST
from kpm_desktop.ui.pages.settings.change_password import ChangePasswordDialog
from kpm_desktop.ui.pages.settings.settings import SettingsPage
from kpm_desktop.ui.window.status_line import StatusLine
from tests.support.profiles import PASSWORD
from tests.ui.program import PATIENCE_MS, Program

NEW = "sapi makan rumput"


def settings_page(program: Program) -> SettingsPage:
    shell = program.shell()
    shell.show_page("settings")
    page = shell.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def test_the_theme_is_worn_at_once_and_kept(program: Program) -> None:
    program.unlock()
    settings_page(program).themes.choose("contrast")
    program.settle()
    assert program.shell().current == "settings"
    assert settings_page(program).look.theme.colours is CONTRAST
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert app.palette().window().color().name() == CONTRAST.bg.lower()
    assert Preferences(program.folder).theme == "contrast"


def test_the_language_changes_every_word(program: Program) -> None:
    program.unlock()
    settings_page(program).languages.choose("en")
    program.settle()
    assert program.shell().status_sentence() == "Nothing has been recorded on this laptop yet"
    assert program.tools.comma == "."
    settings_page(program).languages.choose("id")
    program.settle()
    assert program.shell().status_sentence() == "Belum ada isian di laptop ini"


def test_the_text_size_is_kept_in_the_profile(program: Program) -> None:
    program.unlock()
    settings_page(program).scales.choose("1.3")
    program.settle()
    assert settings_page(program).look.px(100) == 130
    assert Preferences(program.folder).scale == 1.3
    assert (program.folder / FILE).is_file()


def test_spoilt_preferences_are_as_none(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("[General]\ntheme=mauve\nscale=12\nlanguage=xx\n", encoding="utf-8")
    preferences = Preferences(tmp_path)
    assert (preferences.theme, preferences.scale, preferences.language) == ("light", 1.0, "id")


def test_a_language_asked_for_at_the_start_outdoes_the_kept_one(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path, "en")
    assert preferences.language == "en"
    preferences.language = "id"
    assert preferences.language == "id"


def change_password(program: Program, old: str, new: str) -> None:
    settings_page(program).password_button.click()
    program.settle()
    for text in (old, new, new):
        program.write(text)
        program.press(Qt.Key.Key_Tab)
    dialog = program.shell().findChild(ChangePasswordDialog)
    assert isinstance(dialog, ChangePasswordDialog)
    dialog.save_button.click()
    program.settle()


def test_the_password_is_changed_while_the_profile_stays_open(program: Program) -> None:
    program.unlock()
    change_password(program, PASSWORD, NEW)
    told = settings_page(program).banner.sentence()
    assert told.startswith("Kata sandi sudah diganti. Catatan tidak berubah.") and "kata sandi lama" in told
    program.close_session()
    open_store(program.folder, NEW).close()


def test_the_old_password_must_fit(program: Program) -> None:
    program.unlock()
    change_password(program, "bukan yang ini", NEW)
    dialog = program.shell().findChild(ChangePasswordDialog)
    assert isinstance(dialog, ChangePasswordDialog)
    assert "tidak cocok" in dialog.old.accessibleDescription()
    program.press(Qt.Key.Key_Escape)


def test_a_backup_is_written_and_can_be_restored(program: Program, tmp_path: Path) -> None:
    program.unlock()
    page = settings_page(program)
    page.backing_up.back_up_to(str(tmp_path / "cadangan.kpmbackup"))
    program.settle()
    assert "cadangan.kpmbackup" in page.banner.sentence()
    assert page.backups.file_button.isEnabled()
    restore_backup(tmp_path / "cadangan.kpmbackup", tmp_path / "lagi", PASSWORD).close()


def test_a_backup_that_cannot_be_written_is_said(program: Program, tmp_path: Path) -> None:
    program.unlock()
    page = settings_page(program)
    page.backing_up.back_up_to(str(tmp_path / "absent" / "cadangan"))
    program.settle()
    assert "tidak ada yang hilang" in page.banner.sentence()
    assert page.backups.file_button.isEnabled()


def test_a_backup_is_made_at_once_and_its_place_says_so(program: Program) -> None:
    program.unlock()
    page = settings_page(program)
    program.settle()
    assert "Belum ada cadangan" in page.backups.sentence("beside")
    page.backups.now_button.click()
    settled(program)
    assert "dibuka dan diperiksa" in page.banner.sentence()
    assert "Terakhir" in page.backups.sentence("beside")
    assert len(list(folder_beside(program.folder).iterdir())) == 1


def settled(program: Program) -> None:
    """The keeper goes from thread to thread."""
    keeper = program.shell().context.backup_keeper
    program.qtbot.waitUntil(lambda: not keeper.is_busy and program.jobs.is_idle, timeout=PATIENCE_MS)
    program.settle()


def test_a_stick_is_offered_and_gets_backups_once_it_is_chosen(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, real = tmp_path / "KADER", volume.identity
    stick.mkdir()
    monkeypatch.setattr(volume, "removable", lambda: [stick])
    monkeypatch.setattr(volume, "identity", lambda at: "stick" if Path(at).is_relative_to(stick) else real(at))
    monkeypatch.setattr(volume, "label", lambda at: "KADER")
    program.unlock()
    page = settings_page(program)
    page.backups.now_button.click()
    settled(program)
    assert list(stick.iterdir()) == []
    (choose,) = [each for each in page.backups.findChildren(Button) if each.text() == "Cadangkan ke sini juga"]
    choose.click()
    settled(program)
    assert "KADER" in page.banner.sentence()
    assert len(list((stick / "kpm-cadangan").iterdir())) == 1
    (remove,) = [each for each in page.backups.findChildren(Button) if "KADER" in each.toolTip()]
    remove.click()
    settled(program)
    assert len(list((stick / "kpm-cadangan").iterdir())) == 1


def test_what_failed_at_a_place_stands_there(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program.unlock()
    page = settings_page(program)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=1 << 20))
    page.backups.now_button.click()
    settled(program)
    assert "penyimpanan penuh" in page.banner.sentence()
    assert "penyimpanan penuh" in page.backups.sentence("beside")
    assert page.backups.now_button.isEnabled()


def test_the_minutes_before_the_lock_are_kept(program: Program) -> None:
    program.unlock()
    assert Preferences(program.folder).lock_minutes == 10
    settings_page(program).lock_minutes.choose("5")
    assert Preferences(program.folder).lock_minutes == 5


def test_one_is_reminded_in_the_status_line_and_led_here(program: Program) -> None:
    with open_store(program.folder, PASSWORD) as store:
        back_up_beside(store, clock=lambda: datetime(2026, 11, 1, 5, tzinfo=UTC))
    shell = program.unlock()
    program.settle()
    (line,) = shell.findChildren(StatusLine)
    reminder = line.reminder
    assert reminder.text() == "Waktunya mencadangkan ke flashdisk"
    assert reminder.toolTip() == "Belum ada cadangan di luar laptop: 18 hari"
    assert reminder.isVisible()
    reminder.click()
    program.settle()
    assert shell.current == "settings"
    page = shell.page("settings")
    assert isinstance(page, SettingsPage)
    assert page.backups.now_button.hasFocus()
    assert "18 hari" in page.backups.reminder.text()


def test_a_key_that_restyles_the_window_stays_where_it_was(program: Program) -> None:
    program.unlock()
    page = settings_page(program)
    page.themes.button("light").setFocus()
    program.press(Qt.Key.Key_Right)
    program.settle()
    assert settings_page(program) is not page
    assert settings_page(program).themes.button("contrast").hasFocus()
    program.press(Qt.Key.Key_Left)
    program.settle()
    assert settings_page(program).themes.button("light").hasFocus()
