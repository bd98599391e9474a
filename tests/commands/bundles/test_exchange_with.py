"""A round with a target: both directions over one shared place, by itself and on request, with every way to fail."""

import contextlib
import random
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest

from kpm_desktop.commands.bundles import import_bundle
from kpm_desktop.commands.bundles.exchange_with import Round, Urge, exchange_with
from kpm_desktop.commands.bundles.send_plan import LOST_AFTER
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.commands.remotes.exchange_steps import run_steps
from kpm_desktop.commands.remotes.own_files import OwnFile, keep_own_file
from kpm_desktop.commands.remotes.remote_status import LONGEST_WAIT, RemoteStatus, read_status
from kpm_desktop.commands.remotes.remotes import (
    Remote,
    add_remote,
    add_server,
    find_remote,
    read_remotes,
    remove_remote,
)
from kpm_desktop.domain.errors import Refused, refused
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.sync import volume
from kpm_desktop.sync.bundle import MAX_FILE
from tests.support.devices import VILLAGE, Device, Place, acquaint
from tests.support.places import SharedPlace, no_line

URL = "https://awan.desa.id/kpm/"
BY_ITSELF = Urge.BY_ITSELF


@pytest.fixture
def supervisor(place: Place) -> Device:
    return place.supervisor("Bu Rina")


@pytest.fixture
def cadre(place: Place, supervisor: Device) -> Device:
    """One who has joined and was never heard of."""
    made = place.cadre("Ibu Sari")
    made.join(supervisor.invite(VILLAGE))
    return made


@pytest.fixture
def cloud() -> SharedPlace:
    return SharedPlace()


def household(device: Device) -> None:
    device.save(new_id(), {"village_code": VILLAGE, "head_name": "Kepala"})


def server(device: Device) -> str:
    """The id of the shared place as this device's target."""
    return add_server(device.store, URL, user="kader", password="rahasia").id


def visit(device: Device, remote: str, cloud: SharedPlace, urge: Urge = BY_ITSELF, chance: float = 0.5) -> Round:
    steps = exchange_with(device.store, remote, urge=urge, clock=device.clock, chance=lambda: chance)
    return run_steps(steps, cloud)


def status(device: Device, remote: str) -> RemoteStatus:
    with device.store.reading() as tx:
        return read_status(tx, remote)


def test_enrolment_data_and_receipt_pass_over_one_place_until_nothing_is_left_to_say(
    cadre: Device, supervisor: Device, cloud: SharedPlace
) -> None:
    household(cadre)
    hers, theirs = server(cadre), server(supervisor)
    assert len(visit(cadre, hers, cloud).sent) == 1
    assert [opened.enrolled for opened in visit(supervisor, theirs, cloud).opened] == ["Ibu Sari"]
    assert cloud.names(f"to-{cadre.key[:8]}") != []
    assert [opened.person for opened in visit(cadre, hers, cloud).opened] == ["Bu Rina"]
    assert profile_status(cadre.store)["changes"]["undelivered"] == 0
    assert cadre.state() == supervisor.state()
    for _ in range(3):
        done = [visit(supervisor, theirs, cloud), visit(cadre, hers, cloud)]
    assert [one.did_something for one in done] == [False, False]


def test_what_has_done_its_work_is_taken_away(cadre: Device, supervisor: Device, cloud: SharedPlace) -> None:
    """What stays is the newest bundle of each, which nobody has answered yet, and a last word that needs no answer."""
    hers, theirs = server(cadre), server(supervisor)
    box = f"to-{cadre.key[:8]}"
    for _ in range(6):
        household(cadre)
        for _ in range(2):
            visit(cadre, hers, cloud)
            visit(supervisor, theirs, cloud)
        assert len(cloud.names()) <= 2
        assert len(cloud.names(box)) <= 2
    assert profile_status(cadre.store)["changes"]["undelivered"] == 0


