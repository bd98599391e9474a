"""Measures of made-up children, judged by the program's own growth rules, spread as those of Indonesian children do."""

import statistics
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from kpm_desktop.domain.growth.child import Child, Growth, growth_of
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.person import Person
from kpm_desktop.practice.bodies import Body
from kpm_desktop.practice.chance import Chance
from tests.practice.conftest import Judged

#: Mean and standard deviation of z-scores in a few hundred measurings of about fifty children of a sex.
RANGES = {
    "len": ((-1.5, -0.9), (0.9, 1.3)),
    "wei": ((-1.35, -0.75), (0.8, 1.25)),
    "wfl": ((-0.8, -0.15), (0.8, 1.2)),
    "hc": ((-1.1, -0.3), (0.6, 1.2)),
    "ac": ((-0.9, 0.1), (0.7, 1.25)),
}
#: The same for a thousand children measured once each, where chance has little to say.
MANY = {"len": ((-1.4, -1.0), (1.0, 1.2)), "wei": ((-1.3, -0.8), (0.85, 1.15)), "wfl": ((-0.6, -0.25), (0.9, 1.1))}


def measurings(villages: list[Judged]) -> Iterator[tuple[Person, ChildVisit, Growth]]:
    for village in villages:
        people = village.world.of_kind("person")
        for visit in village.world.of_kind("child_visit").values():
            child = people[visit.person_id]
            yield child, visit, growth_of(_measured(child, visit))


def _measured(child: Person, visit: ChildVisit) -> Child:
    return Child(
        child.sex,
        (visit.visit_date - child.birth_date).days,
        visit.weight_g / 1000 if visit.weight_g else None,
        visit.length_mm / 10 if visit.length_mm else None,
        visit.measure_position,
        visit.head_circumference_mm / 10 if visit.head_circumference_mm else None,
        visit.muac_mm / 10 if visit.muac_mm else None,
    )


@pytest.mark.parametrize("sex", ["female", "male"])
def test_z_scores_spread_as_real_ones(villages: list[Judged], sex: str) -> None:
    found: dict[str, list[float]] = defaultdict(list)
    for child, _, growth in measurings(villages):
        if child.sex == sex:
            for key, score in growth.scores.items():
                found[key].append(score.z)
    for key, (mean, spread) in RANGES.items():
        assert len(found[key]) > 80
        assert mean[0] < statistics.mean(found[key]) < mean[1], key
        assert spread[0] < statistics.stdev(found[key]) < spread[1], key


@pytest.mark.parametrize("girl", [True, False])
def test_a_thousand_children_spread_closely(girl: bool) -> None:
    found: dict[str, list[float]] = defaultdict(list)
    born = date(2024, 3, 1)
    for number in range(1000):
        body = Body(Chance(9, number), girl=girl, born=born)
        day = born + timedelta(days=Chance(10, number).between(0, 729))
        made = body.measured(day, Chance(11, number), step_g=50)
        sex = "female" if girl else "male"
        growth = growth_of(Child(sex, (day - born).days, made.weight_g / 1000, made.length_mm / 10, "lying"))
        for key in MANY:
            if (z := growth.z(key)) is not None:
                found[key].append(z)
    for key, (mean, spread) in MANY.items():
        assert mean[0] < statistics.mean(found[key]) < mean[1], key
        assert spread[0] < statistics.stdev(found[key]) < spread[1], key


def test_about_one_in_four_measurings_shows_stunting(villages: list[Judged]) -> None:
    lengths = [z for _, _, growth in measurings(villages) if (z := growth.z("len")) is not None]
    assert 0.14 < sum(z < -2 for z in lengths) / len(lengths) < 0.34


def test_no_measure_is_one_who_calls_implausible(villages: list[Judged]) -> None:
    flagged = [score for *_, growth in measurings(villages) for score in growth.scores.values() if score.flagged]
    assert len(flagged) <= 3


def test_a_child_keeps_its_course() -> None:
    """Neighbouring months agree closely, the first and the last a little; lengths decline from six months on."""
    early, late, next_month = [], [], []
    for number in range(400):
        body = Body(Chance(12, number), girl=number % 2 == 0, born=date(2024, 3, 1))
        early.append(body.length_z(180))
        next_month.append(body.length_z(210))
        late.append(body.length_z(600))
    assert statistics.correlation(early, next_month) > 0.98
    assert 0.8 < statistics.correlation(early, late) < 0.99
    assert statistics.mean(late) < statistics.mean(early) - 0.4


def test_children_hardly_ever_shrink(villages: list[Judged]) -> None:
    by_child: dict[object, list[tuple[date, int]]] = defaultdict(list)
    for child, visit, _ in measurings(villages):
        if visit.length_mm:
            by_child[child.id].append((visit.visit_date, visit.length_mm))
    steps = [
        later[1] - earlier[1]
        for rows in by_child.values()
        for earlier, later in zip(sorted(rows), sorted(rows)[1:], strict=False)
    ]
    assert 0 < sum(step < 0 for step in steps) < 0.02 * len(steps)


def test_twins_are_smaller() -> None:
    alone = [Body(Chance(1, n), girl=True, born=date(2024, 1, 1)).birth()[0] for n in range(200)]
    twins = [Body(Chance(1, n), girl=True, born=date(2024, 1, 1), twin=True).birth()[0] for n in range(200)]
    assert statistics.mean(twins) < statistics.mean(alone) - 150
    assert 2900 < statistics.mean(alone) < 3250
