"""What one laptop cannot send keeps nothing else back, is named, and is not tried again and again."""

from datetime import timedelta
from typing import Any

import pytest

from kpm_desktop.commands.bundles import import_bundle as importing
from kpm_desktop.commands.bundles.due_receipts import due_receipts
from kpm_desktop.commands.bundles.exchange_with import Round, Urge, exchange_with
from kpm_desktop.commands.bundles.export_bundle import export_bundle
from kpm_desktop.commands.bundles.make_receipt import make_receipt
from kpm_desktop.commands.bundles.open_bundle import look_into
from kpm_desktop.commands.bundles.send import Sent
from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.commands.remotes.exchange_steps import run_steps
from kpm_desktop.commands.remotes.remotes import add_server
from kpm_desktop.db.delivery import delivery
from kpm_desktop.db.journal import streams
from kpm_desktop.db.journal.journal import Entry
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.wording import LANGUAGES, Wording
from kpm_desktop.sync import outgoing, range_proof
from kpm_desktop.sync.folder import FolderRoute
from tests.support.cli import kpm_here
from tests.support.devices import DISTRICT, VILLAGE, Device, Place, acquaint, settle_by_what_is_due
from tests.support.places import SharedPlace

NEIGHBOUR = "12.75.01.1002"
MIB = 1024 * 1024


@pytest.fixture
def above(place: Place) -> Device:
    """Whom the supervisor reports to."""
    return place.supervisor("Pak Camat", "12.75")


@pytest.fixture
def boss(place: Place, above: Device) -> Device:
    boss = place.supervisor("Bu Rina")
    acquaint(boss, above, DISTRICT, role="supervisor")
    return boss


@pytest.fixture
def sari(place: Place, boss: Device) -> Device:
    """A cadre of two villages."""
    sari = place.device("Ibu Sari", "cadre", [VILLAGE, NEIGHBOUR])
    acquaint(sari, boss, DISTRICT)
    return sari


def household(device: Device, region: str = VILLAGE, **values: Any) -> None:
    device.save(new_id(), {"village_code": region, "head_name": "Kepala", **values}, region=region)


def exported(device: Device) -> Sent:
    return export_bundle(device.store, FolderRoute(device.outbox()), clock=device.clock)


def taken(device: Device, sent: Sent) -> None:
    for account in device.take(*(done.file for done in sent.delivered)):
        assert account.refused == []


def test_twelve_mebibytes_between_two_exports_are_two_ranges(sari: Device, boss: Device) -> None:
    """Long notes by the thousand, as a table of them brings: a seal every 8 MiB."""
    values = {"village_code": VILLAGE, "head_name": "Kepala", "note": "\u1ea1" * 2000}
    with sari.store.writing() as tx:
        batch = RecordBatch(tx, sari.identity, sari.clock)
        for _ in range(2100):
            batch.add(Entry(VILLAGE, "household", new_id(), values), is_new=True)
        batch.flush()
    sent = exported(sari)
    (number,) = {done.number for done in sent.delivered}
    with sari.store.reading() as tx:
        (sent_bundle,) = delivery.bundles_numbered(tx, [number])
        sizes = [streams.size_of(tx, span).whole for span in sent_bundle.spans]
    assert len(sizes) == 2
    assert 8 * MIB - 8000 < sizes[0] <= 8 * MIB
    taken(boss, sent)
    assert boss.names() >= sari.names()


