"""`kpm import`: takes a bundle in, checked from the outside inwards, in one transaction."""

import contextlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal

from kpm_desktop.commands.access.enrol import enrol
from kpm_desktop.commands.access.release_waiting import release_waiting
from kpm_desktop.commands.access.succession import follow_succession
from kpm_desktop.commands.bundles.received import Bytes, Newer, read_opener
from kpm_desktop.commands.remotes.exchange_steps import StepsAside, run_steps
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import (
    bundles_in,
    invitations,
    peers,
    refused_files,
    returned,
    revoked,
    standing,
    told_revoked,
    waiting,
)
from kpm_desktop.db.delivery.peers import Answer, Peer
from kpm_desktop.db.delivery.refused_files import RefusedFile
from kpm_desktop.db.delivery.rooms import Rooms
from kpm_desktop.db.delivery.told_revoked import ToldRevoked
from kpm_desktop.db.files import reading
from kpm_desktop.db.journal import quarantined
from kpm_desktop.db.journal.intake import Intake, ProvenRange, Taken
from kpm_desktop.db.journal.journal import Clock, instant, system_clock
from kpm_desktop.db.kept_reasons import KeptReason
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Reason, Refused, reason, refused
from kpm_desktop.sync.access import Access, keep_proved, keep_recorded, read_access
from kpm_desktop.sync.bundle import MAX_FILE, Opened, number_of
from kpm_desktop.sync.credentials import MAX_STEPS
from kpm_desktop.sync.header import Enrolment, Range
from kpm_desktop.sync.incoming import have_map, prove, wrapped
from kpm_desktop.sync.invitation import answers_with
from kpm_desktop.sync.naming import sender_and_number
from kpm_desktop.sync.packing import within_room
from kpm_desktop.sync.seal import AgeIdentity
from kpm_desktop.sync.words import words_of


@dataclass(slots=True)
class Account:
    """What became of a bundle.

    outcome: taken, held (nothing new in it), known (the very same bytes came before) or newer (of a later format: kept
    until the program is brought up to date). new: changes per kind. waiting: ranges nobody vouches for yet, or
    whose paper has not come as a change, as (device, count). full: changes not taken, as their stream has too many
    branches. refused: ranges that were not taken, and why. journal: the number of the journal's last change
    before and after. set_aside: new changes that are kept and do not count, as their laptop was revoked; is_revoked:
    the sender was. receiver: the name of a supervisor this device reports to from now on. programme: the eight words of
    the programme key it went over to. let_go: what had waited longest, of laptops nobody vouches for, and had to make
    room, as changes by device. left: changes of such laptops for which there was no room.
    """

    sender: str = ""
    person: str = ""
    number: int = 0
    outcome: Literal["taken", "held", "known", "newer"] = "held"
    new: dict[str, int] = field(default_factory=dict)
    held: int = 0
    withheld: int = 0
    waiting: list[tuple[str, int]] = field(default_factory=list)
    refused: list[Reason] = field(default_factory=list)
    enrolled: str = ""
    enrolment_waits: Reason | None = None
    journal: tuple[int, int] = (0, 0)
    set_aside: int = 0
    is_revoked: bool = False
    receiver: str = ""
    programme: tuple[str, ...] = ()
    full: int = 0
    let_go: dict[str, int] = field(default_factory=dict)
    left: int = 0

    def add(self, taken: Taken) -> None:
        """Counts what a range brought."""
        for kind, count in taken.new.items():
            self.new[kind] = self.new.get(kind, 0) + count
        self.held += taken.held
        self.full += taken.full
        self.withheld += taken.withheld


#: What is noted of a bundle in the very transaction that takes it in.
Note = Callable[[Transaction, Account], object]


def _nothing(tx: Transaction, account: Account) -> None:
    """Nothing is noted."""


