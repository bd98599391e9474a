"""The dose page's cell is the scorecard's own: the rules of `test_immunization.py`, for one child and a running day."""

from datetime import date

import pytest

from kpm_desktop.domain.scorecard.dose_cell import dose_cell
from kpm_desktop.domain.scorecard.village import arrange
from tests.domain.scorecard.test_immunization import BASIC, BORN, child_with

DAY = date(2025, 9, 20)


@pytest.mark.parametrize("age", BORN)
@pytest.mark.parametrize("doses", [[], BASIC[:-1], BASIC, [*BASIC, "MR-1"]], ids=["none", "lacking", "basic", "all"])
def test_it_says_what_the_scorecard_says(age: int, doses: list[str]) -> None:
    story = child_with(age, doses)
    village = arrange(story.village())
    child = next(iter(village.persons.values()))
    cell = dose_cell(child, village.child_visits[child.id], village.doses.get(child.id, ()), DAY)
    assert cell == story.cell("immunization")


def test_who_was_not_visited_yet_is_judged_as_on_the_day_and_who_is_too_old_not_at_all() -> None:
    story = child_with(9, BASIC)
    village = arrange(story.village())
    child = next(iter(village.persons.values()))
    doses = village.doses[child.id]
    found = dose_cell(child, {}, doses, date(2025, 11, 20))
    assert found is not None
    assert (found.value, found.why.params["needed"]) == ("T", 11)
    assert dose_cell(child, {}, doses, date(2026, 11, 20)) is None
