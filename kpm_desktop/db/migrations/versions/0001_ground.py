"""The first tables: regions, the journal and its streams, one table per kind, delivery, drafts and loads.

The statements stand in 0001_ground.sql, frozen: a migration never reads today's declarations.
"""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates everything in an empty database."""
    for statement in Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            op.execute(statement)
