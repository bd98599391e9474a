"""`python -m tests.faults.headers FOLDER PROFILE FIRST LAST`: files with made-up age headers through every command that
reads a file, in this process, under a ceiling of memory and of processor time. One JSON line for each; whoever starts
it sees at the last one where it was ended."""

import contextlib
import io
import json
import resource
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from kpm_desktop.cli import main
from kpm_desktop.domain.errors import Refused
from kpm_desktop.sync.bundle import unpack
from kpm_desktop.sync.seal import AgeIdentity
from tests.support.age_headers import any_header

MEMORY = 1 << 30
#: Of processor time, for one file and one command.
SECONDS = 5
#: What reads a file somebody names. `{}` is the file.
COMMANDS = (
    ("import", "{}"),
    ("open", "{}"),
    ("join", "{}"),
    ("join", "{}", "--sheet", "{}"),
    ("recover", "--sheet", "{}"),
    ("import", "{}", "--recovery-file", "{}"),
)
#: As it reads no more than the beginning, of a few files alone.
RESTORING = ("restore", "{}")
#: Every so many files go through all commands; the others to the one reader that opens them.
OFTEN = 20


def _run(words: tuple[str, ...], file: Path, profile: Path) -> tuple[int, str]:
    out, err = io.StringIO(), io.StringIO()
    line = [*(word.format(file) for word in words), "--profile", str(profile)]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(line)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    return code, err.getvalue()


def _unpacked(data: bytes, identity: AgeIdentity) -> tuple[int, str]:
    try:
        unpack(data, identity)
    except Refused as refusal:
        return 1, refusal.reasons[0].code
    return 0, ""


def _allow(seconds: int) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, most))


def run(folder: Path, profile: Path, seeds: range) -> None:
    """All files of these seeds."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    good = (folder / "good.kpmsync").read_bytes()
    identity = AgeIdentity.from_text((folder / "identity.txt").read_text(encoding="ascii"))
    for seed in seeds:
        data, file = any_header(seed, good), folder / f"{seed}.kpmsync"
        _tell(seed, "unpack", partial(_unpacked, data, identity))
        if seed % OFTEN == 0:
            file.write_bytes(data)
            for words in COMMANDS:
                _tell(seed, " ".join(words), partial(_run, words, file, profile))
            _tell(seed, "restore", partial(_run, RESTORING, file, folder / f"restored-{seed}"))
            file.unlink()


def _tell(seed: int, what: str, work: Callable[[], tuple[int, str]]) -> None:
    _allow(SECONDS)
    print(json.dumps({"seed": seed, "what": what}), end=" ", flush=True)
    code, told = work()
    print(json.dumps({"code": code, "told": told}), flush=True)


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), range(int(sys.argv[3]), int(sys.argv[4])))
