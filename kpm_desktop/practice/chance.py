"""Chance that always falls the same way: one seed, one path of names, one sequence of numbers.

Every family, child and topic draws from a path of its own, so that one more draw in one place changes nothing in
another. The sequence is SplitMix64 (Steele, Lea and Flood, 2014), written out here: it starts a hundred times faster
than Python's own generator, and no later Python changes it.
"""

import hashlib
import math
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

T = TypeVar("T")

_WORD = 2**64 - 1
_STEP = 0x9E3779B97F4A7C15


class Chance:
    """Draws for one path below a seed."""

    __slots__ = ("_name", "_state")

    def __init__(self, *path: object) -> None:
        self._name = "|".join(map(str, path))
        self._state = int.from_bytes(hashlib.sha256(self._name.encode()).digest()[:8])

    def of(self, *path: object) -> "Chance":
        """Draws for a path below this one, the same whatever was drawn here before."""
        return Chance(self._name, *path)

    def _next(self) -> float:
        self._state = state = (self._state + _STEP) & _WORD
        state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _WORD
        state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & _WORD
        return ((state ^ (state >> 31)) >> 11) / 2**53

    def share(self) -> float:
        """Anywhere from 0 up to 1."""
        return self._next()

    def yes(self, probability: float) -> bool:
        """True as often as asked."""
        return self._next() < probability

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self._next() * (high - low + 1))

    def day(self, first: date, last: date) -> date:
        """A day, both ends included; `first` where they are the wrong way round."""
        return first + timedelta(days=self.between(0, max(0, (last - first).days)))

    def pick(self, items: Sequence[T]) -> T:
        """One of them."""
        return items[int(self._next() * len(items))]

    def weighted(self, items: Sequence[tuple[T, float]]) -> T:
        """One of them, as often as its weight says."""
        at = self._next() * sum(weight for _, weight in items)
        for item, weight in items:
            at -= weight
            if at < 0:
                return item
        return items[-1][0]

    def normal(self, mean: float = 0.0, sd: float = 1.0) -> float:
        """From a normal distribution, never further than four standard deviations."""
        length = math.sqrt(-2 * math.log(1 - self._next()))
        return mean + sd * max(-4.0, min(4.0, length * math.cos(2 * math.pi * self._next())))

    def some(self, items: Sequence[T], probability: float) -> list[T]:
        """Each of them as often as asked, in their order."""
        return [item for item in items if self._next() < probability]
