"""A pregnancy ends in a birth: one child, twins, or none that lived, all in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.commands.records.begun_forms import Begun
from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.db.journal.conflicts import place_of
from kpm_desktop.db.journal.groups import representative
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.queries.rule_context import Held
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected, Objection, reason
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy

#: A second birth of the same pregnancy would double the children.
_ENDED = ("live_birth", "stillbirth", "miscarriage")


def register_birth(
    store: Store,
    pregnancy: UUID,
    birth: Mapping[str, Any],
    children: Sequence[Mapping[str, Any]],
    *,
    region: str = "",
    today: date,
    sure: bool = False,
    begun: Begun | None = None,
    clock: Clock = system_clock,
) -> list[UUID]:
    """Ends a pregnancy with `birth` (outcome, delivery_date, delivery_place, birth_attendant) and saves the children.

    Each child takes the mother's household, the mother and the day of birth, of several also its place in the order,
    unless it says otherwise. Raises Objected or Doubted; record 0 is the pregnancy, the children follow. A live birth
    has at least one child; a pregnancy ends only once. begun as in `save_records`.
    """
    if birth.get("outcome") == "live_birth" and not children:
        raise Objected(Objection(0, "outcome", reason("entry.no_child"), "pregnancy"))
    with store.writing() as tx:
        held = Held(tx, today)
        place = place_of(tx, "pregnancy", pregnancy, region)
        if place is None:
            raise Objected(Objection(0, "person_id", reason("entry.no_mother"), "pregnancy"))
        region_no, code = place
        held.stand_in(code)
        carried = held.record("pregnancy", pregnancy)
        mother = held.record("person", carried.person_id) if isinstance(carried, Pregnancy) else None
        if not isinstance(carried, Pregnancy) or not isinstance(mother, Person):
            raise Objected(Objection(0, "person_id", reason("entry.no_mother"), "pregnancy"))
        if carried.outcome in _ENDED:
            raise Objected(Objection(0, "outcome", reason("entry.already_ended"), "pregnancy"))
        common = {
            "household_id": mother.household_id,
            "mother_id": representative(tx, "person", mother.id, region_no),
            "birth_date": birth.get("delivery_date"),
        }
        edits = [Edit("pregnancy", birth, pregnancy, region=code)]
        for order, child in enumerate(children, start=1):
            ordered = {"birth_order": order} if len(children) > 1 else {}
            edits.append(Edit("person", {**common, **ordered, **child}, region=code))
        saved = save_in(tx, edits, today=today, sure=sure, begun=begun, clock=clock)
    return saved.ids[1:]
