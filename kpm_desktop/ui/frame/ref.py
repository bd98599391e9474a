"""A record as one page names it to another: an id means nothing without its region."""

from typing import NamedTuple
from uuid import UUID


class Ref(NamedTuple):
    """region: the code of the village whose record it is."""

    region: str
    kind: str
    id: UUID

    @property
    def key(self) -> str:
        """What a row about it is known by in a list."""
        return f"{self.region} {self.id}"
