"""What every entry by hand goes through: the rules of entry, then one transaction for all records of the action."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.commands.records.begun_forms import Begun, drop_begun, shown_when_begun
from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.db import settings
from kpm_desktop.db.journal import heads, segments
from kpm_desktop.db.journal.groups import AsOne, as_one, is_shared
from kpm_desktop.db.journal.journal import Clock, Entry, system_clock
from kpm_desktop.db.queries.neighbours import Beside
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.change import plain, within_limits
from kpm_desktop.domain.entry.neighbours import findings_around
from kpm_desktop.domain.errors import Named, Objected, Objection, Reason, reason
from kpm_desktop.domain.limits import limit_reason
from kpm_desktop.domain.merging.groups import IN_ERROR
from kpm_desktop.domain.merging.merge import FieldState
from kpm_desktop.domain.own_line import Unwritable
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.catalogue import KINDS, fields, required_fields
from kpm_desktop.domain.records.identity import derived_id, new_id
from kpm_desktop.domain.records.tidy import bare, tidied
from kpm_desktop.domain.regions.coverage import is_covered

#: What says that a record is hidden, gone, back or the same as another; it can be said of any record, whatever else is
#: wrong with it.
_STANDING = frozenset({"status", "status_date", "merged_into_id"})


@dataclass(frozen=True, slots=True)
class Edit:
    """What somebody entered of one record: plain or typed values by field, None empties a field.

    id: None makes a new record. base: the heads its author was shown, linked records' included, where entry began
    earlier than now (a draft); None takes those of this moment. anew: who entered this was shown nothing of a record
    that was entered in error. region: of the record; it may be left out where one region alone holds that id.
    """

    kind: str
    values: Mapping[str, Any]
    id: UUID | None = None
    base: Mapping[str, list[str]] | None = None
    anew: bool = False
    region: str = ""


class Doubted(Objected):
    """Nothing hinders saving, but somebody should look again first."""


@dataclass(slots=True)
class Saved:
    """The id of each record, in the order of the edits, and how many changes were written."""

    ids: list[UUID] = field(default_factory=list)
    changes: int = 0


def save_records(
    store: Store,
    edits: Sequence[Edit],
    *,
    today: date,
    sure: bool = False,
    overwrite: bool = False,
    begun: Begun | None = None,
    clock: Clock = system_clock,
) -> Saved:
    """Saves records together or none of them; what is unchanged is not written.

    Linked records are one: what is entered is compared with what they say together and written into each of them whose
    heads are not exactly that value (docs/architecture.md, "Merge").

    Raises Objected where a rule forbids it, or a field was changed by somebody else since `base` and not
    `overwrite`; Doubted where a rule only asks to look again and not `sure`. An edit may name ids of records that
    stand before it (`new_id()` gives one). begun: the form it was typed into, where that kept it: what was shown there
    stands for `base`, and the draft is gone once it is saved.
    """
    with store.writing() as tx:
        return save_in(tx, edits, today=today, sure=sure, overwrite=overwrite, begun=begun, clock=clock)


def save_in(
    tx: Transaction,
    edits: Sequence[Edit],
    *,
    today: date,
    sure: bool,
    overwrite: bool = False,
    begun: Begun | None = None,
    clock: Clock,
) -> Saved:
    """The same within a transaction that does more."""
    entry = _Entry(tx, today, overwrite=overwrite, begun=begun, clock=clock)
    for at, edit in enumerate(edits):
        entry.take(at, edit)
    return entry.finish(sure=sure)


class _Entry:
    """One action on its way: each record is checked against what is held and what stands before it."""

    def __init__(self, tx: Transaction, today: date, *, overwrite: bool, begun: Begun | None, clock: Clock) -> None:
        self._tx, self._begun = tx, begun
        self._overwrite = overwrite or (begun is not None and begun.overwrite)
        self._identity = settings.read_identity(tx)
        self._shown = shown_when_begun(tx, self._identity.user, begun) if begun is not None else {}
        self._held = Beside(tx, today)
        self._batch = RecordBatch(tx, self._identity, clock)
        self._saved = Saved()
        self._objections: list[Objection] = []
        self._doubts: list[Objection] = []
        self._written: set[UUID] = set()

    def take(self, at: int, edit: Edit) -> None:
        """Checks one edit and adds what it changes."""
        values = {name: _tidied(name, edit.kind, value) for name, value in plain(edit.values).items()}
        record = edit.id or derived_id(edit.kind, values) or new_id()
        self._saved.ids.append(record)
        region = self._region(edit, record, values)
        if isinstance(region, Objection):
            self._objections.append(Objection(at, region.field, region.why, edit.kind))
            return
        self._held.stand_in(region)
        is_held = region in self._held.places(edit.kind, record)
        known = self._known(edit.kind, region, record) if is_held else AsOne(edit.kind, record, {}, ())
        before = known.shown()
        if edit.anew and before.get("status") == IN_ERROR:
            values = _anew(edit.kind, values)
        changes = {
            name: value for name, value in values.items() if value != before.get(name) or known.is_withheld(name)
        }
        merged = {name: value for name, value in {**before, **changes}.items() if value is not None}
        judged = _STANDING if known.own and changes and changes.keys() <= _STANDING else None
        wrong = [*_limits(edit.kind, changes), *self._clashes(edit, changes, known)]
        lacking = [(name, reason("rules.missing")) for name in required_fields(edit.kind) if name not in merged]
        if not judged:  # what waits for its own repair does not hinder the repair of something else
            wrong += [(name, why) for name, why in lacking if name in values or not known.is_withheld(name)]
        if not wrong and not lacking and (changes or not is_held):
            made = _record(edit.kind, record, merged)
            wrong = self._judge(at, made, region, judged, is_new=not known.own)
        self._objections += [Objection(at, name, why, edit.kind) for name, why in wrong]
        if changes and not self._objections:
            try:
                self._write(region, known, changes)
            except Unwritable as unwritable:
                self._objections += [replace(one, record=at) for one in unwritable.objections]

    def _known(self, kind: str, region: str, record: UUID) -> AsOne:
        """What is held of a record, by now: an edit before this one may have been about the same or a linked one."""
        region_no = segments.region_no(self._tx, region)
        known = as_one(self._tx, kind, region_no, record)
        if self._written.isdisjoint((record, *known.states)):
            return known
        self._batch.flush()
        return as_one(self._tx, kind, region_no, record)

    def finish(self, *, sure: bool) -> Saved:
        """Writes everything, unless something speaks against it; what was saved is no draft any longer."""
        if self._objections:
            raise Objected(*self._objections)
        if self._doubts and not sure:
            raise Doubted(*self._doubts)
        self._batch.flush()
        if self._begun is not None:
            drop_begun(self._tx, self._identity.user, self._begun.record)
        return self._saved

    def _region(self, edit: Edit, record: UUID, values: Mapping[str, Any]) -> str | Objection:
        kind, column = edit.kind, KINDS[edit.kind].HANGS_ON
        known = [edit.region] if edit.region else self._places(kind, record, values)
        if len(known) > 1:  # nobody may move what is written to where somebody else copied its id
            return Objection(0, column, reason("rules.several_regions", value=known), kind)
        region = next(iter(known), None)
        if region is None:
            return Objection(0, column, reason("rules.missing"), kind)
        if not is_covered(region, self._identity.regions):
            why = reason("rules.outside_profile", value=region, limit=self._identity.regions)
            return Objection(0, column, why, kind)
        return region

    def _places(self, kind: str, record: UUID, values: Mapping[str, Any]) -> Sequence[str]:
        """The regions a record may lie in: where one of its id is held and where what it hangs on is. A row whose id
        follows from its owner is new where the owner lives, whatever others wrote under that id elsewhere."""
        column, named = KINDS[kind].HANGS_ON, values.get(KINDS[kind].HANGS_ON)
        held = self._held.places(kind, record)
        above: tuple[str, ...] = ()
        if named is not None and column.endswith("_code"):
            above = (named,)
        elif named is not None:
            kinds = fields(kind)[column].spec.refers_to or (str(values.get("about_kind")),)
            above = self._held.places(kinds[0], UUID(named))
        both = [code for code in held if code in above]
        if both or not held:
            return both or above
        return above if above and KINDS[kind].KEY else held

    def _clashes(self, edit: Edit, changes: Mapping[str, Any], known: AsOne) -> Iterator[tuple[str, Reason]]:
        """Fields that cannot be written because of what others wrote, in the record or in one linked with it."""
        shown = edit.base if edit.id is None else self._shown.get(edit.kind, edit.base)
        base = None if self._overwrite else shown
        for name, value in changes.items():
            states = [one[name] for one in known.of_field(name) if name in one]
            if name in known.own and name in KINDS[edit.kind].KEY:
                yield name, reason("rules.key_fixed", key=[Named(edit.kind, one) for one in KINDS[edit.kind].KEY])
            elif any(state.in_conflict for state in states):
                yield name, reason("rules.in_conflict")
            elif base is not None and any(_is_unseen(state, base.get(name, ()), value) for state in states):
                yield name, reason("rules.changed_meanwhile")

    def _judge(
        self, at: int, made: Record, region: str, only: frozenset[str] | None, *, is_new: bool
    ) -> list[tuple[str, Reason]]:
        """What the rules say of a record, or of some of its fields alone."""
        found = [one for one in findings_around(made, region, self._held) if only is None or one.field in only]
        self._doubts += [Objection(at, one.field, one.why, made.KIND) for one in found if not one.blocks]
        self._held.remember(made, region, is_new=is_new)
        return [(one.field, one.why) for one in found if one.blocks]

    def _write(self, region: str, known: AsOne, changes: dict[str, Any]) -> None:
        kind = known.kind
        if not known.own:
            self._add(Entry(region, kind, known.id, changes), is_new=True)
            return
        for one, states in known.states.items():
            meant = {
                name: value
                for name, value in changes.items()
                if (is_shared(kind, name) or one == known.id) and not _is_exactly(states, name, value)
            }
            if meant:
                self._add(Entry(region, kind, one, meant, _base(states, meant)), is_new=False)

    def _add(self, entry: Entry, *, is_new: bool) -> None:
        self._batch.add(entry, is_new=is_new)
        self._written.add(entry.id)
        self._saved.changes += 1


def _base(states: heads.States, names: Iterable[str]) -> dict[str, list[str]]:
    return {name: states[name].base for name in names if name in states}


def _is_unseen(state: FieldState, base: Iterable[str], value: object) -> bool:
    """Whether a field holds what its author was not shown, and something else than what is to be written."""
    seen, wanted = set(base), msgspec.json.encode(value)
    unseen = [head for head in (*state.heads, *state.previous) if head.name not in seen]
    return any(msgspec.json.encode(head.values[state.field]) != wanted for head in unseen)


def _is_exactly(states: heads.States, name: str, value: object) -> bool:
    return name in states and states[name].distinct == (msgspec.json.encode(value),)


def _limits(kind: str, changes: Mapping[str, Any]) -> Iterator[tuple[str, Reason]]:
    for name, value in changes.items():
        declared = fields(kind)[name]
        if within_limits(declared, value) is not None:
            yield name, limit_reason(declared, value)


def _anew(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """A record that was entered in error comes back with these values and no others."""
    cleared = dict.fromkeys(name for name in fields(kind) if is_shared(kind, name))
    return {**cleared, **values, "status": "active"}


def _record(kind: str, record: UUID, merged: Mapping[str, Any]) -> Record:
    known = {name: value for name, value in merged.items() if name in fields(kind)}
    made: Record = msgspec.convert({"id": str(record), **known}, KINDS[kind])
    return made


def _tidied(name: str, kind: str, value: Any) -> Any:
    """Text as it is kept; numbers that are names without what is invisible in them. Nothing left is no value."""
    spec = fields(kind)[name].spec
    if isinstance(value, str) and spec.form == "text":
        return tidied(spec, value) or None
    if isinstance(value, str) and spec.form == "digits":
        return bare(value) or None
    return value
