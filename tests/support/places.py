"""A shared place kept in memory, which can fail as lines and servers do."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kpm_desktop.domain.errors import refused


@dataclass
class SharedPlace:
    """Many devices' place. fails: called before everything, may refuse; calls: what was asked of it."""

    address: str = "https://awan.desa.id/kpm/"
    boxes: dict[str, dict[str, bytes]] = field(default_factory=dict)
    fails: Callable[[str], None] = lambda call: None
    calls: list[str] = field(default_factory=list)

    def _asked(self, call: str) -> None:
        self.calls.append(call)
        self.fails(call)

    def probe(self) -> None:
        """Answers."""
        self._asked("probe")

    def put(self, name: str, data: bytes, box: str = "") -> str:
        """Keeps a file."""
        self._asked("put")
        there = self.boxes.setdefault(box, {})
        assert there.get(name, data) == data
        there[name] = data
        return f"{self.address}{box}/{name}"

    def listing(self, box: str = "") -> list[str]:
        """The names in a box."""
        self._asked("listing")
        return sorted(self.boxes.get(box, {}))

    def fetch(self, name: str, most: int, box: str = "") -> bytes:
        """A file's bytes."""
        self._asked("fetch")
        return self.boxes[box][name]

    def remove(self, name: str, box: str = "") -> None:
        """Takes a file away."""
        self._asked("remove")
        self.boxes[box].pop(name, None)

    def names(self, box: str = "") -> list[str]:
        """The names in a box, asked by a test."""
        return sorted(self.boxes.get(box, {}))


def no_line(call: str) -> None:
    """What a place does that cannot be reached."""
    raise refused("route.no_answer", host="awan.desa.id")
