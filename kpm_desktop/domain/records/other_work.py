"""The cadre's other work and the people who do it (docs/records.md)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from kpm_desktop.domain.records.base import Finding, Record, not_before
from kpm_desktop.domain.records.village import YEARS
from kpm_desktop.domain.records.vocabulary import (
    choice,
    choices,
    count,
    day,
    lines,
    past_day,
    reference,
    references,
    region,
    rupiah,
    text,
    village,
)


class EducationSession(Record, frozen=True, kw_only=True):
    """Edukasi pola asuh: one session and who came."""

    KIND: ClassVar[str] = "education_session"

    village_code: Annotated[str, village()]
    session_date: Annotated[date, past_day()]
    topic: Annotated[
        str,
        choice(
            "parenting",
            "nutrition",
            "breastfeeding",
            "complementary_feeding",
            "hygiene",
            "immunization",
            "pregnancy",
            "other",
        ),
    ]
    method: Annotated[str, choice("class", "home", "posyandu")] | None = None
    facilitator: Annotated[str, text(120)] | None = None
    women_count: Annotated[int, count(0, 1000)] | None = None
    men_count: Annotated[int, count(0, 1000)] | None = None
    person_ids: Annotated[list[UUID], references("person")] | None = None


class Sponsorship(Record, frozen=True, kw_only=True):
    """Orang tua asuh: who supports a child or a pregnant woman."""

    KIND: ClassVar[str] = "sponsorship"
    HANGS_ON: ClassVar[str] = "person_id"

    person_id: Annotated[UUID, reference("person")]
    sponsor_name: Annotated[str, text(120)]
    sponsor_kind: Annotated[str, choice("company", "agency", "individual", "community")] | None = None
    start_date: Annotated[date, day()]
    end_date: Annotated[date, day()] | None = None
    support: Annotated[list[str], choices("food", "money", "health", "housing")] | None = None
    monthly_amount_rp: Annotated[int, rupiah()] | None = None

    def check(self) -> Iterator[Finding]:
        """It does not end before it starts."""
        yield from not_before("end_date", self.end_date, "start_date", self.start_date)


class SponsorshipDelivery(Record, frozen=True, kw_only=True):
    """One delivery of a sponsorship."""

    KIND: ClassVar[str] = "sponsorship_delivery"
    HANGS_ON: ClassVar[str] = "sponsorship_id"

    sponsorship_id: Annotated[UUID, reference("sponsorship")]
    delivery_date: Annotated[date, past_day()]
    support: Annotated[str, choice("food", "money", "health", "housing")]
    amount_rp: Annotated[int, rupiah()] | None = None
    description: Annotated[str, lines()] | None = None
    received_by: Annotated[str, text(120)] | None = None


class Obstacle(Record, frozen=True, kw_only=True):
    """Kendala di lapangan."""

    KIND: ClassVar[str] = "obstacle"

    village_code: Annotated[str, village()]
    reported_date: Annotated[date, past_day()]
    category: Annotated[str, choice("access", "refusal", "supply", "data", "coordination", "other")]
    description: Annotated[str, lines()]
    person_id: Annotated[UUID, reference("person")] | None = None
    progress: Annotated[str, choice("open", "in_progress", "resolved")]
    resolution: Annotated[str, lines()] | None = None
    resolved_date: Annotated[date, past_day()] | None = None

    def check(self) -> Iterator[Finding]:
        """It is not resolved before it was reported."""
        yield from not_before("resolved_date", self.resolved_date, "reported_date", self.reported_date)


class Referral(Record, frozen=True, kw_only=True):
    """Rujukan and what became of it."""

    KIND: ClassVar[str] = "referral"
    HANGS_ON: ClassVar[str] = "person_id"

    person_id: Annotated[UUID, reference("person")]
    referral_date: Annotated[date, past_day()]
    reason: Annotated[
        str,
        choice(
            "stunted",
            "wasted",
            "underweight",
            "not_gaining",
            "kek",
            "high_risk",
            "anaemia",
            "danger_sign",
            "not_immunized",
            "other",
        ),
    ]
    referred_to: Annotated[str, text()] | None = None
    due_date: Annotated[date, day()] | None = None
    progress: Annotated[str, choice("open", "done", "refused")]
    result: Annotated[str, lines()] | None = None
    result_date: Annotated[date, past_day()] | None = None

    def check(self) -> Iterator[Finding]:
        """Neither due nor answered before it was made."""
        yield from not_before("due_date", self.due_date, "referral_date", self.referral_date)
        yield from not_before("result_date", self.result_date, "referral_date", self.referral_date)


class Cadre(Record, frozen=True, kw_only=True):
    """A person who works for the village's children."""

    KIND: ClassVar[str] = "cadre"

    full_name: Annotated[str, text(120)]
    role: Annotated[str, choice("kpm", "tpk_midwife", "tpk_pkk", "tpk_kb", "posyandu", "supervisor", "other")]
    village_code: Annotated[str, village()]
    phone: Annotated[str, text(40)] | None = None
    started_on: Annotated[date, day()] | None = None
    ended_on: Annotated[date, day()] | None = None
    status: Annotated[str, choice("active", "entered_in_error", "left")] = "active"

    def check(self) -> Iterator[Finding]:
        """Does not leave before starting."""
        yield from not_before("ended_on", self.ended_on, "started_on", self.started_on)


class Assignment(Record, frozen=True, kw_only=True):
    """Which cadre visits a household, and since when; `to_date` is the first day it holds no more."""

    KIND: ClassVar[str] = "assignment"
    HANGS_ON: ClassVar[str] = "household_id"

    household_id: Annotated[UUID, reference("household")]
    cadre_id: Annotated[UUID, reference("cadre")]
    from_date: Annotated[date, day()]
    to_date: Annotated[date, day()] | None = None

    def check(self) -> Iterator[Finding]:
        """It does not end before it starts."""
        yield from not_before("to_date", self.to_date, "from_date", self.from_date)


class ConvergenceAction(Record, frozen=True, kw_only=True):
    """One of the eight aksi konvergensi of a region in a year."""

    KIND: ClassVar[str] = "convergence_action"
    KEY: ClassVar[tuple[str, ...]] = ("region_code", "year", "action")
    HANGS_ON: ClassVar[str] = "region_code"

    region_code: Annotated[str, region()]
    year: Annotated[int, count(*YEARS)]
    action: Annotated[int, count(1, 8)]
    progress: Annotated[str, choice("open", "in_progress", "done")]
    done_on: Annotated[date, past_day()] | None = None


class Training(Record, frozen=True, kw_only=True):
    """Pembinaan: a training and who attended."""

    KIND: ClassVar[str] = "training"
    HANGS_ON: ClassVar[str] = "region_code"

    region_code: Annotated[str, region()]
    training_date: Annotated[date, day()]
    title: Annotated[str, text()]
    organiser: Annotated[str, text()] | None = None
    convergence_action: Annotated[int, count(1, 8)] | None = None
    attendees_kpm: Annotated[int, count(0, 10000)] | None = None
    attendees_tpk: Annotated[int, count(0, 10000)] | None = None
    attendees_pkk: Annotated[int, count(0, 10000)] | None = None
    attendees_other: Annotated[int, count(0, 10000)] | None = None
    cadre_ids: Annotated[list[UUID], references("cadre")] | None = None
