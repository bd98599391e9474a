"""A household is nobody's task any more."""

from datetime import date
from uuid import UUID

from kpm_desktop.commands.households.assign_households import ending
from kpm_desktop.commands.records.save_records import save_in
from kpm_desktop.db.journal.conflicts import place_of
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.queries import assignments
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import refused


def end_assignment(
    store: Store, assignment: UUID, *, region: str = "", today: date, clock: Clock = system_clock
) -> None:
    """Ends an assignment today. Refused where there is none of this id, or it has ended before."""
    with store.writing() as tx:
        place = place_of(tx, "assignment", assignment, region)
        meant = place[1] if place is not None else "", assignment
        row = next((row for row in assignments.assignments(tx) if (row.region, row.id) == meant), None)
        if row is None or (row.until is not None and row.until <= today):
            raise refused("assign.no_assignment", value=assignment)
        save_in(tx, [ending(row, today)], today=today, sure=True, clock=clock)
