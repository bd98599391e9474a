"""Whose ranges are let in and who stands above whom, as this device sees it now: every paper that reached it, evaluated
from the programme key. What counts of what is let in, papers and orders in the journal say (`sync/standing.py`)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kpm_desktop.db.delivery import credentials as papers
from kpm_desktop.db.delivery.held_changes import HeldChanges
from kpm_desktop.db.journal.access_lines import access_lines
from kpm_desktop.db.journal.streams import Stream
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.regions.coverage import has_moved, holders
from kpm_desktop.sync import credentials
from kpm_desktop.sync.credentials import Proved, Statement
from kpm_desktop.sync.header import CredentialPaper


@dataclass(frozen=True, slots=True)
class Access:
    """The device's own key, the programme's and those that follow it, every paper by its statement and what follows
    from them. recovery: the newest paper about the programme's recovery recipient."""

    own: str
    programme: str
    following: tuple[str, ...]
    papers: Mapping[Statement, CredentialPaper]
    proved: Proved
    recovery: CredentialPaper | None = None

    def is_root(self, key: str) -> bool:
        """Whether a key is the programme's: what it seals itself counts everywhere."""
        return bool(key) and (key == self.programme or key in self.following)

    def may_write(self, device: str, region: str) -> bool:
        """Whether a device's changes for a region count; a device never doubts itself."""
        return device == self.own or self.is_root(device) or self.proved.may_write(device, region)

    def knows(self, device: str) -> bool:
        """Whether a paper vouches for a device, wherever and as whatever."""
        return device == self.own or self.is_root(device) or device in self.proved.held

    def regions_of(self, device: str) -> tuple[str, ...]:
        """The regions a device is trusted with, sorted."""
        return tuple(sorted({code for held in self.proved.held.get(device, ()) for code in held.regions}))

    def statement_of(self, device: str) -> Statement | None:
        """The nearest valid statement about a device."""
        held = self.proved.held.get(device)
        return held[0] if held else None

    def speaker(self, device: str, user: str) -> str:
        """Who speaks: the person a device is certified for; a name that was written and is another one stands behind
        it, in quotes. Of a device without a paper nothing but what was written is known."""
        statement = self.statement_of(device)
        person = statement.person if statement is not None else ""
        if not person or not user or person.casefold() == user.casefold():
            return person or user
        return f"{person} (“{user}”)"

    def supervises(self, device: str, region: str) -> bool:
        """Whether a valid paper makes a device a supervisor of a region; the programme key is one of all."""
        return self.is_root(device) or self.proved.supervises(device, region)

    def shared(self, changes: HeldChanges, device: str) -> list[Stream]:
        """The streams shared with a device: those of the regions it has a right to, and wider ones that say who may
        write there."""
        theirs = self.regions_of(device)
        wider = frozenset[str]().union(*map(holders, theirs))
        return [
            stream
            for stream in changes.shared(theirs)
            if not has_moved(stream.region)
            or self.may_write(device, stream.region)
            or (stream.holds_access and stream.region in wider)
        ]

    def beyond(self, device: str, regions: Iterable[str]) -> list[str]:
        """Those of the regions in which a device cannot vouch for others, though it has papers."""
        known = self.statement_of(device) is not None
        return [code for code in regions if known and not self.supervises(device, code)]

    def vouches(self, issuer: str, device: str, regions: Iterable[str]) -> bool:
        """Whether a valid paper of this issuer lets a device write for all of these regions."""
        held = self.proved.held.get(device, ())
        return any(one.issuer == issuer and all(map(one.covers, regions)) for one in held)

    def distance(self, device: str) -> int:
        """Steps from the programme key, 0 for the key itself; more than any chain has for whoever has no paper."""
        return 0 if self.is_root(device) else self.proved.distance(device)

    def chain(self, device: str, region: str) -> list[CredentialPaper]:
        """The papers that prove a device's right to a region."""
        return [self.papers[statement] for statement in self.proved.chain(device, region)]

    def papers_for(self, device: str, region: str) -> list[CredentialPaper]:
        """What goes along with a range of a device: its chain, and what the programme key said of its recovery."""
        chain = self.chain(device, region)
        return [*chain, self.recovery] if chain and self.recovery is not None else chain

    def stands_above(self, device: str, other: str, regions: Iterable[str]) -> bool:
        """Whether a device supervises one of another's regions and is either nearer the programme key or the
        supervisor of a cadre."""
        if device == other or not any(self.supervises(device, code) for code in regions):
            return False
        statement = self.statement_of(other)
        is_cadre = statement is not None and not any(self.supervises(other, code) for code in statement.regions)
        return is_cadre or self.distance(device) < self.distance(other)


