"""Schema versions: what the migrations make is what the tables declare, and a newer database is left alone."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from kpm_desktop.db import migrations
from kpm_desktop.db.store import open_store
from kpm_desktop.db.tables import metadata
from kpm_desktop.domain.errors import Refused
from tests.support.profiles import PASSWORD, cadre


def test_head_is_the_newest_script() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == migrations.HEAD
    assert {script.revision for script in scripts.walk_revisions()} == set(migrations.KNOWN)


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
    with cadre(tmp_path, "k") as store, store.writing() as tx:
        tx.execute(text("DROP INDEX ix_change_link"))
        for name in ("gestational_age_months", "gestational_age_on"):
            tx.execute(text(f"ALTER TABLE pregnancy DROP COLUMN {name}"))
        tx.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with open_store(tmp_path / "k", PASSWORD) as store, store.reading() as tx:
        assert compare_metadata(MigrationContext.configure(tx), metadata) == []
        made = tx.execute(text("SELECT sql FROM sqlite_master WHERE name = 'ix_change_link'")).scalar_one()
    assert "instr(line, '\"merged_into_id\":') > 0" in made
    assert [file.name for file in (tmp_path / "k").glob("*.kpmbackup")] == [f"before-{migrations.HEAD}.kpmbackup"]
