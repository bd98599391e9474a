"""The right value in the place of one that breaks a limit, or none: an ordinary save that closes the matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.commands.records.begun_forms import Begun
from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.commands.review.repair_list import Repair, repairs_in
from kpm_desktop.db import settings
from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal.conflicts import check_one
from kpm_desktop.db.journal.groups import as_one
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.journal.quarantined import Withheld
from kpm_desktop.db.queries import history, oversight
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.merging.groups import IN_ERROR
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.sync.access import read_access

EARLIER_MONTHS = 3


@dataclass(frozen=True, slots=True)
class RepairView:
    """A withheld value with all that helps to enter the right one.

    earlier: (month, value) before it, the oldest first. candidates: (id, name) a withheld reference may mean. shown:
    the heads this rests on (names).
    """

    repair: Repair
    earlier: tuple[tuple[str, Any], ...]
    candidates: tuple[tuple[UUID, str], ...]
    shown: tuple[str, ...]


def repair_view(store: Store, record: UUID, field: str, change: str = "", *, region: str = "") -> RepairView:
    """Looks up what is withheld of a field (of a certain change, where it is named). Refused where nothing is."""
    with store.reading() as tx:
        repair = _repair(tx, record, field, change, region)
        found = repair.withheld
        place = segments.region_no(tx, found.region), found.kind, found.id
        earlier = oversight.earlier_values(tx, *place, field, EARLIER_MONTHS) if field else []
        return RepairView(repair, tuple(earlier), tuple(_candidates(tx, repair)), _heads(tx, repair))


def repair_value(
    store: Store,
    record: UUID,
    field: str,
    value: Any,
    *,
    region: str = "",
    today: date,
    shown: Sequence[str] | None = None,
    sure: bool = False,
    begun: Begun | None = None,
    clock: Clock = system_clock,
) -> Repair:
    """Saves `value` (None empties the field) over what is withheld, by the rules of every entry; the change names the
    withheld one and what was shown instead. shown: the heads somebody looked at (`RepairView.shown`), where that was
    earlier than now. begun: of the form it was typed into, whose draft goes with it. Refused where nothing of the field
    is withheld; raises Objected and Doubted as `save_records` does, and then nothing was changed."""
    with store.writing() as tx:
        repair = _repair(tx, record, field, "", region)
        base = None if shown is None else {field: list(shown)}
        found = repair.withheld
        edit = Edit(found.kind, {field: value}, record, base, region=found.region)
        save_in(tx, [edit], today=today, sure=sure, begun=begun, clock=clock)
        return repair


def set_aside(store: Store, record: UUID, *, region: str = "", today: date, clock: Clock = system_clock) -> None:
    """Marks a record whose change is withheld whole as entered in error, which closes the matter on every laptop.
    Refused where nothing is withheld whole."""
    with store.writing() as tx:
        identity = settings.read_identity(tx)
        held = [one.withheld for one in repairs_in(tx, identity, read_access(tx, identity)) if one.is_whole]
        found = _meant([one for one in held if one.id == record], record, region)
        if found is None:
            raise refused("repair.not_whole", value=record)
        edit = Edit(found.kind, {"status": IN_ERROR}, record, region=found.region)
        save_in(tx, [edit], today=today, sure=True, clock=clock)


def _repair(tx: Transaction, record: UUID, field: str, change: str, region: str) -> Repair:
    identity = settings.read_identity(tx)
    held = [
        repair
        for repair in repairs_in(tx, identity, read_access(tx, identity))
        if (repair.withheld.id, repair.withheld.field) == (record, field) and change in ("", repair.withheld.change)
    ]
    found = _meant([one.withheld for one in held], record, region)
    if found is None:
        raise refused("repair.not_withheld", value=record, field=field or "*")
    return next(one for one in held if one.withheld is found)


def _meant(found: Sequence[Withheld], record: UUID, region: str) -> Withheld | None:
    """The first in the region that is named, else in the only one; nobody guesses between several."""
    here = [one for one in found if region in ("", one.region)]
    check_one(record, {one.region for one in here})
    return here[0] if here else None


def _heads(tx: Transaction, repair: Repair) -> tuple[str, ...]:
    found = repair.withheld
    one = as_one(tx, found.kind, segments.region_no(tx, found.region), found.id)
    return tuple(one.base().get(found.field, ()))


def _candidates(tx: Transaction, repair: Repair) -> list[tuple[UUID, str]]:
    """The records a withheld reference may mean: those whose id is in it, in whatever spelling."""
    found = repair.withheld
    declared = fields(found.kind).get(found.field) if found.kind in KINDS else None
    if declared is None or declared.spec.form not in ("reference", "references"):
        return []
    written = repair.written if isinstance(repair.written, list) else [repair.written]
    ids = [one for text in [*written, repair.shown] if (one := _as_id(text)) is not None]
    wanted = {(kind, one) for kind in declared.spec.refers_to or (found.kind,) for one in ids}
    names = history.names_of(tx, segments.region_no(tx, found.region), wanted)
    return [(one, names[str(one)]) for one in dict.fromkeys(ids) if str(one) in names]


def _as_id(text: object) -> UUID | None:
    try:
        return UUID(text) if isinstance(text, str) else None
    except ValueError:
        return None
