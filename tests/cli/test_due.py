"""`kpm due`: what is due as sentences and as JSON, by the names of the contract."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.cli import kpm

EXAMPLE = Path(__file__).parents[1] / "data" / "example_village"
VILLAGE = "12.75.01.1001"
NAMES = {
    "household",
    "person",
    "pregnancy",
    "head",
    "name",
    "what",
    "detail",
    "service",
    "due_on",
    "late_days",
    "risk",
    "why",
}
KINDS = {
    *("visit", "anc", "iron", "pnc", "neonatal", "birth", "dose", "vitamin_a", "weighing", "length", "referral"),
    *("question", "support", "paud"),
}


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = tmp_path / "kader"
    kpm("init", "--role", "cadre", "--name", "Ibu Sari", "--village", VILLAGE, profile=folder)
    kpm("load", EXAMPLE, profile=folder)
    return folder


def due(profile: Path, *more: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(kpm("due", "--json", *more, profile=profile).stdout)
    return found


def test_every_row_has_the_names_of_the_contract_and_the_most_urgent_comes_first(profile: Path) -> None:
    rows = due(profile, "--on", "2025-10-20", "--village", VILLAGE)
    assert rows
    for row in rows:
        assert set(row) >= NAMES
        assert row["what"] in KINDS
        assert row["late_days"] >= 0
        assert row["why"]
    assert {row["what"] for row in rows} >= {"visit", "weighing", "anc"}
    assert {row["what"] for row in due(profile, "--on", "2025-08-20")} >= {"vitamin_a"}
    order = ["refer", "risk", "watch", None]
    assert [row["risk"] for row in rows] == sorted((row["risk"] for row in rows), key=order.index)


def test_it_is_read_by_people_too_in_their_language(profile: Path) -> None:
    said = kpm("due", "--on", "2025-10-20", profile=profile).stdout
    assert "Kunjungan" in said
    assert "jadi T." in said
    assert "becomes T." in kpm("due", "--on", "2025-10-20", "--lang", "en", profile=profile).stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--on", "20-08-2025"), "20-08-2025: bukan tanggal"),
        (("--on", "1899-12-31"), "1900-01-01"),
        (("--on", "9999-12-31"), "2100-12-31"),
        (("--village", "31.71.03.1001"), "31.71.03.1001"),
    ],
)
def test_a_day_or_village_that_is_none_is_named(profile: Path, words: tuple[str, ...], told: str) -> None:
    refused = kpm("due", *words, profile=profile, expect=1)
    assert told in refused.stderr
