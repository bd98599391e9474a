"""What this very laptop knows of being revoked: where, by whom, and how much of its work does not count there."""

from dataclasses import dataclass

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import standing
from kpm_desktop.db.delivery.told_revoked import told_revoked
from kpm_desktop.db.journal import segments
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.regions.place_names import Names, names_of


@dataclass(frozen=True, slots=True)
class RevokedHere:
    """Of one region: who revoked this laptop ("" for the programme's key), and how many changes of it do not count."""

    region: str
    by: str
    set_aside: int


@dataclass(frozen=True, slots=True)
class RevokedSeen:
    """What there is to say, and the names of the regions."""

    found: tuple[RevokedHere, ...]
    names: Names


def revoked_seen(store: Store) -> RevokedSeen:
    """By region; nothing for nearly every laptop."""
    with store.reading() as tx:
        found = tuple(revoked_here(tx))
        return RevokedSeen(found, names_of([each.region for each in found]))


def revoked_here(tx: Transaction) -> list[RevokedHere]:
    """By what those say to whom it reports, each region once."""
    told = {each.region: each for each in reversed(told_revoked(tx))}
    device = settings.read_identity(tx).device
    return [
        RevokedHere(region, each.person, _set_aside(tx, device, region, each.accepted))
        for region, each in sorted(told.items())
    ]


def _set_aside(tx: Transaction, device: str, region: str, accepted: tuple[str, ...]) -> int:
    streams = [stream.no for stream in standing.streams_in(tx, region) if stream.device == device]
    runs = {run.no: run for stream in streams for run in segments.segments_of(tx, stream)}
    counting = segments.at_or_below(tx, runs, accepted)
    return sum(run.last_seq - max(counting.get(no, 0), run.first_seq - 1) for no, run in runs.items())
