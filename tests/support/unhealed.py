"""A cadre's laptop of an earlier version, with lines no receiver takes in its journal."""

import contextlib
from dataclasses import dataclass
from uuid import UUID

import msgspec

from kpm_desktop.db import settings
from kpm_desktop.db.journal.journal import instant
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.store import Store
from kpm_desktop.domain.records.identity import new_id
from tests.support.devices import VILLAGE, Device, Place

#: In the profile's own name, on every line: a receiver takes it, nobody sees it.
UNSEEN = "Ibu\u200b Sari"
DECOMPOSED = "Pak A\u0301mi"
#: With a sign no Unicode 14 knows.
UNASSIGNED = "Melati e\u0301\U0001fae9"
LONG = "kata " * 60_000


@dataclass(frozen=True, slots=True)
class Unhealed:
    """What was written: a household whose first line is good, one whose first is not, one that came later, a comment
    too long for a line, and the name of the bad line of the second."""

    good: UUID
    bad: UUID
    later: UUID
    comment: UUID
    bad_change: str


def write_unhealed(device: Device) -> Unhealed:
    """Saves with the check of an earlier version, in this order; a draft rests on the last."""
    as_earlier(device.store, UNSEEN)
    made = [new_id() for _ in range(4)]
    good, bad, later, comment = made
    device.save_badly(good, {"village_code": VILLAGE, "head_name": "Pak Amir"})
    device.save_badly(bad, {"village_code": VILLAGE, "head_name": DECOMPOSED, "hamlet": UNASSIGNED, "rt": "1"})
    bad_change = device.states(bad)["rt"].base[0]
    device.save_badly(bad, {"rt": "2"})
    device.save_badly(good, {"head_name": "Pak Amir Hamzah"})
    about = {"about_kind": "household", "about_id": str(good), "text": LONG, "progress": "open"}
    device.save_badly(comment, about, kind="comment")
    device.save_badly(comment, {"progress": "closed"}, kind="comment")
    device.save_badly(later, {"village_code": VILLAGE, "head_name": "Pak Zul", "rw": "03"})
    shown = device.states(bad)
    with device.store.writing() as tx:
        base = {name: shown[name].base for name in ("rt", "hamlet")}
        drafts.keep(tx, device.store.user, VILLAGE, "household", bad, {"rt": "3"}, {}, base, instant(device.clock()))
    return Unhealed(good, bad, later, comment, bad_change)


def write_unhealed_into(store: Store) -> Unhealed:
    """The same into the profile of a test that has no laptops."""
    with contextlib.ExitStack() as opened:
        return write_unhealed(Device("Ibu Sari", Place(store.folder, opened), store))


def as_earlier(store: Store, name: str = "") -> None:
    """The profile was never opened by a program that looks its lines through. name: what its cadre is called."""
    with store.writing() as tx:
        settings.forget(tx, "lines_checked")
        if name:
            settings.write_identity(tx, msgspec.structs.replace(settings.read_identity(tx), user=name))
