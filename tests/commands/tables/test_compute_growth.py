"""Computing a table: in blocks with flat memory, whole or not at all."""

import errno
import os
import tracemalloc
from pathlib import Path

import pytest

from kpm_desktop.commands.tables import compute_growth as command
from kpm_desktop.commands.tables.compute_growth import compute_growth
from kpm_desktop.domain.errors import Refused
from kpm_desktop.exchange.growth_table import Problem

HEADER = "id,sex,age_days,weight,lenhei\n"


def _table(folder: Path, rows: int) -> Path:
    path = folder / f"{rows}.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER)
        for at in range(rows):
            file.write(f"child-{at},{at % 2 + 1},{at % 1800},{4 + at % 200 / 10},{50 + at % 600 / 10}\n")
    return path


@pytest.mark.parametrize("rows", [0, 1, 9, 10, 11, 35])
def test_blocks_of_any_size_give_the_same_table(rows: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows at the seam of two blocks are neither lost nor doubled."""
    source, whole, parts = _table(tmp_path, rows), tmp_path / "whole.csv", tmp_path / "parts.csv"
    assert compute_growth(source, whole).rows == rows
    monkeypatch.setattr(command, "BLOCK_ROWS", 10)
    assert compute_growth(source, parts).rows == rows
    assert whole.read_bytes() == parts.read_bytes()


def test_progress_comes_with_every_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows done so far and the percentage read, which ends at 100."""
    monkeypatch.setattr(command, "BLOCK_ROWS", 10)
    seen: list[tuple[int, int | None]] = []
    compute_growth(_table(tmp_path, 25), tmp_path / "out.csv", progress=lambda rows, done: seen.append((rows, done)))
    assert [rows for rows, _ in seen] == [10, 20, 25]
    assert seen[-1][1] == 100


def test_problems_come_in_the_order_of_the_lines(tmp_path: Path) -> None:
    """Also when two cells of one row are bad, which is one refused row."""
    source = tmp_path / "in.csv"
    source.write_text(HEADER + "a,1,100,x,y\nb,9,100,6,60\nc,1,-1,6,60\nd,,100,6,60\n", encoding="utf-8")
    found: list[Problem] = []
    account = compute_growth(source, tmp_path / "out.csv", problem=found.append)
    assert [(one.line, one.column) for one in found] == [
        (2, "weight"),
        (2, "lenhei"),
        (3, "sex"),
        (4, "age_days"),
        (5, "sex"),
    ]
    assert (account.rows, account.refused_rows) == (4, 3)


def test_memory_does_not_grow_with_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty times the rows, the same peak."""
    monkeypatch.setattr(command, "BLOCK_ROWS", 200)
    out = tmp_path / "out.csv"
    compute_growth(_table(tmp_path, 400), out, over=True)
    peaks = []
    for rows in (1_000, 20_000):
        source = _table(tmp_path, rows)
        tracemalloc.start()
        compute_growth(source, out, over=True)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.5


@pytest.mark.parametrize("failure", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_failed_write_leaves_the_old_file(failure: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Full, read-only or forbidden storage: a sentence, the predecessor untouched, no remains."""
    out = tmp_path / "out.csv"
    out.write_text("old", encoding="utf-8")
    source = _table(tmp_path, 5)

    def fail(handle: int) -> None:
        raise OSError(failure, os.strerror(failure))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Refused):
        compute_growth(source, out, over=True)
    assert out.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["5.csv", "out.csv"]


def test_an_interrupted_run_leaves_nothing(tmp_path: Path) -> None:
    """Ctrl-C in the middle: no output, no remains."""
    source = _table(tmp_path, 5)

    def interrupt(rows: int, percent: int | None) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compute_growth(source, tmp_path / "out.csv", progress=interrupt)
    assert [path.name for path in tmp_path.iterdir()] == ["5.csv"]


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """The file it points to may be anything: a stick can be prepared."""
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    compute_growth(_table(tmp_path, 3), link, over=True)
    assert link.read_text(encoding="utf-8").startswith("id,") and not link.is_symlink()
    assert real.read_text(encoding="utf-8") == "old"
