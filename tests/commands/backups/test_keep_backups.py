"""Backups made by themselves: once on a day something changed, onto chosen sticks alone, none let go too early."""

import errno
import shutil
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from kpm_desktop.commands.backups.back_up import back_up
from kpm_desktop.commands.backups.backup_files import file_name, folder_beside, own_files
from kpm_desktop.commands.backups.backup_notes import BY_HAND, BackupPlace, read_notes
from kpm_desktop.commands.backups.backup_places import add_place, files_at, remove_place
from kpm_desktop.commands.backups.backup_state import REMIND_DAYS, backup_state, days_without
from kpm_desktop.commands.backups.keep_backups import (
    back_up_beside,
    copy_to,
    is_due,
    note_copied,
    note_trouble,
    to_copy,
)
from kpm_desktop.commands.backups.restore_backup import restore_backup
from kpm_desktop.commands.profile.change_password import new_password
from kpm_desktop.db import settings
from kpm_desktop.db.backup import Stopped
from kpm_desktop.domain.errors import Refused
from tests.commands.backups.conftest import Laptop, Sticks
from tests.support.faults_disk import FailingDisk
from tests.support.profiles import PASSWORD, state


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def copy_all(laptop: Laptop) -> None:
    for copying in to_copy(laptop.store):
        note_copied(laptop.store, copying.place, copy_to(copying, laptop.now))


def life(laptop: Laptop) -> str:
    with laptop.store.reading() as tx:
        return settings.read_identity(tx).life


def beside(laptop: Laptop) -> Path:
    return folder_beside(laptop.store.folder)


def test_one_is_due_once_a_day_and_only_when_something_changed(laptop: Laptop) -> None:
    assert is_due(laptop.store, laptop.now)
    back_up_beside(laptop.store, clock=laptop.clock)
    laptop.work()
    assert not is_due(laptop.store, laptop.now)
    laptop.sleep()
    assert is_due(laptop.store, laptop.now)
    back_up_beside(laptop.store, clock=laptop.clock)
    laptop.sleep()
    assert not is_due(laptop.store, laptop.now)
    new_password(laptop.store, PASSWORD, "kata sandi lain")
    assert is_due(laptop.store, laptop.now)


def test_one_that_somebody_threw_away_is_due_again(laptop: Laptop) -> None:
    shutil.rmtree(Path(back_up_beside(laptop.store, clock=laptop.clock).file).parent)
    assert is_due(laptop.store, laptop.now)


def test_it_lies_beside_the_profile_whole_and_is_let_go_by_age(laptop: Laptop, tmp_path: Path) -> None:
    for _ in range(40):
        laptop.sleep()
        made = back_up_beside(laptop.store, clock=laptop.clock)
    assert len(own_files(beside(laptop), life(laptop))) == 3 + 2 + 1  # the days are among the weeks
    assert beside(laptop).stat().st_mode & 0o077 == 0
    before = state(laptop.store)
    with restore_backup(Path(made.file), tmp_path / "lagi", PASSWORD) as restored:
        assert state(restored) == before


def test_what_another_life_or_somebody_else_put_there_stays(laptop: Laptop) -> None:
    beside(laptop).mkdir()
    others = [file_name("f" * 32, laptop.now - timedelta(days=days)) for days in range(9)] + ["catatan.txt"]
    for name in others:
        (beside(laptop) / name).write_bytes(b"x")
    for _ in range(9):
        laptop.sleep()
        back_up_beside(laptop.store, clock=laptop.clock)
    assert set(others) <= set(names(beside(laptop)))


def test_a_stick_gets_nothing_unless_it_was_chosen(laptop: Laptop, sticks: Sticks) -> None:
    chosen, stranger = sticks.plug_in("KADER"), sticks.plug_in("UMUM")
    place = add_place(laptop.store, chosen)
    back_up_beside(laptop.store, clock=laptop.clock)
    copy_all(laptop)
    assert names(files_at(place)) == names(beside(laptop))
    assert names(stranger) == []
    assert to_copy(laptop.store) == []
    found = backup_state(laptop.store, today=date(2026, 11, 19))
    assert found.sticks == (stranger,)
    assert [(each.id, each.count, each.why) for each in found.places] == [("beside", 1, ()), (place.id, 1, ())]


def test_a_stick_that_is_chosen_no_longer_keeps_what_is_on_it(laptop: Laptop, sticks: Sticks) -> None:
    place = add_place(laptop.store, sticks.plug_in("KADER"))
    back_up_beside(laptop.store, clock=laptop.clock)
    copy_all(laptop)
    remove_place(laptop.store, place.id)
    laptop.work()
    laptop.sleep()
    back_up_beside(laptop.store, clock=laptop.clock)
    assert to_copy(laptop.store) == []
    assert len(names(files_at(place))) == 1


