"""kill -9 in the middle of `kpm load` and `kpm import`: nothing confirmed is lost, nothing is half there."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.conftest import Pair
from tests.support.cli import account, kpm_here, state
from tests.support.faults import copied, export, write_village
from tests.support.faults_kill import Undisturbed, each_killed, undisturbed

#: The short form, and the long one in blocks: fifty moments each.
SHORT = range(5)
LONG = [range(first, first + 10) for first in range(100, 150, 10)]
CHILDREN = range(1, 601)
Words = tuple[str | Path, ...]


@dataclass(frozen=True)
class Story:
    """A profile before and after, the words of the command between, and every state in which it may be found."""

    before: Path
    words: Words
    allowed: frozenset[str]
    after: dict[str, str]
    cost: Undisturbed


@pytest.fixture(scope="module")
def load_story(known_pair: Pair, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """2,400 rows loaded by a profile that holds some already."""
    place = tmp_path_factory.mktemp("load")
    words: Words = ("load", write_village(place / "village", CHILDREN, ("2025-02", "2025-03")))
    done = copied(known_pair.cadre, place / "done")
    cost = undisturbed(*words, profile=done)
    after = account(done)
    return Story(known_pair.cadre, words, frozenset({state(known_pair.cadre), after["state"]}), after, cost)


@pytest.fixture(scope="module")
def import_story(known_pair: Pair, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Three bundles of together 2,400 changes taken in by one command, of a laptop that is known already."""
    place = tmp_path_factory.mktemp("import")
    pair = known_pair.copy(place)
    kpm_here("import", export(pair.cadre, place / "stick"), profile=pair.supervisor)
    bundles = []
    for number, part in enumerate((CHILDREN[:200], CHILDREN[200:400], CHILDREN[400:])):
        village = write_village(place / f"village{number}", part, ("2025-02", "2025-03"))
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


def test_a_killed_load_is_whole_or_not_there(load_story: Story, tmp_path: Path) -> None:
    survives(load_story, SHORT, tmp_path)


def test_a_killed_import_is_whole_or_not_there(import_story: Story, tmp_path: Path) -> None:
    survives(import_story, SHORT, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("seeds", LONG, ids=str)
def test_load_killed_at_fifty_moments(load_story: Story, seeds: range, tmp_path: Path) -> None:
    survives(load_story, seeds, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("seeds", LONG, ids=str)
def test_import_killed_at_fifty_moments(import_story: Story, seeds: range, tmp_path: Path) -> None:
    survives(import_story, seeds, tmp_path)
