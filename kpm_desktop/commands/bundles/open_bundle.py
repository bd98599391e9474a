"""`kpm open`: what is inside a bundle, for its receiver or its sender; changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kpm_desktop.commands.bundles.import_bundle import read_bundle
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import peers
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Reason, Refused
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.bundle import Opened, describe, unpack
from kpm_desktop.sync.header import Range
from kpm_desktop.sync.range_proof import verify_range
from kpm_desktop.sync.seal import AgeIdentity


@dataclass(frozen=True, slots=True)
class RangeSeen:
    """A run of somebody's changes. person: whose laptop, where it is known; fault: why it is not taken, where
    chain or seal does not hold or it is too large; is_vouched: a credential covers its author here."""

    region: str
    device: str
    person: str
    first: int
    last: int
    fault: Reason | None
    is_vouched: bool


@dataclass(frozen=True, slots=True)
class BundleSeen:
    """A bundle as people ask about it. sender, receiver: what the laptops are called, "" where they are unknown; own:
    it was written here."""

    number: int
    created_at: str
    sender_key: str
    sender: str
    own: bool
    receiver: str
    counts: dict[str, int]
    ranges: tuple[RangeSeen, ...]
    withheld: int
    introduces: bool


def open_bundle(store: Store, file: Path) -> Iterator[dict[str, Any] | str]:
    """First the manifest and header as plain values, then every change line as it travelled."""
    opened = _opened(store, file)
    yield describe(opened)
    for line in opened.change_lines():
        yield line.decode()


def look_into(store: Store, file: Path) -> BundleSeen:
    """The same bundle in a few facts, its seals and chains proved. Refused where it is damaged, altered or for
    somebody else."""
    opened = _opened(store, file)
    with store.reading() as tx:
        identity = settings.read_identity(tx)
        access = read_access(tx, identity)
        known = {peer.device: peer.name for peer in peers.peers(tx)}
    names = known | {identity.device: identity.user}

    def person(device: str) -> str:
        statement = access.statement_of(device)
        return names.get(device) or (statement.person if statement else "")

    ranges = tuple(
        RangeSeen(
            region=piece.region,
            device=piece.device,
            person=person(piece.device),
            first=piece.first,
            last=piece.last,
            fault=_fault(piece, lines),
            is_vouched=access.may_write(piece.device, piece.region),
        )
        for piece, lines in opened
    )
    manifest = opened.manifest
    return BundleSeen(
        number=manifest.number,
        created_at=manifest.created_at,
        sender_key=manifest.sender,
        sender=person(manifest.sender),
        own=manifest.sender == identity.device,
        receiver=person(manifest.to) if manifest.to else "",
        counts=dict(manifest.counts),
        ranges=ranges,
        withheld=len(opened.header.quarantine),
        introduces=opened.header.enrolment is not None,
    )


def _opened(store: Store, file: Path) -> Opened:
    with store.reading() as tx:
        identity = settings.read_identity(tx)
    return unpack(read_bundle(file), AgeIdentity.from_text(identity.age_secret))


def _fault(piece: Range, lines: list[bytes]) -> Reason | None:
    try:
        verify_range(piece, lines)
    except Refused as refusal:
        return refusal.reasons[0]
    return None
