"""A register's rows: every record of a kind in order, whom it is about, what became of it, and the user's drafts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from kpm_desktop.commands.records.record_states import RecordState, read_states
from kpm_desktop.db import settings
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.queries.register_rows import RegisterRow, regions_with, register_rows, with_people
from kpm_desktop.db.queries.survey import region_codes
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.domain.registers.about import About
from kpm_desktop.domain.registers.register import STATE, SUBJECT, VILLAGE, Register

#: Of what was typed and cannot be taken yet, so much can be shown as it stands.
_AS_TYPED = ("text", "digits", "date", "count", "measure")


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One row. values: plain, by field. is_draft: nothing of it is saved yet. is_hidden: entered in error, itself or
    whom it is about. is_unshown: its values cannot be read."""

    id: UUID
    region: str
    values: Mapping[str, Any]
    about: About | None
    state: RecordState
    marks: Mapping[str, Sequence[str]]
    is_draft: bool = False
    is_hidden: bool = False
    entries: int = 1
    is_unshown: bool = False


def register_list(store: Store, register: Register, *, villages: Sequence[str] = ()) -> list[RegisterLine]:
    """Everything of a kind that this profile holds, or what lies in these regions: what this user began and did not
    save first, each in the register's own order."""
    with store.reading() as tx:
        codes = [code for code in regions_with(tx, register.kind) if _is_wanted(villages, code)]
        states = read_states(tx)
        rows = register_rows(tx, register.kind, codes)
        numbers = {code: no for no, code in region_codes(tx).items()}
        held = [_line(row, states.of(numbers[row.region], register.kind, row.id)) for row in rows]
        begun = _drafts(tx, store.user, register, {(line.region, line.id) for line in held}, villages)
    return [*sorted(begun, key=sort_key(register)), *sorted(held, key=sort_key(register))]


def sort_key(register: Register, order: Sequence[str] = ()) -> Any:
    """The key by which lines stand in an order, the register's own unless another is given; what is empty comes
    last."""
    parts = [(name.removeprefix("-"), name.startswith("-")) for name in order or register.order]

    def key(line: RegisterLine) -> tuple[Any, ...]:
        return (*(_Placed(place(register, line, name), last) for name, last in parts), str(line.id))

    return key


def place(register: Register, line: RegisterLine, name: str) -> Any:
    """By what a line is sorted in a column: a choice as it is declared, a name without its capitals."""
    if name == SUBJECT:
        return line.about.name.casefold() if line.about is not None else None
    if name == VILLAGE:
        return line.region
    if name == STATE:
        return line.state.value
    value = line.values.get(name)
    choices = fields(register.kind)[name].spec.choices
    if value in choices and isinstance(value, str):
        return choices.index(value)
    if isinstance(value, list):
        return len(value)
    return value.casefold() if isinstance(value, str) else value


class _Placed:
    """A value among others of its column, turned round where the last is to come first; nothing stands last anyhow."""

    __slots__ = ("is_turned", "value")

    def __init__(self, value: Any, is_turned: bool) -> None:
        self.value, self.is_turned = value, is_turned

    def __lt__(self, other: "_Placed") -> bool:
        if self.value is None or other.value is None:
            return self.value is not None and other.value is None
        if type(self.value) is not type(other.value):  # a choice this program does not know
            return isinstance(self.value, int)
        return bool(other.value < self.value) if self.is_turned else bool(self.value < other.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Placed) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)


def _is_wanted(villages: Sequence[str], code: str) -> bool:
    return not villages or is_covered(code, villages)


def _line(row: RegisterRow, state: RecordState) -> RegisterLine:
    return RegisterLine(
        row.id,
        row.region,
        row.values,
        row.about,
        state,
        row.marks,
        is_hidden=row.is_hidden,
        entries=row.entries,
        is_unshown=row.is_unshown,
    )


def _drafts(
    tx: Transaction, user: str, register: Register, held: set[tuple[str, UUID]], villages: Sequence[str]
) -> list[RegisterLine]:
    """What this user began and never saved, with what was typed and cannot be taken yet."""
    own = settings.read_identity(tx).regions
    found = []
    for draft in drafts.of_user(tx, user):
        if draft.kind != register.kind or (draft.region, draft.id) in held:
            continue
        typed = {name: text for name, text in draft.typed.items() if fields(draft.kind)[name].spec.form in _AS_TYPED}
        values = {name: value for name, value in {**draft.answers, **typed}.items() if value not in (None, "")}
        code = values.get(DICTIONARY[draft.kind].HANGS_ON) if register.place_field else own[0]
        found.append(RegisterRow(draft.id, str(code or own[0]), values))
    return [
        replace(_line(row, RecordState.DRAFT), is_draft=True)
        for row in with_people(tx, register.kind, found)
        if _is_wanted(villages, row.region)
    ]


def count_open(store: Store, register: Register) -> int:
    """How many records still wait for something; all of them where a register closes none."""
    with store.reading() as tx:
        rows = register_rows(tx, register.kind, regions_with(tx, register.kind))
    return sum(not row.is_hidden and row.values.get(register.groups) not in register.closed for row in rows)
