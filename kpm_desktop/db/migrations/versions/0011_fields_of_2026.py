"""Fields of 2026: tablets by kind, the Poedji Rochjati score, what a household drinks, decrees, counts for IDM."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_COLUMNS = {
    "pregnancy": {"pre_pregnancy_weight_g": "INTEGER", "married_on": "TEXT"},
    "pregnancy_visit": {"iron_kind": "TEXT", "kspr_contact": "INTEGER"},
    "child_visit": {"deworming": "INTEGER", "neonatal_visits": "INTEGER"},
    "household": {"water_source": "TEXT", "has_septic_tank": "INTEGER"},
    "cadre": {"decree_no": "TEXT", "decree_date": "TEXT"},
    "convergence_action": {"title": "TEXT"},
    "village_profile": {
        "decree_no": "TEXT",
        "camat_name": "TEXT",
        "camat_nip": "TEXT",
        "girls_total": "INTEGER",
        "girls_anaemic": "INTEGER",
        "catin_total": "INTEGER",
    },
}


def upgrade() -> None:
    """Adds the columns, empty. What newer programs said in them is taken up at the opening (docs/decisions/0023)."""
    for table, columns in _COLUMNS.items():
        for name, form in columns.items():
            op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {form}")
