"""One laptop that reports here, or wants to: its eight words, where it may write, and how far its work is held."""

from dataclasses import dataclass

from kpm_desktop.commands.access.accept_device import to_give, without_record
from kpm_desktop.commands.access.find_device import find_known
from kpm_desktop.commands.access.revoke_device import orderable
from kpm_desktop.commands.access.revokers import revokers
from kpm_desktop.commands.bundles.laptop_copies import NONE, Copies, copies_in
from kpm_desktop.commands.review.set_aside import SetAsideDay, days_in
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import invitations, peers, revoked, standing, waiting
from kpm_desktop.db.delivery.refused_files import RefusedFile, refused_files
from kpm_desktop.db.queries import oversight
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.regions.place_names import Names, names_of
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.credentials import CADRE, SUPERVISOR
from kpm_desktop.sync.standing import Standings
from kpm_desktop.sync.words import words_of


@dataclass(frozen=True, slots=True)
class LaptopDetails:
    """standing: let_in, upstream, elsewhere (somebody else let it in), revoked or waiting. may_order: whether this
    device's own word revokes it; else the programme key's does. may_accept: whether its work counts once it is let in.
    numbers: per region the greatest number held of its stream. waits_for: why a waiting one was not let in at once.
    waiting: its changes nobody vouches for yet, or whose paper has not come as a change. counting: its changes that
    count here; set_aside: per day, those that do not. refused: a file that bears its name and could not be taken in."""

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
    refused: RefusedFile | None = None
    may_order: bool = True
    may_accept: bool = False
    waiting: int = 0
    counting: int = 0
    set_aside: tuple[SetAsideDay, ...] = ()


def laptop_details(store: Store, device: str) -> LaptopDetails:
    """The details of a device, by its key. Refused where it is unknown."""
    with store.reading() as tx:
        identity = settings.read_identity(tx)
        access = read_access(tx, identity)
        numbers = tuple(oversight.last_numbers(tx, device))
        words = words_of(device)
        for candidate in invitations.candidates(tx):
            if candidate.device == device:
                return LaptopDetails(
                    key=device,
                    name=candidate.device_name,
                    device_name=candidate.device_name,
                    standing="waiting",
                    words=words,
                    role=CADRE,
                    regions=to_give(candidate, identity.regions) or candidate.regions,
                    numbers=numbers,
                    last_number=0,
                    last_delivery=None,
                    waits_for=reason(
                        candidate.code,
                        device_name=candidate.device_name,
                        by=revokers(tx, access, device, candidate.regions),
                    ),
                    waiting=sum(kept.count for kept in waiting.waiting(tx) if kept.device == device),
                )
        device, name = find_known(tx, access, device)
        peer = peers.peer(tx, device)
        statement, regions = access.statement_of(device), access.regions_of(device)
        let_in = "elsewhere" if peer is None else "upstream" if peer.is_upstream else "let_in"
        is_supervisor = any(access.supervises(device, code) for code in regions)
        is_revoked = device in standing.revoked(tx)
        return LaptopDetails(
            key=device,
            name=name,
            device_name=peer.device_name if peer else "",
            standing="revoked" if is_revoked else let_in,
            words=words,
            role=SUPERVISOR if is_supervisor else statement.role if statement else "",
            regions=regions,
            numbers=numbers,
            last_number=peer.last_number if peer else 0,
            last_delivery=peer.last_bundle_at if peer else None,
            copies=copies_in(tx).get(device, NONE),
            refused=refused_files(tx).get(device),
            may_order=bool(orderable(access, Standings(tx, access.programme), access.own, device)),
            waiting=0 if is_revoked else revoked.count_set_aside(tx, device=device),
            may_accept=any(
                one.device == device and to_give(one, identity.regions) for one in without_record(tx, access)
            ),
            counting=revoked.count_counting(tx, device),
            set_aside=tuple(days_in(tx, device)) if is_revoked else (),
        )


@dataclass(frozen=True, slots=True)
class LaptopSeen:
    """A laptop's details and the names of its regions."""

    details: LaptopDetails
    names: Names


def laptop_seen(store: Store, device: str) -> LaptopSeen:
    """A laptop by its key."""
    details = laptop_details(store, device)
    return LaptopSeen(details, names_of([*details.regions, *(region for region, _ in details.numbers)]))
