"""An open profile: one instance, encrypted at rest, refused on an SQLite that can lose records."""

from pathlib import Path

import pytest

from kpm_desktop.commands.backups.back_up import back_up
from kpm_desktop.commands.backups.restore_backup import restore_backup
from kpm_desktop.db import engine, settings
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.domain.errors import Refused
from tests.support.profiles import CHILD, HOUSE, MONTH, PASSWORD, cadre, changes, load, state, write_rows


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = cadre(tmp_path, "k")
    load(made, write_rows(tmp_path / "in", household=[HOUSE], person=[CHILD], child_visit=[MONTH]))
    return made


def test_nothing_readable_lies_on_the_disk(store: Store, tmp_path: Path) -> None:
    names = (b"Kepala", b"Anak", b"household", b"SQLite format")
    for file in (tmp_path / "k").iterdir():
        assert not any(name in file.read_bytes() for name in names), file.name
    store.close()


def test_a_second_instance_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="in_use"):
        open_store(tmp_path / "k", PASSWORD)
    store.close()
    open_store(tmp_path / "k", PASSWORD).close()


def test_the_pragmas_are_those_decided(store: Store) -> None:
    with store, store.reading() as tx:
        pragma = {name: tx.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")}
        assert pragma == {"journal_mode": "wal", "synchronous": 2}
        assert tx.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_an_sqlite_with_the_wal_fault_is_refused() -> None:
    engine.check_sqlite((3, 51, 3))
    with pytest.raises(Refused, match="old_sqlite"):
        engine.check_sqlite((3, 51, 2))


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    with store:
        with pytest.raises(ZeroDivisionError), store.writing() as tx:
            settings.write(tx, "percobaan", 1)
            raise ZeroDivisionError
        with store.reading() as tx:
            assert settings.read(tx, "percobaan", int) is None


def test_a_backup_is_one_file_that_restores_whole(store: Store, tmp_path: Path) -> None:
    with store:
        assert back_up(store, tmp_path / "b.kpmbackup").changes == changes(store) == 3
        before = state(store)
        with store.reading() as tx:
            life = settings.read_identity(tx).life
    with restore_backup(tmp_path / "b.kpmbackup", tmp_path / "lagi", PASSWORD) as restored:
        assert state(restored) == before
        with restored.reading() as tx:
            assert settings.read_identity(tx).life != life
    assert b"Kepala" not in (tmp_path / "b.kpmbackup").read_bytes()


def test_a_cut_off_backup_is_refused(store: Store, tmp_path: Path) -> None:
    with store:
        back_up(store, tmp_path / "b")
    whole = (tmp_path / "b").read_bytes()
    for size in (0, 5, 20, 400, len(whole) // 2, len(whole) - 5000):
        (tmp_path / "cut").write_bytes(whole[:size])
        with pytest.raises(Refused):
            restore_backup(tmp_path / "cut", tmp_path / "lagi", PASSWORD)
        assert not (tmp_path / "lagi" / "keys.json").exists()
