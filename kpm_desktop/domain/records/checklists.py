"""The monthly checklists 2A and 2B (docs/records.md)."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Annotated, ClassVar
from uuid import UUID

from kpm_desktop.domain.calendar import first_day, last_day
from kpm_desktop.domain.records.base import Finding, Record, finding, warning
from kpm_desktop.domain.records.vocabulary import (
    choice,
    choices,
    count,
    grams,
    measure,
    millimetres,
    month,
    past_day,
    reference,
    yes_no,
)

LATE_VISIT_DAYS = 45
#: The fields of 2A and 2B that are no answers.
OF_THE_VISIT = ("visit_date", "place")


def _visit_in_month(month_text: str, visited: date) -> Iterator[Finding]:
    """Not before the first day of the month; 45 days after its last is late (docs/records.md, pregnancy_visit)."""
    if visited < first_day(month_text):
        yield finding("visit_date", "rules.visit_before_month", value=visited, limit=first_day(month_text))
    latest = last_day(month_text) + timedelta(days=LATE_VISIT_DAYS)
    if visited > latest:
        yield warning("visit_date", "rules.visit_late", value=visited, limit=latest)


def has_answer(row: Record) -> bool:
    """Whether a month's row says anything of somebody who was met: a visit is made of answers, its date and place alone
    are none, and neither is that a child did not come to the posyandu."""
    return bool(_answered(row)) and not is_absence(row)


def is_absence(row: Record) -> bool:
    """Whether all that a child's row says is that it was not weighed at the posyandu: it did not come."""
    return (
        isinstance(row, ChildVisit)
        and row.was_weighed is False
        and row.place == "posyandu"
        and _answered(row) == ["was_weighed"]
    )


def _answered(row: Record) -> list[str]:
    return [name for name in _answers_of(type(row)) if getattr(row, name) not in (None, [])]


@cache
def _answers_of(kind: type[Record]) -> tuple[str, ...]:
    others = {*Record.__struct_fields__, *kind.KEY, *OF_THE_VISIT}
    return tuple(name for name in kind.__struct_fields__ if name not in others)


class PregnancyVisit(Record, frozen=True, kw_only=True):
    """One row of form 2A: a pregnancy in a month."""

    KIND: ClassVar[str] = "pregnancy_visit"
    KEY: ClassVar[tuple[str, ...]] = ("pregnancy_id", "month")
    HANGS_ON: ClassVar[str] = "pregnancy_id"

    pregnancy_id: Annotated[UUID, reference("pregnancy")]
    month: Annotated[str, month()]
    visit_date: Annotated[date, past_day()]
    place: Annotated[str, choice("home", "posyandu", "facility", "phone")] | None = None
    is_kek: Annotated[bool, yes_no()] | None = None
    is_high_risk: Annotated[bool, yes_no()] | None = None
    gestational_age_months: Annotated[int, count(0, 10)] | None = None
    anc_visits: Annotated[int, count(0, 31)] | None = None
    iron_tablets: Annotated[int, count(0, 200)] | None = None
    iron_taken: Annotated[bool, yes_no()] | None = None
    iron_kind: Annotated[str, choice("fe", "mms")] | None = None
    pnc_visits: Annotated[int, count(0, 31)] | None = None
    counselling_sessions: Annotated[int, count(0, 31)] | None = None
    home_visits: Annotated[int, count(0, 31)] | None = None
    has_safe_water: Annotated[bool, yes_no()] | None = None
    has_latrine: Annotated[bool, yes_no()] | None = None
    has_health_insurance: Annotated[bool, yes_no()] | None = None
    weight_g: Annotated[int, grams(25000, 200000)] | None = None
    muac_mm: Annotated[int, millimetres(120, 500)] | None = None
    hemoglobin_g_l: Annotated[int, measure("g/L", 30, 220)] | None = None
    systolic_mmhg: Annotated[int, measure("mmHg", 60, 260)] | None = None
    diastolic_mmhg: Annotated[int, measure("mmHg", 30, 160)] | None = None
    danger_signs: (
        Annotated[
            list[str],
            choices(
                "bleeding",
                "severe_headache",
                "swelling",
                "fever",
                "no_movement",
                "water_broke",
                "vomiting",
                "convulsion",
            ),
        ]
        | None
    ) = None
    kspr_contact: Annotated[int, count(1, 4)] | None = None

    def check(self) -> Iterator[Finding]:
        """The visit lies in its month; the lower pressure lies below the upper."""
        yield from _visit_in_month(self.month, self.visit_date)
        low, high = self.diastolic_mmhg, self.systolic_mmhg
        if low is not None and high is not None and low >= high:
            yield finding("diastolic_mmhg", "rules.not_below", value=low, other=self.named("systolic_mmhg"), limit=high)


