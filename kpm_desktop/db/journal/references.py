"""References between records: not foreign keys, since what they name may still be on its way, but looked after."""

from collections.abc import Iterator

from sqlalchemy import Connection

from kpm_desktop.domain.records.catalogue import DICTIONARY, fields


def dangling(tx: Connection) -> dict[str, int]:
    """How many references lead to nothing held, per "kind.field"."""
    found = {}
    for kind, name, target in _references():
        count = tx.exec_driver_sql(
            f"SELECT count(*) FROM {kind} t WHERE t.{name} IS NOT NULL"
            f" AND NOT EXISTS (SELECT 1 FROM {target} p WHERE p.id = t.{name})"
        ).scalar_one()
        if count:
            found[f"{kind}.{name}"] = count
    return found


def _references() -> Iterator[tuple[str, str, str]]:
    for kind in DICTIONARY:
        for field in fields(kind).values():
            if field.spec.form == "reference" and not field.spec.foreign and field.name != "about_id":
                yield kind, field.name, (field.spec.refers_to or (kind,))[0]
