"""When the doses a child still lacks can be given at the earliest, if what can be given today is given today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kpm_desktop.domain.schedules.dose_plan import PlannedDose, after_interval
from kpm_desktop.domain.schedules.doses import dose_rule


@dataclass(frozen=True, slots=True)
class NextDose:
    """earliest: the first day it can be given. if_given: the dose without which, given today, that day would be a later
    one; None where it follows from age and recorded doses alone."""

    planned: PlannedDose
    earliest: date
    if_given: PlannedDose | None = None


def next_doses(plan: Iterable[PlannedDose], on: date) -> list[NextDose]:
    """Every dose that is not recorded and can still be given, by the day; what waits for others is reckoned through."""
    found: dict[tuple[str, int], NextDose] = {}
    for one in sorted(plan, key=lambda each: (each.vaccine, each.dose)):
        if one.standing in ("given", "no_longer"):
            continue
        made = _next(one, found, on)
        if made.earliest <= one.until:
            found[one.vaccine, one.dose] = made
    return sorted(found.values(), key=lambda each: (each.earliest, each.planned.asked))


def _next(one: PlannedDose, found: Mapping[tuple[str, int], NextDose], on: date) -> NextDose:
    earliest = max(one.since, on)
    before, rule = found.get((one.vaccine, one.dose - 1)), dose_rule(one.vaccine, one.dose)
    if before is None or rule is None:
        return NextDose(one, earliest)
    needed = before.if_given or (before.planned if before.planned.is_open else None)
    follows = after_interval(rule, before.earliest)
    return NextDose(one, max(earliest, follows), needed if follows > earliest else None)
