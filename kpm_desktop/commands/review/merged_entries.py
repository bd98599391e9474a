"""The records a merged one is read from, each as it was entered, for who takes one out again."""

from typing import Any
from uuid import UUID

from kpm_desktop.commands.records.record_groups import group
from kpm_desktop.commands.review.likely_duplicates import Face
from kpm_desktop.db.queries import history
from kpm_desktop.db.store import Store


def merged_entries(store: Store, record: UUID, *, region: str = "") -> list[Face]:
    """One face for each, the one that leads first. Refused where the record is not held."""
    with store.reading() as tx:
        found = group(tx, record, region)
        entries: list[Any] = sorted(found.entries, key=lambda one: (one.id != found.read.id, one.id))
        owner = {"person": ("household", "household_id"), "pregnancy": ("person", "person_id")}.get(found.kind)
        named = {(owner[0], getattr(one, owner[1])) for one in entries} if owner else set()
        names = history.names_of(tx, found.region_no, named)
        return [_face(found.kind, one, names) for one in entries]


def _face(kind: str, one: Any, names: dict[str, str]) -> Face:
    if kind == "person":
        return Face(
            kind=kind,
            id=one.id,
            name=one.full_name,
            entries=1,
            head_name=names.get(str(one.household_id), ""),
            born=one.birth_date,
            nik=one.nik or "",
            kia_number=one.kia_number or "",
        )
    if kind == "pregnancy":
        whose, expected = names.get(str(one.person_id), ""), one.delivery_date or one.due()
        return Face(kind=kind, id=one.id, name=whose, entries=1, expected=expected, kia_number=one.kia_number or "")
    name = one.head_name if kind == "household" else getattr(one, "name", "")
    return Face(kind=kind, id=one.id, name=name, entries=1, hamlet=getattr(one, "hamlet", None) or "")
