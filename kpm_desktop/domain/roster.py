"""Who is to be visited in a month, what is known of each, and what asks for attention.

The targets are those of the scorecard (docs/scorecard.md, decisions 5 to 9), by month instead of by quarter.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal
from uuid import UUID

from msgspec.structs import replace

from kpm_desktop.domain.calendar import Month, completed_months, month_of, month_text
from kpm_desktop.domain.calendar import month_number as number
from kpm_desktop.domain.growth import weight_gain
from kpm_desktop.domain.growth.weight_gain import Weighing
from kpm_desktop.domain.records.checklists import ChildVisit, has_answer
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy, due_from_month
from kpm_desktop.domain.row_by_row import row_by_row
from kpm_desktop.domain.scorecard.ruleset import DELIVERED, PregnancyRules, RuleSet, SinceDelivery
from kpm_desktop.domain.scorecard.targets import gone_by, is_child_of, month_in_progress, should_be_monitored
from kpm_desktop.domain.scorecard.village import ByMonth, Row, Village

Kind = Literal["pregnancy", "child", "older_child"]
#: What the health worker told or the mat showed, and how the last answer is read.
_TOLD = (
    ("nutrition_class", "severely_undernourished", "severely_undernourished"),
    ("nutrition_class", "undernourished", "undernourished"),
    ("is_stunted", True, "stunted"),
    ("mat_result", "red", "mat_red"),
    ("mat_result", "yellow", "mat_yellow"),
)
_MOTHER_TOLD = (("is_kek", True, "kek"), ("is_high_risk", True, "high_risk"))
#: Codes that are risks; the others ask to look again.
RISKS = frozenset(
    {"danger_signs", "kek", "high_risk", "severely_undernourished", "undernourished", "stunted", "mat_red"}
)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to look at: its code, and the number that belongs to it (the nifas check that is due)."""

    code: str
    number: int = 0

    @property
    def is_risk(self) -> bool:
        """Whether it is a risk rather than something to look at again."""
        return self.code in RISKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A pregnancy (with its mother) or a child, as they were in a month.

    months: month of pregnancy in progress or completed months of age; None when unknown or delivered. days: since
    the delivery or birth; None of a pregnancy that had not ended by then. gone: `moved_out` or `died` by then. row: the
    month's checklist. last: the newest checklist with an answer up to the month.
    """

    kind: Kind
    id: UUID
    person: Person
    household: Household | None
    pregnancy: Pregnancy | None = None
    months: int | None = None
    days: int | None = None
    gone: str = ""
    notices: tuple[Notice, ...] = ()
    row: Row | None = None
    last: Row | None = None

    @property
    def row_kind(self) -> str:
        """The kind of its checklists."""
        return "pregnancy_visit" if self.pregnancy is not None else "child_visit"

    @property
    def visit(self) -> Row | None:
        """The month's checklist once it has an answer: what is called visited wherever that is shown."""
        return self.row if self.row is not None and has_answer(self.row) else None

    @property
    def is_postpartum(self) -> bool:
        """Whether the mother had given birth by then."""
        return self.pregnancy is not None and self.days is not None

    @property
    def is_due(self) -> bool:
        """Whether a checklist is to be filled in this month; children of two to six have form 2C instead."""
        return self.kind != "older_child" and not self.is_left

    @property
    def is_left(self) -> bool:
        """Whether nobody is to be visited: gone, and no checklist of the month was filled in before."""
        return bool(self.gone) and self.row is None


def roster(village: Village, month: Month, rules: RuleSet, today: date) -> list[Target]:
    """Every target of a month: pregnancies, then children, each household's together, everything as it was at its end
    or is today. Also those who were gone by then (`Target.is_left`), whose draft somebody may still have."""
    on = min(today, month.last)
    mothers = row_by_row(
        village.pregnancies.values(),
        lambda one: _mother(village, one, month, rules, today),
        lambda one: _unshown(village, "pregnancy", one.id, village.persons.get(one.person_id), one),
    )
    children = row_by_row(
        village.persons.values(),
        lambda one: _child(village, one, month, rules, on),
        lambda one: _unshown(village, "child", one.id, one),
    )
    return sorted((target for target in (*mothers, *children) if target is not None), key=_place)


