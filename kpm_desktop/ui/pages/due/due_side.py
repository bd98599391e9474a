"""Beside the list of Tugas: everything that is due in the household that is chosen."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kpm_desktop.domain.due.item import when
from kpm_desktop.domain.due.tasks import DueHome, Task
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.emptying import empty
from kpm_desktop.ui.components.labels import icon_label, label, line
from kpm_desktop.ui.components.side_column import SideColumn
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.due.due_rows import ICONS, place_of, when_tone

WIDTH = 312


class DueSide(SideColumn):
    """`started`: the visit of the household is asked for."""

    started = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, WIDTH, parent=parent)
        self._tools, look = tools, tools.look
        self._card = Card(look)
        self._card.body.setSpacing(look.px(4))
        self._number = label(look, "", Text.CAPTION_STRONG, "accent_text")
        self._name = label(look, "", Text.SECTION, wrap=True)
        self._place = label(look, "", Text.CAPTION, "text2", wrap=True)
        self.start_button = Button(look, self.tr("Start the visit"), kind="primary", icon="clipboard-list", key="Enter")
        self.start_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.start_button.clicked.connect(self.started)
        self._tasks = QVBoxLayout()
        self._tasks.setSpacing(look.px(8))
        for widget in (self._number, self._name, self._place):
            self._card.body.addWidget(widget)
        self._card.body.addSpacing(look.px(6))
        self._card.body.addWidget(self.start_button)
        self._card.body.addSpacing(look.px(8))
        self._card.body.addLayout(self._tasks)
        self._card.body.addStretch(1)
        self._card.body.addWidget(label(look, self.tr("Why in this order"), Text.CAPTION_STRONG, "text2"))
        order = self.tr("Risk, then lateness, days left, hamlet.")
        computed = self.tr("All of it is computed from the records; nothing is to be filled in.")
        self._card.body.addWidget(label(look, f"{order} {computed}", Text.CAPTION, "text2", wrap=True))
        self.column.addWidget(self._card, 1)
        self.show_home(None, date.min)

    def show_home(self, home: DueHome | None, on: date) -> None:
        """Other tasks; nothing where no household is chosen."""
        self._card.setVisible(home is not None)
        empty(self._tasks)
        if home is None:
            return
        self._number.setText(self.tr("Task {number}").format(number=home.number))
        self._name.setText(home.head)
        parts = (place_of(home), home.posyandu, ", ".join(home.cadres))
        self._place.setText(" · ".join(part for part in parts if part))
        self.start_button.setText(self.tr("Start the visit") if home.has_forms else self.tr("Open the household"))
        self.start_button.setEnabled(home.household is not None)
        for task in home.tasks:
            self._tasks.addWidget(self._task(task, on))
            self._tasks.addWidget(line())
        if home.visited:
            self._tasks.addWidget(self._done(home))

    def _task(self, task: Task, on: date) -> QWidget:
        wording = self._tools.wording
        icon, ink = ICONS[task.level] if task.level is not None else ("circle-dot", "text2")
        row = _Told(self._tools, icon, ink)
        row.tell(wording.say(task.title), Text.BODY_STRONG)
        tone, _ = when_tone(task, on)
        row.tell(wording.say(when(task.first, on)), Text.CAPTION_STRONG, tone or "text2")
        for why in dict.fromkeys(wording.say(each.why) for each in task.rows):
            row.tell(why, Text.CAPTION, "text2")
        turning = task.turning
        if turning is not None:
            row.tell(wording.say(turning), Text.CAPTION_STRONG)
        return row

    def _done(self, home: DueHome) -> QWidget:
        row = _Told(self._tools, "check", "ok")
        row.tell(self.tr("Visited this month"), Text.BODY_STRONG)
        calendar = self._tools.calendar
        said = " · ".join(f"{name} {calendar.short_day(day)}" for name, day in home.visited)
        row.tell(said, Text.CAPTION, "text2")
        return row


class _Told(QWidget):
    """An icon, and lines of words at its right."""

    def __init__(self, tools: Tools, icon: str, ink: str) -> None:
        super().__init__()
        self._look = tools.look
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(10))
        row.addWidget(icon_label(self._look, icon, ink, 18), 0, Qt.AlignmentFlag.AlignTop)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(self._look.px(1))
        row.addLayout(self._lines, 1)

    def tell(self, text: str, kind: Text, tone: str = "") -> None:
        """One more line."""
        self._lines.addWidget(label(self._look, text, kind, tone, wrap=True))
