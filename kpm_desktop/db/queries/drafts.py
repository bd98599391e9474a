"""Half-finished answers: durable at each one, outside journal, rows, scorecard and bundles (docs/architecture.md)."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.journal.rows import as_json
from kpm_desktop.domain.records.catalogue import KINDS

#: Stands in the form's name of each of its records but the first.
FURTHER = "/"
#: Begins the name of a form that repairs one field.
REPAIR = "repair "
_ONE = "user = ? AND region = ? AND kind = ? AND record = ?"


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What one user has entered of a record and not saved.

    answers: plain values by field. base: per field the heads that were shown when the draft began. confirmed: rules
    somebody answered "this is right" to, with the reason given. typed: by field what was typed and cannot be taken as
    it stands; it is no answer, and nothing is saved before it is mended. region: of the saved record it changes or
    hangs on; empty of a new one that says itself where it belongs. form: which form it was typed into, where several
    make records of the kind (`commands/records/begun_forms.py`). about: the saved record it corrects, where it is kept
    under an id of its own, since several forms may be begun about one record."""

    user: str
    kind: str
    id: UUID
    answers: dict[str, Any]
    base: dict[str, list[str]]
    confirmed: dict[str, str]
    at: str
    region: str
    typed: dict[str, str] = msgspec.field(default_factory=dict)
    form: str = ""
    about: UUID | None = None

    @property
    def record(self) -> UUID:
        """The record it would make or change."""
        return self.about or self.id

    @property
    def is_further(self) -> bool:
        """Whether it is a further record of a form that begins with another one."""
        return FURTHER in self.form

    @property
    def is_repair(self) -> bool:
        """Whether it belongs to a matter that waits as "to be repaired" of itself, and is offered there alone."""
        return self.form.startswith(REPAIR)


class _Kept(msgspec.Struct, frozen=True):
    """What the column `answers` holds."""

    fields: dict[str, Any]
    confirmed: dict[str, str] = {}
    typed: dict[str, str] = {}
    form: str = ""
    about: UUID | None = None


def keep(
    tx: Connection,
    user: str,
    region: str,
    kind: str,
    record: UUID,
    answers: Mapping[str, Any],
    confirmed: Mapping[str, str],
    base: Mapping[str, list[str]],
    at: str,
    typed: Mapping[str, str] | None = None,
    form: str = "",
    about: UUID | None = None,
) -> None:
    """Keeps a draft; the `base` of its beginning stays."""
    kept = as_json(_Kept(dict(answers), dict(confirmed), dict(typed or {}), form, about))
    tx.exec_driver_sql(
        "INSERT INTO draft (user, region, kind, record, answers, base, at) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (user, region, kind, record) DO UPDATE SET answers = excluded.answers, at = excluded.at",
        (user, region, kind, record.bytes, kept, as_json(dict(base)), at),
    )


def drop(tx: Connection, user: str, region: str, kind: str, record: UUID) -> None:
    """Forgets a draft that was saved or given up."""
    tx.exec_driver_sql(f"DELETE FROM draft WHERE {_ONE}", (user, region, kind, record.bytes))


def find(tx: Connection, user: str, region: str, kind: str, record: UUID) -> Draft | None:
    """A user's draft of a record."""
    found = _drafts(tx, _ONE, (user, region, kind, record.bytes))
    return found[0] if found else None


def among(tx: Connection, user: str, region: str, kind: str, records: Sequence[UUID]) -> list[Draft]:
    """A user's drafts of several records of a region, the newest first."""
    where = f"user = ? AND region = ? AND kind = ? AND record IN ({','.join('?' * len(records))})"
    return _drafts(tx, where, (user, region, kind, *(one.bytes for one in records)))


def gather(tx: Connection, found: Sequence[Draft], record: UUID, key: Mapping[str, Any]) -> None:
    """Makes drafts of records that turned out to be one into one draft of `record`; newer answers stand above older
    ones, and what was not seen of that record is asked about when it is saved. key: its key fields where it has yet to
    be made, else empty."""
    answers: dict[str, Any] = {}
    confirmed: dict[str, str] = {}
    base: dict[str, list[str]] = {}
    typed: dict[str, str] = {}
    for draft in reversed(found):
        answers |= draft.answers
        confirmed |= draft.confirmed
        typed = {name: text for name, text in typed.items() if name not in draft.answers} | draft.typed
        base |= draft.base if draft.id == record else {}
        drop(tx, draft.user, draft.region, draft.kind, draft.id)
    newest = found[0]
    answers = {name: value for name, value in answers.items() if name not in KINDS[newest.kind].KEY} | dict(key)
    keep(tx, newest.user, newest.region, newest.kind, record, answers, confirmed, base, newest.at, typed)


def of_user(tx: Connection, user: str, *, repairs: bool = False) -> list[Draft]:
    """All drafts of a user, the newest first; those of repairs only where they are asked for."""
    return [draft for draft in _drafts(tx, "user = ?", (user,)) if repairs or not draft.is_repair]


def of_all_others(tx: Connection, user: str) -> list[Draft]:
    """All drafts of everybody else who uses the profile, the newest first, but for those of repairs."""
    return [draft for draft in _drafts(tx, "user != ?", (user,)) if not draft.is_repair]


def of_others(tx: Connection, user: str, region: str, kind: str, records: Sequence[UUID]) -> list[str]:
    """The other users who have a draft of one of these records; its content is theirs alone."""
    rows = tx.exec_driver_sql(
        "SELECT DISTINCT user FROM draft WHERE user != ? AND region = ? AND kind = ?"
        f" AND record IN ({','.join('?' * len(records))}) ORDER BY user",
        (user, region, kind, *(one.bytes for one in records)),
    )
    return [row[0] for row in rows]


def _drafts(tx: Connection, where: str, values: tuple[Any, ...]) -> list[Draft]:
    rows = tx.exec_driver_sql(
        f"SELECT user, kind, record, answers, base, at, region FROM draft WHERE {where} ORDER BY at DESC, no DESC",
        values,
    )
    found = []
    for user, kind, record, answers, base, at, region in rows:
        kept = msgspec.json.decode(answers, type=_Kept)
        found.append(
            Draft(
                user=user,
                kind=kind,
                id=UUID(bytes=record),
                answers=kept.fields,
                base=msgspec.json.decode(base),
                confirmed=kept.confirmed,
                at=at,
                region=region,
                typed=kept.typed,
                form=kept.form,
                about=kept.about,
            )
        )
    return found
