"""Kartu Skor Poedji Rochjati: the score of a pregnancy at its contacts, and which factors its records propose.

Points, classes, limits and sources: `resources/rules/kspr.json`. The score says nothing of what a health worker told
(`is_high_risk`), and a factor counts once somebody recorded it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from kpm_desktop import paths
from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.domain.records.checklists import PregnancyVisit
from kpm_desktop.domain.records.pregnancy import Pregnancy

RiskClass = Literal["low", "high", "very_high"]
_WEEK, _YEAR = 7, 12


class _Factor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    points: int


class _Class(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: RiskClass
    from_: int = msgspec.field(name="from")


class _Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    young_years: int
    old_years: int
    late_first_years: int
    close_months: int
    long_gap_years: int
    children: int
    short_mm: int
    anaemia_below_g_l: int
    systolic_mmhg: int
    diastolic_mmhg: int
    post_term_weeks: int


class _Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    source: str
    confirmed: bool
    start: int
    factors: tuple[_Factor, ...]
    classes: tuple[_Class, ...]
    contacts: tuple[int, ...]
    limits: _Limits
    limits_source: str
    limits_confirmed: bool


@cache
def kspr_rules() -> _Rules:
    """Reads them once."""
    return msgspec.json.decode((paths.resources() / "rules" / "kspr.json").read_bytes(), type=_Rules)


class CountedFactor(NamedTuple):
    """A factor with its points, and since when it is recorded."""

    code: str
    points: int
    since: date


class Contact(NamedTuple):
    """One of the four contacts. trimester: it belongs to; day: when the card was filled in, None while it was not;
    score: then."""

    number: int
    trimester: int
    day: date | None
    score: int | None

    @property
    def risk(self) -> RiskClass | None:
        """What the score means."""
        return risk_class(self.score) if self.score is not None else None


@dataclass(frozen=True, slots=True)
class Score:
    """Of a pregnancy as it is recorded. others: recorded risks the card does not have."""

    total: int
    factors: tuple[CountedFactor, ...]
    contacts: tuple[Contact, ...]
    others: tuple[str, ...]

    @property
    def risk(self) -> RiskClass:
        """What the score means."""
        return risk_class(self.total)


def points_of(code: str) -> int:
    """Of a factor; 0 of what the card does not have."""
    return next((each.points for each in kspr_rules().factors if each.code == code), 0)


def risk_class(score: int) -> RiskClass:
    """`low` from 2, `high` from 6, `very_high` from 12."""
    return next(each.code for each in reversed(kspr_rules().classes) if score >= each.from_)


def score_of(recorded: Mapping[str, date], contacts: Mapping[int, date]) -> Score:
    """recorded: the pregnancy's risks and since when each is known; contacts: number of a contact and its day.

    A contact has what was known by its day, and never less than the one before it: the score does not fall.
    """
    rules = kspr_rules()
    known = [
        CountedFactor(each.code, each.points, recorded[each.code]) for each in rules.factors if each.code in recorded
    ]
    known.sort(key=lambda each: each.since)
    found, highest = [], rules.start
    for number, trimester in enumerate(rules.contacts, 1):
        day = contacts.get(number)
        score = None
        if day is not None:
            highest = max(highest, rules.start + sum(each.points for each in known if each.since <= day))
            score = highest
        found.append(Contact(number, trimester, day, score))
    total = max(highest, rules.start + sum(each.points for each in known))
    others = tuple(code for code in recorded if not points_of(code))
    return Score(total, tuple(known), tuple(found), others)


class Proposal(NamedTuple):
    """A factor the records speak for, and the numbers that do: `value` beside `limit` (`why` names the sentence)."""

    code: str
    why: str
    value: object
    limit: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What of a pregnancy the factors follow from. youngest: the day of birth of the child before it; on: the day."""

    pregnancy: Pregnancy
    born: date
    youngest: date | None
    visits: Sequence[PregnancyVisit]
    on: date

    @property
    def is_first(self) -> bool:
        """Whether nobody was born before, as far as it is told."""
        pregnancy = self.pregnancy
        return self.youngest is None and (pregnancy.gravida == 1 or pregnancy.parity == 0)

    @property
    def begun(self) -> date:
        """When the pregnancy began; the day itself where nobody knows."""
        return self.pregnancy.begun() or self.on

    @property
    def age(self) -> int:
        """Of the mother in years, when the pregnancy began."""
        return completed_months(self.born, self.begun) // _YEAR


def proposals(facts: Facts) -> list[Proposal]:
    """Factors the records speak for that are not recorded; the first sentence for each."""
    recorded = set(facts.pregnancy.risk_reasons or ())
    found: dict[str, Proposal] = {}
    for one in (*_of_mother(facts), *_of_visits(facts.visits)):
        if one.code not in recorded:
            found.setdefault(one.code, one)
    return list(found.values())


def _of_mother(facts: Facts) -> Iterator[Proposal]:
    limits, pregnancy = kspr_rules().limits, facts.pregnancy
    if facts.is_first and facts.age <= limits.young_years:
        yield Proposal("too_young", "age_first", facts.age, limits.young_years)
    if facts.age >= limits.old_years:
        yield Proposal("too_old", "age", facts.age, limits.old_years)
    if facts.is_first and pregnancy.married_on is not None:
        years = completed_months(pregnancy.married_on, facts.begun) // _YEAR
        if years >= limits.late_first_years:
            yield Proposal("late_first", "married", years, limits.late_first_years)
    before = facts.youngest or pregnancy.previous_birth_date
    if before is not None and before < facts.begun:
        months = completed_months(before, facts.begun)
        if months <= limits.close_months:
            yield Proposal("too_close", "gap", months, limits.close_months)
        if months >= limits.long_gap_years * _YEAR:
            yield Proposal("long_gap", "gap_years", months // _YEAR, limits.long_gap_years)
    if pregnancy.parity is not None and pregnancy.parity >= limits.children:
        yield Proposal("too_many", "children", pregnancy.parity, limits.children)
    if pregnancy.height_mm is not None and pregnancy.height_mm <= limits.short_mm:
        yield Proposal("short", "height", pregnancy.height_mm // 10, limits.short_mm // 10)
    begun = pregnancy.begun()
    is_carried = pregnancy.outcome == "ongoing" and pregnancy.delivery_date is None
    if begun is not None and is_carried and (facts.on - begun).days // _WEEK >= limits.post_term_weeks:
        yield Proposal("post_term", "weeks", (facts.on - begun).days // _WEEK, limits.post_term_weeks)


def _of_visits(visits: Iterable[PregnancyVisit]) -> Iterator[Proposal]:
    limits = kspr_rules().limits
    for row in sorted(visits, key=lambda each: each.visit_date):
        signs = set(row.danger_signs or ())
        upper, lower = row.systolic_mmhg or 0, row.diastolic_mmhg or 0
        is_high = upper >= limits.systolic_mmhg or lower >= limits.diastolic_mmhg
        if row.hemoglobin_g_l is not None and row.hemoglobin_g_l < limits.anaemia_below_g_l:
            yield Proposal("anaemia", "hb", row.hemoglobin_g_l, limits.anaemia_below_g_l)
        if "swelling" in signs and is_high:
            yield Proposal("preeclampsia_signs", "swelling", upper, limits.systolic_mmhg)
        if "bleeding" in signs:
            yield Proposal("bleeding", "sign", row.visit_date, None)
        if "convulsion" in signs:
            yield Proposal("severe_preeclampsia", "sign", row.visit_date, None)
