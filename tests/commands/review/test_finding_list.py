"""What the rules find in records as they stand: across fields, across records, against today and the region list."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest

from kpm_desktop.commands.records.enter_in_error import enter_in_error
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.review import finding_list as module
from kpm_desktop.commands.review.confirm_finding import confirm_listed
from kpm_desktop.commands.review.finding_list import DataFinding, Place, finding_list, finding_slice
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.identity import derived_id
from tests.support.devices import VILLAGE, Device, quick_place

TODAY = date(2026, 11, 19)
HOUSE, CHILD, MOTHER = UUID(int=1), UUID(int=2), UUID(int=3)
BORN, BEFORE = "2026-01-14", "1998-01-14"


@pytest.fixture
def sari() -> Iterator[Device]:
    """A household with a child, nothing wrong with either."""
    with quick_place() as place:
        made = place.cadre("Ibu Sari")
        made.save(HOUSE, {"village_code": VILLAGE, "head_name": "Kepala"})
        child = {"household_id": str(HOUSE), "full_name": "Ahmad", "sex": "male", "birth_date": BORN}
        made.save(CHILD, child, "person")
        yield made


def visit(device: Device, month: str, **more: object) -> UUID:
    """A row of form 2B as a bundle may bring it, unchecked by the rules of entry."""
    record = derived_id("child_visit", {"person_id": CHILD, "month": month})
    assert record is not None
    values = {"person_id": str(CHILD), "month": month, "visit_date": f"{month}-15", **more}
    device.save(record, values, "child_visit")
    return record


def found(device: Device) -> list[tuple[str, str, str]]:
    """(kind, field, rule) of everything found."""
    return [(one.kind, one.field, one.rule) for one in finding_list(device.store, today=TODAY)]


def test_what_keeps_all_rules_is_not_listed(sari: Device) -> None:
    visit(sari, "2026-10", was_weighed=True, weight_g=8100)
    assert found(sari) == []


def test_fields_that_contradict_each_other_are_named_with_author_and_place(sari: Device) -> None:
    record = visit(sari, "2026-10", was_weighed=False, weight_g=8100)
    (one,) = finding_list(sari.store, today=TODAY)
    assert (one.kind, one.id, one.field, one.rule) == ("child_visit", record, "was_weighed", "rules.measured_but_no")
    assert (one.region, one.subject.person, one.subject.household, one.subject.month) == (
        VILLAGE,
        CHILD,
        HOUSE,
        "2026-10",
    )
    assert one.author is not None
    assert one.author.user == "Ibu Sari"
    assert one.blocks
    assert not one.is_incomplete


def test_other_records_and_today_are_asked(sari: Device) -> None:
    visit(sari, "2025-12")
    visit(sari, "2026-12")
    assert sorted(found(sari)) == [
        ("child_visit", "month", "rules.in_future"),
        ("child_visit", "visit_date", "rules.before"),
        ("child_visit", "visit_date", "rules.in_future"),
        ("person", "birth_date", "rules.born_after_service"),
    ]


def test_what_has_not_come_is_incomplete_and_withholds_nothing(sari: Device) -> None:
    sari.save(UUID(int=4), {"household_id": str(UUID(int=88)), "full_name": "Siti"}, "person")
    sari.save(CHILD, {"mother_id": str(MOTHER)}, "person")
    listed = finding_list(sari.store, today=TODAY)
    assert all(one.is_incomplete for one in listed)
    assert {(one.id, one.field, one.rule) for one in listed} == {
        (UUID(int=4), "sex", "rules.missing"),
        (UUID(int=4), "birth_date", "rules.missing"),
        (CHILD, "mother_id", "rules.not_held"),
    }
    assert sari.shown(CHILD, "person")["mother_id"] == str(MOTHER)


def test_hidden_and_linked_records_ask_for_nothing(sari: Device) -> None:
    wrong = visit(sari, "2026-10", was_weighed=False, weight_g=8100)
    enter_in_error(sari.store, "child_visit", wrong, today=TODAY)
    twin = {"household_id": str(HOUSE), "full_name": "Ahmad", "sex": "male", "birth_date": "1850-01-01"}
    sari.save_badly(UUID(int=5), {**twin, "merged_into_id": str(CHILD)}, "person")
    assert found(sari) == []


def test_a_warning_is_confirmed_and_a_contradiction_is_not(sari: Device) -> None:
    sari.save(CHILD, {"nik": "1275010101900001", "nik_kind": "permanent"}, "person")
    record = visit(sari, "2026-10", was_weighed=False, weight_g=8100)
    confirm_listed(sari.store, CHILD, "rules.nik_mismatch", "sesuai KK", today=TODAY)
    assert found(sari) == [("child_visit", "was_weighed", "rules.measured_but_no")]
    with pytest.raises(Refused) as refusal:
        confirm_listed(sari.store, record, "rules.measured_but_no", today=TODAY)
    assert refusal.value.reasons[0].code == "repair.not_to_confirm"
    with pytest.raises(Refused):
        confirm_listed(sari.store, CHILD, "rules.nik_mismatch", today=TODAY)


def test_a_region_that_is_not_listed_is_told_once() -> None:
    with quick_place() as place:
        boss = place.supervisor("Bu Rina", "99")
        for number in (11, 12):
            boss.save(UUID(int=number), {"village_code": "99.99.99.9999", "head_name": "K"}, region="99.99.99.9999")
        assert found(boss) == [("household", "village_code", "rules.region_not_listed")]


def test_slices_give_what_one_look_gives(sari: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    for month in ("2026-08", "2026-09", "2026-10"):
        visit(sari, month, was_weighed=False, weight_g=8100)
    whole = finding_list(sari.store, today=TODAY)
    assert len(whole) == 3
    monkeypatch.setattr(module, "SLICE", 2)
    place: Place | None = Place()
    parts: list[DataFinding] = []
    while place is not None:
        part = finding_slice(sari.store, place=place, today=TODAY)
        parts += part.findings
        place = part.then
    assert parts == whole
    assert finding_list(sari.store, today=TODAY, village="12.75.01.1002") == []


def dose(device: Device, name: str, given: str | None = None) -> UUID:
    """A dose as a bundle may bring it."""
    vaccine, number = name.split("-")
    key = {"person_id": CHILD, "vaccine": vaccine, "dose": int(number)}
    record = derived_id("immunization", key)
    assert record is not None
    device.save(record, {**key, "person_id": str(CHILD), "given_date": given}, "immunization")
    return record


def test_growth_no_child_has_is_listed_once_and_confirmed_by_either_name(sari: Device) -> None:
    visit(sari, "2026-09", weight_g=5950)
    record = visit(sari, "2026-10", weight_g=12_000)
    visit(sari, "2026-11", weight_g=12_100)
    assert found(sari) == [("child_visit", "weight_g", "measure.gained")]
    answer = {"about_kind": "child_visit", "about_id": str(record), "rule": "gained", "answer": "confirmed"}
    save_records(sari.store, [Edit("flag_answer", answer)], today=TODAY)
    assert found(sari) == [], "a visit keeps the rule without its topic"


def test_a_mothers_weight_is_compared_with_the_month_before(sari: Device) -> None:
    sari.save(MOTHER, {"household_id": str(HOUSE), "full_name": "S", "sex": "female", "birth_date": BEFORE}, "person")
    carried = {"person_id": str(MOTHER), "outcome": "ongoing", "expected_delivery_date": "2027-01-10"}
    sari.save(UUID(int=9), carried, "pregnancy")
    for month, weight in (("2026-09", 52_000), ("2026-10", 61_000)):
        row = derived_id("pregnancy_visit", {"pregnancy_id": UUID(int=9), "month": month})
        assert row is not None
        values = {"pregnancy_id": str(UUID(int=9)), "month": month, "visit_date": f"{month}-15", "weight_g": weight}
        sari.save(row, values, "pregnancy_visit")
    assert found(sari) == [("pregnancy_visit", "weight_g", "measure.mother_weight_changed")]


def test_doubtful_doses_are_listed_with_the_later_one_and_confirmed(sari: Device) -> None:
    dose(sari, "DPT_HB_HIB-1", "2026-03-20")
    dose(sari, "DPT_HB_HIB-2", "2026-04-25")
    third = dose(sari, "DPT_HB_HIB-3", "2026-05-20")
    dose(sari, "JE-2")
    assert sorted(found(sari)) == [
        ("immunization", "dose", "doses.above_highest"),
        ("immunization", "dose", "doses.without_earlier"),
        ("immunization", "given_date", "doses.too_soon"),
    ]
    confirm_listed(sari.store, third, "doses.too_soon", "kata bidan", today=TODAY)
    assert "doses.too_soon" not in [rule for _, _, rule in found(sari)]


def test_linked_entries_of_a_child_are_asked_together(sari: Device) -> None:
    """The second dose was written to the other entry of the child."""
    twin = {"household_id": str(HOUSE), "full_name": "Ahmad", "sex": "male", "birth_date": BORN}
    sari.save(UUID(int=5), {**twin, "merged_into_id": str(CHILD)}, "person")
    key = {"person_id": UUID(int=5), "vaccine": "MR", "dose": 1}
    record = derived_id("immunization", key)
    assert record is not None
    sari.save(record, {**key, "person_id": str(UUID(int=5)), "given_date": "2026-10-20"}, "immunization")
    second = dose(sari, "MR-2")
    sari.save(second, {"given_date": "2026-11-10"}, "immunization")
    rules = {rule for kind, _, rule in found(sari) if kind == "immunization"}
    assert rules == {"doses.too_young", "doses.too_soon_months"}
