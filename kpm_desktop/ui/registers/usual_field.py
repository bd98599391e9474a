"""Words that are mostly the same few: the three used most stand below, each with its key, all while one types."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from kpm_desktop.commands.registers.usual_answers import usual_answers
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.flow import FlowLayout
from kpm_desktop.ui.components.labels import tip
from kpm_desktop.ui.components.leading import Leading
from kpm_desktop.ui.forms.entry_fields import LimitedText
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Progress

_MOST = 3
#: At scale 1, of the words on a button.
_WIDEST = 240


class UsualField(Leading):
    """One line of words of at most `longest` letters, into the field of a kind of record."""

    edited = Signal()
    committed = Signal()

    def __init__(self, context: Context, kind: str, field: str, longest: int) -> None:
        super().__init__()
        self._look = context.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.look.px(6))
        self.line = _NumberedLine(context.look, longest)
        self.line.setAccessibleName(context.tools.words.field(kind, field))
        self.line.edited.connect(self.edited)
        self.line.committed.connect(self.committed)
        self.line.numbered.connect(self._on_number)
        column.addWidget(self.line)
        self._row = QWidget()
        self._flow = FlowLayout(self._row, context.look.px(6))
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._row.hide()
        column.addWidget(self._row)
        self.buttons: list[Button] = []
        self.lead_to(self.line)
        context.tools.jobs.run(partial(_read, context, kind, field), self._on_read)

    def value(self) -> str | None:
        """The words; None when there are none."""
        return self.line.value()

    def set_value(self, value: str | None) -> None:
        """Shows words."""
        self.line.set_value(value)

    def problem(self) -> str:
        """How much too long they are."""
        return self.line.problem()

    def unfinished(self) -> str:
        """What stands there and is too long."""
        return self.line.text() if self.line.problem() else ""

    def show_unfinished(self, text: str) -> None:
        """Shows it again, to be shortened."""
        self.line.setText(text)

    def _on_read(self, found: Sequence[str]) -> None:
        if not isValid(self) or not found:
            return
        self.line.propose(found)
        for number, words in enumerate(found[:_MOST], start=1):
            short = self.line.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self._look.px(_WIDEST))
            button = Button(self._look, short.replace("&", "&&"), key=str(number), small=True)
            button.setAccessibleName(words)
            button.setToolTip(tip(words) if short != words else "")
            button.clicked.connect(partial(self._take, words))
            self._flow.addWidget(button)
            self.buttons.append(button)
        self.line.keys = len(self.buttons)
        self._row.show()

    def _on_number(self, number: int) -> None:
        self.buttons[number - 1].click()

    def _take(self, words: str) -> None:
        self.line.set_value(words)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
        self.committed.emit()


class _NumberedLine(LimitedText):
    """A digit that begins the words is a key: no place is called by one alone. keys: how many there are."""

    numbered = Signal(int)
    keys = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """`1` … into an empty line, or over what stands there."""
        number = event.text()
        is_first = not self.text() or self.selectedText() == self.text()
        if is_first and number in {str(each + 1) for each in range(self.keys)}:
            self.numbered.emit(int(number))
        else:
            super().keyPressEvent(event)


def _read(context: Context, kind: str, field: str, progress: Progress) -> list[str]:
    return usual_answers(context.session.store, kind, field)
