"""`kpm import`: takes a bundle in, checked from the outside inwards, in one transaction."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from kpm_desktop.commands.enrol import enrol
from kpm_desktop.commands.revocations import apply_revocations
from kpm_desktop.db import bundles_in, invitations, papers, peers, quarantined, returned, settings, waiting
from kpm_desktop.db.files import explaining
from kpm_desktop.db.intake import Intake, ProvenRange, Taken
from kpm_desktop.db.journal import Clock, instant, system_clock
from kpm_desktop.db.peers import Answer, Peer
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Reason, Refused
from kpm_desktop.sync.access import read_access, well_formed
from kpm_desktop.sync.bundle import MAX_FILE, Opened, unpack
from kpm_desktop.sync.incoming import have_map, prove, unwrapped, wrapped
from kpm_desktop.sync.seal import AgeIdentity


@dataclass(slots=True)
class Account:
    """What became of a bundle.

    outcome: taken, held (nothing new in it) or known (the very same bytes came before). new: changes per kind.
    waiting: ranges nobody vouches for yet, as (device, count). refused: ranges that were not taken, and why. journal:
    the number of the journal's last change before and after.
    """

    sender: str = ""
    person: str = ""
    number: int = 0
    outcome: Literal["taken", "held", "known"] = "held"
    new: dict[str, int] = field(default_factory=dict)
    held: int = 0
    withheld: int = 0
    waiting: list[tuple[str, int]] = field(default_factory=list)
    refused: list[Reason] = field(default_factory=list)
    enrolled: str = ""
    enrolment_waits: Reason | None = None
    journal: tuple[int, int] = (0, 0)

    def add(self, taken: Taken) -> None:
        """Counts what a range brought."""
        for kind, count in taken.new.items():
            self.new[kind] = self.new.get(kind, 0) + count
        self.held += taken.held
        self.withheld += taken.withheld


def import_bundle(store: Store, file: Path, *, clock: Clock = system_clock) -> Account:
    """Takes one bundle in. Refused, with nothing changed, when it is damaged, altered or for somebody else."""
    with explaining(file), file.open("rb") as source:
        data = source.read(MAX_FILE + 1)
    digest = hashlib.sha256(data).digest()
    with store.reading() as tx:
        identity = settings.read_identity(tx)
        known = bundles_in.find(tx, digest)
    if known is not None:
        return Account(sender=known.device, number=known.number, outcome="known")
    opened = unpack(data, AgeIdentity.from_text(identity.age_secret))
    account = Account(sender=opened.manifest.sender, number=opened.manifest.number)
    proven = _prove_all(opened, account)
    with store.writing() as tx:
        before = returned.last_change(tx)
        _Import(tx, identity, clock, account).run(opened, proven)
        account.journal = before, returned.last_change(tx)
        if not account.refused:
            bundles_in.note(tx, digest, account.sender, opened.manifest.life, account.number, instant(clock()))
    if account.new or account.waiting or account.enrolled:
        account.outcome = "taken"
    return account


def _prove_all(opened: Opened, account: Account) -> list[ProvenRange]:
    proven = []
    for piece, lines in opened:
        try:
            proven.append(prove(piece, lines))
        except Refused as refusal:
            account.refused += refusal.reasons
    return proven


class _Import:
    """One bundle inside its transaction."""

    def __init__(self, tx: Transaction, identity: Identity, clock: Clock, account: Account) -> None:
        self._tx = tx
        self._identity = identity
        self._clock = clock
        self._account = account

    def run(self, opened: Opened, proven: list[ProvenRange]) -> None:
        tx = self._tx
        sender = opened.manifest.sender
        papers.keep(tx, well_formed(opened.header.credentials))
        if opened.header.enrolment is not None and sender != self._identity.device:
            self._account.enrolled, self._account.enrolment_waits = enrol(
                tx, self._identity, opened.header.enrolment, sender, self._clock
            )
        self._take_all(proven)
        if sender != self._identity.device:
            self._note_sender(opened)

    def _take_all(self, proven: list[ProvenRange]) -> None:
        """Takes what is vouched for; each credential that comes in may vouch for more."""
        intake = Intake(self._tx)
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
            _keep_recorded(self._tx)
            access = read_access(self._tx, self._identity)
        for piece in pending:
            self._account.waiting.append((piece.device, len(piece.lines)))
            waiting.keep(self._tx, piece.hashes[-1], piece.device, piece.region, *wrapped(piece))
        self._account.add(release_waiting(self._tx, self._identity))

    def _peer(self, device: str) -> Peer | None:
        """The sender as a peer; one who is vouched for but unknown (this profile was put back from a backup, or
        somebody else let it in) becomes one, so that it gets its answer."""
        known = peers.peer(self._tx, device)
        if known is not None:
            return known
        statement = read_access(self._tx, self._identity).statement_of(device)
        if statement is None:
            return None
        invitations.drop_candidate(self._tx, device)
        return peers.keep_peer(
            self._tx, device=device, age=statement.age, name=statement.person, device_name="", is_upstream=False
        )

    def _note_sender(self, opened: Opened) -> None:
        manifest = opened.manifest
        peer = self._peer(manifest.sender)
        if peer is None:
            return
        self._account.person = peer.name
        peers.note_told(self._tx, manifest.seen)
        newest = settings.last_number(self._tx)
        peers.note_bundle(self._tx, peer.no, manifest.number, instant(self._clock()))
        answer = Answer(
            life=manifest.life,
            number=manifest.number,
            seen=manifest.seen,
            first_mark=newest,
            have=have_map(opened.header.have),
        )
        peers.keep_answer(self._tx, peer.no, answer)
        if peer.is_upstream:
            self._keep_report(peer, opened)
        unseen = opened.header.ranges and manifest.seen < peers.last_number_to(self._tx, peer.no)
        unanswered = manifest.seen <= peers.met_at(self._tx, peer.no, manifest.life)
        if unseen or unanswered or opened.header.enrolment is not None:
            peers.set_owes(self._tx, peer.no, True)

    def _keep_report(self, peer: Peer, opened: Opened) -> None:
        names = tuple(note.change for note in opened.header.quarantine)
        report = quarantined.Report(life=opened.manifest.life, number=opened.manifest.number, changes=names)
        quarantined.keep_report(self._tx, peer.no, report)
        peers.note_receipt(self._tx, peer.no, opened.manifest.seen, instant(self._clock()))


def release_waiting(tx: Transaction, identity: Identity) -> Taken:
    """Obeys revocations and releases, and takes the waiting ranges that somebody vouches for by now, until neither
    changes the other; gives what they brought."""
    brought = Taken()
    while True:
        apply_revocations(tx, identity)
        access = read_access(tx, identity)
        ready = [w for w in waiting.waiting(tx) if access.may_write(w.device, w.region)]
        if not ready:
            return brought
        intake = Intake(tx)
        for kept in ready:
            taken = intake.take(prove(*unwrapped(*waiting.content(tx, kept.tip))))
            waiting.drop(tx, kept.tip)
            brought.add(taken)
        intake.finish()
        _keep_recorded(tx)


def _keep_recorded(tx: Transaction) -> None:
    papers.keep(tx, ((statement, signature) for _, statement, signature in papers.recorded(tx)))
