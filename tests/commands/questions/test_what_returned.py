"""What a receipt brought is told of the region it belongs to, whatever bears the same id elsewhere."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.commands.questions.what_returned import QUESTION, TASK, WORK, what_returned
from kpm_desktop.commands.records.assigned_targets import own_households
from kpm_desktop.db.delivery import returned
from tests.support.devices import VILLAGE, Device, Place
from tests.support.extremes import receive

OTHER = "12.75.01.1002"
HOME, ASKED, GIVEN, SARI, BESIDE = (UUID(int=at) for at in range(1, 6))


def written(kind: str, record: UUID, **values: Any) -> dict[str, Any]:
    at = "2025-06-12T08:30:00.000000Z"
    return {"kind": kind, "id": record, "fields": values, "base": {}, "user": "x", "at": at, "app": ""}


@pytest.fixture
def sari(place: Place) -> Device:
    """Two villages; what she wrote herself is all in the second."""
    device = place.device("Ibu Sari", "cadre", [VILLAGE, OTHER])
    device.save(HOME, {"village_code": OTHER, "head_name": "Pak Amir"}, region=OTHER)
    said = {"about_kind": "household", "about_id": str(HOME), "text": "Benar?", "progress": "open"}
    device.save(ASKED, said, "comment", OTHER)
    return device


def test_each_record_is_that_of_its_region(sari: Device) -> None:
    """Another laptop writes the same ids in the first."""
    said = {"about_kind": "household", "about_id": str(HOME), "text": "Salah?", "progress": "open"}
    came = [
        written("household", HOME, village_code=VILLAGE, head_name="Pak Lain"),
        written("household", BESIDE, village_code=VILLAGE, head_name="Pak Lain", merged_into_id=str(HOME)),
        written("comment", ASKED, **said),
        written("cadre", SARI, village_code=VILLAGE, full_name="Ibu Sari", role="kpm"),
        written("assignment", GIVEN, household_id=str(HOME), cadre_id=str(SARI), from_date="2025-06-01"),
    ]
    with sari.store.writing() as tx:
        before = returned.last_change(tx)
        receive(tx, "ab" * 32, VILLAGE, came)
        journal = before, returned.last_change(tx)
        receive(tx, "cd" * 32, OTHER, [written("cadre", SARI, village_code=OTHER, full_name="Ibu Lain", role="kpm")])
        found = what_returned(tx, sari.identity, journal, number=1, sender="", at="")
        mine = own_households(tx, date(2025, 7, 1))
    assert {one.region for one in found.records} == {VILLAGE}
    assert {one.record for one in found.of(WORK)} == {HOME, BESIDE, SARI}
    assert [one.record for one in found.of(QUESTION)] == [ASKED]
    assert [one.record for one in found.of(TASK)] == [GIVEN]
    assert mine == frozenset({(VILLAGE, HOME), (VILLAGE, BESIDE)})


def test_links_of_another_village_give_nobody_more(sari: Device) -> None:
    with sari.store.writing() as tx:
        own = [
            written("cadre", SARI, village_code=VILLAGE, full_name="Ibu Sari", role="kpm"),
            written("household", HOME, village_code=VILLAGE, head_name="Pak Lain"),
            written("assignment", GIVEN, household_id=str(HOME), cadre_id=str(SARI), from_date="2025-06-01"),
        ]
        receive(tx, "ab" * 32, VILLAGE, own)
        link = written("household", BESIDE, village_code=OTHER, head_name="Pak Jauh", merged_into_id=str(HOME))
        receive(tx, "cd" * 32, OTHER, [link])
        assert own_households(tx, date(2025, 7, 1)) == frozenset({(VILLAGE, HOME)})