def test_what_one_region_cannot_send_keeps_anothers_not_back(
    sari: Device, boss: Device, above: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the work of a third laptop came with too much under one seal."""
    household(sari, NEIGHBOUR)
    for _ in range(4):
        household(sari)
    boss.take(*sari.export())
    monkeypatch.setattr(outgoing, "MAX_RANGE_CHANGES", 3)
    sent = exported(boss)
    (left_out,) = sent.left_out
    assert (left_out.device, left_out.name, left_out.region) == (sari.key, "Ibu Sari", VILLAGE)
    assert (left_out.first, left_out.last) == (1, 4)
    for language in LANGUAGES:
        assert "1–4" in Wording(language).say(left_out.why)
    taken(above, sent)
    with above.store.reading() as tx:
        held = set(tx.exec_driver_sql("SELECT code FROM region r JOIN household h ON h.region_no = r.no").scalars())
    assert held == {NEIGHBOUR}


def test_what_is_left_out_makes_nothing_due(sari: Device, boss: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(4):
        household(sari)
    taken(boss, exported(sari))
    sari.take(*boss.receipt(sari.key))
    other = boss.place.cadre("Ibu Ani")
    monkeypatch.setattr(outgoing, "MAX_RANGE_CHANGES", 3)
    acquaint(other, boss, VILLAGE)
    settle_by_what_is_due(other, boss)
    with other.store.reading() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM household").scalar() == 0
    assert other.key not in due_receipts(boss.store)
    assert len(make_receipt(boss.store, other.key, FolderRoute(boss.outbox()), clock=boss.clock).left_out) == 1


def test_own_work_an_earlier_program_sealed_too_seldom_is_sealed_again(
    sari: Device, boss: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(9):
        household(sari)
    with sari.store.writing() as tx:
        outgoing.seal_own(tx, sari.identity)
    monkeypatch.setattr(outgoing, "SPLIT", 3)
    for module in (outgoing, range_proof):
        monkeypatch.setattr(module, "MAX_RANGE_CHANGES", 3)
    sent = exported(sari)
    assert sent.left_out == []
    taken(boss, sent)
    assert boss.names() >= sari.names()


def test_a_range_too_large_is_refused_alone_and_named(
    sari: Device, boss: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a careless laptop sends it: what lies beside it is taken."""
    household(sari, NEIGHBOUR)
    for _ in range(4):
        household(sari)
    files = sari.export()
    monkeypatch.setattr(range_proof, "MAX_RANGE_CHANGES", 3)
    (account,) = boss.take(*files)
    assert [why.code for why in account.refused] == ["bundle.range_large"]
    assert account.new == {"household": 1}


@pytest.fixture
def cloud() -> SharedPlace:
    return SharedPlace()


def visited(device: Device, remote: str, cloud: SharedPlace, urge: Urge = Urge.BY_ITSELF) -> Round:
    return run_steps(exchange_with(device.store, remote, urge=urge, clock=device.clock), cloud)


def test_what_is_refused_over_there_goes_by_itself_once_a_day(
    sari: Device, boss: Device, cloud: SharedPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The supervisor's laptop sees each bundle and cannot take it: their laptops do not send it to and fro all day."""

    def none_holds(*_: object) -> None:
        raise refused("bundle.range_broken", first=1, last=1, device="")

    monkeypatch.setattr(importing, "prove", none_holds)
    hers = add_server(sari.store, "https://awan.desa.id/kpm/", user="kader", password="rahasia").id
    theirs = add_server(boss.store, "https://awan.desa.id/kpm/", user="bu", password="rahasia").id
    household(sari)

    def sent_in_rounds() -> list[int]:
        found = []
        for _ in range(5):
            found.append(sum(one.changes for one in visited(sari, hers, cloud).sent))
            visited(boss, theirs, cloud)
        return found

    assert sent_in_rounds() == [1, 0, 0, 0, 0]
    assert sum(one.changes for one in visited(sari, hers, cloud, Urge.ASKED).sent) == 1, "by hand it goes at once"
    visited(boss, theirs, cloud)
    sari.skew += timedelta(days=1, hours=1)
    boss.skew += timedelta(days=1, hours=1)
    assert sent_in_rounds() == [1, 0, 0, 0, 0]


def test_who_looks_into_a_bundle_hears_that_a_range_is_too_large(
    sari: Device, boss: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not that its seal does not hold."""
    for _ in range(4):
        household(sari)
    (file,) = sari.export()
    monkeypatch.setattr(range_proof, "MAX_RANGE_CHANGES", 3)
    (piece,) = look_into(boss.store, file).ranges
    assert piece.fault is not None and piece.fault.code == "bundle.range_large"
    boss.close()
    done = kpm_here("open", file, profile=boss.store.folder)
    assert "TERLALU BESAR" in done.stdout and "SEGEL" not in done.stdout
