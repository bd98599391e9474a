"""Invitations written here, invitations taken here, and devices that wait for their words to be compared."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db import settings

_TURNED_AWAY = "turned_away"
_DOUBTED = "invitations_of_former_lives"


class Issued(msgspec.Struct, frozen=True, kw_only=True):
    """An invitation this device wrote; used_by: the signing key it let in, empty while fresh. is_doubted: it was
    written in a former life, so whether somebody used it since is not known here."""

    id: str
    code: str
    person: str
    regions: tuple[str, ...]
    role: str
    expires_at: str
    used_by: str
    is_doubted: bool


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A device that waits to be let in, and the code of the reason why it was not at once."""

    device: str
    age: str
    device_name: str
    regions: tuple[str, ...]
    invitation: str
    code: str
    asked_at: str


def keep(tx: Connection, written: Any) -> None:
    """Remembers an invitation this device wrote (its id, code, person, regions, role and expires_at)."""
    tx.exec_driver_sql(
        "INSERT INTO invitation (id, code, person, regions, role, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
        (
            str(written.id),
            written.code,
            written.person,
            msgspec.json.encode(written.regions).decode(),
            written.role,
            written.expires_at,
        ),
    )


def issued(tx: Connection, invitation: str) -> Issued | None:
    """An invitation this device wrote, by its id."""
    return next(_issued(tx, "WHERE id = ?", invitation), None)


def codes(tx: Connection) -> dict[str, str]:
    """The code of every invitation this device wrote."""
    return {row[0]: row[1] for row in tx.exec_driver_sql("SELECT id, code FROM invitation")}


def all_issued(tx: Connection) -> list[Issued]:
    """Every invitation this device wrote, the newest first."""
    return list(_issued(tx, "ORDER BY expires_at DESC, id"))


def _issued(tx: Connection, which: str, *values: str) -> Iterator[Issued]:
    doubted: set[str] = settings.read(tx, _DOUBTED, set[str], set())
    rows = tx.exec_driver_sql(
        f"SELECT id, code, person, regions, role, expires_at, coalesce(used_by, '') FROM invitation {which}", values
    )
    for row in rows:
        yield Issued(
            id=row[0],
            code=row[1],
            person=row[2],
            regions=msgspec.json.decode(row[3], type=tuple[str, ...]),
            role=row[4],
            expires_at=row[5],
            used_by=row[6],
            is_doubted=row[0] in doubted,
        )


def note_used(tx: Connection, invitation: str, device: str) -> None:
    """Remembers whom an invitation let in."""
    tx.exec_driver_sql("UPDATE invitation SET used_by = ? WHERE id = ?", (device, invitation))


def doubt_all(tx: Connection) -> None:
    """A new life begins: of no invitation written before it is known whether somebody used it meanwhile."""
    rows = tx.exec_driver_sql("SELECT id FROM invitation ORDER BY id")
    settings.write(tx, _DOUBTED, [row[0] for row in rows])


def keep_candidate(tx: Connection, candidate: Candidate) -> None:
    """Remembers a device that waits; asking again changes nothing."""
    tx.exec_driver_sql(
        "INSERT INTO candidate (device, age, device_name, regions, invitation, code, asked_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (device) DO NOTHING",
        (
            candidate.device,
            candidate.age,
            candidate.device_name,
            msgspec.json.encode(candidate.regions).decode(),
            candidate.invitation,
            candidate.code,
            candidate.asked_at,
        ),
    )


def candidates(tx: Connection) -> list[Candidate]:
    """The devices that wait."""
    rows = tx.exec_driver_sql(
        "SELECT device, age, device_name, regions, invitation, code, asked_at FROM candidate ORDER BY asked_at, device"
    )
    return [
        Candidate(
            device=row[0],
            age=row[1],
            device_name=row[2],
            regions=msgspec.json.decode(row[3], type=tuple[str, ...]),
            invitation=row[4],
            code=row[5],
            asked_at=row[6],
        )
        for row in rows
    ]


def put_in_room(tx: Connection, device: str, room: str) -> None:
    """Says in which waiting room a device waits that asked to be let in; it never leaves an invitation's for that of
    all strangers."""
    tx.exec_driver_sql("UPDATE candidate SET room = ? WHERE device = ? AND ? <> ''", (room, device, room))


def rooms(tx: Connection) -> dict[str, str]:
    """The waiting room of each device that asked, in the order they asked."""
    return {row[0]: row[1] for row in tx.exec_driver_sql("SELECT device, room FROM candidate ORDER BY rowid")}


def drop_candidate(tx: Connection, device: str) -> None:
    """A device that was let in waits no longer."""
    tx.exec_driver_sql("DELETE FROM candidate WHERE device = ?", (device,))


def note_turned_away(tx: Connection, device: str) -> None:
    """A device that somebody turned away is asked about no more."""
    settings.write(tx, _TURNED_AWAY, sorted({*turned_away(tx), device}))


def turned_away(tx: Connection) -> list[str]:
    """The devices that were turned away."""
    found: list[str] = settings.read(tx, _TURNED_AWAY, list[str], [])
    return found


def end(tx: Connection, invitation: str, at: str) -> None:
    """Lets an invitation run out at an instant."""
    tx.exec_driver_sql("UPDATE invitation SET expires_at = ? WHERE id = ?", (at, invitation))


def keep_joined(tx: Connection, taken: Any, *, confirmed: bool) -> bool:
    """Remembers an invitation this device took; gives whether its words were ever confirmed."""
    tx.exec_driver_sql(
        "INSERT INTO joined (invitation, supervisor, body, confirmed) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (invitation) DO UPDATE SET confirmed = max(confirmed, excluded.confirmed)",
        (str(taken.id), taken.supervisor.device, msgspec.json.encode(taken).decode(), int(confirmed)),
    )
    found = tx.exec_driver_sql("SELECT confirmed FROM joined WHERE invitation = ?", (str(taken.id),))
    return bool(found.scalar())


def joined(tx: Connection, supervisor: str) -> tuple[str, bool] | None:
    """The newest invitation taken from a supervisor, as JSON, and whether its words were confirmed."""
    row = tx.exec_driver_sql(
        "SELECT body, confirmed FROM joined WHERE supervisor = ? ORDER BY rowid DESC LIMIT 1", (supervisor,)
    ).first()
    return None if row is None else (row[0], bool(row[1]))


def all_confirmed(tx: Connection) -> bool:
    """Whether the words of every invitation taken were confirmed."""
    return tx.exec_driver_sql("SELECT 1 FROM joined WHERE confirmed = 0").first() is None


def has_joined(tx: Connection) -> bool:
    """Whether this device took anybody's invitation."""
    return tx.exec_driver_sql("SELECT 1 FROM joined").first() is not None


def confirm_joined(tx: Connection, supervisor: str) -> None:
    """The words of what was taken from a supervisor were compared and are the same."""
    tx.exec_driver_sql("UPDATE joined SET confirmed = 1 WHERE supervisor = ?", (supervisor,))


def drop_joined(tx: Connection, supervisor: str) -> bool:
    """Forgets what was taken from a supervisor; gives whether any other invitation is left."""
    tx.exec_driver_sql("DELETE FROM joined WHERE supervisor = ?", (supervisor,))
    return has_joined(tx)
