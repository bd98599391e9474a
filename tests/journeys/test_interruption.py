"""The power fails in the middle of a visit: every finished answer is there again, the one being typed may not be."""

import subprocess
import sys
from pathlib import Path

from kpm_desktop.commands.check_profile import check_profile
from kpm_desktop.commands.init_profile import init_profile
from kpm_desktop.commands.visit_sheet import visit_sheet
from kpm_desktop.db.store import open_store
from tests.support.family import MONTH, TODAY, family
from tests.support.profiles import PASSWORD, VILLAGE

ROOT = Path(__file__).parents[2]


def test_the_draft_is_there_after_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "profil"
    made = init_profile(folder, role="cadre", name="Ibu Sari", villages=[VILLAGE], password=PASSWORD)
    with made.store as store:
        home = family(store)
    command = [sys.executable, "-m", "tests.journeys.visiting", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        for line in program.stdout:
            if line.strip() == "typing":
                break
        program.kill()
    with open_store(folder, PASSWORD) as store:
        assert check_profile(store).is_sound
        forms = visit_sheet(store, home.household, MONTH, today=TODAY).forms
        (mother,) = (form for form in forms if form.kind == "pregnancy_visit")
    assert mother.draft is not None
    kept = {name: mother.draft.answers[name] for name in ("is_kek", "is_high_risk", "anc_visits")}
    assert kept == {"is_kek": False, "is_high_risk": False, "anc_visits": 2}
    assert mother.held == {}
