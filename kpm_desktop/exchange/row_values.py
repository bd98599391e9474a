"""A row's cells as the JSON values of its fields, references resolved."""

from collections.abc import Mapping
from typing import Any, Final

from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.records.catalogue import Field, fields
from kpm_desktop.exchange.cells import BadCell, parse, shown
from kpm_desktop.exchange.row_ids import RULE, RowIds


class _NoValue:
    """Stands for "never loaded", which differs from "loaded empty"."""


NoValue: Final = _NoValue()


def row_values(kind: str, cells: Mapping[str, str], names: RowIds, values: dict[str, Any]) -> list[tuple[str, Reason]]:
    """Adds the values of the cells that are not empty to those that are known, and gives what is wrong with others as
    (column, reason)."""
    wrong: list[tuple[str, Reason]] = []
    declared = fields(kind)
    for name, text in cells.items():
        field = declared.get(name)
        if field is None or name in values:
            continue
        try:
            if field.spec.form in ("reference", "references"):
                values[name] = _ids(kind, field, text, cells, names)
            else:
                value = parse(field, text)
                values[name] = names.said(value, cells) if name == RULE else value
        except BadCell as bad:
            wrong.append((name, bad.why))
    return wrong


def _ids(kind: str, field: Field, text: str, cells: Mapping[str, str], names: RowIds) -> Any:
    wanted = names.kind_named(kind, field.name, cells)
    parts = [part.strip() for part in text.split(";") if part.strip()] if field.is_list else [text]
    found = []
    for part in parts:
        id = names.resolve(wanted, part, is_foreign=field.spec.foreign)
        if id is None:
            raise BadCell(reason("rules.not_an_id", value=shown(part), kind=wanted))
        found.append(str(id))
    return sorted(set(found)) if field.is_list else found[0]
