"""A task in the window: its own side panel with the one way out above it, and its page; or the page alone."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.key_cap import KeyCap
from kpm_desktop.ui.components.labels import line
from kpm_desktop.ui.components.room import Room, UprightRoom
from kpm_desktop.ui.components.screen import is_narrow
from kpm_desktop.ui.components.stops import to_next_area
from kpm_desktop.ui.frame.page import Task
from kpm_desktop.ui.look.look import Look

#: Of the side: as drawn, and the least in a narrow window, where it is as wide as what stands in it needs.
SIDE_WIDTH, LEAST_SIDE_WIDTH = 224, 176


class TaskFrame(QWidget):
    """Esc, Alt with the left arrow and the button at the top ask the task to be left."""

    def __init__(self, look: Look, task: Task, back_to: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task, self._look = task, look
        self._side: _Side | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if task.has_side:
            self._side = _Side(look, task.side, self._way_out(look, back_to))
            row.addWidget(self._side)
        else:
            task.put_way_out(self._way_out(look, back_to))
        row.addWidget(Room(task), 1)
        for key in (Qt.Key.Key_Escape, "Alt+Left"):
            QShortcut(QKeySequence(key), self, task.ask_leave)
        if task.has_area_key:
            beside = [self._side] if self._side is not None else []
            QShortcut(QKeySequence("F6"), self, partial(to_next_area, [*beside, *task.areas()]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps its room for the task."""
        super().resizeEvent(event)
        if self._side is not None:
            self._side.be_narrow(is_narrow(self, self._look))

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


class _Side(QFrame):
    """The way out, and what the task shows below it."""

    def __init__(self, look: Look, inside: QWidget, way_out: QWidget) -> None:
        super().__init__()
        self._look, self._is_narrow = look, False
        self.setProperty("role", "side")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(way_out)
        column.addWidget(line())
        column.addWidget(UprightRoom(inside), 1)

    def be_narrow(self, is_narrow: bool) -> None:
        """As wide as drawn, or as narrow as it can be."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Its width is fixed."""
        drawn, needed = self._look.px(SIDE_WIDTH) + 1, super().minimumSizeHint().width()
        least = min(max(needed, self._look.px(LEAST_SIDE_WIDTH)), drawn)
        return QSize(least if self._is_narrow else drawn, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Likewise."""
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())
