"""Every reason a cell can have is said in a few words, in both languages."""

from itertools import product

import pytest

from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.scorecard.build import build_scorecard
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.short import short
from kpm_desktop.domain.wording import Wording
from tests.support.village import read_village

QUARTERS = [Quarter(year, number) for year, number in product((2024, 2025), (1, 2, 3, 4))]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_cell_of_the_example_villages_has_a_short_reason(language: str) -> None:
    said = set()
    for folder, quarter in product(("example_village", "example_village_2"), QUARTERS):
        scorecard = build_scorecard("", quarter, read_village(folder), official_rules(quarter))
        for person in scorecard.people:
            for cell in person.cells.values():
                if cell.value != "TS":
                    said.add(Wording(language).say(short(cell.why)))
    assert said
    assert max(len(words) for words in said) <= 26


def test_more_than_needed_is_not_said_as_a_share() -> None:
    why = Reason("scorecard.tablets", {"count": 60, "needed": 30})
    assert Wording("id").say(short(why)) == "60 butir"
    assert Wording("id").say(short(Reason(why.code, {"count": 20, "needed": 30}))) == "20 dari 30 butir"
