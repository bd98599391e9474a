"""Taking changes in: in bulk, one by one, in any order and anew from the journal, the rows are the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from kpm_desktop.db.delivery import standing
from kpm_desktop.db.journal import heads, quarantined, segments
from kpm_desktop.db.journal.intake import Intake
from kpm_desktop.db.journal.rows import column_names
from kpm_desktop.domain.change import START, LooseChange, encode, line_hash
from kpm_desktop.domain.records.catalogue import KINDS
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.streams import stream_id
from kpm_desktop.sync.header import Range
from kpm_desktop.sync.incoming import prove
from kpm_desktop.sync.orders import Reach
from kpm_desktop.sync.seal import SigningKey, seal_range
from kpm_desktop.sync.standing import Standings
from tests.support.devices import VILLAGE, empty_journal

AUTHORS = [SigningKey.from_hex("07" * 32), SigningKey.from_hex("08" * 32)]
PEOPLE = [UUID(int=number) for number in (1, 2)]
MONTHS = ["2025-06", "2025-07"]

#: What may be written, good and bad, per kind and field; what is called later is of a later release.
ANSWERS: dict[str, dict[str, list[Any]]] = {
    "household": {
        "village_code": [VILLAGE, VILLAGE, "12.75.01.1002", None],
        "head_name": ["Pak Amir", "Pak Budi", None, "", "x" * 121],
        "is_vulnerable": [True, False, None, 1],
        "posyandu_id": [str(PEOPLE[0]), str(UUID(int=2**128 - 1)).upper(), None],
        "status_date": ["2025-01-01", "2025-02-30", None],
        "later": [1, {"a": [True]}, None],
    },
    "child_visit": {
        "person_id": [str(PEOPLE[0]), str(PEOPLE[1]), "F" * 32],
        "month": [*MONTHS, "2025-13"],
        "weight_g": [8000, 9000, 1, None],
        "illnesses": [["cough", "fever"], ["fever", "cough"], [], ["x", "x"]],
    },
    "pregnancy": {"risk_reasons": [["short"], ["later", "short"], None], "gravida": [1, 0, 26]},
    "education_session": {"attendee_ids": [[str(p) for p in PEOPLE], ["F" * 32], None]},
    "later_kind": {"anything": [1, "x", [1], {"b": None}]},
}


@dataclass(frozen=True)
class Stream:
    """What one device wrote, a chain of lines."""

    key: SigningKey
    lines: tuple[bytes, ...]

    @property
    def id(self) -> UUID:
        return stream_id(self.key.public, VILLAGE)

    def cut(self, first: int, last: int) -> tuple[Range, list[bytes]]:
        """The range of some lines, ends included, as it comes in a bundle."""
        tip = line_hash(self.lines[last - 1])
        mark = seal_range(self.key, self.id, last, tip)
        part = list(self.lines[first - 1 : last])
        return Range(self.id, VILLAGE, self.key.public, first, last, tip.hex(), mark), part


@st.composite
def journals(draw: st.DrawFn) -> list[Stream]:
    """Two devices write about a few records; each edit names some earlier writes, held by others or by nobody."""
    lines: list[list[bytes]] = [[], []]
    names = ["ff" * 16]
    for number in range(draw(st.integers(1, 12))):
        own = lines[draw(st.integers(0, 1))]
        kind = draw(st.sampled_from(sorted(ANSWERS)))
        answers = ANSWERS[kind]
        chosen = draw(st.lists(st.sampled_from(sorted(answers)), unique=True, max_size=4))
        values = {name: draw(st.sampled_from(answers[name])) for name in chosen}
        bases = st.lists(st.sampled_from(names), unique=True, max_size=3).map(sorted)
        base = {name: draw(bases) for name in chosen} if draw(st.booleans()) else {}
        record = (derived_id(kind, values) if kind in KINDS else None) or draw(st.sampled_from(PEOPLE))
        change = LooseChange(
            kind=kind,
            stream=stream_id(AUTHORS[own is lines[1]].public, VILLAGE),
            region=VILLAGE,
            seq=len(own) + 1,
            prev=line_hash(own[-1]).hex() if own else START,
            id=record,
            fields=values,
            base=base,
            user="Ibu Sari",
            at=f"2025-07-01T08:30:00.{draw(st.integers(0, 3)):06}Z",
            app=f"0.1.{number}",
        )
        own.append(encode(change))
        names.append(line_hash(own[-1])[:16].hex())
    return [Stream(key, tuple(own)) for key, own in zip(AUTHORS, lines, strict=True) if own]


@st.composite
def cuts(draw: st.DrawFn, streams: list[Stream]) -> list[tuple[Range, list[bytes]]]:
    """Ranges that bring everything, some of it twice, in any order."""
    found = []
    for stream in streams:
        length = len(stream.lines)
        ends = sorted({*draw(st.sets(st.integers(1, length))), length})
        starts = [1, *(end + 1 for end in ends[:-1])]
        found += [stream.cut(*ends_of) for ends_of in zip(starts, ends, strict=True)]
        first, last = sorted((draw(st.integers(1, length)), draw(st.integers(1, length))))
        found.append(stream.cut(first, last))
    return draw(st.permutations(found))


def take(tx: Connection, ranges: Sequence[tuple[Range, list[bytes]]], each: Callable[[Intake], None]) -> None:
    """Takes ranges in this order; `each` is called after every one."""
    intake = Intake(tx)
    for piece, lines in ranges:
        intake.take(prove(piece, lines))
        each(intake)
    intake.finish()


def together(intake: Intake) -> None:
    """All rows at the end."""


def account(tx: Connection) -> dict[str, Any]:
    """Everything a person is shown, and both hashes."""
    rows = {}
    for kind in ANSWERS.keys() & KINDS:
        found = tx.exec_driver_sql(f"SELECT id, marks, {', '.join(column_names(kind))} FROM {kind} ORDER BY id")
        rows[kind] = [tuple(row) for row in found]
    withheld = sorted((w.change, w.field, w.code) for w in quarantined.withheld(tx))
    return {"rows": rows, "withheld": withheld, "state": heads.state_hash(tx), "journal": heads.journal_hash(tx)}


def one_by_one(streams: Sequence[Stream]) -> dict[str, Any]:
    """Each change by itself, and every row merged anew after it."""
    with empty_journal() as tx:
        region = segments.region_no(tx, VILLAGE)
        for stream in streams:
            for seq in range(1, len(stream.lines) + 1):
                take(tx, [stream.cut(seq, seq)], together)
                for kind in ANSWERS.keys() & KINDS:
                    known = tx.exec_driver_sql("SELECT DISTINCT record FROM change WHERE kind = ?", (kind,)).scalars()
                    heads.refresh(tx, kind, region, list(known))
        return account(tx)


@given(st.data(), journals())
def test_in_bulk_one_by_one_and_rebuilt_are_the_same(data: st.DataObject, streams: list[Stream]) -> None:
    expected = one_by_one(streams)
    for each in (together, Intake.finish):
        with empty_journal() as tx:
            take(tx, data.draw(cuts(streams)), each)
            assert heads.differing_rows(tx) == []
            assert account(tx) == expected
            heads.rebuild(tx)
            assert account(tx) == expected


def mark(tx: Connection, device: str, counts: Reach | None) -> None:
    """Lets so much of a device count."""
    touched: standing.Touched = {}
    for stream in standing.streams_in(tx, VILLAGE):
        if stream.device == device:
            standing.mark(tx, stream, counts, touched)
    standing.refresh(tx, touched)


@given(st.data(), journals())
def test_a_revoked_author_whenever_it_is_heard_of(data: st.DataObject, streams: list[Stream]) -> None:
    """Set aside before, between and after: only the set of changes and orders counts."""
    accepted = data.draw(st.integers(0, len(streams[0].lines)))
    device = streams[0].key.public
    tips = frozenset({line_hash(streams[0].lines[accepted - 1]).hex()} if accepted else ())
    accounts = []
    for _ in range(2):
        with empty_journal() as tx:
            ranges = data.draw(cuts(streams))
            half = data.draw(st.integers(0, len(ranges)))
            for part in (ranges[:half], ranges[half:]):
                take(tx, part, together)
                mark(tx, device, Standings(tx, "").reach(device, tips))
            assert heads.differing_rows(tx) == []
            ignored = tx.exec_driver_sql("SELECT line FROM change WHERE ignored = 1").scalars().all()
            assert sorted(ignored) == sorted(streams[0].lines[accepted:])
            accounts.append(account(tx))
            mark(tx, device, None)
            assert account(tx) == one_by_one(streams)
    assert accounts[0] == accounts[1]


@given(st.data(), journals())
def test_seals_and_counts(data: st.DataObject, streams: list[Stream]) -> None:
    """Every change is counted new once; every range's seal is kept where its last change is."""
    with empty_journal() as tx:
        intake = Intake(tx)
        ranges = data.draw(cuts(streams))
        taken = [intake.take(prove(*each)) for each in ranges]
        intake.finish()
        assert sum(sum(one.new.values()) for one in taken) == sum(len(stream.lines) for stream in streams)
        assert [sum(one.new.values()) + one.held for one in taken] == [len(lines) for _, lines in ranges]
        kept = tx.exec_driver_sql(
            "SELECT s.signature, c.line FROM seal s JOIN change c ON c.segment_no = s.segment_no AND c.seq = s.seq"
        )
        assert set(kept) == {(bytes.fromhex(piece.seal), lines[-1]) for piece, lines in ranges}
