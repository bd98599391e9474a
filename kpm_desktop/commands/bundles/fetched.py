"""Which files of a target were looked at already, so that none is fetched twice for nothing."""

import msgspec

from kpm_desktop import __version__
from kpm_desktop.db import settings
from kpm_desktop.db.transaction import Transaction

#: How often a file that is refused is looked at again.
MOST_TRIES = 3
_DONE = 0


class Fetched(msgspec.Struct, frozen=True):
    """Per file name how often it was refused; 0 when it was taken in. app: by which version of the program: a later
    one may read what this one could not."""

    tries: dict[str, int] = {}
    app: str = __version__

    def only(self, there: list[str]) -> "Fetched":
        """Without the files that lie there no longer."""
        counts = {name: self.tries[name] for name in there if name in self.tries}
        if self.app != __version__:
            counts = {name: count for name, count in counts.items() if count == _DONE}
        return Fetched(counts)

    def is_wanted(self, name: str) -> bool:
        """Whether a file is still to be looked at."""
        return name not in self.tries or 0 < self.tries[name] < MOST_TRIES

    def taken(self, name: str) -> "Fetched":
        """One was taken in."""
        return Fetched(self.tries | {name: _DONE})

    def tried(self, name: str) -> "Fetched":
        """One was refused."""
        return Fetched(self.tries | {name: self.tries.get(name, 0) + 1})


def read_fetched(tx: Transaction, target: str, box: str) -> Fetched:
    """What is remembered of a box of a target."""
    found: Fetched = settings.read(tx, _setting(target, box), Fetched, Fetched())
    return found


def keep_fetched(tx: Transaction, target: str, box: str, fetched: Fetched) -> None:
    """Remembers it."""
    settings.write(tx, _setting(target, box), fetched)


def _setting(target: str, box: str) -> str:
    return f"fetched:{target}:{box}"
