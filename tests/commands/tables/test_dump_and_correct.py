"""Dumped, corrected, loaded: the correction and nothing else, wherever the records came from and go to."""

import csv
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.tables.dump_folder import dump_folder
from kpm_desktop.db.journal import heads
from kpm_desktop.db.store import Store
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.records.tidy import tidied
from kpm_desktop.exchange.cells import render
from kpm_desktop.exchange.dump_note import NOTE
from kpm_desktop.exchange.formulas import as_it_was, without_formula
from tests.support.devices import VILLAGE, Device, Place, acquaint, exchange, quick_place
from tests.support.profiles import (
    CHILD,
    HOUSE,
    MONTH,
    cadre,
    changes,
    everything,
    load,
    problems,
    spoken,
    state,
    write_rows,
)
from tests.support.values import plain_values

TODAY = date(2025, 10, 1)
#: Fields no rule connects with another.
FREE = (
    "household_no",
    "hamlet",
    "rt",
    "address",
    "note",
    "is_vulnerable",
    "residency",
    "family_card_no",
    "latitude_udeg",
)

Rows = list[dict[str, str]]


def dumped(store: Store, folder: Path) -> Path:
    """A new folder with everything of a profile."""
    dump_folder(store, folder)
    return folder


def correct(folder: Path, kind: str, change: Callable[[Rows], object]) -> Path:
    """Opens a table and saves it again with other cells, as a spreadsheet does."""
    path = folder / f"{kind}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = list(rows[0])
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
    return folder


def setting(**cells: Any) -> Callable[[Rows], object]:
    """What puts these cells into the first row."""
    return lambda rows: rows[0].update(cells)


def values(store: Store, kind: str) -> dict[UUID, dict[str, Any]]:
    """What is shown of every record of a kind."""
    with store.reading() as tx:
        found = [(UUID(bytes=id), heads.shown(states)) for _, own, id, _, states in heads.everything(tx) if own == kind]
    return {id: {name: value for name, value in shown.items() if value is not None} for id, shown in found}


def tables(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}


def recorded(store: Store) -> None:
    """Two households as the window saves them."""
    homes = [{"village_code": VILLAGE, "head_name": f"Kepala {at}", "hamlet": "Dusun I", "rt": "01"} for at in (1, 2)]
    save_records(store, [Edit("household", home) for home in homes], today=TODAY, sure=True)


def loaded(store: Store, folder: Path) -> None:
    """The same by `kpm load`."""
    load(store, write_rows(folder, household=[HOUSE | {"hamlet": "Dusun I", "rt": "01"}, HOUSE | {"ref": "lain"}]))


@st.composite
def corrections(draw: st.DrawFn) -> list[dict[str, Any]]:
    """For each of two households other values of some fields."""
    names = st.lists(st.sampled_from(FREE), unique=True, max_size=4)
    return [{name: draw(plain_values(fields("household")[name])) for name in draw(names)} for _ in range(2)]


