"""Who may: several laptops of one person, codes that let nobody in, lost first sticks, carriers who alter or drop
lines, supervisors who follow one another, revoked laptops that go on sending."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import msgspec
import pytest

from kpm_desktop.commands.access.accept_device import accept_device
from kpm_desktop.commands.access.revoke_device import release_device, revoke_device
from kpm_desktop.commands.bundles.missing_numbers import missing_numbers
from kpm_desktop.commands.supervision.device_list import device_list
from kpm_desktop.commands.supervision.laptop_details import laptop_details
from kpm_desktop.db.delivery import peers
from kpm_desktop.db.delivery.peers import receivers
from kpm_desktop.domain.change import line_hash
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.wording import Wording
from kpm_desktop.sync import seal
from kpm_desktop.sync.bundle import Cover, Opened, pack, unpack
from kpm_desktop.sync.header import Enrolment, Header, Range
from kpm_desktop.sync.invitation import read_enrolment, write_enrolment
from kpm_desktop.sync.seal import AgeIdentity, SigningKey
from tests.support.devices import DISTRICT, REGENCY, VILLAGE, Device, Place, acquaint, exchange, settle


@pytest.fixture
def upper(place: Place) -> Device:
    return place.supervisor("Bu Bupati", REGENCY)


@pytest.fixture
def middle(place: Place, upper: Device) -> Device:
    middle = place.supervisor("Pak Camat")
    acquaint(middle, upper, DISTRICT, role="supervisor")
    return middle


@pytest.fixture
def cadre(place: Place, middle: Device) -> Device:
    cadre = place.cadre("Ibu Sari")
    acquaint(cadre, middle, VILLAGE)
    return cadre


def household(device: Device, name: str = "Pak Amir") -> UUID:
    record = new_id()
    device.save(record, {"village_code": VILLAGE, "head_name": name})
    return record


def listed(device: Device, key: str) -> dict[str, object]:
    (found,) = (each for each in device_list(device.store) if each["key"] == key)
    return found


def reporting_to(device: Device) -> list[str]:
    with device.store.reading() as tx:
        return [peer.name for peer in receivers(tx)]


def test_two_laptops_of_one_person_are_told_apart_and_share_their_work(
    cadre: Device, middle: Device, place: Place
) -> None:
    second = place.cadre("Ibu Sari")
    acquaint(second, middle, VILLAGE)
    mine, hers = household(cadre, "Pak Satu"), household(second, "Pak Dua")
    settle((cadre, middle), (second, middle), (cadre, middle))
    one, other = (listed(middle, device.key) for device in (cadre, second))
    assert (one["name"], one["standing"]) == (other["name"], other["standing"]) == ("Ibu Sari", "let_in")
    assert one["words"] != other["words"] and one["device"] != other["device"]
    assert cadre.shown(hers)["head_name"] == "Pak Dua"
    assert second.shown(mine)["head_name"] == "Pak Satu"
    assert cadre.names() == second.names()


def test_the_first_stick_is_lost_and_the_next_one_enrols(place: Place, middle: Device) -> None:
    fresh = place.cadre("Ibu Baru")
    fresh.join(middle.invite(VILLAGE))
    record = household(fresh)
    for _ in range(3):
        assert enrolment_in(fresh, fresh.export()) is not None
        fresh.save(record, {"rt": "1"})
    middle.take(*fresh.export())
    assert middle.shown(record)["head_name"] == "Pak Amir"
    fresh.take(*middle.receipt(fresh.key))
    fresh.save(record, {"rt": "2"})
    assert enrolment_in(fresh, fresh.export()) is None


def enrolment_in(device: Device, files: Sequence[Path]) -> Enrolment | None:
    (file,) = files
    return unpack(file.read_bytes(), AgeIdentity.from_text(device.identity.age_secret)).header.enrolment


@pytest.mark.parametrize("why", ["enrolment_used", "enrolment_expired", "enrolment_unknown", "enrolment_wrong_code"])
def test_a_code_that_proves_nothing_waits_and_comes_in_when_accepted(place: Place, middle: Device, why: str) -> None:
    stranger = place.cadre("Ibu Baru")
    invitation = middle.invite(VILLAGE)
    if why == "enrolment_used":
        acquaint_with(place.cadre("Ibu Cepat"), middle, invitation)
    if why == "enrolment_unknown":
        backup = middle.backed_up()
        invitation = middle.invite(VILLAGE)
        middle.close()
        middle = middle.restored(backup)
    stranger.join(invitation)
    if why == "enrolment_expired":
        middle.skew = timedelta(days=90)
    record = household(stranger)
    (file,) = stranger.export()
    if why == "enrolment_wrong_code":
        file = with_wrong_code(stranger, middle, file)
    (account,) = middle.take(file)
    assert account.enrolment_waits is not None and account.enrolment_waits.code == f"access.{why}"
    assert account.waiting == [(stranger.key, 1)] and account.outcome == "taken"
    waiting = listed(middle, stranger.key)
    assert (waiting["standing"], waiting["why"], waiting["waiting"]) == ("waiting", why, 1)
    assert laptop_details(middle.store, stranger.key).waiting == 1
    assert middle.shown(record) == {}
    assert accept_device(middle.store, stranger.key, clock=middle.clock).changes == 1
    assert middle.shown(record)["head_name"] == "Pak Amir"
    assert (listed(middle, stranger.key)["standing"], listed(middle, stranger.key)["waiting"]) == ("let_in", 0)


def acquaint_with(below: Device, above: Device, invitation: Path) -> None:
    below.join(invitation)
    exchange(below, above)


def with_wrong_code(sender: Device, receiver: Device, file: Path) -> Path:
    """The same bundle from a laptop that has another code than the invitation's."""
    opened = unpack(file.read_bytes(), AgeIdentity.from_text(sender.identity.age_secret))
    assert opened.header.enrolment is not None
    line = write_enrolment(read_enrolment(opened.header.enrolment), "0" * 32)
    changes = [line for _, lines in opened for line in lines]
    return repacked(sender, receiver, opened, msgspec.structs.replace(opened.header, enrolment=line), changes)


