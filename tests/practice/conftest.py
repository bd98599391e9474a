"""Made once for all tests here: the villages of the default wish, as saves, and a small demo of real profiles."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kpm_desktop.db import vault
from kpm_desktop.domain.records.base import Finding
from kpm_desktop.practice.demo import Made, make_demo
from kpm_desktop.practice.plan import Wish, make_plan
from kpm_desktop.practice.village import VillageLife, live
from tests.practice.village_world import World, judged
from tests.support.profiles import PASSWORD

UNTIL = "2026-10"
SMALL = Wish(UNTIL, villages=3, households=12, months=4, seed=5)


@dataclass(frozen=True)
class Judged:
    """A village's life, the records it comes to, and what the rules of entry said about each save."""

    life: VillageLife
    world: World
    findings: list[Finding]


def judged_villages(wish: Wish) -> Iterator[Judged]:
    """Every village of a wish; each cadre's saves are judged by themselves, as on that cadre's laptop."""
    life = None
    for village in make_plan(wish).villages:
        life = live(wish, village, life.leaving if life else ())
        whole, findings = World(village.code), []
        for saves in life.saves:
            world, found = judged(village.code, saves)
            whole.values.update(world.values)
            findings += found
        yield Judged(life, whole, findings)


@pytest.fixture(scope="session")
def villages() -> list[Judged]:
    """What `kpm demo` makes when nothing else is asked for."""
    return list(judged_villages(Wish(UNTIL)))


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A small demo on disk."""
    assert vault.MEMORY_KIB < 1000, "the passwords of tests are quick"
    folder: Path = tmp_path_factory.mktemp("practice") / "demo"
    return make_demo(folder, SMALL, PASSWORD)
