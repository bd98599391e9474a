"""A program of an earlier version: this one, made to forget kinds and fields before anything else has read them.

    python -c "..." where the first thing done is forget({"sponsorship": None, "household": ["phone"]})

It runs in a process of its own, so that tables, wire and rows are made of what it still knows.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

from kpm_desktop.domain.records import catalogue
from tests.support.cli import environment, line_of

#: What is forgotten of each kind: some fields, or all of it.
Forgotten = Mapping[str, Sequence[str] | None]

_PROGRAM = (
    "import json, sys; from tests.support.older import forget; forget(json.loads(sys.argv.pop(1)));"
    " from kpm_desktop.db import vault; vault.MEMORY_KIB, vault.PASSES = 32, 1;"
    " from kpm_desktop.cli import main; sys.exit(max(map(main, json.loads(sys.argv.pop(1)))))"
)


def forget(what: Forgotten) -> None:
    """Takes kinds and fields out of the catalogue of this process."""
    everything = catalogue.fields

    @cache
    def fields(kind: str) -> dict[str, catalogue.Field]:
        known = everything(kind) if kind in catalogue.KINDS else {}
        return {name: field for name, field in known.items() if name not in (what.get(kind) or ())}

    for kind, names in what.items():
        if names is None:
            del catalogue.KINDS[kind], catalogue.DICTIONARY[kind]
    catalogue.fields = fields


def older_kpm(
    what: Forgotten, *commands: Sequence[Any], profile: Path, expect: int = 0, before: str = ""
) -> CompletedProcess[str]:
    """Runs some `kpm` commands of that earlier version in one process. before: statements it runs first, to break it
    at some point."""
    lines = [line_of(tuple(words), profile) for words in commands]
    done = subprocess.run(
        [sys.executable, "-c", f"{before}\n{_PROGRAM}", json.dumps(what), json.dumps(lines)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(),
        check=False,
        timeout=240,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == expect, (done.returncode, done.stdout, done.stderr)
    return done
