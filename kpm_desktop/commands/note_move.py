"""Somebody is recorded in two villages: in one of them the person moved out, to live in the other."""

from datetime import date
from uuid import UUID

from kpm_desktop.commands.record_groups import Group, group
from kpm_desktop.commands.save_records import Edit, save_in
from kpm_desktop.db.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import refused


def note_move(store: Store, left: UUID, arrived: UUID, on: date, *, today: date, clock: Clock = system_clock) -> None:
    """Notes that the person of one record moved out on a day, and that the other record is the same person (its
    `moved_from_id`). Both stay, each in the journal of its village. Refused for what is no person, for two records of
    one village, which are merged instead, and where the first one is not there any more. Raises Objected."""
    with store.writing() as tx:
        before, now = group(tx, left), group(tx, arrived)
        _check(before, now)
        edits = [
            Edit("person", {"status": "moved_out", "status_date": on}, left),
            Edit("person", {"moved_from_id": before.read.id}, arrived),
        ]
        save_in(tx, edits, today=today, sure=True, clock=clock)


def _check(before: Group, now: Group) -> None:
    for one in (before, now):
        if one.kind != "person":
            raise refused("twins.moves_only_people", kind=one.kind)
        if one.read.status != "active":
            raise refused("twins.not_there", value=one.read.id)
    if before.region == now.region:
        raise refused("twins.same_region", value=before.region)