def _unshown(
    village: Village, kind: Kind, id: UUID, person: Person | None, pregnancy: Pregnancy | None = None
) -> Target | None:
    """Of somebody whose own target cannot be made: that alone."""
    if person is None:
        return None
    home = village.households.get(person.household_id)
    notices = (Notice("unshown"),)
    return Target(kind=kind, id=id, person=person, household=home, pregnancy=pregnancy, notices=notices)


def row_ids(village: Village, target: Target, month: str) -> tuple[UUID, ...]:
    """Every id the month's checklist of a target may have been entered under, by whichever of its linked entries; the
    one it is written to now comes first."""
    owner, parent = ("pregnancy_id", "pregnancy") if target.pregnancy is not None else ("person_id", "person")
    owners = dict.fromkeys((target.id, *village.groups[parent].members.get(target.id, ())))
    derived = [derived_id(target.row_kind, {owner: str(one), "month": month}) for one in owners]
    held = (
        () if target.row is None else (target.row.id, *village.groups[target.row_kind].members.get(target.row.id, ()))
    )
    return tuple(dict.fromkeys((*held, *(one for one in derived if one is not None))))


def _place(target: Target) -> tuple[str, str, int, str]:
    home = target.household
    order = {"pregnancy": 0, "child": 1, "older_child": 2}[target.kind]
    return (home.hamlet or "" if home else "", home.head_name if home else "", order, target.person.full_name)


def _mother(village: Village, pregnancy: Pregnancy, month: Month, rules: RuleSet, today: date) -> Target | None:
    on = min(today, month.last)
    mother = village.persons.get(pregnancy.person_id)
    visits = village.pregnancy_visits.get(pregnancy.id, {})
    if mother is None or not (is_carried(pregnancy, visits, month, rules, today) or month.text in visits):
        return None
    born = pregnancy.delivery_date if _is_past(pregnancy.delivery_date, on) else None
    gone = gone_by(village, mother.id, on)
    months = None if born else _months_pregnant(pregnancy, visits, month, rules.pregnancies, on)
    undated = [Notice("pregnancy_undated")] if months is None and not born else []
    return Target(
        kind="pregnancy",
        id=pregnancy.id,
        person=mother,
        household=village.households.get(mother.household_id),
        pregnancy=pregnancy,
        months=months,
        days=(on - born).days if born else None,
        gone=gone,
        notices=(*_gone_notice(gone), *_mother_notices(born, visits, month, on, rules), *undated),
        row=visits.get(month.text),
        last=_newest(visits, month),
    )


def _is_past(day: date | None, on: date) -> bool:
    return day is not None and day <= on


def is_carried(pregnancy: Pregnancy, visits: ByMonth[Any], month: Month, rules: RuleSet, today: date) -> bool:
    """Whether a pregnancy stands in the list of a month: its span meets it. The span of one without any date follows
    from the month typed at a visit; while nothing is known she is visited from this month on."""
    if pregnancy.outcome != "ongoing" or pregnancy.due() or pregnancy.delivery_date or pregnancy.ended_on:
        return should_be_monitored(pregnancy, month, rules.pregnancies)
    told = [row for row in visits.values() if row.gestational_age_months]
    if not told:
        return month.text >= month_of(today)
    first = min(told, key=lambda row: row.visit_date)
    due = due_from_month(first.gestational_age_months, first.visit_date)
    return should_be_monitored(replace(pregnancy, expected_delivery_date=due), month, rules.pregnancies)


def _gone_notice(gone: str) -> Iterator[Notice]:
    if gone:
        yield Notice(gone)


def _months_pregnant(
    pregnancy: Pregnancy, visits: ByMonth[Any], month: Month, rules: PregnancyRules, on: date
) -> int | None:
    due = pregnancy.due()
    if due is not None:
        return month_in_progress(due, on, rules)
    typed = [m for m in visits if m <= month.text and visits[m].gestational_age_months is not None]
    if not typed:
        return None
    months: int = visits[max(typed)].gestational_age_months + number(month.text) - number(max(typed))
    return min(months, rules.month_of_days.highest)


