"""Which risks of a mother or child hold on a day: what her or its last answers ask to be done, and since when.

Each answer counts until a newer one of the same field is there, for three months at most; a danger sign only from the
newest checklist.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.domain.calendar import completed_months, month_number, month_of, month_text
from kpm_desktop.domain.entry.plausibility import earlier_measures
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.risks.attention import Attention, Level, attention_fields, attentions
from kpm_desktop.domain.risks.growth_attention import growth_attentions

#: For how many months an answer counts while nobody gave a newer one.
MONTHS = 3
_NEWEST_ALONE = ("danger_signs", "has_oedema")
#: Codes of the growth card that ask to be referred (KIA book 2023: one T, below the red line, above the orange one).
_REFERRED = (
    "measure.severely_wasted",
    "measure.not_gained",
    "measure.not_gained_unconfirmed",
    "measure.below_red_line",
    "measure.above_orange_line",
)


@dataclass(frozen=True, slots=True)
class Flag:
    """A risk, the checklist it was said on, and the day of that visit."""

    attention: Attention
    kind: str
    record: UUID
    on: date

    @property
    def rule(self) -> str:
        """What its acknowledgement is kept under."""
        return self.attention.why.code

    @property
    def asks_referral(self) -> bool:
        """Whether somebody is to be sent to the midwife or Puskesmas for it."""
        return self.attention.is_urgent or self.rule in _REFERRED


def highest(flags: list[Flag]) -> Level | None:
    """The most urgent level of all; None of none."""
    order: tuple[Level, ...] = ("refer", "risk", "watch")
    return next((level for level in order if any(flag.attention.level == level for flag in flags)), None)


def mother_flags(visits: Mapping[str, PregnancyVisit], on: date) -> list[Flag]:
    """Those of a pregnancy."""
    return list(_flags("pregnancy_visit", visits, on, None))


def child_flags(child: Person, visits: Mapping[str, ChildVisit], on: date) -> list[Flag]:
    """Those of a child, its growth included."""
    found = list(_flags("child_visit", visits, on, completed_months(child.birth_date, on)))
    weighed = [month for month in _recent(visits, on) if visits[month].weight_g is not None]
    if weighed:
        row = visits[weighed[0]]
        earlier = earlier_measures(visits, weighed[0], names=("weight_g",), further=1)
        found += [Flag(one, "child_visit", row.id, row.visit_date) for one in growth_attentions(child, row, earlier)]
    return found


def _flags(kind: str, visits: Mapping[str, Any], on: date, months: int | None) -> Iterator[Flag]:
    values: dict[str, Any] = {}
    said: dict[str, Any] = {}
    for place, month in enumerate(_recent(visits, on)):
        for name in attention_fields(kind):
            value = getattr(visits[month], name)
            if value is not None and name not in values and (place == 0 or name not in _NEWEST_ALONE):
                values[name], said[name] = value, visits[month]
    for one in attentions(kind, values, months=months):
        row = said[one.field]
        yield Flag(one, kind, row.id, row.visit_date)


def _recent(visits: Mapping[str, Any], on: date) -> list[str]:
    """The months whose answers still count, the newest first."""
    now = month_number(month_of(on))
    months = (month_text(now - back) for back in range(MONTHS))
    return [month for month in months if month in visits]
