"""Every page of both roles is shown, without a fault and with its rows, whatever came from another laptop."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kpm_desktop.db.queries.village_records import villages
from kpm_desktop.db.store import open_store
from kpm_desktop.practice.demo import make_demo
from kpm_desktop.practice.plan import Wish
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.row_view import RowView
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


@pytest.mark.parametrize("seed", [3, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(14, 18))])
@pytest.mark.parametrize("role", ["kader-1", "penyelia"])
def test_every_page_is_shown(qtbot: QtBot, practice: Path, tmp_path: Path, role: str, seed: int) -> None:
    folder = tmp_path / role
    shutil.copytree(practice / role, folder)
    with open_store(folder, PASSWORD) as store:
        with store.reading() as tx:
            codes = villages(tx)
        receive_extremes(store, seed, codes)
    program = Program(qtbot, folder, TODAY)
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
