"""Laptops with codes of different lists: each side under its own code, and an older program in between."""

from uuid import UUID

import pytest

from kpm_desktop.commands.access.follow_list import JUDGED_BY, follow_list
from kpm_desktop.commands.access.recover_programme import recover_programme
from kpm_desktop.commands.access.revoke_device import revoke_device
from kpm_desktop.commands.supervision.village_overview import village_overview
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import waiting
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.seal import AgeIdentity, SigningKey
from tests.support.devices import NOON, Device, Place, acquaint, settle
from tests.support.region_lists import successors_are

OLD, NEW, NEW_KECAMATAN, KABUPATEN = "12.21.02.2065", "12.21.16.2001", "12.21.16", "12.21"


def household(device: Device, region: str) -> UUID:
    """A new household in a village."""
    record = new_id()
    device.save(record, {"village_code": region, "head_name": "Pak Amir"}, region=region)
    return record


def waits(device: Device) -> list[str]:
    """The regions of what waits for somebody to vouch for it."""
    with device.store.reading() as tx:
        return [kept.region for kept in waiting.waiting(tx)]


def villages(device: Device) -> dict[str, list[str]]:
    """The villages a supervisor is shown, and whose laptops deliver from each."""
    found = village_overview(device.store, today=NOON.date())
    return {village.code: [laptop.name for laptop in village.laptops] for village in found.villages}


@pytest.mark.parametrize(
    ("above", "below"), [(NEW_KECAMATAN, OLD), ("93.01", "91.01.04.2001"), ("91.01", "93.01.04.2001")]
)
def test_both_sides_keep_their_code_and_hold_the_same(place: Place, above: str, below: str) -> None:
    supervisor, cadre = place.supervisor("Pak Camat", above), place.cadre("Ibu Sari", below)
    acquaint(cadre, supervisor)
    record = household(cadre, below)
    settle((cadre, supervisor))
    supervisor.save(record, {"rt": "003"}, region=below)
    settle((cadre, supervisor))
    assert cadre.shown(record, region=below)["rt"] == supervisor.shown(record, region=below)["rt"] == "003"
    assert cadre.names() == supervisor.names()
    assert villages(supervisor) == {below: ["Ibu Sari"]}
    settle((cadre, supervisor))
    assert cadre.export() == []


def test_a_new_laptop_under_the_new_code_gets_the_records_of_the_old_one(place: Place) -> None:
    supervisor, lost = place.supervisor("Pak Camat", NEW_KECAMATAN), place.cadre("Ibu Sari", OLD)
    acquaint(lost, supervisor)
    record = household(lost, OLD)
    settle((lost, supervisor))
    fresh = place.cadre("Ibu Sari", NEW)
    acquaint(fresh, supervisor)
    assert fresh.shown(record, region=OLD)["head_name"] == "Pak Amir"
    fresh.save(record, {"rt": "001"}, region=OLD)
    settle((fresh, supervisor))
    assert supervisor.shown(record, region=OLD)["rt"] == "001"


def test_a_village_that_stayed_is_nobody_elses(place: Place) -> None:
    supervisor, cadre = place.supervisor("Pak Camat", NEW_KECAMATAN), place.cadre("Ibu Sari", "12.21.02.2001")
    with pytest.raises(Refused) as refusal:
        cadre.join(supervisor.invite())
    assert [why.code for why in refusal.value.reasons] == ["access.outside_invitation"]


@pytest.mark.parametrize("noted", [True, False])
def test_an_older_program_lets_wait_what_its_list_does_not_vouch_for(place: Place, noted: bool) -> None:
    kabupaten = place.supervisor("Bu Bupati", KABUPATEN)
    supervisor, cadre = place.supervisor("Pak Camat", NEW_KECAMATAN), place.cadre("Ibu Sari", OLD)
    acquaint(supervisor, kabupaten, NEW_KECAMATAN, role="supervisor")
    acquaint(cadre, supervisor)
    record = household(cadre, OLD)
    settle((cadre, supervisor))
    up = supervisor.export(kabupaten)
    with successors_are():  # the kabupaten's program has a list from before
        with kabupaten.store.writing() as tx:
            tx.exec_driver_sql("DELETE FROM setting WHERE name = ?", (JUDGED_BY,))
            if noted:
                settings.write(tx, JUDGED_BY, "an earlier list")
        kabupaten.take(*up)
        assert OLD in waits(kabupaten)
        assert kabupaten.shown(record, region=OLD) == {}
    follow_list(kabupaten.store)
    assert waits(kabupaten) == []
    assert kabupaten.shown(record, region=OLD)["head_name"] == "Pak Amir"
    settle((cadre, supervisor), (supervisor, kabupaten))
    assert kabupaten.state(OLD) == cadre.state(OLD)
    assert kabupaten.faults() == []


