"""Profiles whose codes are gone from the list, from the first command to the scorecard, through `kpm`."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.cli import kpm_here as kpm
from tests.support.cli import said, state

EXAMPLE = Path(__file__).parents[1] / "data" / "example_village"
EXPECTED = json.loads((EXAMPLE / "expected_scorecard_2025-Q3.json").read_text())
PAPER = "12.75.01.1001"
OLD, NEW = "12.21.02.2065", "12.21.16.2001"


def rows_of(village: str, folder: Path) -> Path:
    """The rows of the example village, in another village."""
    folder.mkdir()
    for file in EXAMPLE.glob("*.csv"):
        (folder / file.name).write_text(file.read_text().replace(PAPER, village))
    return folder


def told(profile: Path, *words: str) -> Any:
    """What a command says as JSON."""
    return json.loads(kpm(*words, "--json", profile=profile).stdout)


@pytest.mark.parametrize(
    ("above", "below"),
    [("12.21.16", OLD), ("93.01", "91.01.04.2001"), ("91.01", "93.01.04.2001"), ("91.01.04", "91.01.04.2001")],
)
def test_a_month_of_work_between_two_codes(tmp_path: Path, above: str, below: str) -> None:
    cadre, boss, stick, back = (tmp_path / name for name in ("kader", "penyelia", "stik", "balik"))
    kpm("init", "--role", "supervisor", "--name", "Pak Budi", "--village", above, "--old-code", profile=boss)
    kpm("init", "--role", "cadre", "--name", "Ibu Sari", "--village", below, "--old-code", profile=cadre)
    kpm("invite", "--out", tmp_path / "undangan", "--sheet", tmp_path / "lembar", profile=boss)
    kpm("join", tmp_path / "undangan", "--confirm-words", profile=cadre)
    loaded = kpm("load", rows_of(below, tmp_path / "baris"), profile=cadre)
    assert "daftar wilayah" not in said(loaded), "a code that was listed once is nothing to look at again"
    kpm("export", "--to", stick, profile=cadre)
    kpm("import", *stick.iterdir(), profile=boss)

    found = json.loads(kpm("scorecard", "--village", below, "--quarter", "2025-Q3", profile=boss).stdout)
    assert found["village_code"] == below
    assert found["targets"] == EXPECTED["targets"]
    assert found["indicators"] == EXPECTED["indicators"]

    for code, word in ((NEW, OLD), (OLD, NEW)) if below == OLD else ():
        other = kpm("scorecard", "--village", code, "--quarter", "2025-Q3", profile=boss)
        assert (word in other.stderr) is (code == NEW), "where the records are is told beside an empty scorecard"

    household = next(csv.DictReader(kpm_dump(boss, tmp_path / "isi", "household").splitlines()))["id"]
    kpm("comment", "ask", "household", household, "RT berapa?", profile=boss)
    kpm("receipt", "--for", told(cadre, "status")["device"], "--to", back, profile=boss)
    kpm("import", *back.iterdir(), profile=cadre)
    assert told(cadre, "status")["changes"]["undelivered"] == 0
    (asked,) = told(cadre, "comment", "list")
    assert asked["question"]["text"] == "RT berapa?"
    kpm("comment", "answer", asked["id"], "RT 003", profile=cadre)
    kpm("export", "--to", tmp_path / "stik-2", profile=cadre)
    kpm("import", *(tmp_path / "stik-2").iterdir(), profile=boss)
    (answered,) = told(boss, "comment", "list")
    assert [answer["text"] for answer in answered["answers"]] == ["RT 003"]
    assert state(cadre) == state(boss)


def kpm_dump(profile: Path, folder: Path, kind: str) -> str:
    """One table of what a profile holds."""
    kpm("dump", folder, profile=profile)
    return (folder / f"{kind}.csv").read_text(encoding="utf-8-sig")


def test_a_new_profile_asks_for_the_code_of_today(tmp_path: Path) -> None:
    words = ("init", "--role", "cadre", "--name", "Ibu Sari", "--village")
    refused = kpm(*words, OLD.replace(".", ""), profile=tmp_path / "p", expect=1)
    assert OLD in refused.stderr and f"{NEW} (Gading)" in refused.stderr
    assert not (tmp_path / "p").exists()
    kept = kpm(*words, OLD, "--old-code", profile=tmp_path / "p")
    assert OLD in kept.stderr and NEW in kept.stderr
    unsure = kpm(*words, "91.01.19.2003", profile=tmp_path / "q")
    assert "91.01.19.2003 (Tor)" in unsure.stderr and "belum pasti" in unsure.stderr
    unlisted = kpm(*words, "12.75.01.9999", profile=tmp_path / "r")
    assert "tidak ada di daftar wilayah" in unlisted.stderr


def test_status_tells_the_code_of_today(tmp_path: Path) -> None:
    profile = tmp_path / "p"
    kpm("init", "--role", "supervisor", "--name", "B", "--village", "91.01", "12.75", "--old-code", profile=profile)
    found = told(profile, "status")
    assert found["regions"] == ["12.75", "91.01"]
    assert found["gone_regions"] == [
        {"code": "91.01", "name": "Kab. Merauke", "now": [{"code": "93.01", "name": "Kab. Merauke"}]}
    ]
    assert "91.01 (Kab. Merauke) sekarang 93.01 (Kab. Merauke)" in kpm("status", profile=profile).stdout
