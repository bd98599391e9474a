"""What a person may call a device: the first eight digits of its key, or its words."""

from collections.abc import Iterable

from kpm_desktop.db.delivery import invitations, peers
from kpm_desktop.db.delivery.peers import Peer
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.sync.access import Access
from kpm_desktop.sync.words import FORMER_COUNT, words_of

SHORT = 8


def find_device(asked: str, keys: Iterable[str]) -> str:
    """The one key that is meant; refused when none or several are."""
    wanted = asked.replace("-", " ").lower().split()
    text = "".join(wanted)
    found = {key for key in keys if (len(text) >= SHORT and key.startswith(text)) or _is_called(key, wanted)}
    if len(found) != 1:
        raise refused("access.no_such_device" if not found else "access.several_devices", value=asked)
    return found.pop()


def _is_called(key: str, wanted: list[str]) -> bool:
    """Whether these are its eight words, or the six of them an earlier version showed."""
    words = list(words_of(key))
    return wanted in (words, words[:FORMER_COUNT])


def find_peer(tx: Transaction, asked: str) -> Peer:
    """The peer that is meant; a device that only waits is told apart."""
    known = {peer.device: peer for peer in peers.peers(tx)}
    return known[_find(tx, asked, known)]


def find_known(tx: Transaction, access: Access, asked: str) -> tuple[str, str]:
    """The key and the person of a device that exchanges bundles with this one, or that somebody else vouches for."""
    known = {device: held[0].person for device, held in access.proved.held.items()}
    known |= {peer.device: peer.name for peer in peers.peers(tx)}
    device = _find(tx, asked, known)
    return device, known[device]


def _find(tx: Transaction, asked: str, known: Iterable[str]) -> str:
    waiting = {candidate.device for candidate in invitations.candidates(tx)}
    device = find_device(asked, {*known, *waiting})
    if device not in known:
        raise refused("access.still_waiting", value=asked)
    return device
