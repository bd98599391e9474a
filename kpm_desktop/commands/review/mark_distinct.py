"""Two records look the same and are not: nobody is asked about them again, on any laptop."""

from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.record_groups import group
from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Named, refused
from kpm_desktop.domain.merging.candidates import rule_of


def mark_distinct(
    store: Store,
    one: UUID,
    other: UUID,
    *,
    region: str = "",
    other_region: str = "",
    today: date,
    clock: Clock = system_clock,
) -> None:
    """Saves the answer as a `flag_answer` about the record with the smaller id, so that two people who say it write the
    same record; of two people in different villages it travels with the village of that one. Refused where they are
    merged already: they are unmerged first."""
    (first, where), (second, elsewhere) = sorted(((one, region), (other, other_region)))
    with store.writing() as tx:
        groups = group(tx, first, where), group(tx, second, elsewhere)
        if groups[0].kind != groups[1].kind:
            raise refused("duplicates.other_kind", one=Named(groups[0].kind), other=Named(groups[1].kind))
        if groups[0].region != groups[1].region and groups[0].kind != "person":
            raise refused("duplicates.other_region", one=groups[0].region, other=groups[1].region)
        if groups[0].region == groups[1].region and groups[0].ids & groups[1].ids:
            raise refused("duplicates.merged_now", value=second)
        values = {"about_kind": groups[0].kind, "about_id": str(first), "rule": rule_of(second), "answer": "confirmed"}
        edit = Edit("flag_answer", {**values, "status": "active"}, region=groups[0].region)
        save_in(tx, [edit], today=today, sure=True, clock=clock)
