"""Where `columns` writes its z-scores: an array for each indicator, filled block by block."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kpm_desktop.domain.growth.column_tables import Floats
from kpm_desktop.domain.growth.rules import HUNDRED, Indicator

Flags = NDArray[np.bool_]
Places = NDArray[np.intp]

#: So many children beyond 3 standard deviations are reckoned at once.
_MANY = 16384


class Work(NamedTuple):
    """Memory used again for every block, of shape (n,): asking the system for it costs as much as the formula.

    looked_up: one number of each child's row of a table. marks: of each child, yes or no.
    """

    looked_up: Floats
    marks: Flags

    @classmethod
    def of(cls, size: int) -> "Work":
        """Memory for a block of so many."""
        return cls(np.empty(size), np.empty(size, bool))


class Column:
    """One indicator's results, of shape (n,): z to two decimals and its flags."""

    def __init__(self, indicator: Indicator, count: int) -> None:
        self._low, self._high = indicator.low * 100, indicator.high * 100
        self.z, self.flagged = np.empty(count), np.empty(count, bool)

    def keep(self, block: slice, work: Work) -> None:
        """Makes z-scores and flags of the hundredths that stand in a block of `z`."""
        z, flagged = self.z[block], self.flagged[block]
        np.rint(z, out=z)
        np.greater(z, self._high, out=flagged)
        np.less(z, self._low, out=work.marks)
        np.logical_or(flagged, work.marks, out=flagged)
        np.divide(z, 100, out=z)

    def settle(self) -> None:
        """After the last block."""


class TailedColumn(Column):
    """An indicator with tails. Whoever lies beyond 3 standard deviations, and so whoever is implausible, is held back
    until they are many: for a few, the calls of numpy cost more than the reckoning.

    line: gives their hundredths of z from the columns that were held back of them.
    """

    def __init__(self, indicator: Indicator, count: int, line: Callable[..., Floats]) -> None:
        super().__init__(indicator, count)
        self._line = line
        self._far: list[tuple[NDArray[Any], ...]] = []
        self._held = 0

    def hold_back(self, places: Places, *columns: NDArray[Any]) -> None:
        """Those at these places are far; follows with `keep` of their block."""
        self._far.append((places, *columns))
        self._held += len(places)

    def keep(self, block: slice, work: Work) -> None:
        """As of every column; the far ones follow."""
        z = self.z[block]
        np.rint(z, out=z)
        np.divide(z, 100, out=z)
        self.flagged[block] = False
        if self._held >= _MANY:
            self.settle()

    def settle(self) -> None:
        """Follows the line for all that were held back."""
        if not self._far:
            return
        held = (parts[0] if len(parts) == 1 else np.concatenate(parts) for parts in zip(*self._far, strict=True))
        places, *columns = held
        hundredths = self._line(*columns)
        np.rint(hundredths, out=hundredths)
        self.flagged[places] = (hundredths > self._high) | (hundredths < self._low)
        hundredths /= 100
        self.z[places] = hundredths
        self._far.clear()
        self._held = 0


def beyond_3(hundredths: Floats, work: Work) -> Places:
    """The places of those beyond 3 standard deviations."""
    np.abs(hundredths, out=work.looked_up)
    np.greater(work.looked_up, 3 * HUNDRED, out=work.marks)
    return np.flatnonzero(work.marks)
