"""One pregnancy, from its beginning to its end (docs/records.md)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, ClassVar
from uuid import UUID

from kpm_desktop.domain.records.base import Finding, Record, finding, not_before, warning
from kpm_desktop.domain.records.vocabulary import (
    choice,
    choices,
    count,
    day,
    grams,
    millimetres,
    past_day,
    reference,
    text,
)

PREGNANCY_DAYS = 280  # last menstrual date to expected delivery (docs/records.md, pregnancy)
EDD_TOLERANCE_DAYS = 7
BETWEEN_BIRTHS_DAYS = 180
#: A live birth in another completed week is more often a slip in a date: under 28 is extremely preterm (WHO).
BIRTH_WEEKS = range(28, 45)
_MONTH_TOLD = ("gestational_age_months", "gestational_age_on")


def due_from_month(months: int, on: date) -> date:
    """The expected delivery of whoever is in that month of pregnancy (1 to 10) on a day, to about two weeks: the day
    is taken for the middle of a month of 30.4375 days (docs/scorecard.md, decision 8)."""
    return on + timedelta(days=PREGNANCY_DAYS - (2 * months - 1) * 487 // 32)


class Pregnancy(Record, frozen=True, kw_only=True):
    """One pregnancy; twins are one pregnancy and several children."""

    KIND: ClassVar[str] = "pregnancy"
    HANGS_ON: ClassVar[str] = "person_id"

    person_id: Annotated[UUID, reference("person")]
    kia_number: Annotated[str, text(100)] | None = None
    last_menstrual_date: Annotated[date, past_day()] | None = None
    expected_delivery_date: Annotated[date, day()] | None = None
    gestational_age_months: Annotated[int, count(1, 10)] | None = None
    gestational_age_on: Annotated[date, past_day()] | None = None
    gravida: Annotated[int, count(1, 25)] | None = None
    parity: Annotated[int, count(0, 25)] | None = None
    previous_birth_date: Annotated[date, past_day()] | None = None
    height_mm: Annotated[int, millimetres(1000, 2200)] | None = None
    pre_pregnancy_weight_g: Annotated[int, grams(25000, 200000)] | None = None
    married_on: Annotated[date, past_day()] | None = None
    risk_reasons: (
        Annotated[
            list[str],
            choices(
                "too_young",
                "too_old",
                "too_many",
                "too_close",
                "short",
                "previous_caesarean",
                "previous_bleeding",
                "hypertension",
                "diabetes",
                "twins",
                "malposition",
                "anaemia",
                "late_first",
                "long_gap",
                "previous_failure",
                "previous_instrument",
                "previous_manual_placenta",
                "previous_transfusion",
                "malaria",
                "tuberculosis",
                "heart_failure",
                "std",
                "preeclampsia_signs",
                "hydramnios",
                "fetal_death",
                "post_term",
                "breech",
                "transverse",
                "bleeding",
                "severe_preeclampsia",
                "other",
            ),
        ]
        | None
    ) = None
    outcome: Annotated[str, choice("ongoing", "live_birth", "stillbirth", "miscarriage", "unknown")]
    delivery_date: Annotated[date, past_day()] | None = None
    ended_on: Annotated[date, past_day()] | None = None
    delivery_place: Annotated[str, choice("facility", "midwife", "home", "other")] | None = None
    birth_attendant: Annotated[str, choice("doctor", "midwife", "traditional", "other")] | None = None

    def check(self) -> Iterator[Finding]:
        """A birth needs its date, a miscarriage its end (docs/scorecard.md); LMP and EDD agree in a week."""
        outcome = {"other": self.named("outcome"), "value": self.named("outcome", self.outcome)}
        if self.outcome in ("live_birth", "stillbirth") and self.delivery_date is None:
            yield finding("delivery_date", "rules.needed_for", **outcome)
        if self.outcome == "miscarriage" and self.ended_on is None:
            yield finding("ended_on", "rules.needed_for", **outcome)
        lmp, edd = self.last_menstrual_date, self.expected_delivery_date
        if lmp and edd and abs((edd - lmp).days - PREGNANCY_DAYS) > EDD_TOLERANCE_DAYS:
            follows = lmp + timedelta(days=PREGNANCY_DAYS)
            yield warning("expected_delivery_date", "rules.edd_far_from_lmp", value=edd, limit=follows)
        week = self._week_of_birth()
        if week is not None and week not in BIRTH_WEEKS:
            yield warning("delivery_date", "rules.birth_week", value=self.delivery_date, count=week)
        for name in ("delivery_date", "ended_on"):
            yield from not_before(name, getattr(self, name), self.named("last_menstrual_date"), lmp)
        for told, other in (_MONTH_TOLD, _MONTH_TOLD[::-1]):
            if getattr(self, told) is not None and getattr(self, other) is None:
                yield finding(other, "rules.needed_for", other=self.named(told), value=getattr(self, told))

    @property
    def due_is_estimated(self) -> bool:
        """Whether `due` follows from the month of pregnancy alone, to about two weeks."""
        return self.expected_delivery_date is None and self.last_menstrual_date is None and self.due() is not None

    def due(self) -> date | None:
        """The expected delivery date: as told, else LMP + 280 days, else from the month of pregnancy that was told."""
        if self.expected_delivery_date is None and self.last_menstrual_date is not None:
            return self.last_menstrual_date + timedelta(days=PREGNANCY_DAYS)
        if self.expected_delivery_date is None and self.gestational_age_months and self.gestational_age_on:
            return due_from_month(self.gestational_age_months, self.gestational_age_on)
        return self.expected_delivery_date

    def _week_of_birth(self) -> int | None:
        """The completed weeks of pregnancy at a live birth."""
        begun = self.begun()
        if self.outcome != "live_birth" or self.delivery_date is None or begun is None:
            return None
        return (self.delivery_date - begun).days // 7

    def begun(self) -> date | None:
        """The last menstrual period, derived from the expected delivery where only that is known."""
        if self.last_menstrual_date is None and self.expected_delivery_date is not None:
            return self.expected_delivery_date - timedelta(days=PREGNANCY_DAYS)
        return self.last_menstrual_date
