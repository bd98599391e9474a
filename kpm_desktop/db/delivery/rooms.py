"""Waiting rooms: how much is kept of keys nobody vouches for yet, so that nobody can fill a disk by sending.

There is a room for each invitation whose code was right, fresh or not, one for all other strangers together, and one
for what has to wait of those somebody vouches for. Where a room is full, what has waited longest goes. What waits is
never named in `have`, so it is sent again.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection

from kpm_desktop.db.delivery import invitations, newer_bundles, waiting
from kpm_desktop.db.delivery.waiting import Waiting

MEBIBYTE = 1024 * 1024
#: The room of all strangers no invitation's code speaks for, and that of those somebody vouches for. Others bear the id
#: of their invitation.
STRANGERS = ""
KNOWN = "known"
#: What a thing takes at least: its place in the database or its file.
LEAST = 1024


@dataclass(frozen=True, slots=True)
class Size:
    """How many laptops may ask to be let in, and how many bytes wait: in all, and of one key."""

    enrolments: int
    bytes: int
    of_a_key: int


INVITED = Size(64, 64 * MEBIBYTE, 8 * MEBIBYTE)
OTHERS = Size(50, 16 * MEBIBYTE, 1 * MEBIBYTE)
#: One bundle of a later format has at most 64 MiB.
VOUCHED = Size(0, 256 * MEBIBYTE, 64 * MEBIBYTE)


def size_of(room: str) -> Size:
    """How large a room is."""
    return {STRANGERS: OTHERS, KNOWN: VOUCHED}.get(room, INVITED)


#: Where a thing lies: the tip of a range, or a file.
_Where = bytes | Path


@dataclass(frozen=True, slots=True)
class _Thing:
    """What waits. changes: how many, 0 where that is not known."""

    where: _Where
    device: str
    size: int
    changes: int = 0


@dataclass(slots=True)
class _Room:
    """What waits in one room, the oldest first."""

    most: Size
    things: dict[_Where, _Thing] = field(default_factory=dict)
    of_key: dict[str, dict[_Where, _Thing]] = field(default_factory=dict)
    bytes: int = 0
    bytes_of: dict[str, int] = field(default_factory=dict)

    def put(self, thing: _Thing) -> None:
        self.things[thing.where] = thing
        self.of_key.setdefault(thing.device, {})[thing.where] = thing
        self._count(thing, thing.size)

    def take(self, thing: _Thing) -> None:
        del self.things[thing.where]
        del self.of_key[thing.device][thing.where]
        self._count(thing, -thing.size)

    def _count(self, thing: _Thing, size: int) -> None:
        self.bytes += size
        self.bytes_of[thing.device] = self.bytes_of.get(thing.device, 0) + size

    def in_the_way(self, device: str, size: int) -> _Thing | None:
        """What has to go before a thing of this size fits, if anything has."""
        if self.bytes_of.get(device, 0) + size > self.most.of_a_key:
            return next(iter(self.of_key[device].values()))
        return next(iter(self.things.values())) if self.bytes + size > self.most.bytes else None


#: Whether somebody vouches for a key.
Knows = Callable[[str], bool]


def _nobody(key: str) -> bool:
    return False


class Rooms:
    """The rooms during one import, in its transaction; `folder` is the profile's. known: reads who is vouched for, and
    gives whether a key is; asked once each time the rooms are looked through.

    let_go: by device, how many changes had to make room; 0 for a laptop of which only that it asked, or a file, went.
    """

    def __init__(self, tx: Connection, folder: Path, known: Callable[[], Knows]) -> None:
        self._tx = tx
        self._folder = folder
        self._known = known
        self._knows: Knows = _nobody
        self._invited = invitations.rooms(tx)
        self._read: dict[str, _Room] | None = None
        self._newest = 0
        self.let_go: dict[str, int] = {}

    def ask(self, device: str, room: str) -> None:
        """A laptop asked to be let in and waits, from now on in the room of its invitation where the code was right.
        Who asked longest ago makes room, with all that waits of it."""
        invitations.put_in_room(self._tx, device, room)
        self._invited = invitations.rooms(self._tx)
        self._read = None
        within = self._invited.get(device)
        asking = [one for one, of in self._invited.items() if of == within]
        for gone in asking[: -size_of(within or STRANGERS).enrolments]:
            self.let_go.setdefault(gone, 0)
            for thing in list(self._room(gone).of_key.get(gone, {}).values()):
                self._let_go(thing)
            invitations.drop_candidate(self._tx, gone)
            del self._invited[gone]
        self._read = None  # what comes in next may vouch for somebody

    def keep_range(self, piece: Waiting, first: int, size: int, header: str, lines: bytes) -> bool:
        """Keeps a range whose lines take `size` bytes before they are compressed; gives whether there was room. Of two
        that end in the same change the longer one is kept: it holds the other."""
        thing = _Thing(piece.tip, piece.device, size + LEAST, piece.count)
        room = self._room(piece.device)
        known = room.things.get(piece.tip)
        if known is not None:
            if waiting.first_of(self._tx, piece.tip) <= first:
                return True
            room.take(known)
        if not self._make_room(room, thing):
            if known is not None:
                room.put(known)
            return False
        self._newest += 1
        waiting.keep(self._tx, self._newest, thing.size, piece, header, lines)
        room.put(thing)
        return True

    def keep_file(self, data: bytes, needs: int, sender: str) -> bool:
        """Keeps a bundle of a later format; gives whether there was room. One that waits already stays as it is."""
        digest = newer_bundles.digest_of(data)
        if any(one.digest == digest for one in newer_bundles.kept(self._folder)):
            return True
        room = self._room(sender)
        if not self._make_room(room, _Thing(self._folder, sender, max(len(data), LEAST))):
            return False
        self._newest += 1
        file = newer_bundles.keep(self._folder, data, needs=needs, sender=sender, no=self._newest)
        room.put(_Thing(file, sender, max(len(data), LEAST)))
        return True

    def _room(self, device: str) -> _Room:
        if self._read is None:
            self._read, self._knows = {}, self._known()
            held, files = waiting.held(self._tx), newer_bundles.kept(self._folder)
            things = [(one.no, _Thing(one.tip, one.device, one.size, one.count)) for one in held]
            things += [(one.no, _Thing(one.file, one.sender, max(one.size, LEAST))) for one in files]
            for no, thing in sorted(things, key=lambda one: one[0]):
                self._room(thing.device).put(thing)
                self._newest = no
        name = KNOWN if self._knows(device) else self._invited.get(device, STRANGERS)
        return self._read.setdefault(name, _Room(size_of(name)))

    def _make_room(self, room: _Room, thing: _Thing) -> bool:
        if thing.size > room.most.of_a_key:
            return False
        while (gone := room.in_the_way(thing.device, thing.size)) is not None:
            self._let_go(gone)
        return True

    def _let_go(self, thing: _Thing) -> None:
        if isinstance(thing.where, bytes):
            waiting.drop(self._tx, thing.where)
        else:
            newer_bundles.drop(thing.where)
        self._room(thing.device).take(thing)
        self.let_go[thing.device] = self.let_go.get(thing.device, 0) + thing.changes
