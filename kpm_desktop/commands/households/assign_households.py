"""Households are given to a cadre; who had them before has them no longer."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.assigned_targets import Helper, helpers_in
from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.db.journal.conflicts import place_of
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.queries import assignments
from kpm_desktop.db.queries.assignments import AssignmentRow
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.identity import fold_name, new_id


def assign_households(
    store: Store,
    households: Sequence[UUID],
    to: str,
    *,
    region: str = "",
    today: date,
    clock: Clock = system_clock,
) -> int:
    """Gives households of one village to somebody of that village and says how many are new to that person.

    to: the id of a `cadre` record, or a name; the person of a laptop who has no `cadre` record yet gets one.
    Refused where a household is not held, they lie in several villages, or nobody there is called so.
    """
    with store.writing() as tx:
        village = _village(tx, households, region)
        helper = _helper(tx, village, to)
        cadre = helper.id or new_id()
        edits = [] if helper.id else [_new_cadre(cadre, helper, village, today)]
        given = 0
        rows = [row for row in assignments.assignments(tx) if row.region == village]
        held = [row for row in rows if row.until is None or row.until > today]
        for household in dict.fromkeys(households):
            had = [row for row in held if row.household == household]
            if any(row.cadre == cadre and row.holds(today) for row in had):
                had = [row for row in had if row.cadre != cadre]
            else:
                given += 1
                values = {"household_id": household, "cadre_id": cadre, "from_date": today}
                edits.append(Edit("assignment", values, new_id(), region=village))
            edits += [ending(row, today) for row in had]
        save_in(tx, edits, today=today, sure=True, clock=clock)
        return given


def ending(row: AssignmentRow, today: date) -> Edit:
    """What ends an assignment; one that has not begun never holds."""
    return Edit("assignment", {"to_date": max(row.since, today)}, row.id, region=row.region)


def _village(tx: Transaction, households: Sequence[UUID], region: str) -> str:
    villages = set()
    for household in households:
        found = place_of(tx, "household", household, region)
        if found is None:
            raise refused("assign.no_household", value=household)
        villages.add(found[1])
    if len(villages) != 1:
        raise refused("assign.several_villages", value=sorted(villages))
    return villages.pop()


def _helper(tx: Transaction, village: str, to: str) -> Helper:
    helpers = helpers_in(tx, village)
    found = [one for one in helpers if str(one.id) == to.strip().lower()]
    found = found or [one for one in helpers if fold_name(one.name) == fold_name(to)]
    if not found:
        raise refused("assign.nobody", value=to, limit=[one.name for one in helpers] or "–")
    if len(found) > 1:
        raise refused("assign.several", value=to, limit=[f"{one.name} ({one.id})" for one in found])
    return found[0]


def _new_cadre(cadre: UUID, helper: Helper, village: str, today: date) -> Edit:
    values = {"full_name": helper.name, "role": helper.role, "village_code": village, "started_on": today}
    return Edit("cadre", values, cadre)
