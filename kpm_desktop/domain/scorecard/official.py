"""Which rules a quarter is counted by: the rule sets of `resources/rules`, and the official one of each quarter.

Official rules leave no quarter without and none with two. A file that names no last quarter holds until the next
official rules begin, so that new rules are one new file and those before them keep their bytes and their hash
(docs/decisions/0034-rules-of-a-quarter.md).
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from kpm_desktop import paths
from kpm_desktop.domain.calendar import FIRST_DAY, LAST_DAY, Quarter, month_of
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.scorecard.ruleset import RuleSet, read_ruleset

FIRST, LAST = Quarter.of(month_of(FIRST_DAY)), Quarter.of(month_of(LAST_DAY))
#: A rule set of scorecards is told from the other rules of the folder by its name.
_ID = re.compile(r"[A-Z][A-Z0-9-]{0,40}")


class RuleSets:
    """The rule sets of a folder."""

    def __init__(self, sets: Iterable[RuleSet]) -> None:
        """ValueError when the official ones leave a gap or overlap."""
        held = list(sets)
        self._official = _in_turn([rules for rules in held if rules.is_official])
        self._by_id = {rules.id: rules for rules in (*held, *self._official)}

    @classmethod
    def in_folder(cls, folder: Path) -> "RuleSets":
        """All of a folder; ValueError also when a file is none, calls itself otherwise or names no quarters."""
        files = sorted(file for file in folder.glob("*.json") if _ID.fullmatch(file.stem))
        return cls([read_ruleset(file.stem, file.read_bytes()) for file in files])

    @property
    def ids(self) -> list[str]:
        """What they are called, sorted."""
        return sorted(self._by_id)

    def official(self, quarter: Quarter) -> RuleSet:
        """The official rules of a quarter of 1900 to 2100; of one beyond, the nearest."""
        return next((rules for rules in self._official if _until(rules) >= quarter), self._official[-1])

    def named(self, ruleset_id: str, quarter: Quarter) -> RuleSet:
        """The rules of this id; `Refused` when there are none, or when they are not for the quarter."""
        rules = self._by_id.get(ruleset_id)
        if rules is None:
            raise refused("scorecard.no_ruleset", id=ruleset_id)
        if not _from(rules) <= quarter <= _until(rules):
            raise refused(
                "scorecard.ruleset_of_others",
                id=ruleset_id,
                value=str(quarter),
                first=str(_from(rules)),
                last=str(_until(rules)),
                official=self.official(quarter).id,
            )
        return rules


def official_rules(quarter: Quarter) -> RuleSet:
    """The official rules of a quarter: what every list, forecast and scorecard goes by unless somebody names others."""
    return _shipped(paths.resources() / "rules").official(quarter)


def rules_for(quarter: Quarter, ruleset_id: str = "") -> RuleSet:
    """The rules of this id, without one the official ones; `Refused` when there are none for the quarter."""
    sets = _shipped(paths.resources() / "rules")
    return sets.named(ruleset_id, quarter) if ruleset_id else sets.official(quarter)


@cache
def _shipped(folder: Path) -> RuleSets:
    return RuleSets.in_folder(folder)


def _from(rules: RuleSet) -> Quarter:
    return rules.first or FIRST


def _until(rules: RuleSet) -> Quarter:
    return rules.last or LAST


def _in_turn(official: list[RuleSet]) -> list[RuleSet]:
    """By their first quarters, each with its last one; ValueError unless every quarter has exactly one."""
    ordered = sorted(official, key=lambda rules: (_from(rules), rules.id))
    if not ordered or _from(ordered[0]) > FIRST:
        raise ValueError(f"no official rules from {FIRST} on")
    if _until(ordered[-1]) < LAST:
        raise ValueError(f"no official rules after {ordered[-1].id}")
    return [*(_until_next(rules, following) for rules, following in pairwise(ordered)), ordered[-1]]


def _until_next(rules: RuleSet, following: RuleSet) -> RuleSet:
    """One set of rules with its last quarter, the one before the following rules begin."""
    end = _from(following) + -1
    if _from(rules) > end or (rules.last is not None and rules.last > end):
        raise ValueError(f"{rules.id} and {following.id} are both official in {_from(following)}")
    if rules.last is not None and rules.last < end:
        raise ValueError(f"no official rules between {rules.id} and {following.id}")
    return replace(rules, last=end)
