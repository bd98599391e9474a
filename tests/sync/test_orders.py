"""Orders and papers: random graphs over several regions, judged against the model, and the sentences they must keep."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from kpm_desktop.domain.merging.chains import Place
from kpm_desktop.sync.credentials import Statement
from kpm_desktop.sync.orders import Order, Reach, RecordedPaper, Standing, evaluate
from tests.support.orders_model import EVERYBODY, START, Model, Told, covers

AREA, DISTRICT, VILLAGE, BESIDE = "12.75", "12.75.01", "12.75.01.1001", "12.75.02"
REGIONS = (AREA, DISTRICT, VILLAGE, BESIDE)
ROOT, NEXT = "a" * 64, "b" * 64
DEVICES = tuple(f"{number:064x}" for number in range(1, 6))
AUTHORS = (ROOT, NEXT, *DEVICES)


def examples(count: int) -> settings:
    """So many graphs in the short form; they are small and quick."""
    return settings(max_examples=count * settings().max_examples // 20)


@dataclass
class World:
    """Lines as several authors wrote them, each with what the program reads of it."""

    lines: dict[str, Told] = field(default_factory=dict)
    papers: list[tuple[Told, Statement]] = field(default_factory=list)

    def write(self, device: str, region: str, kind: str, fields: Mapping[str, Any], below: str | None = None) -> str:
        """One more line on a stream of its author, on its last change or on another of its own."""
        mine = [told for told in self.lines.values() if (told.device, told.region) == (device, region)]
        prev = below or (mine[-1].hash if mine else START)
        seq = self.lines[prev].line["seq"] + 1 if prev in self.lines else 1
        line = {"kind": kind, "region": region, "seq": seq, "prev": prev, "n": len(self.lines), "fields": dict(fields)}
        told = Told(hashlib.sha256(json.dumps([device, line]).encode()).hexdigest(), device, line)
        self.lines[told.hash] = told
        return told.hash

    def paper(
        self,
        issuer: str,
        device: str,
        *regions: str,
        role: str = "supervisor",
        by: str = "",
        at: int = 0,
        where: str = "",
    ) -> str:
        """A paper in a stream of its issuer, or of whoever records it."""
        statement = Statement(
            device, "age1", role, tuple(sorted(regions)), "x", issuer, f"2026-01-{at + 1:02}T00:00:00Z"
        )
        text = msgspec.json.encode(statement).decode()
        written = self.write(by or issuer, where or regions[0], "credential", {"statement": text})
        self.papers.append((self.lines[written], statement))
        return written

    def order(self, signer: str, kind: str, device: str, tips: list[str], region: str) -> str:
        """A revocation or a release."""
        name = "accepted" if kind == "revocation" else "released"
        return self.write(signer, region, kind, {"device_key": device, name: sorted(set(tips))})

    def tips(self, device: str) -> list[str]:
        """The ends of all a device wrote."""
        below = {told.line["prev"] for told in self.lines.values()}
        return [told.hash for told in self.lines.values() if told.device == device and told.hash not in below]

    def standing(self, region: str, root: str = ROOT) -> Standing:
        """What the program makes of it. Every change is a segment of its own."""
        numbers = {hash_: number for number, hash_ in enumerate(self.lines)}
        here = {told.hash for told in self.lines.values() if covers(told.region, region)}

        def reach_of(device: str, tips: frozenset[str]) -> Reach:
            found: dict[int, int] = {}
            for tip in tips:
                while tip in self.lines:
                    found[numbers[tip]] = 1
                    tip = self.lines[tip].line["prev"]
            return found

        papers = [
            RecordedPaper(told.device, Place(numbers[told.hash], 1), statement)
            for told, statement in self.papers
            if told.hash in here and statement.covers(region)
        ]
        orders = [
            Order(
                told.device,
                Place(numbers[told.hash], 1),
                told.hash,
                told.value("device_key"),
                tuple(told.value("accepted") or told.value("released") or ()),
                told.kind == "revocation",
            )
            for told in self.lines.values()
            if told.hash in here and told.kind in ("revocation", "release")
        ]
        return evaluate(region, root, papers, orders, reach_of)

    def counting(self, region: str, own: str = "", root: str = ROOT) -> set[str]:
        """The hashes of the changes that count in a region's streams."""
        found = self.standing(region, root)
        numbers = {hash_: number for number, hash_ in enumerate(self.lines)}
        return {
            told.hash
            for told in self.lines.values()
            if told.region == region
            and (told.device == own or found.vouches_for(told.device))
            and found.counts(told.device, Place(numbers[told.hash], 1))
        }


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Up to thirty lines: papers of every role by everybody for everybody, orders about everybody and about orders."""
    world = World()
    for above, below in ((ROOT, DEVICES[0]), (DEVICES[0], DEVICES[1])) if draw(st.booleans()) else ():
        world.paper(above, below, AREA, by=below if above == ROOT else "")
    for at in range(draw(st.integers(0, 28))):
        author, region = draw(st.sampled_from(AUTHORS)), draw(st.sampled_from(REGIONS))
        match draw(st.integers(0, 5)):
            case 0 | 1:
                device = draw(st.sampled_from(AUTHORS))
                role = draw(st.sampled_from(("supervisor", "supervisor", "cadre", "auditor", "recovery")))
                world.paper(
                    author, device, region, role=role, at=at, by=draw(st.sampled_from((author, author, "", *DEVICES)))
                )
            case 2:
                named = draw(st.sampled_from(AUTHORS))
                tips = draw(st.lists(st.sampled_from(sorted(world.lines)), max_size=4)) if world.lines else []
                world.order(author, "revocation", named, tips, region)
            case 3:
                named = draw(st.sampled_from(AUTHORS))
                tips = draw(st.lists(st.sampled_from(sorted(world.lines)), max_size=4)) if world.lines else []
                world.order(author, "release", named, tips, region)
            case 4:
                world.paper(author, draw(st.sampled_from((NEXT, ROOT, *DEVICES[:2]))), region, role="programme", at=at)
            case _:
                mine = [h for h, told in world.lines.items() if (told.device, told.region) == (author, region)]
                world.write(author, region, "household", {}, below=draw(st.sampled_from(mine)) if mine else None)
    return world


@examples(600)
@given(worlds(), st.sampled_from(REGIONS), st.sampled_from((ROOT, NEXT, "")), st.sampled_from(("", *DEVICES)))
def test_the_program_and_the_model_agree(world: World, region: str, root: str, own: str) -> None:
    model = Model(world.lines, own, root, region)
    assert world.standing(region, root).ranks == model.ranks
    assert world.counting(region, own, root) == model.counting()


def ranked(world: World, region: str) -> dict[str, int]:
    """Who may order, and how near."""
    return world.standing(region).ranks


@examples(300)
@given(worlds(), st.sampled_from(REGIONS), st.data())
def test_nobody_stops_herself_a_peer_or_somebody_above(world: World, region: str, data: st.DataObject) -> None:
    """Whatever a key goes on to write, it takes nothing from those as near as itself; a cadre takes nothing from
    anybody."""
    ranks, before = ranked(world, region), world.counting(region)
    author = data.draw(st.sampled_from(AUTHORS))
    rank = ranks.get(author, EVERYBODY)
    if rank == 0:
        return
    for _ in range(data.draw(st.integers(1, 4))):
        kind, named = data.draw(st.sampled_from(("revocation", "release"))), data.draw(st.sampled_from(AUTHORS))
        tips = data.draw(st.lists(st.sampled_from(sorted(world.lines)), max_size=3)) if world.lines else []
        world.order(author, kind, named, tips, data.draw(st.sampled_from(REGIONS)))
    after, now = world.counting(region), ranked(world, region)
    kept = {key: at for key, at in ranks.items() if at <= rank}
    assert {key: now.get(key) for key in kept} == kept
    touched = {world.lines[h].device for h in (before ^ after) if world.lines[h].device != author}
    assert all(ranks.get(device, EVERYBODY) > rank for device in touched)
    if author not in ranks:
        assert not touched


@examples(200)
@given(worlds(), st.sampled_from(REGIONS), st.sampled_from(DEVICES))
def test_the_newest_programme_key_stops_and_lifts_everything(world: World, region: str, device: str) -> None:
    newest = world.standing(region).keys[0]
    stopped = world.order(newest, "revocation", device, [], region)
    assert not [h for h in world.counting(region) if world.lines[h].device == device]
    orders = [h for h, told in world.lines.items() if told.value("device_key") == device and h != stopped]
    world.order(newest, "release", device, [*orders, *world.tips(device)], region)
    world.order(newest, "release", device, [stopped], region)
    found = world.standing(region)
    assert device not in found.limits
    assert device not in found.revokers()


@examples(300)
@given(worlds(), st.sampled_from(REGIONS), st.data())
def test_what_an_order_sets_aside_stays_so(world: World, region: str, data: st.DataObject) -> None:
    """Until a release by its signer or a nearer key, or a nearer key's paper."""
    found = world.standing(region)
    standing = [order for order in found.stands if order.is_revocation and order.device not in found.ranks]
    if not standing:
        return
    order = data.draw(st.sampled_from(standing))
    before = world.counting(region)
    rank = found.ranks[order.signer]
    author = data.draw(
        st.sampled_from([key for key in AUTHORS if key != order.signer and found.ranks.get(key, EVERYBODY) >= rank])
    )
    aside = {h for h, told in world.lines.items() if told.device == order.device and told.region == region} - before
    for kind in data.draw(st.lists(st.sampled_from(("paper", "revocation", "release")), min_size=1, max_size=4)):
        if kind == "paper":
            role = data.draw(st.sampled_from(("cadre", "supervisor")))
            world.paper(author, data.draw(st.sampled_from(DEVICES)), data.draw(st.sampled_from(REGIONS)), role=role)
        else:
            tips = sorted(world.lines)[: data.draw(st.integers(0, 8))]
            world.order(author, kind, order.device, [*tips, order.change], data.draw(st.sampled_from(REGIONS)))
    limits = world.standing(region).limits
    numbers = {hash_: number for number, hash_ in enumerate(world.lines)}
    set_aside = {h for h in aside if not found.counts(order.device, Place(numbers[h], 1))}
    assert not {h for h in set_aside if order.device not in limits or numbers[h] in limits[order.device]}