def repacked(carrier: Device, receiver: Device, opened: Opened, header: Header, lines: Sequence[bytes]) -> Path:
    """A bundle with other content, truly signed by whoever carries it."""
    identity = carrier.identity
    manifest = opened.manifest
    cover = Cover(
        bundle_id=uuid4(),
        number=manifest.number,
        life=manifest.life,
        to=receiver.key,
        seen=manifest.seen,
        created_at=manifest.created_at,
        app=manifest.app,
    )
    key = SigningKey.from_hex(identity.signing_secret)
    file = carrier.place.new_folder("berubah.kpmsync")
    file.write_bytes(pack(cover, header, lines, key, [receiver.identity.age]))
    return file


def carried(carrier: Device, receiver: Device, *, drop: bool = False) -> Path:
    """What a carrier passes on with the last line of the cadre's household altered and sealed by himself, or with the
    first of its lines left out."""
    (file,) = carrier.export(receiver)
    opened = unpack(file.read_bytes(), AgeIdentity.from_text(carrier.identity.age_secret))
    pieces, lines = [], []
    for piece, of_piece in opened:
        if piece.device != carrier.key and any(b"Pak Amir" in line for line in of_piece):
            piece, of_piece = without_first(piece, of_piece) if drop else altered(carrier, piece, of_piece)
        pieces.append(piece)
        lines += of_piece
    header = msgspec.structs.replace(opened.header, ranges=tuple(pieces))
    return repacked(carrier, receiver, opened, header, lines)


def altered(carrier: Device, piece: Range, lines: list[bytes]) -> tuple[Range, list[bytes]]:
    assert b"Pak Amir" in lines[-1]
    lines = [*lines[:-1], lines[-1].replace(b"Pak Amir", b"Pak Ubah")]
    tip = line_hash(lines[-1])
    forged = seal.seal_range(SigningKey.from_hex(carrier.identity.signing_secret), piece.stream, piece.last, tip)
    return Range(piece.stream, piece.region, piece.device, piece.first, piece.last, tip.hex(), forged), lines


def without_first(piece: Range, lines: list[bytes]) -> tuple[Range, list[bytes]]:
    return (
        Range(piece.stream, piece.region, piece.device, piece.first + 1, piece.last, piece.tip, piece.seal),
        lines[1:],
    )


def test_a_carrier_who_rewrites_a_line_is_found_out_one_level_up(cadre: Device, middle: Device, upper: Device) -> None:
    record = household(cadre)
    settle((cadre, middle))
    own = household(middle, "Pak Sendiri")
    before = upper.names()
    (account,) = upper.take(carried(middle, upper))
    (why,) = account.refused
    told = Wording("id").say(why)
    assert why.code == "exchange.range_altered"
    assert "Ibu Sari" in told and "Pak Camat" in told and cadre.key[:8] in told
    assert upper.shown(record) == {} and upper.shown(own)["head_name"] == "Pak Sendiri", "the rest came in"
    assert upper.names() > before
    settle((middle, upper))
    assert upper.shown(record)["head_name"] == "Pak Amir", "the true line comes with the next bundle"


def test_a_carrier_who_drops_lines_leaves_numbers_missing_above(cadre: Device, middle: Device, upper: Device) -> None:
    first = household(cadre, "Pak Pertama")
    second = household(cadre)
    settle((cadre, middle))
    upper.take(carried(middle, upper, drop=True))
    assert upper.shown(second)["head_name"] == "Pak Amir"
    assert [(hole.first, hole.last, hole.person) for hole in missing_numbers(upper.store)] == [(1, 1, "Ibu Sari")]
    settle((middle, upper))
    assert missing_numbers(upper.store) == []
    assert upper.shown(first)["head_name"] == "Pak Pertama"


