"""The household of the drawings: a mother in her seventh month, a child of ten months, visited in October."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.store import Store
from kpm_desktop.domain.records.identity import new_id
from tests.support.profiles import VILLAGE

TODAY = date(2026, 11, 19)
MONTH = "2026-11"


@dataclass(frozen=True, slots=True)
class Family:
    """Ids of what was made."""

    household: UUID
    mother: UUID
    pregnancy: UUID
    child: UUID


def family(store: Store, name: str = "Siti Rahmah", child: str = "Ahmad Fauzi", hamlet: str = "Mawar") -> Family:
    """Saves the household with its October checklists."""
    made = Family(new_id(), new_id(), new_id(), new_id())
    home = {"village_code": VILLAGE, "head_name": "Pak Rahmat", "hamlet": hamlet, "rt": "02", "rw": "01"}
    mother = {"household_id": made.household, "full_name": name, "sex": "female", "birth_date": date(1998, 4, 3)}
    baby = {
        "household_id": made.household,
        "full_name": child,
        "sex": "male",
        "birth_date": date(2026, 1, 2),
        "mother_id": made.mother,
        "kia_number": "0002-2026",
    }
    carried = {"person_id": made.mother, "outcome": "ongoing", "expected_delivery_date": date(2027, 2, 5)}
    visit = {"month": "2026-10", "visit_date": date(2026, 10, 14), "place": "home", "has_safe_water": True}
    of_child = {"was_weighed": True, "weight_g": 8100, "was_length_measured": True, "length_mm": 701}
    save_records(
        store,
        [
            Edit("household", home, made.household),
            Edit("person", mother, made.mother),
            Edit("person", baby, made.child),
            Edit("pregnancy", carried, made.pregnancy),
            Edit("pregnancy_visit", {"pregnancy_id": made.pregnancy, **visit, "has_latrine": False}),
            Edit("child_visit", {"person_id": made.child, **visit, **of_child, "has_birth_certificate": False}),
        ],
        today=TODAY,
        sure=True,
    )
    return made
