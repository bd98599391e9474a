"""Somebody is recorded in two villages: in one of them the person moved out, to live in the other."""

from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.record_groups import Group, check_same, group
from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Named, refused
from kpm_desktop.domain.records.person import Person


def note_move(
    store: Store,
    left: UUID,
    arrived: UUID,
    on: date,
    *,
    region: str = "",
    other_region: str = "",
    today: date,
    sure: bool = False,
    clock: Clock = system_clock,
) -> None:
    """Notes that the person of one record moved out on a day, and that the other record is the same person (its
    `moved_from_id`). region, other_region: of either. Both stay, each in the journal of its village. Refused for what
    is no person, for two records of one village, which are merged instead, where one of them is not there any more, and
    where the arrived one is said to have been somebody else. Raises Objected where they cannot be the same, Doubted
    where something asks to look again and not `sure`."""
    with store.writing() as tx:
        before, now = group(tx, left, region), group(tx, arrived, other_region)
        _check(before, now)
        check_same(tx, before, now, at=1, sure=sure)
        leaving = Edit("person", {"status": "moved_out", "status_date": on}, left, region=before.region)
        save_in(tx, [leaving], today=today, sure=sure, clock=clock)
        # What else is doubtful about the arrived record is not asked about here.
        arriving = Edit("person", {"moved_from_id": before.read.id}, arrived, region=now.region)
        save_in(tx, [arriving], today=today, sure=True, clock=clock)


def _check(before: Group, now: Group) -> None:
    for one in (before, now):
        if one.kind != "person":
            raise refused("duplicates.moves_only_people", kind=Named(one.kind))
        if one.read.status != "active":
            raise refused("duplicates.not_there", value=one.read.id)
    if before.region == now.region:
        raise refused("duplicates.same_region", value=before.region)
    assert isinstance(now.read, Person)
    if now.read.moved_from_id not in {None, *before.ids}:
        raise refused("duplicates.moved_before", value=now.read.id)
