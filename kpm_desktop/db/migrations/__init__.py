"""Schema versions. Alembic is loaded only when there is something to do: it costs more than a whole start."""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from kpm_desktop.domain.errors import refused

_SCRIPTS = Path(__file__).parent / "versions"
#: The schema versions there are, oldest first: each script's name begins with its own.
KNOWN = tuple(sorted(script.stem.partition("_")[0] for script in _SCRIPTS.glob("[0-9]*_*.py")))
HEAD = KNOWN[-1]


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
