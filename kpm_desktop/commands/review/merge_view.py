"""Before a merge: both records field by field, what will be shown afterwards, and what speaks against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.commands.records.record_groups import Group, against, check_possible, group
from kpm_desktop.commands.review.likely_duplicates import Face, Faces, read_village
from kpm_desktop.db.journal.groups import is_shared
from kpm_desktop.db.queries import history
from kpm_desktop.db.queries.flag_answers import said_distinct
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.change import plain
from kpm_desktop.domain.errors import Reason, refused
from kpm_desktop.domain.merging.candidates import likely_pairs
from kpm_desktop.domain.merging.groups import is_answer, resolve
from kpm_desktop.domain.merging.links import joined
from kpm_desktop.domain.records.catalogue import fields


@dataclass(frozen=True, slots=True)
class MergeLine:
    """A field both or one of them fill in: plain values, None where empty. after: what is shown then."""

    field: str
    first: Any
    second: Any
    after: Any

    @property
    def differs(self) -> bool:
        """Whether they say different things."""
        return is_answer(self.first) and is_answer(self.second) and bool(self.first != self.second)


@dataclass(frozen=True, slots=True)
class MergeView:
    """lines: in the declared order. names: what ids among the values are called. refusals: why it cannot be; doubts:
    what to look at first, as (field, reason). first, second: what each is read as now."""

    region: str
    kind: str
    first: UUID
    second: UUID
    lines: tuple[MergeLine, ...]
    names: Mapping[str, str]
    refusals: tuple[tuple[str, Reason], ...]
    doubts: tuple[tuple[str, Reason], ...]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Whom a record may be merged with: others of its kind and village. likely: their ids, the likeliest first."""

    own: Face
    likely: tuple[UUID, ...]
    others: tuple[Face, ...]


def merge_candidates(store: Store, record: UUID, *, region: str = "") -> Candidates:
    """Everybody of the same kind and village but the record itself, by name. Refused where it is not held, or was
    entered in error."""
    with store.reading() as tx:
        own = group(tx, record, region)
        village = read_village(tx, own.region)
        faces = Faces(village)
        if not faces.has(own.kind, own.read.id):
            raise refused("duplicates.in_error", value=record)
        likely = []
        for pair in likely_pairs(village, said_distinct(tx, own.region)):
            if own.read.id in (pair.first, pair.second) and pair.kind == own.kind:
                likely.append(pair.second if pair.first == own.read.id else pair.first)
        others = [face for face in faces.all_of(own.kind) if face.id != own.read.id]
        others.sort(key=lambda face: (face.name, face.hamlet))
        return Candidates(faces.of(own.kind, own.read.id), tuple(likely), tuple(others))


def merge_view(store: Store, first: UUID, second: UUID, *, region: str = "") -> MergeView:
    """The first one leads: its values are shown where both say something. Refused where one is not held, or they are
    of different kinds or villages, or one already."""
    with store.reading() as tx:
        lead, other = group(tx, first, region), group(tx, second, region)
        check_possible(lead, other)
        found = list(against(tx, lead, other))
        lines = tuple(_lines(lead, other))
        return MergeView(
            region=lead.region,
            kind=lead.kind,
            first=lead.read.id,
            second=other.read.id,
            lines=lines,
            names=_names(tx, lead, lines),
            refusals=tuple((one.field, one.why) for one in found if one.blocks),
            doubts=tuple((one.field, one.why) for one in found if not one.blocks),
        )


def _lines(lead: Group, other: Group) -> list[MergeLine]:
    links = joined(lead.links, lead.read.id, other.links, other.read.id)
    together = [
        msgspec.structs.replace(one, merged_into_id=links.get(one.id, one.merged_into_id))
        for one in (*lead.entries, *other.entries)
    ]
    (after,) = resolve(together).records
    one, two, shown = (plain(msgspec.structs.asdict(each)) for each in (lead.read, other.read, after))
    names = [name for name in fields(lead.kind) if is_shared(lead.kind, name) and name != "village_code"]
    return [
        MergeLine(name, one.get(name), two.get(name), shown.get(name))
        for name in names
        if is_answer(one.get(name)) or is_answer(two.get(name))
    ]


def _names(tx: Transaction, lead: Group, lines: tuple[MergeLine, ...]) -> dict[str, str]:
    """What records are called that are named among the values."""
    kind, wanted = lead.kind, set()
    for line in lines:
        spec = fields(kind)[line.field].spec
        if spec.form == "reference":
            kinds = spec.refers_to or (kind,)
            wanted |= {(kinds[0], UUID(str(value))) for value in (line.first, line.second, line.after) if value}
    return history.names_of(tx, lead.region_no, wanted)
