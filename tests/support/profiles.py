"""Profiles for tests that work in-process: open stores, folders of rows, what is stored."""

import csv
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.tables.load_folder import LoadAccount, load_folder
from kpm_desktop.db.journal import heads
from kpm_desktop.db.store import Store
from kpm_desktop.domain.wording import Wording

VILLAGE = "12.75.01.1001"
PASSWORD = "kata-sandi-uji"
NOW = datetime(2025, 10, 1, 3, 0, tzinfo=UTC)

Rows = Sequence[dict[str, Any]]


def cadre(folder: Path, name: str = "kader", village: str = VILLAGE) -> Store:
    """A new cadre's profile in a folder."""
    return init_profile(folder / name, role="cadre", name=name, villages=[village], password=PASSWORD).store


def write_rows(folder: Path, **tables: Rows) -> Path:
    """An interchange folder with one file per keyword; a table's columns are all keys of its rows."""
    folder.mkdir(exist_ok=True)
    for kind, rows in tables.items():
        columns = list(dict.fromkeys(name for row in rows for name in row))
        with (folder / f"{kind}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
    return folder


def load(store: Store, folder: Path, **options: Any) -> LoadAccount:
    """Loads at a fixed instant."""
    return load_folder(store, folder, clock=lambda: NOW, **options)


def problems(account: LoadAccount) -> list[tuple[str, int, str, str]]:
    """(file, line, field, reason code) of every problem."""
    return [(p.file, p.line, p.field, p.why.code) for p in account.problems]


def spoken(account: LoadAccount, language: str = "id") -> list[str]:
    """Every problem as a person reads it."""
    return [Wording(language).say(problem.spoken()) for problem in account.problems]


def state(store: Store) -> str:
    """The state hash."""
    with store.reading() as tx:
        return heads.state_hash(tx)


def changes(store: Store) -> int:
    """How many changes are held."""
    with store.reading() as tx:
        return heads.count_changes(tx)


HOUSE = {"ref": "h", "village_code": VILLAGE, "head_name": "Kepala"}
MOTHER = {"ref": "ibu", "household_id": "h", "full_name": "Ibu", "sex": "female", "birth_date": "1996-04-11"}
CHILD = {"ref": "anak", "household_id": "h", "full_name": "Anak", "sex": "male", "birth_date": "2024-11-02"}
PREGNANCY = {"ref": "hamil", "person_id": "ibu", "outcome": "ongoing", "expected_delivery_date": "2025-12-28"}
MONTH = {"person_id": "anak", "month": "2025-07", "visit_date": "2025-07-10", "weight_g": 8100}


def everything() -> dict[str, list[dict[str, Any]]]:
    """One row of every kind of the dictionary, with every form of field filled somewhere."""
    return {
        "posyandu": [{"ref": "melati", "village_code": VILLAGE, "name": "Posyandu Melati", "hamlet": "Lingkungan I"}],
        "household": [
            HOUSE | {"posyandu_id": "melati", "family_card_no": "1275010101010001", "is_vulnerable": 1},
            {"ref": "h2", "village_code": VILLAGE, "head_name": 'Kepala, "dua"\nbaris', "moved_from_id": "h"},
        ],
        "person": [
            CHILD | {"mother_id": "ibu", "nik_kind": "none", "birth_weight_g": 3100, "note": "catatan; titik koma"},
            MOTHER
            | {"nik": "1275015104960001", "nik_kind": "permanent", "status": "moved_out", "status_date": "2025-09-01"},
        ],
        "pregnancy": [PREGNANCY | {"risk_reasons": "twins;anaemia", "gravida": 2, "parity": 1}],
        "pregnancy_visit": [
            {
                "pregnancy_id": "hamil",
                "month": "2025-07",
                "visit_date": "2025-07-10",
                "is_kek": 0,
                "anc_visits": 1,
                "systolic_mmhg": 120,
                "diastolic_mmhg": 80,
                "danger_signs": "swelling;bleeding",
            }
        ],
        "child_visit": [MONTH, MONTH | {"month": "2025-08", "visit_date": "2025-09-02", "illnesses": "cough"}],
        "immunization": [{"person_id": "anak", "vaccine": "OPV", "dose": 1, "given_date": "2024-12-20"}],
        "paud_attendance": [{"person_id": "anak", "month": "2025-07", "attendance": "not_yet"}],
        "facility": [
            {"village_code": VILLAGE, "year": 2025, "name": "Posyandu Melati", "kind": "posyandu", "svc_anc": 1}
        ],
        "village_budget": [{"village_code": VILLAGE, "year": 2025, "development_total_rp": 900000000}],
        "village_profile": [{"village_code": VILLAGE, "year": 2025, "head_name": "Pak Lurah"}],
        "education_session": [
            {
                "ref": "kelas",
                "village_code": VILLAGE,
                "session_date": "2025-07-11",
                "topic": "nutrition",
                "person_ids": "ibu;anak",
            }
        ],
        "sponsorship": [
            {
                "ref": "asuh",
                "person_id": "anak",
                "sponsor_name": "Koperasi",
                "start_date": "2025-01-01",
                "support": "food",
            }
        ],
        "sponsorship_delivery": [
            {
                "ref": "antar",
                "sponsorship_id": "asuh",
                "delivery_date": "2025-02-01",
                "support": "food",
                "amount_rp": 500000,
            }
        ],
        "obstacle": [
            {
                "ref": "kendala",
                "village_code": VILLAGE,
                "reported_date": "2025-07-01",
                "category": "access",
                "description": "Jembatan putus",
                "progress": "open",
            }
        ],
        "referral": [
            {
                "ref": "rujuk",
                "person_id": "anak",
                "referral_date": "2025-07-10",
                "reason": "not_gaining",
                "progress": "open",
            }
        ],
        "cadre": [{"ref": "sari", "full_name": "Sari", "role": "kpm", "village_code": VILLAGE}],
        "assignment": [{"ref": "tugas", "household_id": "h", "cadre_id": "sari", "from_date": "2025-01-01"}],
        "convergence_action": [{"region_code": VILLAGE, "year": 2025, "action": 3, "progress": "open"}],
        "training": [
            {
                "ref": "bina",
                "region_code": VILLAGE,
                "training_date": "2025-03-01",
                "title": "Antropometri",
                "cadre_ids": "sari",
            }
        ],
        "flag_answer": [{"about_kind": "person", "about_id": "anak", "rule": "nik", "answer": "confirmed"}],
        "comment": [
            {"ref": "c1", "about_kind": "household", "about_id": "h", "text": "Cek RT", "progress": "open"},
            {
                "ref": "c2",
                "about_kind": "comment",
                "about_id": "c1",
                "text": "Sudah",
                "reply_to_id": "c1",
                "progress": "closed",
            },
        ],
    }
