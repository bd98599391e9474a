"""A file somebody names is written where nothing is; what is there is replaced only with `--force`, and named else."""

import stat
from pathlib import Path

import pytest

from tests.support.cli import kpm, kpm_here
from tests.support.faults import VILLAGE, new_cadre, new_supervisor

CARD = ("scorecard", "--village", VILLAGE, "--quarter", "2025-Q1", "--out")
LIST = ("register", "obstacle", "list", "--format", "xlsx", "--out")
TABLE = "sex,age_days,weight,lenhei\n1,100,6.5,62\n"


@pytest.fixture(scope="module")
def profiles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cadre's and a supervisor's profile."""
    place = tmp_path_factory.mktemp("profiles")
    new_cadre(place / "cadre")
    new_supervisor(place / "supervisor")
    kpm_here("invite", "--out", place / "first", "--sheet", place / "sheet", profile=place / "supervisor")
    return place


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("cadre", CARD),
        ("cadre", LIST),
        ("cadre", ("backup", "--out")),
        ("supervisor", ("invite", "--out")),
        (None, ("growth", "IN.csv", "--out")),
    ],
)
def test_what_is_there_is_replaced_only_with_force(
    profiles: Path, tmp_path: Path, role: str | None, words: tuple[str, ...]
) -> None:
    (tmp_path / "IN.csv").write_text(TABLE)
    line = [tmp_path / word if word == "IN.csv" else word for word in words]
    out, profile = tmp_path / "out.xlsx", profiles / role if role else None
    if words[0] == "backup":
        kpm(*line, out, profile=profile)
    else:
        out.write_bytes(b"mine")
    before = out.read_bytes()
    told = kpm(*line, out, profile=profile, expect=1).stderr
    assert f"{out}: sudah ada berkas dengan nama ini" in told
    assert "--force" in told
    assert out.read_bytes() == before
    kpm(*line, out, "--force", profile=profile)
    assert out.read_bytes() != before
    assert {path.name for path in tmp_path.iterdir()} == {"IN.csv", "out.xlsx"}


def test_a_dump_never_mixes_with_what_is_there(profiles: Path, tmp_path: Path) -> None:
    (tmp_path / "dumped.jsonl").write_text("mine")
    assert "dumped.jsonl: sudah ada" in kpm_here("dump", tmp_path, profile=profiles / "cadre", expect=1).stderr
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("dumped.jsonl", "mine")]


def test_the_sheet_is_not_written_over_nor_into_the_invitation(tmp_path: Path) -> None:
    profile = new_supervisor(tmp_path / "p")
    sheet, out = tmp_path / "lembar.txt", tmp_path / "undangan"
    sheet.write_text("mine")
    told = kpm_here("invite", "--out", out, "--sheet", sheet, profile=profile, expect=1).stderr
    assert f"{sheet}: sudah ada" in told
    assert (sheet.read_text(), out.exists()) == ("mine", False)
    assert "satu berkas" in kpm_here("invite", "--out", out, "--sheet", out, profile=profile, expect=1).stderr
    kpm_here("invite", "--out", out, "--sheet", sheet, "--force", profile=profile)
    assert "A1" in sheet.read_text(encoding="utf-8")
    assert stat.S_IMODE(sheet.stat().st_mode) == 0o600


def test_the_folder_of_a_profile_is_its_owners_alone(tmp_path: Path) -> None:
    """One that was wider is narrowed; where that cannot be, as in a folder many share, it is said."""
    wide, shared = tmp_path / "wide", tmp_path / "shared"
    for folder, mode in ((wide, 0o755), (shared, 0o1777)):
        folder.mkdir()
        folder.chmod(mode)
        new_cadre(folder)
    assert stat.S_IMODE(wide.stat().st_mode) == 0o700
    wide.chmod(0o750)
    assert "folder profil ini" not in kpm_here("status", profile=wide).stdout
    assert stat.S_IMODE(wide.stat().st_mode) == 0o700
    assert "folder profil ini" in kpm_here("status", profile=shared).stdout
    assert '"folder_is_private": false' in kpm_here("status", "--json", profile=shared).stdout
    assert "folder profil ini" in kpm_here("check", profile=shared).stderr
