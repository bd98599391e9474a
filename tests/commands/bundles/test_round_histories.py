"""Random histories of laptops that only ever make rounds by themselves, over two shared places: two cadres, their
supervisor and the district above, with lines cut anywhere, files that vanish and come back, laptops put back from a
backup and clocks that jump. Once the line is good, everything is received everywhere, traffic comes to rest, and the
places hold a few files."""

import contextlib
import random
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from kpm_desktop.commands.access.accept_device import accept_device
from kpm_desktop.commands.bundles.exchange_with import Round, Urge, exchange_with
from kpm_desktop.commands.bundles.send_plan import LOST_AFTER
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.commands.remotes.exchange_steps import Steps, next_step, run_steps
from kpm_desktop.commands.remotes.own_files import read_own_files
from kpm_desktop.commands.remotes.remotes import add_server, read_remotes
from tests.support.devices import DISTRICT, REGENCY, VILLAGE, Device, acquaint, quick_place
from tests.support.places import SharedPlace, no_line

TOP, ABOVE, CADRES = "Bu Bupati", "Pak Camat", ["Ibu Sari", "Ibu Lain"]
EVERYBODY = [*CADRES, ABOVE, TOP]
PLACES = [SharedPlace("https://awan.desa.id/kpm/"), SharedPlace("https://awan.lain.id/kpm/")]
RECORDS = [UUID(int=number) for number in (1, 2, 3)]
#: Rounds of everybody after which traffic has come to rest, and files that may lie there for one receiver then.
ROUNDS, FILES = 12, 3

someone = st.sampled_from(EVERYBODY)
some_place = st.integers(0, 1)
jumps = st.sampled_from([-3650, -15, -1, 1, 15, 3650]).map(lambda days: timedelta(days=days))


