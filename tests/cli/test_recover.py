"""A programme recovered with `kpm`: three cadres, the supervisor's folder gone, her sheet and old bundles left."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from kpm_desktop.sync.sheet import rows_in
from tests.support.cli import PASSWORD, account, kpm, kpm_here, said, state

EXAMPLE = Path(__file__).parents[1] / "data" / "example_village"
VILLAGE, QUARTER = "12.75.01.1001", "2025-Q3"
CADRES = ("sari", "wati", "desi")
SHEET = "lembar.txt"


def devices(profile: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(kpm_here("device", "list", "--json", profile=profile).stdout)
    return found


def own_key(profile: Path) -> str:
    return str(json.loads(kpm_here("status", "--json", profile=profile).stdout)["device"])


def exchange(home: Path, above: str, *below: str) -> None:
    """Everybody's bundles up, a receipt for each down."""
    for name in below:
        stick = home / f"naik-{name}"
        kpm_here("export", "--to", stick, profile=home / name)
        kpm_here("import", *newest(stick), profile=home / above, expect=None)  # some are for another supervisor
        answer(home, above, name)


def answer(home: Path, above: str, name: str) -> None:
    down = home / f"turun-{name}"
    kpm_here("receipt", "--for", own_key(home / name), "--to", down, profile=home / above)
    kpm_here("import", *newest(down), profile=home / name)


def newest(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.kpmsync"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A programme that was at work, and whose supervisor's laptop is no more."""
    home = tmp_path_factory.mktemp("program")
    kpm_here("init", "--role", "supervisor", "--name", "Bu Rina", "--village", "12.75", profile=home / "penyelia")
    for name in CADRES:
        kpm_here("init", "--role", "cadre", "--name", f"Ibu {name}", "--village", VILLAGE, profile=home / name)
        words = ("--sheet", home / SHEET) if name == CADRES[0] else ()
        kpm_here("invite", "--out", home / f"undangan-{name}", "--for", name, *words, profile=home / "penyelia")
        kpm_here("join", home / f"undangan-{name}", "--confirm-words", profile=home / name)
    kpm_here("load", EXAMPLE, profile=home / "sari")
    exchange(home, "penyelia", *CADRES)
    exchange(home, "penyelia", *CADRES)
    shutil.rmtree(home / "penyelia")
    kpm_here("init", "--role", "supervisor", "--name", "Pak Baru", "--village", "12.75", profile=home / "baru")
    kpm_here("export", "--all", "--to", home / "laci", profile=home / "desi")
    return home


def test_the_whole_programme_comes_back(home: Path) -> None:
    done = kpm("recover", "--sheet", home / SHEET, profile=home / "baru", env={"KPM_PASSWORD": PASSWORD})
    sheet = (home / SHEET).read_text()
    words = json.loads(kpm_here("status", "--json", profile=home / "sari").stdout)
    assert "12.75" in done.stdout
    assert (
        next(line.strip() for line in sheet.splitlines() if len(line.split()) == 8 and line.startswith("  "))
        in done.stdout
    )
    assert not any(row in said(done) for row in rows_in(sheet).values())

    drawer = newest(home / "laci")
    kpm_here("import", *drawer, profile=home / "baru", expect=1)
    kpm_here("import", *drawer, "--recovery-file", home / SHEET, profile=home / "baru")
    assert {each["name"] for each in devices(home / "baru") if each["standing"] == "let_in"} == {"desi"}
    assert {each["standing"] for each in devices(home / "baru") if each["name"] in ("sari", "Bu Rina")} == {"elsewhere"}

    for name in CADRES:
        answer(home, "baru", name)
        assert "Pak Baru" in kpm_here("status", profile=home / name).stdout
    exchange(home, "baru", *CADRES)
    exchange(home, "baru", *CADRES)
    assert words["words_confirmed"]
    assert {state(home / name) for name in CADRES} == {state(home / "baru")}
    scorecard = ("scorecard", "--village", VILLAGE, "--quarter", QUARTER)
    assert kpm_here(*scorecard, profile=home / "baru").stdout == kpm_here(*scorecard, profile=home / "sari").stdout
    assert account(home / "baru")["child_visit"] == "27"
    listed = {each["name"]: each for each in devices(home / "baru")}
    assert all(listed[name]["last_bundle"] and listed[name]["last_delivery"] for name in CADRES)

    (burned,) = (each["device"] for each in devices(home / "baru") if each["name"] == "Bu Rina")
    kpm_here("device", "revoke", burned, profile=home / "baru", expect=1)
    kpm_here("device", "revoke", burned, "--sheet", home / SHEET, profile=home / "baru")
    exchange(home, "baru", *CADRES)
    for name in CADRES:
        standing = {each["name"]: each["standing"] for each in devices(home / name)}
        assert (standing["Pak Baru"], standing["Bu Rina"]) == ("upstream", "revoked")
    assert {state(home / name) for name in CADRES} == {state(home / "baru")}


def test_a_sheet_that_was_copied_wrongly_is_told_of_by_its_row(home: Path, tmp_path: Path) -> None:
    kpm_here("init", "--role", "supervisor", "--name", "Lain", "--village", "12.75", profile=tmp_path / "lain")
    text = (home / SHEET).read_text()
    row = rows_in(text)["A3"]
    wrong = row.replace(row[0], "Z" if row[0] != "Z" else "Y", 1)
    (tmp_path / "salah").write_text(text.replace(row, wrong))
    told = kpm_here("recover", "--sheet", tmp_path / "salah", profile=tmp_path / "lain", expect=1).stderr
    assert "A3" in told and "A2" not in told and wrong not in told
    kpm_here("recover", profile=tmp_path / "lain", expect=1)
    (tmp_path / "lembar.pdf").write_bytes(b"%PDF-1.4\n\xff\xfe")
    assert (
        "lembar.pdf"
        in kpm_here("recover", "--sheet", tmp_path / "lembar.pdf", profile=tmp_path / "lain", expect=1).stderr
    )
    assert json.loads(kpm_here("device", "list", "--json", profile=tmp_path / "lain").stdout) == []


def test_a_sheet_to_print(tmp_path: Path) -> None:
    kpm_here("init", "--role", "supervisor", "--name", "Bu Rina", "--village", "12.75", profile=tmp_path / "p")
    kpm(
        "invite",
        "--out",
        tmp_path / "u",
        "--sheet",
        tmp_path / "lembar.pdf",
        profile=tmp_path / "p",
        env={"QT_QPA_PLATFORM": None},
    )
    data = (tmp_path / "lembar.pdf").read_bytes()
    assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    assert data.count(b"/Type /Page\n") == 1
