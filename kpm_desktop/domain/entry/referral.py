"""Rules of a referral among the records around it."""

from collections.abc import Iterator

from kpm_desktop.domain.entry.of_person import named_people
from kpm_desktop.domain.entry.rule_context import EntryRules, RuleContext
from kpm_desktop.domain.records.base import Finding
from kpm_desktop.domain.records.referral import Referral


def _among(referral: Referral, region: str, around: RuleContext) -> Iterator[Finding]:
    made = ("referral_date", referral.referral_date)
    yield from named_people(referral, "person_id", [referral.person_id], made, around)


RULES = EntryRules(Referral, _among)
