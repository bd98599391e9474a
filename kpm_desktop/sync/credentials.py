"""Who may write where: signed statements, each resting on another, down from the programme key.

A paper is valid if the programme key signed it, or a device that itself holds a valid supervisor's paper whose
regions cover all of its own. A paper of the programme key may name another programme key as its successor. It gives a
right to a region if it covers it and rests on papers that all do: where codes came to lie elsewhere, a region may cover
one that covers more than the first does today. Nothing is asked of a clock or a record (docs/bundle-format.md,
"Credentials" and "A programme joins another").
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
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

    def may_issue(self, other: "Statement") -> bool:
        """Whether its device may have issued another, judged by this statement alone."""
        return self.role == SUPERVISOR and self.device == other.issuer and all(map(self.covers, other.regions))


Valid = dict[str, list[Statement]]


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


@lru_cache(maxsize=8192)
def _signed(paper: CredentialPaper) -> Statement | None:
    """The statement of a paper its issuer signed, else None."""
    try:
        statement = read_statement(paper.statement)
    except Refused:
        return None
    message = seal.credential_message(paper.statement)
    return statement if seal.verify(statement.issuer, message, paper.signature) else None


def successors(programme: str, papers: Iterable[CredentialPaper], regions: Sequence[str]) -> list[Statement]:
    """What the programme key, and those it names, say of programme keys that follow it, for whoever is of these
    regions; the nearest first."""
    signed = [statement for paper in papers if (statement := _signed(paper)) and statement.role == PROGRAMME]
    named = [statement for statement in signed if all(map(statement.covers, regions))]
    found: list[Statement] = []
    known = [programme]
    for key in known:
        fresh = sorted((each for each in named if each.issuer == key and each.device not in known), key=_key)
        found += fresh
        known += dict.fromkeys(map(_key, fresh))
    return found


def _key(statement: Statement) -> str:
    return statement.device


def valid(programme: str, papers: Iterable[CredentialPaper], following: Iterable[str] = ()) -> Valid:
    """The valid statements by device, in the order of their distance from the programme key. Papers that are
    malformed, forged, rest on nothing or lie more than `MAX_STEPS` from the root are left out. following: further
    programme keys that count as roots."""
    signed = dict.fromkeys(statement for paper in papers if (statement := _signed(paper)))
    found: Valid = defaultdict(list)
    for statement in _by_steps({programme, *following}, signed):
        found[statement.device].append(statement)
    return dict(found)


def _by_steps(roots: set[str], statements: Iterable[Statement]) -> dict[Statement, int]:
    """The statements that rest on the roots, each with its steps from there, nearest first."""
    waiting: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.device not in roots:
            waiting[statement.issuer].append(statement)
    reached = {statement: 1 for root in roots for statement in waiting.pop(root, ())}
    nearest = list(reached)
    for steps in range(2, MAX_STEPS + 1):
        nearest = [below for holder in nearest for below in _take_issued(holder, waiting)]
        reached.update(dict.fromkeys(nearest, steps))
    return reached


def _take_issued(holder: Statement, waiting: dict[str, list[Statement]]) -> list[Statement]:
    below = waiting.pop(holder.device, [])
    waiting[holder.device] = [statement for statement in below if not holder.may_issue(statement)]
    return [statement for statement in below if holder.may_issue(statement)]


def may_write(valid_statements: Valid, device: str, region: str) -> bool:
    """Whether a device's changes for a region count; the role does not matter."""
    return any(statement.covers(region) for statement in valid_for(valid_statements, region).get(device, ()))


def supervises(valid_statements: Valid, device: str, region: str) -> bool:
    """Whether a device may vouch for others in a region. Takes what `valid` returned."""
    held = valid_for(valid_statements, region).get(device, ())
    return any(statement.role == SUPERVISOR and statement.covers(region) for statement in held)


def valid_for(valid_statements: Valid, region: str) -> Valid:
    """The statements that give a right to a region and those that say nothing of it. Takes what `valid` returned; where
    codes alone tell what covers what, a paper that covers a region rests on none that does not."""
    if not has_moved(region):
        return valid_statements
    covering = [statement for held in valid_statements.values() for statement in held if statement.covers(region)]
    found: Valid = defaultdict(list)
    for statement in _by_steps(_roots(valid_statements), covering):
        found[statement.device].append(statement)
    return dict(found)


def _roots(valid_statements: Mapping[str, Sequence[Statement]]) -> set[str]:
    """The programme keys valid statements rest on: issuers of whom none of these speaks."""
    return {statement.issuer for held in valid_statements.values() for statement in held} - set(valid_statements)


def distance(valid_statements: Mapping[str, Sequence[Statement]], device: str) -> int:
    """The fewest steps from the programme key to a device: 0 for that key itself, 1 for a device it signed,
    `UNPROVED` for one that no valid statement names. Takes what `valid` returned."""
    statements = [statement for held in valid_statements.values() for statement in held]
    roots = _roots(valid_statements)
    if device in roots:
        return 0
    reached = _by_steps(roots, statements)
    return min((reached[statement] for statement in valid_statements.get(device, ())), default=UNPROVED)


def chain_for(
    device: str, region: str, papers: Iterable[CredentialPaper], programme: str, following: Iterable[str] = ()
) -> list[CredentialPaper]:
    """The fewest papers that prove a device may write for a region, the programme's own first; empty when the
    papers do not prove it."""
    known = {statement: paper for paper in papers if (statement := _signed(paper))}
    by_statement = {each: known[each] for each in known if not has_moved(region) or each.covers(region)}
    reached = _by_steps({programme, *following}, by_statement)
    link = next((held for held in reached if held.device == device and held.covers(region)), None)
    chain = []
    while link is not None:
        chain.append(by_statement[link])
        link = next((above for above in reached if reached[above] < reached[link] and above.may_issue(link)), None)
    return chain[::-1]
