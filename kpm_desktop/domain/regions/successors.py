"""Codes of earlier lists that are gone: what each became, and which of them went into a code of today.

A region that was split or moved to another province gets another code; profiles, credentials and records keep the one
they were made with (docs/decisions/0033).
"""

from bisect import bisect_left
from collections import defaultdict
from functools import cache

from kpm_desktop.domain.regions import region_files


def prepare() -> None:
    """Reads the list, so that whoever asks first need not wait for it."""
    _origins()


def is_gone(code: str) -> bool:
    """Whether an earlier list had a code that the list of today has not."""
    return code in _steps()


def former_name(code: str) -> str:
    """What a code that is gone was called, "" for any other."""
    return _names().get(code, "")


def successors(code: str) -> tuple[str, ...]:
    """The codes of today that a code became, over as many steps as it took, sorted; none for a code that is not gone,
    and for one of which nobody knows for certain."""
    steps = _steps()
    after = steps.get(code, ())
    if not any(each in steps for each in after):
        return after
    return tuple(sorted(found for found in _reached(code) if found not in steps))


def predecessors(code: str) -> tuple[str, ...]:
    """The codes that are gone of which this one is a successor, sorted."""
    return _origins().get(code, ())


@cache
def moved_whole(code: str) -> str:
    """The one region a region became together with all that is known to have lain in it, "" where part of it went
    elsewhere: a kecamatan of which some villages came to another is no longer what it was."""
    found = successors(code)
    if len(found) != 1:
        return ""
    inside = found[0] + "."
    members = (after for member in _members(code) for after in successors(member))
    return found[0] if all(after.startswith(inside) for after in members) else ""


@cache
def gone_codes() -> tuple[str, ...]:
    """All of them, sorted."""
    return tuple(sorted(_names()))


def _members(code: str) -> tuple[str, ...]:
    """The codes that are gone and lay in a region."""
    known = gone_codes()
    return known[bisect_left(known, code + ".") : bisect_left(known, code + "/")]


def _reached(code: str) -> set[str]:
    """Every code on the way from a code; a list that leads back to where it came from ends there."""
    found: set[str] = set()
    ahead = [code]
    while ahead:
        fresh = [after for after in _steps().get(ahead.pop(), ()) if after not in found]
        found.update(fresh)
        ahead += fresh
    return found


@cache
def _table() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """What each code was called and what it became at its next step. A row for each successor; one without a new code
    says that none is certain."""
    names: dict[str, str] = {}
    steps: dict[str, tuple[str, ...]] = {}
    for old, new, name in region_files.rows(region_files.SUCCESSORS):
        names[old] = name
        steps[old] = tuple(sorted({*steps.get(old, ()), *filter(None, (new,))}))
    return names, steps


def _names() -> dict[str, str]:
    return _table()[0]


def _steps() -> dict[str, tuple[str, ...]]:
    return _table()[1]


@cache
def _origins() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for old in gone_codes():
        for new in successors(old):
            found[new].append(old)
    return {new: tuple(old) for new, old in found.items()}
