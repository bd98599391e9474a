"""Random histories of a district: cadres, two supervisors whose regions overlap and the level above, with everything
that happens to laptops, clocks, sticks and lines in between, revocations, choices and bad values included. At the end,
after exchanges by what is due, all of a region hold and show the same."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from kpm_desktop.commands.access.accept_device import accept_device
from kpm_desktop.commands.access.release_waiting import release_waiting
from kpm_desktop.commands.access.revoke_device import release_device, revoke_device
from kpm_desktop.commands.bundles.missing_numbers import missing_numbers
from kpm_desktop.commands.bundles.send import Delivered
from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.commands.review.conflict_list import conflict_list
from kpm_desktop.commands.review.resolve_conflict import resolve_conflict
from kpm_desktop.db.delivery.peers import peers
from kpm_desktop.db.journal.journal import Entry, instant
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.sync.credentials import issue
from kpm_desktop.sync.seal import SigningKey
from tests.support.devices import DISTRICT, REGENCY, VILLAGE, Device, quick_place
from tests.support.orders_model import covers
from tests.support.witness import Witness

OTHER = "12.75.02.1001"
RECORDS = [UUID(int=number) for number in (1, 2, 3)]
TOP = "Bu Bupati"
ABOVE = ["Pak Camat", "Bu Rina"]
CADRES = ["Ibu Sari", "Ibu Lain", "Ibu Tuti", "Ibu Dewi", "Ibu Ani"]
#: What the second supervisor is set up for: the same district, the same village, or that village and one outside.
SECOND = [(DISTRICT,), (VILLAGE,), (VILLAGE, OTHER)]
VALUES: dict[str, list[object]] = {
    "head_name": ["Pak Amir", "Pak Budi", "Pak Cecep"],
    "rt": ["1", "2", None],
    "is_vulnerable": [True, False, None],
    "status": ["active", "entered_in_error"],
    "merged_into_id": [None, *map(str, RECORDS[:2])],
}
ROUNDS = 24
FORGED = ["revocation", "release", "credential", "save"]

which_one = st.integers(0, 7)
skews = st.sampled_from([-3650, 0, 0, 3650]).map(lambda days: timedelta(days=days))
edits = st.dictionaries(st.sampled_from(sorted(VALUES)), st.integers(0, 2), min_size=1, max_size=3)


class District(RuleBasedStateMachine):
    """live: the laptops of each person, more than one while a copy of a disk is in use as well. reports: to whom."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = contextlib.ExitStack()
        self.place = self.stack.enter_context(quick_place())
        self.live: dict[str, list[Device]] = {}
        self.reports: dict[str, list[str]] = {name: [TOP] for name in ABOVE}
        self.regions: dict[str, tuple[str, ...]] = {TOP: (REGENCY,), "Pak Camat": (DISTRICT,)}
        self.backups: list[tuple[str, Path]] = []
        self.invitations: dict[str, list[Path]] = {}
        self.on_the_way: list[Delivered] = []
        self.was_copied = False

    @initialize(
        second=st.sampled_from(SECOND),
        to=st.lists(st.integers(0, 2), min_size=2, max_size=5),
        off=st.lists(skews, min_size=8, max_size=8),
    )
    def begin(self, second: tuple[str, ...], to: list[int], off: list[timedelta]) -> None:
        """Everybody is enrolled. to: for each cadre, which supervisors it reports to: one, the other or both."""
        self.live[TOP] = [self.place.supervisor(TOP, REGENCY, skew=off[0])]
        self.witness = Witness()
        self.regions["Bu Rina"] = second
        for name, skew in zip(ABOVE, off[1:3], strict=True):
            self.new_supervisor(name, skew)
        for name, chosen, skew in zip(CADRES, to, off[3:], strict=False):
            self.regions[name] = (VILLAGE,)
            self.reports[name] = ABOVE if chosen == 2 else [ABOVE[chosen]]
            self.new_laptop(name, skew, used=False)

    @property
    def top(self) -> Device:
        return self.live[TOP][-1]

    def any_of(self, name: str, which: int) -> Device:
        return self.live[name][which % len(self.live[name])]

    def person(self, who: int) -> str:
        """Anybody."""
        return list(self.live)[who % len(self.live)]

    def cadre(self, who: int) -> str:
        cadres = list(self.live)[3:]
        return cadres[who % len(cadres)]

    def new_supervisor(self, name: str, skew: timedelta) -> None:
        """Let in by the top and answered at once, or it could invite nobody."""
        laptop = self.place.device(name, "supervisor", self.regions[name], skew)
        laptop.join(self.top.invite(*self.regions[name], role="supervisor"))
        self.top.take(*laptop.export(self.top))
        self.accept_all(self.top)
        laptop.take(*self.top.receipt(laptop.key))
        self.live[name] = [laptop]
        self.invitations[name] = []

    def new_laptop(self, name: str, skew: timedelta, used: bool) -> None:
        laptop = self.place.device(name, "cadre", self.regions[name], skew)
        self.live[name] = [laptop]
        self.join_all(name, laptop, used)
        self.export_from(laptop)

    def join_all(self, name: str, laptop: Device, used: bool) -> None:
        for above in self.reports[name]:
            known = self.invitations[above]
            if not (used and known):
                with contextlib.suppress(Refused):  # a revoked supervisor's papers may prove nothing any more
                    known.append(self.live[above][-1].invite(VILLAGE))
            if known:
                laptop.join(known[-1])

    def wrote(self, device: Device, bad: tuple[str, ...] = ()) -> None:
        self.witness.note(device, bad)

    @rule(who=which_one, which=which_one, record=st.sampled_from(RECORDS), chosen=edits)
    def edit(self, who: int, which: int, record: UUID, chosen: dict[str, int]) -> None:
        """One to three fields, among them withdrawing, linking and taking both back."""
        device = self.any_of(self.person(who), which)
        device.save(record, {name: VALUES[name][at % len(VALUES[name])] for name, at in chosen.items()})
        self.wrote(device)

    @rule(
        who=which_one, which=which_one, record=st.sampled_from(RECORDS), name=st.sampled_from(["rt", "is_vulnerable"])
    )
    def write_badly(self, who: int, which: int, record: UUID, name: str) -> None:
        """As a laptop with a broken check does: a text too long, a number for yes or no."""
        device = self.any_of(self.person(who), which)
        device.save_badly(record, {name: "9" * 50 if name == "rt" else 2})
        self.wrote(device, (name,))

    @rule(who=which_one, which=which_one, at=which_one)
    def choose(self, who: int, which: int, at: int) -> None:
        """Pilih, in any conflict somebody sees."""
        device = self.any_of(self.person(who), which)
        found = [each.conflict for each in conflict_list(device.store)]
        if found:
            conflict = found[at % len(found)]
            change = conflict.choices[at % len(conflict.choices)].change
            resolve_conflict(device.store, conflict.id, conflict.field, change, clock=device.clock)
            self.wrote(device)

    @rule(who=which_one, which=which_one, everything=st.booleans())
    def export(self, who: int, which: int, everything: bool) -> None:
        name = self.person(who)
        if name != TOP:
            self.export_from(self.any_of(name, which), everything)

    def export_from(self, device: Device, everything: bool = False) -> None:
        self.on_the_way += device.exported(everything=everything)

    @rule(above=st.integers(0, 2), which=which_one, to=which_one)
    def receipt(self, above: int, which: int, to: int) -> None:
        device = self.any_of([TOP, *ABOVE][above], which)
        with device.store.reading() as tx:
            known = [peer for peer in peers(tx) if not peer.is_upstream]
        if known:
            self.on_the_way += device.answered(known[to % len(known)].device)

    @precondition(lambda self: self.on_the_way)
    @rule(at=st.integers(0, 30), again=st.booleans(), which=which_one)
    def deliver(self, at: int, again: bool, which: int) -> None:
        """Any bundle, early or late, to whichever copy of its receiver; some are delivered again."""
        bundle = self.on_the_way[at % len(self.on_the_way)]
        if not again:
            self.on_the_way.remove(bundle)
        for name in self.live:
            device = self.any_of(name, which)
            if device.key == bundle.receiver.device:
                device.take(bundle.file)
                assert device.faults() == []
                self.wrote(device)

    @precondition(lambda self: self.on_the_way)
    @rule(at=st.integers(0, 30))
    def lose(self, at: int) -> None:
        self.on_the_way.pop(at % len(self.on_the_way))

    @rule(who=which_one)
    def copy_the_disk(self, who: int) -> None:
        name = self.person(who)
        if len(self.live[name]) == 1:
            self.live[name].append(self.live[name][0].copied())
            self.was_copied = True

    @rule(who=which_one, which=which_one)
    def retire_a_copy(self, who: int, which: int) -> None:
        name = self.person(who)
        if len(self.live[name]) == 2:
            self.live[name].pop(which % 2).close()

    @rule(who=which_one, which=which_one)
    def back_up(self, who: int, which: int) -> None:
        name = self.person(who)
        self.backups.append((name, self.any_of(name, which).backed_up()))

    @precondition(lambda self: self.backups)
    @rule(at=which_one)
    def restore(self, at: int) -> None:
        """In place of all there is, as after a broken disk."""
        name, file = self.backups[at % len(self.backups)]
        old = self.live[name]
        restored = old[0].restored(file)
        if restored.key == old[0].key:
            for device in old:
                device.close()
            self.live[name] = [restored]
        else:
            restored.close()

    @rule(who=which_one, skew=skews, used=st.booleans())
    def replace_a_dead_laptop(self, who: int, skew: timedelta, used: bool) -> None:
        name = self.cadre(who)
        for device in self.live[name]:
            device.close()
        self.new_laptop(name, skew, used)

    @rule(who=st.integers(0, 1), skew=skews, rarely=st.integers(0, 3))
    def replace_a_dead_supervisor(self, who: int, skew: timedelta, rarely: int) -> None:
        """Its cadres take an invitation of the new laptop."""
        if rarely:
            return
        for device in self.live[ABOVE[who]]:
            device.close()
        self.new_supervisor(ABOVE[who], skew)
        for name in list(self.live)[3:]:
            if ABOVE[who] in self.reports[name]:
                for laptop in self.live[name]:
                    self.join_all(name, laptop, used=False)

    @rule(above=st.integers(0, 2), which=which_one, about=which_one, rarely=st.integers(0, 3))
    def revoke(self, above: int, which: int, about: int, rarely: int) -> None:
        if not rarely:
            self.order(revoke_device, self.any_of([TOP, *ABOVE][above], which), about)

    @rule(above=st.integers(0, 2), which=which_one, about=which_one)
    def release(self, above: int, which: int, about: int) -> None:
        self.order(release_device, self.any_of([TOP, *ABOVE][above], which), about)

    def order(self, command: Callable[..., object], device: Device, about: int) -> None:
        """Whoever may not is refused."""
        with device.store.reading() as tx:
            known = [peer.device for peer in peers(tx) if not peer.is_upstream]
        if known:
            with contextlib.suppress(Refused):
                command(device.store, known[about % len(known)], clock=device.clock)
            self.wrote(device)

    @rule(who=which_one, which=which_one, about=which_one, forged=st.sampled_from(FORGED), at=which_one)
    def write_as_no_program_does(self, who: int, which: int, about: int, forged: str, at: int) -> None:
        """A changed program in anybody's hands: orders about people beside and above, papers for a key of its own,
        saves that name nothing of what they were shown."""
        device = self.any_of(self.person(who), which)
        known = [self.live[name][0].key for name in self.live]
        named, tips = known[about % len(known)], sorted(self.witness.noted)[at::5][:3]
        with device.store.writing() as tx:
            batch = RecordBatch(tx, device.identity, device.clock)
            if forged == "credential":
                key = SigningKey.from_hex(device.identity.signing_secret)
                told = {"device": "ab" * 32, "age": device.identity.age, "role": "supervisor", "person": "Boneka"}
                paper = issue(key, regions=[VILLAGE], issued_at=instant(device.clock()), **told)
                said = {"region_code": VILLAGE, "statement": paper.statement, "signature": paper.signature}
                batch.add(Entry(VILLAGE, forged, new_id(), said), is_new=True)
            elif forged == "save":
                batch.add(Entry(VILLAGE, "household", RECORDS[at % 3], {"rt": str(at)}), is_new=False)
            else:
                tip = "accepted" if forged == "revocation" else "released"
                values = {"region_code": VILLAGE, "device_key": named, tip: tips}
                batch.add(Entry(VILLAGE, forged, new_id(), values), is_new=True)
            batch.flush()
            release_waiting(tx, device.identity)
        self.wrote(device)

    @rule()
    def accept_who_waits(self) -> None:
        for name in [TOP, *ABOVE]:
            self.accept_all(self.live[name][-1])

    def accept_all(self, above: Device) -> None:
        for key in above.waiting_devices():
            with contextlib.suppress(Refused):  # who was revoked waits until it is released
                accept_device(above.store, key, clock=above.clock)
        self.wrote(above)

    def teardown(self) -> None:
        try:
            if len(self.live) > 3:
                for devices in self.live.values():
                    while len(devices) > 1:
                        devices.pop(0).close()
                if self.was_copied:
                    for _ in range(2):
                        self.exchange(everything=True)
                self.exchange_until_rest()
                self.check()
        finally:
            self.stack.close()

    def exchange_until_rest(self) -> None:
        """Nobody asks for anything: each sends what is due by the rule, until nothing is. A laptop nobody vouches for
        any more, or that was stopped, goes on offering its work, as nobody says that it holds it."""
        for _ in range(ROUNDS):
            busy = self.exchange(everything=False)
            trusted = {device.name for device in self.trusted()}
            if not any(trusted.issuperset(pair) for pair in busy):
                return
        raise AssertionError(f"traffic does not come to rest: {busy}")

    def exchange(self, everything: bool) -> set[tuple[str, str]]:
        """Up and down between all who report to each other; gives the pairs that had something to say to each other.
        What a copy lacks shows only when it speaks."""
        return {
            (name, above)
            for name in [*list(self.live)[3:], *ABOVE]
            for above in self.reports[name]
            if self.between(self.live[name][0], self.live[above][0], everything)
        }

    def trusted(self) -> list[Device]:
        """The laptops somebody vouches for and nobody stopped, by what the top holds."""
        top, judge = self.witness.view(self.top), self.witness
        devices = [self.live[name][0] for name in self.live]
        let_in = [d for d in devices if all(judge.vouched(top, d.key, code) for code in d.identity.regions)]
        return [d for d in let_in if not any(judge.stopped(top, d.key, code) for code in d.identity.regions)]

    def between(self, below: Device, above: Device, everything: bool) -> int:
        up = below.due(above.key, everything=everything)
        above.take(*up)
        self.accept_all(above)
        down = above.receipt(below.key) if everything and above.knows(below.key) else above.due(below.key)
        below.take(*down)
        return len(up) + len(down)

    def check(self) -> None:
        devices = [self.live[name][0] for name in self.live]
        assert [device.faults() for device in devices] == [[] for _ in devices]
        views = {device.key: self.witness.view(device) for device in devices}
        trusted = self.trusted()
        self.check_the_same(trusted)
        for device in trusted:
            view = views[device.key]
            assert {str(hole.stream) for hole in missing_numbers(device.store)} == self.witness.has_holes(view)
            listed = {(str(each.conflict.id), each.conflict.field) for each in conflict_list(device.store)}
            for record in RECORDS:
                for field, state in device.states(record).items():
                    where = (device.name, record.int, field)
                    differing = self.witness.differing(view, (VILLAGE, str(record), field))
                    assert differing is None or differing == state.in_conflict, where
                    assert ((str(record), field) in listed) == state.in_conflict, where

    def check_the_same(self, trusted: list[Device]) -> None:
        """Of every region, all who share it hold the same changes, those of devices nobody vouches for left out, and
        show the same."""
        views = [(device, self.witness.view(device)) for device in trusted]
        regions = {told.region for _, view in views for told in view.lines.values()}
        for region in sorted(regions):
            sharing = [
                (device, view)
                for device, view in views
                if any(covers(code, region) for code in device.identity.regions)
            ]
            held = {
                device.name: {
                    told.hash
                    for told in view.lines.values()
                    if told.region == region and self.witness.vouched(view, told.device, region)
                }
                for device, view in sharing
            }
            assert len(set(map(frozenset, held.values()))) <= 1, (region, {n: len(h) for n, h in held.items()})
            assert len({device.state(region) for device, _ in sharing}) <= 1, region


