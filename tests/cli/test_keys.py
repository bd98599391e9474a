"""`kpm user recovery rekey`: who opens a profile, and from when on nobody else does."""

import builtins
import io
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kpm_desktop.db import vault
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.errors import Refused
from tests.support.cli import PASSWORD, kpm_here, state
from tests.support.faults import copied, new_cadre, write_village

WATI = "kata-sandi-wati"
CODE = "Kode pemulihan: "


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile with some records and two users."""
    made = new_cadre(tmp_path / "p")
    kpm_here("load", write_village(tmp_path / "village", range(1, 4)), profile=made)
    kpm_here("password", "--user", "Wati", profile=made, env={"KPM_NEW_PASSWORD": WATI})
    return made


def code_in(said: str) -> str:
    return next(line.removeprefix(CODE) for line in said.splitlines() if line.startswith(CODE))


def opens(profile: Path, code: str) -> bool:
    try:
        vault.unlock_with_recovery(vault.read_keys(profile), code)
    except Refused:
        return False
    return True


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """What is typed at the terminal, one answer after the other; an exception is pressed."""
    answers: list[object] = []

    def answer(prompt: str) -> str:
        said = answers.pop(0)
        if isinstance(said, BaseException):
            raise said
        return said(prompt) if callable(said) else str(said)

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(builtins, "input", answer)
    yield answers
    assert not answers


def test_users_are_listed_and_removed_but_never_the_last(profile: Path) -> None:
    listed = json.loads(kpm_here("user", "list", "--json", profile=profile).stdout)
    assert listed == {"users": ["Ibu Kader", "Wati"], "recovery": True, "unconfirmed": False}
    assert "tidak cocok" in said_by("user", "remove", "Wati", profile=profile, env={"KPM_PASSWORD": "bukan-ini"})
    assert "tidak ada pengguna" in said_by("user", "remove", "Desi", profile=profile)
    assert "Wati dihapus" in kpm_here("user", "remove", "Wati", profile=profile).stdout
    assert not vault.previous_keys(profile).exists(), "her slot is in it"
    with pytest.raises(Refused, match="wrong_password"):
        open_store(profile, WATI)
    assert "pengguna terakhir" in said_by("user", "remove", "Ibu Kader", profile=profile)
    kpm_here("check", profile=profile)
    assert kpm_here("user", "list", profile=profile).stdout.splitlines() == ["Ibu Kader", "Kode pemulihan: ada."]


def said_by(*words: str, profile: Path, env: dict[str, str | None] | None = None) -> str:
    return kpm_here(*words, profile=profile, env=env, expect=1).stderr


def test_without_a_terminal_a_code_needs_a_yes(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    before = (profile / "keys.json").read_bytes()
    for command in ("recovery", "rekey"):
        assert "--yes" in said_by(command, profile=profile)
    assert (profile / "keys.json").read_bytes() == before


def test_a_new_code_holds_once_it_is_typed_back_and_the_old_one_until_then(
    profile: Path, typing: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    first = code_in(kpm_here("recovery", "--yes", profile=profile).stdout)
    for given_up in (KeyboardInterrupt(), EOFError()):
        typing += ["bukan", given_up]
        done = kpm_here("recovery", profile=profile, expect=1)
        assert "yang lama tetap berlaku" in done.stderr
        shown = code_in(done.stdout)
        assert opens(profile, first) and opens(profile, shown)
        assert json.loads(kpm_here("user", "list", "--json", profile=profile).stdout)["unconfirmed"]

    def from_paper(prompt: str) -> str:
        kept = vault.read_keys(profile)
        assert [slot.kind for slot in kept.slots].count("recovery") == 2, "the one given up is gone"
        assert isinstance(sys.stdout, io.StringIO)
        return code_in(sys.stdout.getvalue()).lower()

    typing.append(from_paper)
    second = code_in(kpm_here("recovery", profile=profile).stdout)
    assert (opens(profile, first), opens(profile, shown), opens(profile, second)) == (False, False, True)


def test_after_a_new_key_what_was_copied_opens_older_backups_and_nothing_else(profile: Path, tmp_path: Path) -> None:
    before, backup = state(profile), tmp_path / "lama.kpmbackup"
    code = code_in(kpm_here("recovery", "--yes", profile=profile).stdout)
    kpm_here("backup", "--out", backup, profile=profile)
    stolen = copied(profile, tmp_path / "stolen")
    done = kpm_here("rekey", "--yes", profile=profile)
    assert "Dihapus" in done.stdout and "Wati" in done.stdout
    assert state(profile) == before
    assert sorted(file.name for file in profile.iterdir()) == ["keys.json", "lock", "records.db"]
    assert opens(profile, code_in(done.stdout)) and not opens(profile, code)
    shutil.copy(profile / "records.db", stolen / "records.db")
    with pytest.raises(Refused, match="damaged"):
        open_store(stolen, PASSWORD)
    kpm_here("restore", backup, profile=tmp_path / "back", env={"KPM_PASSWORD": code})
    assert state(tmp_path / "back") == before
    kpm_here("password", "--user", "Wati", profile=profile, env={"KPM_NEW_PASSWORD": WATI})
    open_store(profile, WATI).close()


def test_nothing_is_changed_where_the_code_of_a_new_key_is_not_typed_back(profile: Path, typing: list[object]) -> None:
    before = (profile / "keys.json").read_bytes()
    typing += ["salah", EOFError()]
    assert "Tidak ada yang diubah" in said_by("rekey", profile=profile)
    assert (profile / "keys.json").read_bytes() == before
    kpm_here("check", profile=profile)
