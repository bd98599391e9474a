"""One record of a register as its form and `kpm register show` need it, and saving it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.commands.records.record_states import RecordState, states_of
from kpm_desktop.commands.records.save_records import Edit, Saved, save_in
from kpm_desktop.db import settings
from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal.conflicts import place_of
from kpm_desktop.db.journal.groups import AsOne, as_one
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.journal.rows import marks_of_group
from kpm_desktop.db.journal.undelivered import Key
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.queries.drafts import Draft
from kpm_desktop.db.queries.register_rows import RegisterRow, people_read_as, register_row
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.registers.about import About
from kpm_desktop.domain.registers.register import Register


@dataclass(frozen=True, slots=True)
class RegisterRecord:
    """values: plain, as everybody reads them; empty where nothing is saved yet. base: by field the heads shown now.
    people: whoever the record names, in the order it names them; those not held here are left out. draft: what this
    user began and did not save."""

    id: UUID
    region: str
    values: Mapping[str, Any]
    base: Mapping[str, list[str]]
    marks: Mapping[str, Sequence[str]]
    people: tuple[About, ...]
    state: RecordState
    draft: Draft | None

    @property
    def is_new(self) -> bool:
        """Whether nothing of it is saved."""
        return not self.values


def register_record(store: Store, register: Register, record: UUID, *, region: str = "") -> RegisterRecord:
    """A record, saved or only begun. Refused where neither is held."""
    with store.reading() as tx:
        place = place_of(tx, register.kind, record, region)
        draft = drafts.find(tx, store.user, place[1] if place is not None else "", register.kind, record)
        row = register_row(tx, register.kind, record, place[1]) if place is not None else None
        if row is None:
            if draft is None:
                raise refused("repair.no_record", value=record)
            people = _people(tx, register, draft.answers, settings.read_identity(tx).regions)
            return RegisterRecord(record, "", {}, draft.base, {}, people, RecordState.DRAFT, draft)
        read = _read(tx, register.kind, row)
        values = {name: value for name, value in read.shown().items() if value is not None}
        return RegisterRecord(
            record,
            row.region,
            values,
            read.base(),
            marks_of_group(tx, register.kind, read.states, segments.region_no(tx, row.region)),
            _people(tx, register, {**values, **(draft.answers if draft else {})}, [row.region]),
            _state(tx, (segments.region_no(tx, row.region), register.kind, record)),
            draft,
        )


def save_register_record(
    store: Store,
    kind: str,
    record: UUID,
    values: Mapping[str, Any],
    *,
    region: str = "",
    today: date,
    base: Mapping[str, list[str]] | None = None,
    sure: bool = False,
    overwrite: bool = False,
    clock: Clock = system_clock,
) -> Saved:
    """Saves a record, known in a region or new and without one, and forgets what was kept of it while it was typed.
    base: the heads that were shown when the form was opened; those of a draft count instead, it began earlier. Raises
    Objected and Doubted as `save_records` does; the draft stays then."""
    with store.writing() as tx:
        place = place_of(tx, kind, record, region)
        code = place[1] if place is not None else ""
        draft = drafts.find(tx, store.user, code, kind, record)
        shown = draft.base if draft is not None else base
        edit = Edit(kind, values, record, shown, region=code)
        saved = save_in(tx, [edit], today=today, sure=sure, overwrite=overwrite, clock=clock)
        drafts.drop(tx, store.user, code, kind, record)
    return saved


def _state(tx: Transaction, key: Key) -> RecordState:
    return states_of(tx, [key])[key]


def _read(tx: Transaction, kind: str, row: RegisterRow) -> AsOne:
    return as_one(tx, kind, segments.region_no(tx, row.region), row.id)


def _people(
    tx: Transaction, register: Register, values: Mapping[str, Any], regions: Sequence[str]
) -> tuple[About, ...]:
    """Whoever is named, of the record's region; of what is only begun, of the first of these that holds somebody."""
    named = [values.get(register.person_field)] if register.person_field else []
    named += values.get(register.people_field) or [] if register.people_field else []
    ids = [UUID(str(one)) for one in named if one]
    found: dict[UUID, About] = {}
    for region in regions:
        found = people_read_as(tx, region, ids) | found
    return tuple(dict.fromkeys(found[one] for one in ids if one in found))
