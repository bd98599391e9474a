"""Who was sent where, and what became of it (docs/records.md)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from kpm_desktop.domain.records.base import Finding, Record, expected, not_before
from kpm_desktop.domain.records.vocabulary import (
    choice,
    day,
    lines,
    past_day,
    reference,
    text,
)


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
        """Neither due nor answered before it was made; of one that is done is told when."""
        yield from not_before("due_date", self.due_date, self.named("referral_date"), self.referral_date)
        yield from not_before("result_date", self.result_date, self.named("referral_date"), self.referral_date)
        if self.progress == "done":
            said = self.named("progress"), self.named("progress", self.progress)
            yield from expected("result_date", self.result_date, *said)
