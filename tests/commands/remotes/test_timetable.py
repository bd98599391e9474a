"""When targets are visited by themselves."""

from datetime import UTC, datetime, timedelta

import msgspec

from kpm_desktop.commands.remotes.standings import Standing
from kpm_desktop.commands.remotes.targets import Target
from kpm_desktop.commands.remotes.timetable import LEAST, LOOK_AGAIN, SETTLE, STICK_LOOK, Timetable
from kpm_desktop.domain.errors import reason

NOON = datetime(2026, 11, 19, 5, tzinfo=UTC)
SERVER = Target(id="w", url="https://awan.desa.id/kpm/")
STICK = Target(id="s", folder="/media/KPM", is_stick=True)
WHY = (reason("route.no_answer", host="awan.desa.id"),)


def due(table: Timetable, after: timedelta) -> list[str]:
    return [target.id for target in table.due(NOON + after)]


def visited(standing: Standing, target: Target = SERVER) -> Timetable:
    """A timetable of one target that was just visited and stands so."""
    table = Timetable()
    table.put([(target, Standing())], NOON)
    assert due(table, timedelta()) == [target.id]
    table.tried(target.id, NOON)
    table.ended(target, standing, NOON)
    return table


def failed(times: int) -> Standing:
    standing = Standing()
    for _ in range(times):
        standing = standing.failed(NOON, WHY, lambda: 1.0)
    return standing


def test_after_a_success_it_is_looked_at_again_in_a_while() -> None:
    table = visited(Standing().sent(NOON))
    assert due(table, LOOK_AGAIN - timedelta(seconds=1)) == []
    assert due(table, LOOK_AGAIN) == ["w"]


def test_what_was_recorded_goes_soon_and_further_saves_do_not_put_it_off() -> None:
    table = visited(Standing().sent(NOON))
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
    table = Timetable()
    table.put([(SERVER, failed(5))], NOON)
    assert due(table, timedelta(minutes=15)) == []
    assert due(table, timedelta(minutes=16)) == ["w"]


def test_a_stick_is_looked_for_often() -> None:
    table = visited(Standing().absent(NOON, WHY), STICK)
    assert due(table, STICK_LOOK) == ["s"]


def test_a_clock_put_back_by_years_holds_nothing_up() -> None:
    table = visited(failed(5))
    assert due(table, timedelta(days=-3650)) == ["w"]


def test_a_target_taken_off_the_list_is_visited_no_more() -> None:
    table = visited(Standing().sent(NOON))
    table.put([], NOON)
    assert due(table, LOOK_AGAIN) == []


def test_another_password_is_tried_at_once_whatever_became_of_the_former() -> None:
    table = visited(failed(5))
    other = msgspec.structs.replace(SERVER, password="baru")
    table.put([(other, Standing())], NOON)
    assert due(table, timedelta()) == ["w"]
    table.tried("w", NOON)
    table.put([(SERVER, Standing())], NOON)
    table.ended(other, failed(5), NOON)
    assert due(table, timedelta()) == ["w"]


def test_what_was_recorded_during_a_visit_goes_soon() -> None:
    table = Timetable()
    table.put([(SERVER, Standing())], NOON)
    table.tried("w", NOON)
    table.recorded(NOON)
    table.ended(SERVER, Standing().sent(NOON), NOON + timedelta(seconds=30))
    assert due(table, SETTLE) == ["w"]
