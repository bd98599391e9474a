"""What every page of both roles promises the keyboard, the eye and the ear; a new page is held to it without being
named here."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpm_desktop.practice.demo import make_demo
from kpm_desktop.practice.plan import Wish
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.window.page_list import pages_of
from tests.support.profiles import PASSWORD
from tests.ui.program import Program
from tests.ui.window.walk import differing, left_out, mute, place, spoken, stops, walked

WISH = Wish("2026-11", villages=2, households=14, months=4, seed=7)
TODAY = date(2026, 11, 30)
PROFILES = {"cadre": "kader-1", "supervisor": "penyelia"}
LEAST_SEEN = 100


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("practice") / "latihan"
    make_demo(folder, WISH, PASSWORD)
    return folder


@pytest.fixture(params=PROFILES)
def opened(request: pytest.FixtureRequest, qtbot: QtBot, practice: Path) -> Iterator[Program]:
    program = Program(qtbot, practice / PROFILES[request.param], TODAY)
    program.unlock()
    yield program
    program.close()


def each_page(program: Program) -> Iterator[tuple[str, Page]]:
    shell = program.shell()
    for spec in pages_of(shell.context.session.role, "id"):
        for key in [tab.key for tab in spec.tabs] or [spec.key]:
            shell.show_page(key)
            program.settle()
            yield key, shell.page(key)


def seen(program: Program) -> QImage:
    program.settle()
    return program.window.grab().toImage()


def test_tab_reaches_every_control(opened: Program) -> None:
    missing = {}
    for key, _ in each_page(opened):
        reached = set(walked())
        missing[key] = sorted(spoken(widget) for widget in stops(opened.window) - reached)
        missing[key] += left_out(opened.window)
    assert {key: found for key, found in missing.items() if found} == {}


def test_a_page_has_a_name_and_begins_at_one_of_its_controls(opened: Program) -> None:
    for key, page in each_page(opened):
        focus = QApplication.focusWidget()
        assert page.accessibleName(), key
        assert focus is not None and focus is not page and page.isAncestorOf(focus), f"{key}: {focus}"


def test_where_the_keys_go_is_seen(opened: Program) -> None:
    unseen = {}
    for key, _ in each_page(opened):
        ring = [(stop, seen(opened)) for stop in walked()]
        pairs = zip([ring[-1], *ring], ring, strict=False)
        same = [spoken(stop) for (_, one), (stop, two) in pairs if differing(one, two, place(stop)) < LEAST_SEEN]
        if same:
            unseen[key] = same
    assert unseen == {}


def test_what_takes_the_focus_has_a_name_and_a_role(opened: Program) -> None:
    found = {key: mute(opened.window) for key, _ in each_page(opened)}
    assert {key: nodes for key, nodes in found.items() if nodes} == {}
