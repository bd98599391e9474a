"""Until there are windows, `make run` is this: the main job, from a cadre's checklists to the supervisor's scorecard.

Runs the commands of `kpm` one after the other on the practice village and leaves bundle, receipt, scorecard and a
short account (in Indonesian) in `demo-output/`. Ends with 1 when anything is not as it should be.
"""

import argparse
import contextlib
import io
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kpm_desktop import paths
from kpm_desktop.cli import main as kpm_main
from kpm_desktop.domain.region_list import region_names
from kpm_desktop.domain.wording import Wording

ROOT = Path(__file__).resolve().parent.parent
MARKER = ".kpm-demo"
PASSWORD = "kata-sandi-latihan"  # noqa: S105 - of profiles that are thrown away, and printed
DISTRICT, VILLAGE, QUARTER = "12.75.01", "12.75.01.1001", "2025-Q3"
CADRE, SUPERVISOR = "Ibu Kader", "Pak Penyelia"
SHOWN_PERSON = "hamil-B"

GROUPS = {"pregnant": "Ibu hamil dan nifas", "children": "Anak 0–23 bulan", "age_2_6": "Anak 2–6 tahun"}

WORDING = Wording("id")


class Failed(Exception):
    """A step did not end as it should; the text says which and why."""


class Account:
    """What is told while it happens and kept as `laporan.txt`."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._steps = 0

    def say(self, *lines: str) -> None:
        """Prints lines and keeps them; none is an empty one."""
        for line in lines or ("",):
            print(line, flush=True)
            self._lines.append(line)

    def step(self, text: str) -> None:
        """A numbered line."""
        self._steps += 1
        self.say(f"{self._steps:2}. {text}")

    def text(self) -> str:
        """All of it."""
        return "\n".join(self._lines) + "\n"


def kpm(*words: object) -> str:
    """Runs one command as `kpm` does and gives its standard output. Raises Failed on any exit code but 0."""
    out, err = io.StringIO(), io.StringIO()
    command = [str(word) for word in words]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = kpm_main([*command, "--lang", "id"])
    if code:
        raise Failed(f"kpm {' '.join(command)}: {code}\n{err.getvalue() or out.getvalue()}".rstrip())
    return out.getvalue()


def same(what: str, one: object, other: object) -> None:
    """Raises Failed when cadre and supervisor do not agree."""
    if one != other:
        raise Failed(f"{what}: kader dan penyelia tidak sama")


def run(out: Path, account: Account) -> None:
    """The main job; leaves its files in `out`."""
    with tempfile.TemporaryDirectory(prefix="profil-", dir=out) as place:
        cadre, supervisor = Path(place, "kader"), Path(place, "penyelia")
        _meet(Path(place), cadre, supervisor, account)
        _record(cadre, account)
        _carry(cadre, supervisor, out, account)
        scorecard = _agree(cadre, supervisor, out, account)
    _tell(scorecard, account)


def _meet(place: Path, cadre: Path, supervisor: Path, account: Account) -> None:
    kpm("init", "--profile", cadre, "--role", "cadre", "--name", CADRE, "--village", VILLAGE)
    kpm("init", "--profile", supervisor, "--role", "supervisor", "--name", SUPERVISOR, "--village", DISTRICT)
    account.step(f"kpm init: profil kader ({CADRE}, {VILLAGE}) dan penyelia ({SUPERVISOR}, {DISTRICT}) dibuat.")
    invitation, sheet = place / "undangan", place / "lembar.txt"
    who = ("--village", VILLAGE, "--for", CADRE)
    words = kpm("invite", "--profile", supervisor, "--out", invitation, *who, "--sheet", sheet).splitlines()[-1]
    if words not in kpm("join", invitation, "--profile", cadre, "--confirm-words"):
        raise Failed("kpm join: enam kata kader dan penyelia tidak sama")
    account.step("kpm invite, kpm join: penyelia mengundang, kader menerima, dan keduanya mencocokkan enam kata.")
    account.say(f"    {words}")


def _record(cadre: Path, account: Account) -> None:
    kpm("load", paths.resources() / "practice" / "example_village", "--profile", cadre)
    counts = _status(cadre)["counts"]
    account.step(
        f"kpm load: isian desa contoh dimuat: {counts['household']} rumah tangga, {counts['pregnancy']} kehamilan, "
        f"{counts['pregnancy_visit']} baris Formulir 2A, {counts['child_visit']} baris Formulir 2B."
    )


def _carry(cadre: Path, supervisor: Path, out: Path, account: Account) -> None:
    kpm("export", "--profile", cadre, "--to", out / "bundel")
    waits = _status(cadre)["changes"]["undelivered"]
    account.step(
        f"kpm export: {_names(out / 'bundel')} ditandatangani dan disandikan; {waits} perubahan menunggu tanda terima."
    )
    kpm("import", *_bundles(out / "bundel"), "--profile", supervisor)
    account.step("kpm import: penyelia mengambil kiriman itu dan menerima laptop kader.")
    device = _status(cadre)["device"]
    kpm("receipt", "--profile", supervisor, "--for", device, "--to", out / "tanda-terima")
    kpm("import", *_bundles(out / "tanda-terima"), "--profile", cadre)
    account.step(f"kpm receipt, kpm import: tanda terima {_names(out / 'tanda-terima')} sampai di laptop kader.")
    changes = _status(cadre)["changes"]
    if changes["unsent"] or changes["undelivered"]:
        raise Failed(f"kpm status: masih ada yang belum diterima penyelia ({changes})")
    account.step(f"kpm status: {changes['total']} perubahan, semuanya sudah diterima penyelia.")


def _agree(cadre: Path, supervisor: Path, out: Path, account: Account) -> dict[str, Any]:
    """Both scorecards and both accounts of `kpm check`, which must be equal; gives the supervisor's scorecard."""
    asked = ("--village", VILLAGE, "--quarter", QUARTER, "--format", "json")
    kpm("scorecard", "--profile", supervisor, *asked, "--out", out / "rapor.json")
    scorecard: dict[str, Any] = json.loads((out / "rapor.json").read_text(encoding="utf-8"))
    same("kpm scorecard", json.loads(kpm("scorecard", "--profile", cadre, *asked)), scorecard)
    account.step(f"kpm scorecard: rapor {QUARTER} di laptop kader dan penyelia sama, isian demi isian.")
    checked = kpm("check", "--profile", supervisor)
    same("kpm check", kpm("check", "--profile", cadre), checked)
    state = checked.splitlines()[0].removeprefix("state: ")
    account.step(f"kpm check: kedua profil utuh, sidik keadaan sama ({state[:16]}…).")
    return scorecard


