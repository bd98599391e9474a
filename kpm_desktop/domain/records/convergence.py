"""The eight convergence actions of a region's year (docs/records.md)."""

from datetime import date
from typing import Annotated, ClassVar

from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.vocabulary import (
    YEARS,
    choice,
    count,
    past_day,
    region,
    text,
)


class ConvergenceAction(Record, frozen=True, kw_only=True):
    """One of the eight aksi konvergensi of a region in a year."""

    KIND: ClassVar[str] = "convergence_action"
    KEY: ClassVar[tuple[str, ...]] = ("region_code", "year", "action")
    HANGS_ON: ClassVar[str] = "region_code"

    region_code: Annotated[str, region()]
    year: Annotated[int, count(*YEARS)]
    action: Annotated[int, count(1, 8)]
    title: Annotated[str, text()] | None = None
    progress: Annotated[str, choice("open", "in_progress", "done")]
    done_on: Annotated[date, past_day()] | None = None
