"""A shared place kept in memory, which can fail as lines and servers do."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kpm_desktop.domain.errors import refused
from kpm_desktop.sync import naming
from kpm_desktop.sync.route import RouteKind
from kpm_desktop.sync.web_address import WEB


@dataclass
class SharedPlace:
    """Many devices' place. fails: called before everything, may refuse; calls: what was asked of it. is_deaf: what is
    put lies there even when that is refused, as when a line is cut before the answer came. closed: files `(box, name)`
    and boxes `(box, "")` nobody may read or alter."""

    address: str = "https://awan.desa.id/kpm/"
    boxes: dict[str, dict[str, bytes]] = field(default_factory=dict)
    fails: Callable[[str], None] = lambda call: None
    calls: list[str] = field(default_factory=list)
    is_deaf: bool = False
    closed: set[tuple[str, str]] = field(default_factory=set)

    @property
    def kind(self) -> RouteKind:
        """A server."""
        return WEB

    def _asked(self, call: str) -> None:
        self.calls.append(call)
        self.fails(call)

    def _open(self, box: str, name: str = "") -> None:
        if {(box, name), (box, "")} & self.closed:
            raise refused("route.denied", host="awan.desa.id", address=self.address)

    def probe(self) -> None:
        """Answers."""
        self._asked("probe")

    def put(self, name: str, data: bytes, box: str = "") -> str:
        """Keeps a file."""
        if not self.is_deaf:
            self._asked("put")
        self._open(box)
        there = self.boxes.setdefault(box, {})
        name = next(
            each for each in naming.namesakes(name) if there.get(each, data) == data and (box, each) not in self.closed
        )
        there[name] = data
        if self.is_deaf:
            self._asked("put")
        return f"{self.address}{box}/{name}"

    def listing(self, box: str = "") -> list[str]:
        """The names in a box."""
        self._asked("listing")
        self._open(box)
        return sorted(self.boxes.get(box, {}))

    def fetch(self, name: str, most: int, box: str = "") -> bytes:
        """A file's bytes."""
        self._asked("fetch")
        self._open(box, name)
        if name not in self.boxes.get(box, {}):
            raise refused("route.not_there", name=name, address=self.address)
        data = self.boxes[box][name]
        if len(data) > most:
            raise refused("route.too_large", name=name, address=self.address, most=most)
        return data

    def remove(self, name: str, box: str = "") -> None:
        """Takes a file away."""
        self._asked("remove")
        self._open(box, name)
        self.boxes.get(box, {}).pop(name, None)

    def names(self, box: str = "") -> list[str]:
        """The names in a box, asked by a test."""
        return sorted(self.boxes.get(box, {}))


def no_line(call: str) -> None:
    """What a place does that cannot be reached."""
    raise refused("route.no_answer", host="awan.desa.id")
