"""Processes that have everything loaded: each command gets one of its own, forked, halted until a tracer holds it.

Standard input takes a line of JSON for each command, {"program", "words", "out", "err"}; standard output answers with
the number of the halted process; another line lets it run; standard output gives its exit code. A loaded `kpm` begins
at once, so that hundreds of them can be broken, and nothing of its start is in the tracer's way.
"""

import ctypes
import importlib
import json
import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import Any

from kpm_desktop.cli import main as kpm
from kpm_desktop.cli.main import COMMANDS
from kpm_desktop.db import vault
from tests.support import by_hand

PROGRAMS: dict[str, Callable[[Sequence[str]], int]] = {"kpm": kpm, "by_hand": by_hand.main}
_SET_TRACER, _ANYBODY = 0x59616D61, ctypes.c_ulong(-1)  # prctl: PR_SET_PTRACER, PR_SET_PTRACER_ANY


def answer(said: object) -> None:
    """A line for whoever asked."""
    print(said, file=sys.__stdout__, flush=True)


def next_command() -> dict[str, Any] | None:
    """In this process None at the end of the input; in each child the command it is to be."""
    while line := sys.stdin.readline():
        asked: dict[str, Any] = json.loads(line)
        child = os.fork()
        if not child:
            return asked
        os.waitpid(child, os.WUNTRACED)
        answer(child)
        sys.stdin.readline()
        os.kill(child, signal.SIGCONT)
        answer(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    return None


def become(asked: dict[str, Any]) -> int:
    """The command, from the moment a tracer is there."""
    for handle, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(asked[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), handle)
    ctypes.CDLL(None).prctl(_SET_TRACER, _ANYBODY, 0, 0, 0)
    os.kill(os.getpid(), signal.SIGSTOP)
    return PROGRAMS[asked["program"]](asked["words"])


if __name__ == "__main__":
    vault.MEMORY_KIB, vault.PASSES = 32, 1  # as tests/conftest.py
    for module in set(COMMANDS.values()):
        importlib.import_module(f"kpm_desktop.cli.{module}")
    command = next_command()
    sys.exit(become(command) if command else 0)
