"""Rules of a dose among the records around it."""

from collections.abc import Iterator

from kpm_desktop.domain.entry.of_person import after_birth, after_leaving, person_of
from kpm_desktop.domain.entry.rule_context import EntryRules, Neighbours, RuleContext
from kpm_desktop.domain.records.base import Finding
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.schedules.doses import dose_findings


def _among(dose: Immunization, region: str, around: RuleContext) -> Iterator[Finding]:
    """Not before birth; number, order, interval and age are looked at again (`domain/schedules/doses.py`)."""
    yield from after_birth(dose.person_id, "given_date", dose.given_date, around)
    child = person_of(dose.person_id, around)
    yield from dose_findings(dose, around.doses_of(dose.person_id), child.birth_date if child is not None else None)


def _beside(dose: Immunization, region: str, around: Neighbours) -> Iterator[Finding]:
    """Not after a death."""
    child = person_of(dose.person_id, around)
    if child is not None and child.status == "died":
        yield from after_leaving("given_date", dose.given_date, child)


RULES = EntryRules(Immunization, _among, _beside)
