"""The people who do the work (docs/records.md)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar

from kpm_desktop.domain.records.base import Finding, Record, not_before
from kpm_desktop.domain.records.vocabulary import (
    choice,
    day,
    past_day,
    text,
    village,
)


class Cadre(Record, frozen=True, kw_only=True):
    """A person who works for the village's children."""

    KIND: ClassVar[str] = "cadre"

    full_name: Annotated[str, text(120)]
    role: Annotated[str, choice("kpm", "tpk_midwife", "tpk_pkk", "tpk_kb", "posyandu", "supervisor", "other")]
    village_code: Annotated[str, village()]
    phone: Annotated[str, text(40)] | None = None
    started_on: Annotated[date, day()] | None = None
    ended_on: Annotated[date, day()] | None = None
    decree_no: Annotated[str, text()] | None = None
    decree_date: Annotated[date, past_day()] | None = None
    status: Annotated[str, choice("active", "entered_in_error", "left")] = "active"

    def check(self) -> Iterator[Finding]:
        """Does not leave before starting."""
        yield from not_before("ended_on", self.ended_on, self.named("started_on"), self.started_on)
