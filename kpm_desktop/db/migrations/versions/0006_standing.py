"""Each stream keeps how it stands, and what says who may write is found by an index: an import judges what came."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column, not judged yet, and the index."""
    op.execute("ALTER TABLE stream ADD COLUMN standing INTEGER NOT NULL DEFAULT 0")
    op.execute("CREATE INDEX ix_change_access ON change (no) WHERE kind IN ('credential', 'revocation', 'release')")
