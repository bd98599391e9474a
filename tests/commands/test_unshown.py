"""A record whose row cannot be made is one row that says so, in lists, on paper and by `kpm`; all others are there."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.commands.households import village_targets
from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.registers.register_list import register_list
from kpm_desktop.commands.registers.register_paper import register_paper
from kpm_desktop.db.queries import register_rows
from kpm_desktop.domain import roster
from kpm_desktop.domain.registers.catalogue import REGISTERS
from kpm_desktop.domain.scorecard.targets import gone_by
from kpm_desktop.reports.lists.record_list import ListPaper
from tests.support.cli import kpm_here
from tests.support.devices import NOON, VILLAGE, Device, Place

HOME, OTHER_HOME = UUID(int=11), UUID(int=12)
CHILDREN = UUID(int=21), UUID(int=22)
REFERRALS = UUID(int=31), UUID(int=32)
TODAY = NOON.date()


@pytest.fixture
def device(place: Place) -> Device:
    cadre = place.cadre("Sari")
    for home in (HOME, OTHER_HOME):
        cadre.save(home, {"village_code": VILLAGE, "head_name": f"Pak {home.int}"})
    for child, referral in zip(CHILDREN, REFERRALS, strict=True):
        born = {"full_name": f"Anak {child.int}", "sex": "male", "birth_date": "2024-11-02", "household_id": str(HOME)}
        cadre.save(child, born, "person")
        sent = {"person_id": str(child), "referral_date": "2025-06-10", "reason": "not_gaining", "progress": "open"}
        cadre.save(referral, sent, "referral")
    return cadre


def failing_for(one: UUID, made: Any) -> Any:
    def called(*args: Any) -> Any:
        if any(each == one or getattr(each, "id", None) == one or each == str(one) for each in args):
            raise OverflowError
        return made(*args)

    return called


def test_a_target_that_cannot_be_made_is_listed_by_its_name(device: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roster, "gone_by", failing_for(CHILDREN[0], gone_by))
    found = target_list(device.store, "2025-07", today=TODAY)
    assert {row.id: [each.code for each in row.notices] for row in found.rows} == {
        CHILDREN[0]: ["unshown"],
        CHILDREN[1]: [],
    }


def test_a_household_that_cannot_be_made_is_listed_by_its_name(device: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(village_targets, "_home", failing_for(HOME, village_targets._home))
    found = target_list(device.store, "2025-07", today=TODAY)
    assert {home.id: home.head_name for home in found.households} == {HOME: "Pak 11", OTHER_HOME: "Pak 12"}


def test_a_register_says_which_record_it_cannot_show(
    device: Device, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def plain(declared: Any, value: Any, made: Any = register_rows._plain) -> Any:
        return failing_for(CHILDREN[0], lambda _, plain: plain)(declared, made(declared, value))

    monkeypatch.setattr(register_rows, "_plain", plain)
    lines = register_list(device.store, REGISTERS["referral"])
    assert {line.id: line.is_unshown for line in lines} == {REFERRALS[0]: True, REFERRALS[1]: False}
    page = register_paper(REGISTERS["referral"], lines, {}, "id", ListPaper(printed=datetime.now().astimezone()))
    assert f"Tidak bisa ditampilkan: rujukan {REFERRALS[0]}" in str(page.bands)
    assert "Anak 22" in str(page.bands)
    device.close()
    told = json.loads(kpm_here("register", "referral", "list", "--json", profile=device.store.folder).stdout)
    assert {one["id"]: one.get("unshown", False) for one in told} == {
        str(REFERRALS[0]): True,
        str(REFERRALS[1]): False,
    }
    assert str(REFERRALS[0]) in kpm_here("register", "referral", "list", profile=device.store.folder).stdout
