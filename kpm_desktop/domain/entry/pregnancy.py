"""Rules of a pregnancy among the records around: its mother, her other pregnancies, whoever has the KIA number."""

from collections.abc import Iterator
from datetime import date

from kpm_desktop.domain.entry.kia_book import book_taken
from kpm_desktop.domain.entry.of_person import person_of
from kpm_desktop.domain.entry.rule_context import EntryRules, Neighbours, RuleContext
from kpm_desktop.domain.records.base import Finding, finding, warning
from kpm_desktop.domain.records.pregnancy import BETWEEN_BIRTHS_DAYS, PREGNANCY_DAYS, Pregnancy

YOUNGEST_MOTHER, OLDEST_MOTHER = 10, 55
#: So long after its due date a pregnancy still stands in the lists (docs/scorecard.md, decision 6).
OVERDUE_DAYS = 42
_BEGINNINGS = ("last_menstrual_date", "expected_delivery_date", "delivery_date", "ended_on")


def _among(pregnancy: Pregnancy, region: str, around: RuleContext) -> Iterator[Finding]:
    yield from _mother(pregnancy, around)
    yield from in_no_list(pregnancy, around.today)


def _mother(pregnancy: Pregnancy, around: RuleContext) -> Iterator[Finding]:
    """A pregnant person is a woman; under 10 or over 55 is looked at again (docs/records.md, person)."""
    mother = person_of(pregnancy.person_id, around)
    if mother is None:
        return
    if mother.sex == "male":
        yield finding("person_id", "rules.not_a_woman")
    when = pregnancy.delivery_date or pregnancy.due()
    if when is not None:
        age = when.year - mother.birth_date.year - ((when.month, when.day) < mother.birth_date.timetuple()[1:3])
        if not YOUNGEST_MOTHER <= age <= OLDEST_MOTHER:
            yield warning("person_id", "rules.age_of_mother", value=age)


def in_no_list(pregnancy: Pregnancy, today: date) -> Iterator[Finding]:
    """An ongoing pregnancy that the lists of the month do not hold, or not for long: nobody knows how far it is, it
    should have ended by now, or it would begin later than today."""
    if pregnancy.outcome != "ongoing" or pregnancy.delivery_date is not None or pregnancy.ended_on is not None:
        return
    due = pregnancy.due()
    if due is None:
        yield warning("expected_delivery_date", "rules.pregnancy_undated")
    elif (today - due).days > OVERDUE_DAYS:
        yield warning("expected_delivery_date", "rules.pregnancy_overdue", value=due, limit=OVERDUE_DAYS)
    elif (due - today).days > PREGNANCY_DAYS:
        yield warning("expected_delivery_date", "rules.pregnancy_not_begun", value=due, limit=PREGNANCY_DAYS)


def _beside(pregnancy: Pregnancy, region: str, around: Neighbours) -> Iterator[Finding]:
    yield from book_taken(pregnancy, region, around)
    for other in around.other_pregnancies(pregnancy):
        found = _together(pregnancy, other)
        if found is not None:
            yield found
            return


def _together(one: Pregnancy, other: Pregnancy) -> Finding | None:
    """What two pregnancies of one woman cannot both be."""
    if one.outcome == other.outcome == "ongoing":
        return warning("outcome", "rules.pregnant_twice")
    if one.delivery_date is not None and other.delivery_date is not None:
        apart = abs((one.delivery_date - other.delivery_date).days)
        if apart < BETWEEN_BIRTHS_DAYS:
            return warning(
                "delivery_date",
                "rules.births_too_close",
                value=one.delivery_date,
                limit=other.delivery_date,
                count=apart,
            )
    mine, others = _span(one), _span(other)
    if mine is None or others is None or mine[0] >= others[1] or others[0] >= mine[1]:
        return None
    known = [name for name in _BEGINNINGS if getattr(one, name) is not None]
    return warning(known[0] if known else "outcome", "rules.pregnancies_overlap")


def _span(pregnancy: Pregnancy) -> tuple[date, date] | None:
    """From the last menstrual period to the end, be it to come; a beginning that is not known is not before the end.
    None where no end is known."""
    end = date.max if pregnancy.outcome == "ongoing" else pregnancy.delivery_date or pregnancy.ended_on
    return None if end is None else (pregnancy.begun() or end, end)


RULES = EntryRules(Pregnancy, _among, _beside)
