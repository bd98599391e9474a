"""Everybody of the register stands in the list of targets or among the others, whatever is missing or went wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.commands.households.person_history import person_history
from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.households.target_rows import TargetList, TargetRow
from kpm_desktop.commands.records.enter_in_error import enter_in_error
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.review.confirm_finding import Doubt, confirm_findings, confirm_listed
from kpm_desktop.commands.review.finding_list import finding_list
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.search.name_search import fold, matches
from tests.support.family import MONTH, TODAY
from tests.support.profiles import VILLAGE, cadre

#: How a pregnancy may stand, from a plain one to one that fits no list.
PREGNANCIES: dict[str, dict[str, Any] | None] = {
    "none": None,
    "plain": {"outcome": "ongoing", "expected_delivery_date": date(2027, 2, 5)},
    "undated": {"outcome": "ongoing"},
    "overdue": {"outcome": "ongoing", "expected_delivery_date": date(2026, 1, 5)},
    "far": {"outcome": "ongoing", "expected_delivery_date": date(2028, 2, 5)},
    "born": {"outcome": "live_birth", "delivery_date": date(2026, 11, 2)},
    "long_ago": {"outcome": "live_birth", "delivery_date": date(2025, 1, 2)},
    "lost": {"outcome": "miscarriage", "ended_on": date(2026, 11, 2)},
    "unknown": {"outcome": "unknown"},
}
BIRTHS = (date(1940, 1, 1), date(1998, 4, 3), date(2018, 1, 1), date(2022, 6, 1), date(2026, 1, 2))
STATUSES = ("active", "moved_out", "died")
HOMES = ("active", "moved_out", "entered_in_error", "not_held")
#: What has not come, or is withheld: columns of the row, emptied.
LACKING = ("", "birth_date", "sex", "household_id")


@dataclass(frozen=True, slots=True)
class Register:
    """A village with one person of each kind; by the name of each, what it is."""

    store: Store
    names: dict[str, tuple[str, ...]]

    def found(self) -> TargetList:
        return target_list(self.store, MONTH, today=TODAY)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    with cadre(tmp_path_factory.mktemp("register"), "k") as store:
        yield Register(store, dict(_fill(store)))


def _fill(store: Store) -> Iterator[tuple[str, tuple[str, ...]]]:
    homes = {status: new_id() for status in HOMES}
    edits = [Edit("household", {"village_code": VILLAGE, "head_name": f"Kepala {n}"}, id) for n, id in homes.items()]
    lacking: dict[UUID, str] = {}
    for number, (home, status, carried) in enumerate(product(HOMES, STATUSES, PREGNANCIES)):
        yield _add(edits, lacking, homes[home], number, status, BIRTHS[1], carried), (home, status, carried)
    for number, (home, status, born) in enumerate(product(HOMES, STATUSES, BIRTHS), start=1000):
        yield _add(edits, lacking, homes[home], number, status, born, "none"), (home, status, str(born))
    for number, column in enumerate(LACKING, start=2000):
        name = _add(edits, lacking, homes["active"], number, "active", BIRTHS[4], "none", column)
        yield name, ("active", "active", f"without {column}")
    save_records(store, edits, today=TODAY, sure=True)
    gone = Edit("household", {"status": "moved_out", "status_date": date(2026, 11, 5)}, homes["moved_out"])
    save_records(store, [gone], today=TODAY, sure=True)
    enter_in_error(store, "household", homes["entered_in_error"], today=TODAY)
    _take_out_of_the_rows(store, homes["not_held"], lacking)


def _add(
    edits: list[Edit],
    lacking: dict[UUID, str],
    home: UUID,
    number: int,
    status: str,
    born: date,
    carried: str,
    column: str = "",
) -> str:
    name, person = f"Orang Ke{number:04d}", new_id()
    values = {"household_id": home, "full_name": name, "sex": "female", "birth_date": born, "status": status}
    left = {} if status == "active" else {"status_date": date(2026, 11, 3)}
    edits.append(Edit("person", values | left, person))
    pregnancy = PREGNANCIES[carried]
    if pregnancy is not None:
        edits.append(Edit("pregnancy", {"person_id": person, **pregnancy}))
    if column:
        lacking[person] = column
    return name


def _take_out_of_the_rows(store: Store, home: UUID, lacking: dict[UUID, str]) -> None:
    """As the rows stand while a household or a field has not come yet."""
    with store.writing() as tx:
        tx.exec_driver_sql("DELETE FROM household WHERE id = ?", (home.bytes,))
        for person, column in lacking.items():
            tx.exec_driver_sql(f"UPDATE person SET {column} = NULL WHERE id = ?", (person.bytes,))


def _named(found: TargetList, name: str) -> list[TargetRow]:
    return [row for row in (*found.rows, *found.others) if matches(fold(name), row.key)]


def test_everybody_is_found_by_name_and_once(register: Register) -> None:
    found = register.found()
    lost = {name: what for name, what in register.names.items() if len(_named(found, name)) != 1}
    assert lost == {}
    assert len(found.rows) + len(found.others) == len(register.names)


def test_who_left_is_marked_and_not_visited(register: Register) -> None:
    found = register.found()
    for name, (home, status, _) in register.names.items():
        (row,) = _named(found, name)
        if status != "active":
            assert (row.is_due, row.notices[0].code) == (False, status), name
        elif home == "moved_out":
            assert (row.is_due, row.notices[0].code) == (False, "moved_out"), name
        elif home == "entered_in_error":
            assert (row.is_due, row.notices[0].code) == (False, "home_in_error"), name


@pytest.mark.parametrize(
    ("carried", "is_due", "notice"),
    [
        ("plain", True, None),
        ("undated", True, "pregnancy_undated"),
        ("overdue", False, "pregnancy_overdue"),
        ("far", False, "pregnancy_not_begun"),
        ("born", True, None),
        ("unknown", False, None),
    ],
)
def test_a_pregnancy_that_fits_no_list_says_so(
    register: Register, carried: str, is_due: bool, notice: str | None
) -> None:
    name = next(name for name, what in register.names.items() if what == ("active", "active", carried))
    (row,) = _named(register.found(), name)
    assert row.is_due is is_due
    assert (notice is None) or notice in [one.code for one in row.notices]


def test_who_is_pregnant_and_in_no_list_is_to_be_looked_at_until_it_is_mended(register: Register) -> None:
    found = register.found()
    unlisted = {row.person_id for row in found.others if any("pregnancy" in one.code for one in row.notices)}
    told = {one.subject.person: one for one in finding_list(register.store, today=TODAY) if one.kind == "pregnancy"}
    assert unlisted
    assert unlisted <= set(told)
    assert all(told[person].blocks for person in unlisted)
    person = min(unlisted, key=str)
    doubt = Doubt(told[person].region, "pregnancy", told[person].id, told[person].rule)
    confirm_findings(register.store, [doubt], "memang benar", today=TODAY)
    assert person in {one.subject.person for one in finding_list(register.store, today=TODAY)}
    with pytest.raises(Refused, match=r"repair\.not_to_confirm"):
        confirm_listed(register.store, told[person].id, told[person].rule, today=TODAY)


def test_who_stayed_behind_a_household_that_moved_is_to_be_looked_at(register: Register) -> None:
    stayed = {name for name, what in register.names.items() if what[:2] == ("moved_out", "active")}
    told = {one.subject.name for one in finding_list(register.store, today=TODAY) if one.rule == "rules.household_left"}
    assert told == stayed


def test_the_lists_of_other_months_hold_everybody_too(register: Register) -> None:
    for month in ("2026-10", "2024-12"):
        found = target_list(register.store, month, today=TODAY)
        assert all(len(_named(found, name)) == 1 for name in register.names), month


def test_the_history_of_everybody_can_be_opened(register: Register) -> None:
    found = register.found()
    for row in (*found.rows, *found.others):
        assert person_history(register.store, row.person_id).entries


def test_a_village_without_anybody_is_empty(tmp_path: Path) -> None:
    with cadre(tmp_path, "k") as store:
        assert target_list(store, MONTH, today=TODAY).others == ()
