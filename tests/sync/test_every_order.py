"""Bundles in every order: with branches, holes, credentials and a revocation inside, the same state and journal."""

import contextlib
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import pytest
from sqlalchemy import Connection

from kpm_desktop.commands.bundles.import_bundle import import_bundle
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import delivery
from kpm_desktop.db.journal import heads
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.sync.bundle import pack
from kpm_desktop.sync.credentials import CADRE, SUPERVISOR, issue
from kpm_desktop.sync.header import CredentialPaper, Header, Range
from kpm_desktop.sync.seal import AgeIdentity, SigningKey, seal_range
from tests.support.devices import DISTRICT, NOON, REGENCY, VILLAGE, empty_journal
from tests.sync.sample import AT, START, Party, cover, line

TOP, CAMAT, SARI, LAIN = Party(), Party(), Party(), Party()
PROGRAMME, RECOVERY = SigningKey.generate(), AgeIdentity.generate()
HOUSE = UUID(int=7)


@dataclass(frozen=True)
class MemoryStore:
    """What an import needs of a profile, within one transaction that can be taken back."""

    tx: Connection
    folder: Path = Path()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """The one connection."""
        yield self.tx

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """The same; what fails is taken back."""
        with self.tx.begin_nested():
            yield self.tx


def name_of(written: bytes) -> str:
    return hashlib.sha256(written).hexdigest()[:32]


def paper(by: SigningKey, who: Party, role: str, region: str, person: str) -> CredentialPaper:
    return issue(by, device=who.device, age=who.age.recipient, role=role, regions=[region], person=person, issued_at=AT)


@dataclass
class Run:
    """A run of one author's changes in the village, and its seal."""

    author: Party
    lines: list[bytes]
    first: int = 1

    def piece(self, start: int = 0, end: int | None = None) -> tuple[Range, list[bytes]]:
        """Some of it as a range."""
        lines = self.lines[start:end]
        first, last = self.first + start, self.first + start + len(lines) - 1
        tip = hashlib.sha256(lines[-1]).digest()
        stream = UUID(lines[0][lines[0].index(b'"stream":"') + 10 :][:36].decode())
        mark = seal_range(self.author.key, stream, last, tip)
        return Range(stream, VILLAGE, self.author.device, first, last, tip.hex(), mark), lines


def run(author: Party, *values: dict[str, Any], first: int = 1, prev: str = START) -> Run:
    """Changes one above the other; `kind` and `base` are taken out of the values."""
    lines = []
    for seq, one in enumerate(values, first):
        base = one.pop("base", [])
        kind = one.pop("kind", "household")
        lines.append(line(author.device, seq, prev, kind=kind, **one).replace(b":[]", b":" + base_text(base)))
        prev = hashlib.sha256(lines[-1]).hexdigest()
    return Run(author, lines, first)


def base_text(names: Sequence[str]) -> bytes:
    return b"[" + b",".join(b'"%s"' % name.encode() for name in sorted(names)) + b"]"


def story() -> list[list[tuple[Range, list[bytes]]]]:
    """Six bundles. Sari's disk was copied: two branches above change 3, and a piece above a hole that stays. Lain
    answers what Sari wrote. The supervisor lets both in and accepts, of Sari, one of the branches."""
    trunk = run(SARI, {"village_code": VILLAGE, "head_name": "Pak Amir"}, {"rt": "1"}, {"rw": "1"})
    above = hashlib.sha256(trunk.lines[-1]).hexdigest()
    one = run(SARI, {"rt": "2", "base": [name_of(trunk.lines[1])]}, {"rw": "2"}, first=4, prev=above)
    other = run(SARI, {"rt": "3", "base": [name_of(trunk.lines[1])]}, {"rw": "3"}, first=4, prev=above)
    late = run(SARI, {"hamlet": "Lingkungan I"}, {"hamlet": "Lingkungan II"}, first=9, prev="ab" * 32)
    lain = run(
        LAIN,
        {"rt": "4", "base": [name_of(one.lines[0])]},
        {"rw": "4", "base": [name_of(trunk.lines[2])]},
        {"rt": "5", "base": [name_of(other.lines[0]), name_of(one.lines[0])]},
        {"head_name": "Pak Amir bin Umar", "base": [name_of(trunk.lines[0])]},
    )
    papers = [
        paper(PROGRAMME, CAMAT, SUPERVISOR, DISTRICT, "Pak Camat"),
        paper(CAMAT.key, SARI, CADRE, VILLAGE, "Ibu Sari"),
        paper(CAMAT.key, LAIN, CADRE, VILLAGE, "Ibu Lain"),
    ]
    tip = hashlib.sha256(one.lines[-1]).hexdigest()
    camat = run(
        CAMAT,
        *(
            {"kind": "credential", "region_code": VILLAGE, "statement": each.statement, "signature": each.signature}
            for each in papers
        ),
        {"kind": "revocation", "region_code": VILLAGE, "device_key": SARI.device, "accepted": [tip]},
    )
    return [
        [camat.piece(0, 2)],
        [trunk.piece()],
        [one.piece(), other.piece()],
        [lain.piece(0, 2), camat.piece(0, 3)],
        [late.piece(), lain.piece(2), trunk.piece(1)],
        [camat.piece(3)],
    ]


