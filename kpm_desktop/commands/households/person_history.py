"""Riwayat: one person's timeline, every change with its author, laptop and state, and what became of each value."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from kpm_desktop.commands.records.linked_records import Known, latest, read_as, resolved
from kpm_desktop.commands.records.record_states import RecordState, way_out
from kpm_desktop.commands.records.value_fates import Past, ValueChange
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import peers
from kpm_desktop.db.journal import conflicts, quarantined, segments
from kpm_desktop.db.journal.conflicts import Choice, Conflict
from kpm_desktop.db.journal.undelivered import lies_in
from kpm_desktop.db.queries import drafts, history, household_records
from kpm_desktop.db.queries.drafts import Draft
from kpm_desktop.db.queries.history import Key, Written
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import in_range, told_month
from kpm_desktop.domain.change import within_limits
from kpm_desktop.domain.merging.candidates import other_of
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.catalogue import DICTIONARY, KINDS, fields
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.sync.access import Access, read_access


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One change of one record, or a draft (`at` then is when it was last kept).

    laptop: what the author's device is called; own: it is this one. month: of a monthly row, or of the row a remark is
    about. shown: the record's values as everybody sees them. beside: others whose changes of other fields of this
    record were merged with this one; all of them count. is_reported: a supervisor withholds it.
    begun: what a form is kept under that somebody went away from (`begun_forms.py`).
    """

    key: str
    region: str
    kind: str
    record: UUID
    month: str
    at: str
    user: str
    role: str
    laptop: str
    own: bool
    state: RecordState
    is_first: bool
    values: tuple[ValueChange, ...]
    shown: Mapping[str, Any]
    beside: tuple[str, ...] = ()
    disputes: tuple[Conflict, ...] = ()
    is_reported: bool = False
    begun: UUID | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody should look at it."""
        return self.is_reported or bool(self.disputes) or any(each.is_open for each in self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonHistory:
    """entries: drafts first, then the newest change first. latest: (kind, field, value, month) of what is known last.
    names: what the ids among the values are called. members: how many linked records of the person are read as one.
    about: kind and values of the record whose history this is, where that hangs on no person."""

    person: Person | None
    household: Household | None
    posyandu: str
    region: str
    entries: tuple[Entry, ...]
    latest: tuple[Known, ...]
    names: Mapping[str, str]
    members: int
    about: tuple[str, Mapping[str, Any]] | None = None


def person_history(store: Store, person: UUID, *, region: str = "") -> PersonHistory:
    """The timeline of a person and of whoever is linked as the same. Refused where the person is not held."""
    with store.reading() as tx:
        return _History(tx, store.user, *conflicts.held_at(tx, "person", person, region)).of(person)


def record_history(store: Store, kind: str, record: UUID, *, region: str = "") -> PersonHistory:
    """The timeline of a record that is about no person, such as a class. Refused where it is not held."""
    with store.reading() as tx:
        return _History(tx, store.user, *conflicts.held_at(tx, kind, record, region)).of_record(kind, record)


def _when(entry: Entry) -> tuple[str, str]:
    return in_range(entry.at), entry.key


class _History:
    """One reading of one person or record, in one transaction."""

    def __init__(self, tx: Transaction, user: str, region_no: int, region: str) -> None:
        self._tx, self._user = tx, user
        self._region_no, self._region = region_no, region
        self._identity: Identity = settings.read_identity(tx)
        self._access: Access = read_access(tx, self._identity)
        self._laptops = {peer.device: peer.device_name for peer in peers.peers(tx)}
        self._unsent, self._unheld = way_out(tx, self._identity)
        self._reported = frozenset(quarantined.reported(tx))

    def of(self, person: UUID) -> PersonHistory:
        found = history.records_about(self._tx, self._region_no, person)
        read = history.read_all(self._tx, self._region_no, found)
        groups = resolved(read)
        written = self._spoken(history.changes_of(self._tx, self._region_no, found))
        chains = segments.chains(self._tx)
        pasts = {key: Past(w, chains, read_as(groups.get(key[0]), key[1])) for key, w in _by_record(written).items()}
        entries = [entry for key, past in pasts.items() for entry in self._entries(key, past, pasts)]
        entries += self._linked(found, read)
        entries.sort(key=_when, reverse=True)
        one = next(iter(groups["person"].records), None) or next(iter(read["person"]), None)
        drafted = [*self._drafts(found, pasts), *self._others_drafts(found, pasts)]
        entries = [*drafted, *entries]
        home = self._home(one)
        return PersonHistory(
            person=one if isinstance(one, Person) else None,
            household=home,
            posyandu=household_records.posyandu_name(self._tx, self._region_no, home.posyandu_id) if home else "",
            region=self._region,
            entries=tuple(entries),
            latest=tuple(latest(groups)),
            names=self._names(entries, one),
            members=len(found["person"]),
        )

    def _spoken(self, written: Iterable[Written]) -> list[Written]:
        """Each change by whom it is certified to be."""
        return [replace(one, user=self._access.speaker(one.device, one.user)) for one in written]

    def _names(self, entries: Sequence[Entry], one: Record | None) -> dict[str, str]:
        here = history.names_of(self._tx, self._region_no, _mentioned(entries, one))
        moved = {key for key in _mentioned(entries, None, foreign=True) if str(key[1]) not in here}
        return here | history.names_elsewhere(self._tx, self._region_no, moved)

    def of_record(self, kind: str, record: UUID) -> PersonHistory:
        found = history.records_with(self._tx, kind, self._region_no, record)
        written = self._spoken(history.changes_of(self._tx, self._region_no, found))
        chains = segments.chains(self._tx)
        pasts = {key: Past(w, chains, None) for key, w in _by_record(written).items()}
        entries = [entry for key, past in pasts.items() for entry in self._entries(key, past, pasts)]
        entries.sort(key=_when, reverse=True)
        own = pasts.get((kind, record))
        drafted = [*self._drafts(found, pasts), *self._others_drafts(found, pasts)]
        return PersonHistory(
            person=None,
            household=None,
            posyandu="",
            region=self._region,
            entries=(*drafted, *entries),
            latest=(),
            names=self._names(entries, None),
            members=len(found[kind]),
            about=(kind, own.shown if own is not None else {}),
        )

    def _linked(self, found: Mapping[str, list[UUID]], read: Mapping[str, list[Record]]) -> Iterable[Entry]:
        """How their households and posyandu, and records that were theirs once, were linked and parted."""
        homes = sorted({one.household_id for one in read["person"] if isinstance(one, Person)})
        others = self._spoken(history.links_about(self._tx, self._region_no, found, homes))
        chains = segments.chains(self._tx)
        pasts = {key: Past(writes, chains, None) for key, writes in _by_record(others).items()}
        for key, past in pasts.items():
            for entry in self._entries(key, past, pasts):
                values = tuple(value for value in entry.values if value.field == history.LINK)
                if values:
                    yield replace(entry, is_first=False, values=values, beside=())

    def _home(self, person: Record | None) -> Household | None:
        if not isinstance(person, Person):
            return None
        found = history.read_all(self._tx, self._region_no, {"household": [person.household_id]})["household"]
        return found[0] if found and isinstance(found[0], Household) else None

    def _entries(self, key: Key, past: Past, pasts: Mapping[Key, Past]) -> Iterable[Entry]:
        disputes = self._disputes(key, past)
        for written, values, beside in past.changes():
            name = written.write.name
            own_disputes = tuple(each for each in disputes if any(c.change == name for c in each.choices))
            is_reported = name in self._reported and past.is_head(name)
            is_open = is_reported or bool(own_disputes) or any(value.is_open for value in values)
            own = written.device == self._identity.device
            yield Entry(
                key=name,
                region=self._region,
                kind=key[0],
                record=key[1],
                month=_month(past, pasts),
                at=written.write.at,
                user=written.user,
                role=self._role(written.device, own=own),
                laptop=self._laptops.get(written.device) or written.device[:8],
                own=own,
                state=RecordState.REPAIR if is_open else self._state(written.place),
                is_first=written is past.first,
                values=values,
                shown=past.shown,
                beside=beside,
                disputes=own_disputes,
                is_reported=is_reported,
            )

    def _state(self, place: tuple[int, int]) -> RecordState:
        if lies_in(place, self._unsent):
            return RecordState.SAVED
        return RecordState.EXPORTED if lies_in(place, self._unheld) else RecordState.RECEIVED

    def _role(self, device: str, *, own: bool) -> str:
        statement = self._access.statement_of(device)
        return self._identity.role if own else statement.role if statement else ""

    def _disputes(self, key: Key, past: Past) -> list[Conflict]:
        """The fields in conflict, as the dialog that closes them takes them."""
        found = []
        for field, state in past.states.items():
            if state.in_conflict:
                writers = [(head, past.author(head.name)) for head in state.heads]
                choices = tuple(
                    Choice(change=head.name, value=head.values[field], user=by.user, at=head.at, device=by.device)
                    for head, by in writers
                )
                found.append(
                    Conflict(
                        region=self._region,
                        region_no=self._region_no,
                        kind=key[0],
                        id=key[1],
                        field=field,
                        choices=choices,
                    )
                )
        return found

    def _drafts(self, found: Mapping[str, Collection[UUID]], pasts: Mapping[Key, Past]) -> Iterable[Entry]:
        for draft in drafts.of_user(self._tx, self._user):
            if draft.region != self._region:
                continue
            if draft.record in found.get(draft.kind, ()) or _hangs_on(draft, found):
                past = pasts.get((draft.kind, draft.record))
                shown = past.shown if past else {}
                yield self._draft(
                    kind=draft.kind,
                    record=draft.record,
                    begun=draft.id if draft.form else None,
                    at=draft.at,
                    user=draft.user,
                    values=tuple(
                        ValueChange(name, value, (shown[name],) if shown.get(name) is not None else ())
                        for name, value in draft.answers.items()
                        if value != shown.get(name)
                    ),
                    shown={**shown, **draft.answers},
                )

    def _others_drafts(self, found: Mapping[str, list[UUID]], pasts: Mapping[Key, Past]) -> Iterable[Entry]:
        for user, kind, record, at in history.drafts_of_others(self._tx, self._user, self._region, found):
            past = pasts.get((kind, record))
            yield self._draft(kind=kind, record=record, at=at, user=user, values=(), shown=past.shown if past else {})

    def _draft(
        self,
        *,
        kind: str,
        record: UUID,
        at: str,
        user: str,
        values: tuple[ValueChange, ...],
        shown: Mapping[str, Any],
        begun: UUID | None = None,
    ) -> Entry:
        return Entry(
            key=f"draft {user} {begun or record}",
            region=self._region,
            kind=kind,
            record=record,
            month=told_month(shown.get("month")),
            at=at,
            user=user,
            role=self._identity.role,
            laptop="",
            own=True,
            state=RecordState.DRAFT,
            is_first=False,
            values=values,
            shown=shown,
            begun=begun,
        )


def _by_record(written: Iterable[Written]) -> dict[Key, list[Written]]:
    found: dict[Key, list[Written]] = {}
    for each in written:
        found.setdefault((each.kind, each.record), []).append(each)
    return found


def _month(past: Past, pasts: Mapping[Key, Past]) -> str:
    """The month of a monthly row, or of the one a remark is about."""
    month = past.shown.get("month")
    about = past.shown.get("about_kind"), past.shown.get("about_id")
    if month is None and about[0] in DICTIONARY and about[1]:
        other = pasts.get((str(about[0]), UUID(str(about[1]))))
        month = other.shown.get("month") if other else None
    return told_month(month)


def _hangs_on(draft: Draft, found: Mapping[str, Collection[UUID]]) -> bool:
    """Whether a row that was never saved is about one of these people or pregnancies."""
    for column, kind in (("person_id", "person"), ("pregnancy_id", "pregnancy")):
        owner = draft.answers.get(column)
        if owner is not None and UUID(str(owner)) in found.get(kind, ()):
            return True
    return False


def _kind_named(entry: Entry, field: str) -> str:
    """The kind of what a reference names: its own, unless the declaration says otherwise."""
    kinds = fields(entry.kind)[field].spec.refers_to
    return kinds[0] if kinds else str(entry.shown.get("about_kind") or entry.kind)


def _mentioned(entries: Iterable[Entry], person: Record | None, *, foreign: bool = False) -> set[Key]:
    """The records other fields point at, by the kind they name; `foreign`: those alone that may be elsewhere."""
    found: set[Key] = set()
    for entry in entries:
        declared = fields(entry.kind) if entry.kind in KINDS else {}
        for value in entry.values:
            spec = declared[value.field].spec if value.field in declared else None
            if spec is not None and spec.form == "reference" and (spec.foreign or not foreign):
                kind = _kind_named(entry, value.field)
                given = (one for one in (value.value, *value.before) if one)
                found.update((kind, UUID(one)) for one in given if within_limits(declared[value.field], one) is None)
        other, about = other_of(str(entry.shown.get("rule") or "")), entry.shown.get("about_id")
        if other is not None and about is not None and not foreign:
            found.update((str(entry.shown.get("about_kind")), one) for one in (other, UUID(str(about))))
    if isinstance(person, Person) and person.mother_id is not None:
        found.add(("person", person.mother_id))
    return found
