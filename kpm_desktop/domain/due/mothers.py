"""What is due for a pregnant woman and for one in nifas."""

from collections.abc import Iterator
from datetime import date, timedelta

from kpm_desktop.domain.calendar import Quarter, month_of
from kpm_desktop.domain.due.item import Due
from kpm_desktop.domain.due.whose import Whose
from kpm_desktop.domain.errors import reason
from kpm_desktop.domain.records.pregnancy import PREGNANCY_DAYS, Pregnancy
from kpm_desktop.domain.schedules.care import (
    care_rules,
    check_due,
    contact_on,
    last_day_of_week,
    trimester,
    weeks_pregnant,
)
from kpm_desktop.domain.scorecard.ruleset import PregnancyRules, Tablets

#: A pregnancy is overdue, but no longer awaited here, so many days after its expected end: its outcome is then asked.
_OVERDUE_WEEKS = 44


def mother_due(whose: Whose, pregnancy: Pregnancy, rules: PregnancyRules, on: date) -> Iterator[Due]:
    """Her checks, tablets and nifas visits, and a birth that is near."""
    born = pregnancy.delivery_date
    if born is not None and born <= on:
        yield from _postpartum(whose, born, on)
    elif pregnancy.outcome == "ongoing":
        yield from _checks(whose, pregnancy, on)
        yield from _tablets(whose, rules, on)
        yield from _birth(whose, pregnancy, on)


def _postpartum(whose: Whose, born: date, on: date) -> Iterator[Due]:
    days = (on - born).days
    found = contact_on(care_rules().postpartum.contacts, days)
    since = month_of(born)
    had = sum(row.pnc_visits or 0 for month, row in whose.visits.items() if since <= month <= month_of(on))
    if found is None or had >= found[0]:
        return
    _, contact = found
    yield whose.due(
        "pnc",
        reason("due.why.pnc", day=days, code=contact.code, first=contact.from_day, last=contact.until_day),
        detail=contact.code,
        since=born + timedelta(days=contact.from_day),
        due_on=born + timedelta(days=contact.until_day),
        cell="pnc",
    )


def _checks(whose: Whose, pregnancy: Pregnancy, on: date) -> Iterator[Due]:
    """The next check of her trimester. Where nobody knows her dates, what the quarter's form asks for."""
    quarter_end = Quarter.of(month_of(on)).last
    begun = begun_of(pregnancy)
    had = sum(row.anc_visits or 0 for month, row in whose.visits.items() if month <= month_of(on))
    if begun is None or begun > on:
        if "anc" in whose.stakes.quarter:
            yield whose.due("anc", reason("due.why.anc_undated"), due_on=quarter_end, cell="anc")
        return
    week = weeks_pregnant(begun, on)
    found = check_due(week, had)
    if found is not None:
        _, contact = found
        until = last_day_of_week(begun, contact.until_week)
        why = reason("due.why.anc", code=contact.code, week=week, trimester=trimester(week), had=had)
        is_cell = "anc" in whose.stakes.quarter
        due_on = min(until, quarter_end) if is_cell and quarter_end >= on else until
        since = begun + timedelta(weeks=contact.from_week)
        yield whose.due("anc", why, detail=contact.code, since=since, due_on=due_on, cell="anc")
    elif "anc" in whose.stakes.quarter:
        yield whose.due("anc", reason("due.why.anc_quarter"), due_on=quarter_end, cell="anc")


def _tablets(whose: Whose, rules: PregnancyRules, on: date) -> Iterator[Due]:
    """Tablets of the quarter that are still to be taken."""
    rule = next((one for one in rules.indicators if isinstance(one, Tablets)), None)
    needed = max((count for count in rule.needed.values() if count is not None), default=0) if rule is not None else 0
    if rule is None or rule.code not in whose.stakes.quarter:
        return
    quarter = Quarter.of(month_of(on))
    rows = (whose.visits[month] for month in quarter.months if month in whose.visits)
    taken = sum(getattr(row, rule.field) or 0 for row in rows if getattr(row, rule.unless_no) is not False)
    left = max(needed - taken, 0)
    why = reason("due.why.iron", taken=taken, needed=needed)
    yield whose.due("iron", why, detail=reason("due.tablets", count=left), due_on=quarter.last, cell=rule.code)


def _birth(whose: Whose, pregnancy: Pregnancy, on: date) -> Iterator[Due]:
    expected = pregnancy.due()
    if expected is None:
        return
    near = expected - timedelta(days=care_rules().birth.near_days)
    begun = begun_of(pregnancy)
    if on < near or (begun is not None and weeks_pregnant(begun, on) > _OVERDUE_WEEKS):
        return
    why = reason("due.why.birth_late" if expected < on else "due.why.birth", day=expected)
    yield whose.due("birth", why, since=near, due_on=expected)


def begun_of(pregnancy: Pregnancy) -> date | None:
    """The last menstrual period, as told or from the expected delivery, be it estimated."""
    begun, expected = pregnancy.begun(), pregnancy.due()
    if begun is None and expected is not None:
        return expected - timedelta(days=PREGNANCY_DAYS)
    return begun
