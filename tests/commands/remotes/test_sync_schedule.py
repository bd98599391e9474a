"""When targets are visited by themselves."""

from datetime import UTC, datetime, timedelta

import msgspec

from kpm_desktop.commands.remotes.remote_status import RemoteStatus
from kpm_desktop.commands.remotes.remotes import Remote
from kpm_desktop.commands.remotes.sync_schedule import LEAST, LOOK_AGAIN, SETTLE, STICK_LOOK, SyncSchedule
from kpm_desktop.domain.errors import reason

NOON = datetime(2026, 11, 19, 5, tzinfo=UTC)
SERVER = Remote(id="w", url="https://awan.desa.id/kpm/")
STICK = Remote(id="s", folder="/media/KPM", is_stick=True)
WHY = (reason("route.no_answer", host="awan.desa.id"),)


def due(table: SyncSchedule, after: timedelta) -> list[str]:
    return [remote.id for remote in table.due(NOON + after)]


def visited(status: RemoteStatus, remote: Remote = SERVER) -> SyncSchedule:
    """A sync schedule of one target that was just visited and stands so."""
    table = SyncSchedule()
    table.put([(remote, RemoteStatus())], NOON)
    assert due(table, timedelta()) == [remote.id]
    table.tried(remote.id, NOON)
    table.ended(remote, status, NOON)
    return table


def failed(times: int) -> RemoteStatus:
    status = RemoteStatus()
    for _ in range(times):
        status = status.failed(NOON, WHY, lambda: 1.0)
    return status


def test_after_a_success_it_is_looked_at_again_in_a_while() -> None:
    table = visited(RemoteStatus().sent(NOON))
    assert due(table, LOOK_AGAIN - timedelta(seconds=1)) == []
    assert due(table, LOOK_AGAIN) == ["w"]


def test_what_was_recorded_goes_soon_and_further_saves_do_not_put_it_off() -> None:
    table = visited(RemoteStatus().sent(NOON))
    table.recorded(NOON)
    table.recorded(NOON + SETTLE / 2)
    assert due(table, SETTLE - timedelta(seconds=1)) == []
    assert due(table, SETTLE) == ["w"]


def test_a_failure_waits_its_time_whatever_is_recorded() -> None:
    table = visited(failed(5))
    table.recorded(NOON)
    assert due(table, timedelta(minutes=15)) == []
    assert due(table, timedelta(minutes=16)) == ["w"]


def test_the_line_coming_back_is_tried_at_once_but_not_every_moment() -> None:
    table = visited(failed(5))
    table.line_changed(NOON)
    assert due(table, timedelta()) == []
    assert due(table, LEAST) == ["w"]


def test_a_failure_kept_from_before_a_restart_still_waits() -> None:
    table = SyncSchedule()
    table.put([(SERVER, failed(5))], NOON)
    assert due(table, timedelta(minutes=15)) == []
    assert due(table, timedelta(minutes=16)) == ["w"]


def test_a_stick_is_looked_for_often() -> None:
    table = visited(RemoteStatus().absent(NOON, WHY), STICK)
    assert due(table, STICK_LOOK) == ["s"]


def test_a_clock_put_back_by_years_holds_nothing_up() -> None:
    table = visited(failed(5))
    assert due(table, timedelta(days=-3650)) == ["w"]


def test_a_target_taken_off_the_list_is_visited_no_more() -> None:
    table = visited(RemoteStatus().sent(NOON))
    table.put([], NOON)
    assert due(table, LOOK_AGAIN) == []


def test_another_password_is_tried_at_once_whatever_became_of_the_former() -> None:
    table = visited(failed(5))
    other = msgspec.structs.replace(SERVER, password="baru")
    table.put([(other, RemoteStatus())], NOON)
    assert due(table, timedelta()) == ["w"]
    table.tried("w", NOON)
    table.put([(SERVER, RemoteStatus())], NOON)
    table.ended(other, failed(5), NOON)
    assert due(table, timedelta()) == ["w"]


def test_what_was_recorded_during_a_visit_goes_soon() -> None:
    table = SyncSchedule()
    table.put([(SERVER, RemoteStatus())], NOON)
    table.tried("w", NOON)
    table.recorded(NOON)
    table.ended(SERVER, RemoteStatus().sent(NOON), NOON + timedelta(seconds=30))
    assert due(table, SETTLE) == ["w"]
