"""Rules of a session among the records around it."""

from collections.abc import Iterator

from kpm_desktop.domain.entry.of_person import named_people
from kpm_desktop.domain.entry.rule_context import EntryRules, RuleContext
from kpm_desktop.domain.records.base import Finding
from kpm_desktop.domain.records.education import EducationSession


def _among(session: EducationSession, region: str, around: RuleContext) -> Iterator[Finding]:
    """Of everybody who came."""
    held = ("session_date", session.session_date)
    yield from named_people(session, "person_ids", session.person_ids or (), held, around)


RULES = EntryRules(EducationSession, _among)
