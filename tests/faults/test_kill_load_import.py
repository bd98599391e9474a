"""kill -9 in the middle of `kpm load` and `kpm import`: nothing confirmed is lost, nothing is half there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.conftest import Pair
from tests.support.cli import account, kpm_here, state
from tests.support.faults import copied, export, write_village
from tests.support.faults_kill import Undisturbed, each_killed, undisturbed

MONTHS = ("2025-02", "2025-03")
Words = tuple[str | Path, ...]


@dataclass(frozen=True)
class Story:
    """A profile before and after, the words of the command between, and every state in which it may be found."""

    before: Path
    words: Words
    allowed: frozenset[str]
    after: dict[str, str]
    cost: Undisturbed


Tell = Callable[[Pair, Path, range], Story]


def load_story(pair: Pair, place: Path, children: range) -> Story:
    """Four rows a child loaded by a profile that holds some already."""
    words: Words = ("load", write_village(place / "village", children, MONTHS))
    done = copied(pair.cadre, place / "done")
    cost = undisturbed(*words, profile=done)
    after = account(done)
    return Story(pair.cadre, words, frozenset({state(pair.cadre), after["state"]}), after, cost)


def import_story(pair: Pair, place: Path, children: range) -> Story:
    """As many changes in three bundles, taken in by one command, of a laptop that is known already."""
    pair = pair.copy(place)
    kpm_here("import", export(pair.cadre, place / "stick"), profile=pair.supervisor)
    bundles = []
    for number in range(3):
        village = write_village(place / f"village{number}", children[number::3], MONTHS)
        kpm_here("load", village, profile=pair.cadre)
        bundles.append(export(pair.cadre, place / "stick"))
    step = copied(pair.supervisor, place / "step")
    states = {state(step)}
    for bundle in bundles:
        kpm_here("import", bundle, profile=step)
        states.add(state(step))
    done = copied(pair.supervisor, place / "done")
    words: Words = ("import", *bundles)
    cost = undisturbed(*words, profile=done)
    assert len(states) == 4
    assert account(done) == account(step)
    return Story(pair.supervisor, words, frozenset(states), account(done), cost)


def survives(story: Story, seeds: range, place: Path) -> None:
    """What must hold after each kill; `account` asserts that `kpm check` finds nothing wrong."""

    def fresh(seed: int) -> tuple[Words, Path]:
        return story.words, copied(story.before, place / str(seed))

    for seed, profile in each_killed(seeds, story.cost, fresh):
        found = account(profile)
        assert found["state"] in story.allowed, f"seed {seed}: half a state, {found}"
        kpm_here(*story.words, profile=profile)
        assert account(profile) | {"journal": ""} == story.after | {"journal": ""}, f"seed {seed}"


STORIES = pytest.mark.parametrize("tell", [load_story, import_story])


@STORIES
def test_what_is_killed_is_whole_or_not_there(known_pair: Pair, tell: Tell, tmp_path: Path) -> None:
    survives(tell(known_pair, tmp_path, range(1, 251)), range(5), tmp_path)


@pytest.mark.slow
@STORIES
@pytest.mark.parametrize("first", range(100, 150, 10))
def test_fifty_moments(known_pair: Pair, tell: Tell, first: int, tmp_path: Path) -> None:
    """In blocks of ten, so that several processors can share them."""
    survives(tell(known_pair, tmp_path, range(1, 1001)), range(first, first + 10), tmp_path)
