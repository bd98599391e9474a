"""Rules of the monthly checklists 2A and 2B among the records around them."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from uuid import UUID

from kpm_desktop.domain.entry.of_person import after_birth, after_leaving, person_of
from kpm_desktop.domain.entry.plausibility import measures_of, mother_looks, second_looks
from kpm_desktop.domain.entry.rule_context import EntryRules, Neighbours, RuleContext
from kpm_desktop.domain.records.base import Finding, finding
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy


def _child_visit(visit: ChildVisit, region: str, around: RuleContext) -> Iterator[Finding]:
    """Not before birth; measures no child has are measured again (docs/growth.md)."""
    yield from after_birth(visit.person_id, "visit_date", visit.visit_date, around)
    child = person_of(visit.person_id, around)
    if child is not None and measures_of(visit):
        yield from second_looks(child, visit, *around.measures_around(visit))


def _pregnancy_visit(visit: PregnancyVisit, region: str, around: RuleContext) -> Iterator[Finding]:
    """A nifas check needs a delivery date (docs/records.md, pregnancy_visit); measures likewise."""
    pregnancy = around.record("pregnancy", visit.pregnancy_id)
    if not isinstance(pregnancy, Pregnancy):
        return
    if visit.pnc_visits and pregnancy.delivery_date is None:
        yield finding("pnc_visits", "rules.no_delivery", value=visit.pnc_visits)
    if measures_of(visit):
        yield from mother_looks(pregnancy, visit, *around.measures_around(visit))


def visit_after_leaving(visited: date, person: Person, home: Household | None) -> Iterator[Finding]:
    """A visit after somebody died or moved out, alone or with the household; told once."""
    of_home = after_leaving("visit_date", visited, home) if home else ()
    yield from list(chain(after_leaving("visit_date", visited, person), of_home))[:1]


def _visited(visited: date, person_id: UUID, around: Neighbours) -> Iterator[Finding]:
    person = person_of(person_id, around)
    if person is not None:
        home = around.record("household", person.household_id)
        yield from visit_after_leaving(visited, person, home if isinstance(home, Household) else None)


def _beside_child_visit(visit: ChildVisit, region: str, around: Neighbours) -> Iterator[Finding]:
    yield from _visited(visit.visit_date, visit.person_id, around)


def _beside_pregnancy_visit(visit: PregnancyVisit, region: str, around: Neighbours) -> Iterator[Finding]:
    carried = around.record("pregnancy", visit.pregnancy_id)
    if isinstance(carried, Pregnancy):
        yield from _visited(visit.visit_date, carried.person_id, around)


OF_CHILD = EntryRules(ChildVisit, _child_visit, _beside_child_visit)
OF_PREGNANCY = EntryRules(PregnancyVisit, _pregnancy_visit, _beside_pregnancy_visit)
