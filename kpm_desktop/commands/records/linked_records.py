"""A person's records as they are read: linked ones as one, and what is known last of each of them."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from kpm_desktop.domain.change import plain
from kpm_desktop.domain.merging.groups import Groups, resolve
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.catalogue import fields

#: A field's kind, name and plain value, and the month of the row that says it.
Known = tuple[str, str, Any, str]

#: What the side shows of the newest row of each kind.
_LATEST = {
    "child_visit": ("weight_g", "length_mm", "nutrition_class"),
    "pregnancy": ("expected_delivery_date", "outcome"),
    "pregnancy_visit": ("weight_g", "muac_mm"),
}
_PARENTS = {"pregnancy_visit": ("pregnancy_id", "pregnancy")}


def resolved(read: Mapping[str, list[Record]]) -> dict[str, Groups[Any]]:
    """Linked records read as one, each kind after the one it hangs on."""
    groups: dict[str, Groups[Any]] = {"person": resolve(read.get("person", ()))}
    for kind, records in read.items():
        if kind != "person":
            column, parent = _PARENTS.get(kind, ("person_id", "person"))
            parents = {column: groups[parent]} if column in fields(kind) and parent in groups else {}
            groups[kind] = resolve(records, **parents)
    return groups


def read_as(group: Groups[Any] | None, record: UUID) -> Mapping[str, Any] | None:
    """The values a linked record is read with; None for one that stands alone."""
    if group is None or not group.members:
        return None
    meant = group.means(record)
    if meant not in group.members:
        return None
    one = next((each for each in group.records if each.id == meant), None)
    return None if one is None else plain({name: getattr(one, name) for name in one.__struct_fields__})


def latest(groups: Mapping[str, Groups[Any]]) -> Iterable[Known]:
    """What is known last: of the newest row that says something about a field."""
    for kind, wanted in _LATEST.items():
        rows = sorted(groups[kind].records, key=_age, reverse=True) if kind in groups else []
        for field in wanted:
            row = next((each for each in rows if getattr(each, field) is not None), None)
            if row is not None:
                yield kind, field, plain({field: getattr(row, field)})[field], getattr(row, "month", "")


def _age(row: Any) -> tuple[str, UUID]:
    """Months as they are; pregnancies by their expected delivery."""
    return str(getattr(row, "month", None) or getattr(row, "expected_delivery_date", None) or ""), row.id
