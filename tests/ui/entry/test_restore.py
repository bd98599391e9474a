"""Restoring in the window: from the first run and from the lock screen, and everything that may be wrong."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.backups.back_up import back_up
from kpm_desktop.commands.backups.backup_files import folder_beside
from kpm_desktop.commands.backups.keep_backups import back_up_beside
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.profile.renew_recovery_code import begin_renewal, finish_renewal
from kpm_desktop.db.store import open_store
from kpm_desktop.sync import volume
from kpm_desktop.ui.entry.first_run import FirstRun
from kpm_desktop.ui.entry.restore import Restore
from kpm_desktop.ui.entry.unlock import Unlock
from kpm_desktop.ui.window.restored import RestoredDialog
from tests.support.profiles import HOUSE, PASSWORD, VILLAGE, changes, load, write_rows
from tests.ui.conftest import TODAY
from tests.ui.program import Program


@pytest.fixture(autouse=True)
def no_sticks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is plugged into the machine the tests run on is none of their business."""
    monkeypatch.setattr(volume, "removable", list)


@pytest.fixture
def backed_up(profile: Path, tmp_path: Path) -> Path:
    """A profile with a household that is in its backup and one that is not."""
    with open_store(profile, PASSWORD) as store:
        load(store, write_rows(tmp_path / "in", household=[HOUSE]))
        back_up_beside(store)
        load(store, write_rows(tmp_path / "in2", household=[HOUSE | {"ref": "h2"}]))
    return profile


def restoring(program: Program) -> Restore:
    program.frame(Unlock).restore_button.click()
    program.settle()
    return program.frame(Restore)


def to_contents(program: Program) -> Restore:
    frame = restoring(program)
    program.press(Qt.Key.Key_Return)
    program.write(PASSWORD)
    program.press(Qt.Key.Key_Return)
    assert frame.step == 2
    return frame


def held(profile: Path) -> int:
    with open_store(profile, PASSWORD) as store:
        return changes(store)


def beside(profile: Path) -> list[str]:
    return sorted(each.name for each in profile.parent.iterdir() if each.name.startswith(profile.name))


def test_from_the_lock_screen_by_keyboard_to_the_open_shell(backed_up: Path, qtbot: QtBot) -> None:
    program = Program(qtbot, backed_up, TODAY)
    frame = to_contents(program)
    assert "Ibu Sari (Kader) · Kel. Pahlawan" in frame.contents.in_backup.text()
    assert "Rumah tangga: 1" in frame.contents.in_backup.text()
    assert "1 catatan di sini lebih baru daripada cadangan" in frame.contents.on_laptop.text()
    assert "tidak ada yang dihapus" in frame.contents.on_laptop.text()
    program.press(Qt.Key.Key_Return)
    shell = program.shell()
    dialog = shell.findChild(RestoredDialog)
    assert isinstance(dialog, RestoredDialog)
    aside = Path(dialog.folder.text())
    program.press(Qt.Key.Key_Escape)
    program.close()
    assert (held(backed_up), held(aside)) == (1, 2)


def test_the_first_run_restores_instead_of_making_a_profile(backed_up: Path, tmp_path: Path, qtbot: QtBot) -> None:
    kept = tmp_path / "flashdisk.kpmbackup"
    with open_store(backed_up, PASSWORD) as store:
        back_up(store, kept)
    folder = tmp_path / "laptop-baru" / "profil"
    program = Program(qtbot, folder, TODAY)
    program.frame(FirstRun).restore_button.click()
    program.settle()
    frame = program.frame(Restore)
    assert not frame.next_button.isEnabled()
    assert any("Tidak ada cadangan" in each.text() for each in frame.choice.findChildren(QLabel) if each.isVisible())
    frame.take_file(str(kept))
    program.settle()
    program.write(PASSWORD)
    program.press(Qt.Key.Key_Return)
    assert "Belum ada catatan" in frame.contents.on_laptop.text()
    program.press(Qt.Key.Key_Return)
    program.shell()
    program.press(Qt.Key.Key_Escape)
    program.close()
    assert held(folder) == 2
    assert beside(folder) == ["profil"]


def test_going_back_changes_nothing(backed_up: Path, qtbot: QtBot) -> None:
    program = Program(qtbot, backed_up, TODAY)
    frame = to_contents(program)
    program.press(Qt.Key.Key_Escape)
    assert frame.step == 1
    program.press(Qt.Key.Key_Escape, times=2)
    program.frame(Unlock)
    assert beside(backed_up) == ["profil", "profil-cadangan"]
    program.unlock()
    program.close()
    assert held(backed_up) == 2