class ChildVisit(Record, frozen=True, kw_only=True):
    """One row of form 2B: a child in a month."""

    KIND: ClassVar[str] = "child_visit"
    KEY: ClassVar[tuple[str, ...]] = ("person_id", "month")
    HANGS_ON: ClassVar[str] = "person_id"

    person_id: Annotated[UUID, reference("person")]
    month: Annotated[str, month()]
    visit_date: Annotated[date, past_day()]
    place: Annotated[str, choice("home", "posyandu", "facility", "phone")] | None = None
    nutrition_class: Annotated[str, choice("normal", "undernourished", "severely_undernourished")] | None = None
    is_stunted: Annotated[bool, yes_no()] | None = None
    mat_result: Annotated[str, choice("green", "yellow", "red", "not_measured")] | None = None
    basic_immunization_received: Annotated[bool, yes_no()] | None = None
    immunization_up_to_date: Annotated[bool, yes_no()] | None = None
    was_weighed: Annotated[bool, yes_no()] | None = None
    weight_g: Annotated[int, grams(900, 58000)] | None = None
    was_length_measured: Annotated[bool, yes_no()] | None = None
    length_mm: Annotated[int, millimetres(380, 1500)] | None = None
    measure_position: Annotated[str, choice("lying", "standing")] | None = None
    has_oedema: Annotated[bool, yes_no()] | None = None
    muac_mm: Annotated[int, millimetres(60, 300)] | None = None
    head_circumference_mm: Annotated[int, millimetres(250, 600)] | None = None
    counselling_father: Annotated[bool, yes_no()] | None = None
    counselling_mother: Annotated[bool, yes_no()] | None = None
    home_visits: Annotated[int, count(0, 31)] | None = None
    has_safe_water: Annotated[bool, yes_no()] | None = None
    has_latrine: Annotated[bool, yes_no()] | None = None
    has_birth_certificate: Annotated[bool, yes_no()] | None = None
    has_health_insurance: Annotated[bool, yes_no()] | None = None
    parenting_attended: Annotated[bool, yes_no()] | None = None
    exclusive_breastfeeding: Annotated[bool, yes_no()] | None = None
    complementary_feeding: Annotated[bool, yes_no()] | None = None
    vitamin_a: Annotated[bool, yes_no()] | None = None
    deworming: Annotated[bool, yes_no()] | None = None
    neonatal_visits: Annotated[int, count(0, 31)] | None = None
    illnesses: Annotated[list[str], choices("diarrhoea", "cough", "fever", "measles", "other")] | None = None

    def check(self) -> Iterator[Finding]:
        """The visit lies in its month; a measured value contradicts "not measured" (docs/records.md, child_visit)."""
        yield from _visit_in_month(self.month, self.visit_date)
        if self.weight_g is not None and self.was_weighed is False:
            yield finding("was_weighed", "rules.measured_but_no", other=self.named("weight_g"), value=self.weight_g)
        if self.length_mm is not None and self.was_length_measured is False:
            other = self.named("length_mm")
            yield finding("was_length_measured", "rules.measured_but_no", other=other, value=self.length_mm)
