"""A draft says of which region it is: an id alone does not."""

import json
from typing import Any
from uuid import UUID

from alembic import op
from sqlalchemy import Connection

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

#: What a record hangs on, by the field that names it.
_ABOVE = (("pregnancy_id", "pregnancy"), ("person_id", "person"), ("household_id", "household"))
#: What is kept under an id that follows from what it hangs on.
_MONTHLY = ("pregnancy_visit", "child_visit")


def upgrade() -> None:
    """Fills it from the record the draft was shown beside until now, or from what that hangs on; a new row of a
    register names its village itself and has none."""
    tx = op.get_bind()
    op.execute("ALTER TABLE draft RENAME TO draft_before")
    op.execute(
        "CREATE TABLE draft (no INTEGER NOT NULL, user TEXT NOT NULL, kind TEXT NOT NULL, record BLOB NOT NULL,"
        " answers TEXT NOT NULL, base TEXT NOT NULL, at TEXT NOT NULL, region TEXT NOT NULL, PRIMARY KEY (no),"
        " CONSTRAINT uq_draft UNIQUE (user, region, kind, record))"
    )
    rows = tx.exec_driver_sql("SELECT no, user, kind, record, answers, base, at FROM draft_before ORDER BY no").all()
    for row in rows:
        tx.exec_driver_sql(
            "INSERT INTO draft (no, user, kind, record, answers, base, at, region) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, _region(tx, row[2], row[3], json.loads(row[4]))),
        )
    op.execute("DROP TABLE draft_before")


def _region(tx: Connection, kind: str, record: bytes, kept: dict[str, Any]) -> str:
    about = kept.get("about")
    asked = [(kind, UUID(about).bytes if about else record)]
    if kept.get("form") or kind in _MONTHLY:
        asked += [(owner, UUID(kept["fields"][name]).bytes) for name, owner in _ABOVE if kept["fields"].get(name)]
    for one, key in asked:
        found = tx.exec_driver_sql(
            f"SELECT r.code FROM {one} t JOIN region r ON r.no = t.region_no WHERE t.id = ? ORDER BY r.code", (key,)
        ).scalar()
        if found is not None:
            return str(found)
    return ""
