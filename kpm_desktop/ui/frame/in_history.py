"""Where in a person's history another page leads."""

from typing import NamedTuple
from uuid import UUID

from kpm_desktop.ui.frame.ref import Ref


class InHistory(NamedTuple):
    """A person's history, with the newest entry of one of the person's records chosen; of those the newest that wrote
    `field`, where one did."""

    person: Ref
    record: UUID
    field: str = ""
