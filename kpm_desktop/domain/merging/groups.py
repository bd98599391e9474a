"""Reads records that say they are the same as one, by `merged_into_id` (docs/scorecard.md).

Linked records form a group. Its representative is the smallest id without a link, in a group without one the
smallest id of all. The representative's value is read, an empty one from the others by id. Records with a derived
id whose remaining key is the same (two monthly rows of one child, entered under two names) are read as one. A group
is hidden only if all its members are entered in error.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

import msgspec

from kpm_desktop.domain.records.base import Record

R = TypeVar("R", bound=Record)
IN_ERROR = "entered_in_error"


@dataclass(frozen=True, slots=True)
class Groups(Generic[R]):
    """The records of one kind as they are read.

    records: one for each group that is not hidden, under its representative's id and with its references pointing
    at representatives. hidden: representatives of the groups that are; withdrawn: how those read. meant: every id that
    means another one, also ids of records not held. members: the held ids of each group of several, by representative.
    """

    records: tuple[R, ...]
    hidden: frozenset[UUID]
    meant: Mapping[UUID, UUID] = field(default_factory=dict)
    members: Mapping[UUID, tuple[UUID, ...]] = field(default_factory=dict)
    withdrawn: tuple[R, ...] = ()

    def means(self, record_id: UUID) -> UUID:
        """The representative a reference to this id means; the id itself when it is in no group."""
        return self.meant.get(record_id, record_id)

    def members_of(self, record_id: UUID) -> tuple[UUID, ...]:
        """The held ids of a record's group; of one that stands alone its own."""
        meant = self.means(record_id)
        return self.members.get(meant, (meant,))


def resolve(records: Sequence[R], **parents: Groups[Any]) -> Groups[R]:
    """The groups of one kind, given those of the kinds its reference fields point at.

    `resolve(visits, person_id=persons)`: field names as in the record dictionary. Order does not matter.
    """
    pointed, strangers = _pointed_at_representatives(records, parents)
    several = _groups_of_several(pointed)
    if not several:
        return _groups(pointed)
    grouped = {member.id for _, held in several for member in held}
    read = [record for record in pointed if record.id not in grouped]
    meant: dict[UUID, UUID] = {}
    members: dict[UUID, tuple[UUID, ...]] = {}
    for ids, held in several:
        one = _as_one(held, strangers)
        read.append(one)
        meant.update((member, one.id) for member in ids if member != one.id)
        members[one.id] = tuple(sorted(member.id for member in held))
    return _groups(read, meant, members)


def _groups(
    read: Sequence[R], meant: Mapping[UUID, UUID] | None = None, members: Mapping[UUID, tuple[UUID, ...]] | None = None
) -> Groups[R]:
    visible = tuple(record for record in read if record.status != IN_ERROR)
    withdrawn = tuple(record for record in read if record.status == IN_ERROR)
    return Groups(visible, frozenset(record.id for record in withdrawn), meant or {}, members or {}, withdrawn)


def _pointed_at_representatives(
    records: Sequence[R], parents: Mapping[str, Groups[Any]]
) -> tuple[Sequence[R], set[UUID]]:
    """References rewritten; and the ids of the derived-id records that hang on a member other than the
    representative."""
    strangers: set[UUID] = set()
    for name, parent in parents.items():
        if not parent.meant:
            continue
        pointed = []
        for record in records:
            named = getattr(record, name)
            meant = _meant_by(named, parent)
            if meant != named:
                record = msgspec.structs.replace(record, **{name: meant})
                if name in record.KEY:
                    strangers.add(record.id)
            pointed.append(record)
        records = pointed
    return records, strangers


def _meant_by(named: Any, parent: Groups[Any]) -> Any:
    """What a reference means, or each of several; two that mean one are one."""
    if isinstance(named, list):
        return sorted({parent.means(one) for one in named})
    return parent.meant.get(named, named)


def _groups_of_several(records: Sequence[R]) -> list[tuple[list[UUID], list[R]]]:
    """For each group: all its ids, also those only named by a link, and its held records."""
    ties = [(record.id, record.merged_into_id) for record in records if record.merged_into_id is not None]
    ties += _same_key(records)
    if not ties:
        return []
    by_id = {record.id: record for record in records}
    groups = _joined(ties)
    return [(ids, [by_id[member] for member in ids if member in by_id]) for ids in groups]


def _same_key(records: Sequence[R]) -> list[tuple[UUID, UUID]]:
    """Ties between records with the same key; a plain integer is compared where the key holds an id, because
    this looks at every row of a village."""
    if not records or not records[0].KEY:
        return []
    key_of = attrgetter(*(f"{name}.int" if name.endswith("_id") else name for name in records[0].KEY))
    keys = [key_of(record) for record in records]
    if len(set(keys)) == len(keys):
        return []
    first: dict[object, UUID] = {}
    pairs = ((record.id, first.setdefault(key, record.id)) for record, key in zip(records, keys, strict=True))
    return [(one, earlier) for one, earlier in pairs if one != earlier]


def _joined(ties: Iterable[tuple[UUID, UUID]]) -> list[list[UUID]]:
    """The connected parts of a graph given by its edges, each sorted."""
    above: dict[UUID, UUID] = {}

    def top(node: UUID) -> UUID:
        while (higher := above.setdefault(node, node)) != node:
            above[node] = above[higher]
            node = higher
        return node

    for one, other in ties:
        above[top(one)] = top(other)
    parts: dict[UUID, list[UUID]] = defaultdict(list)
    for node in list(above):
        parts[top(node)].append(node)
    return [sorted(part) for part in parts.values()]


class Standing(NamedTuple):
    """What decides where a record stands in its group. is_stranger: it hangs on a member of its owner's group other
    than the representative."""

    id: UUID
    is_linked: bool
    is_hidden: bool
    is_stranger: bool = False


def reading_order(members: Iterable[Standing], *, by_key: bool) -> list[UUID]:
    """The ids of a group, the representative first, as their values are looked for.

    by_key: of monthly rows and doses, those entered in error are left out while another stands, and the row of the
    representative person or pregnancy is read first.
    """
    held = list(members)
    if by_key:
        held = [one for one in held if not one.is_hidden] or held
    first = min(held, key=lambda one: (one.is_stranger, one.is_linked, one.id))
    others = sorted((one for one in held if one is not first), key=lambda one: (one.is_stranger, one.id))
    return [one.id for one in (first, *others)]


def _as_one(held: Sequence[R], strangers: set[UUID]) -> R:
    """What a group reads as."""
    standing = (
        Standing(one.id, one.merged_into_id is not None, one.status == IN_ERROR, one.id in strangers) for one in held
    )
    by_id = {one.id: one for one in held}
    order = [by_id[each] for each in reading_order(standing, by_key=bool(held[0].KEY))]
    first = order[0]
    values = {name: _first_answer(order, name) for name in first.__struct_fields__}
    statuses = [member.status for member in order if member.status != IN_ERROR]
    values |= {"id": first.id, "merged_into_id": None, "status": statuses[0] if statuses else IN_ERROR}
    return msgspec.structs.replace(first, **values)


def _first_answer(order: Sequence[Record], name: str) -> object:
    for member in order:
        value = getattr(member, name)
        if is_answer(value):
            return value
    return None


def is_answer(value: object) -> bool:
    """Whether a value says anything."""
    return value is not None and value != []
