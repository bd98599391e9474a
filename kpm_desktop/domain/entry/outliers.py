"""Measures of a child that cannot be right beside the others, so that no line is drawn to them and no gain counted.

By the same rules as what asks to measure again (`plausibility`). Of two measures that contradict each other it is the
one the next measure contradicts as well; the newest, which has none after it, where it contradicts the one before. What
somebody looked at again and called right is believed.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from kpm_desktop.domain.entry.plausibility import Measured, at_birth, beside, flagged
from kpm_desktop.domain.growth.chart_lines import HEAD, LENGTH, WEIGHT, WEIGHT_FOR_LENGTH
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.flag_answer import short_rule
from kpm_desktop.domain.records.person import Person

#: The charts a measure stands in.
_CHARTS = {
    "weight_g": (WEIGHT, WEIGHT_FOR_LENGTH),
    "length_mm": (LENGTH, WEIGHT_FOR_LENGTH),
    "head_circumference_mm": (HEAD,),
}


def unused_measures(
    child: Person, visits: Mapping[str, ChildVisit], confirmed: Mapping[str, Collection[str]]
) -> dict[str, frozenset[str]]:
    """By month, the charts in which its measures are not used. confirmed: by month, the short names of the rules
    somebody confirmed of its visit."""
    found: dict[str, set[str]] = {month: set() for month in visits}
    for month, visit in visits.items():
        if visit.visit_date >= child.birth_date:
            found[month] |= set(_flagged(child, visit, confirmed.get(month, ())))
    for name, charts in _CHARTS.items():
        for month in _outliers(child, visits, name, confirmed, found):
            found[month].update(charts)
    return {month: frozenset(charts) for month, charts in found.items() if charts}


def _flagged(child: Person, visit: ChildVisit, confirmed: Collection[str]) -> Iterator[str]:
    """The charts in which WHO calls it implausible; weight-for-length also where the weight or the length is."""
    for finding in flagged(child, visit):
        rule = short_rule(finding.why.code)
        key = rule.removeprefix("implausible_")
        if rule not in confirmed and any(key in charts for charts in _CHARTS.values()):
            yield key
            if key in (WEIGHT, LENGTH):
                yield WEIGHT_FOR_LENGTH


def _outliers(
    child: Person,
    visits: Mapping[str, ChildVisit],
    name: str,
    confirmed: Mapping[str, Collection[str]],
    flagged_in: Mapping[str, Collection[str]],
) -> Iterator[str]:
    """The months whose measure contradicts the one before that is used, and the one after does not."""
    months = [month for month in sorted(visits) if getattr(visits[month], name) is not None]
    measured = [_measured(visits[month], name) for month in months]
    used = at_birth(child).get(name)
    for at, (month, now) in enumerate(zip(months, measured, strict=True)):
        if _CHARTS[name][0] in flagged_in[month]:
            continue
        if used is not None and _contradicts(child, visits[month], name, used, now, confirmed.get(month, ())):
            later = _next(child, visits, name, months[at + 1 :], used)
            if later is not False:
                yield month
                continue
        used = now


def _next(
    child: Person, visits: Mapping[str, ChildVisit], name: str, months: Sequence[str], used: Measured
) -> bool | None:
    """Whether the next measure goes on from the used one; None where there is none yet."""
    if not months:
        return None
    visit = visits[months[0]]
    return not _contradicts(child, visit, name, used, _measured(visit, name), ())


def _contradicts(
    child: Person, visit: ChildVisit, name: str, before: Measured, now: Measured, confirmed: Collection[str]
) -> bool:
    found = {short_rule(finding.why.code) for finding in beside(child, visit, name, before, now)}
    return bool(found) and not found.intersection(confirmed)


def _measured(visit: ChildVisit, name: str) -> Measured:
    return Measured(getattr(visit, name), visit.month, visit.visit_date, visit.measure_position)