def test_an_older_program_does_not_take_the_invitation(place: Place) -> None:
    supervisor, cadre = place.supervisor("Pak Camat", NEW_KECAMATAN), place.cadre("Ibu Sari", OLD)
    invitation = supervisor.invite()
    with successors_are(), pytest.raises(Refused):
        cadre.join(invitation)
    cadre.join(invitation)


def test_a_list_that_takes_a_move_back_sets_aside_what_it_let_count(place: Place) -> None:
    supervisor, cadre = place.supervisor("Pak Camat", NEW_KECAMATAN), place.cadre("Ibu Sari", OLD)
    acquaint(cadre, supervisor)
    record = household(cadre, OLD)
    settle((cadre, supervisor))
    with successors_are():
        with supervisor.store.writing() as tx:
            settings.write(tx, JUDGED_BY, "the list of 2025")
        follow_list(supervisor.store)
        assert supervisor.shown(record, region=OLD) == {}
    with supervisor.store.writing() as tx:
        settings.write(tx, JUDGED_BY, "the list of 2026")
    follow_list(supervisor.store)
    assert supervisor.shown(record, region=OLD)["head_name"] == "Pak Amir"
    assert supervisor.names() == cadre.names()


def test_revoking_reaches_what_was_written_under_the_old_code(place: Place) -> None:
    kabupaten = place.supervisor("Bu Bupati", KABUPATEN)
    supervisor, cadre = place.supervisor("Pak Camat", NEW_KECAMATAN), place.cadre("Ibu Sari", OLD)
    acquaint(supervisor, kabupaten, NEW_KECAMATAN, role="supervisor")
    acquaint(cadre, supervisor)
    record = household(cadre, OLD)
    settle((cadre, supervisor), (supervisor, kabupaten))
    revoke_device(kabupaten.store, supervisor.key, clock=kabupaten.clock)
    supervisor.save(record, {"rt": "666"}, region=OLD)
    kabupaten.take(*supervisor.export(kabupaten))
    assert "rt" not in kabupaten.shown(record, region=OLD)
    assert kabupaten.names() >= supervisor.names(), "it is kept"


def test_what_nobody_may_read_is_not_sent_along(place: Place) -> None:
    """Papua's own device let Merauke in under the old code; villages of Papua Selatan are not passed on that way."""
    old, new = "91.01.04.2001", "93.01.04.2001"
    papua, merauke = place.supervisor("Papua", "91"), place.supervisor("Merauke", "91.01")
    acquaint(merauke, papua, "91.01", role="supervisor")
    household(papua, old)
    household(papua, new)
    settle((merauke, papua))
    with merauke.store.reading() as tx:
        regions = {row[0] for row in tx.exec_driver_sql("SELECT code FROM region")}
        access = read_access(tx, merauke.identity)
    assert old in regions and new not in regions
    assert access.may_write(papua.key, old) and not access.may_write(papua.key, new)
    with pytest.raises(Refused) as refusal:
        merauke.invite(new)
    assert [why.code for why in refusal.value.reasons] == ["access.beyond_papers"]


def test_the_sheet_makes_good_what_the_chain_does_not_reach(place: Place) -> None:
    papua, merauke = place.supervisor("Papua", "91"), place.supervisor("Merauke", "91.01")
    sheet = papua.found_programme()
    acquaint(merauke, papua, "91.01", role="supervisor")
    keys = SigningKey.from_hex(sheet.programme_secret), AgeIdentity.from_text(sheet.recovery_secret)
    recover_programme(merauke.store, *keys, clock=merauke.clock)
    cadre = place.cadre("Ibu Sari", "93.01.04.2001")
    acquaint(cadre, merauke)
    record = household(cadre, "93.01.04.2001")
    settle((cadre, merauke))
    assert merauke.shown(record, region="93.01.04.2001")["head_name"] == "Pak Amir"