def test_closing_the_window_before_the_end_leaves_nothing(backed_up: Path, qtbot: QtBot) -> None:
    program = Program(qtbot, backed_up, TODAY)
    to_contents(program)
    assert len(beside(backed_up)) == 3
    program.close()
    assert beside(backed_up) == ["profil", "profil-cadangan"]


def test_a_wrong_password_is_said_beside_the_field_and_the_next_try_waits(backed_up: Path, qtbot: QtBot) -> None:
    program = Program(qtbot, backed_up, TODAY)
    frame = restoring(program)
    program.press(Qt.Key.Key_Return)
    program.write("bukan yang ini")
    program.press(Qt.Key.Key_Return)
    assert "tidak membuka cadangan" in frame.password.accessibleDescription()
    assert "Tunggu" in frame.next_button.text()
    assert not frame.next_button.isEnabled()
    program.now += 2
    qtbot.waitUntil(frame.next_button.isEnabled)
    frame.password.selectAll()
    program.write(PASSWORD)
    program.press(Qt.Key.Key_Return)
    assert frame.step == 2
    program.close()


def test_who_forgot_the_password_restores_with_the_recovery_code(backed_up: Path, qtbot: QtBot) -> None:
    for file in folder_beside(backed_up).iterdir():
        file.unlink()
    with open_store(backed_up, PASSWORD) as store:
        code = begin_renewal(store, PASSWORD)
        finish_renewal(store, code)
        back_up_beside(store)
    program = Program(qtbot, backed_up, TODAY)
    restoring(program)
    program.press(Qt.Key.Key_Return)
    program.write(code.lower())
    program.press(Qt.Key.Key_Return)
    program.press(Qt.Key.Key_Return)
    program.press(Qt.Key.Key_Escape)
    unlock = program.frame(Unlock)
    assert unlock.forgotten is not None
    assert unlock.forgotten.isVisible()
    unlock.forgotten.setFocus()
    program.write(code)
    for _ in range(2):
        program.press(Qt.Key.Key_Tab)
        program.write("kata sandi baru")
    program.press(Qt.Key.Key_Return)
    program.shell()
    program.close()
    open_store(backed_up, "kata sandi baru").close()


def only(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_a_stick_that_is_pulled_out_is_said(backed_up: Path, qtbot: QtBot) -> None:
    program = Program(qtbot, backed_up, TODAY)
    frame = restoring(program)
    program.press(Qt.Key.Key_Return)
    only(folder_beside(backed_up)).unlink()
    program.write(PASSWORD)
    program.press(Qt.Key.Key_Return)
    assert "tidak ada yang hilang" in frame.banner.sentence()
    assert frame.step == 1
    program.close()
    assert held(backed_up) == 2


def test_a_file_that_is_no_backup_is_said(backed_up: Path, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8")
    program = Program(qtbot, backed_up, TODAY)
    frame = restoring(program)
    frame.take_file(str(tmp_path / "foto.jpg"))
    program.settle()
    assert "bukan cadangan KPM" in frame.banner.sentence()
    assert frame.step == 0
    program.close()


def test_a_damaged_profile_is_left_by_way_of_its_backup(backed_up: Path, qtbot: QtBot) -> None:
    (backed_up / "records.db").write_bytes(b"rusak")
    program = Program(qtbot, backed_up, TODAY)
    unlock = program.frame(Unlock)
    program.write(PASSWORD)
    program.press(Qt.Key.Key_Return)
    assert "pulihkan cadangan terakhir" in unlock.banner.sentence()
    frame = to_contents(program)
    assert "Tidak dapat dibandingkan" in frame.contents.on_laptop.text()
    program.press(Qt.Key.Key_Return)
    program.shell()
    program.press(Qt.Key.Key_Escape)
    program.close()
    assert held(backed_up) == 1


def test_another_persons_backup_says_whose_it_is(backed_up: Path, tmp_path: Path, qtbot: QtBot) -> None:
    made = init_profile(tmp_path / "lain", role="supervisor", name="Pak Budi", villages=[VILLAGE], password=PASSWORD)
    with made.store as store:
        back_up(store, tmp_path / "lain.kpmbackup")
    shutil.rmtree(folder_beside(backed_up))
    program = Program(qtbot, backed_up, TODAY)
    frame = restoring(program)
    frame.take_file(str(tmp_path / "lain.kpmbackup"))
    program.settle()
    assert "Pak Budi" in frame.choice.words()
    program.write(PASSWORD)
    program.press(Qt.Key.Key_Return)
    assert "Pak Budi (Penyelia)" in frame.contents.in_backup.text()
    assert "Tidak dapat dibandingkan" in frame.contents.on_laptop.text()
    program.close()
