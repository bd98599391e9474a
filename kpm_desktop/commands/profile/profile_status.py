"""`kpm status`: what is here, what waits, what is missing, who delivered last."""

from datetime import date
from pathlib import Path
from typing import Any

from kpm_desktop import RELEASED
from kpm_desktop.commands.access.revoked_here import revoked_here
from kpm_desktop.commands.bundles.laptop_copies import as_keys, own_copies_in
from kpm_desktop.commands.bundles.missing_numbers import Missing, given_up_in, missing_in
from kpm_desktop.commands.profile.check_clock import check_clock_in
from kpm_desktop.commands.records.record_states import way_out
from kpm_desktop.commands.remotes.remote_status import RemoteStatus, read_status
from kpm_desktop.commands.remotes.remotes import Remote, read_remotes
from kpm_desktop.commands.review.repair_list import count_repairs
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import delivery, invitations, peers
from kpm_desktop.db.delivery.peers import Peer
from kpm_desktop.db.files import is_private
from kpm_desktop.db.journal import heads
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import civil_day
from kpm_desktop.domain.clock import ClockDoubt
from kpm_desktop.domain.regions.place_names import Renumbered, renumbered
from kpm_desktop.sync.access import Access, read_access
from kpm_desktop.sync.words import words_of


def profile_status(store: Store, *, clock: Clock = system_clock) -> dict[str, Any]:
    """The keys of the command contract (`device role counts changes drafts conflicts quarantine missing devices
    state`) and a few more. `changes`: total, unsent (in no bundle yet), undelivered (no supervisor said it holds
    them). `gone_regions`: those of `regions` the list of today does not have, as `code`, `name` and the regions that
    are `now` in their place. `copies`, `copied_since` and `both_in_use` are about this laptop, and so is `clock`: the
    day it shows, and why that looks wrong; `folder_is_private` says whether others on it can look into the profile's
    folder. `recovery`: whether the programme's key itself `signed` its recovery key, or an inviter named it:
    `unsigned`; null without a programme."""
    with store.reading() as tx:
        today = civil_day(clock())
        told = {"clock": _clock(today, check_clock_in(tx, today)), "state": heads.state_hash(tx)}
        return profile_overview(tx, store.folder) | told


def profile_overview(tx: Transaction, folder: Path) -> dict[str, Any]:
    """All of it but the state hash, which takes as long as there are records."""
    identity = settings.read_identity(tx)
    access = read_access(tx, identity)
    conflicts, waiting = heads.count_marked(tx)
    return {
        "device": identity.device[:8],
        "key": identity.device,
        "words": list(words_of(identity.device)),
        "role": identity.role,
        "name": identity.user,
        "regions": list(identity.regions),
        "gone_regions": [_gone(each) for each in renumbered(identity.regions)],
        "counts": heads.counts(tx),
        "changes": _changes(tx, identity),
        "drafts": delivery.count_drafts(tx),
        "conflicts": conflicts,
        "waiting": waiting,
        "quarantine": count_repairs(tx),
        "missing": [_missing(hole) for hole in missing_in(tx, identity, access)],
        "given_up": [_missing(hole) for hole in given_up_in(tx, identity, access)],
        "devices": [_device(peer) for peer in peers.peers(tx)],
        "targets": [_remote(remote, read_status(tx, remote.id)) for remote in read_remotes(tx)],
        "folder_is_private": is_private(folder),
        "recovery": _recovery(identity, access),
        "words_confirmed": invitations.all_confirmed(tx),
        "revoked": [{"region": r.region, "by": r.by, "set_aside": r.set_aside} for r in revoked_here(tx)],
    } | as_keys(own_copies_in(tx))


def _changes(tx: Transaction, identity: Identity) -> dict[str, int]:
    """Counts of changes; those to deliver go to every supervisor this profile joined. A supervisor who joined
    nobody delivers to nobody; a cadre who did not yet has everything still to deliver."""
    unsent, undelivered = (sum(span.last - span.first + 1 for span in spans) for spans in way_out(tx, identity))
    return {"total": heads.count_changes(tx), "unsent": unsent, "undelivered": undelivered}


def _recovery(identity: Identity, access: Access) -> str | None:
    if not identity.programme:
        return None
    return "unsigned" if access.recovery is None else "signed"


def _clock(today: date, doubt: ClockDoubt | None) -> dict[str, Any]:
    found = {"today": today.isoformat(), "released": RELEASED.isoformat(), "seems_wrong": doubt is not None}
    return found | {"why": doubt and doubt.code, "limit": doubt and doubt.limit.isoformat()}


def _gone(region: Renumbered) -> dict[str, Any]:
    now = [{"code": place.code, "name": place.name} for place in region.now]
    return {"code": region.before.code, "name": region.before.name, "now": now}


def _missing(hole: Missing) -> dict[str, Any]:
    return {
        "stream": str(hole.stream),
        "region": hole.region,
        "from": hole.first,
        "to": hole.last,
        "device": hole.device[:8],
        "name": hole.person,
    }


def _remote(remote: Remote, status: RemoteStatus) -> dict[str, Any]:
    return {
        "target": remote.address,
        "kind": remote.kind.name,
        "phase": status.phase,
        "since": status.since or None,
        "until": status.until or None,
        "failures": status.failures,
        "why": [why.code for why in status.why],
    }


def _device(peer: Peer) -> dict[str, Any]:
    return {
        "device": peer.device[:8],
        "name": peer.name,
        "key": peer.device,
        "upstream": peer.is_upstream,
        "last_bundle": peer.last_number or None,
        "last_delivery": peer.last_bundle_at,
    }
