"""Pengaturan: what is chosen is worn at once and kept; password and backup."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kpm_desktop.commands.backups.restore_backup import restore_backup
from kpm_desktop.db.store import open_store
from kpm_desktop.ui.frame.preferences import FILE, Preferences
from kpm_desktop.ui.look.palette import CONTRAST
from kpm_desktop.ui.pages.settings.change_password import ChangePasswordDialog
from kpm_desktop.ui.pages.settings.settings import SettingsPage
from tests.support.profiles import PASSWORD
from tests.ui.program import Program

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
    assert settings_page(program).banner.sentence() == "Kata sandi sudah diganti. Catatan tidak berubah."
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