def _status(profile: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(kpm("status", "--profile", profile, "--json"))
    return found


def _bundles(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.kpmsync"))


def _names(folder: Path) -> str:
    return ", ".join(path.name for path in _bundles(folder))


def _tell(scorecard: dict[str, Any], account: Account) -> None:
    """The village's totals and one person's cells with their reasons."""
    place = region_names().get(VILLAGE, VILLAGE)
    account.say("", f"RAPOR DESA {place} ({VILLAGE}), triwulan {QUARTER}, aturan {scorecard['ruleset']}", "")
    account.say(*_targets(scorecard["targets"], scorecard["growth_mat"]), "")
    account.say(*_table(scorecard["indicators"]), "")
    account.say(*(_row(f"Konvergensi {_group(row['group'])}", row) for row in scorecard["convergence"]), "")
    (person,) = (person for person in scorecard["people"] if person["ref"] == SHOWN_PERSON)
    account.say(f"ISIAN {person['name']}: menerima {person['received']} dari {person['should']} layanan", "")
    account.say(*_cells(person))


def _targets(targets: dict[str, int], mat: dict[str, int]) -> Iterator[str]:
    ill = targets["children_malnourished"]
    yield f"Rumah tangga {targets['households']}"
    yield f"Ibu hamil dan nifas {targets['pregnant']}, di antaranya KEK atau risti {targets['pregnant_at_risk']}"
    yield f"Anak 0–23 bulan {targets['children']}, di antaranya gizi kurang, gizi buruk atau stunting {ill}"
    yield f"Tikar pertumbuhan: hijau {mat['green']}, kuning {mat['yellow']}, merah {mat['red']}"


def _table(indicators: list[dict[str, Any]]) -> Iterator[str]:
    yield f"{'Layanan':<44}{'menerima':>9}{'seharusnya':>12}{'persen':>9}"
    group = ""
    for indicator in indicators:
        if indicator["group"] != group:
            group = indicator["group"]
            yield _group(group)
        yield _row(f"  {indicator['number']:>2} {_label(indicator['code'])}", indicator)


def _row(name: str, share: dict[str, Any]) -> str:
    percent = "–" if share["percent"] is None else f"{share['percent']:.2f}".replace(".", ",")
    return f"{name:<44}{share['received']:>9}{share['should']:>12}{percent:>9}"


def _cells(person: dict[str, Any]) -> Iterator[str]:
    for code, value in person["cells"].items():
        yield f"  {value:<3}{_label(code):<22}{person['reasons'][code]}"
    yield ""
    yield "  Y diterima, T belum diterima, TS tidak sesuai (tidak dihitung)"


def _group(code: str) -> str:
    return GROUPS.get(code, code)


def _label(code: str) -> str:
    return "PAUD" if code == "paud" else WORDING.phrase(f"scorecard.what.{code}")


def prepare(out: Path) -> None:
    """An empty folder for the output. Takes away an earlier one only when it carries our marker."""
    if out.is_symlink() or (out.exists() and not (out / MARKER).is_file()):
        raise Failed(f"{out}: sudah ada dan bukan hasil latihan ini. Pindahkan dulu; tidak ada yang dihapus.")
    if out.exists():
        shutil.rmtree(out)
    out.mkdir()
    (out / MARKER).write_text("scripts/demo.py makes this folder anew each time.\n", encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs everything; 0 when it all went well."""
    parser = argparse.ArgumentParser(description="The main job on the practice village.")
    parser.add_argument("--out", type=Path, default=ROOT / "demo-output", metavar="DIR")
    out: Path = parser.parse_args(argv).out.absolute()
    os.environ["KPM_PASSWORD"] = PASSWORD
    account = Account()
    account.say("KPM Desktop: belum ada jendela. Latihan ini menjalankan pekerjaan utama dari baris perintah.")
    account.say(f"Desa contoh, orangnya karangan. Kata sandi kedua profil latihan: {PASSWORD}", "")
    try:
        prepare(out)
        run(out, account)
    except (Failed, OSError) as failure:
        print(f"\nLatihan ini tidak selesai.\n{failure}", file=sys.stderr)
        return 1
    account.say("", f"Hasilnya ada di {out.name}/: bundel/, tanda-terima/, rapor.json, laporan.txt")
    (out / "laporan.txt").write_text(account.text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
