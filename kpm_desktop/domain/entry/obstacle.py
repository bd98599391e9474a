"""Rules of an obstacle among the records around it."""

from collections.abc import Iterator

from kpm_desktop.domain.entry.of_person import named_people
from kpm_desktop.domain.entry.rule_context import EntryRules, RuleContext
from kpm_desktop.domain.records.base import Finding
from kpm_desktop.domain.records.obstacle import Obstacle


def _among(obstacle: Obstacle, region: str, around: RuleContext) -> Iterator[Finding]:
    if obstacle.person_id is not None:
        reported = ("reported_date", obstacle.reported_date)
        yield from named_people(obstacle, "person_id", [obstacle.person_id], reported, around)


RULES = EntryRules(Obstacle, _among)
