"""The devices this one exchanges bundles with: what each holds by its own word, and what was sent to it."""

import secrets
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import invitations, standing

#: region -> stream -> pieces as `have` lists them: (last hash, missing hash below or None), in hexadecimal.
HaveMap = dict[str, dict[str, list[tuple[str, str | None]]]]


class Peer(msgspec.Struct, frozen=True, kw_only=True):
    """Another device: its keys, its person, whether it is the one we report to, and its newest bundle here."""

    no: int
    device: str
    age: str
    name: str
    device_name: str
    is_upstream: bool
    last_number: int
    last_bundle_at: str | None
    have_sent: str | None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What one life of a peer said it holds: in its bundle `number`, having seen ours up to `seen`.

    first_mark: our newest number when this life first answered. full: the streams of which it takes no further branch.
    """

    life: str
    number: int
    seen: int
    first_mark: int
    have: HaveMap
    full: tuple[str, ...] = ()


#: Of how many lives of a peer it is kept what they hold; one that is forgotten and answers again is met anew.
MOST_LIVES = 8
LIFE_BEGAN = "life_began_at_number"

_COLUMNS = "no, device, age, name, device_name, is_upstream, last_number, last_bundle_at, have_sent"


def peers(tx: Connection, where: str = "1", values: Sequence[object] = ()) -> list[Peer]:
    """All peers, or those of a condition, in the order they were met."""
    rows = tx.exec_driver_sql(f"SELECT {_COLUMNS} FROM peer WHERE {where} ORDER BY no", tuple(values))
    return [
        Peer(**dict(zip(_COLUMNS.split(", "), row, strict=True)) | {"is_upstream": bool(row.is_upstream)})
        for row in rows
    ]


def peer(tx: Connection, device: str) -> Peer | None:
    """The peer of a signing key."""
    found = peers(tx, "device = ?", (device,))
    return found[0] if found else None


def receivers(tx: Connection) -> list[Peer]:
    """The supervisors this device reports to, without those that were revoked."""
    gone = standing.revoked(tx)
    return [peer for peer in peers(tx, "is_upstream = 1") if peer.device not in gone]


def keep_peer(tx: Connection, *, device: str, age: str, name: str, device_name: str, is_upstream: bool) -> Peer:
    """Adds a peer or brings its name and recipient up to date."""
    tx.exec_driver_sql(
        "INSERT INTO peer (device, age, name, device_name, is_upstream) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (device) DO UPDATE SET age = excluded.age, name = excluded.name,"
        " device_name = excluded.device_name, is_upstream = max(is_upstream, excluded.is_upstream)",
        (device, age, name, device_name, int(is_upstream)),
    )
    found = peer(tx, device)
    assert found is not None
    return found


def set_upstream(tx: Connection, device: str, *, is_upstream: bool) -> None:
    """Whether a peer is one we report to."""
    tx.exec_driver_sql("UPDATE peer SET is_upstream = ? WHERE device = ?", (int(is_upstream), device))


def answers(tx: Connection, peer_no: int) -> list[Answer]:
    """The newest answer of every life of a peer."""
    rows = tx.exec_driver_sql(
        "SELECT life, number, seen, first_mark, have, full_streams FROM answer WHERE peer_no = ? ORDER BY life",
        (peer_no,),
    )
    return [
        Answer(
            life=r[0],
            number=r[1],
            seen=r[2],
            first_mark=r[3],
            have=msgspec.json.decode(r[4], type=HaveMap),
            full=msgspec.json.decode(r[5], type=tuple[str, ...]),
        )
        for r in rows
    ]


def note_bundle(tx: Connection, peer_no: int, number: int, at: str) -> None:
    """Remembers the newest number and the time of a bundle from a peer."""
    tx.exec_driver_sql(
        "UPDATE peer SET last_number = max(last_number, ?), last_bundle_at = ? WHERE no = ?", (number, at, peer_no)
    )


def keep_answer(tx: Connection, peer_no: int, answer: Answer) -> None:
    """Keeps an answer unless this life already gave one that saw more of us, or the same and is newer; of more lives
    than a laptop has those that answered last."""
    tx.exec_driver_sql(
        "INSERT INTO answer (peer_no, life, number, seen, first_mark, have, full_streams)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (peer_no, life) DO UPDATE SET number = excluded.number, seen = excluded.seen,"
        " have = excluded.have, full_streams = excluded.full_streams"
        " WHERE (excluded.seen, excluded.number) > (answer.seen, answer.number)",
        (
            peer_no,
            answer.life,
            answer.number,
            answer.seen,
            answer.first_mark,
            msgspec.json.encode(answer.have).decode(),
            msgspec.json.encode(answer.full).decode(),
        ),
    )
    _forget_former_lives(tx, peer_no)


def _forget_former_lives(tx: Connection, peer_no: int) -> None:
    tx.exec_driver_sql(
        "DELETE FROM answer WHERE peer_no = ? AND rowid NOT IN"
        " (SELECT rowid FROM answer WHERE peer_no = ? ORDER BY first_mark DESC, rowid DESC LIMIT ?)",
        (peer_no, peer_no, MOST_LIVES),
    )


def met_at(tx: Connection, peer_no: int, life: str) -> int:
    """Our newest number when a life of a peer first answered; until it has seen a later one it is owed an answer."""
    found: int = tx.exec_driver_sql(
        "SELECT first_mark FROM answer WHERE peer_no = ? AND life = ?", (peer_no, life)
    ).scalar_one()
    return found


def counting_answers(found: Sequence[Answer]) -> list[Answer]:
    """The answers that say what a peer holds: one, or all whose intersection counts while two lives compete.

    A life counts alone once it has seen a bundle sent after every life's first answer; of several, the one that
    saw our greatest number.
    """
    if len(found) < 2:
        return list(found)
    mark = max(answer.first_mark for answer in found)
    sure = [answer for answer in found if answer.seen > mark]
    return [max(sure, key=lambda a: (a.seen, a.number))] if sure else list(found)


def begin_life(tx: Connection) -> None:
    """Begins a new life of this device, whose disk was copied or put back: what anybody believes it holds may be
    too much, so everybody is told anew until they answer (`has_answered`), and invitations may have been used."""
    identity = settings.read_identity(tx)
    settings.write_identity(tx, msgspec.structs.replace(identity, life=secrets.token_hex(16)))
    settings.write(tx, LIFE_BEGAN, settings.last_number(tx))
    invitations.doubt_all(tx)


def life_began(tx: Connection) -> int:
    """Our newest number when this life began; -1 in the first one."""
    began: int = settings.read(tx, LIFE_BEGAN, int, -1)
    return began


def began_anew(tx: Connection) -> bool:
    """Whether this device ever began a new life."""
    return life_began(tx) >= 0


def has_answered(tx: Connection, peer_no: int) -> bool:
    """Whether a peer answered at all, having seen a bundle of this life."""
    began = life_began(tx)
    return any(answer.seen > began for answer in answers(tx, peer_no))


def seen_by(tx: Connection, peer_no: int) -> int:
    """Our newest number that a peer has seen, or that went out before this life began: only what has a greater one
    may still be on its way."""
    seen = [answer.seen for answer in counting_answers(answers(tx, peer_no))]
    return max([life_began(tx), 0, *seen])


def note_told(tx: Connection, signed: int) -> None:
    """Takes the newest of our numbers a peer has seen, which it proves by our own signature; one above all we know of
    was given by another copy of this disk or before it was put back, so a new life begins, above that number."""
    if signed > settings.last_number(tx):
        settings.skip_numbers(tx, signed)
        begin_life(tx)


def keep_signed(tx: Connection, peer_no: int, number: int, manifest: str, signature: str) -> None:
    """Keeps what a peer signed of its newest bundle, which tells it one day that it is a copy."""
    known: tuple[int, str, str] | None = settings.read(tx, f"signed:{peer_no}", tuple[int, str, str])
    if known is None or number > known[0]:
        settings.write(tx, f"signed:{peer_no}", (number, manifest, signature))


def signed(tx: Connection, peer_no: int) -> tuple[str, str] | None:
    """The manifest and the signature of a peer's newest bundle; None where an earlier program took it in."""
    known: tuple[int, str, str] | None = settings.read(tx, f"signed:{peer_no}", tuple[int, str, str])
    return None if known is None else known[1:]


