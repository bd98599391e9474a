"""Rules of a sponsorship among the records around it."""

from collections.abc import Iterator

from kpm_desktop.domain.entry.of_person import named_people
from kpm_desktop.domain.entry.rule_context import EntryRules, RuleContext
from kpm_desktop.domain.records.base import Finding
from kpm_desktop.domain.records.sponsorship import Sponsorship


def _among(sponsorship: Sponsorship, region: str, around: RuleContext) -> Iterator[Finding]:
    start = ("start_date", sponsorship.start_date)
    yield from named_people(sponsorship, "person_id", [sponsorship.person_id], start, around)


RULES = EntryRules(Sponsorship, _among)
