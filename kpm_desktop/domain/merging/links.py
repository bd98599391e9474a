"""Which links join two groups of records, and which have to change so that one record leaves its group.

A group is its records with the record each is merged into, or None; a record somebody else named may be missing.
"""

from collections.abc import Mapping
from uuid import UUID

Links = Mapping[UUID, UUID | None]


def joined(lead: Links, lead_as: UUID, other: Links, other_as: UUID) -> dict[UUID, UUID]:
    """The links that make two groups one: a single one, but where several of both lead to a record nobody holds.
    `lead_as` and `other_as` are what they are read as; where it can be, the group goes on being read as `lead_as`."""
    root = _root(other)
    if root is not None:
        return {root: lead_as}
    if (turning := _on_cycle(other)) is not None:
        return {turning: lead_as}
    turning = _root(lead) or _on_cycle(lead)
    if turning is not None:
        return {turning: other_as}
    return {one: lead_as for one, link in other.items() if link not in other}


def parted(group: Links, record: UUID) -> dict[UUID, UUID | None]:
    """The links that have to change so that a record stands alone and the others stay together."""
    rest = {one: link for one, link in group.items() if one != record}
    pointing = sorted(one for one, link in rest.items() if link == record)
    changed: dict[UUID, UUID | None] = {} if group.get(record) is None else {record: None}
    if not pointing:
        return changed
    stay = _component(rest, record, group.get(record) or pointing[0])
    root = next((one for one in pointing if one in stay), None) or _root({one: rest.get(one) for one in stay})
    for one in pointing:
        changed[one] = None if one in stay else root or min(stay)
    return changed


def _root(group: Links) -> UUID | None:
    """The record a group is read as: the smallest held one without a link."""
    return min((one for one, link in group.items() if link is None), default=None)


def _on_cycle(group: Links) -> UUID | None:
    """The smallest record on a cycle of links; its link can change without parting the group."""
    for start in sorted(group):
        seen: set[UUID] = set()
        at: UUID | None = start
        while at is not None and at not in seen:
            seen.add(at)
            at = group.get(at)
            if at == start:
                return start
    return None


def _component(rest: Links, without: UUID, start: UUID) -> set[UUID]:
    """What hangs together with `start` when one record is gone; ids nobody holds included."""
    ties = [(one, link) for one, link in rest.items() if link is not None and link != without]
    found = {start}
    while True:
        more = {each for tie in ties if not found.isdisjoint(tie) for each in tie} - found
        if not more:
            return found
        found |= more
