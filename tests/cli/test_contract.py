"""The command contract, end to end through real `kpm` processes: exit codes, JSON, and what a second laptop sees."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from kpm_desktop.cli.main import COMMANDS
from tests.support.cli import kpm

EXAMPLE = Path(__file__).parents[1] / "data" / "example_village"
VILLAGE, QUARTER = "12.75.01.1001", "2025-Q3"
PROMISED = {"device", "role", "counts", "changes", "drafts", "conflicts", "quarantine", "missing", "devices", "state"}


def status(profile: Path) -> dict[str, Any]:
    """`kpm status --json`."""
    found: dict[str, Any] = json.loads(kpm("status", "--json", profile=profile).stdout)
    return found


def checked(profile: Path) -> dict[str, str]:
    """`kpm check` as name and value."""
    lines = kpm("check", profile=profile).stdout.splitlines()
    return dict(line.split(": ", 1) for line in lines if ": " in line)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """A cadre with a village's checklists and a supervisor who took one bundle of hers."""
    home = tmp_path_factory.mktemp("pair")
    cadre, boss = home / "kader", home / "penyelia"
    kpm("init", "--role", "cadre", "--name", "Ibu Sari", "--village", VILLAGE, profile=cadre)
    kpm("init", "--role", "supervisor", "--name", "Pak Budi", "--village", "12.75", profile=boss)
    kpm("load", EXAMPLE, profile=cadre)
    kpm("export", "--to", home / "stik", profile=cadre, expect=1)
    kpm("invite", "--out", home / "undangan", "--for", "Ibu Sari", "--sheet", home / "lembar", profile=boss)
    kpm("join", home / "undangan", "--confirm-words", profile=cadre)
    kpm("export", "--to", home / "stik", profile=cadre)
    kpm("import", *(home / "stik").iterdir(), profile=boss)
    return home, cadre, boss


def test_both_sides_agree_and_say_what_was_promised(pair: tuple[Path, Path, Path]) -> None:
    _, cadre, boss = pair
    mine, theirs = status(cadre), status(boss)
    assert mine.keys() >= PROMISED
    assert mine["state"] == theirs["state"] == checked(cadre)["state"]
    assert (mine["role"], theirs["role"]) == ("cadre", "supervisor")
    assert mine["changes"] == {"total": 52, "unsent": 0, "undelivered": 52}
    assert [device["name"] for device in theirs["devices"]] == ["Ibu Sari"]


def test_a_receipt_says_what_arrived(pair: tuple[Path, Path, Path]) -> None:
    home, cadre, boss = pair
    for name, device in (("tanda", status(cadre)["device"]), ("terima", " ".join(status(cadre)["words"]))):
        kpm("receipt", "--for", device, "--to", home / name, profile=boss)
    kpm("import", *(home / "tanda").iterdir(), profile=cadre)
    assert status(cadre)["changes"]["undelivered"] == 0
    kpm("receipt", "--for", "00000000", "--to", home / "tanda", profile=boss, expect=1)


def test_a_laptop_thrown_away_is_whole_again_from_a_receipt(pair: tuple[Path, Path, Path], tmp_path: Path) -> None:
    home, _, boss = pair
    new = tmp_path / "baru"
    kpm("init", "--role", "cadre", "--name", "Ibu Sari", "--village", VILLAGE, profile=new)
    kpm("join", home / "undangan", profile=new)  # used already: the eight words decide
    kpm("export", "--to", tmp_path / "stik", profile=new)
    kpm("import", *(tmp_path / "stik").iterdir(), profile=boss)
    device = status(new)["device"]
    waiting = json.loads(kpm("device", "list", "--json", profile=boss).stdout)
    assert [d["standing"] for d in waiting if d["device"] == device] == ["waiting"]
    kpm("device", "accept", device, profile=boss)
    kpm("receipt", "--for", device, "--to", tmp_path / "tanda", profile=boss)
    kpm("import", *(tmp_path / "tanda").iterdir(), profile=new)
    assert checked(new)["state"] == checked(boss)["state"]
    assert status(new)["counts"]["child_visit"] == 27


