"""Form 3B cell by cell (KPM guide 2018) except length and immunisation, with decisions 2, 5, 7, 10 and 12."""

from typing import Any

import pytest

from tests.support.story import Story, day, months

AGES = {  # age on 15 September 2025 by birth date
    0: "2025-09-15",
    5: "2025-03-16",
    6: "2025-03-15",
    12: "2024-08-16",
    13: "2024-08-15",
    17: "2024-03-16",
    18: "2024-03-15",
    23: "2023-09-16",
}


def child_with(age: int, **answers: Any) -> Story:
    story = Story()
    story.child_visit(story.child(AGES[age]), "2025-09", **answers)
    return story


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (0, "under_6"),
        (5, "under_6"),
        (6, "6_to_12"),
        (12, "6_to_12"),
        (13, "13_to_17"),
        (17, "13_to_17"),
        (18, "18_to_23"),
        (23, "18_to_23"),
    ],
)
def test_bands(age: int, band: str) -> None:
    """Decision 5: exactly 18 belongs to the last band, 12 to the second; completed months at the last row's
    visit (decision 7)."""
    row = child_with(age).infant()
    assert (row.age_months, row.band) == (age, band)


WINDOWS = [(6, 2, 5), (12, 2, 5), (13, 4, 8), (17, 4, 8), (18, 6, 15), (23, 6, 15)]
YES_FIELDS = [("weighing", "was_weighed"), ("counselling", "counselling_mother")]


@pytest.mark.parametrize(("code", "field"), YES_FIELDS, ids=["weighing", "counselling"])
@pytest.mark.parametrize(("age", "quarters", "needed"), WINDOWS)
def test_months_within_the_window(age: int, quarters: int, needed: int, code: str, field: str) -> None:
    """7.2: >= 5 in 2 quarters, >= 8 in 4, >= 15 in 6, the current one included."""
    for count, value in ((needed, "Y"), (needed - 1, "T")):
        story = Story()
        child = story.child(AGES[age])
        window = months("2025-09", 1) + months("2024-04", 17)[::-1]  # September, then backwards from August
        story.child_visits(child, window[:count], **{field: True})
        cell = story.cell(code)
        assert (cell.value, cell.why.params["count"], cell.why.params["months"]) == (value, count, quarters * 3)


@pytest.mark.parametrize(("code", "field"), YES_FIELDS, ids=["weighing", "counselling"])
@pytest.mark.parametrize(
    ("age", "before", "first"), [(12, "2025-03", "2025-04"), (17, "2024-09", "2024-10"), (23, "2024-03", "2024-04")]
)
def test_the_window_begins_on_its_first_month(age: int, before: str, first: str, code: str, field: str) -> None:
    """A month before the window never counts, nor one after the quarter."""
    for month, count in ((before, 1), (first, 2), ("2025-10", 1)):
        story = Story()
        child = story.child(AGES[age])
        story.child_visits(child, ["2025-09", month], **{field: True})
        assert story.cell(code).why.params["count"] == count, month


@pytest.mark.parametrize(("age", "value"), [(5, "TS"), (6, "T"), (13, "T"), (18, "T")])
@pytest.mark.parametrize("code", ["weighing", "counselling", "parenting", "immunization"])
def test_nothing_of_these_before_six_months(age: int, value: str, code: str) -> None:
    """7.2, first column."""
    assert child_with(age).cell(code).value == value


@pytest.mark.parametrize("age", [6, 13, 18])
def test_parenting_five_of_two_quarters_at_every_age(age: int) -> None:
    """7.2: >= 5 in this and the previous quarter in all three bands."""
    for first, value in (("2025-05", "Y"), ("2025-06", "T")):
        story = Story()
        child = story.child(AGES[age])
        count = 10 - int(first[5:])
        story.child_visits(child, months(first, count), parenting_attended=True)
        story.child_visits(child, months("2025-01", 3), parenting_attended=True)
        assert story.cell("parenting").value == value


@pytest.mark.parametrize(
    ("answers", "counts"),
    [
        ({"was_weighed": True}, True),
        ({"weight_g": 8000}, True),
        ({"was_weighed": False, "weight_g": 8000}, True),
        ({"was_weighed": False}, False),
        ({}, False),
    ],
)
def test_weighed_by_a_yes_or_a_weight(answers: dict[str, Any], counts: bool) -> None:
    """Decision 12: weighed when was_weighed is yes or weight_g is given."""
    story = Story()
    child = story.child(AGES[6])
    story.child_visits(child, months("2025-04", 4), was_weighed=True)
    story.child_visit(child, "2025-09", **answers)
    assert story.cell("weighing").why.params["count"] == 4 + counts


