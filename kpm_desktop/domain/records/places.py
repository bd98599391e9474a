"""Places and people: posyandu, household, person, pregnancy (docs/records.md)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, ClassVar
from uuid import UUID

from stdnum.exceptions import ValidationError
from stdnum.id import nik as nik_rules

from kpm_desktop.domain.records.base import Finding, Record, finding, not_before, warning
from kpm_desktop.domain.records.vocabulary import (
    choice,
    choices,
    count,
    day,
    digits,
    grams,
    measure,
    millimetres,
    past_day,
    reference,
    text,
    village,
    yes_no,
)

PREGNANCY_DAYS = 280  # last menstrual date to expected delivery (docs/records.md, pregnancy)
EDD_TOLERANCE_DAYS = 7
#: A live birth in another completed week is more often a slip in a date: under 28 is extremely preterm (WHO).
BIRTH_WEEKS = range(28, 45)
#: What people write between the parts of a KIA number, or leave out.
_BETWEEN_PARTS = str.maketrans("", "", " -./")


_MONTH_TOLD = ("gestational_age_months", "gestational_age_on")


def due_from_month(months: int, on: date) -> date:
    """The expected delivery of whoever is in that month of pregnancy (1 to 10) on a day, to about two weeks: the day
    is taken for the middle of a month of 30.4375 days (docs/scorecard.md, decision 8)."""
    return on + timedelta(days=PREGNANCY_DAYS - (2 * months - 1) * 487 // 32)


class Posyandu(Record, frozen=True, kw_only=True):
    """The health post a household belongs to."""

    KIND: ClassVar[str] = "posyandu"

    village_code: Annotated[str, village()]
    name: Annotated[str, text(120)]
    hamlet: Annotated[str, text()] | None = None
    address: Annotated[str, text(500)] | None = None


class Household(Record, frozen=True, kw_only=True):
    """A rumah tangga 1.000 HPK."""

    KIND: ClassVar[str] = "household"

    village_code: Annotated[str, village()]
    household_no: Annotated[str, text(20)] | None = None
    posyandu_id: Annotated[UUID, reference("posyandu")] | None = None
    head_name: Annotated[str, text(120)]
    family_card_no: Annotated[str, digits(16, 16)] | None = None
    hamlet: Annotated[str, text()] | None = None
    rt: Annotated[str, text(5)] | None = None
    rw: Annotated[str, text(5)] | None = None
    address: Annotated[str, text(500)] | None = None
    phone: Annotated[str, text(40)] | None = None
    is_vulnerable: Annotated[bool, yes_no()] | None = None
    residency: Annotated[str, choice("resident", "non_resident")] | None = None
    latitude_udeg: Annotated[int, measure("microdegree", -90_000_000, 90_000_000)] | None = None
    longitude_udeg: Annotated[int, measure("microdegree", -180_000_000, 180_000_000)] | None = None
    moved_from_id: Annotated[UUID, reference("household", foreign=True)] | None = None
    status: Annotated[str, choice("active", "entered_in_error", "moved_out")] = "active"
    status_date: Annotated[date, past_day()] | None = None


class Person(Record, frozen=True, kw_only=True):
    """A mother, a child, or another member of a household."""

    KIND: ClassVar[str] = "person"
    HANGS_ON: ClassVar[str] = "household_id"

    household_id: Annotated[UUID, reference("household")]
    full_name: Annotated[str, text(120)]
    sex: Annotated[str, choice("female", "male")]
    birth_date: Annotated[date, past_day()]
    birth_date_is_estimated: Annotated[bool, yes_no()] | None = None
    nik: Annotated[str, digits(16, 17)] | None = None
    nik_kind: Annotated[str, choice("permanent", "temporary", "none")] | None = None
    kia_number: Annotated[str, text(100)] | None = None
    mother_id: Annotated[UUID, reference("person")] | None = None
    guardian_name: Annotated[str, text(120)] | None = None
    phone: Annotated[str, text(40)] | None = None
    birth_weight_g: Annotated[int, grams(300, 7000)] | None = None
    birth_length_mm: Annotated[int, millimetres(250, 650)] | None = None
    gestation_at_birth_weeks: Annotated[int, count(20, 44)] | None = None
    birth_order: Annotated[int, count(1, 20)] | None = None
    moved_from_id: Annotated[UUID, reference("person", foreign=True)] | None = None
    status: Annotated[str, choice("active", "entered_in_error", "moved_out", "died")] = "active"
    status_date: Annotated[date, past_day()] | None = None

    def check(self) -> Iterator[Finding]:
        """A NIK of the length its kind asks for; what the number itself tells."""
        yield from not_before("status_date", self.status_date, "birth_date", self.birth_date)
        yield from self._check_nik()

    def _check_nik(self) -> Iterator[Finding]:
        if self.nik is None:
            return
        wanted = 17 if self.nik_kind == "temporary" else 16
        if len(self.nik) != wanted:
            yield finding("nik", "rules.nik_length", limit=wanted, count=len(self.nik))
        elif self.nik_kind == "none":
            yield finding("nik_kind", "rules.nik_but_none")
        elif wanted == 16:
            yield from self._doubt_nik(self.nik)

    def _doubt_nik(self, number: str) -> Iterator[Finding]:
        """Mis-issued NIK exist: whatever the number contradicts is only a warning (docs/records.md, person)."""
        try:
            nik_rules.validate(number)
        except ValidationError:
            yield warning("nik", "rules.nik_unlikely")
            return
        woman = int(number[6:8]) > 40
        day_month = (int(number[6:8]) - 40 * woman, int(number[8:10]), int(number[10:12]))
        born = (self.birth_date.day, self.birth_date.month, self.birth_date.year % 100)
        if woman != (self.sex == "female") or day_month != born:
            yield warning("nik", "rules.nik_mismatch")


def book_number(written: str | None) -> str:
    """The number of a KIA book as it is compared: in capitals, without what may stand between its parts."""
    return (written or "").upper().translate(_BETWEEN_PARTS)


def book_spellings(written: str) -> list[str]:
    """How the same number may be written in other records: with one sign between all parts, or none."""
    between = ("", *map(chr, _BETWEEN_PARTS))
    parts = "".join(" " if sign in between else sign for sign in written).split()
    found = [written, *(sign.join(parts) for sign in between)]
    return list(dict.fromkeys(spelled for each in found for spelled in (each, each.upper(), each.lower())))


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
        if self.outcome in ("live_birth", "stillbirth") and self.delivery_date is None:
            yield finding("delivery_date", "rules.needed_for", other="outcome", value=self.outcome)
        if self.outcome == "miscarriage" and self.ended_on is None:
            yield finding("ended_on", "rules.needed_for", other="outcome", value=self.outcome)
        lmp, edd = self.last_menstrual_date, self.expected_delivery_date
        if lmp and edd and abs((edd - lmp).days - PREGNANCY_DAYS) > EDD_TOLERANCE_DAYS:
            follows = lmp + timedelta(days=PREGNANCY_DAYS)
            yield warning("expected_delivery_date", "rules.edd_far_from_lmp", value=edd, limit=follows)
        week = self._week_of_birth()
        if week is not None and week not in BIRTH_WEEKS:
            yield warning("delivery_date", "rules.birth_week", value=self.delivery_date, count=week)
        for name in ("delivery_date", "ended_on"):
            yield from not_before(name, getattr(self, name), "last_menstrual_date", lmp)
        for told, other in (_MONTH_TOLD, _MONTH_TOLD[::-1]):
            if getattr(self, told) is not None and getattr(self, other) is None:
                yield finding(other, "rules.needed_for", other=told, value=getattr(self, told))

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
