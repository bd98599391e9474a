"""Random histories of a village: two cadres and their supervisor, with everything that happens to laptops, clocks,
sticks and lines in between. At the end, after a few full exchanges, all of them hold and show the same."""

import contextlib
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from kpm_desktop.commands.access.accept_device import accept_device
from kpm_desktop.commands.bundles.send import Delivered
from kpm_desktop.db.delivery.peers import peers
from tests.support.devices import VILLAGE, Device, quick_place

RECORDS = [UUID(int=number) for number in (1, 2, 3)]
FIELDS = ["head_name", "rt"]
CADRES = ["Ibu Sari", "Ibu Lain"]
EVERYBODY = ["Pak Camat", *CADRES]
ROUNDS = 10

someone = st.sampled_from(EVERYBODY)
a_cadre = st.sampled_from(CADRES)
skews = st.sampled_from([-3650, 0, 0, 3650]).map(lambda days: timedelta(days=days))


class Log:
    """Who had seen what when writing: the model of who disagrees with whom."""

    def __init__(self) -> None:
        self.written: dict[str, tuple[UUID, str, Any]] = {}
        self.knew: dict[str, set[str]] = {}

    def note(self, device: Device, record: UUID, field: str, value: str) -> None:
        """Remembers a save that was just made."""
        with device.store.reading() as tx:
            name = tx.exec_driver_sql("SELECT name FROM change ORDER BY no DESC LIMIT 1").scalar_one().hex()
        self.written[name] = (record, field, value)
        seen = device.names() & self.written.keys() - {name}
        self.knew[name] = seen.union(*(self.knew[other] for other in seen))

    def differing(self, record: UUID, field: str, held: set[str]) -> bool | None:
        """Whether people wrote different values without knowing of each other; None while something is missing."""
        those = {name for name in held if self.written.get(name, ("", "", ""))[:2] == (record, field)}
        known = set[str]().union(*(self.knew[name] for name in those))
        if any(self.written[name][:2] == (record, field) for name in known - held):
            return None
        last = those - known
        return len({self.written[name][2] for name in last}) > 1


