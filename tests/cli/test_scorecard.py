"""`kpm scorecard` beside its JSON: what is said of a quarter that is not over."""

import json
from datetime import date
from pathlib import Path

from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.domain.calendar import Quarter, month_of
from tests.support.cli import PASSWORD, kpm
from tests.support.devices import VILLAGE


def test_a_quarter_that_is_running_is_said_beside_the_result(tmp_path: Path) -> None:
    folder = tmp_path / "profil"
    init_profile(folder, role="cadre", name="Ibu Sari", villages=[VILLAGE], password=PASSWORD).store.close()
    now = Quarter.of(month_of(date.today()))  # noqa: DTZ011 - the program's own today
    said = {
        str(quarter): kpm("scorecard", "--village", VILLAGE, "--quarter", str(quarter), profile=folder)
        for quarter in (now, now + -1)
    }
    assert f"{now} masih berjalan sampai {now.last}" in said[str(now)].stderr
    assert "berjalan" not in said[str(now + -1)].stderr
    assert all(json.loads(done.stdout)["quarter"] == quarter for quarter, done in said.items())
