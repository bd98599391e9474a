"""Runs `kpm` as a user does, in a process of its own, or in this one where its start would cost more than its work."""

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from subprocess import CompletedProcess
from typing import TextIO

from kpm_desktop.cli import main
from scripts.screens import OFFSCREEN

PASSWORD = "rahasia-desa"
PROGRAM = (sys.executable, "-c", "import sys; from kpm_desktop.cli import main; sys.exit(main())")
ROOT = Path(__file__).parent.parent.parent

Words = tuple[str | Path, ...]
Finished = CompletedProcess[str]


def environment(changed: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """This process's environment with the tests' password and none of a developer's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KPM_")}
    wanted = {"KPM_PASSWORD": PASSWORD, "PYTHONPATH": str(ROOT), **(changed or {})}
    return kept | {name: value for name, value in wanted.items() if value is not None}


def line_of(words: Words, profile: Path | None) -> list[str]:
    """The words of a command with its profile."""
    return [*map(str, words), *(["--profile", str(profile)] if profile else [])]


def start(*words: str | Path, profile: Path | None = None) -> subprocess.Popen[str]:
    """A `kpm` under way."""
    return subprocess.Popen(
        [*PROGRAM, *line_of(words, profile)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment(),
    )


def kpm(
    *words: str | Path,
    profile: Path | None = None,
    expect: int | None = 0,
    env: Mapping[str, str | None] | None = None,
    prepare: Callable[[], None] | None = None,
    out: TextIO | None = None,
) -> Finished:
    """Runs `kpm` in a process of its own. expect: its exit code, None for any. env: changes to the environment,
    None takes a name out. prepare: what the process does before it begins.
    out: where its standard output goes instead of into the answer."""
    done = subprocess.run(
        [*PROGRAM, *line_of(words, profile)],
        stdin=subprocess.DEVNULL,
        stdout=out or subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment(env),
        preexec_fn=prepare,
        check=False,
        timeout=240,
    )
    return _expected(done, expect)


def kpm_here(
    *words: str | Path,
    profile: Path | None = None,
    expect: int | None = 0,
    env: Mapping[str, str | None] | None = None,
) -> Finished:
    """The same in this process, through the same `main`."""
    line = line_of(words, profile)
    out, err = io.StringIO(), io.StringIO()
    one_application()
    with _environ(environment(env)), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(line)
        except SystemExit as end:  # argparse
            code = end.code if isinstance(end.code, int) else 1
    return _expected(CompletedProcess(line, code, out.getvalue(), err.getvalue()), expect)


@cache
def one_application() -> object:
    """What `kpm` draws with in this process and windows are tested in: a process has one, of one kind."""
    from PySide6.QtWidgets import QApplication

    with _environ({**os.environ, "QT_QPA_PLATFORM": OFFSCREEN}):
        return QApplication.instance() or QApplication([])


def _expected(done: Finished, expect: int | None) -> Finished:
    said = f"{done.args}\n{done.stdout}\n{done.stderr}"
    assert "Traceback" not in done.stderr, said
    assert expect is None or done.returncode == expect, f"exit {done.returncode}, not {expect}: {said}"
    return done


@contextlib.contextmanager
def _environ(wanted: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(wanted)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def said(done: Finished) -> str:
    """Everything a command said."""
    return done.stdout + done.stderr


def account(profile: Path) -> dict[str, str]:
    """What `kpm check` finds in a sound profile, as `name: value`."""
    lines = kpm_here("check", profile=profile).stdout.splitlines()
    return dict(line.split(": ", 1) for line in lines if ": " in line)


def state(profile: Path) -> str:
    """The state hash of a sound profile."""
    return account(profile)["state"]
