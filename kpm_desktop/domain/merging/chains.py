"""Where changes stand on their authors' chains: streams branch, so places are told by segment and number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple


class Place(NamedTuple):
    """Where a change stands: an unbroken run of its author's stream, and its number."""

    segment: int
    seq: int


class Chains:
    """How segments hang together. parents: the place each hangs on, for those that hang on something held."""

    def __init__(self, parents: Mapping[int, Place]) -> None:
        self._parents = parents

    def nearest(self, placed: Iterable[tuple[str, Place | None]]) -> Iterator[tuple[str, str]]:
        """For each of these changes that lies above another of them on its author's chain, both names: its own and that
        of the nearest below it. Each way down is walked once."""
        within: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for name, place in placed:
            if place is not None:
                within[place.segment].append((place.seq, name))
        if not within:
            return
        for found in within.values():
            found.sort()
        for segment, found in within.items():
            below = self._last_at(within, self._parents.get(segment))
            for _, name in found:
                if below is not None:
                    yield name, below
                below = name

    def _last_at(self, within: Mapping[int, list[tuple[int, str]]], at: Place | None) -> str | None:
        """The nearest of the changes at or below a place."""
        while at is not None:
            names = [name for seq, name in within.get(at.segment, ()) if seq <= at.seq]
            if names:
                return names[-1]
            at = self._parents.get(at.segment)
        return None


NO_CHAINS = Chains({})
