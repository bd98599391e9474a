"""Which cadre visits a household (docs/records.md)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from kpm_desktop.domain.records.base import Finding, Record, not_before
from kpm_desktop.domain.records.vocabulary import (
    day,
    reference,
)


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
        yield from not_before("to_date", self.to_date, self.named("from_date"), self.from_date)
