"""A record is not the same as those it was merged with: it stands alone again, the others stay together."""

from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.record_groups import Group, group
from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.db.journal.groups import read_rows
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.merging.links import parted


def unmerge_record(store: Store, record: UUID, *, region: str = "", today: date, clock: Clock = system_clock) -> int:
    """Takes a record out of its group, whichever of them holds the links, and gives how many links that changed.

    Everything is shown as before but for what was saved meanwhile, which stays in each of them. Pregnancies of a woman
    part with her. Refused where the record is not merged with any; Objected while a link is in conflict.
    """
    with store.writing() as tx:
        found = group(tx, record, region)
        if len(found.ids) < 2 and found.links.get(record) is None:
            raise refused("duplicates.not_merged", value=record)
        edits = _edits(found, record)
        if found.kind == "person":
            edits += _pregnancies(tx, found, record)
        return save_in(tx, edits, today=today, sure=True, clock=clock).changes


def _edits(found: Group, record: UUID) -> list[Edit]:
    changes = parted(found.links, record)
    return [Edit(found.kind, {"merged_into_id": target}, one, region=found.region) for one, target in changes.items()]


def _pregnancies(tx: Transaction, found: Group, person: UUID) -> list[Edit]:
    """What parts her pregnancies from those of the others. The link of one pregnancy is changed once."""
    own = read_rows(tx, "pregnancy", found.region_no, "person_id", [person])
    changed: dict[UUID, Edit] = {}
    for carried in own:
        together = group(tx, carried.id, found.region)
        if any(each.person_id != person for each in together.entries):  # type: ignore[attr-defined]
            changed |= {edit.id: edit for edit in _edits(together, carried.id) if edit.id is not None}
    return list(changed.values())
