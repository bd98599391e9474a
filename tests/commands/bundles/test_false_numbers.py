"""That this laptop is a copy it believes by its own signature alone: nobody begins a new life for it by a number."""

import random
from pathlib import Path

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import invitations, peers
from kpm_desktop.sync.bundle import number_of
from kpm_desktop.sync.header import Seen
from kpm_desktop.sync.seal import AgeIdentity, SigningKey
from tests.support.devices import VILLAGE, Device, Place, acquaint
from tests.support.forger import Draft, encoded
from tests.sync.sample import Party


def party_of(device: Device) -> Party:
    identity = device.identity
    return Party(SigningKey.from_hex(identity.signing_secret), AgeIdentity.from_text(identity.age_secret))


def told(place: Place, bad: Device, boss: Device, number: int, *heads: bytes) -> Path:
    """A bundle of a changed program that says to have seen a number nobody gave."""
    draft = Draft([], party_of(bad), party_of(boss), [], random.Random(number), heads=list(heads))
    draft.manifest = {"number": number, "seen": 2**53}
    file = place.new_folder("kpm-00000000-1.kpmsync")
    file.write_bytes(draft.packed())
    return file


def test_a_number_nobody_gave_begins_no_life_and_doubts_no_invitation(place: Place) -> None:
    boss, bad = place.supervisor("Bu Rina"), place.cadre("Jahat")
    acquaint(bad, boss, VILLAGE)
    boss.invite(VILLAGE)
    life = boss.identity.life
    forged = encoded({"head": "seen", "manifest": "{}", "signature": "ab" * 64})
    with bad.store.reading() as tx:
        (peer,) = peers.receivers(tx)
        known = peers.signed(tx, peer.no)
    assert known is not None
    true = encoded({"head": "seen", "manifest": known[0], "signature": known[1]})
    assert number_of(Seen(*known), boss.key) > 0
    for number, heads in enumerate(((), (forged,), (true,)), 100):
        boss.take(told(place, bad, boss, number, *heads))
    with boss.store.reading() as tx:
        assert not any(one.is_doubted for one in invitations.all_issued(tx))
        assert settings.last_number(tx) < 100
    assert boss.identity.life == life
