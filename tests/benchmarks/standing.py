"""Who may and who waits, of a district and of one twice as large: the time may little more than double.

The large one has 20,000 papers in 80 villages: a chain as deep as papers reach, at its end fans of cadres in every
village, some of them vouched for in the regency's stream; orders about some of them and as many that lift them, in one
village about 4,000 laptops; 1,200 ranges of laptops nobody vouches for yet, and as many files of a later format.
"""

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

import msgspec

from kpm_desktop.commands.access.invite import invite
from kpm_desktop.commands.access.judge_standing import judge_standing
from kpm_desktop.commands.access.release_waiting import release_waiting
from kpm_desktop.commands.bundles.due_receipts import due_in
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import credentials as papers
from kpm_desktop.db.delivery import newer_bundles, peers, standing
from kpm_desktop.db.delivery.rooms import Rooms
from kpm_desktop.db.delivery.waiting import Waiting
from kpm_desktop.db.journal.intake import Intake
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.streams import stream_id
from kpm_desktop.domain.strict import Line
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.credentials import CADRE, SUPERVISOR, issue
from kpm_desktop.sync.header import CredentialPaper
from kpm_desktop.sync.incoming import prove, wrapped
from kpm_desktop.sync.seal import SigningKey
from tests.benchmarks.exchange import processor_time
from tests.benchmarks.journal import PASSWORD, Result
from tests.sync.sample import AT, START, Party, journal, sealed

REGENCY = "12.75"
#: How many stand between the profile's own laptop and a village's supervisors: as many as steps are left. How many
#: cadres of a village are stopped there, and how many have written something.
BETWEEN, STOPPED, WORKING = 4, 30, 2
#: In how many villages somebody waits.
FEW = 5
#: Linear work takes twice the time, quadratic work four times.
MOST = 3.3


@dataclass(frozen=True, slots=True)
class Size:
    """How many villages and cadres in each, how many are stopped in the first village, how many of the stopped report
    here, and how many wait."""

    villages: int = 40
    cadres: int = 245
    stopped: int = 2000
    told: int = 150
    waiting: int = 600

    @property
    def twice(self) -> "Size":
        """Of the same cadres in each village."""
        return Size(2 * self.villages, self.cadres, 2 * self.stopped, 2 * self.told, 2 * self.waiting)


@dataclass
class Author:
    """Somebody who writes lines into the stream of a region, one on the other."""

    key: SigningKey
    region: str
    lines: list[bytes] = field(default_factory=list)

    def write(self, kind: str, **fields: object) -> str:
        """One more line; gives its hash."""
        prev = hashlib.sha256(self.lines[-1]).hexdigest() if self.lines else START
        stream = stream_id(self.key.public, self.region)
        base: dict[str, list[str]] = {name: [] for name in fields}
        values = {"region_code": self.region, **fields}
        line = Line(kind, stream, self.region, len(self.lines) + 1, prev, uuid4(), values, base, "Ibu", AT, "kpm 0.1.0")
        self.lines.append(msgspec.json.encode(line))
        return hashlib.sha256(self.lines[-1]).hexdigest()

    def vouch(self, device: str, role: str, region: str) -> CredentialPaper:
        """A paper in its stream."""
        made = issue(self.key, device=device, age=AGE, role=role, regions=[region], person="Ibu", issued_at=AT)
        self.write("credential", statement=made.statement, signature=made.signature)
        return made


AGE = Party().age.recipient


#: What a piece of work costs.
Measure = Callable[[Callable[[], object]], float]


class _Undone(Exception):
    """Ends a transaction that was only looked at."""


@dataclass(frozen=True, slots=True)
class District:
    """What is measured. late: the papers of those who wait. measure: what a piece of work costs."""

    store: Store
    late: list[CredentialPaper]
    measure: Measure

    def judge(self) -> float:
        """Every region anew, as after another list of regions."""
        return self._measured(lambda tx: judge_standing(tx, settings.read_identity(tx), always=True))

    def tell(self) -> float:
        """What is due to those who report here, most of whom were revoked."""
        return self._measured(lambda tx: due_in(tx, read_access(tx, settings.read_identity(tx))))

    def release(self) -> float:
        """All who wait are let in."""

        def let_in(tx: Transaction) -> None:
            papers.keep(tx, [(paper.statement, paper.signature) for paper in self.late])
            taken = release_waiting(tx, settings.read_identity(tx))
            assert sum(taken.new.values()) == len(self.late)

        return self._measured(let_in)

    def wait(self) -> float:
        """One range and one file more wait."""

        def ask(tx: Transaction) -> None:
            rooms = Rooms(tx, self.store.folder, lambda: _nobody)
            _keep_range(rooms, Party(), 0)
            assert rooms.keep_file(b"late", 3, Party().device)

        found = self._measured(ask)
        newer_bundles.drop(newer_bundles.kept(self.store.folder)[-1].file)
        return found

    def _measured(self, work: Callable[[Transaction], object]) -> float:
        """What it costs; what was done is undone."""
        found: list[float] = []
        try:
            with self.store.writing() as tx:
                found.append(self.measure(partial(work, tx)))
                raise _Undone
        except _Undone:
            return found[0]


