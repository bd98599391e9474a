"""Beside the list on Beranda: the next visit, and what is to be remembered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.chip import Chip
from kpm_desktop.ui.components.emptying import empty
from kpm_desktop.ui.components.labels import icon_label, label, line
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.home.reminders import Reminder
from kpm_desktop.ui.registers.household_lines import HouseholdLine
from kpm_desktop.ui.words.person_words import notice_chip

MOST_REMINDERS = 4


class NextVisitCard(Card):
    """`started` gives the household whose visit shall begin."""

    started = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._household: Ref | None = None
        self.body.setSpacing(look.px(4))
        self.body.addWidget(label(look, self.tr("Next visit"), Text.CAPTION_STRONG, "accent_text"))
        self._name = label(look, "", Text.SECTION, wrap=True)
        self._place = label(look, "", Text.BODY, wrap=True)
        self.body.addWidget(self._name)
        self.body.addWidget(self._place)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(look.px(6))
        self.body.addLayout(self._chips)
        self.body.addSpacing(look.px(4))
        self.start_button = Button(look, self.tr("Start the visit"), kind="primary", icon="clipboard-list", key="Enter")
        self.start_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.start_button.clicked.connect(self._on_start)
        self.body.addWidget(self.start_button)

    def show_household(self, row: HouseholdLine | None) -> None:
        """The household that is chosen in the list; without one there is nothing to start."""
        self._household = row.home if row is not None else None
        self.setVisible(row is not None)
        if row is None:
            return
        self._name.setText(row.name)
        hamlet = row.members[0].hamlet
        self._place.setText(" · ".join(part for part in (hamlet, row.place) if part))
        empty(self._chips)
        for notice in row.notices[:1]:
            text, tone = notice_chip(notice)
            self._chips.addWidget(Chip(self._look, text, tone))
        count = self.tr("{count} targets").format(count=len(row.members))
        self._chips.addWidget(Chip(self._look, count, "neu", icon="users"))
        self._chips.addStretch(1)

    def _on_start(self) -> None:
        if self._household is not None:
            self.started.emit(self._household)


class RemindersCard(Card):
    """`opened` gives the page a reminder leads to and what it shall show, `asked` the question it tells of; `checked`:
    what should be looked at again is asked for."""

    opened = Signal(str, object)
    asked = Signal(object)
    checked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("To remember"), parent=parent)
        self._look = look
        self._shown: list[Reminder] = []
        self._lines = QWidget()
        self.check_button = Button(look, "", kind="link", icon="circle-alert", small=True)
        self.check_button.clicked.connect(self.checked)
        self.check_button.hide()
        self.body.addWidget(self.check_button)
        self.body.addWidget(self._lines)
        self.body.addStretch(1)

    def show_check(self, count: int) -> None:
        """How many entries should be looked at again; 0 says nothing."""
        self.check_button.setText(self.tr("To be looked at again: {count}").format(count=count))
        self.check_button.setVisible(bool(count))

    def show_reminders(self, reminders: list[Reminder]) -> None:
        """Other reminders, or that there are none."""
        self._shown = reminders
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(8))
        for at, reminder in enumerate(reminders[:MOST_REMINDERS]):
            if at:
                column.addWidget(line())
            column.addLayout(self._row(at, reminder))
        if not reminders:
            column.addWidget(label(self._look, self.tr("Nothing now."), Text.BODY, "text2"))
        self.body.replaceWidget(self._lines, holder)
        self._lines.hide()  # what has the keys gives them to what took its place
        self._lines.deleteLater()
        self._lines = holder

    def _row(self, at: int, reminder: Reminder) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(icon_label(look, reminder.icon, reminder.tone, 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(look, reminder.title, Text.BODY_MEDIUM, wrap=True))
        words.addWidget(label(look, reminder.detail, Text.CAPTION, "text2", wrap=True))
        row.addLayout(words, 1)
        if reminder.leads:
            see = Button(look, self.tr("see"), kind="link", small=True)
            see.setAccessibleName(f"{self.tr('see')} {reminder.title}")
            see.setProperty("at", at)
            see.clicked.connect(self._on_see)
            row.addWidget(see, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_see(self) -> None:
        reminder = self._shown[self.sender().property("at")]
        if reminder.question is not None:
            self.asked.emit(reminder.question)
        elif reminder.referral is not None:
            self.opened.emit("referral", reminder.referral)
        elif reminder.posyandu is not None:
            self.opened.emit("posyandu", reminder.posyandu)
        else:
            self.opened.emit("riwayat", reminder.person)
