"""What lies in the place of a file, or stands in a name, neither hangs `kpm` nor steers a terminal."""

import os
from pathlib import Path

import pytest

from tests.support.cli import kpm_here

VILLAGE = "18.01.04.2001"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = tmp_path / "profil"
    kpm_here("init", "--role", "cadre", "--name", "Sari", "--village", VILLAGE, profile=folder)
    return folder


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of Unix")
@pytest.mark.parametrize("command", ["import", "open", "join", "restore"])
def test_a_pipe_nobody_writes_into_is_refused_at_once(profile: Path, tmp_path: Path, command: str) -> None:
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    where = tmp_path / "baru" if command == "restore" else profile
    done = kpm_here(command, pipe, profile=where, expect=1)
    assert "bukan berkas biasa" in done.stderr


def test_a_name_never_steers_the_terminal(tmp_path: Path) -> None:
    name = "Sa\u202eri\x1b[31m\x9b2J\r\x0b" + os.fsdecode(b"\xff")
    done = kpm_here("init", "--role", "cadre", "--name", name, "--village", VILLAGE, profile=tmp_path / "p")
    assert "Sari[31m2J" in done.stdout and "siap" in done.stdout
    assert all(sign.isprintable() or sign == "\n" for sign in done.stdout)
