"""At the head of a visit: its month, the day it took place, and where."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.fields.choice_field import ChoiceField
from kpm_desktop.ui.fields.date_field import DateField
from kpm_desktop.ui.forms.checklist.answers import Answers
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text


class VisitHead(QWidget):
    """`changed` gives the field (`visit_date` or `place`) and its plain value; `refused` what was typed as a date and
    cannot be one; `done` that Enter leads on to the questions. It can be used once a visit is shown."""

    changed = Signal(str, str)
    refused = Signal(str)
    done = Signal()

    def __init__(self, tools: Tools, month: str, earliest: date, latest: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = tools.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        whole, row = BreakingRow(look.px(4)), QHBoxLayout()
        row.setSpacing(look.px(8))
        column.addWidget(whole)
        title = self.tr("Visit {month}").format(month=tools.calendar.month(month))
        whole.add(label(look, title, Text.SECTION), 1)
        whole.add(row)
        whole.align(row, Qt.AlignmentFlag.AlignLeft)
        self.problem = label(look, "", Text.CAPTION_STRONG, "warn", wrap=True)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.problem.hide()
        column.addWidget(self.problem)
        self.date = DateField(look, tools.calendar, latest, earliest=earliest, latest=latest)
        self.date.setFixedWidth(look.px(120))
        self.date.committed.connect(self._on_date)
        self.date.edited.connect(self._on_edited)
        words, kind = tools.words, "child_visit"
        places = [(code, word[:1].upper() + word[1:]) for code, word in words.choices(kind, "place")]
        self.place = ChoiceField(look, places, required=True)
        self.place.setFixedWidth(look.px(164))
        self.place.committed.connect(self._on_place)
        for name, field in (("visit_date", self.date), ("place", self.place)):
            caption = label(look, words.field(kind, name), Text.CAPTION, "text2")
            caption.setBuddy(field)
            field.setAccessibleName(caption.text())
            row.addWidget(caption)
            row.addWidget(field)
        self._is_edited = False
        self.setEnabled(False)

    def show_visit(self, answers: Answers) -> None:
        """The date and place of one person's checklist."""
        typed = answers.typed("visit_date")
        self.setEnabled(True)
        self._is_edited = False
        self.date.set_value(date.fromisoformat(answers.entered.head["visit_date"]))
        if typed is not None:
            self.date.setText(typed)
        if answers.entered.head["place"] is None:
            self.place.setCurrentIndex(-1)
        else:
            self.place.set_value(answers.entered.head["place"])
        self._show_problem(self.date_problem())

    def read_again(self, answers: Answers) -> None:
        """A date that a draft kept as it was typed may be one by now."""
        typed = answers.typed("visit_date")
        day = self.date.read(typed) if typed else None
        if day is not None and day.value is not None and not day.problem:
            answers.set_head("visit_date", day.value.isoformat())

    def date_problem(self) -> str:
        """Why the date cannot be taken; a visit without one cannot be saved."""
        if not self.date.text().strip():
            return self.tr("The visit needs its date. Type it.")
        return self.date.problem()

    def focus_date(self) -> None:
        """Goes to the date."""
        self.date.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_typed(self) -> None:
        """Takes a date that is being typed."""
        if self.date.hasFocus():
            self.date.tidy()
            self._on_date()

    def _show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if self.date.property("problem") != bool(sentence):
            self.date.setProperty("problem", bool(sentence))
            self.date.style().unpolish(self.date)
            self.date.style().polish(self.date)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, which no field keeps for itself, goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _on_edited(self) -> None:
        self._is_edited = True
        self._show_problem("")

    def _on_date(self) -> None:
        """Who only came by changed nobody's date."""
        self._show_problem(self.date_problem())
        if not self._is_edited:
            return
        self._is_edited = False
        value = self.date.value()
        if value is not None:
            self.changed.emit("visit_date", value.isoformat())
        else:
            self.refused.emit(self.date.text())

    def _on_place(self) -> None:
        place = self.place.value()
        if place is not None:
            self.changed.emit("place", place)
