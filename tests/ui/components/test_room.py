"""What does not fit is scrolled to."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.ui.components.room import Room, UprightRoom


@pytest.fixture
def buttons() -> list[QPushButton]:
    return [QPushButton(text) for text in "abcde"]


@pytest.fixture
def room(qtbot: QtBot, buttons: list[QPushButton]) -> Room:
    inside = QWidget()
    row = QHBoxLayout(inside)
    for button in buttons:
        button.setFixedSize(200, 100)
        row.addWidget(button)
    made = Room(inside)
    qtbot.addWidget(made)
    made.resize(2000, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_where_there_is_room_nothing_scrolls(room: Room) -> None:
    assert room.inside.size() == room.viewport().size() == room.size()


def test_where_there_is_none_the_content_keeps_its_least(qtbot: QtBot, room: Room) -> None:
    room.resize(300, 400)
    qtbot.waitUntil(room.horizontalScrollBar().isVisible)
    assert room.inside.width() == room.inside.minimumSizeHint().width()
    assert room.inside.height() == room.viewport().height()


@pytest.mark.parametrize("by_tab", [True, False])
def test_whatever_gets_the_keys_is_seen(qtbot: QtBot, room: Room, buttons: list[QPushButton], by_tab: bool) -> None:
    room.resize(300, 400)
    buttons[0].setFocus()
    for before, button in itertools.pairwise(buttons):
        if by_tab:
            QTest.keyClick(before, Qt.Key.Key_Tab)
        else:
            button.setFocus()
        assert button.hasFocus()
        assert button.visibleRegion().boundingRect() == button.rect()


def test_upright_it_is_wider_by_the_bar(qtbot: QtBot) -> None:
    inside = QWidget()
    inside.setFixedSize(100, 300)
    room = UprightRoom(inside)
    qtbot.addWidget(room)
    room.resize(120, 400)
    room.show()
    assert room.minimumSizeHint().width() == 100
    room.resize(120, 200)
    qtbot.waitUntil(room.verticalScrollBar().isVisible)
    assert room.minimumSizeHint().width() == 100 + room.verticalScrollBar().sizeHint().width()