def test_a_scorecard_is_the_same_on_both_sides_and_in_a_file(pair: tuple[Path, Path, Path], tmp_path: Path) -> None:
    _, cadre, boss = pair
    words = ("scorecard", "--village", VILLAGE, "--quarter", QUARTER, "--format", "json")
    printed = kpm(*words, profile=cadre).stdout
    kpm(*words, "--out", tmp_path / "rapor.json", profile=boss)
    assert json.loads(printed) == json.loads((tmp_path / "rapor.json").read_text())
    english = json.loads(kpm(*words, "--lang", "en", profile=cadre).stdout)
    assert english["people"][0]["reasons"] != json.loads(printed)["people"][0]["reasons"]
    kpm("scorecard", "--village", "99.01.01.1001", "--quarter", QUARTER, profile=cadre, expect=1)


def test_join_is_refused_when_the_profile_lies_outside(pair: tuple[Path, Path, Path], tmp_path: Path) -> None:
    _, _, boss = pair
    kpm("invite", "--out", tmp_path / "u", "--village", "12.75.01.1002", profile=boss)
    kpm("init", "--role", "cadre", "--name", "Lain", "--village", VILLAGE, profile=tmp_path / "lain")
    said = kpm("join", tmp_path / "u", profile=tmp_path / "lain", expect=1).stderr
    assert VILLAGE in said and "12.75.01.1002" in said


@pytest.mark.parametrize("words", [(), ("tidak-ada",), ("load",), ("init", "--role", "raja"), ("export",)])
def test_wrong_words_are_usage(words: tuple[str, ...], tmp_path: Path) -> None:
    kpm(*words, profile=tmp_path / "x" if words else None, expect=2)


def test_every_command_of_the_contract_is_there() -> None:
    promised = """init load dump invite join export import receipt open status device missing conflict quarantine
        scorecard growth check rebuild backup restore comment assign"""
    assert set(COMMANDS) >= set(promised.split())


def test_a_question_is_asked_answered_and_closed_and_a_household_given(
    pair: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    _, cadre, boss = pair

    def carry() -> None:
        kpm("export", "--to", tmp_path / "stik", profile=cadre)
        kpm("import", *(tmp_path / "stik").iterdir(), profile=boss)
        kpm("receipt", "--for", status(cadre)["device"], "--to", tmp_path / "tanda", profile=boss)
        kpm("import", *(tmp_path / "tanda").iterdir(), profile=cadre)

    def threads(profile: Path) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(kpm("comment", "list", "--json", profile=profile).stdout)
        return found

    kpm("dump", tmp_path / "isi", profile=boss)
    with (tmp_path / "isi" / "household.csv").open(encoding="utf-8") as rows:
        home = next(csv.DictReader(rows))
    kpm("comment", "ask", "household", home["id"], "tidak_ada", "?", profile=boss, expect=1)
    kpm("comment", "ask", "household", home["id"], "head_name", "Nama lengkapnya?", profile=boss)
    kpm("assign", "give", home["id"], "--to", "ibu sari", profile=boss)
    kpm("assign", "give", home["id"], "--to", "Siapa", profile=boss, expect=1)
    carry()
    (asked,) = threads(cadre)
    assert (asked["progress"], asked["field"], asked["value"]) == ("open", "head_name", home["head_name"])
    assert "Nama lengkapnya?" in kpm("comment", "list", profile=cadre).stdout
    kpm("comment", "answer", asked["id"], " ", profile=cadre, expect=1)
    kpm("comment", "answer", asked["id"], "Sudah lengkap.", profile=cadre)
    carry()
    (answered,) = threads(boss)
    assert [said["text"] for said in answered["answers"]] == ["Sudah lengkap."]
    assert answered["progress"] == "answered"
    kpm("comment", "close", asked["id"], profile=boss)
    carry()
    assert [thread["progress"] for thread in threads(cadre)] == ["closed"]
    tasks = json.loads(kpm("assign", "list", "--json", profile=cadre).stdout)
    assert [(task["household"], task["cadre"]) for task in tasks] == [(home["id"], "Ibu Sari")]
    kpm("assign", "end", tasks[0]["id"], profile=boss)
    kpm("assign", "end", tasks[0]["id"], profile=boss, expect=1)
    assert json.loads(kpm("assign", "list", "--json", profile=boss).stdout) == []
    assert status(boss)["state"] == checked(boss)["state"]
