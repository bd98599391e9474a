"""What a record's status was before it was entered in error; only the journal still knows."""

from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.db.queries.history import changes_of
from kpm_desktop.domain.merging.merge import Write

HIDDEN = "entered_in_error"


def former_status(tx: Connection, region_no: int, kind: str, record: UUID) -> str:
    """The status that stood when the record was hidden; `active` where none had been written.

    What was written upon what is followed rather than the authors' clocks, which may be wrong.
    """
    changes = [one for one in changes_of(tx, region_no, {kind: [record]}) if not one.is_ignored]
    told = {one.write.name: one.write for one in changes if "status" in one.write.values}
    replaced = {name for write in told.values() for name in write.base.get("status", ())}
    standing = [write for name, write in told.items() if name not in replaced]
    while (newest := _newest(standing)) is not None and newest.values["status"] == HIDDEN:
        standing = [told.pop(name) for name in newest.base.get("status", ()) if name in told]
    return "active" if newest is None else str(newest.values["status"])


def _newest(writes: list[Write]) -> Write | None:
    """Of several the one that hides the record; its `base` leads on."""
    shown = [write for write in writes if "status" not in write.withheld]
    return max(shown, key=lambda write: (write.values["status"] == HIDDEN, write.age), default=None)