def bundle(number: int, pieces: list[tuple[Range, list[bytes]]]) -> bytes:
    """Each carries the supervisor's own paper and no other."""
    header = Header(
        credentials=(paper(PROGRAMME, CAMAT, SUPERVISOR, DISTRICT, "Pak Camat"),),
        ranges=tuple(piece for piece, _ in pieces),
    )
    lines = [each for _, run in pieces for each in run]
    return pack(cover(to=TOP.device, number=number), header, lines, CAMAT.key, [TOP.age.recipient])


@contextlib.contextmanager
def top() -> Iterator[Connection]:
    """The receiver, with nothing but its keys."""
    with empty_journal() as tx:
        identity = Identity(
            role="supervisor",
            user="Bu Bupati",
            regions=(REGENCY,),
            device=TOP.device,
            signing_secret=TOP.key.secret,
            age_secret=TOP.age.text,
            age=TOP.age.recipient,
            life="1f" * 16,
            programme=PROGRAMME.public,
            recovery=RECOVERY.recipient,
        )
        settings.write_identity(tx, identity)
        yield tx


def outcome(tx: Connection) -> tuple[object, ...]:
    """All that must not depend on the order."""
    assert heads.differing_rows(tx) == []
    aside = sorted(row[0] for row in tx.exec_driver_sql("SELECT name FROM change WHERE ignored = 1"))
    holes = [(str(stream.id), first, last) for stream, first, last in delivery.missing(tx)]
    marks = [(kind, record, sorted(found.items())) for _, kind, record, found in heads.marked(tx)]
    waiting = tx.exec_driver_sql("SELECT count(*) FROM waiting_range").scalar()
    return heads.state_hash(tx), heads.journal_hash(tx), tuple(aside), str(holes), str(marks), waiting


def outcomes(tx: Connection, left: list[Path]) -> Iterator[tuple[object, ...]]:
    """What every order of these files comes to; what orders have in common is done once."""
    if not left:
        yield outcome(tx)
    for at, file in enumerate(left):
        taken = tx.begin_nested()
        import_bundle(cast(Store, MemoryStore(tx)), file, clock=lambda: NOON)
        yield from outcomes(tx, left[:at] + left[at + 1 :])
        taken.rollback()


def files(folder: Path, which: Sequence[int]) -> list[Path]:
    """These bundles; one that is named twice is packed twice, so that its bytes were never seen."""
    made = []
    for number, at in enumerate(which, 1):
        made.append(folder / f"{number}.kpmsync")
        made[-1].write_bytes(bundle(number, story()[at]))
    return made


def assert_one_outcome(folder: Path, which: Sequence[int], orders: int) -> None:
    with top() as tx:
        found = list(outcomes(tx, files(folder, which)))
    assert len(found) == orders
    assert len(set(found)) == 1, {each: found.count(each) for each in set(found)}


def test_every_order_of_four_bundles_comes_to_the_same(tmp_path: Path) -> None:
    assert_one_outcome(tmp_path, [1, 3, 4, 5], 24)


def test_the_history_holds_all_it_is_meant_to(tmp_path: Path) -> None:
    with top() as tx:
        for file in files(tmp_path, range(6)):
            import_bundle(cast(Store, MemoryStore(tx)), file, clock=lambda: NOON)
        _, _, aside, holes, marks, waiting = outcome(tx)
        assert len(cast(tuple[bytes, ...], aside)) == 4, "the other branch and what lies above the hole"
        assert "6, 8" in str(holes)
        assert "conflict" in str(marks)
        assert waiting == 0


@pytest.mark.slow
def test_every_order_of_six_bundles_comes_to_the_same(tmp_path: Path) -> None:
    assert_one_outcome(tmp_path, range(6), 720)


@pytest.mark.slow
@pytest.mark.parametrize("twice", range(6))
def test_every_order_with_a_bundle_sent_twice_comes_to_the_same(tmp_path: Path, twice: int) -> None:
    """Without one of the others, so that 720 orders remain."""
    which = [at for at in range(6) if at != (twice + 3) % 6]
    assert_one_outcome(tmp_path, [*which, twice], 720)
