"""Basic immunisation by doses or by the tick (Form 3B, KPM guide 2018; decision 13)."""

import pytest

from tests.support.story import Story

BASIC = ["HB0-1", "BCG-1", "OPV-1", "OPV-2", "OPV-3", "OPV-4"]
BASIC += ["DPT_HB_HIB-1", "DPT_HB_HIB-2", "DPT_HB_HIB-3", "IPV-1"]
BORN = {5: "2025-03-16", 6: "2025-03-15", 9: "2024-11-16", 10: "2024-11-15", 12: "2024-08-16", 13: "2024-08-15"}


def child_with(age: int, doses: list[str], given: str | None = "2025-07-01", tick: bool | None = None) -> Story:
    story = Story()
    child = story.child(BORN[age])
    story.child_visit(child, "2025-09", immunization_up_to_date=tick)
    for name in doses:
        story.dose(child, name, given)
    return story


@pytest.mark.parametrize(
    ("age", "without", "with_mr"),
    [(5, "TS", "TS"), (6, "Y", "Y"), (9, "Y", "Y"), (10, "T", "Y"), (12, "T", "Y"), (13, "T", "Y")],
)
def test_measles_is_needed_from_ten_months(age: int, without: str, with_mr: str) -> None:
    """Basic doses except measles at 6 to 9 months, MR1 too from 10."""
    assert child_with(age, BASIC).cell("immunization").value == without
    assert child_with(age, [*BASIC, "MR-1"]).cell("immunization").value == with_mr


@pytest.mark.parametrize("missing", BASIC)
def test_each_basic_dose_is_needed(missing: str) -> None:
    story = child_with(6, [name for name in BASIC if name != missing])
    assert story.cell("immunization").value == "T"


@pytest.mark.parametrize("other", ["PCV-1", "RV-1", "JE-1", "IPV-2", "MR-2", "DPT_HB_HIB-4"])
def test_other_doses_are_not_needed_and_replace_none(other: str) -> None:
    assert child_with(10, [*BASIC, other]).cell("immunization").value == "T"


@pytest.mark.parametrize(
    ("given", "value"), [("2025-09-30", "Y"), ("2025-10-01", "T"), (None, "Y")], ids=["last day", "after", "no date"]
)
def test_given_on_or_before_the_last_day_or_without_date(given: str | None, value: str) -> None:
    assert child_with(6, BASIC, given).cell("immunization").value == value


@pytest.mark.parametrize(("tick", "value"), [(True, "Y"), (False, "T"), (None, "T")])
def test_the_tick_counts_only_without_any_dose(tick: bool | None, value: str) -> None:
    assert child_with(6, [], tick=tick).cell("immunization").value == value
    assert child_with(6, ["PCV-1"], tick=tick).cell("immunization").value == "T"
    assert child_with(6, BASIC, tick=tick).cell("immunization").value == "Y"


def test_the_tick_is_the_last_answer_of_the_quarter() -> None:
    """Decision 10."""
    story = Story()
    child = story.child(BORN[6])
    story.child_visit(child, "2025-07", immunization_up_to_date=False)
    story.child_visit(child, "2025-08", immunization_up_to_date=True)
    story.child_visit(child, "2025-09")
    assert story.cell("immunization").value == "Y"


def test_a_dose_in_error_is_no_dose() -> None:
    story = child_with(6, [], tick=True)
    story.dose(story.records[1], "BCG-1", status="entered_in_error")  # type: ignore[arg-type]
    assert story.cell("immunization").value == "Y"


def test_what_is_missing_is_named() -> None:
    cell = child_with(10, BASIC[:-1]).cell("immunization")
    assert cell.why.params["lacking"] == ["IPV 1", "MR 1"]
    assert (cell.why.params["count"], cell.why.params["needed"]) == (9, 11)
    assert len(cell.rows) == 9
