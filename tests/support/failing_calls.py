"""Real processes whose calls to the system fail: `strace` counts them and lets chosen ones fail.

What Python, SQLite and SQLCipher ask of the files of a place, in one order: writes, syncs, cuts, renames, removals.
"""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

from tests.support.cli import Finished, environment, line_of

#: What is counted, and whether a full disk refuses it from some moment on.
CALLS = {
    "write": True,
    "pwrite64": True,
    "fsync": False,
    "fdatasync": False,
    "rename": True,
    "renameat": True,
    "renameat2": True,
    "link": True,
    "linkat": True,
    "mkdir": True,
    "ftruncate": False,
    "unlink": False,
    "unlinkat": False,
}
#: Instead of an error: `kill -9` when the call is reached.
KILL = "KILL"
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)$")
_HANDLE = re.compile(r"^\d+<([^>]*)>")
_NAME = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True)
class Call:
    """A call to the system and the files it is about."""

    name: str
    paths: tuple[str, ...]


@dataclass(frozen=True)
class Failure:
    """The n-th of these calls, counted from 1, fails with `number` (ENOSPC or EIO), or is where the process is killed
    (KILL); `goes_on`: all after it fail too."""

    calls: Sequence[Call]
    at: int
    number: str
    goes_on: bool

    def __str__(self) -> str:
        call = self.calls[self.at - 1]
        names = ", ".join(Path(path).name for path in call.paths)
        return f"{self.at} of {len(self.calls)}: {call.name}({names}) {self.number}{' and on' if self.goes_on else ''}"

    @property
    def injections(self) -> list[str]:
        """What `strace` is told; it counts each name by itself."""
        seen = Counter(call.name for call in self.calls[: self.at - 1])
        hit = self.calls[self.at - 1].name
        if self.number == KILL:
            return [f"inject={hit}:signal=KILL:when={seen[hit] + 1}"]
        if not self.goes_on:
            return [f"inject={hit}:error={self.number}:when={seen[hit] + 1}"]
        names = [name for name, is_room in CALLS.items() if name == hit or is_room or self.number == "EIO"]
        return [f"inject={name}:error={self.number}:when={seen[name] + 1}+" for name in names]


@dataclass(frozen=True)
class Ran:
    """How a process ended, what it asked for, and how many calls were made to fail."""

    done: Finished
    calls: tuple[Call, ...]
    failed: int


def may_trace() -> bool:
    """Whether the system lets one process trace another here."""
    done = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return done.returncode == 0


class Warm:
    """Starts processes that have everything loaded (`tests/support/warm.py`)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.warm"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environment(),
        )

    def __enter__(self) -> "Warm":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def run(
        self, program: str, words: Sequence[str | Path], profile: Path, place: Path, failure: Failure | None = None
    ) -> Ran:
        """Runs a command. place: the folder whose files are looked at."""
        line = line_of(tuple(words), profile)
        out, err, log = (self._folder / name for name in ("out", "err", "log"))
        self._say(json.dumps({"program": program, "words": line, "out": str(out), "err": str(err)}))
        child = self._hear()
        tracer = subprocess.Popen(
            ["strace", "-f", "-y", "-s", "300", "-o", str(log), "-p", child, *_filters(failure)],
            stderr=subprocess.PIPE,
            text=True,
        )
        assert tracer.stderr is not None
        while "attached" not in (said := tracer.stderr.readline()):
            assert said, "strace ended"
        self._say("go")
        code = int(self._hear())
        tracer.communicate()
        done = Finished(line, code, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8"))
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        return Ran(done, tuple(_calls(lines, place)), sum("(INJECTED)" in line for line in lines))

    def _say(self, line: str) -> None:
        to: IO[str] | None = self._process.stdin
        assert to is not None
        to.write(line + "\n")
        to.flush()

    def _hear(self) -> str:
        answers: IO[str] | None = self._process.stdout
        assert answers is not None
        line = answers.readline()
        assert line, "the warm process ended"
        return line.strip()


def _filters(failure: Failure | None) -> list[str]:
    traced = ["-e", "trace=" + ",".join(CALLS)]
    if failure is None:
        return traced
    paths = sorted({path for call in failure.calls for path in call.paths})
    told = [word for path in paths for word in ("-P", path)]
    return [*traced, *told, *(word for one in failure.injections for word in ("-e", one))]


def _calls(lines: Sequence[str], place: Path) -> list[Call]:
    """The calls about files of `place`, in their order."""
    found = []
    for line in lines:
        match = _LINE.match(line)
        if match is None or match[1] not in CALLS:
            continue
        handle = _HANDLE.match(match[2])
        paths = (handle[1],) if handle else tuple(_NAME.findall(match[2]))
        if any(Path(path).is_relative_to(place) for path in paths):
            found.append(Call(match[1], paths))
    return found


def has_strace() -> bool:
    """Whether the program is there at all."""
    return shutil.which("strace") is not None
