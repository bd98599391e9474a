"""Puts a village's scorecard together; every rule it applies lives in a module of its own."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from uuid import UUID

from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.records.flag_answer import short_rule
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.scorecard.cells import judge
from kpm_desktop.domain.scorecard.disputed import Conflict, disputed
from kpm_desktop.domain.scorecard.findings import doubtful_doses, findings_of
from kpm_desktop.domain.scorecard.paud import paud_children
from kpm_desktop.domain.scorecard.result import ChildRow, MotherRow, NotReported, PaudChild, Scorecard, TargetRow
from kpm_desktop.domain.scorecard.ruleset import RuleSet
from kpm_desktop.domain.scorecard.targets import (
    Seen,
    gone_by,
    is_active,
    is_child_of,
    seen_child,
    seen_pregnancy,
    should_be_monitored,
)
from kpm_desktop.domain.scorecard.totals import count_up
from kpm_desktop.domain.scorecard.village import Village, VillageRecords, arrange


def build_scorecard(
    village_code: str,
    quarter: Quarter,
    records: VillageRecords,
    rules: RuleSet,
    conflicts: frozenset[Conflict] = frozenset(),
    confirmed: frozenset[tuple[UUID, str]] = frozenset(),
) -> Scorecard:
    """The scorecard of one village in one quarter: Form 3A, 3B and 4 with a reason for every cell.

    records: everything of that region, merged and entered-in-error records included. conflicts: (kind, record id,
    field) with several heads. confirmed: (dose id, rule) somebody looked at again. The same records in any order give
    the same scorecard. Raises nothing.
    """
    village = arrange(records)
    mothers = tuple(sorted(_mothers(village, quarter, rules), key=_by_name))
    children = tuple(sorted(_children(village, quarter, rules, _believed(village, confirmed)), key=_by_name))
    paud = tuple(sorted(paud_children(village, quarter, rules.paud), key=_by_name))
    missing = tuple(sorted(_not_reported(village, quarter, rules), key=_mothers_by_name))
    doubts = [*findings_of(village, quarter, rules), *doubtful_doses(children)]
    found = sorted(doubts, key=lambda f: (f.name, f.kind, f.id, f.why.code))
    return Scorecard(
        region_code=village_code,
        quarter=quarter,
        ruleset_id=rules.id,
        ruleset_hash=rules.hash,
        totals=count_up(mothers, children, paud, missing, rules),
        mothers=mothers,
        children=children,
        paud=paud,
        not_reported=missing,
        findings=tuple(found),
        disputed=disputed(village, records, (*mothers, *children), quarter, rules, conflicts),
    )


def _by_name(row: TargetRow | PaudChild) -> tuple[str, str, UUID]:
    return row.name.casefold(), row.name, row.id


def _mothers_by_name(target: NotReported) -> tuple[bool, str, str, UUID]:
    return target.kind == "child", target.name.casefold(), target.name, target.id


def _mothers(village: Village, quarter: Quarter, rules: RuleSet) -> Iterator[MotherRow]:
    for pregnancy in village.pregnancies.values():
        visits = village.pregnancy_visits.get(pregnancy.id)
        seen = visits and seen_pregnancy(pregnancy, visits, quarter, rules.pregnancies)
        if seen:
            yield _mother(village, pregnancy, seen, quarter, rules)


def _mother(village: Village, pregnancy: Pregnancy, seen: Seen, quarter: Quarter, rules: RuleSet) -> MotherRow:
    return MotherRow(
        kind="pregnancy",
        id=pregnancy.id,
        ref=pregnancy.ref,
        name=village.person_name(pregnancy.person_id),
        person_id=pregnancy.person_id,
        household_id=village.household_of(pregnancy.person_id),
        band=seen.band,
        cells={rule.code: judge(rule, seen) for rule in rules.pregnancies.indicators},
        rows=_ids(seen),
        gestational_months=seen.months,
        delivery_date=seen.delivered_on,
        gone=gone_by(village, pregnancy.person_id, quarter.last),
        is_kek=bool(seen.last_value("is_kek")),
        is_high_risk=bool(seen.last_value("is_high_risk")),
    )


def _believed(village: Village, confirmed: frozenset[tuple[UUID, str]]) -> set[tuple[UUID, str]]:
    """What was confirmed about any entry of a dose."""
    means = village.groups["immunization"].means
    return {(means(dose), short_rule(rule)) for dose, rule in confirmed}


def _children(
    village: Village, quarter: Quarter, rules: RuleSet, believed: AbstractSet[tuple[UUID, str]]
) -> Iterator[ChildRow]:
    for child_id, visits in village.child_visits.items():
        child = village.persons.get(child_id)
        if child is None:
            continue
        seen = seen_child(child, visits, village.doses.get(child_id, ()), quarter, rules.children, believed)
        if seen is not None:
            yield _child(village, child, seen, quarter, rules)


def _child(village: Village, child: Person, seen: Seen, quarter: Quarter, rules: RuleSet) -> ChildRow:
    own = rules.children
    nutrition = seen.last_value(own.malnourished.class_field)
    stunted = bool(seen.last_value(own.malnourished.stunted_field))
    return ChildRow(
        kind="child",
        id=child.id,
        ref=child.ref,
        name=child.full_name,
        person_id=child.id,
        household_id=child.household_id,
        band=seen.band,
        cells={rule.code: judge(rule, seen) for rule in own.indicators},
        rows=_ids(seen),
        gone=gone_by(village, child.id, quarter.last),
        age_months=seen.months or 0,
        nutrition_class=nutrition,
        is_stunted=stunted,
        is_malnourished=stunted or nutrition in own.malnourished.classes,
        mat=_last_colour(seen, own.mat.field, own.mat.colours),
        father_attended=any(getattr(row, own.father_field) is True for row in seen.rows),
    )


def _last_colour(seen: Seen, field: str, colours: Iterable[str]) -> str | None:
    """The last measured colour of the quarter (Form 4, table 2)."""
    read = (getattr(row, field) for row in reversed(seen.rows))
    return next((colour for colour in read if colour in colours), None)


def _ids(seen: Seen) -> tuple[UUID, ...]:
    return tuple(row.id for row in seen.rows)


def _not_reported(village: Village, quarter: Quarter, rules: RuleSet) -> Iterator[NotReported]:
    """Active targets without a monthly row in the quarter, never silently T (decision 6)."""
    for pregnancy in village.pregnancies.values():
        if should_be_monitored(pregnancy, quarter, rules.pregnancies):
            whose, rows = pregnancy.person_id, village.pregnancy_visits.get(pregnancy.id, {})
            if is_active(village, whose, quarter) and not any(month in rows for month in quarter.months):
                name, household = village.person_name(whose), village.household_of(whose)
                gone = gone_by(village, whose, quarter.last)
                yield NotReported("pregnancy", pregnancy.id, pregnancy.ref, name, household, gone)
    for child in village.persons.values():
        if is_child_of(child, quarter, rules.children):
            visits = village.child_visits.get(child.id, {})
            if is_active(village, child.id, quarter) and not any(month in visits for month in quarter.months):
                gone = gone_by(village, child.id, quarter.last)
                yield NotReported("child", child.id, child.ref, child.full_name, child.household_id, gone)
