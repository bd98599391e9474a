"""A pregnancy whose dates nobody knows keeps the month that was told, and when."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the two columns, empty."""
    op.execute("ALTER TABLE pregnancy ADD COLUMN gestational_age_months INTEGER")
    op.execute("ALTER TABLE pregnancy ADD COLUMN gestational_age_on TEXT")
