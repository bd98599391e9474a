"""Kills `kpm` at moments that a seed chooses: by the share of the time it takes, or of the bytes it writes."""

import random
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.cli import start

POLL_S = 0.001


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """What a command costs when nobody disturbs it, in seconds and in bytes written (0 where the system says
    nothing about them)."""

    seconds: float
    written: int


def undisturbed(*words: str | Path, profile: Path) -> Undisturbed:
    """Runs a command to its end and measures it."""
    began, written = time.monotonic(), 0
    process = start(*words, profile=profile)
    while _runs(process):
        written = max(written, _written(process))
    assert process.returncode == 0, process.communicate()
    _close(process)
    return Undisturbed(time.monotonic() - began, written)


def killed(seed: int, cost: Undisturbed, *words: str | Path, profile: Path) -> bool:
    """Starts a command and kills it, unless it ended before its moment came; says whether it was killed."""
    chance = random.Random(seed)
    share = chance.random()
    process = start(*words, profile=profile)
    if cost.written and chance.random() < 0.5:
        while _runs(process) and _written(process) < share * cost.written:
            pass
    else:
        _runs(process, share * cost.seconds)
    process.kill()
    process.wait()
    code = process.returncode
    _close(process)
    assert code in (0, -9), f"seed {seed}: ended by itself with {code}"
    return code != 0


def each_killed(
    seeds: range, cost: Undisturbed, run: Callable[[int], tuple[tuple[str | Path, ...], Path]]
) -> Iterator[tuple[int, Path]]:
    """Kills a command once for each seed and gives the seed and the profile it left; `run` gives a fresh profile and
    the command's words. Fails when not one of the moments came in time."""
    count = 0
    for seed in seeds:
        words, profile = run(seed)
        count += killed(seed, cost, *words, profile=profile)
        yield seed, profile
    assert count, f"nothing was killed by {seeds}"


def _runs(process: subprocess.Popen[str], seconds: float = POLL_S) -> bool:
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return True
    return False


def _written(process: subprocess.Popen[str]) -> int:
    """Bytes a process has written so far, by Linux's account."""
    try:
        lines = Path(f"/proc/{process.pid}/io").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("wchar:")), 0)


def _close(process: subprocess.Popen[str]) -> None:
    for pipe in (process.stdout, process.stderr):
        if pipe is not None:
            pipe.close()
