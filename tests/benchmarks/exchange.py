"""Planning and packing for one receiver, of a journal and of one twice as large: the time may little more than double.

The large one has 4,000 branches of one laptop, most of them one upon the other and some side by side, some of 50 more
laptops, 50 kinds and 20,000 papers. The receiver says of half the branches that it holds them, and two lives of it
compete.
"""

import hashlib
import secrets
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from uuid import uuid4

import msgspec

from kpm_desktop.commands.access.invite import invite
from kpm_desktop.commands.bundles.send_plan import Load, Shared, Wanted, When, send_plan
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import credentials as papers
from kpm_desktop.db.delivery import peers
from kpm_desktop.db.delivery.held_changes import HeldChanges
from kpm_desktop.db.delivery.peers import Answer, Peer
from kpm_desktop.db.journal.intake import Intake
from kpm_desktop.db.journal.journal import system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.streams import stream_id
from kpm_desktop.domain.strict import Line
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.access import Access, read_access
from kpm_desktop.sync.bundle import pack
from kpm_desktop.sync.credentials import CADRE, issue
from kpm_desktop.sync.header import Have, Header, Revoked
from kpm_desktop.sync.incoming import have_map, prove
from kpm_desktop.sync.revoked_notice import Notices
from kpm_desktop.sync.seal import SigningKey
from tests.benchmarks.journal import PASSWORD, Result
from tests.sync.sample import AT, START, Party, cover, sealed

VILLAGE, DISTRICT = "12.75.01.1001", "12.75"
BRANCHES, KINDS, PAPERS, LAPTOPS, EACH = 2000, 25, 10_000, 25, 8
#: Linear work takes twice the time, quadratic work four times; where it is a part of the whole, somewhat less.
PACKING, COMPARING = 3.3, 2.8


@dataclass(frozen=True, slots=True)
class Journal:
    """What is done with a journal, for one receiver."""

    store: Store
    access: Access
    receiver: Peer

    def compare(self) -> None:
        """What is told of what is held, and what the receiver holds by its own word."""
        with self.store.reading() as tx:
            changes = HeldChanges(tx)
            shared = Shared.of(changes, self.access, self.receiver, Notices(tx, self.access))
            outgoing.held_by(changes, self.receiver, shared.sent)

    def pack_all(self) -> None:
        """Everything the receiver lacks, as bundles."""
        with self.store.writing() as tx:
            key = SigningKey.from_hex(settings.read_identity(tx).signing_secret)
            wanted = Wanted(Load.LACKING, When.ALWAYS, "stik", system_clock())
            plan = send_plan(
                HeldChanges(tx),
                self.access,
                self.receiver,
                wanted,
                cache(self.access.chain),
                _header,
                Notices(tx, self.access),
            )
            assert plan is not None
            assert not plan.left_out
            for number, parcel in plan.parcels:
                header = msgspec.structs.replace(
                    plan.lasting, credentials=tuple(parcel.papers), ranges=tuple(out.piece for out in parcel.ranges)
                )
                lines = (line for out in parcel.ranges for line in out.lines(tx))
                pack(cover(self.receiver.device, number), header, lines, key, [self.receiver.age])


def run() -> list[Result]:
    """How many times as long the larger takes."""
    with journal(1) as small, journal(2) as large:
        return [
            (f"{what} for twice the branches, kinds and papers, times as long", _ratio(one, two), most)
            for what, one, two, most in (
                ("planning and packing", small.pack_all, large.pack_all, PACKING),
                ("what is held here and there", small.compare, large.compare, COMPARING),
            )
        ]


def _ratio(small: Callable[[], None], large: Callable[[], None]) -> float:
    pairs = [(_processor_time(small), _processor_time(large)) for _ in range(5)]
    return min(two for _, two in pairs) / min(one for one, _ in pairs)


def _processor_time(work: Callable[[], None]) -> float:
    """Seconds of this process alone: others on the machine do not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


@contextmanager
def journal(times: int) -> Iterator["Journal"]:
    """A supervisor's journal of some size."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        made = init_profile(folder / "p", role="supervisor", name="Bu Rina", villages=[DISTRICT], password=PASSWORD)
        with made.store as store:
            invite(store, folder / "undangan")
            often_copied, *laptops = [Party() for _ in range(1 + LAPTOPS * times)]
            _vouch(store, [often_copied, *laptops], PAPERS * times)
            kinds = [f"kind_{at:02d}" for at in range(KINDS * times)]
            _take_work(store, often_copied, kinds, BRANCHES * times)
            for laptop in laptops:
                _take_work(store, laptop, kinds, EACH)
            receiver = _answered(store, laptops[0])
            with store.reading() as tx:
                access = read_access(tx, settings.read_identity(tx))
            yield Journal(store, access, receiver)


def _vouch(store: Store, laptops: list[Party], count: int) -> None:
    """A paper for each laptop, and so many for others that it comes to this number."""
    with store.writing() as tx:
        key = SigningKey.from_hex(settings.read_identity(tx).signing_secret)
        devices = [laptop.device for laptop in laptops] + [secrets.token_hex(32) for _ in range(count - len(laptops))]
        age = laptops[0].age.recipient
        paper = partial(issue, key, age=age, role=CADRE, regions=[VILLAGE], person="Ibu", issued_at=AT)
        papers.keep(tx, [(made.statement, made.signature) for made in (paper(device=one) for one in devices)])


def _take_work(store: Store, laptop: Party, kinds: list[str], branches: int) -> None:
    """Branches, each upon the one before it, and as many side by side upon the first change."""
    with store.writing() as tx:
        intake = Intake(tx)
        first = _line(laptop, 1, START, kinds[0])
        intake.take(prove(sealed(laptop.key, [first], VILLAGE), [first]))
        foot, top = first, 1
        for at in range(branches):
            is_beside = at % 8 == 0
            seq, below = (2, first) if is_beside else (top + 1, foot)
            one = _line(laptop, seq, hashlib.sha256(below).hexdigest(), kinds[at % len(kinds)])
            other = _line(laptop, seq + 1, hashlib.sha256(one).hexdigest(), kinds[-1 - at % len(kinds)])
            intake.take(prove(sealed(laptop.key, [one, other], VILLAGE, seq), [one, other]))
            if not is_beside:
                foot, top = one, seq
        intake.finish()


def _line(laptop: Party, seq: int, prev: str, kind: str) -> bytes:
    values = {"depth_cm": secrets.randbelow(10**9)}
    stream = stream_id(laptop.device, VILLAGE)
    change = Line(kind, stream, VILLAGE, seq, prev, uuid4(), values, {}, "Ibu", AT, "kpm 0.1.0")
    return msgspec.json.encode(change)


def _answered(store: Store, laptop: Party) -> Peer:
    """A receiver of whom two lives say that they hold half of all branches, not quite the same half."""
    with store.writing() as tx:
        peer = peers.keep_peer(
            tx, device=laptop.device, age=laptop.age.recipient, name="Ibu", device_name="", is_upstream=False
        )
        changes = HeldChanges(tx)
        have = outgoing.have_of(changes, changes.shared([VILLAGE]))
        for life, part in (("1f" * 16, slice(0, None, 2)), ("2f" * 16, slice(1, None, 2))):
            said = tuple(msgspec.structs.replace(line, pieces=line.pieces[part]) for line in have)
            peers.keep_answer(tx, peer.no, Answer(life=life, number=1, seen=0, first_mark=0, have=have_map(said)))
        return peer


def _header(_: Peer, have: tuple[Have, ...], revoked: tuple[Revoked, ...]) -> Header:
    return Header(have=have, revoked=revoked)
