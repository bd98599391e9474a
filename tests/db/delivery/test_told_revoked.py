"""What a supervisor says of a laptop's standing: its newest word counts, and a restored one counts from below."""

from kpm_desktop.db.delivery import peers, told_revoked
from kpm_desktop.db.delivery.told_revoked import ToldRevoked
from tests.support.devices import VILLAGE, empty_journal

HERE = ToldRevoked(region=VILLAGE, person="Pak Camat", accepted=())
ONE, TWO = "a" * 32, "b" * 32


def test_the_newest_word_of_each_life_counts() -> None:
    with empty_journal() as tx:
        peer = peers.keep_peer(tx, device="c" * 64, age="age1", name="Pak Camat", device_name="", is_upstream=True)
        told_revoked.keep(tx, peer.no, ONE, 8, [HERE])
        told_revoked.keep(tx, peer.no, ONE, 7, [])
        assert told_revoked.told_revoked(tx) == [HERE], "an older bundle came late"
        assert told_revoked.regions_told(tx, peer.no) == {VILLAGE}
        told_revoked.keep(tx, peer.no, TWO, 3, [])
        assert told_revoked.told_revoked(tx) == [], "it was restored, and says so no more"
        assert told_revoked.regions_told(tx, peer.no) == frozenset()
