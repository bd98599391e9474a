"""What blocks at entry and in `kpm load`, and only there: today's date, other records, the profile's own villages.

After a merge the same findings are data-quality remarks; a change that arrives is never refused for them. What a kind
asks of the records around it stands in its own file beside this one; here are what all of them ask, and the list.
"""

from collections.abc import Iterator
from uuid import UUID

from kpm_desktop.domain.calendar import first_day
from kpm_desktop.domain.entry import (
    comment,
    education,
    immunization,
    obstacle,
    person,
    pregnancy,
    referral,
    sponsorship,
    visits,
)
from kpm_desktop.domain.entry.rule_context import EntryRules, RuleContext
from kpm_desktop.domain.errors import Named
from kpm_desktop.domain.records.base import Finding, Record, finding, warning
from kpm_desktop.domain.records.catalogue import fields

#: By kind; a kind that asks nothing of the records around it stands in none.
RULES: dict[str, EntryRules] = {
    rules.kind.KIND: rules
    for rules in (
        person.RULES,
        pregnancy.RULES,
        visits.OF_CHILD,
        visits.OF_PREGNANCY,
        immunization.RULES,
        education.RULES,
        sponsorship.RULES,
        obstacle.RULES,
        referral.RULES,
        comment.RULES,
    )
}


def rules_of(record: Record) -> EntryRules:
    """What a record's kind asks of the records around it."""
    return RULES.get(record.KIND) or EntryRules(type(record))


def entry_findings(record: Record, region: str, around: RuleContext) -> Iterator[Finding]:
    """Everything the rules say about a record that is about to be saved for `region`."""
    yield from record.check()
    yield from _not_in_future(record, around)
    yield from _references(record, region, around)
    yield from rules_of(record).check_among(record, region, around)
    if record.HANGS_ON == "village_code" and not around.is_listed(region):
        yield warning("village_code", "rules.region_not_listed", value=region)


def _not_in_future(record: Record, around: RuleContext) -> Iterator[Finding]:
    for field in fields(record.KIND).values():
        if field.spec.past_only:
            value = getattr(record, field.name)
            day = first_day(value) if field.spec.form == "month" and value else value
            if day is not None and day > around.today:
                yield finding(field.name, "rules.in_future", value=value, limit=around.today)


def _references(record: Record, region: str, around: RuleContext) -> Iterator[Finding]:
    for field in fields(record.KIND).values():
        value = getattr(record, field.name)
        if field.spec.foreign or value is None or field.spec.form not in ("reference", "references"):
            continue
        for kind in field.spec.refers_to or (getattr(record, "about_kind", record.KIND),):
            for id in value if field.is_list else (value,):
                yield from _reference(field.name, kind, id, region, around)


def _reference(name: str, kind: str, id: UUID, region: str, around: RuleContext) -> Iterator[Finding]:
    found = around.region_of(kind, id)
    if found is None:
        yield finding(name, "rules.not_held", value=id, kind=Named(kind))
    elif found != region:
        yield finding(name, "rules.other_region", value=found, limit=region)
