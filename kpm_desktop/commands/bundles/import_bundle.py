"""`kpm import`: takes a bundle in, checked from the outside inwards, in one transaction."""

import contextlib
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from kpm_desktop.commands.access.enrol import enrol
from kpm_desktop.commands.access.release_waiting import release_waiting
from kpm_desktop.commands.access.succession import follow_succession
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import (
    bundles_in,
    invitations,
    newer_bundles,
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
from kpm_desktop.db.delivery.told_revoked import ToldRevoked
from kpm_desktop.db.files import reading
from kpm_desktop.db.journal import quarantined
from kpm_desktop.db.journal.intake import Intake, ProvenRange, Taken
from kpm_desktop.db.journal.journal import Clock, instant, system_clock
from kpm_desktop.db.kept_reasons import KeptReason
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Reason, Refused, reason
from kpm_desktop.sync.access import keep_proved, keep_recorded, read_access
from kpm_desktop.sync.bundle import MAX_FILE, NeedsNewerProgram, Opened, unpack
from kpm_desktop.sync.header import Range
from kpm_desktop.sync.incoming import have_map, prove, wrapped
from kpm_desktop.sync.naming import sender_and_number
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
    the programme key it went over to.
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
    with reading(file) as source:
        data = source.read(MAX_FILE + 1)
    return import_data(store, data, name=file.name, recovery=recovery, clock=clock, note=note)


def import_data(
    store: Store,
    data: bytes,
    *,
    name: str,
    recovery: AgeIdentity | None = None,
    clock: Clock = system_clock,
    note: Note = _nothing,
) -> Account:
    """The same of a bundle's bytes, wherever they came from; name: what the file is called there."""
    try:
        return _imported(store, data, recovery, clock, note)
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


def _imported(store: Store, data: bytes, recovery: AgeIdentity | None, clock: Clock, note: Note) -> Account:
    digest = hashlib.sha256(data).digest()
    with store.reading() as tx:
        identity = settings.read_identity(tx)
        known = bundles_in.find(tx, digest)
    if known is not None:
        return Account(sender=known.device, number=known.number, outcome="known")
    try:
        opened = _opened(data, identity, recovery)
    except NeedsNewerProgram as newer:
        newer_bundles.keep(store, data, newer.needs)
        with store.reading() as tx:
            sender = peers.peer(tx, newer.sender)
        return Account(sender=newer.sender, person=sender.name if sender else "", outcome="newer")
    account = Account(sender=opened.manifest.sender, number=opened.manifest.number)
    proven, broken = _prove_all(opened)
    with store.writing() as tx:
        before = returned.last_change(tx)
        _Import(tx, identity, clock, account).run(opened, proven, broken)
        account.journal = before, returned.last_change(tx)
        if not account.refused:
            bundles_in.note(tx, digest, account.sender, opened.manifest.life, account.number, instant(clock()))
            refused_files.forget(tx, account.sender, account.number)
        if account.new or account.waiting or account.enrolled:
            account.outcome = "taken"
        note(tx, account)
    return account


def _opened(data: bytes, identity: Identity, recovery: AgeIdentity | None) -> Opened:
    own = AgeIdentity.from_text(identity.age_secret)
    try:
        return unpack(data, own)
    except Refused as refusal:
        if recovery is None or refusal.reasons[0].code != "bundle.not_for_you":
            raise
    return unpack(data, recovery)


def _prove_all(opened: Opened) -> tuple[list[ProvenRange], list[tuple[Range, Refused]]]:
    """The ranges that prove themselves, and those that do not or are too large, with the reason."""
    proven, broken = [], []
    for piece, lines, changes in opened:
        try:
            proven.append(prove(piece, lines, changes))
        except Refused as refusal:
            broken.append((piece, refusal))
    return proven, broken


class _Import:
    """One bundle inside its transaction."""

    def __init__(self, tx: Transaction, identity: Identity, clock: Clock, account: Account) -> None:
        self._tx = tx
        self._identity = identity
        self._clock = clock
        self._account = account

    def run(self, opened: Opened, proven: list[ProvenRange], broken: list[tuple[Range, Refused]]) -> None:
        tx = self._tx
        sender = opened.manifest.sender
        newest, programme = standing.newest_change(tx), self._identity.programme
        keep_proved(tx, self._identity, opened.header.credentials)
        self._identity = follow_succession(tx, self._identity, self._clock)
        if opened.header.enrolment is not None and sender != self._identity.device:
            self._account.enrolled, self._account.enrolment_waits = enrol(
                tx, self._identity, opened.header.enrolment, sender, self._clock
            )
        self._take_all(proven)
        if sender != self._identity.device:
            self._note_sender(opened)
        self._account.refused += [self._why(piece, refusal, sender) for piece, refusal in broken]
        stopped = standing.revoked(tx)
        aside = revoked.set_aside_since(tx, newest)
        self._account.set_aside = sum(count for device, count in aside.items() if device in stopped)
        self._account.waiting += [(device, count) for device, count in aside.items() if device not in stopped]
        self._account.is_revoked = sender in stopped
        if programme and self._identity.programme != programme:
            self._account.programme = words_of(self._identity.programme)

    def _why(self, piece: Range, refusal: Refused, sender: str) -> Reason:
        """Whose work does not hold together, and, where somebody else brought it, who did."""
        (why,) = refusal.reasons
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

    def _take_all(self, proven: list[ProvenRange]) -> None:
        """Takes what is vouched for; each credential that comes in may vouch for more."""
        intake, before = Intake(self._tx), standing.newest_change(self._tx)
        pending = proven
        access = read_access(self._tx, self._identity)
        while pending:
            ready = [piece for piece in pending if access.may_write(piece.device, piece.region)]
            pending = [piece for piece in pending if not access.may_write(piece.device, piece.region)]
            found_access = False
            for piece in ready:
                taken = intake.take(piece)
                found_access |= taken.access
                self._account.add(taken)
            intake.finish()
            if not (ready and found_access):
                break
            keep_recorded(self._tx, before)
            self._identity = follow_succession(self._tx, self._identity, self._clock)
            access = read_access(self._tx, self._identity)
        for piece in pending:
            self._account.waiting.append((piece.device, len(piece.lines)))
            waiting.keep(self._tx, piece.hashes[-1], piece.device, piece.region, *wrapped(piece))
        self._account.add(release_waiting(self._tx, self._identity))

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
        peers.note_told(self._tx, manifest.seen)
        newest = settings.last_number(self._tx)
        peers.note_bundle(self._tx, peer.no, manifest.number, instant(self._clock()))
        answer = Answer(
            life=manifest.life,
            number=manifest.number,
            seen=manifest.seen,
            first_mark=newest,
            have=have_map(opened.header.have),
            full=tuple(str(line.stream) for line in opened.header.have if line.full),
        )
        peers.keep_answer(self._tx, peer.no, answer)
        if peer.is_upstream:
            self._keep_report(peer, opened)
            lines = opened.header.revoked
            told = (ToldRevoked(region=one.region, person=one.person, accepted=one.accepted) for one in lines)
            told_revoked.keep(self._tx, peer.no, manifest.number, told)
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
