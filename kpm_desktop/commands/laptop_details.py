"""One laptop that reports here, or wants to: its six words, where it may write, and how far its work is held."""

from dataclasses import dataclass

from kpm_desktop.commands.find_device import find_device
from kpm_desktop.commands.laptop_copies import NONE, Copies, copies_in
from kpm_desktop.commands.revocations import REVOKED
from kpm_desktop.db import invitations, oversight, peers, settings
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.words import words_of


@dataclass(frozen=True, slots=True)
class LaptopDetails:
    """standing: let_in, revoked or waiting. numbers: per region the greatest number held of its stream.
    waits_for: why a waiting one was not let in at once."""

    key: str
    name: str
    device_name: str
    standing: str
    words: tuple[str, ...]
    role: str
    regions: tuple[str, ...]
    numbers: tuple[tuple[str, int], ...]
    last_number: int
    last_delivery: str | None
    waits_for: Reason | None = None
    copies: Copies = NONE


def laptop_details(store: Store, device: str) -> LaptopDetails:
    """The details of a device, by its key. Refused where it is unknown."""
    with store.reading() as tx:
        access = read_access(tx, settings.read_identity(tx))
        numbers = tuple(oversight.last_numbers(tx, device))
        words = words_of(device)
        for candidate in invitations.candidates(tx):
            if candidate.device == device:
                known = invitations.issued(tx, candidate.invitation)
                return LaptopDetails(
                    key=device,
                    name=candidate.device_name,
                    device_name=candidate.device_name,
                    standing="waiting",
                    words=words,
                    role=known.role if known else "cadre",
                    regions=candidate.regions,
                    numbers=numbers,
                    last_number=0,
                    last_delivery=None,
                    waits_for=reason(candidate.code, device_name=candidate.device_name),
                )
        known_peers = {peer.device: peer for peer in peers.peers(tx)}
        peer = known_peers[find_device(device, known_peers)]
        statement = access.statement_of(device)
        return LaptopDetails(
            key=device,
            name=peer.name,
            device_name=peer.device_name,
            standing="revoked" if device in settings.read(tx, REVOKED, list[str], []) else "let_in",
            words=words,
            role=statement.role if statement else "",
            regions=access.regions_of(device),
            numbers=numbers,
            last_number=peer.last_number,
            last_delivery=peer.last_bundle_at,
            copies=copies_in(tx).get(device, NONE),
        )