def test_one_region_asks_nothing_of_another() -> None:
    """What is written in one village counts and is stopped by what is recorded there and around it alone."""
    world = World()
    upper, cadre = DEVICES[:2]
    world.paper(ROOT, upper, AREA, by=upper)
    world.paper(upper, cadre, VILLAGE, BESIDE, role="cadre", where=VILLAGE)
    world.paper(upper, cadre, VILLAGE, BESIDE, role="cadre", where=BESIDE)
    for region in (VILLAGE, BESIDE):
        world.write(cadre, region, "household", {})
    world.order(upper, "revocation", cadre, [], VILLAGE)
    assert [world.lines[h].kind for h in world.counting(VILLAGE) if world.lines[h].device == cadre] == []
    assert [world.lines[h].kind for h in world.counting(BESIDE) if world.lines[h].device == cadre] == ["household"]


def test_a_paper_counts_only_where_its_issuer_recorded_it() -> None:
    world = World()
    upper, cadre, other = DEVICES[:3]
    world.paper(ROOT, upper, AREA, by=upper)
    world.paper(upper, cadre, VILLAGE, role="cadre", by=other)
    assert not world.standing(VILLAGE).vouches_for(cadre)
    world.paper(upper, cadre, VILLAGE, role="cadre")
    assert world.standing(VILLAGE).vouches_for(cadre)


