"""Somebody died. A mother's children stay targets, in the care of a guardian."""

from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.begun_forms import Begun
from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.db.journal.conflicts import held_at
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.queries.families import children_of
from kpm_desktop.db.store import Store


def record_death(
    store: Store,
    person: UUID,
    on: date,
    *,
    guardian: str = "",
    region: str = "",
    today: date,
    sure: bool = False,
    begun: Begun | None = None,
    clock: Clock = system_clock,
) -> int:
    """Notes the death, and for each of her children the guardian's name where one is given; gives how many children
    have one now. Refused where the person is not held. Raises Objected, and Doubted where there are later visits and
    not `sure`; begun as in `save_records`."""
    with store.writing() as tx:
        region_no, code = held_at(tx, "person", person, region)
        children = children_of(tx, region_no, person) if guardian else []
        death = Edit("person", {"status": "died", "status_date": on}, person, region=code)
        save_in(tx, [death], today=today, sure=sure, begun=begun, clock=clock)
        # What else is doubtful about the children is not asked about at their mother's death.
        cared = [Edit("person", {"guardian_name": guardian}, child, region=code) for child in children]
        save_in(tx, cared, today=today, sure=True, clock=clock)
    return len(children)
