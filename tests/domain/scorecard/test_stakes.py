"""What is still to be received, against the scorecard built as if everything had been done (`forecast.py`)."""

from datetime import date

import pytest

from kpm_desktop.domain.calendar import Quarter, month_of
from kpm_desktop.domain.scorecard.forecast import forecasts
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.stakes import VillageStakes
from kpm_desktop.domain.scorecard.village import arrange
from tests.support.village import read_village

VILLAGES = ("example_village",)


@pytest.mark.parametrize("on", [date(2025, 7, 2), date(2025, 8, 20), date(2025, 9, 30)])
def test_the_stakes_of_a_quarter_are_what_the_forecast_says_can_still_be_reached(on: date) -> None:
    records = read_village(VILLAGES[0])
    rules = official_rules(Quarter.of(month_of(on)))
    village = arrange(records)
    stakes = VillageStakes(village, on, rules)
    compared = 0
    for one in forecasts(records, month_of(on), on, rules):
        expected = {line.code for line in one.still}
        if one.kind == "pregnancy":
            found = stakes.of_mother(village.pregnancies[one.id])
        else:
            found = stakes.of_child(village.persons[one.id])
        assert set(found.quarter) == expected, one.name
        assert set(found.this_month) <= expected
        compared += len(expected)
    assert compared


def test_in_the_last_month_of_a_quarter_nothing_can_wait() -> None:
    on = date(2025, 9, 10)
    village = arrange(read_village(VILLAGES[0]))
    stakes = VillageStakes(village, on, official_rules(Quarter.of(month_of(on))))
    for child in village.persons.values():
        found = stakes.of_child(child)
        assert found.this_month == found.quarter