def import_bundle(
    store: Store,
    file: Path,
    *,
    recovery: AgeIdentity | None = None,
    clock: Clock = system_clock,
    note: Note = _nothing,
) -> Account:
    """Takes one bundle in, or keeps one of a later format. Refused, with nothing changed, when it is damaged, altered
    or for somebody else.

    recovery: the programme's recovery key, which also opens what was meant for another laptop. note: called once where
    the bundle is taken in, not where it is known already or kept for later.
    """
    read = partial(read_bundle, file)
    return run_steps(importing(store, read, name=file.name, recovery=recovery, clock=clock, note=note), None)


def read_bundle(file: Path) -> bytes:
    """A bundle's file, no more of it than a bundle may have."""
    with reading(file) as source:
        size = os.fstat(source.fileno()).st_size
        if size > MAX_FILE:
            raise refused("bundle.too_large")
        return source.read(size + 1)


def importing(
    store: Store,
    read: Callable[[], bytes],
    *,
    name: str,
    recovery: AgeIdentity | None = None,
    clock: Clock = system_clock,
    note: Note = _nothing,
) -> StepsAside[Account]:
    """The same in steps, as reading and opening a bundle take their time and need no store; name: what the file is
    called, wherever it came from."""
    try:
        came: Bytes = yield lambda _: Bytes.of(read())
        with store.reading() as tx:
            known = bundles_in.find(tx, came.digest)
            opener = read_opener(tx, recovery)
        if known is not None:
            return Account(sender=known.device, number=known.number, outcome="known")
        opened: Opened | Newer = yield lambda _: opener.open(came)
        if isinstance(opened, Newer):
            return _kept_for_later(store, opened)
        return _taken(store, opened, came.digest, clock, note)
    except Refused as refusal:
        _note_refused(store, name, refusal, clock)
        raise


def _note_refused(store: Store, name: str, refusal: Refused, clock: Clock) -> None:
    """Leaves a trace on the laptop whose name the file bears, where it delivers here; who sent it is not proven. What
    was no fault of the file, or is meant for somebody else, leaves none."""
    said, why = sender_and_number(name), refusal.reasons[0]
    if said is None or not why.code.startswith("bundle.") or why.code == "bundle.not_for_you":
        return
    sender, number = said
    with contextlib.suppress(Refused), store.writing() as tx:
        of_that_name = [peer for peer in peers.peers(tx, "is_upstream = 0") if peer.device.startswith(sender)]
        if len(of_that_name) == 1 and number > of_that_name[0].last_number:
            trace = RefusedFile(number=number, at=instant(clock()), why=KeptReason.of(why))
            refused_files.note(tx, of_that_name[0].device, trace)


def _kept_for_later(store: Store, newer: Newer) -> Account:
    with store.writing() as tx:
        rooms = Rooms(tx, store.folder, lambda: read_access(tx, settings.read_identity(tx)).knows)
        if not rooms.keep_file(newer.data, newer.needs, newer.sender):
            raise refused("bundle.newer_no_room")
        sender = peers.peer(tx, newer.sender)
    person = sender.name if sender else ""
    return Account(sender=newer.sender, person=person, outcome="newer", let_go=rooms.let_go)


def _taken(store: Store, opened: Opened, digest: bytes, clock: Clock, note: Note) -> Account:
    manifest = opened.manifest
    account = Account(sender=manifest.sender, number=manifest.number)
    with store.writing() as tx:
        before = returned.last_change(tx)
        _Import(tx, store.folder, clock, account).run(opened)
        account.journal = before, returned.last_change(tx)
        if not account.refused:
            is_whole = not (account.waiting or account.left or account.full)
            taken = bundles_in.TakenIn(account.sender, account.number, instant(clock()))
            bundles_in.note(tx, digest, taken, manifest.life, is_whole=is_whole)
            refused_files.forget(tx, account.sender, account.number)
        if account.new or account.waiting or account.left or account.enrolled:
            account.outcome = "taken"
        note(tx, account)
    return account