def test_whoever_claims_to_be_followed_stands_no_nearer() -> None:
    """A supervisor lets a second key of its own sign that the programme follows it, to stand above everybody."""
    world = World()
    upper, middle, puppet = DEVICES[:3]
    world.paper(ROOT, upper, AREA, by=upper)
    world.paper(upper, middle, DISTRICT)
    world.paper(middle, puppet, DISTRICT)
    world.paper(puppet, ROOT, DISTRICT, role="programme")
    world.order(puppet, "revocation", upper, [], DISTRICT)
    found = world.standing(VILLAGE)
    assert (found.keys, found.ranks[puppet]) == ((ROOT,), 3)
    assert upper not in found.limits


def test_an_order_has_to_stand_on_what_counts_of_its_signer() -> None:
    """What a revoked supervisor orders afterwards is not obeyed; what it ordered before is, until it is lifted."""
    world = World()
    upper, middle, cadre = DEVICES[:3]
    world.paper(ROOT, upper, AREA, by=upper)
    world.paper(upper, middle, DISTRICT)
    world.paper(middle, cadre, VILLAGE, role="cadre")
    kept = world.write(cadre, VILLAGE, "household", {})
    stopping = world.order(middle, "revocation", cadre, [], VILLAGE)
    assert kept not in world.counting(VILLAGE)
    world.order(upper, "revocation", middle, world.tips(middle), DISTRICT)
    world.order(middle, "release", cadre, [kept, stopping], VILLAGE)
    assert kept not in world.counting(VILLAGE), "the release came after its signer was stopped"
    world.order(upper, "release", cadre, [stopping], VILLAGE)
    assert kept in world.counting(VILLAGE)
