"""Profiles made once and copied by each test."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.support.cli import kpm_here
from tests.support.failing_calls import Warm, has_strace, may_trace
from tests.support.failing_stories import Lay, Story, story
from tests.support.faults import acquaint, copied, new_cadre, new_supervisor, write_village


@dataclass(frozen=True)
class Pair:
    """A cadre who joined a supervisor, closed; the cadre holds three households with a child each."""

    cadre: Path
    supervisor: Path

    def copy(self, place: Path) -> "Pair":
        """The same two profiles to spoil."""
        return Pair(copied(self.cadre, place / "cadre"), copied(self.supervisor, place / "supervisor"))


@pytest.fixture(scope="session")
def empty_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cadre's profile without a record, not to be changed."""
    return new_cadre(tmp_path_factory.mktemp("empty") / "cadre")


@pytest.fixture(scope="session")
def known_pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """A cadre and a supervisor, not to be changed."""
    place = tmp_path_factory.mktemp("pair")
    pair = Pair(new_cadre(place / "cadre"), new_supervisor(place / "supervisor"))
    acquaint(pair.cadre, pair.supervisor, place)
    kpm_here("load", write_village(place / "village", range(1, 4)), profile=pair.cadre)
    return pair


@pytest.fixture
def profile(known_pair: Pair, tmp_path: Path) -> Path:
    """A cadre's profile with some records, to spoil."""
    return copied(known_pair.cadre, tmp_path / "profile")


@pytest.fixture
def pair(known_pair: Pair, tmp_path: Path) -> Pair:
    """A cadre and a supervisor to spoil."""
    return known_pair.copy(tmp_path)


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    """Where processes begin whose calls are made to fail."""
    if sys.platform != "linux" or (has_strace() and not may_trace()):
        pytest.skip("no process may trace another here")
    with Warm(tmp_path_factory.mktemp("warm")) as started:
        yield started


Tell = Callable[[Lay], Story]


@pytest.fixture(scope="module")
def tell(warm: Warm, source: object, tmp_path_factory: pytest.TempPathFactory) -> Tell:
    """The story of a command, told once; of the sources its module has."""
    folder = tmp_path_factory.mktemp("stories")
    return cache(lambda lay: story(warm, lay, source, folder))
