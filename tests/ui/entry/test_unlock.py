"""Unlock, lock, wait after what does not fit, the way back in, and a second window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.db import vault
from kpm_desktop.db.store import open_store, take_lock
from kpm_desktop.ui.entry.attempts import Attempts
from kpm_desktop.ui.entry.profile_folder import KEY_FILE, RECORDS_FILE, UNFINISHED_FILE, is_profile, user_names
from kpm_desktop.ui.entry.unlock import Unlock
from kpm_desktop.ui.window.shell import Shell
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.conftest import TODAY
from tests.ui.program import Program
from tests.ui.window.walk import spoken, stops, walked


def type_wrongly(program: Program) -> Unlock:
    frame = program.frame(Unlock)
    frame.password.setFocus()
    frame.password.clear()
    program.write("bukan yang ini")
    program.press(Qt.Key.Key_Return)
    return frame


def test_the_password_opens_the_shell(program: Program) -> None:
    shell = program.unlock()
    assert shell.current == "beranda"
    assert isinstance(program.window.centralWidget(), Shell)


def test_one_may_type_at_once(program: Program) -> None:
    assert QApplication.focusWidget() is program.frame(Unlock).password


def test_a_wrong_password_waits_longer_each_time(program: Program) -> None:
    for wait in (1, 2, 4):
        frame = type_wrongly(program)
        assert frame.open_button.text() == f"Tunggu {wait} detik"
        assert not frame.open_button.isEnabled()
        program.press(Qt.Key.Key_Return)
        assert Attempts(program.folder, lambda: program.now).wait_s() == wait
        program.now += wait
        program.qtbot.waitUntil(frame.open_button.isEnabled)
    assert isinstance(program.unlock(), Shell)
    assert Attempts(program.folder, lambda: program.now).count == 0


def test_the_wait_outlives_a_restart(program: Program) -> None:
    type_wrongly(program)
    type_wrongly(program)
    program.entrance.show()
    frame = program.frame(Unlock)
    program.write(PASSWORD)
    assert not frame.open_button.isEnabled()


def test_what_did_not_fit_is_said_without_blame(program: Program) -> None:
    frame = type_wrongly(program)
    assert frame.password.accessibleDescription() == "Kata sandi tidak cocok. Periksa lagi; catatan tetap aman."


def test_locking_closes_the_profile_and_the_password_opens_it_again(program: Program) -> None:
    program.unlock()
    program.press(Qt.Key.Key_F12)
    assert isinstance(program.window.centralWidget(), Unlock)
    open_store(program.folder, PASSWORD).close()
    assert isinstance(program.unlock(), Shell)


def test_closing_the_window_closes_the_profile(program: Program) -> None:
    program.unlock()
    program.window.close()
    program.settle()
    open_store(program.folder, PASSWORD).close()


def test_a_second_window_says_so_and_tries_again(program: Program) -> None:
    lock = take_lock(program.folder)
    frame = program.frame(Unlock)
    frame.prepare()
    program.settle()
    assert "jendela lain" in frame.banner.sentence()
    assert frame.banner.sentence().endswith("Tidak ada yang hilang.")
    program.write(PASSWORD)
    assert not frame.open_button.isEnabled()
    lock.release()
    frame.retry_button.click()
    program.settle()
    assert frame.banner.sentence() == ""
    assert frame.open_button.isEnabled()


def test_a_profile_in_use_does_not_count_as_a_wrong_password(program: Program) -> None:
    lock = take_lock(program.folder)
    frame = program.frame(Unlock)
    program.write(PASSWORD)
    program.press(Qt.Key.Key_Return)
    lock.release()
    assert Attempts(program.folder, lambda: program.now).count == 0
    assert frame.retry_button.isVisible()


def test_a_damaged_profile_is_explained(program: Program) -> None:
    (program.folder / KEY_FILE).write_bytes(b"{")
    frame = program.frame(Unlock)
    program.write(PASSWORD)
    program.press(Qt.Key.Key_Return)
    assert "cadangan" in frame.banner.sentence()
    assert Attempts(program.folder, lambda: program.now).count == 0


@pytest.mark.parametrize("keys", [b"[" * 60_000, b'{"slots":' + b"[" * 50_000, b" " * 70_000])
def test_keys_and_tries_nested_without_end_say_nothing(tmp_path: Path, keys: bytes) -> None:
    (tmp_path / KEY_FILE).write_bytes(keys)
    (tmp_path / "tries").write_bytes(keys)
    assert user_names(tmp_path) == []
    assert Attempts(tmp_path, lambda: 0).count == 0


def test_the_recovery_code_gives_a_new_password(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "kedua"
    made = init_profile(folder, role="cadre", name="Ibu Wati", villages=[VILLAGE], password=PASSWORD)
    made.store.close()
    program = Program(qtbot, folder, TODAY)
    frame = program.frame(Unlock)
    frame.forgot_button.click()
    program.write(made.recovery_code.lower().replace("-", " "))
    for _ in range(2):
        program.press(Qt.Key.Key_Tab)
        program.write("sapi makan rumput")
    program.press(Qt.Key.Key_Return)
    assert isinstance(program.window.centralWidget(), Shell)
    program.close()
    vault.unlock(vault.read_keys(folder), "sapi makan rumput", "Ibu Wati")


def test_a_wrong_recovery_code_waits_too(program: Program) -> None:
    frame = program.frame(Unlock)
    frame.forgot_button.click()
    program.write("0" * 30)
    for _ in range(2):
        program.press(Qt.Key.Key_Tab)
        program.write("sapi makan rumput")
    program.press(Qt.Key.Key_Return)
    assert "Kode pemulihan tidak cocok" in frame.banner.sentence()
    assert Attempts(program.folder, lambda: program.now).count == 1


def test_users_are_known_before_unlocking(profile: Path) -> None:
    assert user_names(profile) == ["Ibu Sari"]
    keys = vault.read_keys(profile)
    more = vault.with_password(keys, "Ibu Wati", "sandi lain lagi", vault.unlock(keys, PASSWORD).data_key)
    vault.write_keys(profile, more, lambda made: None)
    assert user_names(profile) == ["Ibu Sari", "Ibu Wati"]


def test_of_several_users_one_is_chosen(qtbot: QtBot, profile: Path) -> None:
    keys = vault.read_keys(profile)
    more = vault.with_password(keys, "Ibu Wati", "sandi lain lagi", vault.unlock(keys, PASSWORD).data_key)
    vault.write_keys(profile, more, lambda made: None)
    program = Program(qtbot, profile, TODAY)
    frame = program.frame(Unlock)
    assert frame.users is not None
    frame.users.set_value("Ibu Wati")
    assert program.unlock("sandi lain lagi").context.session.user == "Ibu Wati"
    program.close()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"slots": 3}', '{"slots": [{"kind": "user"}]}', "\ufeff"])
def test_a_key_file_that_cannot_be_read_names_nobody(tmp_path: Path, text: str) -> None:
    (tmp_path / KEY_FILE).write_text(text, encoding="utf-8")
    assert user_names(tmp_path) == []


def test_what_is_a_profile(tmp_path: Path) -> None:
    assert not is_profile(tmp_path)
    (tmp_path / RECORDS_FILE).touch()
    assert is_profile(tmp_path)
    (tmp_path / UNFINISHED_FILE).touch()
    assert not is_profile(tmp_path)
    (tmp_path / KEY_FILE).touch()
    assert is_profile(tmp_path)


def test_the_eye_is_a_key_away_and_seen(program: Program) -> None:
    frame = program.frame(Unlock)
    frame.password.setFocus()
    program.write("rahasia")
    reached = list(walked())
    assert sorted(spoken(one) for one in stops(program.window) - set(reached)) == []
    frame.password.eye.setFocus()
    program.press(Qt.Key.Key_Space)
    assert frame.password.echoMode() == QLineEdit.EchoMode.Normal
