"""Wrong passwords make the next try wait, longer each time, also after a restart."""

from pathlib import Path

import pytest

from kpm_desktop.ui.entry.attempts import FILE, LONGEST_S, Attempts


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def failed(attempts: Attempts, times: int) -> None:
    for _ in range(times):
        attempts.begin()
        attempts.fail()


@pytest.mark.parametrize(
    ("times", "wait"), [(0, 0), (1, 1), (2, 2), (3, 4), (4, 8), (20, LONGEST_S), (2000, LONGEST_S)]
)
def test_the_wait_doubles(tmp_path: Path, times: int, wait: int) -> None:
    attempts = Attempts(tmp_path, Clock())
    failed(attempts, times)
    assert attempts.wait_s() == wait


def test_a_restart_does_not_shorten_it(tmp_path: Path) -> None:
    clock = Clock()
    failed(Attempts(tmp_path, clock), 4)
    clock.now += 3
    assert Attempts(tmp_path, clock).wait_s() == 5


def test_ending_the_program_during_a_try_gains_nothing(tmp_path: Path) -> None:
    Attempts(tmp_path, Clock()).begin()
    assert Attempts(tmp_path, Clock()).wait_s() == 1


def test_a_clock_put_back_starts_the_wait_anew(tmp_path: Path) -> None:
    clock = Clock()
    failed(Attempts(tmp_path, clock), 3)
    clock.now -= 500
    assert Attempts(tmp_path, clock).wait_s() == 4


def test_success_is_forgotten_with_its_file(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path, Clock())
    failed(attempts, 3)
    attempts.forget()
    assert attempts.wait_s() == 0
    assert not (tmp_path / FILE).exists()


def test_a_try_that_failed_for_another_reason_does_not_count(tmp_path: Path) -> None:
    clock = Clock()
    attempts = Attempts(tmp_path, clock)
    failed(attempts, 2)
    clock.now += 10
    attempts.begin()
    attempts.take_back()
    assert attempts.count == 2
    assert attempts.wait_s() == 0


@pytest.mark.parametrize("text", ["", "rubbish", "[1]", '{"a": 1}', "[-3, 5]", '["x", 1]', "null"])
def test_a_spoilt_file_is_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert Attempts(tmp_path, Clock()).wait_s() == 0


def test_where_nothing_can_be_written_it_still_counts(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path / "absent", Clock())
    failed(attempts, 2)
    assert attempts.wait_s() == 2
