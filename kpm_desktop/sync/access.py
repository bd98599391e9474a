"""Who may write where, as this device sees it now: its credential papers evaluated from the programme key."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kpm_desktop.db.delivery import credentials as papers
from kpm_desktop.db.delivery import peers
from kpm_desktop.db.delivery.held_changes import HeldChanges
from kpm_desktop.db.journal.streams import Stream
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.regions.coverage import has_moved, holders
from kpm_desktop.sync import credentials
from kpm_desktop.sync.credentials import Statement, Valid
from kpm_desktop.sync.header import CredentialPaper


@dataclass(frozen=True, slots=True)
class Access:
    """The device's own key, the programme's and those that follow it, every paper and what follows from them."""

    own: str
    programme: str
    following: tuple[str, ...]
    papers: tuple[CredentialPaper, ...]
    valid: Valid
    _found: dict[str, Valid] = field(default_factory=dict, repr=False, compare=False)

    def is_root(self, key: str) -> bool:
        """Whether a key is the programme's: what it seals itself counts everywhere."""
        return bool(key) and (key == self.programme or key in self.following)

    def may_write(self, device: str, region: str) -> bool:
        """Whether a device's changes for a region count; a device never doubts itself."""
        return device == self.own or self.is_root(device) or bool(self._held(device, region))

    def regions_of(self, device: str) -> tuple[str, ...]:
        """The regions a device is trusted with, sorted."""
        return tuple(sorted({code for held in self.valid.get(device, ()) for code in held.regions}))

    def statement_of(self, device: str) -> Statement | None:
        """The nearest valid statement about a device."""
        held = self.valid.get(device)
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
        if self.is_root(device):
            return True
        return any(statement.role == credentials.SUPERVISOR for statement in self._held(device, region))

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
        return any(held.issuer == issuer and all(map(held.covers, regions)) for held in self.valid.get(device, ()))

    def distance(self, device: str) -> int:
        """Steps from the programme key, 0 for the key itself; more than any chain has for whoever has no paper."""
        return 0 if self.is_root(device) else credentials.distance(self.valid, device)

    def chain(self, device: str, region: str) -> list[CredentialPaper]:
        """The papers that prove a device's right to a region."""
        return credentials.chain_for(device, region, self.papers, self.programme, self.following)

    def stands_above(self, device: str, other: str, regions: Iterable[str]) -> bool:
        """Whether a device supervises one of another's regions and is either nearer the programme key or the
        supervisor of a cadre."""
        if device == other or not any(self.supervises(device, code) for code in regions):
            return False
        statement = self.statement_of(other)
        is_cadre = statement is not None and not any(self.supervises(other, code) for code in statement.regions)
        return is_cadre or self.distance(device) < self.distance(other)

    def _held(self, device: str, region: str) -> list[Statement]:
        """The valid statements that give a device a right to a region."""
        if region not in self._found:
            self._found[region] = credentials.valid_for(self.valid, region)
        return [statement for statement in self._found[region].get(device, ()) if statement.covers(region)]


def read_access(tx: Transaction, identity: Identity) -> Access:
    """Evaluates everything known about who may write."""
    found = tuple(CredentialPaper(*paper) for paper in _counting(tx))
    if not identity.programme:
        return Access(identity.device, "", (), found, {})
    named = credentials.successors(identity.programme, found, identity.regions)
    following = tuple(dict.fromkeys(statement.device for statement in named))
    evaluated = credentials.valid(identity.programme, found, following)
    return Access(identity.device, identity.programme, following, found, evaluated)


def _counting(tx: Transaction) -> list[tuple[str, str]]:
    """Every paper but those a revoked device signed without recording them in what of its stream is accepted."""
    revoked = peers.revoked(tx)
    if not revoked:
        return papers.papers(tx)
    recorded = set(papers.recorded(tx))
    found = []
    for statement, signature in well_formed(CredentialPaper(*paper) for paper in papers.papers(tx)):
        issuer = credentials.read_statement(statement).issuer
        if issuer not in revoked or (issuer, statement, signature) in recorded:
            found.append((statement, signature))
    return found


def well_formed(found: Iterable[CredentialPaper]) -> list[tuple[str, str]]:
    """The papers worth keeping, as (statement, signature): those whose statement can be read at all."""
    kept = []
    for paper in found:
        try:
            credentials.read_statement(paper.statement)
        except Refused:
            continue
        kept.append((paper.statement, paper.signature))
    return kept
