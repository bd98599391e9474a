"""What the fault tests break: made-up villages of any size, and the profiles they are loaded into."""

import csv
import random
import shutil
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID, uuid5

from tests.support.cli import kpm_here

VILLAGE = "12.75.01.1001"
OTHER_VILLAGE = "12.75.01.1002"
#: Every person's name holds this, and every NIK begins with it: neither may ever be said in a message.
SECRET_NAME = "Zubaedah"
SECRET_NIK = "12750141"

Row = dict[str, str]

_PLACE = UUID("0c3f5b1e-7f0a-5d38-9a51-6c1e5b0d2f77")  # any; the same rows get the same ids in every profile


def fixed_id(ref: str) -> str:
    """The id a row of this name has in every test, so that loading it anywhere gives the same state hash."""
    return str(uuid5(_PLACE, ref))


def write_table(folder: Path, kind: str, rows: Iterable[Row]) -> Path:
    """Writes one file of an interchange folder; its header is what the first row has."""
    folder.mkdir(exist_ok=True)
    file = folder / f"{kind}.csv"
    table = list(rows)
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(table[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    return file


def read_table(file: Path) -> list[Row]:
    """The rows of a file."""
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def household(number: int) -> Row:
    """A row of household.csv."""
    ref = f"rt-{number}"
    return {"id": fixed_id(ref), "ref": ref, "village_code": VILLAGE, "head_name": f"Pak {SECRET_NAME} {number}"}


def child(number: int) -> Row:
    """A row of person.csv: a child born in 2024."""
    ref = f"anak-{number}"
    return {
        "id": fixed_id(ref),
        "ref": ref,
        "household_id": f"rt-{number}",
        "full_name": f"{SECRET_NAME} {number}",
        "sex": "female",
        "birth_date": f"2024-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        "nik": f"{SECRET_NIK}{number % 12 + 1:02d}24{number % 10000:04d}",
    }


def visit(number: int, month: str = "2025-01", weight_g: int = 8000) -> Row:
    """A row of child_visit.csv."""
    return {
        "person_id": f"anak-{number}",
        "month": month,
        "visit_date": f"{month}-15",
        "was_weighed": "1",
        "weight_g": str(weight_g),
        "home_visits": "1",
    }


def write_village(folder: Path, numbers: range, months: Iterable[str] = ("2025-01",), seed: int = 1) -> Path:
    """An interchange folder of households with a child each, seen in each of the months."""
    chance = random.Random(seed)
    write_table(folder, "household", map(household, numbers))
    write_table(folder, "person", map(child, numbers))
    rows = [visit(number, month, chance.randrange(5000, 12000)) for month in months for number in numbers]
    write_table(folder, "child_visit", rows)
    return folder


def new_cadre(profile: Path, village: str = VILLAGE) -> Path:
    """An empty profile of a cadre."""
    kpm_here("init", "--role", "cadre", "--name", "Ibu Kader", "--village", village, profile=profile)
    return profile


def new_supervisor(profile: Path, region: str = "12.75") -> Path:
    """An empty profile of a supervisor."""
    kpm_here("init", "--role", "supervisor", "--name", "Pak Camat", "--village", region, profile=profile)
    return profile


def acquaint(cadre: Path, supervisor: Path, place: Path, village: str = VILLAGE) -> Path:
    """The supervisor invites, the cadre joins; gives the invitation."""
    file = place / f"undangan-{cadre.name}.json"
    kpm_here("invite", "--out", file, "--village", village, "--sheet", place / "lembar.txt", profile=supervisor)
    kpm_here("join", file, "--confirm-words", profile=cadre)
    return file


def export(profile: Path, stick: Path) -> Path:
    """Exports and gives the one bundle that came of it."""
    before = set(stick.glob("*")) if stick.exists() else set()
    kpm_here("export", "--to", stick, profile=profile)
    (bundle,) = set(stick.iterdir()) - before
    return bundle


def copied(profile: Path, target: Path) -> Path:
    """A copy of a closed profile."""
    return Path(shutil.copytree(profile, target))


def leftovers(folder: Path) -> list[str]:
    """Half-written files anywhere below a folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.part*"))