@contextlib.contextmanager
def history(second: tuple[str, ...], to: list[int], days: list[int]) -> Iterator[District]:
    """One history told again, step by step, and its end. days: how far each clock is off."""
    district = District()
    district.begin(second=second, to=to, off=[timedelta(days=off) for off in days])
    try:
        yield district
    except BaseException:
        district.live.clear()
        raise
    finally:
        district.teardown()


def test_a_supervisor_goes_on_sending_until_a_restored_top_says_that_it_saw() -> None:
    """The restored laptop held all it was sent, so it said nothing, so it was sent all again."""
    with history((VILLAGE, OTHER), [2, 0, 0], [-3650, 3650, 0, 3650, 0, 0, 0, -3650]) as district:
        district.back_up(who=2, which=0)
        district.back_up(who=0, which=0)
        district.replace_a_dead_laptop(who=0, skew=timedelta(0), used=False)
        district.restore(at=0)
        district.restore(at=1)


def run(examples: int, steps: int) -> None:
    """A failing history is told as it was found: making it shorter takes longer than reading it."""
    phases = [Phase.explicit, Phase.reuse, Phase.generate]
    run_state_machine_as_test(
        District, settings=settings(max_examples=examples, stateful_step_count=steps, phases=phases)
    )


def test_histories_of_a_district() -> None:
    run(settings().max_examples // 5, 25)


@pytest.mark.slow
def test_long_histories_of_a_district() -> None:
    run(settings().max_examples, 60)
