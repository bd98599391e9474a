"""What the program that last opened this profile knew, and judging again what a newer one knows better.

Kinds and fields a program does not know are kept in the journal, counted and sent on. When a later one knows them, or
draws a limit anew, the lines concerned are judged again and their rows written, in one transaction
(docs/architecture.md, "A newer program").
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db import settings
from kpm_desktop.db.journal import heads
from kpm_desktop.domain.change import exact_change
from kpm_desktop.domain.judge import RULE_VERSION, declared_limits, judge
from kpm_desktop.domain.records.catalogue import KINDS

UNDERSTOOD = "understood"
BLOCK = 1000

#: A condition on the table `change` and its values.
_Where = tuple[str, tuple[object, ...]]


class Understood(msgspec.Struct, frozen=True):
    """A rule version, and what the declarations of every kind and field said (`declared_limits`)."""

    rules: int
    limits: dict[str, dict[str, str]]


def is_current(tx: Connection) -> bool:
    """Whether the journal was judged by what this program knows."""
    return _read(tx) == _today()


def concerned(tx: Connection) -> list[int]:
    """The numbers of the changes this program judges otherwise than the one before may have: all of them where the
    rules changed or nothing was noted, else those of new kinds and of new or changed fields."""
    found: list[int] = []
    for where, values in _conditions(_read(tx)):
        found += tx.exec_driver_sql(f"SELECT no FROM change WHERE {where}", values).scalars()
    return sorted(found)


def judge_again(tx: Connection, changes: Sequence[int]) -> None:
    """Judges these changes again, writes the rows of their records anew and notes what this program knows."""
    touched: dict[tuple[str, int], set[bytes]] = {}
    for at in range(0, len(changes), BLOCK):
        for kind, region, record in _judge_block(tx, changes[at : at + BLOCK]):
            touched.setdefault((kind, region), set()).add(record)
    for (kind, region), records in touched.items():
        heads.refresh(tx, kind, region, sorted(records))
    settings.write(tx, UNDERSTOOD, _today())


def _judge_block(tx: Connection, block: Sequence[int]) -> Iterator[tuple[str, int, bytes]]:
    marks = ",".join("?" * len(block))
    rows = tx.exec_driver_sql(
        f"SELECT r.code, c.no, c.region_no, c.line FROM change c JOIN region r ON r.no = c.region_no"
        f" WHERE c.no IN ({marks}) ORDER BY r.code, c.no",
        tuple(block),
    ).all()
    tx.exec_driver_sql(f"DELETE FROM quarantine WHERE change_no IN ({marks})", tuple(block))
    for code, group in groupby(rows, key=lambda row: row[0]):
        here = list(group)
        lines = [row[3] for row in here]
        judged = judge(lines, map(exact_change, lines), code)
        withheld = [
            (row[1], name, why) for row, one in zip(here, judged, strict=True) for name, why in one.withheld.items()
        ]
        if withheld:
            tx.exec_driver_sql("INSERT INTO quarantine (change_no, field, code) VALUES (?, ?, ?)", withheld)
        yield from ((one.kind, row[2], one.id) for row, one in zip(here, judged, strict=True))


def _read(tx: Connection) -> Understood | None:
    found: Understood | None = settings.read(tx, UNDERSTOOD, Understood)
    return found


def _today() -> Understood:
    return Understood(RULE_VERSION, declared_limits())


def _conditions(before: Understood | None) -> Iterator[_Where]:
    if before is None or before.rules != RULE_VERSION:
        yield f"kind IN ({','.join('?' * len(KINDS))})", tuple(KINDS)
        return
    for kind, limits in declared_limits().items():
        known = before.limits.get(kind)
        changed = [name for name, limit in limits.items() if known is not None and known.get(name) != limit]
        if known is None:
            yield "kind = ?", (kind,)
        elif changed:
            holds = " OR ".join(["instr(line, ?) > 0"] * len(changed))
            yield f"kind = ? AND ({holds})", (kind, *(f'"{name}":'.encode() for name in changed))
