"""Which changes of a region count: papers, revocations and releases evaluated in one pass from the programme key down.

A pure function of what is recorded in the region's streams and in those of wider regions
(docs/bundle-format.md, "Which orders count"): order, repetition and route do not matter, and nobody stops herself, a
peer or somebody above.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from kpm_desktop.domain.merging.chains import Place
from kpm_desktop.sync.credentials import GIVES_NO_RIGHT, MAX_STEPS, PROGRAMME, SUPERVISOR, Statement, age_of

#: Per segment of a stream the highest number that is meant; everything below it is.
Reach = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class RecordedPaper:
    """A paper whose signature holds, in the change of some author."""

    author: str
    place: Place
    statement: Statement


@dataclass(frozen=True, slots=True)
class Order:
    """A revocation or release: whose it is, the hash (hex) of its change, whom it names, and up to which changes that
    device's work counts. A release may name orders in the same way: they are lifted."""

    signer: str
    place: Place
    change: str
    device: str
    tips: tuple[str, ...]
    is_revocation: bool


#: What lies at or below some changes of a device.
ReachOf = Callable[[str, frozenset[str]], Reach]


@dataclass(slots=True)
class Standing:
    """Who stands where in one region, and what is set aside there. ranks: the distance of every key that may order, the
    newest programme key's 0. trusted: the devices a counting paper lets write. papers: those that count. stands: the
    orders that do."""

    region: str
    keys: tuple[str, ...] = ()
    ranks: dict[str, int] = field(default_factory=dict)
    trusted: set[str] = field(default_factory=set)
    papers: list[Statement] = field(default_factory=list)
    stands: list[Order] = field(default_factory=list)
    limits: dict[str, Reach] = field(default_factory=dict)

    def is_nearer(self, signer: str, device: str) -> bool:
        """Whether an order of a signer about a device would be obeyed."""
        rank = self.ranks.get(signer)
        return rank is not None and rank < self.ranks.get(device, rank + 1)

    def vouches_for(self, device: str) -> bool:
        """Whether a counting paper lets a device write here, or it is a programme key."""
        return device in self.trusted or device in self.keys

    def revokers(self) -> dict[str, tuple[str, ...]]:
        """By device, whose revocations of it stand, the nearest first."""
        found: dict[str, set[str]] = defaultdict(set)
        for order in self.stands:
            if order.is_revocation:
                found[order.device].add(order.signer)
        nearest_first = partial(sorted, key=lambda key: (self.ranks[key], key))
        return {device: tuple(nearest_first(found[device])) for device in sorted(found)}

    def counts(self, device: str, place: Place) -> bool:
        """Whether orders leave a change of a device alone."""
        limit = self.limits.get(device)
        return limit is None or limit.get(place.segment, 0) >= place.seq


def programme_keys(root: str, papers: Iterable[Statement]) -> tuple[str, ...]:
    """The keys that stand above all devices, the newest first: the root, those that follow it one after the other, and
    those the newest follows and has itself signed a supervisor's paper for. Takes the papers for one region."""
    if not root:
        return ()
    known = list(papers)
    by_issuer: dict[str, list[Statement]] = defaultdict(list)
    followed: dict[str, set[str]] = defaultdict(set)
    for paper in known:
        if paper.role == PROGRAMME:
            by_issuer[paper.issuer].append(paper)
            followed[paper.device].add(paper.issuer)
    chain = {root: None}
    newest = root
    while following := [each for each in by_issuer[newest] if each.device not in chain]:
        newest = max(following, key=age_of).device
        chain[newest] = None
    vouched = {each.device for each in known if each.issuer == newest and each.role == SUPERVISOR}
    keys = dict.fromkeys(reversed(chain))
    wave = {newest}
    while wave:
        wave = {issuer for key in wave for issuer in followed[key] & vouched} - keys.keys()
        keys |= dict.fromkeys(sorted(wave))
    return tuple(keys)


def evaluate(
    region: str, root: str, papers: Sequence[RecordedPaper], orders: Sequence[Order], reach_of: ReachOf
) -> Standing:
    """What counts in a region.

    papers: those recorded in its streams and wider ones that cover it; orders: those of the same streams. root: the
    programme key this device trusts, "" where it has none.
    """
    found = Standing(region, programme_keys(root, (each.statement for each in papers)))
    _Pass(found, papers, orders, reach_of).run()
    return found


