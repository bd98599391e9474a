"""Changes that link a record with another, or part them, are found by an index: histories tell of them."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds an index of these few changes alone."""
    op.execute("CREATE INDEX ix_change_link ON change (region_no, kind) WHERE instr(line, '\"merged_into_id\":') > 0")
