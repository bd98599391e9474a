"""A proposed factor of the Poedji Rochjati score becomes one that is recorded: a cadre says that it is so."""

from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.save_records import Edit, Saved, save_in
from kpm_desktop.db.journal.conflicts import place_of
from kpm_desktop.db.journal.groups import as_one
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import refused


def confirm_factor(
    store: Store, pregnancy: UUID, code: str, *, region: str = "", today: date, clock: Clock = system_clock
) -> Saved:
    """Adds a risk to those of a pregnancy. Refused where it is not held; raises Objected."""
    with store.writing() as tx:
        place = place_of(tx, "pregnancy", pregnancy, region)
        held = as_one(tx, "pregnancy", place[0], pregnancy) if place is not None else None
        if held is None:
            raise refused("repair.no_record", value=pregnancy)
        known = held.shown().get("risk_reasons") or []
        values = {"risk_reasons": sorted({*known, code})}
        edit = Edit("pregnancy", values, pregnancy, held.base(), region=region)
        return save_in(tx, [edit], today=today, sure=True, clock=clock)
