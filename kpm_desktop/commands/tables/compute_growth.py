"""`kpm growth`: the z-scores of every child in a table of any size, whatever is wrong with single cells of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import numpy as np

from kpm_desktop.domain.errors import reason
from kpm_desktop.domain.growth.column_results import Flags
from kpm_desktop.domain.growth.column_tables import Floats
from kpm_desktop.domain.growth.columns import scores_of
from kpm_desktop.exchange.csv_folder import table_writer
from kpm_desktop.exchange.growth_block import Block, read_block
from kpm_desktop.exchange.growth_extras import Extra
from kpm_desktop.exchange.growth_output import IMPLAUSIBLE, SCORES, replacing
from kpm_desktop.exchange.growth_table import OPTIONAL, GrowthTable, Problem, Row

BLOCK_ROWS = 12_288
_NONE = -(10**9)


@dataclass(slots=True)
class GrowthAccount:
    """What became of a table. absent: columns that could have been there. replaced: columns written anew."""

    rows: int = 0
    refused_rows: int = 0
    absent: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()


def compute_growth(
    source: Path,
    target: Path | TextIO,
    *,
    over: bool = False,
    extras: Sequence[Extra] = (),
    problem: Callable[[Problem], None] = lambda found: None,
    progress: Callable[[int, int | None], None] = lambda rows, percent: None,
) -> GrowthAccount:
    """Reads `source`, writes its columns and the z-scores to `target`: a file, whole or not at all, or a stream.
    over: a file of that name is replaced, which may be `source` itself.

    `problem` hears of every cell left out, in the order of the lines; `progress` of rows done and percent read.
    Raises Refused when the table cannot be read or the target not written.
    """
    with GrowthTable(source) as table:
        _check_needs(table, extras)
        account = GrowthAccount(absent=tuple(name for name in OPTIONAL if table.place(name) is None))
        sink: AbstractContextManager[TextIO] = (
            replacing(target, over=over) if isinstance(target, Path) else nullcontext(target)
        )
        with sink as out:
            _compute(table, out, extras, account, problem, progress)
            table.close()  # the target may be the source
    return account


def _check_needs(table: GrowthTable, extras: Sequence[Extra]) -> None:
    for name in (name for extra in extras for name in extra.needs):
        if table.place(name) is None:
            raise table.refusal(1, name, reason("growth.no_column"))


def _compute(
    table: GrowthTable,
    out: TextIO,
    extras: Sequence[Extra],
    account: GrowthAccount,
    problem: Callable[[Problem], None],
    progress: Callable[[int, int | None], None],
) -> None:
    added = (IMPLAUSIBLE, *SCORES, *(name for extra in extras for name in extra.names))
    kept = [at for at, name in enumerate(table.header) if name.strip().lower() not in added]
    account.replaced = tuple(name for at, name in enumerate(table.header) if at not in kept)
    rows = table_writer(out)
    rows.writerow([*(table.header[at] for at in kept), *added])
    texts = _ScoreTexts()
    reads = [name for extra in extras for name in extra.reads]
    for read in table.blocks(BLOCK_ROWS):
        block = read_block(table, read, reads)
        for found in block.problems:
            problem(found)
        account.rows += len(read)
        account.refused_rows += len({found.line for found in block.problems if found.refused})
        rows.writerows(_results(block, kept, extras, texts))
        progress(account.rows, table.percent_read())


def _results(block: Block, kept: list[int], extras: Sequence[Extra], texts: "_ScoreTexts") -> Iterator[list[str]]:
    scores = scores_of(block.children())
    implausible = [
        "" if at in block.unsure else str(int(is_so)) for at, is_so in enumerate(scores.standing_implausible)
    ]
    columns: list[Iterable[str]] = [implausible]
    for key, z in scores.z.items():
        columns += [texts.of_z(z), texts.of_flags(z, scores.flagged[key])]
    added = zip(*columns, strict=True)
    for at, (own, cells) in enumerate(zip(_own_cells(block.rows, kept), added, strict=True)):
        more = [cell for extra in extras for cell in extra.cells(block, at)]
        yield [*own, *cells, *more]


def _own_cells(rows: list[Row], kept: list[int]) -> Iterator[list[str]]:
    """The input's own cells; a row with too few or too many is brought to the table's width."""
    width = len(kept)
    as_read = kept == list(range(width))
    for row in rows:
        if as_read and len(row.cells) == width:
            yield row.cells
        else:
            yield [row.cells[place] if place < len(row.cells) else "" for place in kept]


class _ScoreTexts:
    """Writes z-scores; there are far fewer different ones than children."""

    def __init__(self) -> None:
        self._texts = {_NONE: ""}

    def of_z(self, z: Floats) -> list[str]:
        """Two decimals, empty where there is none."""
        hundredths = np.where(np.isnan(z), _NONE, np.rint(z * 100)).astype(np.int64)
        texts = self._texts
        for one in np.unique(hundredths).tolist():
            if one not in texts:
                texts[one] = f"{one / 100:.2f}"
        return [texts[one] for one in hundredths.tolist()]

    def of_flags(self, z: Floats, flagged: Flags) -> list[str]:
        """1 or 0, empty where there is no z-score."""
        return [("0", "1", "")[code] for code in np.where(np.isnan(z), 2, flagged).tolist()]