def test_what_is_under_way_is_not_sent_again_but_what_is_new_is(cadre: Device, cloud: SharedPlace) -> None:
    household(cadre)
    remote = server(cadre)
    first = visit(cadre, remote, cloud).sent
    assert visit(cadre, remote, cloud).sent == []
    assert visit(cadre, remote, cloud, Urge.ASKED).sent == []
    household(cadre)
    second = visit(cadre, remote, cloud).sent
    assert [sum(one.changes for one in sent) for sent in (first, second)] == [1, 1]


def test_what_nobody_has_seen_for_two_weeks_is_sent_again_once(cadre: Device, cloud: SharedPlace) -> None:
    household(cadre)
    remote = server(cadre)
    visit(cadre, remote, cloud)
    cloud.boxes.clear()
    cadre.skew += LOST_AFTER + timedelta(hours=1)
    assert [one.changes for one in visit(cadre, remote, cloud).sent] == [1]
    assert visit(cadre, remote, cloud).sent == []


def test_asked_to_send_all_again_everything_unreceived_goes(cadre: Device, cloud: SharedPlace) -> None:
    household(cadre)
    remote = server(cadre)
    visit(cadre, remote, cloud)
    household(cadre)
    visit(cadre, remote, cloud)
    assert [one.changes for one in visit(cadre, remote, cloud, Urge.AGAIN).sent] == [2]


def test_a_bundle_on_a_stick_does_not_keep_the_server_waiting(
    cadre: Device, cloud: SharedPlace, tmp_path: Path
) -> None:
    household(cadre)
    cadre.export()
    assert [one.changes for one in visit(cadre, server(cadre), cloud).sent] == [1]


def test_failures_wait_twice_as_long_each_time_and_a_success_forgets_them(cadre: Device, cloud: SharedPlace) -> None:
    household(cadre)
    remote = server(cadre)
    cloud.fails = no_line
    waits = []
    for _ in range(9):
        done = visit(cadre, remote, cloud, chance=1.0)
        assert [each.code for each in done.reasons] == ["route.no_answer"]
        kept = status(cadre, remote)
        assert kept.phase == "failed"
        assert [why.reason() for why in kept.why] == list(done.reasons)
        waits.append(kept)
    assert [kept.failures for kept in waits] == list(range(1, 10))
    assert profile_status(cadre.store)["changes"]["unsent"] == 1
    now = cadre.clock()
    assert not waits[-1].may_be_tried(now)
    assert waits[-1].may_be_tried(now + LONGEST_WAIT)
    assert waits[-1].may_be_tried(now - timedelta(days=3650)), "a clock put back holds nothing up"
    cloud.fails = lambda call: None
    assert len(visit(cadre, remote, cloud).sent) == 1
    assert status(cadre, remote).phase == "sent"
    assert status(cadre, remote).failures == 0


@pytest.mark.parametrize("call", ["probe", "listing", "fetch", "put", "remove"])
def test_a_line_cut_anywhere_leaves_everything_to_the_next_round(
    cadre: Device, supervisor: Device, cloud: SharedPlace, call: str
) -> None:
    """Rounds in which every other call of one sort is refused, by chance, end as rounds that nothing disturbed."""
    household(cadre)
    hers, theirs = server(cadre), server(supervisor)
    luck = random.Random(7)

    def cut(now: str) -> None:
        if now == call and luck.random() < 0.5:
            no_line(now)

    cloud.fails = cut
    for _ in range(20):
        visit(cadre, hers, cloud)
        visit(supervisor, theirs, cloud)
    assert cloud.calls.count(call) > 1
    assert profile_status(cadre.store)["changes"]["undelivered"] == 0
    assert cadre.state() == supervisor.state()


def test_a_place_that_forgot_what_it_took_is_told_and_served_again(cadre: Device, cloud: SharedPlace) -> None:
    household(cadre)
    remote = server(cadre)

    def forgets(call: str) -> None:
        if call == "put":
            raise refused("route.unsure", name="x", address=URL)

    cloud.fails = forgets
    assert visit(cadre, remote, cloud).sent == []
    assert profile_status(cadre.store)["changes"]["unsent"] == 1
    cloud.fails = lambda call: None
    assert len(visit(cadre, remote, cloud).sent) == 1


