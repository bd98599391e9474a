"""What a supervisor asks about a record, and the answer (docs/records.md)."""

from typing import Annotated, ClassVar
from uuid import UUID

from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.vocabulary import choice, lines, reference, text


class Comment(Record, frozen=True, kw_only=True):
    """A supervisor's remark on a record, and its answer."""

    KIND: ClassVar[str] = "comment"
    HANGS_ON: ClassVar[str] = "about_id"

    about_kind: Annotated[str, text(64)]
    about_id: Annotated[UUID, reference()]
    about_field: Annotated[str, text(64)] | None = None
    text: Annotated[str, lines()]
    reply_to_id: Annotated[UUID, reference("comment")] | None = None
    progress: Annotated[str, choice("open", "answered", "closed")]
