"""Records as extreme as the wire lets them be, in the stream of another laptop: every kind and field at its earliest,
largest and longest, unknown, emptied, absent or beyond its limits; references to nowhere, to itself and in rings."""

import random
import string
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from kpm_desktop.db.journal.intake import Intake, ProvenRange
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.change import LooseChange, encode, exact_change, line_hash
from kpm_desktop.domain.judge import judge
from kpm_desktop.domain.records.catalogue import KINDS, Field, fields
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.streams import stream_id
from kpm_desktop.domain.strict import MAX_INTEGER, strict_change
from tests.support.values import beyond

#: Signs that steer a terminal, turn the direction, combine without end, look like markup, a formula or a placeholder.
_ODD = (
    "\u202eibaS",
    "a\u0323" + "\u0301" * 60,
    "<b>Siti</b><img src=x>",
    "=1+1",
    "@SUM(A1)",
    "{name} %s %d",
    "\x1b[2J\x00\x07",
    "baris\nbaris\ttab\r",
    "👩🏽‍⚕️" * 8,
    "\u200b\ufeff",
    "\ufdd0\U0010ffff",
    "ﷺ" * 30,
    "'; DROP TABLE person; --",
)
ODD = tuple(unicodedata.normalize("NFC", text) for text in _ODD)
INSTANTS = (
    "0001-01-01T00:00:00.000000Z",
    "9999-12-31T23:59:59.999999Z",
    "2100-12-31T23:59:59.999999Z",
    "2025-07-01T08:30:00.000000Z",
    "1900-01-01T00:00:00.000000Z",
)
IDS = (UUID(int=0), UUID(int=2**128 - 1), UUID("0197c1f0-0000-7000-8000-000000000001"), UUID(int=7))
DAYS = ("1900-01-01", "2100-12-31", "2026-02-28", "2026-11-30", "2024-02-29", "1899-12-31", "2101-01-01")
MONTHS = ("1900-01", "2100-12", "2026-11", "2026-10", "2101-01")