def _mother_notices(
    born: date | None, visits: ByMonth[Any], month: Month, on: date, rules: RuleSet
) -> Iterator[Notice]:
    if month.text in visits and visits[month.text].danger_signs:
        yield Notice("danger_signs")
    yield from _told(_MOTHER_TOLD, visits, month)
    if born is not None and on <= born + timedelta(days=rules.pregnancies.postpartum_days):
        yield from _check_due(visits, month, rules.pregnancies.since_delivery)


def _check_due(visits: ByMonth[Any], month: Month, rule: SinceDelivery | None) -> Iterator[Notice]:
    """The next of the nifas checks a mother should have."""
    needed = rule.needed[DELIVERED] if rule is not None else None
    if rule is not None and needed is not None:
        checks = sum(getattr(row, rule.field) or 0 for m, row in visits.items() if m <= month.text)
        if checks < needed:
            yield Notice("pnc_due", checks + 1)


def _child(village: Village, child: Person, month: Month, rules: RuleSet, on: date) -> Target | None:
    months = completed_months(child.birth_date, on)
    visits = village.child_visits.get(child.id, {})
    is_target = is_child_of(child, month, rules.children) or _was_young(child, visits.get(month.text), rules)
    gone = gone_by(village, child.id, on)
    is_older = not is_target and not gone and rules.paud.first_months <= months <= rules.paud.last_months
    if not (is_target or is_older):
        return None
    return Target(
        kind="child" if is_target else "older_child",
        id=child.id,
        person=child,
        household=village.households.get(child.household_id),
        months=max(months, 0),
        days=(on - child.birth_date).days,
        gone=gone,
        notices=(*_gone_notice(gone), *_child_notices(child, visits, month)) if is_target else (),
        row=visits.get(month.text),
        last=_newest(visits, month),
    )


def _was_young(child: Person, row: ChildVisit | None, rules: RuleSet) -> bool:
    """Whether a month's row was made while form 2B was the child's; from its second birthday on a weighing at the
    posyandu makes it no target again."""
    return row is not None and completed_months(child.birth_date, row.visit_date) < rules.children.until_months


def _child_notices(child: Person, visits: ByMonth[Any], month: Month) -> Iterator[Notice]:
    yield from _told(_TOLD, visits, month)
    if not_gaining(child, visits, _weighed_by(visits, month)):
        yield Notice("not_gaining")


def _told(table: Sequence[tuple[str, object, str]], visits: Mapping[str, Row], month: Month) -> Iterator[Notice]:
    """What the newest answer says."""
    newest: dict[str, object] = {}
    for name in dict.fromkeys(field for field, _, _ in table):
        answers = (getattr(visits[m], name) for m in sorted(visits, reverse=True) if m <= month.text)
        newest[name] = next((answer for answer in answers if answer is not None), None)
    for field, value, code in table:
        if newest[field] == value:
            yield Notice(code)


def not_gaining(child: Person, visits: ByMonth[Any], month: str | None) -> bool:
    """Whether the growth card calls a month's weighing T (`domain/growth/weight_gain`); False where it or the one of
    the month before is missing."""
    before = visits.get(month_text(number(month) - 1)) if month is not None else None
    if month is None or before is None or before.weight_g is None or child.sex not in ("male", "female"):
        return False
    then, now = (Weighing(row.weight_g, row.month, row.visit_date) for row in (before, visits[month]))
    return weight_gain.judged(child.sex, child.birth_date, now, then).status == weight_gain.NOT_GAINED


def _weighed_by(visits: ByMonth[Any], month: Month) -> str | None:
    """The newest month up to this one with a weight."""
    return max((m for m, row in visits.items() if m <= month.text and row.weight_g is not None), default=None)


def _newest(visits: Mapping[str, Row], month: Month) -> Row | None:
    known = sorted((m for m in visits if m <= month.text), reverse=True)
    return next((visits[m] for m in known if has_answer(visits[m])), None)
