"""One child and columns of children: the same rules in two forms must give the same numbers."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.growth.child import Child, growth_of, is_within_three
from kpm_desktop.domain.growth.columns import BLOCK, scores_of
from tests.domain.growth.children import as_columns, both, outcome, outcomes, random_children


def _disagreements(count: int, seed: int) -> list[Child]:
    wrong: list[Child] = []
    children = random_children(count, seed)
    while block := list(itertools.islice(children, 50_000)):
        found = outcomes(scores_of(as_columns(block)))
        wrong += [child for child, got in zip(block, found, strict=True) if got != outcome(growth_of(child))]
    return wrong


def test_agree_on_a_hundred_thousand_random_children() -> None:
    """The short form of the million."""
    assert _disagreements(100_000, seed=20060427) == []


@pytest.mark.slow
def test_agree_on_a_million_random_children() -> None:
    """Both forms, a million children."""
    assert _disagreements(1_000_000, seed=20070701) == []


_measures = st.none() | st.floats(-1, 300) | st.floats(allow_nan=True, allow_infinity=True)
_children = st.builds(
    Child,
    sex=st.sampled_from(("male", "female", None)),
    age_days=st.none() | st.floats(0, 1900) | st.integers(0, 1900).map(float) | st.floats(0, 1e300),
    weight_kg=_measures,
    length_cm=_measures,
    position=st.sampled_from(("lying", "standing", None)),
    head_cm=_measures,
    muac_cm=_measures,
    oedema=st.booleans(),
)


@given(_children)
def test_agree_on_anything_and_stay_finite(child: Child) -> None:
    """Whatever is measured, both forms agree and no z-score is infinite."""
    growth = both(child)
    assert all(abs(score.z) < 1e6 for score in growth.scores.values())


def test_who_lies_within_three_deviations_has_no_implausible_measure() -> None:
    """The quick look agrees with the scores, and passes most children."""
    children = list(random_children(20_000, seed=3))
    quick = [child for child in children if is_within_three(child)]
    assert len(quick) > 500
    keys = ("len", "wei", "wfl", "hc", "ac")
    scores = [growth_of(child).scores for child in quick]
    assert not any(found[key].flagged or abs(found[key].z) > 3 for found in scores for key in keys if key in found)


@given(_children)
def test_a_quick_look_at_anything_calls_nothing_implausible_plausible(child: Child) -> None:
    if is_within_three(child):
        assert not any(score.flagged for key, score in growth_of(child).scores.items() if key != "bmi")


@given(st.lists(_children, max_size=40))
def test_a_child_does_not_depend_on_its_neighbours(children: list[Child]) -> None:
    """Columns of any length, also none, give each child its own result."""
    assert outcomes(scores_of(as_columns(children))) == [outcome(growth_of(child)) for child in children]


def test_a_few_far_children_keep_their_place_across_blocks() -> None:
    """Who is beyond 3 standard deviations is reckoned later than the block it stands in."""
    few = list(random_children(301, seed=11))
    expected = [outcome(growth_of(child)) for child in few]
    times = 2 * BLOCK // len(few) + 1
    likely = [Child("male", 400.0, 9.9, 75.8)] * len(few)
    found = outcomes(scores_of(as_columns([*likely * times, *few, *likely * times, *few])))
    assert found[times * 301 :][:301] == expected
    assert found[-301:] == expected
    assert set(found[: times * 301]) == {outcome(growth_of(likely[0]))}


@given(st.sampled_from(("male", "female")), st.integers(0, 1826), st.floats(1, 60), st.floats(1, 60))
def test_a_heavier_child_never_has_a_lower_z(sex: str, day: int, one: float, other: float) -> None:
    """WHO Methods, chapter 7: z rises with the measure, through the seams at ±3 too."""
    light, heavy = (growth_of(Child(sex, day, weight_kg=kg)).z("wei") for kg in sorted((one, other)))
    assert light is not None and heavy is not None and light <= heavy


@pytest.mark.parametrize("change", [{"age_days": -1.0}, {"age_days": np.inf}, {"sex": "f"}, {"position": "h"}])
def test_one_child_refuses_what_is_no_age_or_code(change: dict[str, object]) -> None:
    """Growth rule 1: a negative age is an error."""
    with pytest.raises(ValueError, match="no such"):
        growth_of(Child("male", 100.0)._replace(**change))  # type: ignore[arg-type]


@pytest.mark.parametrize("age", [-1.0, -0.1, np.inf])
def test_columns_refuse_what_is_no_age(age: float) -> None:
    """Growth rule 1, in columns."""
    with pytest.raises(ValueError, match="age"):
        scores_of(as_columns([Child("male", 100.0), Child("male", age)]))


@pytest.mark.parametrize("column", ["sex", "position"])
def test_columns_refuse_an_unknown_code(column: str) -> None:
    """A code outside its table is a fault of the caller."""
    columns = as_columns([Child("male", 100.0)])
    getattr(columns, column)[0] = 3
    with pytest.raises(ValueError, match="code"):
        scores_of(columns)
