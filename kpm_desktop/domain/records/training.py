"""Who was trained in what (docs/records.md)."""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.vocabulary import (
    count,
    day,
    references,
    region,
    text,
)


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
