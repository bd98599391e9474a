"""Children whose growth is drawn: one that thrives, one that does not, one with measures that cannot be right."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.store import Store
from kpm_desktop.domain.records.identity import new_id
from tests.support.profiles import VILLAGE

TODAY = date(2026, 11, 19)
#: The girl of the drawing, born 4 August 2025: month, day, grams. No visit in July 2026, a slip in that of 14 July.
WORRYING = (
    ("2025-09", 12, 4100),
    ("2025-10", 14, 5000),
    ("2025-11", 12, 5700),
    ("2025-12", 14, 6200),
    ("2026-01", 13, 6600),
    ("2026-02", 12, 6900),
    ("2026-03", 12, 7200),
    ("2026-04", 14, 7500),
    ("2026-05", 13, 7700),
    ("2026-06", 13, 7900),
    ("2026-07", 14, 12900),
    ("2026-08", 13, 8300),
    ("2026-09", 12, 8600),
    ("2026-10", 13, 8500),
    ("2026-11", 14, 8300),
)
THRIVING = tuple((month, day, 8300 + 300 * at) for at, (month, day, _) in enumerate(WORRYING[11:]))


def child(
    store: Store,
    weights: tuple[tuple[str, int, int], ...] = WORRYING,
    *,
    name: str = "Alya Putri",
    born: date = date(2025, 8, 4),
    more: Mapping[str, Any] = {},
    lengths: Mapping[str, int] = {"2026-08": 710, "2026-11": 730},
) -> UUID:
    """Saves a girl in a household of her own with a visit each month; gives her id."""
    home, mother, made, posyandu = new_id(), new_id(), new_id(), new_id()
    edits = [
        Edit("posyandu", {"village_code": VILLAGE, "name": "Kenanga"}, posyandu),
        Edit("household", {"village_code": VILLAGE, "head_name": "Hamdani", "posyandu_id": posyandu}, home),
        Edit(
            "person",
            {"household_id": home, "full_name": "Latifah", "sex": "female", "birth_date": date(1998, 4, 3)},
            mother,
        ),
        Edit(
            "person",
            {
                "household_id": home,
                "full_name": name,
                "sex": "female",
                "birth_date": born,
                "mother_id": mother,
                "birth_weight_g": 3050,
                "birth_length_mm": 490,
                **more,
            },
            made,
        ),
    ]
    for month, day, grams in weights:
        visit: dict[str, Any] = {
            "person_id": made,
            "month": month,
            "visit_date": date(int(month[:4]), int(month[5:]), day),
            "place": "posyandu",
            "was_weighed": True,
            "weight_g": grams,
        }
        if month in lengths:
            visit |= {"was_length_measured": True, "length_mm": lengths[month], "measure_position": "lying"}
        edits.append(Edit("child_visit", visit))
    save_records(store, edits, today=TODAY, sure=True)
    return made
