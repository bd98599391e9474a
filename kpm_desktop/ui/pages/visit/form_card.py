"""One person's checklist on the visit page: a header, and below it the questions while it is open."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.visits.form_sheet import Before
from kpm_desktop.domain.checklists.question import Question
from kpm_desktop.domain.records.base import Finding
from kpm_desktop.domain.records.checklists import OF_THE_VISIT
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import line
from kpm_desktop.ui.forms.checklist.answers import Answers, same_as
from kpm_desktop.ui.forms.checklist.standing import Standing
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.visit.form_header import FormHeader
from kpm_desktop.ui.pages.visit.question_row import QuestionRow


class FormCard(QFrame):
    """`opened` when its header is pressed, `answered` and `confirmed` with a row, `left` with a step at its ends."""

    opened = Signal(object)
    answered = Signal(object)
    confirmed = Signal(object)
    reached = Signal(object)  # the row the focus went to
    left = Signal(int)
    further_asked = Signal()
    doses_asked = Signal()

    def __init__(self, tools: Tools, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look, self.answers = tools, tools.look, answers
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._header = FormHeader(tools, answers, self)
        self._column.addWidget(self._header)
        self._body: QWidget | None = None
        self.rows: list[QuestionRow] = []
        self._further: QWidget | None = None
        self._others: dict[str, Any] = {}
        self.refresh_header()

    @property
    def is_open(self) -> bool:
        """Whether its questions are shown."""
        return self._body is not None and not self._body.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Shows or hides the questions; they are made when they are first needed."""
        if is_open:
            self._need_rows()
        if self._body is not None:
            self._body.setVisible(is_open)
        self.refresh_header()

    def shown_rows(self) -> list[QuestionRow]:
        """The rows that can be reached now."""
        return [row for row in self.rows if not row.question.is_further or self.shows_further]

    @property
    def shows_further(self) -> bool:
        """Whether the second group is open."""
        return self._further is not None and not self._further.isHidden()

    def toggle_further(self) -> None:
        """Opens or closes the second group."""
        if self._further is None:
            return
        will_show = self._further.isHidden()
        self._further.setVisible(will_show)
        rows = [row for row in self.rows if row.question.is_further]
        target = rows[0] if will_show and rows else self.rows[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reached.emit(target)

    def first_open(self) -> QuestionRow | None:
        """The first question without an answer, else the first one."""
        rows = [row for row in self.rows if not row.question.is_further]
        waiting = [row for row in rows if not self.answers.judged.is_answered(row.question)]
        return (waiting or rows or [None])[0]  # type: ignore[list-item]

    def row_of(self, field: str) -> QuestionRow | None:
        """The row that takes a field, opened where it is in the second group; also of a checklist that was never
        opened."""
        self._need_rows()
        for row in self.rows:
            if field in row.question.fields:
                if row.question.is_further and self._further is not None:
                    self._further.setVisible(True)
                return row
        return None

    def use_others(self, others: dict[str, Any]) -> None:
        """What the other forms of this visit say about the home, offered with S."""
        self._others = others
        self._offer_all()

    def show_kept(self, clock: str) -> None:
        """When the draft was last kept; empty where there is none."""
        self._header.show_kept(clock)
        self.refresh_header()

    def show_turn(self, key: str) -> None:
        """The key that leads to this form; empty for none."""
        self._header.show_turn(key)

    def show_findings(self) -> None:
        """Puts what is to be looked at again, and what is to be done, into the rows."""
        found, told, say = self.answers.judged.findings(), self.answers.judged.attentions(), self._tools.wording.say
        for row in self.rows:
            row.refresh()
            problem = row.number_problem()
            finding = next((found[name] for name in row.question.fields if name in found), None)
            if self.answers.judged.is_conflict(row.question):
                row.warn(self.tr("Two people answered differently: choose first (Sasaran, Riwayat)"), can_confirm=False)
            elif problem or finding is None:
                row.warn(problem, can_confirm=False)
            else:
                row.warn(say(finding.why), can_confirm=not finding.blocks)
            asked = [one for name in row.question.fields for one in told.get(name, ())]
            is_risk = any(one.level != "watch" for one in asked)
            row.attend(" ".join(say(one.why) for one in asked), Standing.RISK if is_risk else Standing.WATCH)

    def open_findings(self) -> Mapping[str, Finding]:
        """What is still to be looked at again."""
        return {name: found for name, found in self.answers.judged.findings().items() if name not in OF_THE_VISIT}

    def refresh_header(self) -> None:
        """Answered so far, and the draft."""
        self._header.refresh(is_open=self.is_open)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the header opens the form."""
        if not self.is_open:
            self.opened.emit(self)

    def _offer_all(self) -> None:
        for row in self.rows:
            before = same_as(row.question, self.answers, self._others)
            row.offer(before, self._before_words(row, before))

    def _before_words(self, row: QuestionRow, before: Before | None) -> str:
        if before is not None:
            word = self.tr("Yes") if before.value else self.tr("No")
            if not before.month:
                return self.tr("mother (2A): {answer}").format(answer=word)
            month = self._tools.calendar.short_month(before.month)
            return self.tr("{month}: {answer}").format(month=month, answer=word)
        field = row.question.value_field
        measured = self.answers.sheet.measures.get(field) if field else None
        if measured is None or row.box is None:
            return ""
        shown = row.box.with_unit(measured.value)
        month = self._tools.calendar.short_month(measured.month)
        return self.tr("{month}: {number}").format(month=month, number=shown)

    # how it is built

    def _need_rows(self) -> None:
        if self._body is not None:
            return
        self._body = self._make_body()
        self._body.hide()
        self._column.addWidget(self._body)
        self._offer_all()
        self.show_findings()

    def _make_body(self) -> QWidget:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, self._look.px(4))
        column.setSpacing(0)
        column.addWidget(line())
        before: Question | None = None
        holder = column
        for question in self.answers.questions:
            if question.is_further and self._further is None:
                self._further, holder = self._further_group(body)
                column.addWidget(self._further_hint(body))
                column.addWidget(self._further)
            elif before is not None and question.block is not before.block:
                holder.addWidget(line())
            is_same_column = before is not None and question.letter == before.letter
            holder.addWidget(self._make_row(question, "" if is_same_column else question.letter))
            before = question
        if self._further is not None:
            further = [row for row in self.rows if row.question.is_further]
            self._further.setVisible(any(row.status is not Standing.OPEN for row in further))
        return body

    def _make_row(self, question: Question, letter: str) -> QuestionRow:
        row = QuestionRow(self._tools, question, self.answers, letter)
        row.answered.connect(self.answered)
        row.moved.connect(self._on_moved)
        row.confirmed.connect(self._on_confirmed)
        row.doses_asked.connect(self.doses_asked)
        self.rows.append(row)
        return row

    def _further_group(self, body: QWidget) -> tuple[QWidget, QVBoxLayout]:
        group = QWidget(body)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        return group, column

    def _further_hint(self, body: QWidget) -> QWidget:
        look = self._look
        holder = QWidget(body)
        row = QHBoxLayout(holder)
        row.setContentsMargins(look.px(40), look.px(6), look.px(12), look.px(4))
        row.setSpacing(look.px(8))
        mother = self.tr("Further answers: weight, LILA, Hb, blood pressure, danger signs")
        child = self.tr("Further answers: LILA, head, position, vitamin A, feeding, illnesses")
        words = mother if self.answers.sheet.kind == "pregnancy_visit" else child
        button = Button(look, words, kind="link", key="L", small=True)
        button.setFixedHeight(look.px(28))
        button.setFont(look.font(Text.CAPTION_STRONG))
        button.clicked.connect(self.further_asked)
        row.addWidget(button)
        row.addStretch(1)
        return holder

    def _on_confirmed(self) -> None:
        self.confirmed.emit(self.sender())

    def _on_moved(self, step: int) -> None:
        rows = self.shown_rows()
        sender = self.sender()
        at = next((i for i, row in enumerate(rows) if row is sender), 0) + step
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.OtherFocusReason)
            self.reached.emit(rows[at])
        else:
            self.left.emit(step)
