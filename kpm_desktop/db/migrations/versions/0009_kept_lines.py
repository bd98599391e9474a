"""Lines that were written again are kept aside, where nothing counts them."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table, empty."""
    op.execute(
        "CREATE TABLE kept_line (name BLOB NOT NULL, change_no INTEGER NOT NULL, line BLOB NOT NULL,"
        " PRIMARY KEY (name))"
    )
