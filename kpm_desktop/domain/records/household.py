"""Where people live: posyandu and household (docs/records.md)."""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.vocabulary import (
    choice,
    digits,
    measure,
    past_day,
    reference,
    text,
    village,
    yes_no,
)


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
    water_source: (
        Annotated[
            str,
            choice(
                "piped",
                "bottled",
                "refill",
                "bore_well",
                "protected_well",
                "unprotected_well",
                "spring",
                "surface",
                "other",
            ),
        ]
        | None
    ) = None
    has_septic_tank: Annotated[bool, yes_no()] | None = None
    residency: Annotated[str, choice("resident", "non_resident")] | None = None
    latitude_udeg: Annotated[int, measure("microdegree", -90_000_000, 90_000_000)] | None = None
    longitude_udeg: Annotated[int, measure("microdegree", -180_000_000, 180_000_000)] | None = None
    moved_from_id: Annotated[UUID, reference("household", foreign=True)] | None = None
    status: Annotated[str, choice("active", "entered_in_error", "moved_out")] = "active"
    status_date: Annotated[date, past_day()] | None = None
