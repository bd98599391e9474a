"""A mother's pregnancy as it is read, and a proposed factor that becomes a recorded one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from kpm_desktop.commands.pregnancy.confirm_factor import confirm_factor
from kpm_desktop.commands.pregnancy.pregnancy_view import PregnancyView, pregnancy_view
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.identity import new_id
from tests.support.family import TODAY, Family, family
from tests.support.profiles import VILLAGE, cadre


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with cadre(tmp_path) as made:
        yield made


@pytest.fixture
def home(store: Store) -> Family:
    return family(store)


def save(store: Store, *edits: Edit) -> None:
    save_records(store, list(edits), today=TODAY, sure=True, overwrite=True)


def read(store: Store, home: Family, on: date = TODAY) -> PregnancyView:
    return pregnancy_view(store, home.mother, on=on)


def checklist(home: Family, month: str, day: date, **values: object) -> Edit:
    return Edit("pregnancy_visit", {"pregnancy_id": home.pregnancy, "month": month, "visit_date": day, **values})


def test_everything_of_it(store: Store, home: Family) -> None:
    """HPL 5 February 2027: the beginning is 280 days before, 1 May 2026; on 19 November 28 weeks and six days."""
    save(
        store,
        Edit("pregnancy", {"height_mm": 1520, "pre_pregnancy_weight_g": 52_000, "gravida": 2}, home.pregnancy),
        checklist(home, "2026-07", date(2026, 7, 14), anc_visits=1, iron_tablets=30, iron_kind="mms", kspr_contact=1),
        checklist(home, "2026-11", date(2026, 11, 12), anc_visits=1, weight_g=57_000, hemoglobin_g_l=105),
    )
    view = read(store, home)
    assert view.week == 28
    assert [each.code for each in view.checks] == ["K1A K1M", "K2"]
    assert view.band is not None
    assert (view.band.least, view.band.most) == (11.5, 16)
    assert view.bottle is not None
    assert view.bottle.left == 150
    assert [each.day for each in view.score.contacts] == [date(2026, 7, 14), None, None, None]
    assert view.youngest is not None
    assert view.youngest.full_name == "Ahmad Fauzi"
    assert {one.code for one in view.proposals} == {"too_close", "anaemia"}
    assert [each.code for each in view.nifas] == ["KF 1", "KF 2", "KF 3", "KF 4"]
    assert "anc" in {task.first.what for task in view.tasks}
    assert not view.is_over


def test_a_proposed_factor_counts_once_somebody_says_so(store: Store, home: Family) -> None:
    save(store, checklist(home, "2026-09", date(2026, 9, 14), kspr_contact=1))
    assert read(store, home).score.total == 2
    confirm_factor(store, home.pregnancy, "too_close", today=TODAY)
    confirm_factor(store, home.pregnancy, "too_close", today=TODAY)
    view = read(store, home)
    assert view.pregnancy.risk_reasons == ["too_close"]
    assert (view.score.total, view.score.risk) == (6, "high")
    assert view.score.contacts[0].score == 6, "what she brought along held at the first contact already"
    assert view.proposals == ()


def test_after_the_birth_nothing_is_proposed_and_the_days_are_those_of_the_birth(store: Store, home: Family) -> None:
    born = date(2026, 11, 10)
    save(store, Edit("pregnancy", {"outcome": "live_birth", "delivery_date": born}, home.pregnancy))
    view = read(store, home)
    assert view.is_over
    assert view.week is None
    assert view.nifas[0].first == born


def test_a_pregnancy_of_which_little_is_known(store: Store, home: Family) -> None:
    save(store, Edit("pregnancy", {"expected_delivery_date": None}, home.pregnancy))
    view = read(store, home)
    assert (view.begun, view.week, view.band, view.nifas, view.checks) == (None, None, None, (), ())


def test_who_was_never_pregnant_has_no_page(store: Store, home: Family) -> None:
    with pytest.raises(Refused, match=r"pregnancy\.none"):
        pregnancy_view(store, home.child, on=TODAY)
    with pytest.raises(Refused):
        pregnancy_view(store, new_id(), on=TODAY)


def test_a_factor_of_a_pregnancy_that_is_not_held_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match=r"repair\.no_record"):
        confirm_factor(store, UUID(int=9), "anaemia", region=VILLAGE, today=TODAY)


def test_a_pregnancy_nobody_closed_does_not_hide_the_one_after_it(store: Store, home: Family) -> None:
    later = new_id()
    born = {"person_id": home.mother, "outcome": "live_birth", "delivery_date": date(2026, 11, 1)}
    save(store, Edit("pregnancy", born, later))
    assert read(store, home).pregnancy.id == home.pregnancy, "it is expected later than that birth"
    save(store, Edit("pregnancy", {"expected_delivery_date": date(2022, 2, 5)}, home.pregnancy))
    assert read(store, home).pregnancy.id == later


def test_after_a_miscarriage_no_checks_of_nifas_are_expected(store: Store, home: Family) -> None:
    save(store, Edit("pregnancy", {"outcome": "miscarriage", "ended_on": date(2026, 8, 1)}, home.pregnancy))
    assert read(store, home).nifas == ()


def test_whom_an_undated_pregnancy_brought_is_not_the_child_before_it(store: Store, home: Family) -> None:
    born = date(2026, 11, 1)
    baby = {"household_id": home.household, "full_name": "Bayi", "sex": "female", "birth_date": born}
    ended = {"expected_delivery_date": None, "outcome": "live_birth", "delivery_date": born}
    save(store, Edit("pregnancy", ended, home.pregnancy), Edit("person", {**baby, "mother_id": home.mother}))
    youngest = read(store, home).youngest
    assert youngest is not None
    assert youngest.full_name == "Ahmad Fauzi"


def test_a_birth_before_that_is_dated_after_the_beginning_says_nothing_of_the_gap(store: Store, home: Family) -> None:
    save(
        store,
        Edit("pregnancy", {"previous_birth_date": date(2026, 8, 1)}, home.pregnancy),
        Edit("person", {"mother_id": None}, home.child),
    )
    view = read(store, home)
    assert view.proposals == ()
    assert [each.found for each in view.four_t] == [(), (), ()]
