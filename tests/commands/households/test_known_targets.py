"""The month's lists as they are kept: always what reading everything anew gives, with no more work than needed."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpm_desktop.commands.households import known_targets
from kpm_desktop.commands.households.known_targets import KnownTargets
from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.households.target_rows import TargetList
from kpm_desktop.commands.profile.rebuild_rows import rebuild_rows
from kpm_desktop.commands.records.enter_in_error import enter_in_error
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.visits.keep_draft import keep_draft
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.identity import derived_id
from tests.support.family import MONTH, TODAY, Family, family
from tests.support.profiles import PASSWORD, VILLAGE, cadre


def learned(store: Store, known: KnownTargets, day: date = TODAY) -> TargetList:
    """What is known once nothing is behind."""
    while known.known(store, today=day).behind:
        known.learn(store, today=day)
    return known.known(store, today=day)


def no_reading(*_: object) -> None:
    raise AssertionError("the records were read")


def _visit(store: Store, made: Family) -> None:
    answers = {"person_id": made.child, "month": MONTH, "visit_date": TODAY, "home_visits": 1}
    save_records(store, [Edit("child_visit", answers)], today=TODAY, sure=True)


def _rename(store: Store, made: Family) -> None:
    save_records(store, [Edit("person", {"full_name": "Nama Lain"}, made.child)], today=TODAY, sure=True)


def _error(store: Store, made: Family) -> None:
    enter_in_error(store, "person", made.child, today=TODAY)


def _go(store: Store, made: Family) -> None:
    left = {"status": "moved_out", "status_date": TODAY - timedelta(days=40)}
    save_records(store, [Edit("person", left, made.child)], today=TODAY, sure=True)


def _draft(store: Store, made: Family) -> None:
    keep_draft(store, "child_visit", _row(made), {"home_visits": 2}, {}, region=VILLAGE)


def _row(made: Family) -> UUID:
    row = derived_id("child_visit", {"person_id": str(made.child), "month": MONTH})
    assert row is not None
    return row


ACTS: tuple[Callable[[Store, Family], None], ...] = (_visit, _rename, _error, _go, _draft)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**16), acts=st.lists(st.sampled_from(ACTS), max_size=4, unique=True))
def test_what_is_known_is_what_the_records_say(
    tmp_path_factory: pytest.TempPathFactory, seed: int, acts: list[Callable[[Store, Family], None]]
) -> None:
    draw = random.Random(seed)
    with cadre(tmp_path_factory.mktemp("known"), "k") as store:
        families = [family(store, name, f"Pak {name}") for name in ("Ani", "Wati")]
        known = KnownTargets()
        learned(store, known)
        for act in acts:
            act(store, draw.choice(families))
            assert learned(store, known) == target_list(store, MONTH, today=TODAY)
        known.keep(store)
        assert learned(store, KnownTargets()) == target_list(store, MONTH, today=TODAY)


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Path, Family]:
    """A profile whose lists were kept when it was closed."""
    with cadre(tmp_path, "k") as store:
        made = family(store, "Ani", "Budi")
        known = KnownTargets()
        learned(store, known)
        known.keep(store)
    return tmp_path / "k", made


def test_the_next_start_reads_no_record(kept: tuple[Path, Family], monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(kept[0], PASSWORD) as store:
        expected = target_list(store, MONTH, today=TODAY)
        monkeypatch.setattr(known_targets, "village_targets", no_reading)
        assert expected.rows
        assert learned(store, KnownTargets()) == expected


def test_yesterdays_lists_are_shown_until_todays_are_read(kept: tuple[Path, Family]) -> None:
    tomorrow = TODAY + timedelta(days=1)
    with open_store(kept[0], PASSWORD) as store:
        known = KnownTargets()
        shown = known.known(store, today=tomorrow)
        assert (shown.rows, shown.behind) == (target_list(store, MONTH, today=TODAY).rows, 1)
        assert learned(store, known, tomorrow) == target_list(store, MONTH, today=tomorrow)


def test_of_another_month_nothing_is_shown(kept: tuple[Path, Family]) -> None:
    later = date(2026, 12, 1)
    with open_store(kept[0], PASSWORD) as store:
        known = KnownTargets()
        known.learn(store, today=later)
        assert known.known(store, today=later) == TargetList(month="2026-12", behind=1)
        assert learned(store, known, later) == target_list(store, "2026-12", today=later)


@pytest.mark.parametrize(
    "spoil", ["UPDATE kept_list SET content = x'00'", "UPDATE kept_list SET mark = '0.0.1 ' || mark"]
)
def test_what_cannot_be_read_or_another_version_kept_is_read_anew(kept: tuple[Path, Family], spoil: str) -> None:
    with open_store(kept[0], PASSWORD) as store:
        with store.writing() as tx:
            tx.exec_driver_sql(spoil)
        known = KnownTargets()
        known.learn(store, today=TODAY)
        assert known.known(store, today=TODAY).rows == ()
        assert learned(store, known) == target_list(store, MONTH, today=TODAY)


def test_rows_made_anew_are_listed_anew(kept: tuple[Path, Family]) -> None:
    with open_store(kept[0], PASSWORD) as store:
        rebuild_rows(store)
        with store.reading() as tx:
            assert tx.exec_driver_sql("SELECT count(*) FROM kept_list").scalar() == 0


def test_rows_are_shared_by_all_who_ask(kept: tuple[Path, Family]) -> None:
    with open_store(kept[0], PASSWORD) as store:
        known = KnownTargets()
        first, second = learned(store, known), known.known(store, today=TODAY)
        assert all(one is other for one, other in zip(first.rows, second.rows, strict=True))


def test_what_cannot_be_kept_is_no_matter(kept: tuple[Path, Family], monkeypatch: pytest.MonkeyPatch) -> None:
    folder, made = kept

    def full(self: Store) -> None:
        raise refused("files.disk_full", path=folder)

    with open_store(folder, PASSWORD) as store:
        known = KnownTargets()
        _visit(store, made)
        learned(store, known)
        with monkeypatch.context() as patch:
            patch.setattr(Store, "writing", full)
            known.keep(store)
        known.keep(store)
        monkeypatch.setattr(known_targets, "village_targets", no_reading)
        assert learned(store, KnownTargets()) == learned(store, known)
