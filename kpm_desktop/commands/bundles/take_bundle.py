"""What *Kiriman masuk* does with one file: imports it and keeps the account of the last one that was opened."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec

from kpm_desktop.commands.bundles.import_bundle import Account, importing, read_bundle
from kpm_desktop.commands.bundles.missing_numbers import missing_in
from kpm_desktop.commands.questions.what_returned import WhatReturned, note_returned, what_returned
from kpm_desktop.commands.remotes.exchange_steps import StepsAside, run_steps
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import invitations, peers
from kpm_desktop.db.journal.journal import Clock, instant, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Reason, Refused, reason
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.seal import AgeIdentity

LAST = "last_opened_bundle"


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a file, in numbers of changes.

    outcome: taken, held (nothing new in it), known (these very bytes came before), newer (of a later format: kept until
    the program is brought up to date) or refused (nothing was changed). reasons: why the file, or ranges in it, were
    refused; not kept. missing: numbers that have not come of the sender's own work. waits_for: why its laptop waits for
    the eight words. set_aside: new changes that do not count, as their laptop was revoked; full: changes not taken, of
    a laptop with too many branches; is_revoked: the sender's was. receiver: the supervisor this laptop reports to from
    now on. programme: the eight words of the programme it went over to. let_go: of how many laptops that nobody vouches
    for what had waited longest had to make room; left: changes for which there was no room. returned: what it brought
    of others; kept by itself (`what_returned.last_returned`).
    """

    file: str
    at: str
    outcome: str
    sender: str = ""
    person: str = ""
    number: int = 0
    new: int = 0
    held: int = 0
    waiting: int = 0
    withheld: int = 0
    refused: int = 0
    missing: tuple[tuple[int, int], ...] = ()
    enrolled: str = ""
    reasons: tuple[Reason, ...] = ()
    waits_for: Reason | None = None
    set_aside: int = 0
    full: int = 0
    is_revoked: bool = False
    receiver: str = ""
    programme: tuple[str, ...] = ()
    let_go: int = 0
    left: int = 0
    returned: WhatReturned | None = None

    @property
    def is_for_others(self) -> bool:
        """Whether it was refused for nothing but that it is sealed for other laptops."""
        return self.outcome == "refused" and {each.code for each in self.reasons} == {"bundle.not_for_you"}


def take_bundle(
    store: Store, file: Path, *, recovery: AgeIdentity | None = None, clock: Clock = system_clock
) -> Opened:
    """Imports a file. One that is refused is told, not raised: the files after it are still to be opened.

    recovery: the programme's recovery key, for what was meant for another laptop.
    """
    return run_steps(taking(store, file, recovery=recovery, clock=clock), None)


def taking(
    store: Store, file: Path, *, recovery: AgeIdentity | None = None, clock: Clock = system_clock
) -> StepsAside[Opened]:
    """The same in steps: reading and opening the file need no store."""
    return _taking(store, file.name, partial(read_bundle, file), recovery, clock)


def taking_data(store: Store, name: str, data: bytes, *, clock: Clock = system_clock) -> StepsAside[Opened]:
    """The same of a bundle that was fetched from a route, by the name it has there."""
    held = [data]
    return _taking(store, name, held.pop, None, clock)


def _taking(
    store: Store, name: str, read: Callable[[], bytes], recovery: AgeIdentity | None, clock: Clock
) -> StepsAside[Opened]:
    """The account of a file is kept in the transaction that takes it in: both are there or neither, as the same file
    again would be known and tell nothing any more."""
    at = instant(clock())
    kept: list[Opened] = []

    def note(tx: Transaction, account: Account) -> None:
        kept.append(_kept(tx, name, account, at))

    try:
        account = yield from importing(store, read, name=name, recovery=recovery, clock=clock, note=note)
    except Refused as refusal:
        return Opened(file=name, at=at, outcome="refused", reasons=refusal.reasons)
    if account.outcome == "newer":
        why = (reason("bundle.kept"),)
        gone = len(account.let_go)
        return Opened(file=name, at=at, outcome="newer", sender=account.sender, reasons=why, let_go=gone)
    if kept:
        return kept[0]
    with store.reading() as tx:
        return _told(tx, name, account, at)


def _kept(tx: Transaction, name: str, account: Account, at: str) -> Opened:
    opened = _told(tx, name, account, at)
    settings.write(tx, LAST, msgspec.structs.replace(opened, reasons=(), waits_for=None, returned=None))
    if opened.returned is not None and account.sender in {peer.device for peer in peers.receivers(tx)}:
        note_returned(tx, opened.returned)
    return opened


def last_opened(store: Store) -> Opened | None:
    """The account of the last file that was taken in, whether or not it brought anything new."""
    with store.reading() as tx:
        found: Opened | None = settings.read(tx, LAST, Opened)
        return found


def _told(tx: Transaction, name: str, account: Account, at: str) -> Opened:
    identity = settings.read_identity(tx)
    holes = missing_in(tx, identity, read_access(tx, identity))
    return Opened(
        file=name,
        at=at,
        outcome=account.outcome,
        sender=account.sender,
        person=account.person or account.enrolled or _name_of(tx, account.sender),
        number=account.number,
        new=sum(account.new.values()),
        held=account.held,
        waiting=sum(count for _, count in account.waiting),
        withheld=account.withheld,
        refused=len(account.refused),
        missing=tuple((hole.first, hole.last) for hole in holes if hole.device == account.sender),
        enrolled=account.enrolled,
        reasons=tuple(account.refused),
        waits_for=account.enrolment_waits,
        set_aside=account.set_aside,
        full=account.full,
        is_revoked=account.is_revoked,
        receiver=account.receiver,
        programme=account.programme,
        let_go=len(account.let_go),
        left=account.left,
        returned=what_returned(tx, identity, account.journal, number=account.number, sender=account.sender, at=at),
    )


def _name_of(tx: Transaction, device: str) -> str:
    known = peers.peer(tx, device)
    if known is not None:
        return known.name
    return next((each.device_name for each in invitations.candidates(tx) if each.device == device), "")
