"""Somebody presses keys and clicks at random: no exception, no answer lost, no window off its screen, and a way out of
everything. The seed is in the name of the test: the same one does the same again. A seed that found a fault stays."""

import random
import sys
import traceback
from datetime import date
from pathlib import Path
from shutil import copytree
from tempfile import mkdtemp
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.practice.demo import make_demo
from kpm_desktop.practice.plan import Wish
from kpm_desktop.sync import volume
from kpm_desktop.ui.frame import jobs
from kpm_desktop.ui.frame.session import CADRE, SUPERVISOR
from kpm_desktop.ui.look.theme import SCALES
from kpm_desktop.ui.window.page_list import pages_of
from kpm_desktop.ui.window.search.search_overlay import SearchOverlay
from tests.support.profiles import PASSWORD
from tests.ui.program import Program
from tests.ui.window.entered import Entered
from tests.ui.window.monkey import Monkey

WISH = Wish("2026-11", villages=2, households=14, months=4, seed=7)
TODAY = date(2026, 11, 30)
CADRES, SUPERVISORS = "kader-1", "penyelia"
ROLES = (CADRES, SUPERVISORS)
SEEDS = range(1, 11)
ACTS, FEW_ACTS = 1000, 150
#: So many acts until it goes somewhere else.
STAY, SHORT_STAY = 25, 15
#: What is told of the acts before a fault.
TAIL = 20


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cadre's and a supervisor's profile with the work of some months."""
    folder = tmp_path_factory.mktemp("practice") / "latihan"
    make_demo(folder, WISH, PASSWORD)
    return folder


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Path:
    """Nothing is read or written elsewhere; letters typed in a list begin a new word, however quick they come."""
    place = tmp_path / "rumah"
    place.mkdir()
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.chdir(place)
    monkeypatch.setattr(volume, "removable", list)
    qapp.setKeyboardInputInterval(-1)
    return place


class Faults:
    """What went wrong: exceptions in windows and jobs, what Python could only print, and what Qt warns of."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, qtlog: Any) -> None:
        self._log, self._found = qtlog, list[str]()
        told = jobs._fault

        def in_a_job(fault: BaseException) -> jobs.Fault:
            self._found.append("".join(traceback.format_exception(fault)))
            return told(fault)

        monkeypatch.setattr(jobs, "_fault", in_a_job)
        monkeypatch.setattr(sys, "excepthook", self._on_exception)
        monkeypatch.setattr(sys, "unraisablehook", self._on_unraisable)

    @property
    def found(self) -> list[str]:
        """All of them so far."""
        logged = [one.message for one in self._log.records if not one.ignored and one.matches_level("WARNING")]
        return [*self._found, *logged]

    def _on_exception(self, kind: type[BaseException], fault: BaseException, trace: Any) -> None:
        self._found.append("".join(traceback.format_exception(kind, fault, trace)))

    def _on_unraisable(self, told: Any) -> None:
        self._found.append(f"{told.err_msg} {told.object!r} {told.exc_value!r}")


def off_screen(program: Program) -> list[str]:
    """Windows, dialogs and menus that reach beyond their screen."""
    room = program.window.screen().availableGeometry()
    return [
        spoken(shown)
        for shown in QApplication.topLevelWidgets()
        if shown.isVisible() and not isinstance(shown, QFileDialog) and not room.contains(shown.frameGeometry())
    ]


def spoken(widget: QWidget) -> str:
    """Which window it is."""
    return f"{type(widget).__name__} {widget.windowTitle()} {widget.frameGeometry().getRect()}"


def look(program: Program, faults: Faults) -> None:
    """Everything is as it should be after an act."""
    assert faults.found == []
    assert off_screen(program) == []
    focus = QApplication.focusWidget()
    where = f"the keys are at {focus}, the window's at {program.window.focusWidget()}"
    front = QApplication.activeWindow()
    assert focus is not None and focus.isVisible() and focus.isEnabled(), f"{where}; {front} is in front"
    if QApplication.activeModalWidget() is None:
        for search in program.window.findChildren(SearchOverlay):
            assert search.isHidden() or search.isAncestorOf(focus), f"the keys are behind the search, at {focus}"


def play(program: Program, faults: Faults, monkey: Monkey, entered: Entered, acts: int, stay: int) -> None:
    """So many acts; what was done last is told where one of them goes wrong."""
    try:
        for at in range(acts):
            (monkey.act if at % stay else monkey.tour)()
        program.close()
        entered.end()
        assert faults.found == []
    except BaseException as fault:
        fault.add_note("\n".join([*monkey.acts[-TAIL:], *faults.found]))
        raise


def run(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, qtlog: Any, profile: Path, seed: str, *, acts: int, stay: int
) -> tuple[Monkey, Entered]:
    """One monkey in a profile of its own; afterwards a new program holds what was entered."""
    place = Path(mkdtemp(dir=Path.home()))
    folder = place / "profil"
    copytree(profile, folder)
    faults, entered = Faults(monkeypatch, qtlog), Entered()
    program = Program(qtbot, folder, TODAY)
    program.unlock()

    def after() -> None:
        entered.look(program)
        look(program, faults)

    monkey = Monkey(program, random.Random(seed), place / "berkas", after)
    play(program, faults, monkey, entered, acts, stay)
    again = Program(qtbot, folder, TODAY)
    store = again.unlock().context.session.store
    assert entered.lost(store) == []
    checked = check_profile(store)
    assert (list(checked.integrity), list(checked.broken_chain), list(checked.differing)) == ([], [], [])
    again.close()
    return monkey, entered


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("role", ROLES)
def test_a_thousand_keys_and_clicks(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, qtlog: Any, practice: Path, role: str, seed: int
) -> None:
    monkey, entered = run(qtbot, monkeypatch, qtlog, practice / role, f"{role} {seed}", acts=ACTS, stay=STAY)
    assert wanted(role) - monkey.seen == set()
    assert any(entered.drafts.values()) or entered.saved


@pytest.mark.parametrize("role", ROLES)
def test_some_keys_and_clicks(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, qtlog: Any, practice: Path, role: str
) -> None:
    run(qtbot, monkeypatch, qtlog, practice / role, f"{role} short", acts=FEW_ACTS, stay=SHORT_STAY)


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_the_same_seed_does_the_same(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, qtlog: Any, practice: Path, role: str
) -> None:
    one, other = (
        run(qtbot, monkeypatch, qtlog, practice / role, f"{role} short", acts=FEW_ACTS, stay=SHORT_STAY)[0].acts
        for _ in range(2)
    )
    assert one == other


def wanted(role: str) -> set[str]:
    """Where a thousand acts have to lead."""
    is_cadre = role == CADRES
    specs = pages_of(CADRE if is_cadre else SUPERVISOR, "id")
    pages = {tab.key for spec in specs for tab in spec.tabs} | {spec.key for spec in specs if not spec.tabs}
    scales = {f"scale {scale}" for scale in SCALES}
    return pages | scales | {"search", "dialog", "lock", "unlock", "resize"} | ({"visit"} if is_cadre else set())
