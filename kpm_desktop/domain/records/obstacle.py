"""What hinders the work in the field (docs/records.md)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from kpm_desktop.domain.records.base import Finding, Record, expected, not_before
from kpm_desktop.domain.records.vocabulary import (
    choice,
    lines,
    past_day,
    reference,
    village,
)


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
        """It is not resolved before it was reported; of a resolved one is told how and when."""
        yield from not_before("resolved_date", self.resolved_date, self.named("reported_date"), self.reported_date)
        if self.progress == "resolved":
            said = self.named("progress"), self.named("progress", self.progress)
            yield from expected("resolution", self.resolution, *said)
            yield from expected("resolved_date", self.resolved_date, *said)
