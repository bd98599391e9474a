"""What stands in a profile's folder in the place of a file: a pipe, a device, a folder, a link. It is refused with a
sentence at once, nothing is waited for, and nothing outside the folder is touched."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kpm_desktop.db.delivery import newer_bundles
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.ui.entry.attempts import Attempts
from kpm_desktop.ui.entry.profile_folder import finish_restore, user_names
from kpm_desktop.ui.frame.preferences import Preferences
from tests.support.cli import PASSWORD, kpm_here, said

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and devices of Unix")

THEIRS = b"[General]\ntheme=contrast\n"


def pipe(file: Path) -> None:
    os.mkfifo(file)


def device(file: Path) -> None:
    file.symlink_to("/dev/zero")


def folder(file: Path) -> None:
    file.mkdir()


def link(file: Path) -> None:
    """To a file of somebody's."""
    file.symlink_to(elsewhere(file))


def link_to_nothing(file: Path) -> None:
    file.symlink_to(file.parent.parent / "nothing")


def elsewhere(file: Path) -> Path:
    other = file.parent.parent / "elsewhere"
    other.write_bytes(THEIRS)
    return other


STRANGE = [pipe, device, folder, link, link_to_nothing]
OPENED = [
    "lock",
    "unfinished",
    "keys.json",
    "keys.json.rekeyed",
    "records.db",
    "records.db-wal",
    "records.db-shm",
    "records.db-journal",
    "records.db.rekeyed",
]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("make", STRANGE)
@pytest.mark.parametrize("name", OPENED)
def test_in_the_place_of_a_file_that_is_opened(
    profile: Path, tmp_path: Path, name: str, make: Callable[[Path], None]
) -> None:
    file = profile / name
    file.unlink(missing_ok=True)
    make(file)
    before = sorted(profile.parent.iterdir())
    done = kpm_here("status", profile=profile, expect=1)
    assert f"{file}: di sini tempat berkas biasa" in done.stderr, said(done)
    assert sorted(profile.parent.iterdir()) == before
    if make is link:
        assert (tmp_path / "elsewhere").read_bytes() == THEIRS


@pytest.mark.timeout(60)
@pytest.mark.parametrize("make", STRANGE)
def test_in_the_place_of_the_lock_of_a_profile_that_is_made(tmp_path: Path, make: Callable[[Path], None]) -> None:
    (tmp_path / "p").mkdir()
    make(tmp_path / "p" / "lock")
    init = ("init", "--role", "cadre", "--name", "Ibu", "--village", "12.75.01.2001")
    assert "di sini tempat berkas biasa" in kpm_here(*init, profile=tmp_path / "p", expect=1).stderr
    assert not (tmp_path / "nothing").exists()


@pytest.mark.timeout(60)
@pytest.mark.parametrize("make", STRANGE)
def test_what_windows_keep_is_read_from_files_and_written_to_them_alone(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    """The form of the windows, the tries at a password, the users, the mark of a restore."""
    profile = tmp_path / "p"
    profile.mkdir()
    for name in ("windows.ini", "tries", "keys.json"):
        make(profile / name)
    preferences = Preferences(profile)
    assert preferences.theme == "light"
    preferences.theme = "contrast"
    assert preferences.theme == "contrast"
    del preferences
    attempts = Attempts(profile, lambda: 1.0)
    attempts.begin()
    assert attempts.count == 1
    assert user_names(profile) == []
    laid_out = tmp_path / "q.restoring"
    laid_out.mkdir()
    make(laid_out / "restoring")
    finish_restore(tmp_path / "q")
    assert not (tmp_path / "q").exists()
    assert not (tmp_path / "nothing").exists()
    if make is link:
        assert (tmp_path / "elsewhere").read_bytes() == THEIRS


@pytest.mark.timeout(60)
def test_preferences_without_end_are_not_read(tmp_path: Path) -> None:
    with (tmp_path / "windows.ini").open("wb") as file:
        file.write(THEIRS)
        file.truncate(3 << 30)
    assert Preferences(tmp_path).theme == "light"


@pytest.mark.timeout(60)
@pytest.mark.parametrize("make", STRANGE)
def test_what_waits_is_a_file(profile: Path, make: Callable[[Path], None]) -> None:
    (profile / "waiting").mkdir()
    make(profile / "waiting" / f"1-{'a' * 64}-1-{'b' * 32}.kpmsync")
    assert newer_bundles.kept(profile) == []
    kpm_here("status", profile=profile)


def test_keys_that_change_into_a_pipe_while_a_profile_is_open(profile: Path, tmp_path: Path) -> None:
    with open_store(profile, PASSWORD) as store:
        (profile / "keys.json").unlink()
        pipe(profile / "keys.json")
        with pytest.raises(Refused):
            store.back_up(tmp_path / "a.kpmbackup")