class Rounds(RuleBasedStateMachine):
    """live: the laptop of each person. taken: files that vanished, with the place and box they lay in."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = contextlib.ExitStack()
        self.world = self.stack.enter_context(quick_place())
        self.places = [SharedPlace(each.address) for each in PLACES]
        self.live: dict[str, Device] = {}
        self.backups: list[tuple[str, Path]] = []
        self.taken: list[tuple[SharedPlace, str, str, bytes]] = []
        self.were_put_back: set[str] = set()
        self.saves = 0

    @initialize(off=st.lists(jumps | st.just(timedelta(0)), min_size=4, max_size=4), known=st.booleans())
    def begin(self, off: list[timedelta], known: bool) -> None:
        """known: everybody was let in already; otherwise the cadres have only joined."""
        top = self.live[TOP] = self.world.supervisor(TOP, REGENCY, skew=off[0])
        above = self.live[ABOVE] = self.world.supervisor(ABOVE, DISTRICT, skew=off[1])
        acquaint(above, top, DISTRICT, role="supervisor")
        for name, skew in zip(CADRES, off[2:], strict=True):
            cadre = self.live[name] = self.world.cadre(name, skew=skew)
            cadre.join(above.invite(VILLAGE))
            if known:
                above.take(*cadre.export(above))
                cadre.take(*above.receipt(cadre.key))
        for device in self.live.values():
            for place in self.places:
                add_server(device.store, place.address, user="kader", password="rahasia")

    def remote(self, device: Device, at: int) -> str:
        with device.store.reading() as tx:
            return next(each.id for each in read_remotes(tx) if each.url == self.places[at].address)

    def steps(self, name: str, at: int) -> Steps[Round]:
        device = self.live[name]
        return exchange_with(device.store, self.remote(device, at), urge=Urge.BY_ITSELF, clock=device.clock)

    def visit(self, name: str, at: int) -> Round:
        return run_steps(self.steps(name, at), self.places[at])

    @rule(name=someone, record=st.sampled_from(RECORDS))
    def save(self, name: str, record: UUID) -> None:
        self.saves += 1
        self.live[name].save(record, {"head_name": f"Pak {self.saves}"})

    @rule(name=someone, at=some_place)
    def a_round(self, name: str, at: int) -> None:
        assert self.visit(name, at).reasons == ()

    @rule(name=someone, at=some_place, after=st.integers(0, 12), arrives=st.booleans())
    def a_round_cut_short(self, name: str, at: int, after: int, arrives: bool) -> None:
        """arrives: what was put lies there all the same, and only the answer was lost."""
        place, left = self.places[at], after

        def cut(call: str) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                no_line(call)

        place.fails, place.is_deaf = cut, arrives
        try:
            self.visit(name, at)
        finally:
            place.fails, place.is_deaf = lambda call: None, False

    @rule(name=someone, seed=st.integers(0, 9))
    def closed_in_the_middle(self, name: str, seed: int) -> None:
        """The program ends at some step of a round."""
        place, luck = self.places[seed % 2], random.Random(seed)
        steps = self.steps(name, seed % 2)
        with contextlib.suppress(StopIteration):
            step = next(steps)
            while luck.random() < 0.8:
                step = next_step(steps, step, place)
        steps.close()

    @rule(at=some_place, which=st.integers(0, 30), gone=st.booleans())
    def a_file_vanishes(self, at: int, which: int, gone: bool) -> None:
        """For good, or to come back later."""
        place = self.places[at]
        there = [(box, name) for box, names in sorted(place.boxes.items()) for name in sorted(names)]
        if there:
            box, name = there[which % len(there)]
            data = place.boxes[box].pop(name)
            if not gone:
                self.taken.append((place, box, name, data))

    @precondition(lambda self: self.taken)
    @rule(which=st.integers(0, 30))
    def a_file_comes_back(self, which: int) -> None:
        place, box, name, data = self.taken.pop(which % len(self.taken))
        place.boxes.setdefault(box, {}).setdefault(name, data)

    @rule(name=someone)
    def back_up(self, name: str) -> None:
        self.backups.append((name, self.live[name].backed_up()))

    @precondition(lambda self: self.backups)
    @rule(which=st.integers(0, 9))
    def put_back(self, which: int) -> None:
        name, file = self.backups[which % len(self.backups)]
        old = self.live[name]
        self.live[name] = old.restored(file)
        old.close()
        self.were_put_back.add(name)

    @rule(name=someone, jump=jumps)
    def clock_jumps(self, name: str, jump: timedelta) -> None:
        self.live[name].skew += jump

    def teardown(self) -> None:
        try:
            if self.live:
                self.rest()
                for device in self.live.values():
                    device.skew += LOST_AFTER + timedelta(days=2)
                self.rest()
                self.check()
        finally:
            self.stack.close()

    def rest(self) -> None:
        """Rounds of everybody until nobody does anything."""
        for _ in range(ROUNDS):
            done = [self.visit(name, at) for name in EVERYBODY for at in (0, 1)]
            for key in self.live[ABOVE].waiting_devices():  # by a wrong clock an invitation has expired
                accept_device(self.live[ABOVE].store, key, clock=self.live[ABOVE].clock)
            assert [one.reasons for one in done if one.reasons] == []
            if not any(one.did_something for one in done):
                return
        busy = {(one.remote.address, one.urge, len(one.opened), len(one.sent)) for one in done}
        raise AssertionError(f"traffic does not come to rest: {busy}")

    def check(self) -> None:
        devices = [self.live[name] for name in EVERYBODY]
        assert len({device.state() for device in devices}) == 1
        for name in [*CADRES, ABOVE]:
            assert profile_status(self.live[name].store)["changes"]["undelivered"] == 0, name
        for at, place in enumerate(self.places):
            for box in place.boxes:
                for device in devices:
                    self.check_files(device, at, box)

    def check_files(self, device: Device, at: int, box: str) -> None:
        """What a laptop put there that was put back later, nobody knows of any more; it stays."""
        there = [name for name in self.places[at].names(box) if name[4:12] == device.key[:8]]
        with device.store.reading() as tx:
            known = read_own_files(tx, self.remote(device, at), box)
        own = [name for name in there if name in known]
        assert len(own) <= FILES, (device.name, box, own)
        assert own == there or device.name in self.were_put_back, (device.name, box, there)


def run(examples: int, steps: int) -> None:
    """A failing history is told as it was found: making it shorter takes longer than reading it."""
    phases = [Phase.explicit, Phase.reuse, Phase.generate]
    run_state_machine_as_test(
        Rounds, settings=settings(max_examples=examples, stateful_step_count=steps, phases=phases)
    )


def test_histories_of_rounds() -> None:
    run(settings().max_examples // 2, 25)


@pytest.mark.slow
def test_long_histories_of_rounds() -> None:
    run(settings().max_examples, 60)
