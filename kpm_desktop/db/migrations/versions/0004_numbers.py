"""Whoever else has a NIK or a KIA number is found by an index: the rules of entry ask for it."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds an index of the numbers that are known."""
    for kind, field in (("person", "nik"), ("person", "kia_number"), ("pregnancy", "kia_number")):
        op.execute(f"CREATE INDEX IF NOT EXISTS ix_{kind}_{field} ON {kind} ({field}) WHERE {field} IS NOT NULL")