def run() -> list[Result]:
    """How many times as long the larger takes."""
    with district(Size()) as small, district(Size().twice) as large:
        return [
            (f"{what} for twice as much, times as long", _ratio(one, two), MOST)
            for what, one, two in (
                ("who counts, by papers and orders", small.judge, large.judge),
                ("what revoked laptops are told", small.tell, large.tell),
                ("letting in who waits", small.release, large.release),
                ("one more that waits", small.wait, large.wait),
            )
        ]


def _ratio(small: Callable[[], float], large: Callable[[], float]) -> float:
    """By what each says of its time, of three times the quickest."""
    pairs = [(small(), large()) for _ in range(3)]
    return min(two for _, two in pairs) / min(one for one, _ in pairs)


@contextmanager
def district(size: Size, measure: Measure = processor_time) -> Iterator[District]:
    """A supervisor's profile of some size."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        made = init_profile(folder / "p", role="supervisor", name="Bu Rina", villages=[REGENCY], password=PASSWORD)
        with made.store as store:
            invite(store, folder / "undangan")
            with store.writing() as tx:
                own = Author(SigningKey.from_hex(settings.read_identity(tx).signing_secret), REGENCY)
                intake = Intake(tx)
                _record(tx, intake, own, size)
                laptops = [Party() for _ in range(size.waiting)]
                rooms = Rooms(tx, store.folder, lambda: _nobody)
                for at, laptop in enumerate(laptops):
                    _keep_range(rooms, laptop, at)
                    newer_bundles.keep(store.folder, b"%d" % at, needs=3, sender=laptop.device, no=at)
                late = [own.vouch(one.device, CADRE, _village(at % FEW)) for at, one in enumerate(laptops)]
                judge_standing(tx, settings.read_identity(tx))
                stopped = sorted({each.device for each in standing.revoked_in(tx)})
                assert len(stopped) >= size.told
                for device in stopped[: size.told]:
                    peers.keep_peer(tx, device=device, age=AGE, name="Ibu", device_name="", is_upstream=False)
            yield District(store, late, measure)


def _record(tx: Transaction, intake: Intake, own: Author, size: Size) -> None:
    """The journals of all who vouch and order, and of some who are vouched for."""
    chain = [own, *(Author(SigningKey.generate(), REGENCY) for _ in range(BETWEEN))]
    for above, below in pairwise(chain):
        above.vouch(below.key.public, SUPERVISOR, REGENCY)
    authors = list(chain)
    for at in range(size.villages):
        code = _village(at)
        first, second = (Author(SigningKey.generate(), code) for _ in range(2))
        chain[-1].vouch(first.key.public, SUPERVISOR, code)
        first.vouch(second.key.public, SUPERVISOR, code)
        workers = [Author(SigningKey.generate(), code) for _ in range(WORKING)]
        for worker in workers:
            for number in range(10):
                worker.write("household", head_name=f"Pak {number}")
        cadres = [worker.key.public for worker in workers]
        cadres += [_key(f"{at} {number}") for number in range(size.cadres - WORKING)]
        for number, cadre in enumerate(cadres):
            (second if number % 4 else chain[-1]).vouch(cadre, CADRE, code)
        _order(second, cadres[:STOPPED])
        if at == 0:
            _order(second, [_key(f"stopped {number}") for number in range(size.stopped)])
        authors += [first, second, *workers]
    for author in authors:
        piece = sealed(author.key, author.lines, author.region)
        intake.take(prove(piece, author.lines))
    intake.finish()


def _order(author: Author, cadres: list[str]) -> None:
    """All of them are stopped twice, and one of the two orders is lifted."""
    for cadre in cadres:
        first, _ = (author.write("revocation", device_key=cadre, accepted=[]) for _ in range(2))
        author.write("release", device_key=cadre, released=[first])


def _key(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def _village(at: int) -> str:
    return f"{REGENCY}.{at // 20 + 1:02d}.{1001 + at % 20}"


def _nobody(_: str) -> bool:
    return False


def _keep_range(rooms: Rooms, laptop: Party, at: int) -> None:
    lines = journal(laptop.device, 1, region=_village(at % FEW))
    piece = prove(sealed(laptop.key, lines, _village(at % FEW)), lines)
    kept = Waiting(piece.hashes[-1], piece.device, piece.region, len(lines))
    assert rooms.keep_range(kept, piece.first, sum(map(len, lines)), *wrapped(piece))
