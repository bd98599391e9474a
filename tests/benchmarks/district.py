"""A supervisor of 300 villages and 600 laptops, every one with a branch: a receipt, all that are due, the home page.

The laptops are real to the store: credentials, sealed ranges taken in by the import's own steps, and answers. Only
their disks are missing.
"""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

import msgspec

from kpm_desktop.commands.access.invite import invite
from kpm_desktop.commands.access.issue_credential import issue_credential
from kpm_desktop.commands.bundles.due_receipts import due_receipts
from kpm_desktop.commands.bundles.exchange_with import Urge, exchange_with
from kpm_desktop.commands.bundles.make_receipt import make_receipt
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.remotes.exchange_steps import run_steps
from kpm_desktop.commands.remotes.remotes import add_remote
from kpm_desktop.commands.supervision.village_overview import village_overview
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import peers
from kpm_desktop.db.delivery.held_changes import HeldChanges
from kpm_desktop.db.delivery.peers import Answer
from kpm_desktop.db.journal.intake import Intake
from kpm_desktop.db.journal.journal import instant, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.streams import stream_id
from kpm_desktop.domain.strict import Line
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.folder import FolderRoute
from kpm_desktop.sync.incoming import have_map, prove
from tests.benchmarks.journal import PASSWORD, Result, timed
from tests.sync.sample import AT, START, Party, sealed

VILLAGES, LAPTOPS_EACH = 300, 2
CHANGES, BRANCH = 40, 10
DISTRICT = "12.75"


def villages() -> list[str]:
    """Codes of villages in one district, thirty to a subdistrict."""
    return [f"{DISTRICT}.{1 + n // 30:02d}.{1001 + n % 30}" for n in range(VILLAGES)]


@contextmanager
def district() -> Iterator[tuple[Store, list[str], Path]]:
    """The supervisor's store, the laptops' keys and a folder."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        made = init_profile(folder / "p", role="supervisor", name="Bu Rina", villages=[DISTRICT], password=PASSWORD)
        with made.store as store:
            invite(store, folder / "undangan")
            keys = [_laptop(store, village) for village in villages() for _ in range(LAPTOPS_EACH)]
            _answer(store, keys)
            yield store, keys, folder


def _laptop(store: Store, village: str) -> str:
    """Lets a laptop in and takes its work: a run, and a branch of it as a copied disk makes one."""
    party = Party()
    record = uuid4()
    lines = _journal(party, village, record, CHANGES)
    base = lines[: CHANGES - BRANCH]
    prev = hashlib.sha256(base[-1]).hexdigest()
    other = _journal(party, village, record, 1, first=len(base) + 1, prev=prev)
    ranges = [(sealed(party.key, lines, village), lines), (sealed(party.key, other, village, len(base) + 1), other)]
    with store.writing() as tx:
        identity = settings.read_identity(tx)
        issue_credential(
            tx,
            identity,
            system_clock,
            device=party.device,
            age=party.age.recipient,
            role="cadre",
            regions=[village],
            person=f"Ibu {party.device[:6]}",
        )
        peers.keep_peer(tx, device=party.device, age=party.age.recipient, name="Ibu", device_name="", is_upstream=False)
        intake = Intake(tx)
        for piece, content in ranges:
            intake.take(prove(piece, content))
        intake.finish()
    return party.device


def _journal(party: Party, village: str, record: UUID, count: int, *, first: int = 1, prev: str = START) -> list[bytes]:
    """A run of changes of one household; every run gives it other names, so that a branch disagrees."""
    lines: list[bytes] = []
    for seq in range(first, first + count):
        values = {"village_code": village, "head_name": f"Pak {seq} {count}"}
        base: dict[str, list[str]] = {name: [] for name in values}
        stream = stream_id(party.device, village)
        change = Line("household", stream, village, seq, prev, record, values, base, "Ibu", AT, "kpm 0.1.0")
        lines.append(msgspec.json.encode(change))
        prev = hashlib.sha256(lines[-1]).hexdigest()
    return lines


def _answer(store: Store, keys: list[str]) -> None:
    """Everybody said what they hold: their own work and nothing since."""
    with store.writing() as tx:
        identity = settings.read_identity(tx)
        outgoing.seal_own(tx, identity)
        access, held_changes = read_access(tx, identity), HeldChanges(tx)
        for key in keys:
            peer = peers.peer(tx, key)
            assert peer is not None
            shared = held_changes.shared(access.regions_of(key))
            have = have_map(outgoing.have_of(held_changes, [stream for stream in shared if stream.device == key]))
            peers.note_bundle(tx, peer.no, 1, instant(system_clock()))
            peers.keep_answer(tx, peer.no, Answer(life="1f" * 16, number=1, seen=0, first_mark=0, have=have))


def run() -> list[Result]:
    """Seconds against limits: one receipt in one second, whatever else is held."""
    with district() as (store, keys, folder):
        route = FolderRoute(folder / "stik")
        make_receipt(store, keys[0], route)
        one = min(timed(partial(make_receipt, store, key, route)) for key in keys[1:6])
        due = timed(lambda: due_receipts(store))
        remote = add_remote(store, folder)
        whole = timed(lambda: run_steps(exchange_with(store, remote.id, urge=Urge.BY_ITSELF), remote.route()))
        idle = timed(lambda: run_steps(exchange_with(store, remote.id, urge=Urge.BY_ITSELF), remote.route()))
        home = timed(lambda: village_overview(store, today=date(2026, 11, 22)))
    return [
        ("a receipt among 600 laptops, seconds", one, 1),
        ("which of 600 laptops wait for a receipt, seconds", due, 1),
        ("a round with a place that writes 600 receipts, seconds each", whole / len(keys), 1),
        ("a round with nothing to say to 600 laptops, seconds", idle, 3),
        ("the overview of 300 villages, seconds", home, 3),
    ]
