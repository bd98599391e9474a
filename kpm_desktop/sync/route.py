"""What every way out and in can do, whatever carries the bytes: a folder, a stick, a web server."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class RouteKind:
    """What a kind of place is like, for whoever plans a visit or tells of one.

    name: in `kpm target list --json`. needs_line: it is reached over a line and answers for itself; any other place is
    looked for on this laptop, and may not be there. is_carried: somebody takes it along with all that lies on it.
    """

    name: str
    needs_line: bool = False
    is_carried: bool = False


class Route(Protocol):
    """A place bundles are put and fetched from.

    Every call refuses (`route.…` or `bundle.folder_…`) what keeps it from being done and raises nothing else.
    Names are file names without any folder; `box` is "" for the place itself or the name of a folder in it.
    """

    @property
    def kind(self) -> RouteKind:
        """What it is like."""

    @property
    def address(self) -> str:
        """What people and the history know the place by; it holds no password."""

    def probe(self) -> None:
        """Refused unless the place itself answers now: not the line, not some page in between. The folder may still be
        missing where only it has to be made."""

    def put(self, name: str, data: bytes, box: str = "") -> str:
        """Puts a file there, whole, and gives its address. Success means that it lies under its name and reads back
        as it was written; what is there under that name already with other content is left alone and the new file is
        named `NAME-2` and so on. Refused otherwise, with nothing half-written left where it could be removed."""

    def listing(self, box: str = "") -> list[str]:
        """The names of the bundles (`sync/naming.py`) that lie there, sorted; none when the box does not exist."""

    def fetch(self, name: str, most: int, box: str = "") -> bytes:
        """A file's bytes; refused when there are more than `most` (`route.too_large`) or none (`route.not_there`)."""

    def remove(self, name: str, box: str = "") -> None:
        """Takes a file away; one that is not there is no fault."""
