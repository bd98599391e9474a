"""The one place where it is decided whether a region lies in another: by its code, and by what became of codes.

By code alone `12.75` covers itself and what begins with `12.75.`. Beyond that a region of today covers what the list
says moved into it, and a region that is gone covers what became of it. Nothing else is inferred, so everybody with the
same list comes to the same answer (docs/decisions/0033).
"""

from collections.abc import Collection, Iterator
from functools import lru_cache

from kpm_desktop.domain.regions.successors import is_gone, moved_whole, predecessors, successors


def above(code: str) -> list[str]:
    """The codes a code begins with, the widest first, without itself."""
    parts = code.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts))]


def covers(region: str, code: str) -> bool:
    """Whether a region is inside another or is it; whole parts count: `12.7` does not cover `12.75`."""
    return is_covered(code, (region,))


def is_covered(code: str, regions: Collection[str]) -> bool:
    """Whether a region is inside one of others. One that was divided is inside several regions together when each of
    its parts is inside one of them."""
    if not _lines(code).isdisjoint(regions) or not holders(code).isdisjoint(regions):
        return True
    places = _places(code)
    return len(places) > 1 and not any(_lines(place).isdisjoint(regions) for place in places)


def beginnings(regions: Collection[str]) -> tuple[str, ...]:
    """With what the codes of all that lies in regions begin today; each is covered by them as well."""
    return tuple(sorted({place for code in regions for place in (code, *_places(code))}))


@lru_cache(maxsize=8192)
def holders(code: str) -> frozenset[str]:
    """Every code whose region holds a region, itself among them."""
    places = _places(code)
    moved = frozenset.intersection(*map(_lines, places)) if places else frozenset(_origins(code))
    return _lines(code) | moved


@lru_cache(maxsize=8192)
def has_moved(code: str) -> bool:
    """Whether the list says of a region, or of one it lies in, that it became another or once was another. Of all
    others what covers them is told by the code alone."""
    return any(is_gone(each) or predecessors(each) for each in _lines(code))


@lru_cache(maxsize=8192)
def _lines(code: str) -> frozenset[str]:
    return frozenset((code, *above(code)))


@lru_cache(maxsize=8192)
def _places(code: str) -> tuple[str, ...]:
    """Where a region of an earlier list lies today: what it became, else what the nearest region around it became as a
    whole; none for a region of today, and where nothing is certain."""
    found = successors(code)
    around = (whole for wider in reversed(above(code)) if (whole := moved_whole(wider)))
    return found or tuple(around)[:1]


def _origins(code: str) -> Iterator[str]:
    """The regions that are gone and that a region of today, or else the nearest one around it, came from; with those
    they lay in that are gone themselves. What is still listed does not follow its villages to where they went."""
    for each in (code, *reversed(above(code))):
        if before := predecessors(each):
            for old in before:
                yield from filter(is_gone, _lines(old))
            return