def _take_one(intake: Intake, access: Access, piece: Range, lines: list[bytes]) -> Taken | None:
    """What a range brought, None where nobody vouches for it; refused where it does not prove itself."""
    proven = prove(piece, lines)
    return intake.take(proven) if access.may_write(piece.device, piece.region) else None


class _Import:
    """One bundle inside its transaction."""

    def __init__(self, tx: Transaction, folder: Path, clock: Clock, account: Account) -> None:
        self._tx = tx
        self._identity = settings.read_identity(tx)
        self._clock = clock
        self._account = account
        self._rooms = Rooms(tx, folder, lambda: read_access(tx, self._identity).knows)

    def run(self, opened: Opened) -> None:
        tx = self._tx
        sender = opened.manifest.sender
        newest, programme = standing.newest_change(tx), self._identity.programme
        keep_proved(tx, self._identity, opened.header.credentials)
        self._identity = follow_succession(tx, self._identity, self._clock)
        if opened.header.enrolment is not None and sender != self._identity.device:
            self._enrol(opened.header.enrolment, sender)
        broken = self._take_all(opened)
        self._account.left += opened.unread
        if sender != self._identity.device:
            self._note_sender(opened)
        self._account.refused += [self._why(piece, why, sender) for piece, why in broken]
        self._account.let_go = self._rooms.let_go
        stopped = standing.revoked(tx)
        aside = revoked.set_aside_since(tx, newest)
        self._account.set_aside = sum(count for device, count in aside.items() if device in stopped)
        self._account.waiting += [(device, count) for device, count in aside.items() if device not in stopped]
        self._account.is_revoked = sender in stopped
        if programme and self._identity.programme != programme:
            self._account.programme = words_of(self._identity.programme)

    def _enrol(self, line: Enrolment, sender: str) -> None:
        account = self._account
        account.enrolled, account.enrolment_waits = enrol(self._tx, self._identity, line, sender, self._clock)
        if account.enrolment_waits is not None:
            self._rooms.ask(sender, answers_with(line, sender, invitations.codes(self._tx)))

    def _why(self, piece: Range, why: Reason, sender: str) -> Reason:
        """Whose work does not hold together, and, where somebody else brought it, who did."""
        if why.code != "bundle.range_broken":
            return why
        access = read_access(self._tx, self._identity)
        author, carrier = access.statement_of(piece.device), access.statement_of(sender)
        told = {"first": piece.first, "last": piece.last, "device": piece.device[:8]}
        if piece.device == sender or author is None:
            return why
        return reason(
            "exchange.range_altered",
            **told,
            name=author.person,
            carrier=carrier.person if carrier else sender[:8],
            by=sender[:8],
        )

    def _take_all(self, opened: Opened) -> list[tuple[Range, Reason]]:
        """Takes what proves itself and is vouched for, range by range; each paper that comes in may vouch for more,
        which is then looked at once more. Gives what did not prove itself, and why."""
        broken: list[tuple[Range, Reason]] = []
        pending: Sequence[int] = range(len(opened.header.ranges))
        intake = Intake(self._tx)
        for _ in range(MAX_STEPS + 1):
            before, access = standing.newest_change(self._tx), read_access(self._tx, self._identity)
            found_access, unvouched = False, []
            for at, piece, lines in opened.pick(frozenset(pending)):
                try:
                    taken = _take_one(intake, access, piece, lines)
                except Refused as refusal:
                    broken.append((piece, refusal.reasons[0]))
                else:
                    if taken is None:
                        unvouched.append(at)
                    else:
                        found_access |= taken.access
                        self._account.add(taken)
                del lines  # before the next are inflated
            intake.finish()
            pending = unvouched
            if not (pending and found_access):
                break
            keep_recorded(self._tx, before)
            self._identity = follow_succession(self._tx, self._identity, self._clock)
        if pending:
            for _, piece, lines in opened.pick(frozenset(pending)):
                self._keep_waiting(prove(piece, lines))
                del lines
        self._account.add(release_waiting(self._tx, self._identity))
        return broken

    def _keep_waiting(self, piece: ProvenRange) -> None:
        count = len(piece.lines)
        kept = waiting.Waiting(piece.hashes[-1], piece.device, piece.region, count)
        if self._rooms.keep_range(kept, piece.first, sum(map(len, piece.lines)) + count, *wrapped(piece)):
            self._account.waiting.append((piece.device, count))
        else:
            self._account.left += count

    def _peer(self, device: str, *, is_meant_for_us: bool) -> Peer | None:
        """The sender as a peer; one who is vouched for and not revoked but unknown becomes one: who stands below gets
        its answer (this profile was put back from a backup, or somebody else let it in), and to who stands above this
        device reports from now on, as a credential under the programme is all a new supervisor needs."""
        known = peers.peer(self._tx, device)
        if known is not None:
            return known
        own, access = self._identity, read_access(self._tx, self._identity)
        statement = access.statement_of(device)
        if statement is None or device in standing.revoked(self._tx):
            return None
        is_above = access.stands_above(device, own.device, own.regions)
        if not (is_meant_for_us or access.stands_above(own.device, device, statement.regions)):
            return None
        invitations.drop_candidate(self._tx, device)
        if is_above:
            self._account.receiver = statement.person
        return peers.keep_peer(
            self._tx, device=device, age=statement.age, name=statement.person, device_name="", is_upstream=is_above
        )

    def _note_sender(self, opened: Opened) -> None:
        manifest = opened.manifest
        is_meant_for_us = manifest.to in ("", self._identity.device)
        peer = self._peer(manifest.sender, is_meant_for_us=is_meant_for_us)
        if peer is None:
            return
        self._account.person = peer.name
        if not is_meant_for_us:  # what it says of the other's bundles says nothing of ours
            peers.set_owes(self._tx, peer.no)
            return
        if opened.header.seen is not None:
            peers.note_told(self._tx, number_of(opened.header.seen, self._identity.device))
        peers.keep_signed(self._tx, peer.no, manifest.number, opened.signed.manifest, opened.signed.signature)
        newest, have = settings.last_number(self._tx), within_room(opened.header.have)
        peers.note_bundle(self._tx, peer.no, manifest.number, instant(self._clock()))
        answer = Answer(
            life=manifest.life,
            number=manifest.number,
            seen=manifest.seen,
            first_mark=newest,
            have=have_map(have),
            full=tuple(str(line.stream) for line in have if line.full),
        )
        peers.keep_answer(self._tx, peer.no, answer)
        if peer.is_upstream:
            self._keep_report(peer, opened)
            lines = opened.header.revoked
            told = (ToldRevoked(region=one.region, person=one.person, accepted=one.accepted) for one in lines)
            told_revoked.keep(self._tx, peer.no, manifest.life, manifest.number, told)
        # Ranges that bring nothing: their sender did not see, or does not yet believe, what this device said it holds.
        needless = not (self._account.new or self._account.waiting)
        unseen = opened.header.ranges and (needless or manifest.seen < peers.last_number_to(self._tx, peer.no))
        unanswered = manifest.seen <= peers.met_at(self._tx, peer.no, manifest.life)
        if unseen or unanswered or opened.header.enrolment is not None:
            peers.set_owes(self._tx, peer.no)

    def _keep_report(self, peer: Peer, opened: Opened) -> None:
        manifest, notes = opened.manifest, opened.header.quarantine
        report = quarantined.Report(
            life=manifest.life,
            number=manifest.number,
            changes=tuple(note.change for note in notes),
            codes=tuple(note.code for note in notes),
        )
        quarantined.keep_report(self._tx, peer.no, report)
        peers.note_receipt(self._tx, peer.no, manifest.seen, instant(self._clock()))
