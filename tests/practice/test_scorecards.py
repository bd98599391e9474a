"""Scorecards of practice villages are worth looking at: nothing is all done, nothing is all missed."""

from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.scorecard import Scorecard, VillageRecords, add_scorecards, build_scorecard, official_rules
from tests.practice.conftest import Judged

KINDS = (
    "household",
    "person",
    "pregnancy",
    "pregnancy_visit",
    "child_visit",
    "immunization",
    "paud_attendance",
)
QUARTER = "2026-Q3"


def scorecards(villages: list[Judged]) -> list[Scorecard]:
    when = Quarter.parse(QUARTER)
    return [
        build_scorecard(
            village.life.village.code,
            when,
            VillageRecords(*(tuple(village.world.of_kind(kind).values()) for kind in KINDS)),
            official_rules(when),
        )
        for village in villages
    ]


def test_every_village_has_targets_and_something_left_to_do(villages: list[Judged]) -> None:
    for card in scorecards(villages):
        assert card.totals.pregnant >= 4
        assert card.totals.children >= 15
        for rows in (card.mothers, card.children):
            received = sum(row.share.received for row in rows)
            assert 0.45 < received / sum(row.share.should for row in rows) < 0.95


def test_no_indicator_of_all_villages_is_full_or_empty(villages: list[Judged]) -> None:
    totals = add_scorecards("18.01.04", scorecards(villages)).totals
    spoken = {(i.group, i.code): i.share.received / i.share.should for i in totals.indicators}
    assert [key for key, share in spoken.items() if not share > 0.1] == []
    assert sum(share == 1 for share in spoken.values()) <= 1
    assert min(totals.mat.values()) > 0
    assert totals.pregnant_at_risk < totals.pregnant
    assert 0 < totals.children_malnourished < totals.children / 2


def test_the_records_contradict_nothing(villages: list[Judged]) -> None:
    assert [found for card in scorecards(villages) for found in card.findings] == []