def test_a_revoked_laptop_that_sends_is_told_the_truth_about(cadre: Device, middle: Device) -> None:
    kept = household(cadre)
    settle((cadre, middle))
    ordered = revoke_device(middle.store, cadre.key, clock=middle.clock)
    assert (ordered.counting, ordered.set_aside) == (1, 0)
    later = household(cadre, "Pak Hantu")
    cadre.save(kept, {"rt": "9"})
    (account,) = middle.take(*cadre.due(middle.key))
    assert account.is_revoked and account.set_aside == 2
    assert account.outcome == "taken" and account.refused == []
    assert middle.shown(later) == {} and "rt" not in middle.shown(kept)
    seen = listed(middle, cadre.key)
    assert (seen["standing"], seen["set_aside"]) == ("revoked", 2)
    details = laptop_details(middle.store, cadre.key)
    assert (details.standing, details.counting, [day.count for day in details.set_aside]) == ("revoked", 1, [2])


def test_work_is_released_up_to_a_day(cadre: Device, middle: Device) -> None:
    household(cadre)
    settle((cadre, middle))
    revoke_device(middle.store, cadre.key, clock=middle.clock)
    found = []
    for day in range(3):
        cadre.skew = timedelta(days=day)
        found.append(household(cadre, f"Pak {day}"))
    middle.take(*cadre.due(middle.key))
    days = laptop_details(middle.store, cadre.key).set_aside
    assert [day.count for day in days] == [1, 1, 1]
    ordered = release_device(middle.store, cadre.key, days[1].release, clock=middle.clock)
    assert (ordered.counting, ordered.set_aside) == (3, 1)
    assert [bool(middle.shown(record)) for record in found] == [True, True, False]
    assert [day.day for day in laptop_details(middle.store, cadre.key).set_aside] == [days[2].day]


def test_a_supervisor_above_revokes_a_cadre_it_never_met(cadre: Device, middle: Device, upper: Device) -> None:
    record = household(cadre)
    settle((cadre, middle), (middle, upper))
    assert listed(upper, cadre.key)["standing"] == "elsewhere"
    revoke_device(upper.store, cadre.key[:8], clock=upper.clock)
    later = household(cadre, "Pak Hantu")
    settle((middle, upper), (cadre, middle), (middle, upper))
    assert middle.shown(later) == upper.shown(later) == {}
    assert middle.shown(record)["head_name"] == "Pak Amir"
    assert listed(upper, cadre.key)["standing"] == "revoked"


def test_a_new_supervisor_is_reported_to_once_his_bundle_came(
    place: Place, cadre: Device, middle: Device, upper: Device
) -> None:
    """The supervisor above lets a successor in; his receipt is all a cadre's laptop needs, and all is sent anew."""
    record = household(cadre)
    on_the_way = cadre.export()
    upper.take(*middle.export())
    second = place.supervisor("Bu Kedua")
    acquaint(second, upper, DISTRICT, role="supervisor")
    settle((second, upper))
    assert listed(second, cadre.key)["standing"] == "elsewhere"
    (account,) = cadre.take(*second.receipt(cadre.key))
    assert account.receiver == "Bu Kedua"
    assert reporting_to(cadre) == ["Pak Camat", "Bu Kedua"]
    second.take(*cadre.export(second))
    assert on_the_way and second.shown(record)["head_name"] == "Pak Amir", (
        "what is under way to the old one is made again"
    )
    revoke_device(upper.store, middle.key[:8], clock=upper.clock)
    settle((second, upper), (cadre, second))
    assert reporting_to(cadre) == ["Bu Kedua"]
    later = household(cadre, "Pak Kemudian")
    settle((cadre, second), (second, upper))
    assert upper.shown(later)["head_name"] == "Pak Kemudian", "nobody was enrolled again"


def test_a_peer_or_a_cadre_becomes_nobodys_supervisor(place: Place, middle: Device, upper: Device) -> None:
    """Two supervisors of one district exchange bundles; neither reports to the other."""
    second = place.supervisor("Bu Kedua")
    acquaint(second, upper, DISTRICT, role="supervisor")
    settle((middle, upper), (second, upper), (middle, upper))
    with pytest.raises(Refused):
        second.receipt(middle.key)
    with second.store.writing() as tx:
        identity = middle.identity
        peers.keep_peer(tx, device=identity.device, age=identity.age, name="", device_name="", is_upstream=False)
    (account,) = middle.take(*second.receipt(middle.key))
    assert account.receiver == "" and reporting_to(middle) == ["Bu Bupati"]


def test_a_laptop_whose_only_supervisor_was_revoked_reports_to_who_stands_above(
    cadre: Device, middle: Device, upper: Device
) -> None:
    """Who was revoked gets nothing to pass on, so that somebody above has to tell it."""
    settle((cadre, middle), (middle, upper))
    revoke_device(upper.store, middle.key[:8], clock=upper.clock)
    settle((middle, upper))
    (account,) = cadre.take(*upper.receipt(cadre.key))
    assert account.receiver == "Bu Bupati"
    later = household(cadre)
    assert cadre.export(middle) == []
    upper.take(*cadre.export(upper))
    assert upper.shown(later)["head_name"] == "Pak Amir"
