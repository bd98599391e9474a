"""Form 2C: early education (docs/records.md)."""

from typing import Annotated, ClassVar
from uuid import UUID

from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.vocabulary import (
    choice,
    month,
    reference,
)


class PaudAttendance(Record, frozen=True, kw_only=True):
    """One cell of form 2C: a child of two to six in a month."""

    KIND: ClassVar[str] = "paud_attendance"
    KEY: ClassVar[tuple[str, ...]] = ("person_id", "month")
    HANGS_ON: ClassVar[str] = "person_id"

    person_id: Annotated[UUID, reference("person")]
    month: Annotated[str, month()]
    attendance: Annotated[str, choice("attended", "absent", "not_yet")]
