"""Wrong passwords make the next try wait: 1, 2, 4, 8 … seconds, also when the program is started anew."""

import contextlib
import json
from collections.abc import Callable
from pathlib import Path

from kpm_desktop.db.files import reading, replace_file
from kpm_desktop.domain.errors import Refused

#: Beside the profile's lock; absent when the last try was right.
FILE = "tries"
LONGEST_S = 300
_MOST = 1000

Seconds = Callable[[], float]


class Attempts:
    """The tries at one profile. `now` gives seconds since the epoch. Where the file cannot be written the program
    still counts while it runs: a profile on a read-only place must stay readable."""

    def __init__(self, folder: Path, now: Seconds) -> None:
        self._file = folder / FILE
        self._now = now
        self._count, self._last = self._read()
        self._last_before = self._last

    def begin(self) -> None:
        """Counts a try before its outcome is known: ending the program in between gains nothing."""
        self._count += 1
        self._last_before, self._last = self._last, self._now()
        self._write()

    def fail(self) -> None:
        """The try did not fit; the wait counts from now."""
        self._last = self._now()
        self._write()

    def take_back(self) -> None:
        """The try failed for another reason than the password."""
        self._count = max(self._count - 1, 0)
        self._last = self._last_before
        self._write()

    def forget(self) -> None:
        """The password was right."""
        self._count = 0
        self._write()

    @property
    def count(self) -> int:
        """Wrong tries in a row."""
        return self._count

    def wait_s(self) -> float:
        """Seconds until the next try; a clock that was put back starts the wait anew."""
        if not self._count:
            return 0.0
        whole = float(min(2 ** min(self._count - 1, 30), LONGEST_S))
        passed = self._now() - self._last
        return whole if passed < 0 else max(whole - passed, 0.0)

    def _read(self) -> tuple[int, float]:
        try:
            with reading(self._file) as file:
                count, last = json.loads(file.read(_MOST))
            return max(int(count), 0), float(last)
        except (Refused, OSError, ValueError, TypeError, RecursionError):
            return 0, 0.0

    def _write(self) -> None:
        with contextlib.suppress(Refused, OSError):
            if self._count:
                replace_file(self._file, json.dumps([self._count, self._last]).encode())
            else:
                self._file.unlink(missing_ok=True)
