"""A backup takes the profile's place: what it holds and what would be lost is known first; nothing is ever deleted."""

import errno
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from kpm_desktop.commands.backups.back_up import back_up
from kpm_desktop.commands.backups.find_backups import find_backups
from kpm_desktop.commands.backups.keep_backups import back_up_beside
from kpm_desktop.commands.backups.restore_here import Lost, drop_restorable, look_into, take_restored
from kpm_desktop.commands.profile.change_password import new_password
from kpm_desktop.commands.profile.heal_journal import backup_before, heal_journal
from kpm_desktop.db import migrations, settings
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.ui.entry.profile_folder import finish_restore, is_profile
from tests.commands.backups.conftest import NOON, Laptop, Sticks
from tests.support.faults_disk import FailingDisk
from tests.support.profiles import PASSWORD, cadre, changes, state
from tests.support.unhealed import write_unhealed_into


@pytest.fixture
def backup(laptop: Laptop) -> Path:
    """A backup of one household; another one was entered since, and the profile is closed."""
    made = back_up_beside(laptop.store, clock=laptop.clock)
    laptop.work()
    laptop.store.close()
    return Path(made.file)


def folders(laptop: Laptop) -> list[str]:
    return sorted(each.name for each in laptop.place.iterdir() if each.name.startswith("profil"))


def held(profile: Path, password: str = PASSWORD) -> int:
    with open_store(profile, password) as store:
        return changes(store)


def test_it_says_what_is_in_it_and_what_is_only_here(laptop: Laptop, backup: Path) -> None:
    found = look_into(backup, laptop.store.folder, PASSWORD)
    assert (found.name, found.role, [place.code for place in found.places]) == ("profil", "cadre", ["12.75.01.1001"])
    assert found.counts == {"household": 1}
    assert found.newest is not None
    assert found.lost == Lost(1, found.newest, 0)
    drop_restorable(laptop.store.folder)
    assert folders(laptop) == ["profil", "profil-cadangan"]
    assert held(laptop.store.folder) == 2


def test_what_was_written_again_since_is_not_lost(laptop: Laptop) -> None:
    """The backup made before an earlier version's lines were healed holds all of it under other names."""
    write_unhealed_into(laptop.store)
    assert heal_journal(laptop.store).old
    laptop.store.close()
    found = look_into(backup_before(laptop.store.folder), laptop.store.folder, PASSWORD)
    assert found.lost == Lost(0, None, 1)


def test_it_takes_the_place_and_what_was_there_is_whole(laptop: Laptop, backup: Path) -> None:
    profile = laptop.store.folder
    (profile / "windows.ini").write_text("[General]\ntheme=contrast\n", encoding="utf-8")
    look_into(backup, profile, PASSWORD)
    aside = take_restored(profile, NOON)
    assert aside is not None
    assert (held(profile), held(aside)) == (1, 2)
    assert "contrast" in (profile / "windows.ini").read_text(encoding="utf-8")
    assert folders(laptop) == ["profil", "profil-cadangan", aside.name]
    with open_store(profile, PASSWORD) as new, open_store(aside, PASSWORD) as old:
        lives = []
        for store in (new, old):
            with store.reading() as tx:
                lives.append(settings.read_identity(tx).life)
    assert lives[0] != lives[1], "a restored copy never goes on as if it were the one before"


def test_the_key_of_another_profile_says_nothing_of_this_one(laptop: Laptop, backup: Path, tmp_path: Path) -> None:
    cadre(tmp_path, "lain").close()
    found = look_into(backup, tmp_path / "lain", PASSWORD)
    assert (found.has_present, found.lost) == (True, None)


def test_a_damaged_profile_is_put_aside_too(laptop: Laptop, backup: Path) -> None:
    profile = laptop.store.folder
    (profile / "records.db").write_bytes(b"rusak")
    assert look_into(backup, profile, PASSWORD).lost is None
    aside = take_restored(profile, NOON)
    assert aside is not None
    assert (aside / "records.db").read_bytes() == b"rusak"
    assert held(profile) == 1


def test_where_nothing_is_yet_nothing_is_put_aside(laptop: Laptop, backup: Path, tmp_path: Path) -> None:
    profile = tmp_path / "baru" / "profil"
    profile.mkdir(parents=True)
    (profile / "windows.ini").write_text("[General]\nlanguage=en\n", encoding="utf-8")
    assert not look_into(backup, profile, PASSWORD).has_present
    assert take_restored(profile, NOON) is None
    assert held(profile) == 1
    assert "en" in (profile / "windows.ini").read_text(encoding="utf-8")


def damaged(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-5000])


def no_backup(file: Path) -> None:
    file.write_bytes(b"foto")


def pulled(file: Path) -> None:
    file.unlink()