class Village(RuleBasedStateMachine):
    """live: the laptops of each person, more than one while a copy of a disk is in use as well."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = contextlib.ExitStack()
        self.place = self.stack.enter_context(quick_place())
        self.live: dict[str, list[Device]] = {}
        self.backups: list[tuple[str, Path]] = []
        self.invitations: list[Path] = []
        self.on_the_way: list[Delivered] = []
        self.log = Log()
        self.was_copied = False

    @initialize(one=skews, other=skews, above=skews)
    def begin(self, one: timedelta, other: timedelta, above: timedelta) -> None:
        """Everybody is enrolled."""
        self.live["Pak Camat"] = [self.place.supervisor("Pak Camat", skew=above)]
        for name, skew in zip(CADRES, (one, other), strict=True):
            self.live[name] = []
            self.new_laptop(name, skew, used=False)

    @property
    def supervisor(self) -> Device:
        return self.live["Pak Camat"][-1]

    def any_of(self, name: str, which: int) -> Device:
        return self.live[name][which % len(self.live[name])]

    def new_laptop(self, name: str, skew: timedelta, used: bool) -> None:
        laptop = self.place.cadre(name, skew=skew)
        if not used:
            self.invitations.append(self.supervisor.invite(VILLAGE))
        laptop.join(self.invitations[-1])
        self.live[name].append(laptop)
        self.export_from(laptop)

    @rule(name=someone, which=st.integers(0, 1), record=st.sampled_from(RECORDS), field=st.sampled_from(FIELDS))
    def edit(self, name: str, which: int, record: UUID, field: str) -> None:
        device = self.any_of(name, which)
        value = f"Pak {len(self.log.written) % 3}"
        device.save(record, {field: value})
        self.log.note(device, record, field, value)

    @rule(name=a_cadre, which=st.integers(0, 1), everything=st.booleans())
    def export(self, name: str, which: int, everything: bool) -> None:
        self.export_from(self.any_of(name, which), everything)

    def export_from(self, device: Device, everything: bool = False) -> None:
        self.on_the_way += device.exported(everything=everything)

    @rule(which=st.integers(0, 1), to=st.integers(0, 5))
    def receipt(self, which: int, to: int) -> None:
        device = self.any_of("Pak Camat", which)
        with device.store.reading() as tx:
            known = [peer.device for peer in peers(tx)]
        if known:
            key = known[to % len(known)]
            self.on_the_way += device.answered(key)

    @precondition(lambda self: self.on_the_way)
    @rule(at=st.integers(0, 30), again=st.booleans(), which=st.integers(0, 1))
    def deliver(self, at: int, again: bool, which: int) -> None:
        """Any bundle, early or late, to whichever copy of its receiver; some are delivered again."""
        bundle = self.on_the_way[at % len(self.on_the_way)]
        if not again:
            self.on_the_way.remove(bundle)
        for name in EVERYBODY:
            device = self.any_of(name, which)
            if device.key == bundle.receiver.device:
                device.take(bundle.file)
                assert device.faults() == []

    @precondition(lambda self: self.on_the_way)
    @rule(at=st.integers(0, 30))
    def lose(self, at: int) -> None:
        self.on_the_way.pop(at % len(self.on_the_way))

    @rule(name=someone)
    def copy_the_disk(self, name: str) -> None:
        if len(self.live[name]) == 1:
            self.live[name].append(self.live[name][0].copied())
            self.was_copied = True

    @rule(name=someone, which=st.integers(0, 1))
    def retire_a_copy(self, name: str, which: int) -> None:
        if len(self.live[name]) == 2:
            self.live[name].pop(which).close()

    @rule(name=someone, which=st.integers(0, 1))
    def back_up(self, name: str, which: int) -> None:
        self.backups.append((name, self.any_of(name, which).backed_up()))

    @precondition(lambda self: self.backups)
    @rule(at=st.integers(0, 9))
    def restore(self, at: int) -> None:
        """In place of all there is, as after a broken disk."""
        name, file = self.backups[at % len(self.backups)]
        old = self.live[name]
        restored = old[0].restored(file)
        if name == "Pak Camat" or restored.key == old[0].key:
            for device in old:
                device.close()
            self.live[name] = [restored]
        else:
            restored.close()

    @rule(name=a_cadre, skew=skews, used=st.booleans())
    def replace_a_dead_laptop(self, name: str, skew: timedelta, used: bool) -> None:
        for device in self.live[name]:
            device.close()
        self.live[name] = []
        self.new_laptop(name, skew, used)

    @rule()
    def accept_who_waits(self) -> None:
        for key in self.supervisor.waiting_devices():
            accept_device(self.supervisor.store, key, clock=self.supervisor.clock)

    def teardown(self) -> None:
        try:
            if self.live:
                self.retire_all_copies()
                if self.was_copied:
                    self.send_everything()
                self.exchange_until_rest()
                self.check()
        finally:
            self.stack.close()

    def retire_all_copies(self) -> None:
        for devices in self.live.values():
            while len(devices) > 1:
                devices.pop(0).close()

    def send_everything(self) -> None:
        """What a copy lacks shows only when it speaks: everybody believes that it holds what the other one held."""
        for cadre in [self.live[name][0] for name in CADRES]:
            self.supervisor.take(*cadre.export(everything=True))
            self.accept_who_waits()
            cadre.take(*self.supervisor.receipt(cadre.key))

    def exchange_until_rest(self) -> None:
        """Nobody asks for anything: each sends what is due by the rule, until nothing is."""
        for _ in range(ROUNDS):
            count = 0
            for name in CADRES:
                cadre = self.live[name][0]
                up = cadre.export()
                self.supervisor.take(*up)
                self.accept_who_waits()
                down = self.supervisor.due(cadre.key)
                cadre.take(*down)
                count += len(up) + len(down)
            if count == 0:
                return
        raise AssertionError("traffic does not come to rest")

    def check(self) -> None:
        devices = [self.live[name][0] for name in EVERYBODY]
        assert [device.faults() for device in devices] == [[], [], []]
        assert len({device.state() for device in devices}) == 1
        held = devices[0].names()
        assert all(device.names() == held for device in devices)
        for device in devices:
            for record in RECORDS:
                for field, state in device.states(record).items():
                    differing = self.log.differing(record, field, held)
                    assert differing is None or differing == state.in_conflict, (device.name, record, field)


def run(examples: int, steps: int) -> None:
    """A failing history is told as it was found: making it shorter takes longer than reading it."""
    phases = [Phase.explicit, Phase.reuse, Phase.generate]
    run_state_machine_as_test(
        Village, settings=settings(max_examples=examples, stateful_step_count=steps, phases=phases)
    )


def test_histories() -> None:
    run(settings().max_examples // 2, 20)


@pytest.mark.slow
def test_long_histories() -> None:
    run(settings().max_examples, 60)
