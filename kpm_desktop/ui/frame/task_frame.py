"""A task in the window: its own side panel with the one way out above it, and its page."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.key_cap import KeyCap
from kpm_desktop.ui.components.labels import line
from kpm_desktop.ui.components.room import Room, UprightRoom
from kpm_desktop.ui.components.stops import to_next_area
from kpm_desktop.ui.frame.page import Task
from kpm_desktop.ui.look.look import Look

SIDE_WIDTH = 224


class TaskFrame(QWidget):
    """Esc, Alt with the left arrow and the button at the top ask the task to be left."""

    def __init__(self, look: Look, task: Task, back_to: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task = task
        side = QFrame()
        side.setProperty("role", "side")
        side.setFixedWidth(look.px(SIDE_WIDTH) + 1)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._way_out(look, back_to))
        column.addWidget(line())
        column.addWidget(UprightRoom(task.side), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(Room(task), 1)
        for key in (Qt.Key.Key_Escape, "Alt+Left"):
            QShortcut(QKeySequence(key), self, task.ask_leave)
        if task.has_area_key:
            QShortcut(QKeySequence("F6"), self, partial(to_next_area, [side, *task.areas()]))

    def _way_out(self, look: Look, back_to: str) -> QWidget:
        head = QWidget()
        head.setFixedHeight(look.px(48))
        row = QHBoxLayout(head)
        row.setContentsMargins(look.px(12), 0, look.px(12), 0)
        back = Button(look, back_to, kind="link", icon="arrow-left", small=True)
        back.clicked.connect(self.task.ask_leave)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(KeyCap(look, "Esc"))
        return head
