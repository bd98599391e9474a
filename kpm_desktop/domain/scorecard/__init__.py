"""The village scorecard (Form 3A, 3B and 4) as a pure function of a village's records."""

from kpm_desktop.domain.scorecard.build import build_scorecard
from kpm_desktop.domain.scorecard.disputed import Conflict
from kpm_desktop.domain.scorecard.result import Scorecard, Share
from kpm_desktop.domain.scorecard.ruleset import OFFICIAL, RuleSet, load_ruleset
from kpm_desktop.domain.scorecard.totals import add_scorecards
from kpm_desktop.domain.scorecard.village import VillageRecords

__all__ = [
    "OFFICIAL",
    "Conflict",
    "RuleSet",
    "Scorecard",
    "Share",
    "VillageRecords",
    "add_scorecards",
    "build_scorecard",
    "load_ruleset",
]