def test_another_stick_in_the_same_place_gets_nothing(laptop: Laptop, sticks: Sticks) -> None:
    place = add_place(laptop.store, sticks.plug_in("KADER"))
    back_up_beside(laptop.store, clock=laptop.clock)
    other = sticks.plug_in("KADER", "2")
    (copying,) = to_copy(laptop.store)
    with pytest.raises(Refused, match="not_plugged_in") as refusal:
        copy_to(copying, laptop.now)
    note_trouble(laptop.store, place, refusal.value)
    assert names(other) == []
    (_, told) = backup_state(laptop.store, today=date(2026, 11, 19)).places
    assert [why.code for why in told.why] == ["backup.not_plugged_in"]


def test_a_stick_is_pulled_out_while_it_is_written(
    laptop: Laptop, sticks: Sticks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For every call that may fail then: the one before lies there whole, and the next try ends well."""
    place = add_place(laptop.store, sticks.plug_in("KADER"))
    back_up_beside(laptop.store, clock=laptop.clock)
    copy_all(laptop)
    (before,) = files_at(place).iterdir()
    whole = before.read_bytes()
    laptop.work()
    laptop.sleep()
    back_up_beside(laptop.store, clock=laptop.clock)
    (copying,) = to_copy(laptop.store)
    for fails_at in range(1, 30):
        disk = FailingDisk(fails_at, errno.EIO)
        try:
            with disk.in_place():
                copy_to(copying, laptop.now)
        except Refused as refusal:
            assert refusal.reasons[0].code == "files.disk_failed"
            assert before.read_bytes() == whole
        if len(disk.calls) < fails_at:
            break
    assert fails_at > 4
    assert names(files_at(place)) == sorted([before.name, copying.source.name])


def test_a_disk_without_room_is_said_and_the_one_before_stays(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    back_up_beside(laptop.store, clock=laptop.clock)
    before = names(beside(laptop))
    laptop.sleep()
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=1 << 20))
    with pytest.raises(Refused, match="no_room"):
        back_up_beside(laptop.store, clock=laptop.clock)
    assert names(beside(laptop)) == before
    (place,) = backup_state(laptop.store, today=date(2026, 11, 20)).places
    assert [why.code for why in place.why] == ["backup.no_room"]


def test_one_that_is_given_up_leaves_nothing(laptop: Laptop) -> None:
    with pytest.raises(Stopped):
        back_up_beside(laptop.store, clock=laptop.clock, stop=lambda: True)
    assert names(beside(laptop)) == []
    assert is_due(laptop.store, laptop.now)


def test_what_a_killed_process_left_half_written_is_taken_away(laptop: Laptop) -> None:
    beside(laptop).mkdir()
    name = file_name(life(laptop), laptop.now - timedelta(days=1))
    for ending in (".part", ".db.part", ".db.part-journal"):
        (beside(laptop) / (name + ending)).write_bytes(b"half")
    made = back_up_beside(laptop.store, clock=laptop.clock)
    assert names(beside(laptop)) == [Path(made.file).name]


def test_a_clock_that_was_wrong_for_a_day_takes_no_backup_away(laptop: Laptop) -> None:
    for _ in range(3):
        laptop.sleep()
        back_up_beside(laptop.store, clock=laptop.clock)
    before = names(beside(laptop))
    laptop.sleep(-4000)
    back_up_beside(laptop.store, clock=laptop.clock)
    assert set(before) <= set(names(beside(laptop)))


def days(laptop: Laptop) -> int | None:
    with laptop.store.reading() as tx:
        return days_without(tx, laptop.store.folder, laptop.now.date())


def test_somebody_is_reminded_once_nothing_came_outside_for_two_weeks(laptop: Laptop, sticks: Sticks) -> None:
    assert days(laptop) is None
    back_up_beside(laptop.store, clock=laptop.clock)
    laptop.sleep(REMIND_DAYS - 1)
    assert days(laptop) is None
    laptop.sleep()
    assert days(laptop) == REMIND_DAYS
    back_up(laptop.store, sticks.plug_in("KADER") / "a.kpmbackup", clock=laptop.clock)
    assert days(laptop) is None
    laptop.sleep(100)
    assert days(laptop) is None, "nothing changed since"
    laptop.work()
    assert days(laptop) == 100


def test_a_backup_on_the_laptops_own_disk_is_none_outside(laptop: Laptop, tmp_path: Path) -> None:
    back_up_beside(laptop.store, clock=laptop.clock)
    back_up(laptop.store, tmp_path / "a.kpmbackup", clock=laptop.clock)
    laptop.sleep(REMIND_DAYS)
    assert days(laptop) == REMIND_DAYS
    with laptop.store.reading() as tx:
        assert not read_notes(tx).last[BY_HAND].is_outside


def test_a_stick_that_is_forgotten_still_counts_as_outside(laptop: Laptop, sticks: Sticks) -> None:
    place: BackupPlace = add_place(laptop.store, sticks.plug_in("KADER"))
    back_up_beside(laptop.store, clock=laptop.clock)
    copy_all(laptop)
    remove_place(laptop.store, place.id)
    laptop.work()
    laptop.sleep(20)
    assert days(laptop) == 20
