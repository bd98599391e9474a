"""The streams of a region and of a device are found without looking at all others."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the indexes."""
    op.execute("CREATE INDEX ix_stream_region ON stream (region_no)")
    op.execute("CREATE INDEX ix_stream_device ON stream (device)")
