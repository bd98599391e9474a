"""Somebody presses keys and clicks at random: no exception, no answer lost, no window off its screen.

The seed is in the name of the test: the same one does the same again, as far as the threads let it.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.store import open_store
from kpm_desktop.practice.demo import make_demo
from kpm_desktop.practice.plan import Wish
from kpm_desktop.ui.entry.unlock import Unlock
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.window.page_list import pages_of
from kpm_desktop.ui.window.shell import Shell
from tests.ui.program import Program

PASSWORD = "kata-sandi-latihan"
DAY = date(2026, 11, 30)
#: Between two looks at the whole.
LOOK_EVERY = 25
K, M = Qt.Key, Qt.KeyboardModifier
PLAIN = [getattr(K, f"Key_{letter}") for letter in "ABCDEHIJKLMNPRSTUVXYZ0123456789"]
KEYS = [
    *((key, M.NoModifier) for key in PLAIN),
    *((key, M.NoModifier) for key in (K.Key_Tab, K.Key_Backtab, K.Key_Return, K.Key_Space, K.Key_Escape) * 4),
    *((key, M.NoModifier) for key in (K.Key_Up, K.Key_Down, K.Key_Left, K.Key_Right) * 4),
    *((key, M.NoModifier) for key in (K.Key_PageUp, K.Key_PageDown, K.Key_Home, K.Key_End, K.Key_F1, K.Key_F2)),
    *((key, M.NoModifier) for key in (K.Key_F6, K.Key_Delete, K.Key_Backspace, K.Key_Plus, K.Key_Comma)),
    *((key, M.ControlModifier) for key in (K.Key_K, K.Key_F, K.Key_N, K.Key_S, K.Key_Tab, K.Key_U, K.Key_A)),
    *((key, M.AltModifier) for key in (K.Key_Left, K.Key_K, K.Key_L, K.Key_B)),
]


@dataclass
class Answers:
    """What was kept of each draft last, until somebody saves or drops it."""

    kept: dict[tuple[str, UUID], dict[str, Any]] = field(default_factory=dict)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Follows the table of drafts where it is written."""
        keep, drop = drafts.keep, drafts.drop

        def noting(tx: Any, user: str, kind: str, record: UUID, answers: Mapping[str, Any], *rest: Any) -> None:
            keep(tx, user, kind, record, answers, *rest)
            self.kept[kind, record] = dict(answers)

        def forgetting(tx: Any, user: str, kind: str, record: UUID) -> None:
            drop(tx, user, kind, record)
            self.kept.pop((kind, record), None)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(drafts, "keep", noting)
            patch.setattr(drafts, "drop", forgetting)
            yield


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cadre's and a supervisor's profile with a village's work."""
    folder = tmp_path_factory.mktemp("practice") / "latihan"
    make_demo(folder, Wish(villages=1, households=8, until="2026-11", seed=7), PASSWORD)
    return folder


def press(program: Program, draw: random.Random) -> None:
    """One key, or one click somewhere."""
    target = QApplication.activeModalWidget() or QApplication.activePopupWidget() or program.window
    if isinstance(target, QFileDialog):
        target.reject()
    elif draw.random() < 0.25:
        inside = target.rect()
        point = QPoint(draw.randrange(inside.width()), draw.randrange(inside.height()))
        hit = target.childAt(point) or target
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(target, point))
    else:
        key, modifier = draw.choice(KEYS)
        QTest.keyClick(target.focusWidget() or target, key, modifier)
    QApplication.processEvents()


def wander(program: Program, draw: random.Random) -> None:
    """Out of whatever is open, to some page and into its first row: half of a cadre's time is visits."""
    for _ in range(4):
        QTest.keyClick(QApplication.activeModalWidget() or program.window, K.Key_Escape)
        QApplication.processEvents()
    shell = program.window.centralWidget()
    if isinstance(shell, Shell) and QApplication.activeModalWidget() is None:
        keys = [spec.key for spec in pages_of(shell.context.session.role, "id")]
        shell.show_page("kunjungan" if "kunjungan" in keys and draw.random() < 0.5 else draw.choice(keys))
        program.settle()
        program.press(K.Key_Down)
        program.press(K.Key_Return)


def look(program: Program) -> None:
    """Everything that is done is done, and lies on the screen."""
    program.settle()
    if isinstance(program.window.centralWidget(), Unlock):
        program.unlock(PASSWORD)
    room = program.window.screen().availableGeometry()
    for shown in QApplication.topLevelWidgets():
        if shown.isVisible() and not isinstance(shown, QFileDialog):
            assert room.contains(shown.frameGeometry()), spoken(shown)


def spoken(widget: QWidget) -> str:
    """Which window it is."""
    return f"{type(widget).__name__} {widget.windowTitle()} {widget.frameGeometry().getRect()}"


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("role", ["kader-1", "penyelia"])
def test_ten_thousand_keys_and_clicks(
    qtbot: QtBot, practice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, role: str, seed: int
) -> None:
    _play(qtbot, practice / role, tmp_path, monkeypatch, random.Random(f"{role} {seed}"), 1000)


@pytest.mark.parametrize("role", ["kader-1", "penyelia"])
def test_some_keys_and_clicks(
    qtbot: QtBot, practice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, role: str
) -> None:
    _play(qtbot, practice / role, tmp_path, monkeypatch, random.Random(f"{role} short"), 150)


def _play(
    qtbot: QtBot,
    profile: Path,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    draw: random.Random,
    many: int,
) -> None:
    faults: list[str] = []
    say: Callable[..., str] = Tools.fault

    def noting(tools: Tools, fault: Any) -> str:
        faults.append(str(fault))
        return say(tools, fault)

    monkeypatch.setattr(Tools, "fault", noting)
    folder = place / "profil"
    copytree(profile, folder)
    answers = Answers()
    with answers.watched():
        program = Program(qtbot, folder, DAY)
        program.unlock(PASSWORD)
        for at in range(many):
            press(program, draw)
            if at % LOOK_EVERY == 0:
                look(program)
            if at % (3 * LOOK_EVERY) == 0:
                wander(program, draw)
        look(program)
        program.close()
    assert faults == []
    with open_store(folder, PASSWORD) as store:
        with store.reading() as tx:
            held = {(one.kind, one.id): one.answers for one in drafts.of_user(tx, store.user)}
        assert {key: held.get(key) for key in answers.kept} == answers.kept
        checked = check_profile(store)
    assert (list(checked.integrity), list(checked.broken_chain), list(checked.differing)) == ([], [], [])
