"""The number of a question's row: shown as it is kept or was typed, and taken when it can be one."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kpm_desktop.domain.checklists.question import Form, Question
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.ui.forms.checklist.answers import Answers
from kpm_desktop.ui.forms.checklist.question_words import unit_words
from kpm_desktop.ui.forms.checklist.standing import Standing
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.pages.visit.number_box import NumberBox


class NumberEntry(QObject):
    """`taken` gives the row when a number was taken, or refused and kept as it was typed. unit: the word beside the
    box."""

    taken = Signal(object)

    def __init__(self, tools: Tools, question: Question, answers: Answers, row: QWidget) -> None:
        super().__init__(row)
        self._row, self._question, self._answers = row, question, answers
        spec = fields(answers.sheet.kind)[question.number_field].spec
        self.unit = unit_words(question)
        self.box = NumberBox(tools.look, spec.unit, spec.low, spec.high, comma=tools.comma, parent=row)
        self.box.setAccessibleName(f"{tools.words.field(question.kind, question.field)}, {self.unit}")
        self.box.setReadOnly(answers.judged.is_conflict(question))
        self.box.left.connect(self.take)

    def refresh(self) -> None:
        """Shows what is kept, or what was typed instead and cannot be taken; what is being typed is left alone."""
        if self.box.hasFocus():
            return
        number, typed = self._kept(), self._answers.typed(self._question.number_field)
        if typed is not None:
            self.box.setText(typed)
        else:
            self.box.set_value(None if self._is_plain_no(number) else number)

    def take(self) -> None:
        """Takes what stands in the box; a number that cannot be is not taken and stays to be mended."""
        if self.box.isReadOnly():
            return
        answers, field, text, typed = self._answers, self._question.number_field, self.box.text(), self.box.typed()
        refused, kept = answers.typed(field), self._kept()
        if typed.problem:
            if text == refused:
                return
            answers.refuse(field, text)
        elif typed.value == kept or (typed.value is None and kept in (None, 0)):
            if refused is None:
                return
            answers.forget_typed(field)
        else:
            answers.enter_number(self._question, typed.value)
        self.taken.emit(self._row)

    def problem(self) -> str:
        """Why the number in the box cannot be taken, and which one counts meanwhile."""
        problem, kept = self.box.problem(), self._kept()
        if not problem or kept is None or self._is_plain_no(kept):
            return problem
        return " ".join((problem, self.tr("Until then {number} counts.").format(number=self.box.with_unit(kept))))

    def while_typed(self) -> tuple[str, Standing]:
        """What is to be said while a number is typed, and how the question stands. Its limits are told; one that is too
        low may only not be finished. Until it is taken there is no tick beside it."""
        typed = self.box.typed()
        is_begun = typed.problem == "too_low"
        sentence = "" if is_begun else self.problem()
        if typed.problem and not is_begun:
            return sentence, Standing.UNTAKEN
        if typed.value != self._kept():
            return sentence, Standing.HALF if self.box.text() else Standing.OPEN
        return sentence, self._answers.judged.standing(self._question)

    def is_part(self, event: QKeyEvent, *, can_confirm: bool) -> bool:
        """Whether a letter belongs to a number that is begun, so that none vanishes; `Y`, `T` and `B` do not where they
        cannot be meant for the number."""
        text, problem = event.text().upper(), self.box.typed().problem
        has_yes_no = self._question.form.has_yes_no
        if not (text and text.isprintable()) or not self.box.text().strip():
            return False
        if text == "T":  # no number: whatever number stands there goes
            return not (has_yes_no and problem != "not_a_number")
        return bool(problem) or not ((text == "Y" and has_yes_no) or (text == "B" and can_confirm))

    def _kept(self) -> int | None:
        number: int | None = self._answers.value(self._question.number_field)
        return number

    def _is_plain_no(self, number: int | None) -> bool:
        return self._question.form is Form.COUNT and number == 0
