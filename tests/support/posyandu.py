"""A posyandu with its children and mothers, weighed the month before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.store import Store
from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.domain.growth import lms, tables
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.schedules.dose_plan import dose_plan
from tests.support.profiles import VILLAGE

DAY = date(2026, 11, 19)
LAST = date(2026, 10, 15)
#: Of the children who have not got it: it is due from nine months on.
MISSING = ("MR", 1)


@dataclass(frozen=True, slots=True)
class Child:
    """ids, and what was measured the month before."""

    id: UUID
    household: UUID
    name: str
    born: date
    weight_g: int
    length_mm: int


@dataclass(frozen=True, slots=True)
class Morning:
    """A posyandu, its children by name, and those of them who lack a dose."""

    post: UUID
    children: tuple[Child, ...]
    lacking: tuple[Child, ...]


def morning(store: Store, children: int = 60, lacking: int = 10) -> Morning:
    """Saves them. Every child grows on the median of WHO; all doses are recorded but one of some."""
    post = new_id()
    made = tuple(_child(number, lacks=number < lacking) for number in range(children))
    edits = [Edit("posyandu", {"village_code": VILLAGE, "name": "Melati"}, post)]
    for number, child in enumerate(made):
        edits += _edits(post, child, lacks=number < lacking)
    save_records(store, edits, today=DAY, sure=True)
    by_name = tuple(sorted(made, key=lambda each: each.name))
    return Morning(post, by_name, tuple(each for each in by_name if each in made[:lacking]))


def _child(number: int, *, lacks: bool) -> Child:
    months = 9 + number % 3 if lacks else 12 + number % 40
    born = DAY - timedelta(days=round(months * 30.4375) + 3)
    weight, length = median("weight-for-age", born, LAST), median("length-for-age", born, LAST)
    return Child(new_id(), new_id(), f"Anak {number:02}", born, round(weight * 10) * 100, round(length * 10))


def median(key: str, born: date, on: date) -> float:
    """Of girls, in kilograms or centimetres."""
    table = {"weight-for-age": "wei", "length-for-age": "len"}[key]
    return lms.measure_at(0, tables.for_age(table).lms(True, (on - born).days))


def _edits(post: UUID, child: Child, *, lacks: bool) -> Iterator[Edit]:
    home: dict[str, Any] = {"village_code": VILLAGE, "head_name": f"Bapak {child.name}", "posyandu_id": post}
    yield Edit("household", home, child.household)
    person = {"household_id": child.household, "full_name": child.name, "sex": "female", "birth_date": child.born}
    yield Edit("person", person, child.id)
    measured = {"weight_g": child.weight_g, "was_weighed": True, "length_mm": child.length_mm}
    visit = {"person_id": child.id, "month": "2026-10", "visit_date": LAST, "place": "posyandu"}
    yield Edit("child_visit", visit | measured | {"was_length_measured": True})
    for dose in dose_plan(child.born, [], DAY, VILLAGE):
        is_lacking = lacks and (dose.vaccine, dose.dose) == MISSING
        if dose.asked <= DAY and not is_lacking:
            given = {"vaccine": dose.vaccine, "dose": dose.dose, "given_date": min(dose.asked, LAST)}
            yield Edit("immunization", {"person_id": child.id, "source": "kia_book", **given})


def months_old(child: Child) -> int:
    """Completed months on the day."""
    return completed_months(child.born, DAY)