def last_number_to(tx: Connection, peer_no: int) -> int:
    """The number of our newest bundle for a peer."""
    found: int = tx.exec_driver_sql(
        "SELECT coalesce(max(number), 0) FROM bundle_out WHERE peer_no = ?", (peer_no,)
    ).scalar_one()
    return found


def note_sent(tx: Connection, peer_no: int, number: int, at: str, route: str, ranges: list[Any], have: str) -> None:
    """Remembers a bundle that was delivered to a route."""
    before = tx.exec_driver_sql("SELECT have_sent FROM peer WHERE no = ?", (peer_no,)).scalar()
    if have != before or owes(tx, peer_no):
        settings.write(tx, f"told_from:{peer_no}", number)
    tx.exec_driver_sql(
        "INSERT INTO bundle_out (number, peer_no, created_at, route, ranges) VALUES (?, ?, ?, ?, ?)",
        (number, peer_no, at, route, msgspec.json.encode(ranges).decode()),
    )
    tx.exec_driver_sql("UPDATE peer SET have_sent = ? WHERE no = ?", (have, peer_no))


def told_from(tx: Connection, peer_no: int) -> int:
    """The first of our numbers that told a peer what it was last told; 0 where it was told nothing."""
    number: int = settings.read(tx, f"told_from:{peer_no}", int, 0)
    return number


def owes(tx: Connection, peer_no: int) -> bool:
    """Whether a peer sent ranges without having seen our last bundle, and no bundle numbered since then went out: one
    that was being put while the ranges came in does not answer them."""
    mark: int = settings.read(tx, f"owed_above:{peer_no}", int, -1)
    return mark >= last_number_to(tx, peer_no)


def set_owes(tx: Connection, peer_no: int) -> None:
    """Remembers that an answer is owed."""
    settings.write(tx, f"owed_above:{peer_no}", settings.last_number(tx))


#: More receipts than anybody looks back at.
MOST_RECEIPTS = 300


def note_receipt(tx: Connection, peer_no: int, seen: int, at: str) -> None:
    """Remembers when a peer first said that it had seen our bundles up to a number."""
    known = _receipts(tx, peer_no)
    if seen > (known[-1][0] if known else 0):
        settings.write(tx, f"receipts:{peer_no}", [*known, (seen, at)][-MOST_RECEIPTS:])


def receipt_at(tx: Connection, peer_no: int, number: int) -> str | None:
    """When a peer first said that it had seen our bundle of this number."""
    return next((at for seen, at in _receipts(tx, peer_no) if seen >= number), None)


def _receipts(tx: Connection, peer_no: int) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = settings.read(tx, f"receipts:{peer_no}", list[tuple[int, str]], [])
    return found
