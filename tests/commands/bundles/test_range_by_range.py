"""A bundle is looked through without being kept and taken in range by range: memory is that of one range, and what
comes before its papers is gone over again."""

import hashlib
import tracemalloc
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import Connection

from kpm_desktop.commands.bundles.import_bundle import Account, import_bundle
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.sync.bundle import pack
from kpm_desktop.sync.credentials import CADRE, SUPERVISOR
from kpm_desktop.sync.header import Header, Range
from tests.support.devices import DISTRICT, NOON
from tests.sync.sample import START, VILLAGE, Party, cover, line, sealed
from tests.sync.test_every_order import CAMAT, PROGRAMME, TOP, MemoryStore, paper, run, top

MEBIBYTE = 1 << 20

Runs = list[tuple[Range, list[bytes]]]


def written(folder: Path, runs: Runs) -> Path:
    """A bundle with these ranges, from the supervisor every receiver here knows."""
    header = Header(
        credentials=(paper(PROGRAMME, CAMAT, SUPERVISOR, DISTRICT, "Pak Camat"),),
        ranges=tuple(piece for piece, _ in runs),
    )
    lines = [each for _, of_piece in runs for each in of_piece]
    file = folder / "kiriman.kpmsync"
    file.write_bytes(pack(cover(to=TOP.device), header, lines, CAMAT.key, [TOP.age.recipient]))
    return file


def taken(tx: Connection, file: Path) -> Account:
    """What an import says of it."""
    return import_bundle(cast(Store, MemoryStore(tx, file.parent)), file, clock=lambda: NOON)


def taken_in_little_memory(tx: Connection, file: Path) -> Account:
    """The same, within some times what one of its ranges takes."""
    tracemalloc.start()
    try:
        account = taken(tx, file)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 12 * MEBIBYTE, f"{peak / MEBIBYTE:.0f} MiB"
    return account


def long_run(count: int, ranges: int, size: int) -> Runs:
    """Of one author, one range above the other."""
    runs, prev = [], START
    for first in range(1, count * ranges, count):
        lines = []
        for seq in range(first, first + count):
            lines.append(line(CAMAT.device, seq, prev, kind="weather", note=f"{seq} " + "a" * size))
            prev = hashlib.sha256(lines[-1]).hexdigest()
        runs.append((sealed(CAMAT.key, lines, first=first), lines))
    return runs


def test_a_large_bundle_takes_no_more_memory_than_one_of_its_ranges(tmp_path: Path) -> None:
    """Sixty ranges of one mebibyte."""
    file = written(tmp_path, long_run(16, 60, 64 * 1024))
    with top() as tx:
        assert taken_in_little_memory(tx, file).new == {"weather": 960}


def test_papers_further_on_in_the_bundle_let_in_what_lies_before_them(tmp_path: Path) -> None:
    """The work of a cadre, before it the work of another whom a supervisor lets in whose paper comes last."""
    middle, sari = Party(), Party()
    papers = [
        paper(PROGRAMME, CAMAT, SUPERVISOR, DISTRICT, "Pak Camat"),
        paper(CAMAT.key, middle, SUPERVISOR, DISTRICT, "Bu Lurah"),
        paper(middle.key, sari, CADRE, VILLAGE, "Ibu Sari"),
    ]
    recorded = [
        {"kind": "credential", "region_code": VILLAGE, "statement": each.statement, "signature": each.signature}
        for each in papers
    ]
    with top() as tx:
        above = run(CAMAT, *recorded[:2]).piece()
        runs = [run(sari, {"rt": "1"}).piece(), run(middle, recorded[2]).piece(), above]
        account = taken(tx, written(tmp_path, runs))
    assert account.new == {"household": 1, "credential": 3}
    assert (account.waiting, account.left) == ([], 0)


def test_many_false_ranges_are_named_and_not_kept(tmp_path: Path) -> None:
    """What is refused must not stay in memory with its reason."""
    runs = [(piece, [*of[:-1], of[-1].replace(b"Sari", b"Sara")]) for piece, of in long_run(16, 30, 64 * 1024)]
    file = written(tmp_path, runs)
    with top() as tx:
        assert len(taken_in_little_memory(tx, file).refused) == 30


def test_a_last_line_that_is_not_strict_leaves_nothing_of_the_ranges_before_it(tmp_path: Path) -> None:
    runs = long_run(4, 3, 100)
    runs[-1] = (runs[-1][0], [*runs[-1][1][:-1], runs[-1][1][-1].replace(b'"seq":', b'"seq": ')])
    file = written(tmp_path, runs)
    with top() as tx:
        with pytest.raises(Refused, match=r"bundle\.bad_line"):
            taken(tx, file)
        assert tx.exec_driver_sql("SELECT count(*) FROM change").scalar() == 0
