"""`kpm register`: what a profile holds of a kind, as sentences and as JSON."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.support.cli import kpm

EXAMPLE = Path(__file__).parents[1] / "data" / "example_village"
VILLAGE = "12.75.01.1001"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A village with two obstacles and a class, loaded from a folder."""
    folder, table = tmp_path / "kader", tmp_path / "tabel"
    kpm("init", "--role", "cadre", "--name", "Ibu Sari", "--village", VILLAGE, profile=folder)
    table.mkdir()
    (table / "obstacle.csv").write_text(
        "ref,village_code,reported_date,category,description,progress\n"
        f"k1,{VILLAGE},2025-09-02,access,Jembatan putus,open\n"
        f"k2,{VILLAGE},2025-08-02,supply,Vitamin A habis,resolved\n",
        encoding="utf-8",
    )
    (table / "education_session.csv").write_text(
        f"ref,village_code,session_date,topic,women_count\ns1,{VILLAGE},2025-09-10,nutrition,12\n", encoding="utf-8"
    )
    kpm("load", EXAMPLE, profile=folder)
    kpm("load", table, profile=folder)
    return folder


def listed(profile: Path, kind: str, *more: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(kpm("register", kind, "list", "--json", *more, profile=profile).stdout)
    return found


def test_open_obstacles_come_first_and_say_everything_by_the_records_own_names(profile: Path) -> None:
    first, second = listed(profile, "obstacle")
    assert first["description"] == "Jembatan putus"
    assert {name: second[name] for name in ("category", "progress", "village", "kind")} == {
        "category": "supply",
        "progress": "resolved",
        "village": VILLAGE,
        "kind": "obstacle",
    }
    assert listed(profile, "obstacle", "--village", "12.75.02") == []
    shown = json.loads(kpm("register", "obstacle", "show", first["id"], "--json", profile=profile).stdout)
    assert {name: value for name, value in first.items() if shown.get(name) != value} == {}


def test_it_is_read_by_people_too(profile: Path) -> None:
    said = kpm("register", "obstacle", "list", profile=profile).stdout
    assert "Jembatan putus" in said
    assert "02-09-2025" in said
    (session,) = listed(profile, "education_session")
    shown = kpm("register", "education_session", "show", session["id"], profile=profile).stdout
    assert "10-09-2025" in shown
    assert "Belum ada catatan" in kpm("register", "sponsorship", "list", profile=profile).stdout


def test_what_is_no_register_or_not_held_is_told(profile: Path) -> None:
    assert kpm("register", "rujukan", "list", profile=profile, expect=2).stdout == ""
    unknown = "00000000-0000-4000-8000-000000000001"
    told = kpm("register", "obstacle", "show", unknown, profile=profile, expect=1)
    assert unknown in told.stderr


def test_it_is_written_for_excel_and_for_paper(profile: Path, tmp_path: Path) -> None:
    sheet, paper = tmp_path / "kendala.xlsx", tmp_path / "kendala.pdf"
    for file in (sheet, paper):
        wanted = ("--format", file.suffix[1:], "--out", file)
        assert "2 catatan" in kpm("register", "obstacle", "list", *wanted, profile=profile).stdout
    (found,) = load_workbook(sheet).worksheets
    cells = [cell for row in found.iter_rows(values_only=True) for cell in row if cell is not None]
    assert datetime(2025, 9, 2) in cells  # noqa: DTZ001 - a day as Excel keeps it
    text = "\n".join(page.extract_text() for page in PdfReader(paper).pages)
    for word in ("Jembatan putus", "Vitamin A habis", "KENDALA"):
        assert word in cells
        assert word in text


def test_a_file_needs_its_format_and_a_format_its_file(profile: Path, tmp_path: Path) -> None:
    told = kpm("register", "obstacle", "list", "--format", "pdf", profile=profile, expect=1)
    assert "--out" in told.stderr
    told = kpm("register", "obstacle", "list", "--out", tmp_path / "x.pdf", profile=profile, expect=1)
    assert "--format" in told.stderr
    assert not (tmp_path / "x.pdf").exists()
    nowhere = tmp_path / "tidak" / "ada.pdf"
    kpm("register", "obstacle", "list", "--format", "pdf", "--out", nowhere, profile=profile, expect=1)
