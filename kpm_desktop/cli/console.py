"""What a command says: results on standard output, everything else on standard error, in one language."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from kpm_desktop.db.files import explained
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.records.tidy import is_invisible
from kpm_desktop.domain.records.words import RecordWords, record_words
from kpm_desktop.domain.wording import Wording


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    """A full disk behind standard output is somebody's to mend; a reader that went away is nobody's concern."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as failure:
        raise explained(failure, Path("stdout")) from failure


def _shown(text: str) -> str:
    """Without signs that steer a terminal or turn the direction of what stands beside them; a name may hold any."""
    return "".join(sign if sign == "\n" else " " if sign.isspace() else sign for sign in text if not is_invisible(sign))


class Console:
    """Speaks to a terminal or a pipe. JSON and files' contents go alone to `out`; notes and problems to `err`."""

    def __init__(self, wording: Wording, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.wording = wording
        self.out = out or sys.stdout
        self.err = err or sys.stderr

    @property
    def words(self) -> RecordWords:
        """What kinds, fields and choices are called."""
        return record_words(self.wording.language)

    def result(self, text: str) -> None:
        """A line of the command's result."""
        with _explained():
            print(_shown(text) if self.out.isatty() else text, file=self.out)

    def finish(self) -> None:
        """Hands over what still waits in a buffer."""
        with _explained():
            self.out.flush()

    def say(self, code: str, /, **params: object) -> None:
        """A sentence of the command's result."""
        self.result(_shown(self.wording.phrase(code, **params)))

    def note(self, what: Reason) -> None:
        """A sentence beside the result: progress, a warning, a refusal."""
        print(_shown(self.wording.say(what)), file=self.err)

    def progress(self, what: Reason) -> None:
        """A line that replaces itself on a terminal and stays silent in a pipe."""
        if self.err.isatty():
            print(f"\r\x1b[K{_shown(self.wording.say(what))}", end="", file=self.err, flush=True)

    def progress_done(self) -> None:
        """Clears the progress line."""
        if self.err.isatty():
            print("\r\x1b[K", end="", file=self.err, flush=True)
