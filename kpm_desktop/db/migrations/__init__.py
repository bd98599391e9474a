"""Schema versions. Alembic is loaded only when there is something to do: it costs more than a whole start."""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from kpm_desktop.domain.errors import refused

HEAD = "0003"
KNOWN = ("0001", "0002", "0003")


def version_of(engine: Engine) -> str | None:
    """The schema version of a database; None for an empty one."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def check_known(version: str | None) -> None:
    """Refuses a database that a newer program has written."""
    if version is not None and version not in KNOWN:
        raise refused("store.newer", found=version, limit=HEAD)


def upgrade(engine: Engine) -> None:
    """Brings a database to HEAD in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)
