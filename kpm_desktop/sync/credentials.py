"""Who may write where: signed statements, each resting on another, down from the programme key.

A paper is proved if the programme key signed it, or a device whose own proved supervisor's papers together cover all of
its regions. A paper of the programme key may name another programme key as its successor, or its own recovery
recipient; such papers give nobody a right. Any other gives a right to a region if it covers it and rests on papers that
all do: where codes came to lie elsewhere, a region may cover one that covers more than the first does today. Nothing is
asked of a clock or a record (docs/bundle-format.md, "Credentials" and "A programme joins another"). What is proved lets
ranges in; what of them counts is said by `sync/orders.py`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated

import msgspec
from msgspec import Meta

from kpm_desktop.domain.errors import Refused, refused
from kpm_desktop.domain.regions.coverage import has_moved, is_covered
from kpm_desktop.domain.strict import strict_line
from kpm_desktop.sync import seal
from kpm_desktop.sync.header import CredentialPaper, Instant, KeyHex, RegionCode
from kpm_desktop.sync.seal import SigningKey

CADRE = "cadre"
SUPERVISOR = "supervisor"
#: What a programme key says of the one that follows it.
PROGRAMME = "programme"
#: What a programme key says of itself: the recovery recipient of its programme.
RECOVERY = "recovery"
#: Papers of these roles tell something and give nobody a right, whoever signed them.
GIVES_NO_RIGHT = frozenset({PROGRAMME, RECOVERY})
#: Programme, province, regency, district, village and some to spare.
MAX_STEPS = 8
#: The distance of a device nothing is proved of: further than any that is.
UNPROVED = MAX_STEPS + 1
MAX_STATEMENT = 20_000
MAX_REGIONS = 500


class Statement(msgspec.Struct, frozen=True):
    """What an issuer says of a device. Its text is this struct as compact JSON, keys in this order."""

    device: KeyHex
    age: Annotated[str, Meta(max_length=100)]
    role: Annotated[str, Meta(pattern=r"\A[a-z_]{1,32}\Z")]
    regions: Annotated[tuple[RegionCode, ...], Meta(min_length=1, max_length=MAX_REGIONS)]
    person: Annotated[str, Meta(max_length=120)]
    issuer: KeyHex
    issued_at: Instant

    def covers(self, region: str) -> bool:
        """Whether one of its regions is this one or contains it."""
        return is_covered(region, self.regions)


def issue(
    key: SigningKey, *, device: str, age: str, role: str, regions: Iterable[str], person: str, issued_at: str
) -> CredentialPaper:
    """A credential for a device, signed by a supervisor's device or by the programme key, which it names as its
    issuer. Refuses (`access.bad_statement`) a device key, recipient, region or name that is not well-formed."""
    ordered = tuple(sorted(set(regions)))
    statement = Statement(device, age, role, ordered, person, key.public, issued_at)
    text = msgspec.json.encode(statement).decode()
    if not seal.is_recipient(age):
        raise refused("access.bad_statement")
    read_statement(text)
    return CredentialPaper(text, key.sign(seal.credential_message(text)))


def read_statement(text: str) -> Statement:
    """A statement's text, read strictly; says nothing about its signature. Refuses (`access.bad_statement`)."""
    line = text.encode()
    try:
        statement = msgspec.convert(strict_line(line), Statement)
    except (ValueError, Refused):
        raise refused("access.bad_statement") from None
    if len(line) > MAX_STATEMENT or list(statement.regions) != sorted(set(statement.regions)):
        raise refused("access.bad_statement")
    return statement


_kept = msgspec.json.Decoder(Statement).decode


def read_kept(text: str) -> Statement:
    """The statement of a paper that was read and proved to be signed when it was kept."""
    return _kept(text)


def signed(papers: Iterable[CredentialPaper]) -> dict[Statement, CredentialPaper]:
    """The statements of papers whose issuer signed them, each with its paper; forged and malformed ones are left
    out."""
    found: dict[Statement, CredentialPaper] = {}
    for paper in papers:
        try:
            statement = read_statement(paper.statement)
        except Refused:
            continue
        if seal.verify(statement.issuer, seal.credential_message(paper.statement), paper.signature):
            found.setdefault(statement, paper)
    return found


def successors(programme: str, statements: Iterable[Statement], regions: Sequence[str]) -> list[Statement]:
    """What the programme key, and those it names, say of programme keys that follow it, for whoever is of these
    regions; the nearest first."""
    naming = (statement for statement in statements if statement.role == PROGRAMME)
    named = [statement for statement in naming if all(map(statement.covers, regions))]
    found: list[Statement] = []
    known = [programme]
    for key in known:
        fresh = sorted((each for each in named if each.issuer == key and each.device not in known), key=_key)
        found += fresh
        known += dict.fromkeys(map(_key, fresh))
    return found