@pytest.mark.parametrize(("father", "mother"), [(True, None), (None, True), (True, True), (True, False)])
def test_counselled_when_father_or_mother_came(father: bool | None, mother: bool | None) -> None:
    """Decision 12: one month counts once, whoever came."""
    story = Story()
    months_ = months("2025-05", 5)
    story.child_visits(story.child(AGES[6]), months_, counselling_father=father, counselling_mother=mother)
    cell = story.cell("counselling")
    assert (cell.value, cell.why.params["count"]) == ("Y", 5)


def test_no_answer_in_the_whole_window_is_not_reported() -> None:
    cell = child_with(6).cell("weighing")
    assert (cell.value, cell.why.code, cell.why.params["months"]) == ("T", "scorecard.unanswered", 6)
    assert child_with(6, was_weighed=False).cell("weighing").why.code == "scorecard.months.weighing"


@pytest.mark.parametrize("age", [0, 6, 13, 18])
@pytest.mark.parametrize(("visits", "value"), [((1, 0, 0), "T"), ((1, 0, 1), "Y"), ((0, 2, 0), "Y"), ((0, 0, 0), "T")])
def test_two_home_visits_for_every_child(age: int, visits: tuple[int, int, int], value: str) -> None:
    """7.2 and decision 2: Y >= 2 events in the quarter, every age, whatever the nutrition."""
    story = Story()
    child = story.child(AGES[age])
    story.child_visit(child, "2025-06", home_visits=9)
    for month, count in zip(("2025-07", "2025-08", "2025-09"), visits, strict=True):
        story.child_visit(child, month, home_visits=count)
    assert story.cell("home_visit").value == value


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("water", "has_safe_water"),
        ("latrine", "has_latrine"),
        ("birth_certificate", "has_birth_certificate"),
        ("insurance", "has_health_insurance"),
    ],
)
def test_possession_is_the_last_answer(code: str, field: str) -> None:
    """Decision 10."""
    story = Story()
    child = story.child(AGES[6])
    story.child_visit(child, "2025-07", **{field: False})
    assert story.cell(code).value == "T"
    story.child_visit(child, "2025-08", **{field: True})
    story.child_visit(child, "2025-09")
    assert story.cell(code).value == "Y"
    assert story.cell(code, "2025-Q3").why.params["month"].params == {"year": "2025"}  # type: ignore[attr-defined]


def test_nutrition_class_and_stunting_are_last_answers_each() -> None:
    """Decision 10 and Form 4, table 1: gizi kurang, gizi buruk or stunted."""
    story = Story()
    child = story.child(AGES[6])
    story.child_visit(child, "2025-07", nutrition_class="undernourished", is_stunted=True)
    assert story.infant().is_malnourished
    story.child_visit(child, "2025-08", nutrition_class="normal")
    assert story.infant().is_malnourished  # still stunted
    story.child_visit(child, "2025-09", is_stunted=False)
    assert not story.infant().is_malnourished


@pytest.mark.parametrize(
    ("colours", "shown"),
    [
        (["green", "yellow", "red"], "red"),
        (["red", "green", "not_measured"], "green"),
        (["yellow", None, None], "yellow"),
        (["not_measured", "not_measured", None], None),
    ],
)
def test_last_measured_colour(colours: list[str | None], shown: str | None) -> None:
    """7.2 of Form 4, table 2: the last measured colour of the quarter; unmeasured is in the total only."""
    story = Story()
    child = story.child(AGES[6])
    for month, colour in zip(("2025-07", "2025-08", "2025-09"), colours, strict=True):
        story.child_visit(child, month, mat_result=colour)
    mat = story.card().totals.mat
    assert story.infant().mat == shown
    assert mat == {colour: int(colour == shown) for colour in ("green", "yellow", "red")}


def test_men_are_children_whose_father_came_in_the_quarter() -> None:
    """Decision 12: at least once in the quarter, whatever the cell says, once a child."""
    story = Story()
    twice, once, before = (story.child(AGES[0], full_name=name) for name in "ABC")
    story.child_visits(twice, ["2025-08", "2025-09"], counselling_father=True)
    story.child_visit(once, "2025-09", counselling_father=True, counselling_mother=True)
    story.child_visit(before, "2025-06", counselling_father=True)
    story.child_visit(before, "2025-09", counselling_mother=True)
    counselling = next(i for i in story.card().totals.indicators if (i.group, i.code) == ("children", "counselling"))
    assert counselling.men == 2


def test_month_lengths_do_not_matter() -> None:
    """Completed calendar months: born on the 31st, the first month is complete on the 1st after a short month."""
    story = Story()
    child = story.child("2024-08-31")
    story.child_visit(child, "2025-02", on="2025-02-28")
    assert story.infant("2025-Q1").age_months == 5
    story.child_visit(child, "2025-03", on="2025-03-01")
    assert story.infant("2025-Q1").age_months == 6
    assert day("2025-03-01") > day("2025-02-28")
