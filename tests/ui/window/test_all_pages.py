"""What every page of both roles promises the keyboard, the eye and the ear; a new page is held to it without being
named here."""

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from kpm_desktop.practice.demo import make_demo
from kpm_desktop.practice.plan import Wish
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.window.page_list import pages_of
from tests.support.profiles import PASSWORD
from tests.ui.flashes import Flashes
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


def test_no_part_is_a_window_before_it_stands_in_its_place(opened: Program, qapp: QApplication) -> None:
    """It would flash, and take the keys from the window."""
    flashes = Flashes(qapp)
    assert len(list(each_page(opened))) > 1
    flashes.end()
    assert flashes.seen == []


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


def test_every_choice_says_what_is_chosen(opened: Program) -> None:
    for key, page in each_page(opened):
        assert [one for one in page.findChildren(Segments) if not one.accessibleName()] == [], key
        boxes = [box for box in page.findChildren(QComboBox) if box.isVisible()]
        assert [box.currentText() for box in boxes if not is_told(box)] == [], key


def is_told(box: QComboBox) -> bool:
    """On Linux a screen reader hears a box's value and label, not its name."""
    relations = QAccessible.queryAccessibleInterface(box).relations(QAccessible.RelationFlag.Label)
    return bool(relations) or box.accessibleName().lower() in box.currentText().lower()


def test_a_row_says_all_that_is_drawn_in_it(opened: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(list(each_page(opened))) > 1  # whatever draws is loaded
    drawn = Drawn(monkeypatch)
    for _, page in each_page(opened):
        for view in page.findChildren(RowView):
            if view.isVisible():
                view.viewport().grab()
    assert drawn.unsaid == set()


class Drawn:
    """Listens to what delegates draw, and keeps what the words of the row leave out."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._said, self.unsaid = "", set[tuple[str, str]]()
        paint, text, chips = RowDelegate.paint, RowDelegate.text, RowDelegate.chips

        def painting(delegate: RowDelegate, painter: QPainter, option: Any, index: Any) -> None:
            self._said = index.data(Qt.ItemDataRole.AccessibleTextRole)
            paint(delegate, painter, option, index)
            self._said = ""

        def writing(delegate: RowDelegate, painter: QPainter, where: Any, words: str, *more: Any, **else_: Any) -> None:
            self._hear(words)
            text(delegate, painter, where, words, *more, **else_)

        def chipping(delegate: RowDelegate, painter: QPainter, where: Any, found: Any, most: int = 2) -> None:
            for chip in found:
                self._hear(chip[0])
            chips(delegate, painter, where, found, most)

        monkeypatch.setattr(RowDelegate, "paint", painting)
        monkeypatch.setattr(RowDelegate, "text", writing)
        monkeypatch.setattr(RowDelegate, "chips", chipping)
        modules = [module for name, module in sys.modules.items() if name.startswith("kpm_desktop.ui")]
        for name in ("paint_state", "paint_chip"):
            for module in (one for one in modules if name in vars(one)):
                draw = self._listening(vars(module)[name], is_state=name == "paint_state")
                monkeypatch.setattr(module, name, draw)

    def _listening(self, draw: Any, *, is_state: bool) -> Any:
        def drawing(painter: QPainter, look: Any, at: Any, what: Any, *more: Any, **else_: Any) -> Any:
            self._hear(what.word() if is_state else what)
            return draw(painter, look, at, what, *more, **else_)

        return drawing

    def _hear(self, words: str) -> None:
        if self._said and not words.startswith("+"):
            parts = re.split(r"\s{2,}| · ", words.rstrip("…"))
            missing = [part for part in parts if any(map(str.isalnum, part)) and part not in self._said]
            self.unsaid.update((part, self._said) for part in missing)
