"""A village's scorecard to look into: beside the cells the monthly rows behind them, and who everybody is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kpm_desktop.commands.scorecards.village_scorecard import read_village
from kpm_desktop.db.queries.oversight import regions_held
from kpm_desktop.db.store import Store
from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.regions.coverage import covers
from kpm_desktop.domain.scorecard.result import Scorecard
from kpm_desktop.domain.scorecard.ruleset import RuleSet
from kpm_desktop.domain.scorecard.village import arrange

VILLAGE_LENGTH = 13


@dataclass(frozen=True)
class ScorecardView:
    """rows: by pregnancy or child and month, those of forms 2A and 2B. attendances: those of 2C, by child. persons:
    the person of each pregnancy."""

    scorecard: Scorecard
    ruleset: RuleSet
    rows: Mapping[UUID, Mapping[str, Any]]
    attendances: Mapping[UUID, Mapping[str, Any]]
    persons: Mapping[UUID, UUID]


def scorecard_view(store: Store, village: str, quarter: Quarter) -> ScorecardView:
    """Reads and counts. Refused on a village that is none of this profile's."""
    read = read_village(store, village, str(quarter), "")
    seen = arrange(read.records)
    persons = {pregnancy.id: pregnancy.person_id for pregnancy in seen.pregnancies.values()}
    return ScorecardView(
        read.scorecard(),
        read.ruleset,
        {**seen.pregnancy_visits, **seen.child_visits},
        seen.attendances,
        persons,
    )


def villages_held(store: Store) -> list[str]:
    """The codes of the villages of which records are held, sorted."""
    with store.reading() as tx:
        return [code for code in regions_held(tx) if len(code) == VILLAGE_LENGTH]


def other_codes(store: Store, village: str) -> list[str]:
    """Under which codes of other lists records of the same village are held, sorted."""
    return [
        code for code in villages_held(store) if code != village and (covers(code, village) or covers(village, code))
    ]
