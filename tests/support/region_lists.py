"""Other lists of successors than the program's own: an earlier one, or one with what the real one does not have."""

import contextlib
from collections.abc import Iterator, Sequence
from unittest import mock

from kpm_desktop.domain.regions import coverage, region_files, successors

_KEPT = (
    successors._table,
    successors._origins,
    successors.gone_codes,
    successors.moved_whole,
    coverage.holders,
    coverage.has_moved,
    coverage._places,
)


@contextlib.contextmanager
def successors_are(*moves: tuple[str, str]) -> Iterator[None]:
    """What a program says whose list has these rows alone, each an old and a new code."""
    real = region_files.rows

    def rows(name: str) -> Sequence[Sequence[str]]:
        return [[*move, "Dahulu"] for move in moves] if name == region_files.SUCCESSORS else real(name)

    _forget()
    try:
        with mock.patch.object(region_files, "rows", rows):
            yield
    finally:
        _forget()


def _forget() -> None:
    for kept in _KEPT:
        kept.cache_clear()
