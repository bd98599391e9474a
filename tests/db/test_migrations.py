"""Schema versions: what the migrations make is what the tables declare, and a newer database is left alone."""

from pathlib import Path
from shutil import copytree
from typing import NamedTuple
from uuid import UUID

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from kpm_desktop.db import migrations, vault
from kpm_desktop.db.engine import DATABASE, open_engine
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.store import open_store
from kpm_desktop.db.tables import metadata
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.catalogue import DICTIONARY
from tests.support.profiles import PASSWORD, cadre

OLD_PROFILE = Path(__file__).parent.parent / "old_versions" / "profile-0001"
OLD_PASSWORD = "rahasia-desa"


def test_head_is_the_newest_script() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == migrations.HEAD
    assert [script.revision for script in scripts.walk_revisions()][::-1] == list(migrations.KNOWN)


def test_the_migrations_make_the_declared_tables(tmp_path: Path) -> None:
    with cadre(tmp_path) as store, store.reading() as tx:
        assert compare_metadata(MigrationContext.configure(tx), metadata) == []


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    with cadre(tmp_path, "k") as store, store.writing() as tx:
        tx.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = (tmp_path / "k" / "records.db").read_bytes()
    with pytest.raises(Refused, match=r"store\.newer"):
        open_store(tmp_path / "k", PASSWORD)
    assert (tmp_path / "k" / "records.db").read_bytes() == before
    assert list((tmp_path / "k").glob("*.kpmbackup")) == []


def test_an_older_database_is_backed_up_before_it_is_migrated(tmp_path: Path) -> None:
    with cadre(tmp_path, "k") as store, store.writing() as tx:
        tx.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrations, "KNOWN", ("0000", *migrations.KNOWN))
        patch.setattr(migrations, "upgrade", _pretend)
        open_store(tmp_path / "k", PASSWORD).close()
    assert [file.name for file in (tmp_path / "k").glob("*.kpmbackup")] == [f"before-{migrations.HEAD}.kpmbackup"]
    with open_store(tmp_path / "k", PASSWORD) as store, store.reading() as tx:
        assert tx.execute(text("SELECT version_num FROM alembic_version")).scalar() == migrations.HEAD


def _pretend(engine: object) -> None:
    """Stands for the step from 0000, which never existed."""
    with engine.connect() as connection, connection.begin():  # type: ignore[attr-defined]
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{migrations.HEAD}'"))


def test_a_profile_of_the_first_form_is_brought_up_to_date(tmp_path: Path) -> None:
    """A profile that version 0.1.0 made, with a row of every kind (its README names the password)."""
    folder = copytree(OLD_PROFILE, tmp_path / "k")
    before = looked_into(folder)
    assert before.version == migrations.KNOWN[0] == OLD_PROFILE.name.removeprefix("profile-")
    with open_store(folder, OLD_PASSWORD) as store, store.reading() as tx:
        assert compare_metadata(MigrationContext.configure(tx), metadata) == []
        made = tx.execute(text("SELECT sql FROM sqlite_master WHERE name = 'ix_change_link'")).scalar_one()
    after = looked_into(folder)
    assert (after.version, after.lines) == (migrations.HEAD, before.lines)
    assert {kind: after.rows[kind] for kind in before.rows} == before.rows
    assert (len(before.lines), min(before.rows.values())) == (28, 1)
    assert "instr(line, '\"merged_into_id\":') > 0" in made
    assert f"before-{migrations.HEAD}.kpmbackup" in {file.name for file in folder.glob("*.kpmbackup")}


def test_drafts_of_before_take_the_region_of_their_record(tmp_path: Path) -> None:
    folder = copytree(OLD_PROFILE, tmp_path / "k")
    engine = open_engine(folder / DATABASE, vault.unlock(vault.read_keys(folder), OLD_PASSWORD).data_key)
    with engine.connect() as connection, connection.begin():
        person, code = connection.execute(
            text("SELECT p.id, r.code FROM person p JOIN region r ON r.no = p.region_no LIMIT 1")
        ).one()
        hanging = f'{{"fields": {{"person_id": "{UUID(bytes=person)}"}}}}'
        rows = [
            ("person", person, '{"fields": {}}'),
            ("child_visit", b"1" * 16, hanging),
            ("referral", b"2" * 16, hanging),
        ]
        for kind, record, answers in rows:
            connection.exec_driver_sql(
                "INSERT INTO draft (user, kind, record, answers, base, at) VALUES ('Sari', ?, ?, ?, '{}', '')",
                (kind, record, answers),
            )
    engine.dispose()
    with open_store(folder, OLD_PASSWORD) as store, store.reading() as tx:
        found = {draft.kind: draft.region for draft in drafts.of_user(tx, "Sari")}
    assert found == {"person": code, "child_visit": code, "referral": ""}


class Inside(NamedTuple):
    """What a database holds, whatever its form: its version, the journal's lines, and how many rows each kind has."""

    version: str | None
    lines: list[bytes]
    rows: dict[str, int]


def looked_into(folder: Path) -> Inside:
    """Looks into a profile without opening it as the program does."""
    engine = open_engine(folder / DATABASE, vault.unlock(vault.read_keys(folder), OLD_PASSWORD).data_key)
    try:
        with engine.connect() as connection:
            lines = list(connection.execute(text("SELECT line FROM change ORDER BY line")).scalars())
            kinds = DICTIONARY.keys() & set(inspect(connection).get_table_names())
            rows = {kind: connection.execute(text(f"SELECT count(*) FROM {kind}")).scalar_one() for kind in kinds}
        return Inside(migrations.version_of(engine), lines, rows)
    finally:
        engine.dispose()
