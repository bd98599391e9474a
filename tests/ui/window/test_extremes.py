"""Every page of both roles is shown, without a fault and with its rows, whatever came from another laptop."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.db.queries.village_records import villages
from kpm_desktop.db.store import open_store
from kpm_desktop.practice.demo import make_demo
from kpm_desktop.practice.plan import Wish
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.window.page_list import pages_of
from tests.support.extremes import receive_extremes
from tests.support.profiles import PASSWORD
from tests.ui.program import Program

TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("practice") / "latihan"
    make_demo(folder, Wish("2026-11", villages=2, households=8, months=3, seed=7), PASSWORD)
    return folder


SEEDS = [3, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(14, 18))]
#: What lies over a page about one person, and of whom.
_CHILD = ("pertumbuhan", "imunisasi", "riwayat")
ABOUT = {"child": _CHILD, "older_child": _CHILD, "pregnancy": ("kehamilan", "riwayat")}


def received(practice: Path, folder: Path, seed: int) -> Path:
    """A profile of practice data to which another laptop's extremes have come."""
    shutil.copytree(practice, folder)
    with open_store(folder, PASSWORD) as store:
        with store.reading() as tx:
            codes = villages(tx)
        receive_extremes(store, seed, codes)
    return folder


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("role", ["kader-1", "penyelia"])
def test_every_page_is_shown(qtbot: QtBot, practice: Path, tmp_path: Path, role: str, seed: int) -> None:
    program = Program(qtbot, received(practice / role, tmp_path / role, seed), TODAY)
    shell = program.unlock()
    lists = 0
    for spec in pages_of(shell.context.session.role, "id"):
        for key in [tab.key for tab in spec.tabs] or [spec.key]:
            shell.show_page(key)
            program.settle()
            page = shell.page(key)
            assert not page.banner.isVisible(), (key, page.banner.accessibleName())
            assert isinstance(program.window.grab().toImage(), QImage)
            for view in page.findChildren(RowView):
                lists += bool(view.rows.rows)
                for at in range(min(view.model().rowCount(), 300)):
                    index = view.model().index(at, 0)
                    view.scrollTo(index)
                    assert view.rows.said(index.data(ROW)) is not None
                view.viewport().grab()
    assert lists > 2
    program.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_every_task_about_a_person_or_a_household_is_shown(
    qtbot: QtBot, practice: Path, tmp_path: Path, seed: int
) -> None:
    program = Program(qtbot, received(practice / "kader-1", tmp_path / "kader-1", seed), TODAY)
    shell = program.unlock()
    rows = target_list(shell.context.session.store, "2026-11", today=TODAY).rows
    assert {row.kind for row in rows} == set(ABOUT)
    for row in rows:
        assert row.household_id is not None
        home = Ref(row.region, "household", row.household_id)
        about = Ref(row.region, "person", row.person_id)
        tasks = ((key, about) for key in ABOUT[row.kind])
        for key, what in (*tasks, ("kunjungan", home), ("sasaran", home)):
            shell.page("beranda").go.emit(key, what)
            program.settle()
            assert shell.frame is not None
            task = shell.frame.task
            assert task.banner.property("tone") != "risk", (key, about, task.banner.accessibleName())
            assert isinstance(program.window.grab().toImage(), QImage)
    program.close()
