"""From journal to rows and back: the state hash, conflicts as they are marked, and rows that differ being found."""

import hashlib
import json
from uuid import UUID

import pytest

from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.profile.rebuild_rows import rebuild_rows
from kpm_desktop.db import settings
from kpm_desktop.db.journal import heads
from kpm_desktop.db.journal.journal import Entry, Writer
from tests.support.devices import VILLAGE, Device, Place, acquaint, settle

HOUSE, HOME = UUID(int=1), UUID(int=2)


@pytest.fixture
def cadre(place: Place) -> Device:
    cadre = place.cadre("Ibu Sari")
    cadre.save(HOUSE, {"village_code": VILLAGE, "head_name": "Pak Amir", "rt": None})
    return cadre


def test_state_hash_is_what_its_description_says(cadre: Device) -> None:
    """One JSON line per field that is not empty, by region, kind, id and field (docs/architecture.md)."""
    cadre.save(HOME, {"head_name": "Pak Kadér", "is_vulnerable": True})
    told = [
        (HOUSE, "head_name", '"Pak Amir"'),
        (HOUSE, "village_code", f'"{VILLAGE}"'),
        (HOME, "head_name", '"Pak Kadér"'),
        (HOME, "is_vulnerable", "true"),
    ]
    lines = [f'["{VILLAGE}","household","{record}","{field}",[{value}]]\n' for record, field, value in told]
    assert check_profile(cadre.store).state_hash == hashlib.sha256("".join(lines).encode()).hexdigest()


def test_conflicting_values_stand_side_by_side_in_the_hash(cadre: Device, place: Place) -> None:
    supervisor = place.supervisor("Pak Camat")
    acquaint(cadre, supervisor, VILLAGE)
    supervisor.save(HOUSE, {"head_name": "Pak B"})
    cadre.save(HOUSE, {"head_name": "Pak A"})
    settle((cadre, supervisor))
    states = cadre.states(HOUSE)
    assert [json.loads(value) for value in states["head_name"].distinct] == ["Pak A", "Pak B"]
    assert cadre.state() == supervisor.state()
    with cadre.store.reading() as tx:
        assert list(heads.marked(tx)) == [(1, "household", HOUSE, {"conflict": ["head_name"]})]
        assert heads.count_marked(tx) == (1, 0)


def test_credentials_are_no_part_of_the_state(cadre: Device, place: Place) -> None:
    before = check_profile(cadre.store)
    supervisor = place.supervisor("Pak Camat")
    acquaint(cadre, supervisor, VILLAGE)
    after = check_profile(cadre.store)
    assert after.state_hash == before.state_hash
    assert after.journal_hash != before.journal_hash
    assert after.counts["credential"] >= 1


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE household SET head_name = 'Pak Palsu'",
        'UPDATE household SET marks = \'{"conflict":["rt"]}\'',
        "DELETE FROM household",
        "INSERT INTO household (region_no, id, head_name) VALUES (1, x'00112233445566778899aabbccddeeff', 'Pak Hantu')",
    ],
)
def test_a_row_that_differs_is_found_and_mended(cadre: Device, damage: str) -> None:
    sound = check_profile(cadre.store)
    assert sound.is_sound
    with cadre.store.writing() as tx:
        tx.exec_driver_sql(damage)
    assert not check_profile(cadre.store).is_sound
    rebuild_rows(cadre.store)
    assert check_profile(cadre.store) == sound


def test_a_field_waits_while_what_it_rests_on_is_missing(cadre: Device, place: Place) -> None:
    """The middle one of three writes has not come: no conflict is shown between the first and the last."""
    cadre.save(HOUSE, {"head_name": "Pak Dua"})
    cadre.save(HOUSE, {"head_name": "Pak Tiga"})
    with cadre.store.writing() as tx:
        tx.exec_driver_sql("DELETE FROM change WHERE seq = 2")
        heads.refresh(tx, "household", 1, [HOUSE.bytes])
        assert list(heads.marked(tx)) == [(1, "household", HOUSE, {"waiting": ["head_name"]})]
        assert heads.count_marked(tx) == (0, 1)
    assert cadre.shown(HOUSE)["head_name"] == "Pak Tiga"


def test_unknown_kinds_count_in_the_hash_but_have_no_row(cadre: Device) -> None:
    before = cadre.state()
    with cadre.store.reading() as tx:
        rows = heads.counts(tx)
    save_later_kind(cadre)
    assert cadre.state() != before
    with cadre.store.reading() as tx:
        assert heads.counts(tx) == rows
        assert heads.differing_rows(tx) == []


def save_later_kind(device: Device) -> None:
    """As if a newer program had written here."""
    with device.store.writing() as tx:
        writer = Writer(tx, settings.read_identity(tx), device.clock)
        writer.add(Entry(VILLAGE, "later_kind", HOME, {"anything": [1]}))
        writer.flush()
