"""What lies in the place of a file, or stands in a name, neither hangs `kpm` nor steers a terminal."""

import os
from pathlib import Path

import pytest

from kpm_desktop.db import files
from kpm_desktop.db.backup import MAGIC
from tests.support.cli import PASSWORD, kpm, kpm_here, said
from tests.sync.test_forgeries import at_most_a_gigabyte

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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of Unix")
@pytest.mark.parametrize(
    "words",
    [
        ("status", "--password-file"),
        ("recover", "--sheet"),
        ("import", "kiriman.kpmsync", "--recovery-file"),
        ("growth",),
    ],
)
def test_a_pipe_somebody_named_is_not_waited_for_without_end(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(files, "PATIENCE_S", 0.01)
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    done = kpm_here(*words, pipe, profile=None if words == ("growth",) else profile, expect=1)
    assert "belum ada yang menulis ke pipa ini" in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of Unix")
def test_a_pipe_with_a_writer_is_read(profile: Path) -> None:
    """As `--password-file <(pass show kpm)`."""
    end, other = os.pipe()
    os.write(other, PASSWORD.encode())
    os.close(other)
    assert "Sari" in kpm_here("status", "--password-file", f"/dev/fd/{end}", profile=profile).stdout
    os.close(end)


def test_a_name_never_steers_the_terminal(tmp_path: Path) -> None:
    name = "Sa\u202eri\x1b[31m\x9b2J\r\x0b"
    done = kpm_here("init", "--role", "cadre", "--name", name, "--village", VILLAGE, profile=tmp_path / "p")
    assert "Sari[31m2J" in done.stdout and "siap" in done.stdout
    assert all(sign.isprintable() or sign == "\n" for sign in done.stdout)


NO_TEXT = os.fsdecode(b"Sar\xff")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("init", "--role", "cadre", "--name", NO_TEXT, "--village", VILLAGE), "--name"),
        (("init", "--role", "cadre", "--name", "Sari", "--village", VILLAGE, NO_TEXT), "--village"),
        (("comment", "ask", "person", "00000000-0000-0000-0000-000000000001", NO_TEXT), "TEXT"),
        (("user", "remove", NO_TEXT), "NAME"),
        (("invite", "--out", "x", "--for", NO_TEXT), "--for"),
    ],
)
def test_bytes_that_are_no_text_are_refused_by_the_name_of_their_argument(
    tmp_path: Path, words: tuple[str, ...], named: str
) -> None:
    done = kpm_here(*words, profile=tmp_path / "p", expect=2)
    assert named in done.stderr and "bukan teks UTF-8" in done.stderr
    assert not (tmp_path / "p").exists()


@pytest.mark.skipif(os.name == "nt", reason="names of files that are no text")
def test_a_path_of_such_bytes_is_written_to_or_refused_with_a_sentence(profile: Path, tmp_path: Path) -> None:
    """SQLite takes none."""
    file = tmp_path / NO_TEXT
    kpm_here("scorecard", "--village", VILLAGE, "--quarter", "2025-Q1", "--out", file, profile=profile)
    assert file.exists()
    told = kpm_here("backup", "--out", tmp_path / (NO_TEXT + "2"), profile=profile, expect=1).stderr
    assert "nama ini bukan teks UTF-8" in told
    words = ("init", "--role", "cadre", "--name", "Sari", "--village", VILLAGE)
    assert "nama ini bukan teks UTF-8" in kpm_here(*words, profile=tmp_path / (NO_TEXT + "3"), expect=1).stderr
    assert not (tmp_path / (NO_TEXT + "3")).exists()


#: What is read of a file somebody names, or finds in a profile, and the command that reads it. `{}` is the file.
READERS = {
    "a bundle": ("import", "{}"),
    "a bundle to look into": ("open", "{}"),
    "an invitation": ("join", "{}"),
    "a sheet": ("recover", "--sheet", "{}"),
    "a sheet to join with": ("join", "undangan.json", "--sheet", "{}"),
    "a recovery key": ("import", "kiriman.kpmsync", "--recovery-file", "{}"),
    "a password": ("status", "--password-file", "{}"),
    "a backup": ("restore", "{}"),
    "a key file": ("status",),
}
DEEP = 100_000


def endless(file: Path) -> None:
    """A device, behind a link."""
    file.symlink_to("/dev/zero")


def three_gigabytes(file: Path) -> None:
    """One line, of which nothing takes room on the disk."""
    with file.open("wb") as opened:
        opened.truncate(3 << 30)


def deep_json(file: Path) -> None:
    file.write_bytes(b'{"format":1,"slots":' + b"[" * 25_000 + b"]" * 25_000 + b"}")


def deep_unknown_json(file: Path) -> None:
    """In a key nobody knows, which is skipped."""
    file.write_bytes(b'{"format":1,"slots":[],"more":' + b'{"a":' * 9_000 + b"1" + b"}" * 9_000 + b"}")


def deep_invitation(file: Path) -> None:
    body = b'{"a":' * DEEP + b"1" + b"}" * DEEP
    file.write_bytes(b'{"format":"kpm-undangan","version":1,"body":' + body[:200_000] + b"}")


def a_backup_of_keys_without_end(file: Path) -> None:
    """Its own first bytes, and a length of four gigabytes."""
    file.write_bytes(MAGIC + b"\xff\xff\xff\xff" + b"{" * 1000)


def no_text(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00" * 1000)


HOSTILE = (
    endless,
    three_gigabytes,
    deep_json,
    deep_unknown_json,
    deep_invitation,
    a_backup_of_keys_without_end,
    no_text,
)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="devices and sparse files of Unix")
@pytest.mark.parametrize("what", READERS)
def test_no_file_fells_the_program_or_fills_the_memory(profile: Path, tmp_path: Path, what: str) -> None:
    """Each is refused with a sentence, within a gigabyte."""
    for make in HOSTILE:
        file = profile / "keys.json" if what == "a key file" else tmp_path / make.__name__
        file.unlink(missing_ok=True)
        make(file)
        where = tmp_path / f"baru-{make.__name__}" if what == "a backup" else profile
        words = [word.format(file) for word in READERS[what]]
        done = kpm(*words, profile=where, expect=None, prepare=at_most_a_gigabyte)
        assert done.returncode in (1, 2), f"{make.__name__}: {said(done)}"
        assert done.stderr.strip(), make.__name__
        file.unlink()


def a_row_without_end(file: Path) -> None:
    """Short lines, held together by a quote that is closed and opened again."""
    file.write_bytes(b"id,sex\n" + b'"a\n",' * 4_000_000)


def a_header_without_end(file: Path) -> None:
    file.write_bytes(b"a," * 40_000_000)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="devices and sparse files of Unix")
@pytest.mark.parametrize("command", ["load", "growth"])
def test_no_table_fells_the_program_or_fills_the_memory(profile: Path, tmp_path: Path, command: str) -> None:
    for make in (*HOSTILE, a_row_without_end, a_header_without_end):
        file = tmp_path / make.__name__ / "person.csv"
        file.parent.mkdir()
        make(file)
        words = ("load", file.parent) if command == "load" else ("growth", file)
        where = profile if command == "load" else None
        done = kpm(*words, profile=where, expect=None, prepare=at_most_a_gigabyte)
        assert done.returncode in (1, 2), f"{make.__name__}: {said(done)}"
        assert done.stderr.strip(), make.__name__
        file.unlink()