def read_access(tx: Transaction, identity: Identity) -> Access:
    """Evaluates every paper that reached this device."""
    kept = ((text, signature) for text, signature in papers.papers(tx))
    found = {credentials.read_kept(text): CredentialPaper(text, signature) for text, signature in kept}
    told = told_recovery(tx, identity.programme)
    return _evaluated(identity, found, None if told is None else found[told])


def with_brought(access: Access, identity: Identity, brought: Iterable[CredentialPaper]) -> Access:
    """The same with what a bundle brought, of which only what is signed counts."""
    return _evaluated(identity, {**credentials.signed(brought), **access.papers}, access.recovery)


def _evaluated(
    identity: Identity, found: Mapping[Statement, CredentialPaper], recovery: CredentialPaper | None
) -> Access:
    if not identity.programme:
        return Access(identity.device, "", (), found, credentials.prove("", ()))
    named = credentials.successors(identity.programme, found, identity.regions)
    following = tuple(dict.fromkeys(statement.device for statement in named))
    proved = credentials.prove(identity.programme, found, following)
    return Access(identity.device, identity.programme, following, found, proved, recovery)


def told_recovery(tx: Transaction, programme: str) -> Statement | None:
    """What a programme key said last of its recovery recipient, in the papers held."""
    about = (CredentialPaper(*paper) for paper in papers.papers_about(tx, programme))
    own = (paper for paper in about if f'"issuer":"{programme}"' in paper.statement)  # few, whatever others wrote
    return credentials.newest_recovery(programme, credentials.signed(own))


def keep_proved(tx: Transaction, identity: Identity, brought: Iterable[CredentialPaper]) -> None:
    """Keeps papers that came beside ranges: those of which signature and chain hold, by what is known and what came."""
    known = {paper.statement: paper for paper in brought}
    new = credentials.signed(known[text] for text in known.keys() - papers.kept_of(tx, known))
    if not new:
        return
    access = read_access(tx, identity)
    together = [*access.papers, *new]
    named = credentials.successors(identity.programme, together, identity.regions)
    roots = [statement.device for statement in named]
    proved = credentials.prove(identity.programme, together, roots) if identity.programme else access.proved
    told = [credentials.newest_recovery(root, new) for root in (identity.programme, *roots)]
    keeping = [new[each] for each in new if each in proved.steps or each in named or each in told]
    papers.keep(tx, ((paper.statement, paper.signature) for paper in keeping))


def keep_recorded(tx: Transaction, above: int = 0) -> None:
    """Keeps the papers among the changes stored after one of this number whose signatures hold: the journal has them
    anyway, and what they rest on may come later."""
    recorded, _ = access_lines(tx, above)
    found = {each.statement: CredentialPaper(each.statement, each.signature) for each in recorded}
    new = credentials.signed(found[text] for text in found.keys() - papers.kept_of(tx, found))
    papers.keep(tx, ((paper.statement, paper.signature) for paper in new.values()))


def forget_unsigned(tx: Transaction) -> None:
    """Takes away what an earlier version kept without looking at signatures."""
    kept = [CredentialPaper(*paper) for paper in papers.papers(tx)]
    good = {paper.statement for paper in credentials.signed(kept).values()}
    papers.forget(tx, (paper.statement for paper in kept if paper.statement not in good))