@dataclass
class Extremes:
    """What one seed makes. held: ids of records there are already, by kind, which are named and written too."""

    chance: random.Random
    region: str
    held: Mapping[str, Sequence[UUID]] = field(default_factory=dict)

    def changes(self, each: int) -> list[dict[str, Any]]:
        """Some changes of every kind; what later ones refer to may be among the earlier."""
        return [self.change(kind) for kind in KINDS for _ in range(each)]

    def change(self, kind: str) -> dict[str, Any]:
        """One change: kind, id, values, the heads it names and who says to have written it when."""
        chance = self.chance
        declared = fields(kind)
        sparse = chance.random() < 0.15
        values = {
            one.name: self.value(one, kind)
            for one in declared.values()
            if chance.random() < (0.2 if sparse else 0.97 if one.required else 0.6)
        }
        derived = derived_id(kind, values) if KINDS[kind].KEY else None
        record = derived if derived is not None and chance.random() < 0.95 else self.id_of(kind)
        if chance.random() < 0.1 and "merged_into_id" in declared:
            values["merged_into_id"] = str(record)
        if chance.random() < 0.1:
            values["of_a_later_release"] = chance.choice([[1], "x", None])
        return {
            "kind": kind,
            "id": record,
            "fields": values,
            "base": {name: ["ab" * 16] for name in values if chance.random() < 0.05},
            "user": chance.choice(["Ibu Sari", "", *ODD, "x" * 4000]),
            "at": chance.choice(INSTANTS),
            "app": chance.choice(["", "kpm 9.9.9"]),
        }

    def id_of(self, kind: str) -> UUID:
        """Of a record of this kind: one that is held, one of a few that all kinds share, or a new one."""
        held = self.held.get(kind, ())
        if held and self.chance.random() < 0.3:
            return self.chance.choice(held)
        return self.chance.choice([*IDS, UUID(int=self.chance.getrandbits(128))])

    def value(self, declared: Field, kind: str) -> Any:
        """A value of a field, mostly within its limits."""
        chance = self.chance
        dice = chance.random()
        if dice < 0.06:
            return None
        if dice < 0.1:
            return chance.choice([one for one in beyond(declared) if _is_strict(one)])
        return self._within(declared, kind)

    def _within(self, declared: Field, kind: str) -> Any:
        chance, spec = self.chance, declared.spec
        match spec.form:
            case "text":
                return self._text(spec.high or 1, kind)
            case "digits":
                return chance.choice("0129") * chance.choice([spec.low or 1, spec.high or 1])
            case "yes_no":
                return chance.random() < 0.5
            case "count" | "measure":
                assert spec.low is not None and spec.high is not None
                return chance.choice([spec.low, spec.high, (spec.low + spec.high) // 2])
            case "date":
                return chance.choice(DAYS)
            case "month":
                return chance.choice(MONTHS)
            case "choice":
                return chance.choice([*spec.choices, *spec.choices, "unknown_to_all", "x" * 64, "=1", "\u202e"])
            case "choices":
                many = [*spec.choices, *(f"z{at}" for at in range(90)), "\u202e"]
                return sorted(chance.sample(many, chance.choice([0, 1, 2, 40])))
            case "reference":
                return str(self.id_of(chance.choice(spec.refers_to or (kind,))))
            case "references":
                named = [self.id_of(spec.refers_to[0]) for _ in range(chance.choice([0, 1, 3, 900]))]
                return sorted({str(one) for one in named})
            case "village" | "region":
                return self.region
            case "key":
                return "ab" * (chance.choice([32, 64]))
            case _:
                return sorted({f"{chance.getrandbits(256):064x}" for _ in range(3)})

    def _text(self, longest: int, kind: str) -> str:
        chance = self.chance
        named = [str(self.id_of(kind)), "person", "household", "child_visit", "weight_g", f"duplicate_of:{IDS[0]}"]
        words = [*ODD, "x" * longest, "ẍ́" * longest, "Siti Aminah", string.punctuation, "-", *named]
        text = unicodedata.normalize("NFC", chance.choice(words))[:longest]
        return unicodedata.normalize("NFC", text) or "x"


def _is_strict(value: Any) -> bool:
    """Whether a line may hold it: no fraction, no number beyond the wire's own limit."""
    return not isinstance(value, float) and not (isinstance(value, int) and abs(value) > MAX_INTEGER)


def lines_of(device: str, region: str, changes: Sequence[dict[str, Any]]) -> list[bytes]:
    """A device's stream of a region, from its start; every line one a strict reader takes."""
    stream, prev, lines = stream_id(device, region), "0" * 64, []
    for seq, one in enumerate(changes, 1):
        line = encode(LooseChange(stream=stream, region=region, seq=seq, prev=prev, **one))
        assert strict_change(line).kind == one["kind"]
        lines.append(line)
        prev = line_hash(line).hex()
    return lines


def receive(tx: Transaction, device: str, region: str, changes: Sequence[dict[str, Any]]) -> None:
    """Takes them in as a proven range of that device."""
    receive_lines(tx, device, region, lines_of(device, region, changes))


def receive_lines(tx: Transaction, device: str, region: str, lines: Sequence[bytes]) -> None:
    """The same of lines as they are."""
    judged = judge(lines, map(exact_change, lines), region)
    hashes = [line_hash(line) for line in lines]
    intake = Intake(tx)
    intake.take(
        ProvenRange(stream_id(device, region), region, device, 1, b"\0" * 64, b"\0" * 32, lines, hashes, judged)
    )
    intake.finish()


def receive_extremes(store: Store, seed: int, regions: Sequence[str], each: int = 3, *, of_held: bool = True) -> None:
    """Fills a profile with them, in each of these regions by two laptops, some of them about what it holds, unless that
    shall be left alone."""
    chance = random.Random(seed)
    with store.writing() as tx:
        held = {
            kind: [UUID(bytes=row[0]) for row in tx.exec_driver_sql(f"SELECT id FROM {kind} ORDER BY no LIMIT 12")]
            for kind in (KINDS if of_held else ())
        }
        for region in regions:
            for _ in range(2):
                device = f"{chance.getrandbits(256):064x}"
                receive(tx, device, region, Extremes(chance, region, held).changes(each))
