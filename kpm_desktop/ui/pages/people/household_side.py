"""At the left of a household: its data in the forms' words, and what can be done with the household itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kpm_desktop.commands.households.household_view import HouseholdView
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.chip import Chip
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.state_word import State, StateWord
from kpm_desktop.ui.dialogs.duplicate_lines import merged_words
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.comment_words import open_words
from kpm_desktop.ui.words.value_words import value_words

_SHOWN = ("hamlet", "address", "phone", "household_no", "family_card_no", "residency", "is_vulnerable")


class HouseholdSide(QWidget):
    """`asked` gives change, moved, error, merge, unmerge or back."""

    asked = Signal(str)

    def __init__(self, context: Context, task: QWidget) -> None:
        super().__init__()
        self._context, look = context, context.look
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(16), look.px(12), look.px(12))
        column.setSpacing(look.px(6))
        column.addWidget(label(look, self.tr("Household of"), Text.CAPTION, "text2"))
        self._name = label(look, "", Text.SECTION, wrap=True)
        column.addWidget(self._name)
        self._status = Chip(look, "", "warn")
        self._status.hide()
        column.addWidget(self._status)
        self._merged = Chip(look, "", "neu")
        self._merged.hide()
        column.addWidget(self._merged)
        self.questions = Chip(look, "", "warn")
        self.questions.hide()
        column.addWidget(self.questions)
        self._facts = QScrollArea()
        self._facts.setWidgetResizable(True)
        self._facts.setFrameShape(QFrame.Shape.NoFrame)
        self._facts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._facts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._facts, 1)
        self._buttons = {code: self._button(code) for code in ("change", "moved", "error", "merge", "unmerge", "back")}
        for button in self._buttons.values():
            column.addWidget(button)
        QShortcut(QKeySequence("F2"), task, self._on_change)

    def show_household(self, view: HouseholdView) -> None:
        """Another household, or the same with other data."""
        home = view.household
        self._name.setText(home.head_name)
        status = value_words(self._context.tools, "household", "status", home.status)
        if home.status_date and home.status == "moved_out":
            status = f"{status} {self._context.tools.calendar.dated(home.status_date)}"
        self._status.show_text(status, "warn")
        self._status.setVisible(home.status != "active")
        merged = merged_words(len(view.entries))
        self._merged.show_text(merged)
        self._merged.setVisible(bool(merged))
        self.questions.show_text(open_words(len(view.questions)), "warn")
        self.questions.setVisible(bool(view.questions))
        self._show_facts(view)
        for code, button in self._buttons.items():
            button.setVisible(_can(code, home.status) and (code != "unmerge" or bool(merged)))

    def _show_facts(self, view: HouseholdView) -> None:
        facts = QWidget()
        facts.setProperty("role", "plain")
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, self._look.px(4), 0, 0)
        column.setSpacing(0)
        for words, value in self._lines(view):
            column.addWidget(label(self._look, words, Text.CAPTION, "text2"))
            shown = label(self._look, value, Text.BODY, wrap=True)
            shown.setContentsMargins(0, 0, 0, self._look.px(6))
            column.addWidget(shown)
        column.addWidget(StateWord(self._look, State.of_record(view.state)))
        column.addStretch(1)
        self._facts.setWidget(facts)

    def _lines(self, view: HouseholdView) -> list[tuple[str, str]]:
        home, tools = view.household, self._context.tools
        found = [(self.tr("RT/RW"), f"{home.rt or '–'}/{home.rw or '–'}")] if home.rt or home.rw else []
        for name in _SHOWN:
            value = getattr(home, name)
            if value is not None:
                words = value_words(tools, "household", name, value)
                found.append((tools.words.field("household", name), words[:1].upper() + words[1:]))
        post = dict(view.names.posyandu).get(home.posyandu_id) if home.posyandu_id else None
        return [*found, (tools.words.field("household", "posyandu_id"), post)] if post else found

    def _button(self, code: str) -> Button:
        words = {
            "change": self.tr("Change data"),
            "moved": self.tr("Moved out"),
            "error": self.tr("Entered in error"),
            "merge": self.tr("Merge with…"),
            "unmerge": self.tr("Take apart"),
            "back": self.tr("Take back"),
        }
        button = _HomeButton(self._look, words[code], code, key="F2" if code == "change" else "")
        button.pressed_code.connect(self.asked)
        return button

    def _on_change(self) -> None:
        if not self._buttons["change"].isHidden():
            self.asked.emit("change")


class _HomeButton(Button):
    """A button that says which action it is."""

    pressed_code = Signal(str)

    def __init__(self, look: Look, text: str, code: str, *, key: str) -> None:
        super().__init__(look, text, key=key, small=True)
        self._code = code
        self.give_way()
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.pressed_code.emit(self._code)


def _can(code: str, status: str) -> bool:
    if status == "active":
        return code != "back"
    return code in ("back", "unmerge")
