"""What can be chosen in a cell that is not typed into: its answers, or each of the doses of the day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from kpm_desktop.domain.checklists.question import Form, Question
from kpm_desktop.ui.forms.dose_box import DoseBox
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.pages.posyandu_day.day_columns import DayColumn, Kind
from kpm_desktop.ui.pages.posyandu_day.day_row import DayRow, is_yes


@dataclass(frozen=True, slots=True)
class Option:
    """A line of the menu. does: what choosing it changes in the row."""

    words: str
    is_chosen: bool
    does: Callable[[], object]


class DayMenu(QObject):
    """Of one table."""

    def __init__(self, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools

    def options(self, row: DayRow, column: DayColumn) -> list[Option]:
        """None where nothing can be chosen."""
        if not row.is_asked(column) or row.is_conflict(column):
            return []
        if column.kind is Kind.DOSES:
            return [*self._doses(row)]
        question = row.question(column)
        if question is None:
            return []
        if question.options:
            return [*self._choices(row, column, question), self._empty(row, column)]
        if question.form in (Form.YES_NO, Form.COUNT, Form.MEASURED) and column.kind not in (Kind.NUMBER, Kind.LENGTH):
            return [*self._yes_no(row, column), self._empty(row, column)]
        return []

    def legend(self, row: DayRow, column: DayColumn) -> str:
        """Which digit means which of several answers."""
        question = row.question(column)
        if column.kind not in (Kind.SEVERAL, Kind.CHOICE) or question is None or not row.is_asked(column):
            return ""
        words = self._tools.words
        names = [words.short_choice(question.kind, question.field, value) for value in question.options]
        return " · ".join(f"{number} {name}" for number, name in enumerate(names, 1))

    def _yes_no(self, row: DayRow, column: DayColumn) -> Iterator[Option]:
        said = is_yes(row, column)
        yield Option(self.tr("Yes"), said is True, partial(row.answer, column, yes=True))
        yield Option(self.tr("No"), said is False, partial(row.answer, column, yes=False))

    def _choices(self, row: DayRow, column: DayColumn, question: Question) -> Iterator[Option]:
        held = row.answers.value(question.field)
        chosen = held if isinstance(held, list) else [held]
        for value in question.options:
            words = self._tools.words.choice(question.kind, question.field, value)
            yield Option(words, value in chosen, partial(row.choose, column, value))

    def _empty(self, row: DayRow, column: DayColumn) -> Option:
        return Option(self.tr("Empty"), row.is_open(column), partial(row.empty, column))

    def _doses(self, row: DayRow) -> Iterator[Option]:
        for box in row.boxes:
            yield Option(self._dose_words(row, box), box.is_given, partial(row.turn_dose, box))

    def _dose_words(self, row: DayRow, box: DoseBox) -> str:
        planned = next(each.planned for each in row.person.doses if each.entry is box.entry)
        if planned.standing == "catch_up":
            return self.tr("{dose}, catching up").format(dose=box.name)
        return box.name
