"""What the held changes say of the clock, and where it is said."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kpm_desktop.cli import clock as cli_clock
from kpm_desktop.commands.profile.check_clock import check_clock
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.domain.records.identity import new_id
from tests.support.cli import kpm_here
from tests.support.devices import NOON, VILLAGE, Device, Place, acquaint, exchange
from tests.support.profiles import HOUSE, write_rows

RIGHT = date(2026, 11, 29)


def at(device: Device, day: date) -> Device:
    """The same laptop with its clock set to a day."""
    device.skew = datetime(day.year, day.month, day.day, 12, tzinfo=UTC) - NOON
    return device


def work(device: Device, *days: date) -> None:
    for day in days:
        at(device, day).save(new_id(), {"village_code": VILLAGE, "head_name": "Kepala"})


def code(device: Device, day: date) -> str | None:
    doubt = check_clock(device.store, day)
    return None if doubt is None else doubt.code


def test_the_own_work_is_the_witness(place: Place) -> None:
    sari = place.cadre("Ibu Sari")
    assert code(sari, RIGHT) is None
    work(sari, *(date(2028, 3, day) for day in range(1, 10)))
    assert code(sari, date(2027, 1, 1)) == "before_work"
    assert code(sari, date(2028, 3, 10)) is None
    assert code(sari, date(2031, 1, 1)) == "far_ahead"


def test_thousands_of_lines_of_one_day_hide_no_earlier_one(place: Place) -> None:
    sari = place.cadre("Ibu Sari")
    work(sari, *(RIGHT + timedelta(days=day) for day in range(5)), *[date(2045, 1, 1)] * 50)
    assert code(sari, RIGHT + timedelta(days=6)) is None


def test_one_laptop_astray_is_not_believed_and_most_are(place: Place) -> None:
    boss = place.supervisor("Bu Rina")
    cadres = [place.cadre(name) for name in ("Ibu Sari", "Ibu Ani", "Ibu Tuti")]
    for cadre in cadres:
        acquaint(cadre, boss, VILLAGE)
    astray, *others = cadres
    work(astray, date(2050, 1, 1))
    exchange(astray, boss)
    assert code(boss, RIGHT) is None
    for other in others:
        work(other, date(2028, 1, 1))
        exchange(other, boss)
    assert code(boss, RIGHT) == "before_work"
    assert code(boss, date(2028, 1, 5)) is None


def test_status_says_what_the_clock_shows(place: Place) -> None:
    sari = place.cadre("Ibu Sari")
    found = profile_status(sari.store, clock=lambda: datetime(2019, 5, 1, 12, tzinfo=UTC))["clock"]
    assert (found["today"], found["seems_wrong"], found["why"]) == ("2019-05-01", True, "before_release")
    right = profile_status(sari.store, clock=lambda: datetime(2026, 11, 29, 12, tzinfo=UTC))["clock"]
    assert (right["seems_wrong"], right["why"], right["limit"]) == (False, None, None)


def test_loading_with_a_wrong_clock_warns_and_stores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "kader"
    kpm_here("init", "--role", "cadre", "--name", "Ibu Sari", "--village", VILLAGE, profile=profile)
    folder = write_rows(tmp_path / "in", household=[HOUSE])
    told: list[Any] = []
    for day in (date(2019, 5, 1), RIGHT):
        monkeypatch.setattr(cli_clock, "day", lambda day=day: day)
        told.append(kpm_here("load", folder, profile=profile, expect=0))
    assert told[0].stderr.startswith("Jam laptop tampaknya salah: di sini tanggal 2019-05-01")
    assert "Jam laptop" not in told[1].stderr
