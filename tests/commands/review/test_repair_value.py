"""A withheld value is replaced or emptied by an ordinary save; until then it is named with its limit on both sides."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest

from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.commands.records.record_states import RecordState, record_states
from kpm_desktop.commands.review.repair_list import repair_list
from kpm_desktop.commands.review.repair_value import repair_value, repair_view, set_aside
from kpm_desktop.domain.errors import Objected, Refused
from kpm_desktop.domain.records.identity import derived_id
from tests.support.devices import VILLAGE, Device, acquaint, exchange, quick_place

TODAY = date(2026, 11, 19)
HOUSE, CHILD = UUID(int=1), UUID(int=2)
Pair = tuple[Device, Device]


@pytest.fixture
def pair() -> Iterator[Pair]:
    """A cadre, and a supervisor who holds a household of hers."""
    with quick_place() as place:
        sari, rina = place.cadre("Ibu Sari"), place.supervisor("Bu Rina")
        acquaint(sari, rina, VILLAGE)
        sari.save(HOUSE, {"village_code": VILLAGE, "head_name": "Kepala", "rt": "01"})
        exchange(sari, rina)
        yield sari, rina


def test_a_repair_closes_the_matter_on_both_sides(pair: Pair) -> None:
    sari, rina = pair
    sari.save_badly(HOUSE, {"rt": "terlalu panjang"})
    exchange(sari, rina)
    (there,), (here,) = repair_list(rina.store), repair_list(sari.store)
    assert (there.written, there.shown, there.is_reported) == ("terlalu panjang", "01", False)
    assert (here.written, here.is_reported, here.own) == ("terlalu panjang", True, True)
    assert there.why.code == here.why.code == "rules.too_long"
    assert there.why.params == {"count": 15, "limit": 5}
    assert record_states(sari.store).of(sari.region_no(), "household", HOUSE) is RecordState.REPAIR
    repair_value(rina.store, HOUSE, "rt", "02", today=TODAY)
    assert check_profile(rina.store).quarantine == profile_status(rina.store)["quarantine"] == 0
    exchange(sari, rina)
    assert sari.shown(HOUSE)["rt"] == rina.shown(HOUSE)["rt"] == "02"
    assert repair_list(sari.store) == []


def test_the_value_that_was_shown_meanwhile_may_be_the_right_one(pair: Pair) -> None:
    sari, rina = pair
    sari.save_badly(HOUSE, {"rt": "terlalu panjang"})
    exchange(sari, rina)
    before = len(rina.names())
    repair_value(rina.store, HOUSE, "rt", "01", today=TODAY)
    assert len(rina.names()) == before + 1
    assert repair_list(rina.store) == []
    assert not rina.states(HOUSE)["rt"].is_withheld


def test_limits_and_rules_are_those_of_every_entry(pair: Pair) -> None:
    sari, rina = pair
    sari.save_badly(HOUSE, {"rt": "terlalu panjang", "head_name": "x" * 200})
    exchange(sari, rina)
    for field, value in (("rt", "lagi-lagi panjang"), ("head_name", "y" * 200)):
        with pytest.raises(Objected):
            repair_value(rina.store, HOUSE, field, value, today=TODAY)
    with pytest.raises(Refused) as refusal:
        repair_value(rina.store, HOUSE, "address", "Jalan Mawar", today=TODAY)
    assert refusal.value.reasons[0].code == "repair.not_withheld"
    assert len(repair_list(rina.store)) == 2, "nothing was changed"


def test_two_required_fields_are_repaired_one_after_the_other(pair: Pair) -> None:
    """A record that was never whole: each repair is possible while the other field still waits."""
    sari, rina = pair
    child = {"household_id": str(HOUSE), "full_name": "x" * 200, "sex": "male", "birth_date": "kemarin"}
    sari.save_badly(CHILD, child, "person")
    exchange(sari, rina)
    assert {repair.withheld.field for repair in repair_list(rina.store)} == {"full_name", "birth_date"}
    with pytest.raises(Objected):
        repair_value(rina.store, CHILD, "full_name", None, today=TODAY)
    repair_value(rina.store, CHILD, "full_name", "Ahmad", today=TODAY)
    with pytest.raises(Objected):
        repair_value(rina.store, CHILD, "birth_date", "2027-01-14", today=TODAY)
    repair_value(rina.store, CHILD, "birth_date", "2026-01-14", today=TODAY)
    assert repair_list(rina.store) == []
    assert rina.faults() == []


def test_a_withheld_reference_offers_the_record_it_means(pair: Pair) -> None:
    sari, rina = pair
    child = {"household_id": str(UUID(int=0xABC)), "full_name": "Ahmad", "sex": "male", "birth_date": "2026-01-14"}
    sari.save(UUID(int=0xABC), {"village_code": VILLAGE, "head_name": "Rumah lain"})
    sari.save_badly(CHILD, child | {"household_id": str(UUID(int=0xABC)).upper()}, "person")
    exchange(sari, rina)
    view = repair_view(rina.store, CHILD, "household_id")
    assert view.candidates == ((UUID(int=0xABC), "Rumah lain"),)
    repair_value(rina.store, CHILD, "household_id", UUID(int=0xABC), today=TODAY)
    assert rina.shown(CHILD, "person")["household_id"] == str(UUID(int=0xABC))


def test_a_row_with_the_wrong_id_is_closed_by_setting_it_aside(pair: Pair) -> None:
    sari, rina = pair
    child = {"household_id": str(HOUSE), "full_name": "Ahmad", "sex": "male", "birth_date": "2026-01-14"}
    sari.save(CHILD, child, "person")
    wrong = UUID(int=99)
    row = {"person_id": str(CHILD), "month": "2026-10", "visit_date": "2026-10-15"}
    sari.save_badly(wrong, row, "child_visit")
    exchange(sari, rina)
    (repair,) = repair_list(rina.store)
    assert repair.is_whole
    assert repair.why.code == "repair.wrong_id"
    with pytest.raises(Refused):
        set_aside(rina.store, CHILD, today=TODAY)
    set_aside(rina.store, wrong, today=TODAY)
    assert repair_list(rina.store) == []
    exchange(sari, rina)
    assert repair_list(sari.store) == []
    assert record_states(sari.store).count(RecordState.REPAIR) == 0
    assert derived_id("child_visit", {"person_id": CHILD, "month": "2026-10"}) != wrong


def test_a_new_save_of_the_author_closes_it_too(pair: Pair) -> None:
    sari, rina = pair
    sari.save_badly(HOUSE, {"rt": "terlalu panjang"})
    exchange(sari, rina)
    repair_value(sari.store, HOUSE, "rt", None, today=TODAY)
    exchange(sari, rina)
    assert repair_list(rina.store) == []
    assert rina.shown(HOUSE)["rt"] is None