def _key(statement: Statement) -> str:
    return statement.device


def newest_recovery(programme: str, statements: Iterable[Statement]) -> Statement | None:
    """What the programme key itself said last of its recovery recipient; None where it never did. statements: of papers
    whose signatures hold."""
    own = (one for one in statements if one.role == RECOVERY and one.device == one.issuer == programme)
    return max(own, key=age_of, default=None)


def age_of(statement: Statement) -> tuple[str, bytes]:
    """Puts statements in the order they were made in, the same on every device."""
    return statement.issued_at, msgspec.json.encode(statement)


@dataclass(frozen=True, slots=True)
class Proved:
    """The statements that rest on the programme keys. steps: of each its distance from there, the nearest first. held:
    by device, in the same order."""

    roots: frozenset[str]
    steps: Mapping[Statement, int]
    held: Mapping[str, list[Statement]]
    _of_region: dict[str, "Proved"] = field(default_factory=dict, repr=False, compare=False)

    def for_region(self, region: str) -> "Proved":
        """The statements that give a right to a region, and others that say nothing of it: where codes alone tell what
        covers what, a paper that covers a region rests on none that does not."""
        if not has_moved(region):
            return self
        if region not in self._of_region:
            covering = [statement for statement in self.steps if statement.covers(region)]
            self._of_region[region] = _prove(self.roots, covering)
        return self._of_region[region]

    def papers_for(self, device: str, region: str) -> list[Statement]:
        """The statements that give a device a right to a region; the role does not matter."""
        return [statement for statement in self.for_region(region).held.get(device, ()) if statement.covers(region)]

    def may_write(self, device: str, region: str) -> bool:
        """Whether a device's ranges for a region are let in."""
        return any(statement.covers(region) for statement in self.for_region(region).held.get(device, ()))

    def supervises(self, device: str, region: str) -> bool:
        """Whether a device may vouch for others in a region."""
        return any(statement.role == SUPERVISOR for statement in self.papers_for(device, region))

    def distance(self, device: str) -> int:
        """The fewest steps from a programme key to a device: 0 for the key itself, 1 for a device it signed, `UNPROVED`
        for one that no statement names."""
        if device in self.roots:
            return 0
        held = self.held.get(device)
        return self.steps[held[0]] if held else UNPROVED

    def chain(self, device: str, region: str) -> list[Statement]:
        """The fewest papers that prove a device may write for a region, the nearest to the programme key first; empty
        when nothing proves it."""
        within = self.for_region(region)
        found: dict[Statement, None] = {}
        needed = within.papers_for(device, region)[:1]
        while needed:
            statement = needed.pop()
            if statement not in found:
                found[statement] = None
                needed += within.issuing(statement)
        return sorted(found, key=lambda each: within.steps[each])

    def issuing(self, statement: Statement) -> list[Statement]:
        """The statements by which its issuer was allowed to sign it; none where that is a programme key."""
        if statement.issuer in self.roots:
            return []
        nearer = [each for each in self.held[statement.issuer] if self.steps[each] < self.steps[statement]]
        giving = [each for each in nearer if each.role == SUPERVISOR]
        one = next((each for each in giving if all(map(each.covers, statement.regions))), None)
        return giving if one is None else [one]


def prove(programme: str, statements: Iterable[Statement], following: Iterable[str] = ()) -> Proved:
    """What rests on a programme key. Papers that rest on nothing or lie more than `MAX_STEPS` from it are left out.
    statements: of papers whose signatures hold. following: further programme keys that count as roots."""
    return _prove(frozenset({programme, *following}), statements)


def _prove(roots: frozenset[str], statements: Iterable[Statement]) -> Proved:
    """Step by step; each waiting paper is looked at once per step at which its issuer's regions grew."""
    waiting: dict[str, list[Statement]] = defaultdict(list)
    for statement in dict.fromkeys(statements):
        if statement.device not in roots and statement.role not in GIVES_NO_RIGHT:
            waiting[statement.issuer].append(statement)
    steps: dict[Statement, int] = {}
    given: dict[str, set[str]] = defaultdict(set)
    wave = [statement for root in sorted(roots) for statement in waiting.pop(root, ())]
    for step in range(1, MAX_STEPS + 1):
        steps.update(dict.fromkeys(wave, step))
        grown: dict[str, None] = {}
        for statement in wave:
            if statement.role == SUPERVISOR and statement.device in waiting:
                given[statement.device].update(statement.regions)
                grown[statement.device] = None
        wave = []
        for device in grown:
            still: list[Statement] = []
            for statement in waiting[device]:
                covered = all(is_covered(code, given[device]) for code in statement.regions)
                (wave if covered else still).append(statement)
            waiting[device] = still
    held: dict[str, list[Statement]] = defaultdict(list)
    for statement in steps:
        held[statement.device].append(statement)
    return Proved(roots, steps, dict(held))
