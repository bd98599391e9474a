"""A woman of the register is pregnant."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.commands.records.begun_forms import Begun
from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.db.journal.conflicts import place_of
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.queries.families import ongoing_of
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected, Objection, reason


def month_told(values: Mapping[str, Any], today: date) -> dict[str, Any]:
    """What is entered of a pregnancy, a month of pregnancy with the day it was told."""
    if "gestational_age_months" not in values or "gestational_age_on" in values:
        return dict(values)
    return {**values, "gestational_age_on": None if values["gestational_age_months"] is None else today}


def register_pregnancy(
    store: Store,
    person: UUID,
    values: Mapping[str, Any],
    *,
    region: str = "",
    today: date,
    sure: bool = False,
    begun: Begun | None = None,
    clock: Clock = system_clock,
) -> UUID:
    """Saves a new ongoing pregnancy and gives its id. Raises Objected also while another one is ongoing, be it
    of a linked entry of her: its end is recorded first, or it is corrected. Raises Doubted as `save_records` does.
    begun: the id under which it was kept while it was typed; that draft is gone then."""
    whose = begun.record if begun is not None else None
    told = {"outcome": "ongoing", **month_told(values, today), "person_id": person}
    with store.writing() as tx:
        place = place_of(tx, "person", person, region)
        if place is not None and ongoing_of(tx, place[0], person):
            raise Objected(Objection(0, "outcome", reason("entry.already_pregnant"), "pregnancy"))
        edit = Edit("pregnancy", told, whose, region=place[1] if place is not None else region)
        return save_in(tx, [edit], today=today, sure=sure, begun=begun, clock=clock).ids[0]
