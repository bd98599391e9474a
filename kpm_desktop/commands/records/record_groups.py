"""A record with all that are read as one with it, and what speaks against two such groups being one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kpm_desktop.commands.records.save_records import Doubted
from kpm_desktop.db.journal import conflicts
from kpm_desktop.db.journal.groups import groups_of, read_as_one, read_rows, representative
from kpm_desktop.db.queries.flag_answers import said_distinct
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Named, Objected, Objection, refused
from kpm_desktop.domain.merging.groups import IN_ERROR
from kpm_desktop.domain.merging.links import Links
from kpm_desktop.domain.merging.obstacles import MERGEABLE, sameness
from kpm_desktop.domain.records.base import Finding, Record, warning


@dataclass(frozen=True, slots=True)
class Group:
    """read: what everybody reads, under the representative's id. entries: the held records, as they were entered."""

    kind: str
    region: str
    region_no: int
    read: Record
    entries: tuple[Record, ...]

    @property
    def ids(self) -> frozenset[UUID]:
        """The ids of the held records."""
        return frozenset(one.id for one in self.entries)

    @property
    def links(self) -> Links:
        """Which record each is merged into."""
        return {one.id: one.merged_into_id for one in self.entries}


def group(tx: Transaction, record: UUID, region: str = "") -> Group:
    """The group of a record, as `find_record` finds it. Refused where it is not held, incomplete or of a kind that is
    never merged."""
    kind, region_no, region = conflicts.find_record(tx, record, region)
    if kind not in MERGEABLE:
        raise refused("duplicates.kind", value=record, kind=Named(kind))
    entries: list[Any] = read_rows(tx, kind, region_no, "id", groups_of(tx, kind, region_no, [record]))
    read = read_as_one(tx, kind, region_no, record)
    if read is None or record not in {one.id for one in entries}:
        raise refused("duplicates.incomplete", value=record)
    return Group(kind, region, region_no, read, tuple(sorted(entries, key=lambda one: one.id)))


def check_possible(lead: Group, other: Group) -> None:
    """Refuses what no answer could make right."""
    if lead.kind != other.kind:
        raise refused("duplicates.other_kind", one=Named(lead.kind), other=Named(other.kind))
    if lead.region != other.region:
        raise refused("duplicates.other_region", one=lead.region, other=other.region)
    if lead.ids & other.ids:
        raise refused("duplicates.already", value=other.read.id)
    for one in (lead, other):
        if one.read.status == IN_ERROR:
            raise refused("duplicates.in_error", value=one.read.id)


def check_same(tx: Transaction, lead: Group, other: Group, *, at: int, sure: bool) -> None:
    """Raises Objected where the groups cannot be one, Doubted where something asks to look again and not `sure`; `at`
    counts the records named, from 0."""
    found = list(against(tx, lead, other))
    blocking = [Objection(at, each.field, each.why, lead.kind) for each in found if each.blocks]
    if blocking:
        raise Objected(*blocking)
    if found and not sure:
        raise Doubted(*(Objection(at, each.field, each.why, lead.kind) for each in found))


def against(tx: Transaction, lead: Group, other: Group) -> Iterator[Finding]:
    """What speaks against two groups being one; what blocks cannot be."""

    def means(kind: str, record: UUID) -> UUID:
        return representative(tx, kind, record, lead.region_no)

    for found in sameness(lead.read, other.read, lead.ids | other.ids, means):
        # Each village has its own mother.
        if lead.region == other.region or found.why.code != "duplicates.other_mother":
            yield found
    if any({one, two} & lead.ids and {one, two} & other.ids for _, one, two in said_distinct(tx, lead.region)):
        yield warning("merged_into_id", "duplicates.said_distinct")