def test_a_damaged_file_is_told_tried_three_times_and_holds_nothing_up(
    cadre: Device, supervisor: Device, cloud: SharedPlace
) -> None:
    household(cadre)
    visit(cadre, server(cadre), cloud)
    cloud.put("kpm-00000000-1.kpmsync", b"age-encryption.org/v1 not really")
    theirs = server(supervisor)
    tried = [len(visit(supervisor, theirs, cloud).refused) for _ in range(5)]
    assert tried == [1, 1, 1, 0, 0]
    assert supervisor.state() == cadre.state()


def test_what_is_somebody_elses_is_looked_at_once_and_not_told(
    place: Place, supervisor: Device, cloud: SharedPlace
) -> None:
    other = place.supervisor("Pak Lain")
    stranger = place.cadre("Ibu Tamu")
    stranger.join(other.invite(VILLAGE))
    visit(stranger, server(stranger), cloud)
    theirs = server(supervisor)
    assert visit(supervisor, theirs, cloud).opened == []
    before = cloud.calls.count("fetch")
    visit(supervisor, theirs, cloud)
    assert cloud.calls.count("fetch") == before == 1


def test_a_cadre_fetches_nothing_but_what_her_supervisors_put(
    place: Place, cadre: Device, supervisor: Device, cloud: SharedPlace
) -> None:
    neighbour = place.cadre("Ibu Lain")
    acquaint(neighbour, supervisor, VILLAGE)
    household(neighbour)
    visit(neighbour, server(neighbour), cloud)
    cloud.put("../kpm-00000000-1.kpmsync", b"")
    visit(cadre, server(cadre), cloud)
    assert "fetch" not in cloud.calls


