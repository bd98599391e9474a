"""The power fails in a visit, a correction, a book of doses or a posyandu's day: what was finished is there, the rest
may not be."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kpm_desktop.commands.households.household_view import household_view
from kpm_desktop.commands.immunization.dose_sheet import dose_sheet
from kpm_desktop.commands.posyandu.day_sheet import day_sheet
from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.records.begun_forms import begun_forms
from kpm_desktop.commands.visits.form_sheet import FormSheet
from kpm_desktop.commands.visits.visit_sheet import visit_sheet
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.schedules.doses import dose_name
from tests.support.family import MONTH, TODAY, Family, family
from tests.support.posyandu import DAY, morning
from tests.support.profiles import PASSWORD, VILLAGE

ROOT = Path(__file__).parents[2]


@pytest.fixture
def profile(tmp_path: Path) -> tuple[Path, Family]:
    folder = tmp_path / "profil"
    made = init_profile(folder, role="cadre", name="Ibu Sari", villages=[VILLAGE], password=PASSWORD)
    with made.store as store:
        return folder, family(store)


def visit_until(folder: Path, answers: int) -> dict[str, object]:
    """Runs a visit, kills it while the answer after so many is being typed, and gives what it said was kept."""
    return told_last("tests.journeys.visiting", [str(folder)], answers)


def told_last(module: str, words: list[str], answers: int) -> dict[str, object]:
    """What a program said last before it was killed, having said something so many times."""
    command = [sys.executable, "-m", module, *words]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdin is not None
        told: dict[str, object] = {}
        for _ in range(answers):
            told = json.loads(program.stdout.readline())
            program.stdin.write("\n")
            program.stdin.flush()
        program.kill()
    return told


def mother(folder: Path, home: Family) -> FormSheet:
    with open_store(folder, PASSWORD) as store:
        assert check_profile(store).is_sound
        forms = visit_sheet(store, home.household, MONTH, today=TODAY).forms
    return next(form for form in forms if form.kind == "pregnancy_visit")


@pytest.mark.parametrize("answers", [1, 4, pytest.param(7, marks=pytest.mark.slow)])
def test_every_finished_answer_is_there_after_a_kill(profile: tuple[Path, Family], answers: int) -> None:
    folder, home = profile
    told = visit_until(folder, answers)
    found = mother(folder, home)
    assert found.draft is not None
    assert told.items() <= found.draft.answers.items()
    assert found.held == {}, "a draft is no record"


@pytest.mark.slow
@pytest.mark.parametrize("rounds", [5])
def test_killed_again_and_again_it_goes_on_where_it_was(profile: tuple[Path, Family], rounds: int) -> None:
    folder, home = profile
    for _ in range(rounds):
        visit_until(folder, 1)
    found = mother(folder, home)
    assert found.draft is not None


def test_what_was_typed_into_a_correction_is_there_after_a_kill(profile: tuple[Path, Family]) -> None:
    folder, home = profile
    told_last("tests.journeys.correcting", [str(folder), str(home.household)], 3)
    with open_store(folder, PASSWORD) as store:
        assert check_profile(store).is_sound
        (found,) = begun_forms(store)
        (member,) = [one for one in household_view(store, home.household).members if one.person.id == home.mother]
    assert (found.form, found.person, found.name) == ("change", home.mother, "Siti Rahmah")
    (part,) = found.parts
    assert part is not None
    assert part.answers == {"full_name": "Siti Aminah", "phone": "0812345678"}
    assert part.typed == {"nik": "12"}, "not finished, and not lost"
    assert member.person.full_name == "Siti Rahmah", "a draft is no record"


@pytest.mark.parametrize("dates", [2, 4])
def test_every_date_of_a_dose_is_there_after_a_kill(profile: tuple[Path, Family], dates: int) -> None:
    folder, home = profile
    told = told_last("tests.journeys.dosing", [str(folder), str(home.child)], dates)
    with open_store(folder, PASSWORD) as store:
        assert check_profile(store).is_sound
        entries = dose_sheet(store, home.child).entries
    kept = {dose_name(one.vaccine, one.dose): one.draft.answers["given_date"] for one in entries if one.draft}
    assert told.items() <= kept.items(), "the one that was being typed may be there too"
    assert len(told) == {2: 2, 4: 7}[dates]
    assert not any(one.held for one in entries), "a draft is no record"


@pytest.mark.parametrize("weights", [2, pytest.param(4, marks=pytest.mark.slow)])
def test_every_cell_of_a_posyandus_day_is_there_after_a_kill(tmp_path: Path, weights: int) -> None:
    folder = tmp_path / "profil"
    made = init_profile(folder, role="cadre", name="Ibu Sari", villages=[VILLAGE], password=PASSWORD)
    with made.store as store:
        post = morning(store, children=6, lacking=0).post
    told = told_last("tests.journeys.weighing", [str(folder)], weights)
    with open_store(folder, PASSWORD) as store:
        assert check_profile(store).is_sound
        children = day_sheet(store, region=VILLAGE, posyandu=post, day=DAY).children
    kept = {one.form.person.full_name: one.form.draft.answers for one in children if one.form.draft}
    assert len(told) == weights
    for name, answers in told.items():
        assert isinstance(answers, dict)
        assert answers.items() <= kept[name].items(), "the one that was being typed may be there too"
    assert not any(one.form.held for one in children), "a draft is no record"
