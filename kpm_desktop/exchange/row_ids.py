"""What rows are called: an id, a key a derived id is made of, or a `ref` other rows point at (docs/records.md)."""

from collections.abc import Callable, Mapping
from functools import cache
from uuid import UUID

from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.merging.candidates import other_of, rule_of
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields
from kpm_desktop.domain.records.identity import derived_id, new_id
from kpm_desktop.exchange.cells import BadCell, as_uuid, parse, shown

Cells = Mapping[str, str]
#: The one text that may name another record (`domain/merging/candidates.py`).
RULE = "rule"


@cache
def _within_kind(kind: str) -> tuple[str, ...]:
    """The columns by which a record must point at another of its kind and region. `merged_into_id` is none of
    them: two records may be linked with each other."""
    return tuple(
        field.name
        for field in fields(kind).values()
        if field.spec.form == "reference" and not field.spec.foreign and kind in field.spec.refers_to
    )


class RowIds:
    """Ids of the rows of one folder. `loaded` gives the refs of a kind this profile loaded before."""

    def __init__(self, loaded: Callable[[str], dict[str, UUID]]) -> None:
        self._loaded = loaded
        self._refs: dict[str, dict[str, UUID]] = {}
        self._claimed: dict[str, dict[UUID, int]] = {}
        self._doubled: set[tuple[str, str]] = set()
        self._used: set[tuple[str, str]] = set()
        self._inward: set[str] = set()
        self._moved: dict[tuple[str, UUID], UUID] = {}
        self._apart: set[tuple[str, str]] = set()

    def move(self, kind: str, given: UUID, taken: UUID) -> None:
        """A row of this folder cannot have the id it gives: it and what points at it take another one."""
        self._moved[kind, given] = taken

    def named_before(self, kind: str, cells: Cells) -> UUID | None:
        """The record of a row that is known by its `ref` alone, where that was loaded before."""
        if "id" in cells or DICTIONARY[kind].KEY:
            return None
        return self._known(kind).get(cells.get("ref", ""))

    def move_named(self, kind: str, ref: str, taken: UUID) -> None:
        """A row of this folder is another record than the one loaded by its `ref` before; what was loaded by that name
        stays so, and this one is remembered by its id."""
        self._known(kind)[ref] = taken
        self._apart.add((kind, ref))

    def claim(self, kind: str, cells: Cells) -> UUID | None:
        """First pass: gives a row its id and remembers its ref. Gives the id."""
        record = self._identify(kind, cells)
        if isinstance(record, Reason):
            return None
        ref = cells.get("ref")
        if ref is not None:
            if "id" not in cells and not DICTIONARY[kind].KEY and (kind, ref) in self._used:
                self._doubled.add((kind, ref))
            self._used.add((kind, ref))
            self._known(kind).setdefault(ref, record)
        counts = self._claimed.setdefault(kind, {})
        counts[record] = counts.get(record, 0) + 1
        if any(name in cells for name in _within_kind(kind)):
            self._inward.add(kind)
        return record

    def points_inward(self, kind: str) -> bool:
        """Whether some row of a kind's file points at a record of its own kind."""
        return kind in self._inward

    def points_at(self, kind: str, cells: Cells) -> set[UUID]:
        """The rows of its own file that a row points at."""
        named = (self.resolve(kind, cells[name]) for name in _within_kind(kind) if name in cells)
        return {record for record in named if record is not None and self.is_here(kind, record)}

    def is_here(self, kind: str, record: UUID) -> bool:
        """Whether a row of this folder is this record."""
        return record in self._claimed.get(kind, {})

    def name_of(self, kind: str, cells: Cells) -> tuple[str, UUID] | Reason:
        """Second pass: the name a row is remembered by and its id, or why it has none."""
        record = self._identify(kind, cells)
        if isinstance(record, Reason):
            return record
        ref = cells.get("ref")
        if ref is not None and (kind, ref) in self._doubled:
            return reason("load.ref_twice", value=shown(ref))
        if self._claimed.get(kind, {}).get(record, 0) > 1:
            return reason("load.record_twice")
        by_ref = ref is not None and "id" not in cells and not DICTIONARY[kind].KEY and (kind, ref) not in self._apart
        return (str(ref) if by_ref else str(record)), record

    def resolve(self, kind: str, text: str, *, is_foreign: bool = False) -> UUID | None:
        """The id a `*_id` cell means: itself, or the row of that ref. is_foreign: it may lie in another village."""
        given = as_uuid(text)
        if given is None:
            return self._known(kind).get(text)
        return given if is_foreign else self._moved.get((kind, given), given)

    def said(self, text: str, cells: Cells) -> str:
        """A text of a row, where it names a record of this folder that took another id (`duplicate_of:`) with that."""
        named = other_of(text)
        taken = None if named is None else self._moved.get((cells.get("about_kind", ""), named))
        return text if taken is None else rule_of(taken)

    def _identify(self, kind: str, cells: Cells) -> UUID | Reason:
        derived = self._derived(kind, cells) if DICTIONARY[kind].KEY else None
        if "id" in cells:
            given = as_uuid(cells["id"])
            if given is None:
                return reason("rules.bad_id", value=shown(cells["id"]))
            if derived is not None and given not in (derived, self._derived(kind, cells, is_given=True)):
                return reason("rules.wrong_id", value=given, limit=derived, key=DICTIONARY[kind].KEY)
            return derived or self._moved.get((kind, given), given)
        if DICTIONARY[kind].KEY:
            return derived or reason("load.no_key", key=DICTIONARY[kind].KEY)
        if "ref" not in cells:
            return reason("load.no_name")
        return self._known(kind).setdefault(cells["ref"], new_id())

    def _derived(self, kind: str, cells: Cells, *, is_given: bool = False) -> UUID | None:
        """The id that follows from the key; is_given: by the ids as they stand in the file."""
        values: dict[str, object] = {}
        for name in DICTIONARY[kind].KEY:
            field = fields(kind)[name]
            text = cells.get(name)
            if text is None:
                return None
            if field.spec.form == "reference":
                values[name] = self.resolve(self.kind_named(kind, name, cells), text, is_foreign=is_given)
            else:
                try:
                    value = parse(field, text)
                except BadCell:
                    return None
                values[name] = self.said(value, cells) if name == RULE and not is_given else value
        return derived_id(kind, values)

    def kind_named(self, kind: str, column: str, cells: Cells) -> str:
        """The kind a reference column of a row points at."""
        return (fields(kind)[column].spec.refers_to or (cells.get("about_kind", kind),))[0]

    def _known(self, kind: str) -> dict[str, UUID]:
        if kind not in self._refs:
            self._refs[kind] = self._loaded(kind) if kind in DICTIONARY else {}
        return self._refs[kind]
