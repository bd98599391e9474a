"""Each stream keeps how it stands, where its segments hang and what this device wrote last itself; what says who may
write is found by an index: an import judges what came."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the columns and the index. Nothing is judged yet; own streams go on where they reach furthest."""
    op.execute("ALTER TABLE stream ADD COLUMN standing INTEGER NOT NULL DEFAULT 0")
    op.execute("ALTER TABLE stream ADD COLUMN written INTEGER")
    op.execute("ALTER TABLE answer ADD COLUMN full_streams TEXT NOT NULL DEFAULT '[]'")
    op.execute("ALTER TABLE segment ADD COLUMN parent_seq INTEGER")
    op.execute("UPDATE segment SET parent_seq = first_seq - 1 WHERE parent_no IS NOT NULL")
    op.execute(
        "UPDATE stream SET written = (SELECT c.no FROM segment g"
        " JOIN change c ON c.segment_no = g.no AND c.seq = g.last_seq"
        " WHERE g.stream_no = stream.no ORDER BY g.last_seq DESC, g.no DESC LIMIT 1)"
        " WHERE device = (SELECT json_extract(value, '$.device') FROM setting WHERE name = 'identity')"
    )
    op.execute("CREATE INDEX ix_change_access ON change (no) WHERE kind IN ('credential', 'revocation', 'release')")
