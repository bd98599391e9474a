"""Orang tua asuh: who promised what, and what came (docs/records.md)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from kpm_desktop.domain.records.base import Finding, Record, not_before
from kpm_desktop.domain.records.vocabulary import (
    choice,
    choices,
    day,
    lines,
    past_day,
    reference,
    rupiah,
    text,
)

#: What is promised, and what is brought.
SUPPORT = ("food", "money", "health", "housing", "water", "sanitation", "education")


class Sponsorship(Record, frozen=True, kw_only=True):
    """Orang tua asuh: who supports a child or a pregnant woman."""

    KIND: ClassVar[str] = "sponsorship"
    HANGS_ON: ClassVar[str] = "person_id"

    person_id: Annotated[UUID, reference("person")]
    sponsor_name: Annotated[str, text(120)]
    sponsor_kind: (
        Annotated[
            str,
            choice(
                "company",
                "agency",
                "individual",
                "community",
                "state_company",
                "local_government",
                "campus",
                "media",
            ),
        ]
        | None
    ) = None
    start_date: Annotated[date, day()]
    end_date: Annotated[date, day()] | None = None
    support: Annotated[list[str], choices(*SUPPORT)] | None = None
    monthly_amount_rp: Annotated[int, rupiah()] | None = None

    def check(self) -> Iterator[Finding]:
        """It does not end before it starts."""
        yield from not_before("end_date", self.end_date, self.named("start_date"), self.start_date)


class SponsorshipDelivery(Record, frozen=True, kw_only=True):
    """One delivery of a sponsorship."""

    KIND: ClassVar[str] = "sponsorship_delivery"
    HANGS_ON: ClassVar[str] = "sponsorship_id"

    sponsorship_id: Annotated[UUID, reference("sponsorship")]
    delivery_date: Annotated[date, past_day()]
    support: Annotated[str, choice(*SUPPORT)]
    amount_rp: Annotated[int, rupiah()] | None = None
    description: Annotated[str, lines()] | None = None
    received_by: Annotated[str, text(120)] | None = None
