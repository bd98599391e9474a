"""kill -9 in the middle of backups that make themselves: whatever bears a backup's name restores, on the laptop and on
the stick, the newest that was finished among them; and nothing half-written stays for long."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kpm_desktop.commands.backups.backup_files import folder_beside
from kpm_desktop.commands.backups.restore_backup import restore_backup
from kpm_desktop.db.store import open_store
from tests.faults.conftest import Pair
from tests.support.cli import PASSWORD, ROOT, environment, kpm_here, state
from tests.support.faults import copied, leftovers, write_village

#: Makes a backup for each of so many days and says when one is finished; a stick takes every one of them too. It is
#: killed, as `kill -9` would, before it touches so many files more; 0 is never.
PROGRAM = """
import os, signal, sys
from datetime import datetime, timedelta, UTC
from pathlib import Path
from kpm_desktop.commands.backups.backup_places import add_place
from kpm_desktop.commands.backups.keep_backups import back_up_beside, copy_to, note_copied, to_copy
from kpm_desktop.db.store import open_store
profile, stick, (first, days, left) = Path(sys.argv[1]), Path(sys.argv[2]), map(int, sys.argv[3:6])
def touched(event, arguments):
    global left
    if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.truncate", "os.chmod"):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
with open_store(profile, sys.argv[6]) as store:
    add_place(store, stick)
    sys.addaudithook(touched)
    for day in range(first, first + days):
        now = datetime(2026, 1, 1, 5, tzinfo=UTC) + timedelta(days=day)
        print(Path(back_up_beside(store, clock=lambda: now).file).name, flush=True)
        for copying in to_copy(store):
            made = copy_to(copying, now)
            note_copied(store, copying.place, made)
            print(f"stick/{Path(made.file).name}", flush=True)
"""


def run(profile: Path, stick: Path, first: int, days: int, touches: int = 0) -> subprocess.CompletedProcess[str]:
    numbers = [str(number) for number in (first, days, touches)]
    words = [sys.executable, "-c", PROGRAM, str(profile), str(stick), *numbers, PASSWORD]
    return subprocess.run(words, stdout=subprocess.PIPE, text=True, env=environment(), cwd=ROOT, check=False)


def killed(profile: Path, stick: Path, chance: random.Random) -> list[str]:
    """Kills it somewhere within its first days; gives what it said was finished."""
    done = run(profile, stick, 0, 60, chance.randrange(20, 400))
    assert done.returncode == -signal.SIGKILL
    return done.stdout.split()


@pytest.mark.parametrize(
    "seeds",
    [pytest.param(range(2), id="short"), pytest.param(range(100, 120), id="long", marks=pytest.mark.slow)],
)
def test_a_killed_rotation_leaves_whole_backups(known_pair: Pair, seeds: range, tmp_path: Path) -> None:
    for seed in seeds:
        place = tmp_path / str(seed)
        stick = place / "stik"
        stick.mkdir(parents=True)
        profile = copied(known_pair.cadre, place / "profil")
        kpm_here("load", write_village(place / "village", range(1, 121)), profile=profile)
        before, chance = state(profile), random.Random(seed)
        finished = killed(profile, stick, chance)
        on_laptop = [name for name in finished if not name.startswith("stick/")]
        on_stick = [name.removeprefix("stick/") for name in finished if name.startswith("stick/")]
        for folder, names in ((folder_beside(profile), on_laptop), (stick / "kpm-cadangan", on_stick)):
            lying = sorted(folder.glob("*.kpmbackup")) if folder.exists() else []
            assert set(names[-1:]) <= {file.name for file in lying}, f"seed {seed}"
            for at, file in enumerate(lying):
                with restore_backup(file, place / f"{folder.name}{at}", PASSWORD):
                    pass
                assert state(place / f"{folder.name}{at}") == before, f"seed {seed}: {file.name}"
        assert run(profile, stick, 61, 1).returncode == 0, f"seed {seed}"
        assert leftovers(folder_beside(profile)) == leftovers(stick) == [], f"seed {seed}"
        open_store(profile, PASSWORD).close()
