"""What waits has a place in a waiting room, whose oldest goes first; a bundle of which something waits is looked at
again."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the columns. What waits already keeps its order and counts as large as it lies there."""
    op.execute("ALTER TABLE waiting_range ADD COLUMN no INTEGER NOT NULL DEFAULT 0")
    op.execute("ALTER TABLE waiting_range ADD COLUMN size INTEGER NOT NULL DEFAULT 0")
    op.execute("UPDATE waiting_range SET no = rowid, size = length(header) + length(lines)")
    op.execute("CREATE INDEX ix_waiting_device ON waiting_range (device, region)")
    op.execute("ALTER TABLE candidate ADD COLUMN room TEXT NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE bundle_in ADD COLUMN is_whole INTEGER NOT NULL DEFAULT 1")
    op.execute("UPDATE bundle_in SET is_whole = 0 WHERE device IN (SELECT device FROM waiting_range)")
