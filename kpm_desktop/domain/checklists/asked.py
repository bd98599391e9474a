"""Which questions of a checklist are asked of somebody."""

from dataclasses import dataclass

from kpm_desktop.domain.checklists.papers import CHECKLISTS
from kpm_desktop.domain.checklists.question import Question, When


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides which questions are asked.

    has_delivered: nifas checks are asked, those of the pregnancy no longer. months: completed months of a child.
    knows_due: the month of pregnancy follows from the due date. has_doses: its doses are recorded one by one.
    answered: the fields that hold an answer already; whatever has one is asked, so that it is seen and can be mended.
    """

    has_delivered: bool = False
    months: int | None = None
    knows_due: bool = True
    has_doses: bool = False
    answered: frozenset[str] = frozenset()


def questions(kind: str, situation: Situation) -> tuple[Question, ...]:
    """The questions of a monthly kind that are asked, in the paper's order; those of the second group come last."""
    return tuple(question for question in CHECKLISTS[kind] if is_asked(question, situation))


def is_asked(question: Question, situation: Situation) -> bool:
    """Whether a question is asked, or is answered already."""
    if not situation.answered.isdisjoint(question.fields):
        return True
    return (
        _is_of_age(question, situation.months)
        and {
            When.ALWAYS: True,
            When.NOT_DELIVERED: not situation.has_delivered,
            When.DELIVERED: situation.has_delivered,
            When.MONTH_UNKNOWN: not (situation.has_delivered or situation.knows_due),
            When.DOSES_UNKNOWN: not situation.has_doses,
        }[question.when]
    )


def _is_of_age(question: Question, months: int | None) -> bool:
    """A child whose age is not known counts as old enough."""
    if question.under_month is not None:
        return months is not None and months < question.under_month
    return question.from_month is None or months is None or months >= question.from_month
