"""The lists of each village are kept as they were read last, so that the next start shows them at once."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table, empty."""
    op.execute(
        "CREATE TABLE kept_list (region TEXT NOT NULL, month TEXT NOT NULL, mark TEXT NOT NULL, day TEXT NOT NULL,"
        " content BLOB NOT NULL, PRIMARY KEY (region))"
    )
