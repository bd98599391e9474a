"""The village scorecard (Form 3A, 3B and 4) as a pure function of a village's records."""

from kpm_desktop.domain.scorecard.build import build_scorecard
from kpm_desktop.domain.scorecard.disputed import Conflict
from kpm_desktop.domain.scorecard.official import official_rules, rules_for
from kpm_desktop.domain.scorecard.result import Scorecard, Share
from kpm_desktop.domain.scorecard.ruleset import RuleSet
from kpm_desktop.domain.scorecard.totals import add_scorecards
from kpm_desktop.domain.scorecard.village import VillageRecords

__all__ = [
    "Conflict",
    "RuleSet",
    "Scorecard",
    "Share",
    "VillageRecords",
    "add_scorecards",
    "build_scorecard",
    "official_rules",
    "rules_for",
]
