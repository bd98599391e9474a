"""Of nobody is more remembered than a laptop needs, whatever she sends and says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from kpm_desktop.db.delivery import bundles_in, peers
from kpm_desktop.db.delivery.bundles_in import TakenIn
from kpm_desktop.db.delivery.peers import Answer, Peer
from kpm_desktop.sync.credentials import SUPERVISOR
from kpm_desktop.sync.packing import MOST_HAVE_BYTES
from tests.commands.bundles.test_waiting_rooms import sent, take
from tests.support.devices import DISTRICT, empty_journal
from tests.sync.test_every_order import CAMAT, PROGRAMME, paper, top


@pytest.fixture
def tx() -> Iterator[Connection]:
    with empty_journal() as connection:
        yield connection


def sari(tx: Connection) -> Peer:
    return peers.keep_peer(tx, device="ab" * 32, age="age1", name="Ibu Sari", device_name="", is_upstream=False)


def test_bundles_are_remembered_up_to_a_number(tx: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles_in, "MOST", 10)
    for at in range(50):
        bundles_in.note(tx, b"%032d" % at, TakenIn("ab" * 32, at + 1, "2025"), "1f" * 16, is_whole=True)
        assert bundles_in.find(tx, b"%032d" % at) is not None
    assert [at for at in range(50) if bundles_in.find(tx, b"%032d" % at)] == list(range(40, 50))


def test_who_sends_without_end_hides_nobodys_bundle(tx: Connection) -> None:
    bundles_in.note(tx, b"x" * 32, TakenIn("ab" * 32, 1, "2025-01-01"), "1f" * 16, is_whole=True)
    for at in range(300):
        bundles_in.note(tx, b"%032d" % at, TakenIn(f"{at:064x}", 1, "2025-02-01"), "1f" * 16, is_whole=True)
    told = bundles_in.newest(tx, 200, ["ab" * 32])
    assert told[-1].device == "ab" * 32 and len(told) == bundles_in.MOST_OF_STRANGERS + 1


def test_of_lives_without_end_the_last_are_kept(tx: Connection) -> None:
    peer = sari(tx)
    for at in range(40):
        answer = Answer(life=f"{at:032x}", number=at + 1, seen=0, first_mark=at // 20, have={})
        peers.keep_answer(tx, peer.no, answer)
    assert [each.number for each in peers.answers(tx, peer.no)] == list(range(33, 41))


def test_of_a_have_no_more_is_kept_than_a_sender_may_say(tmp_path: Path) -> None:
    papers = (paper(PROGRAMME, CAMAT, SUPERVISOR, DISTRICT, "Pak Camat"),)
    with top() as tx:
        take(tx, sent(tmp_path, CAMAT, [], papers=papers, have=99_000))
        (peer,) = peers.peers(tx)
        (answer,) = peers.answers(tx, peer.no)
        (pieces,) = answer.have.values()
        assert 0 < sum(map(len, pieces.values())) * 136 <= MOST_HAVE_BYTES