def test_a_stick_that_is_out_waits_and_has_not_failed(
    cadre: Device, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    household(cadre)
    stick = tmp_path / "stik"
    stick.mkdir()
    real = volume.identity
    monkeypatch.setattr(volume, "identity", lambda at: "stick" if at == stick else real(at))
    remote = add_remote(cadre.store, stick)
    assert remote.kind.is_carried
    monkeypatch.setattr(volume, "identity", lambda at: real(at))
    for _ in range(2):
        done = run_steps(exchange_with(cadre.store, remote.id, clock=cadre.clock), remote.route())
        assert [each.code for each in done.reasons] == ["bundle.other_volume"]
    assert not done.has_changed, "looked for again and again without a word"
    assert (done.status.phase, done.status.failures) == ("waiting", 0)
    monkeypatch.setattr(volume, "identity", lambda at: "stick" if at == stick else real(at))
    done = run_steps(exchange_with(cadre.store, remote.id, urge=BY_ITSELF, clock=cadre.clock), remote.route())
    assert len(done.sent) == 1
    assert len(list(stick.glob("*.kpmsync"))) == 1
    done = run_steps(exchange_with(cadre.store, remote.id, urge=BY_ITSELF, clock=cadre.clock), remote.route())
    assert done.sent == []
    done = run_steps(exchange_with(cadre.store, remote.id, clock=cadre.clock), remote.route())
    assert len(done.sent) == 1, "asked for, a stick gets all that is not received once more"


def test_a_round_cut_off_by_the_end_of_the_program_waits_again(cadre: Device, cloud: SharedPlace) -> None:
    household(cadre)
    remote = server(cadre)
    steps = exchange_with(cadre.store, remote, clock=cadre.clock)
    step = next(steps)
    step = steps.send(step(cloud))
    steps.close()
    assert status(cadre, remote).phase == "waiting"
    assert len(visit(cadre, remote, cloud).sent) == 1


def test_a_target_taken_off_the_list_meanwhile_keeps_nothing(cadre: Device, cloud: SharedPlace) -> None:
    remote = server(cadre)
    steps = exchange_with(cadre.store, remote, clock=cadre.clock)
    step = next(steps)
    remove_remote(cadre.store, remote)
    with pytest.raises(StopIteration):
        while True:
            step = steps.send(step(cloud))
    with pytest.raises(Refused, match=r"bundle\.no_target"):
        visit(cadre, remote, cloud)
    assert status(cadre, remote) == RemoteStatus()


def test_the_password_is_in_no_account(cadre: Device) -> None:
    server(cadre)
    assert "rahasia" not in repr(profile_status(cadre.store))


def plug_in(device: Device, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A stick as this device's target."""
    folder.mkdir()
    real = volume.identity
    monkeypatch.setattr(volume, "identity", lambda at: "stick" if at == folder else real(at))
    return add_remote(device.store, folder).id


def on_stick(device: Device, remote_id: str) -> Round:
    with device.store.reading() as tx:
        remote = find_remote(tx, remote_id)
    return run_steps(exchange_with(device.store, remote.id, urge=BY_ITSELF, clock=device.clock), remote.route())


def test_a_receipt_on_a_stick_does_not_keep_the_server_from_telling(
    cadre: Device, supervisor: Device, cloud: SharedPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And once it went both ways there is nothing more to say on either."""
    hers, theirs = server(cadre), server(supervisor)
    stick = plug_in(supervisor, tmp_path / "stik", monkeypatch)
    for _ in range(2):
        household(cadre)
        visit(cadre, hers, cloud)
        supervisor.take(*files_of(cloud))
        assert len(on_stick(supervisor, stick).sent) == 1
        assert len(visit(supervisor, theirs, cloud).sent) == 1
        visit(cadre, hers, cloud)
        assert profile_status(cadre.store)["changes"]["undelivered"] == 0
    for _ in range(2):
        done = [on_stick(supervisor, stick), visit(supervisor, theirs, cloud), visit(cadre, hers, cloud)]
    assert [one.sent for one in done] == [[], [], []]


def files_of(cloud: SharedPlace) -> list[Path]:
    """What lies there, carried to a supervisor by hand."""
    folder = Path(tempfile.mkdtemp())
    files = []
    for name in cloud.names():
        files.append(folder / name)
        files[-1].write_bytes(cloud.boxes[""][name])
    return files


def test_an_answer_owed_while_another_is_being_put_is_still_owed(
    cadre: Device, supervisor: Device, cloud: SharedPlace
) -> None:
    hers, theirs = server(cadre), server(supervisor)
    household(cadre)
    visit(cadre, hers, cloud)
    steps = exchange_with(supervisor.store, theirs, urge=BY_ITSELF, clock=supervisor.clock)
    calls, step = len(cloud.calls), next(steps)
    with contextlib.suppress(StopIteration):
        while True:
            answer = step(cloud)
            if cloud.calls[calls:].count("put") == 1 and cloud.calls[-1] == "put":
                supervisor.take(*cadre.export(everything=True))  # brings nothing, so its sender is owed a word
            step = steps.send(answer)
    assert len(visit(supervisor, theirs, cloud).sent) == 1
    assert visit(supervisor, theirs, cloud).sent == []


def test_a_target_chosen_while_the_clock_was_years_ahead_is_not_sent_all_for_ever(
    cadre: Device, cloud: SharedPlace
) -> None:
    household(cadre)
    cadre.skew = timedelta(days=3650)
    remote = server(cadre)
    cadre.skew = timedelta(0)
    assert [len(visit(cadre, remote, cloud).sent) for _ in range(3)] == [1, 0, 0]


def test_a_file_too_large_is_told_and_holds_nothing_up(cadre: Device, supervisor: Device, cloud: SharedPlace) -> None:
    household(cadre)
    visit(cadre, server(cadre), cloud)
    cloud.put("kpm-00000000-1.kpmsync", bytes(MAX_FILE + 1))
    theirs = server(supervisor)
    done = visit(supervisor, theirs, cloud)
    assert [one.reasons[0].code for one in done.refused] == ["route.too_large"]
    assert (done.reasons, len(done.sent)) == ((), 1)
    assert [len(visit(supervisor, theirs, cloud).refused) for _ in range(3)] == [1, 1, 0]


def close(cloud: SharedPlace, *names: str, box: str = "") -> None:
    """Somebody puts files there that nobody may read."""
    cloud.boxes.setdefault(box, {}).update(dict.fromkeys(names, b"closed"))
    cloud.closed |= {(box, name) for name in names}


def test_however_many_files_are_closed_all_else_is_exchanged(
    cadre: Device, supervisor: Device, cloud: SharedPlace
) -> None:
    household(cadre)
    visit(cadre, server(cadre), cloud)
    close(cloud, *(f"kpm-00000000-{number}.kpmsync" for number in range(20)))
    theirs = server(supervisor)
    done = visit(supervisor, theirs, cloud)
    assert ([each.code for each in done.reasons], len(done.opened), len(done.sent)) == (["route.denied"], 1, 1)
    assert status(supervisor, theirs).phase == "failed"
    assert supervisor.state() == cadre.state()


def test_where_nothing_but_closed_files_lies_what_is_new_is_still_sent(cadre: Device, cloud: SharedPlace) -> None:
    household(cadre)
    close(cloud, *(f"kpm-00000000-{number}.kpmsync" for number in range(20)), box=f"to-{cadre.key[:8]}")
    done = visit(cadre, server(cadre), cloud)
    assert ([each.code for each in done.reasons], len(done.sent)) == (["route.denied"], 1)


def test_where_the_place_answers_no_more_it_is_asked_for_no_further_file(
    cadre: Device, supervisor: Device, cloud: SharedPlace
) -> None:
    close(cloud, *(f"kpm-00000000-{number}.kpmsync" for number in range(20)))
    cloud.fails = lambda call: no_line(call) if call == "probe" and "fetch" in cloud.calls else None
    done = visit(supervisor, server(supervisor), cloud)
    assert [each.code for each in done.reasons] == ["route.no_answer"]
    assert cloud.calls.count("fetch") == 1


def test_a_box_nobody_may_look_into_holds_up_nobody_else(
    place: Place, cadre: Device, supervisor: Device, cloud: SharedPlace
) -> None:
    """Somebody made the folders for two cadres and keeps them shut; the third is answered, and all of them heard."""
    cadres = [cadre, *(place.cadre(name) for name in ("Ibu Lain", "Ibu Tiga"))]
    for one in cadres[1:]:
        one.join(supervisor.invite(VILLAGE))
    shut = sorted(cadres, key=lambda one: one.key)[:2]
    cloud.closed |= {(f"to-{one.key[:8]}", "") for one in shut}
    for one in cadres:
        household(one)
        assert len(visit(one, server(one), cloud).sent) == 1
    done = visit(supervisor, server(supervisor), cloud)
    assert len(done.opened) == 3
    assert {one.receiver.device for one in done.sent} == {one.key for one in cadres if one not in shut}
    assert {each.code for each in done.reasons} == {"route.denied"}


def test_an_own_file_somebody_locked_is_taken_away_later_and_stops_nothing(
    cadre: Device, supervisor: Device, cloud: SharedPlace
) -> None:
    hers, theirs = server(cadre), server(supervisor)
    household(cadre)
    visit(cadre, hers, cloud)
    (first,) = cloud.names()
    visit(supervisor, theirs, cloud)
    cloud.closed.add(("", first))
    household(cadre)
    done = visit(cadre, hers, cloud)
    assert ([each.code for each in done.reasons], len(done.sent)) == (["route.denied"], 1)
    cloud.closed.clear()
    visit(cadre, hers, cloud)
    assert first not in cloud.names()


def test_a_full_disk_here_is_no_fault_of_the_file(
    cadre: Device, supervisor: Device, cloud: SharedPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    household(cadre)
    visit(cadre, server(cadre), cloud)
    theirs = server(supervisor)

    def full(*_: object, **__: object) -> None:
        raise refused("files.disk_full", path=supervisor.store.folder)

    with monkeypatch.context() as patch:
        patch.setattr(import_bundle, "_taken", full)
        for _ in range(5):
            assert [each.code for each in visit(supervisor, theirs, cloud).reasons] == ["files.disk_full"]
    visit(supervisor, theirs, cloud)
    assert supervisor.state() == cadre.state()


def test_a_copy_of_the_disk_never_takes_away_what_the_other_put(
    cadre: Device, supervisor: Device, cloud: SharedPlace, tmp_path: Path
) -> None:
    """Both give the same number to different bundles, and the one whose name stayed free is not the one received."""
    hers = server(cadre)
    copy = cadre.copied()
    household(cadre)
    household(copy)
    visit(cadre, hers, cloud)
    (first,) = cloud.names()
    visit(copy, hers, cloud)
    second = f"{Path(first).stem}-2.kpmsync"
    assert cloud.names() == [second, first]
    file = tmp_path / second
    file.write_bytes(cloud.boxes[""][second])
    supervisor.take(file)
    copy.take(*supervisor.receipt(cadre.key))
    visit(copy, hers, cloud)
    assert first in cloud.names()
    assert second not in cloud.names()


def test_what_arrived_though_the_line_was_cut_is_taken_away_once_it_was_sent_again(
    cadre: Device, cloud: SharedPlace
) -> None:
    """A line that never lasts to the end of a round must not fill the place with copies."""
    household(cadre)
    remote = server(cadre)
    cloud.is_deaf, cloud.fails = True, lambda call: no_line(call) if call == "put" else None
    for _ in range(5):
        assert visit(cadre, remote, cloud).reasons != ()
        assert len(cloud.names()) == 1
    cloud.is_deaf, cloud.fails = False, lambda call: None
    visit(cadre, remote, cloud)
    assert len(cloud.names()) == 1
    (name,) = cloud.names()
    cloud.boxes[""][name] = b"somebody else's"
    with cadre.store.writing() as tx:
        keep_own_file(tx, remote, "", name, OwnFile(1, "00" * 32))
    visit(cadre, remote, cloud)
    assert cloud.boxes[""][name] == b"somebody else's"


def test_what_is_put_for_a_laptop_never_heard_of_again_does_not_pile_up(
    place: Place, cadre: Device, supervisor: Device, cloud: SharedPlace
) -> None:
    hers, theirs = server(cadre), server(supervisor)
    dead = place.cadre("Ibu Lain")
    acquaint(dead, supervisor, VILLAGE)
    for _ in range(30):
        cadre.skew += timedelta(days=1)
        supervisor.skew += timedelta(days=1)
        household(cadre)
        visit(cadre, hers, cloud)
        visit(supervisor, theirs, cloud)
    assert len(cloud.names(f"to-{dead.key[:8]}")) <= LOST_AFTER.days + 1
    assert len(cloud.names()) <= 3


def test_a_password_changed_during_a_round_has_not_failed(cadre: Device, cloud: SharedPlace) -> None:
    remote = server(cadre)
    steps = exchange_with(cadre.store, remote, clock=cadre.clock)
    next(steps)
    add_server(cadre.store, URL, user="kader", password="baru")
    with pytest.raises(StopIteration):
        steps.throw(refused("route.denied", host="awan.desa.id", address=URL))
    assert status(cadre, remote).phase == "waiting"


def test_another_stick_in_the_same_place_is_another_target(
    cadre: Device, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    household(cadre)
    stick = plug_in(cadre, tmp_path / "stik", monkeypatch)
    assert len(on_stick(cadre, stick).sent) == 1
    monkeypatch.setattr(volume, "identity", lambda at: "another" if at == tmp_path / "stik" else "own")
    other = add_remote(cadre.store, tmp_path / "stik").id
    assert other != stick
    assert [remote.id for remote in targets_of(cadre)] == [other]
    assert len(on_stick(cadre, other).sent) == 1


def targets_of(device: Device) -> list[Remote]:
    with device.store.reading() as tx:
        return read_remotes(tx)
