"""Which changes of a region count, worked out as docs/bundle-format.md, "Which orders count", says it, and in no
cleverer way.

Reads lines as plain JSON and keeps everything in sets, so that it can disagree with the program. It believes that
papers are signed by whom they say: forged ones are another test's.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

START = "0" * 64
STEPS = 8
EVERYBODY = 10_000


@dataclass(frozen=True)
class Told:
    """A journal line as anybody can read it; `hash` is the whole hash in hex."""

    hash: str
    device: str
    line: Mapping[str, Any]

    @property
    def region(self) -> str:
        """The region of its stream."""
        return str(self.line["region"])

    @property
    def kind(self) -> str:
        """What it is about."""
        return str(self.line["kind"])

    def value(self, name: str) -> Any:
        """What it sets a field to."""
        return self.line["fields"].get(name)

    def writes(self, place: tuple[str, str, str]) -> bool:
        """Whether it sets a field of a record, given as region, record and field."""
        region, record, name = place
        return (self.region, self.line["id"]) == (region, record) and name in self.line["fields"]


Paper = Mapping[str, Any]


def covers(prefix: str, code: str) -> bool:
    """Whether a region is another or lies inside it, by whole parts."""
    return code.split(".")[: prefix.count(".") + 1] == prefix.split(".")


@dataclass
class Model:
    """What counts of a region for a device that holds these lines. own: its key. root: its programme's."""

    lines: Mapping[str, Told]
    own: str
    root: str
    region: str
    ranks: dict[str, int] = field(default_factory=dict)
    trusted: set[str] = field(default_factory=set)
    standing: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.here = [told for told in self.lines.values() if covers(told.region, self.region)]
        self.keys = self._programme_keys()
        self.ranks = {key: rank for rank, key in enumerate(self.keys)}
        self.trusted = {self.own, *self.keys}
        for rank in range(len(self.keys) + STEPS):
            signers = {device for device, at in self.ranks.items() if at == rank}
            given = [order for order in self._orders() if order.device in signers and self.counts(order, rank)]
            self.standing |= {order.hash for order in given if self._stands(order, rank, given)}
            for told, paper in self._papers(signers):
                if paper["issuer"] in self.keys or self.counts(told, rank):
                    self._believe(paper, rank)

    def counting(self) -> set[str]:
        """The changes of this region's streams that count."""
        streams = [told for told in self.lines.values() if told.region == self.region]
        return {told.hash for told in streams if told.device in self.trusted and self.counts(told, EVERYBODY)}

    def stopped(self) -> set[str]:
        """The devices a standing revocation names."""
        standing = [self.lines[order] for order in self.standing]
        return {order.value("device_key") for order in standing if order.kind == "revocation"}

    def counts(self, told: Told, rank: int) -> bool:
        """Whether no signer nearer than a rank sets a change aside."""
        for signer, at in self.ranks.items():
            if at < rank and self._named(signer, told.device, "revocation"):
                nearer = [device for device, its in self.ranks.items() if its < at]
                tips = self._named(signer, told.device, "revocation") | self._named(signer, told.device, "release")
                for device in nearer:
                    tips |= self._named(device, told.device, "release")
                if told.hash not in self._below({tip for order in tips for tip in _tips(self.lines[order])}):
                    return False
        return True

    def _named(self, signer: str, device: str, kind: str) -> set[str]:
        """The standing orders of a signer about a device."""
        return {
            order.hash
            for order in self._orders()
            if order.hash in self.standing
            and (order.device, order.kind, order.value("device_key")) == (signer, kind, device)
        }

    def _stands(self, order: Told, rank: int, given: list[Told]) -> bool:
        named = order.value("device_key")
        if order.kind == "revocation" and self.ranks.get(named, EVERYBODY) <= rank:
            return False
        nearer = [self.lines[h] for h in self.standing if self.ranks[self.lines[h].device] < rank]
        lifting = [each for each in nearer if each.kind == "release"]
        lifting += [
            each
            for each in given
            if (each.device, each.kind) == (order.device, "release") and order.hash in _tips(each)
            if self._stands(each, rank, given)
        ]
        return not any(order.hash in _tips(each) for each in lifting)

    def _believe(self, paper: Paper, rank: int) -> None:
        device = paper["device"]
        steps = max(rank + 1, len(self.keys))
        if paper["role"] in ("programme", "recovery") or device in self.keys or steps >= len(self.keys) + STEPS:
            return
        self.trusted.add(device)
        if paper["role"] == "supervisor" and device not in self.ranks:
            self.ranks[device] = steps

    def _orders(self) -> list[Told]:
        return [told for told in self.here if told.kind in ("revocation", "release") and told.value("device_key")]

    def _papers(self, signers: Iterable[str]) -> list[tuple[Told, Paper]]:
        """The papers these signed for the region and recorded themselves; a programme key's are recorded by anybody."""
        found = []
        for told in self.here:
            if told.kind == "credential" and told.value("statement"):
                paper = json.loads(told.value("statement"))
                recorded = told.device == paper["issuer"] or paper["issuer"] in self.keys
                if (
                    paper["issuer"] in signers
                    and recorded
                    and any(covers(code, self.region) for code in paper["regions"])
                ):
                    found.append((told, paper))
        return found

    def _programme_keys(self) -> list[str]:
        """The newest first."""
        if not self.root:
            return []
        named = [
            (json.loads(told.value("statement")), told.value("statement"))
            for told in self.here
            if told.kind == "credential" and told.value("statement")
        ]
        named = [each for each in named if any(covers(code, self.region) for code in each[0]["regions"])]
        chain = [self.root]
        while True:
            following = [
                (paper["issued_at"], text, paper["device"])
                for paper, text in named
                if paper["role"] == "programme" and paper["issuer"] == chain[-1] and paper["device"] not in chain
            ]
            if not following:
                break
            chain.append(max(following)[2])
        newest = chain[-1]
        keys = chain[::-1]
        wave = [newest]
        while wave:
            wave = sorted(
                {
                    paper["issuer"]
                    for paper, _ in named
                    if paper["role"] == "programme" and paper["device"] in wave and paper["issuer"] not in keys
                    if any(
                        (each["issuer"], each["device"], each["role"]) == (newest, paper["issuer"], "supervisor")
                        for each, _ in named
                    )
                }
            )
            keys += wave
        return keys

    def _below(self, tips: set[str]) -> set[str]:
        found: set[str] = set()
        for tip in tips:
            while tip in self.lines and tip not in found:
                found.add(tip)
                tip = self.lines[tip].line["prev"]
        return found


def _tips(order: Told) -> list[str]:
    return [*(order.value("accepted") or ()), *(order.value("released") or ())]
