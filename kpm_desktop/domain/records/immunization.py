"""The doses a child was given (docs/records.md)."""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.vocabulary import (
    choice,
    count,
    past_day,
    reference,
)


class Immunization(Record, frozen=True, kw_only=True):
    """One dose of one vaccine."""

    KIND: ClassVar[str] = "immunization"
    KEY: ClassVar[tuple[str, ...]] = ("person_id", "vaccine", "dose")
    HANGS_ON: ClassVar[str] = "person_id"

    person_id: Annotated[UUID, reference("person")]
    vaccine: Annotated[str, choice("HB0", "BCG", "OPV", "DPT_HB_HIB", "PCV", "RV", "IPV", "MR", "JE")]
    dose: Annotated[int, count(1, 5)]
    given_date: Annotated[date, past_day()] | None = None
    source: Annotated[str, choice("kia_book", "recall")] | None = None