@pytest.mark.parametrize(
    ("spoil", "password", "code"),
    [
        (lambda file: None, "bukan ini", "vault.wrong_password"),
        (damaged, PASSWORD, "backup.not_a_backup"),
        (cut, PASSWORD, "backup.not_a_backup"),
        (no_backup, PASSWORD, "backup.not_a_backup"),
        (pulled, PASSWORD, "files.not_there"),
    ],
    ids=["password", "damaged", "cut", "none", "pulled"],
)
def test_what_is_refused_changes_nothing(laptop: Laptop, backup: Path, spoil: object, password: str, code: str) -> None:
    assert callable(spoil)
    spoil(backup)
    with pytest.raises(Refused, match=code):
        look_into(backup, laptop.store.folder, password)
    assert folders(laptop) == ["profil", "profil-cadangan"]
    assert held(laptop.store.folder) == 2


def test_a_backup_of_a_newer_program_is_refused(laptop: Laptop, backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "version_of", lambda engine: "9999")
    with pytest.raises(Refused, match="newer"):
        look_into(backup, laptop.store.folder, PASSWORD)
    assert folders(laptop) == ["profil", "profil-cadangan"]


def test_without_room_nothing_is_begun(laptop: Laptop, backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=1000))
    with pytest.raises(Refused, match="no_room"):
        look_into(backup, laptop.store.folder, PASSWORD)
    assert folders(laptop) == ["profil", "profil-cadangan"]


def test_while_another_window_has_it_open_nothing_is_done(laptop: Laptop, backup: Path) -> None:
    profile = laptop.store.folder
    with open_store(profile, PASSWORD), pytest.raises(Refused, match="in_use"):
        look_into(backup, profile, PASSWORD)
    look_into(backup, profile, PASSWORD)
    with open_store(profile, PASSWORD), pytest.raises(Refused, match="in_use"):
        take_restored(profile, NOON)
    assert held(profile) == 2


def test_every_call_of_the_last_step_may_fail(laptop: Laptop, backup: Path) -> None:
    """A profile is always there afterwards: the former one, or the restored one with the former one beside it."""
    profile = laptop.store.folder
    for fails_at in range(1, 20):
        look_into(backup, profile, PASSWORD)
        disk = FailingDisk(fails_at, errno.EIO)
        try:
            with disk.in_place():
                aside = take_restored(profile, NOON)
        except Refused:
            finish_restore(profile)
            assert is_profile(profile)
            assert held(profile) in (1, 2)
            if held(profile) == 1:  # only the folder could not be synced
                (former,) = [each for each in laptop.place.iterdir() if "-sebelum-" in each.name]
                shutil.rmtree(profile)
                former.rename(profile)
        if len(disk.calls) < fails_at:
            break
    assert fails_at > 3
    assert aside is not None
    assert (held(profile), held(aside)) == (1, 2)


def test_killed_between_the_two_renames_the_next_start_finishes_it(
    laptop: Laptop, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = laptop.store.folder
    look_into(backup, profile, PASSWORD)

    class Killed(BaseException):
        pass

    def die(part: Path, target: Path) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("kpm_desktop.commands.backups.restore_here.place", die)
        with pytest.raises(Killed):
            take_restored(profile, NOON)
    assert not profile.exists()
    finish_restore(profile)
    assert held(profile) == 1
    assert not (profile / "restoring").exists()


def test_what_was_only_looked_into_takes_no_place_by_itself(laptop: Laptop, backup: Path, tmp_path: Path) -> None:
    profile = tmp_path / "baru" / "profil"
    look_into(backup, profile, PASSWORD)
    finish_restore(profile)
    assert not is_profile(profile)


def test_somebodys_own_folder_of_that_name_is_left_alone(laptop: Laptop, backup: Path) -> None:
    own = laptop.place / "profil.restoring"
    own.mkdir()
    (own / "surat.txt").write_text("x", encoding="utf-8")
    drop_restorable(laptop.store.folder)
    with pytest.raises(Refused):
        look_into(backup, laptop.store.folder, PASSWORD)
    assert (own / "surat.txt").exists()


def test_those_that_can_be_restored_are_found_newest_first(laptop: Laptop, sticks: Sticks) -> None:
    first = back_up_beside(laptop.store, clock=laptop.clock)
    laptop.sleep()
    second = back_up_beside(laptop.store, clock=laptop.clock)
    stick = sticks.plug_in("KADER")
    (stick / "rusak.kpmbackup").write_bytes(b"bukan")
    back_up(laptop.store, stick / "sendiri.kpmbackup", clock=laptop.clock)
    found = find_backups(laptop.store.folder)
    assert {each.file for each in found} == {Path(first.file), Path(second.file), stick / "sendiri.kpmbackup"}
    own = [each.file for each in found if each.file.parent != stick]
    assert own == [Path(second.file), Path(first.file)]
    assert all(each.users == ("profil",) for each in found)


def test_an_older_password_opens_an_older_backup(laptop: Laptop) -> None:
    made = back_up_beside(laptop.store, clock=laptop.clock)
    before = state(laptop.store)
    new_password(laptop.store, PASSWORD, "kata sandi lain")
    laptop.store.close()
    look_into(Path(made.file), laptop.store.folder, PASSWORD)
    take_restored(laptop.store.folder, NOON)
    with open_store(laptop.store.folder, PASSWORD) as store:
        assert state(store) == before