@pytest.mark.parametrize("by_window", [True, False])
@given(wanted=corrections())
def test_the_correction_and_nothing_else(
    by_window: bool, wanted: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("koreksi")
    with cadre(place) as store:
        recorded(store) if by_window else loaded(store, place / "in")
        before = values(store, "household")
        folder = dumped(store, place / "out")
        with (folder / "household.csv").open(encoding="utf-8", newline="") as file:
            ids = [UUID(row["id"]) for row in csv.DictReader(file)]
        expected = {id: dict(before[id]) for id in ids}

        def put(rows: Rows) -> None:
            for row, id, new in zip(rows, ids, wanted, strict=True):
                for name, value in new.items():
                    row[name] = render(value)
                    kept = tidied(fields("household")[name].spec, value) if isinstance(value, str) else value
                    expected[id][name] = kept

        correct(folder, "household", put)
        assert spoken(load(store, folder)) == []
        assert values(store, "household") == expected
        count, corrected = changes(store), tables(folder)
        again = load(store, folder)
        assert (again.problems, again.changed, changes(store)) == ([], {}, count)
        assert values(store, "household") == expected
        second = dumped(store, place / "again")
        assert rows_of(second) == [guarded(row) for row in rows_of(folder)]
        assert spoken(load(store, second)) == []
        assert (changes(store), tables(folder)) == (count, corrected)
        assert check_profile(store).is_sound


def guarded(row: dict[str, str]) -> dict[str, str]:
    """A row as the program writes it, whether or not somebody typed what a spreadsheet would run."""
    return {name: without_formula(as_it_was(cell)) for name, cell in row.items()}


def rows_of(folder: Path) -> list[dict[str, str]]:
    with (folder / "household.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


#: What the store may hold of a text that came from elsewhere, however untidy.
ODD = ["a\rb", "a\r\nb", "a\nb", '"', '"",', " a", "a ", "\u00a0", "a\u2028b", "\ufeffa", "a\x00b", "\u200b", ";", "\t"]


@pytest.mark.parametrize("odd", ODD)
def test_any_text_comes_back_as_it_was(odd: str, tmp_path: Path) -> None:
    with quick_place() as place:
        one, two = place.cadre("Ibu Sari"), place.cadre("Ibu Ani")
        one.save(new_id(), {"village_code": VILLAGE, "head_name": odd, "note": odd})
        folder = dumped(one.store, tmp_path / "out")
        assert spoken(load(two.store, folder)) == []
        assert state(two.store) == state(one.store)
        count = changes(one.store)
        assert spoken(load(one.store, folder)) == []
        assert changes(one.store) == count


def test_every_kind_is_loaded_where_it_was_dumped_without_a_change(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        load(store, write_rows(tmp_path / "in", **everything()))
        count = changes(store)
        account = load(store, dumped(store, tmp_path / "out"))
        assert (spoken(account), account.new, account.changed, changes(store)) == ([], {}, {}, count)


@pytest.fixture
def supervised(place: Place) -> tuple[Device, Device, UUID]:
    """A cadre, a supervisor who received, and the household both hold."""
    boss, sari = place.supervisor("Bu Rina"), place.cadre("Ibu Sari")
    acquaint(sari, boss, VILLAGE)
    home = new_id()
    sari.save(home, {"village_code": VILLAGE, "head_name": "Kepala", "hamlet": "Dusun I"})
    exchange(sari, boss)
    return sari, boss, home


def test_what_came_in_a_bundle_is_corrected(supervised: tuple[Device, Device, UUID], tmp_path: Path) -> None:
    sari, boss, home = supervised
    folder = correct(dumped(boss.store, tmp_path / "out"), "household", setting(hamlet="Dusun II"))
    assert spoken(load(boss.store, folder)) == []
    assert boss.shown(home)["hamlet"] == "Dusun II"
    exchange(sari, boss)
    assert sari.shown(home)["hamlet"] == "Dusun II"


def test_the_correction_is_loaded_on_another_laptop(supervised: tuple[Device, Device, UUID], tmp_path: Path) -> None:
    sari, boss, home = supervised
    folder = correct(dumped(boss.store, tmp_path / "out"), "household", setting(hamlet="Dusun II"))
    shutil.copytree(folder, tmp_path / "stik")
    assert spoken(load(sari.store, tmp_path / "stik")) == []
    assert sari.shown(home)["hamlet"] == "Dusun II"
    exchange(sari, boss)
    assert boss.conflicts() == 0


def test_a_later_edit_is_reported_and_stays(supervised: tuple[Device, Device, UUID], tmp_path: Path) -> None:
    sari, boss, home = supervised
    folder = correct(dumped(boss.store, tmp_path / "out"), "household", setting(hamlet="Dusun II", rt="03"))
    sari.save(home, {"hamlet": "Dusun III"})
    assert problems(load(sari.store, folder)) == [("household.csv", 2, "hamlet", "rules.edited_since")]
    assert sari.shown(home)["hamlet"] == "Dusun III"
    correct(folder, "household", setting(hamlet="Dusun I"))
    assert spoken(load(sari.store, folder)) == []
    assert (sari.shown(home)["hamlet"], sari.shown(home)["rt"]) == ("Dusun III", "03")


def test_corrected_again_in_the_same_folder(supervised: tuple[Device, Device, UUID], tmp_path: Path) -> None:
    sari, _, home = supervised
    folder = dumped(sari.store, tmp_path / "out")
    for hamlet in ("Dusun II", "Dusun I", "Dusun IV"):
        assert spoken(load(sari.store, correct(folder, "household", setting(hamlet=hamlet)))) == []
        assert sari.shown(home)["hamlet"] == hamlet
    sari.save(home, {"hamlet": "Dusun V"})
    assert spoken(load(sari.store, folder)) == []
    assert sari.shown(home)["hamlet"] == "Dusun V"


def test_an_emptied_cell_clears_when_asked(supervised: tuple[Device, Device, UUID], tmp_path: Path) -> None:
    sari, _, home = supervised
    folder = correct(dumped(sari.store, tmp_path / "out"), "household", setting(hamlet=""))
    sari.save(home, {"rt": "03"})
    assert spoken(load(sari.store, folder, clear_empty=True)) == []
    assert (sari.shown(home).get("hamlet"), sari.shown(home)["rt"]) == (None, "03")


def test_a_table_saved_elsewhere_is_compared_with_the_last_dump(tmp_path: Path) -> None:
    """Its own profile knows how far the journal reached when it was dumped."""
    with cadre(tmp_path) as store:
        loaded(store, tmp_path / "in")
        folder = dumped(store, tmp_path / "out")
        (folder / NOTE).unlink()
        correct(folder, "household", setting(hamlet="Dusun II"))
        assert spoken(load(store, folder)) == []
        assert {home.get("hamlet") for home in values(store, "household").values()} == {"Dusun II", None}


@pytest.mark.parametrize("clear_empty", [False, True])
def test_an_old_table_saved_elsewhere_takes_no_later_edit_back(
    supervised: tuple[Device, Device, UUID], clear_empty: bool, tmp_path: Path
) -> None:
    """Another dump was made since: the last one says nothing about when this table was written."""
    sari, _, home = supervised
    folder = dumped(sari.store, tmp_path / "old")
    (folder / NOTE).unlink()
    sari.save(home, {"hamlet": "Dusun IV", "rw": "07"})
    dumped(sari.store, tmp_path / "new")
    correct(folder, "household", setting(address="Jalan Baru 1"))
    refused = [("household.csv", 2, "hamlet", "rules.not_known_newer")]
    if clear_empty:
        refused.append(("household.csv", 2, "rw", "rules.not_known_newer"))
    account = load(sari.store, folder, clear_empty=clear_empty)
    assert sorted(problems(account)) == sorted(refused)
    assert (sari.shown(home)["hamlet"], sari.shown(home)["rw"]) == ("Dusun IV", "07")


def test_without_a_trace_of_the_dump_a_difference_is_reported_as_what_it_is(
    supervised: tuple[Device, Device, UUID], tmp_path: Path
) -> None:
    sari, boss, home = supervised
    folder = correct(dumped(boss.store, tmp_path / "out"), "household", setting(hamlet="Dusun II", rt="03"))
    (folder / NOTE).unlink()
    account = load(sari.store, folder)
    assert problems(account) == [("household.csv", 2, "hamlet", "rules.not_known_newer")]
    assert "kpm dump" in spoken(account)[0]
    assert sari.shown(home)["hamlet"] == "Dusun I"


@pytest.mark.parametrize("note", [b"", b"{", b'{"dump":"x"}\n{"kind":1}\n', b"\xff\xfe"])
def test_a_damaged_note_is_told_and_not_used(note: bytes, tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        loaded(store, tmp_path / "in")
        folder = dumped(store, tmp_path / "out")
        (folder / NOTE).write_bytes(note)
        account = load(store, folder)
        assert [(one.file, one.why.code) for one in account.warnings] == [(NOTE, "load.note_damaged")]
        assert spoken(account) == []


def test_rows_kept_for_repair_remember_their_dump(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        load(store, write_rows(tmp_path / "in", household=[HOUSE], person=[CHILD], child_visit=[MONTH]))
        folder = correct(dumped(store, tmp_path / "out"), "child_visit", setting(weight_g="8,2"))
        assert load(store, folder, skip_bad=True).rejected == 1
        rejected = correct(folder / "rejected", "child_visit", setting(weight_g="8200"))
        assert spoken(load(store, rejected)) == []
        (visit,) = values(store, "child_visit").values()
        assert visit["weight_g"] == 8200