class _Pass:
    """The one pass, rank by rank."""

    def __init__(
        self, found: Standing, papers: Sequence[RecordedPaper], orders: Sequence[Order], reach_of: ReachOf
    ) -> None:
        self._found = found
        self._reach_of = reach_of
        self._papers: dict[str, list[RecordedPaper]] = defaultdict(list)
        for paper in papers:
            self._papers[paper.statement.issuer].append(paper)
        self._orders: dict[str, list[Order]] = defaultdict(list)
        for order in orders:
            self._orders[order.signer].append(order)
        self._released: dict[str, set[str]] = defaultdict(set)  # by device, the tips nearer ranks' releases name
        self._lifted: set[str] = set()  # changes named by releases of nearer ranks

    def run(self) -> None:
        found, deepest = self._found, len(self._found.keys) + MAX_STEPS - 1
        waves: dict[int, list[str]] = defaultdict(list)
        for rank, key in enumerate(found.keys):
            found.ranks[key] = rank
            waves[rank].append(key)
        for rank in range(deepest + 1):
            signers = sorted(set(waves[rank]))
            self._obey([self._standing(signer, rank) for signer in signers])
            for signer in signers:
                for statement in self._counting_papers(signer):
                    self._believe(statement, rank, deepest, waves)

    def _standing(self, signer: str, rank: int) -> list[Order]:
        """The orders of a signer that stand, whatever its peers order."""
        given = [order for order in self._orders.get(signer, ()) if self._found.counts(signer, order.place)]
        left = [order for order in given if order.change not in self._lifted]
        lifted = _lifted_by([order for order in left if not order.is_revocation])
        return [
            order
            for order in left
            if order.change not in lifted
            and not (order.is_revocation and self._found.ranks.get(order.device, rank + 1) <= rank)
        ]

    def _obey(self, standing: Sequence[list[Order]]) -> None:
        """Sets aside what the orders of a rank do; what they release binds those further away only."""
        for orders in standing:
            tips: dict[str, set[str]] = defaultdict(set)
            for order in orders:
                tips[order.device].update(order.tips)
            for device in sorted({order.device for order in orders if order.is_revocation}):
                self._limit(device, frozenset(tips[device] | self._released[device]))
        for orders in standing:
            self._found.stands += orders
            for order in orders:
                if not order.is_revocation:
                    self._released[order.device].update(order.tips)
                    self._lifted.update(order.tips)

    def _limit(self, device: str, tips: frozenset[str]) -> None:
        reach, before = self._reach_of(device, tips), self._found.limits.get(device)
        self._found.limits[device] = reach if before is None else _in_both(reach, before)

    def _counting_papers(self, signer: str) -> list[Statement]:
        is_root = signer in self._found.keys
        return [
            paper.statement
            for paper in self._papers.get(signer, ())
            if is_root or (paper.author == signer and self._found.counts(signer, paper.place))
        ]

    def _believe(self, statement: Statement, rank: int, deepest: int, waves: dict[int, list[str]]) -> None:
        found, device = self._found, statement.device
        step = max(rank + 1, len(found.keys))
        if statement.role in GIVES_NO_RIGHT or device in found.keys or step > deepest:
            return
        found.papers.append(statement)
        found.trusted.add(device)
        if statement.role == SUPERVISOR and device not in found.ranks:
            found.ranks[device] = step
            waves[step].append(device)


def _lifted_by(releases: Sequence[Order]) -> set[str]:
    """What releases of one signer lift, one lifting another before: a line can only name lines written before it, so
    there is always one that nothing left to look at lifts."""
    by_change = {order.change: order for order in releases}
    naming: dict[str, int] = dict.fromkeys(by_change, 0)
    for order in by_change.values():
        for tip in set(order.tips) & naming.keys():
            naming[tip] += 1
    ready = [change for change, count in naming.items() if not count]
    lifted: set[str] = set()
    while ready:
        change = ready.pop()
        tips = set(by_change[change].tips)
        if change not in lifted:
            lifted |= tips
        for tip in tips & naming.keys():
            naming[tip] -= 1
            if not naming[tip]:
                ready.append(tip)
    return lifted


def _in_both(one: Reach, other: Reach) -> Reach:
    return {segment: min(seq, other[segment]) for segment, seq in one.items() if segment in other}
