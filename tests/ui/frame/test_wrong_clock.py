"""A clock that cannot be right is told above every page, hinders no reading, and asks before anything is sent."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.commands.remotes.remotes import add_remote
from kpm_desktop.db.store import open_store
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.frame.clock_banner import ClockBanner
from kpm_desktop.ui.pages.send.send import SendPage
from kpm_desktop.ui.pages.visit.visit_saved import VisitSavedDialog
from tests.support.devices import PASSWORD as DEVICE_PASSWORD
from tests.support.devices import VILLAGE, Place, acquaint
from tests.support.family import family
from tests.support.profiles import PASSWORD
from tests.ui.conftest import TODAY
from tests.ui.program import Program
from tests.ui.visiting import Visiting, fill_mother, stored

LONG_AGO = date(2019, 1, 1)


def told(program: Program) -> str:
    banner = program.shell().findChild(ClockBanner)
    assert isinstance(banner, ClockBanner)
    return banner.sentence()


@pytest.fixture
def visiting(qtbot: QtBot, profile: Path) -> Iterator[Visiting]:
    with open_store(profile, PASSWORD) as store:
        made = family(store)
    program = Program(qtbot, profile, TODAY)
    yield Visiting(program, made)
    program.close()


def test_it_stands_above_every_page_and_is_put_away(qtbot: QtBot, profile: Path) -> None:
    program = Program(qtbot, profile, LONG_AGO)
    shell = program.unlock()
    assert told(program).startswith(
        "Jam laptop tampaknya salah: di sini tanggal 1 Jan 2019, padahal aplikasi ini dibuat 1 Nov 2026"
    )
    shell.show_page("sasaran")
    program.settle()
    assert told(program) and shell.page("sasaran").isVisible()
    banner = shell.findChild(ClockBanner)
    assert isinstance(banner, ClockBanner)
    banner.clear()
    shell.context.hub.announce(["household"])
    assert told(program) == ""
    program.close()


def test_a_right_clock_says_nothing(program: Program) -> None:
    program.unlock()
    assert told(program) == ""


def test_saving_a_visit_asks_first(visiting: Visiting) -> None:
    visiting.program.tools.wall = lambda: LONG_AGO
    fill_mother(visiting)
    visiting.program.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = visiting.dialog(ConfirmDialog)
    assert isinstance(dialog, ConfirmDialog)
    dialog.reject()
    visiting.program.settle()
    assert stored(visiting)["pregnancy_visit"].held == {}
    visiting.task.save()
    dialog = visiting.dialog(ConfirmDialog)
    assert isinstance(dialog, ConfirmDialog)
    dialog.confirm_button.click()
    visiting.program.settle()
    assert visiting.dialog(VisitSavedDialog)
    assert stored(visiting)["pregnancy_visit"].held["anc_visits"] == 2


def test_sending_asks_first(qtbot: QtBot, place: Place, tmp_path: Path) -> None:
    stick = tmp_path / "STIK"
    stick.mkdir()
    boss, sari = place.supervisor("Bu Rina"), place.cadre("Ibu Sari")
    acquaint(sari, boss, VILLAGE)
    family(sari.store)
    remote = add_remote(sari.store, stick)
    sari.close()
    program = Program(qtbot, sari.store.folder, TODAY)
    shell = program.unlock(DEVICE_PASSWORD)
    program.tools.wall = lambda: LONG_AGO
    shell.show_page("kirim")
    program.settle()
    page = shell.page("kirim")
    assert isinstance(page, SendPage)
    page.send_to([remote])
    program.settle()
    assert list(stick.iterdir()) == []
    (dialog,) = [one for one in page.findChildren(ConfirmDialog) if one.isVisible()]
    dialog.confirm_button.click()
    program.settle()
    qtbot.waitUntil(lambda: not shell.context.sync_runner.is_busy)
    program.settle()
    assert [file.suffix for file in stick.iterdir()] == [".kpmsync"]
    program.close()
    with open_store(sari.store.folder, DEVICE_PASSWORD) as store:
        assert profile_status(store)["changes"]["unsent"] == 0
