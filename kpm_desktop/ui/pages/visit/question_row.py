"""One row of a checklist: letter, words, answers, number, what was said before, and whether it is answered."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.visits.visit_sheet import Before
from kpm_desktop.domain.checklists.question import Form, Question
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.ui.components.key_cap import KeyCap
from kpm_desktop.ui.components.labels import icon_label, label
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.visit.answer_button import AnswerButton
from kpm_desktop.ui.pages.visit.answers import Answers
from kpm_desktop.ui.pages.visit.number_box import NumberBox, begins_number
from kpm_desktop.ui.pages.visit.question_words import by_words, swatch, unit_words
from kpm_desktop.ui.pages.visit.row_sentence import RowSentence
from kpm_desktop.ui.pages.visit.standing import Standing

PITCH = 36
MOST_ABREAST, MOST_OF_SEVERAL, MOST_OF_LONG = 4, 3, 2
_LONG = 18  # letters: three such words stand wider than the page
LABEL_WIDTH = 238
_LETTER_WIDTH = 24


class QuestionRow(QWidget):
    """`answered` after each answer, `moved` with +1 or −1 when the focus shall go on, `confirmed` for "B".

    letter: of its column on the paper; empty where the row above has it already.
    """

    answered = Signal(object)  # the row itself
    moved = Signal(int)
    confirmed = Signal()

    def __init__(self, tools: Tools, question: Question, answers: Answers, letter: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.question, self.answers = question, answers
        self._tools, self._look = tools, tools.look
        self.label = tools.words.field(question.kind, question.field)
        self.before: Before | None = None
        self._standing = Standing.OPEN
        self.box: NumberBox | None = None
        self._buttons: list[tuple[object, AnswerButton]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._first_line(letter))
        margin = self._look.px(8 + _LETTER_WIDTH + 8)
        self._doubt = RowSentence(self._look, margin, self)
        self._doubt.confirmed.connect(self.confirmed)
        self._attention = RowSentence(self._look, margin, self)
        column.addWidget(self._doubt)
        column.addWidget(self._attention)
        self.refresh()

    # what is shown

    def refresh(self) -> None:
        """Shows the answers as they are now."""
        answers, question = self.answers, self.question
        yes = answers.entered.yes(question) if question.form.has_yes_no else None
        value = answers.value(question.field)
        for meant, button in self._buttons:
            if question.form.has_yes_no:
                button.setChecked(yes is not None and meant is yes)
            elif question.form is Form.SEVERAL:
                button.setChecked(meant in (value or ()))
            else:
                button.setChecked(meant == value)
            button.updateGeometry()
        if self.box is not None and not self.box.hasFocus():
            self._show_number(self.box)
        self._show_standing(answers.judged.standing(question))

    def _show_number(self, box: NumberBox) -> None:
        """What is kept, or what was typed instead and cannot be taken."""
        field = self.question.number_field
        number, typed = self.answers.value(field), self.answers.typed(field)
        is_plain_no = self.question.form is Form.COUNT and number == 0
        if typed is not None:
            box.setText(typed)
        else:
            box.set_value(None if is_plain_no else number)

    def _show_standing(self, standing: Standing) -> None:
        self._standing = standing
        pixmap = self._look.icons.pixmap(standing.icon, standing.tone, 16, self.devicePixelRatioF())
        self._status.setPixmap(pixmap)
        self._status.setToolTip(self.tr("The number is still missing.") if standing is Standing.HALF else "")
        self._name_it()

    def offer(self, before: Before | None, words: str) -> None:
        """What S takes, and how it is called; None for nothing."""
        self.before = before
        self._hint.setText(words or by_words(self.question))
        self._same_key.setVisible(before is not None)

    def warn(self, sentence: str, *, can_confirm: bool) -> None:
        """What is to be looked at again; empty for nothing."""
        mark = Standing.LOOK if can_confirm else Standing.UNTAKEN
        self._doubt.show_sentence(sentence, mark.icon, mark.tone, can_confirm=can_confirm)
        if self.box is not None:
            self.box.mark(is_problem=bool(sentence))
        self._describe()

    def attend(self, sentence: str, standing: Standing) -> None:
        """What the answer asks to be done, which nobody has to confirm; empty for nothing."""
        self._attention.show_sentence(sentence, standing.icon, standing.tone)
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription(" ".join(part for part in (self.warning, self.attention) if part))
        self.update()

    @property
    def warning(self) -> str:
        """What is to be looked at again."""
        return self._doubt.sentence

    @property
    def attention(self) -> str:
        """What is to be done."""
        return self._attention.sentence

    @property
    def status(self) -> Standing:
        """How the row says it stands."""
        return self._standing

    def number_problem(self) -> str:
        """Why the number in the box cannot be taken, and which one counts meanwhile."""
        problem = self.box.problem() if self.box is not None else ""
        kept = self.answers.value(self.question.number_field) if problem else None
        if self.box is None or kept is None or (self.question.form is Form.COUNT and kept == 0):
            return problem
        return " ".join((problem, self.tr("Until then {number} counts.").format(number=self.box.with_unit(kept))))

    # what is entered

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the visit page (docs/panduan)."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    def take_number(self) -> None:
        """Takes what stands in the box; a number that cannot be is not taken and stays to be mended."""
        if self.box is None or self.box.isReadOnly():
            return
        answers, field, text, typed = self.answers, self.question.number_field, self.box.text(), self.box.typed()
        refused, kept = answers.typed(field), answers.value(field)
        if typed.problem:
            if text == refused:
                return
            answers.refuse(field, text)
        elif typed.value == kept or (typed.value is None and kept in (None, 0)):
            if refused is None:
                return
            answers.forget_typed(field)
        else:
            answers.enter_number(self.question, typed.value)
        self.answered.emit(self)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, text, form = event.key(), event.text().upper(), self.question.form
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move(-1 if back else 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(-1 if key == Qt.Key.Key_Up else 1)
        elif event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._empty()
        elif self.answers.judged.is_conflict(self.question):
            return False
        elif text in ("Y", "T") and form.has_yes_no:
            self._say(yes=text == "Y")
        elif text == "S" and self.before is not None:
            self.answers.take_before(self.question, self.before)
            self._done()
        elif text == "B" and self._doubt.can_confirm:
            self.confirmed.emit()
        elif self.box is not None and text and begins_number(text):
            self.box.begin(text)
        elif text.isascii() and text.isdigit():
            return self._pick(int(text) - 1)
        else:
            return False
        return True

    def _say(self, *, yes: bool) -> None:
        self.answers.answer(self.question, yes=yes)
        if self.box is not None and not yes:
            self.box.clear()
        if yes and self.question.form is Form.MEASURED and self.box is not None:
            self.answered.emit(self)
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._done()

    def _pick(self, at: int) -> bool:
        if not 0 <= at < len(self.question.options):
            return False
        self._choose(self.question.options[at])
        return True

    def _choose(self, value: str) -> None:
        self.answers.choose(self.question, value)
        if self.question.form is Form.SEVERAL:
            self.answered.emit(self)
        else:
            self._done()

    def _empty(self) -> None:
        if self.box is not None:
            self.box.clear()
        if self.answers.judged.is_conflict(self.question):
            self.answers.give_up(self.question)
        else:
            self.answers.empty(self.question)
        self.answered.emit(self)

    def _done(self) -> None:
        self.answered.emit(self)
        self._move(1)

    def _move(self, step: int) -> None:
        if self.box is not None and self.box.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit(step)

    def _on_strayed(self, event: QKeyEvent) -> None:
        """A letter in a number that is begun belongs to it, so that none vanishes; the row takes its own keys where
        they cannot be meant for the number."""
        assert self.box is not None
        if self._is_for_row(event, self.box):
            self._take_key(event)
        else:
            self.box.type_key(event)

    def _is_for_row(self, event: QKeyEvent, box: NumberBox) -> bool:
        text, problem = event.text().upper(), box.typed().problem
        if not (text and text.isprintable()) or not box.text().strip():
            return True
        if text == "T":  # no number: whatever number stands there goes
            return self.question.form.has_yes_no and problem != "not_a_number"
        return not problem and (
            (text == "Y" and self.question.form.has_yes_no) or (text == "B" and self._doubt.can_confirm)
        )

    def _on_typed(self) -> None:
        """Its limits are told while a number is typed; one that is too low may only not be finished. Until it is taken
        there is no tick beside it."""
        assert self.box is not None
        typed = self.box.typed()
        is_begun = typed.problem == "too_low"
        self.warn("" if is_begun else self.number_problem(), can_confirm=False)
        if typed.problem and not is_begun:
            self._show_standing(Standing.UNTAKEN)
        elif typed.value != self.answers.value(self.question.number_field):
            self._show_standing(Standing.HALF if self.box.text() else Standing.OPEN)
        else:
            self._show_standing(self.answers.judged.standing(self.question))

    def _on_pressed(self) -> None:
        sender = self.sender()
        for meant, button in self._buttons:
            if button is sender:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                if self.answers.judged.is_conflict(self.question):
                    continue
                if self.question.form.has_yes_no:
                    self._say(yes=bool(meant))
                else:
                    self._choose(str(meant))

    # how it is built

    def _first_line(self, letter: str) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setContentsMargins(look.px(8), 1, look.px(12), 1)
        row.setSpacing(look.px(4))
        row.addStrut(look.px(PITCH) - 2)
        column = label(look, letter, Text.CAPTION_STRONG, "text2")
        column.setFixedWidth(look.px(_LETTER_WIDTH))
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(look, self.label, Text.BODY_MEDIUM)
        words.setFixedWidth(look.px(LABEL_WIDTH))
        words.setText(words.fontMetrics().elidedText(self.label, Qt.TextElideMode.ElideRight, look.px(LABEL_WIDTH)))
        words.setToolTip(self.label)
        row.addWidget(column)
        row.addSpacing(look.px(4))
        row.addWidget(words)
        row.addLayout(self._grid_of(self._make_buttons()))
        self._add_number(row)
        self._hint = label(look, by_words(self.question), Text.CAPTION, "text2")
        self._same_key = KeyCap(look, "S")
        self._same_key.hide()
        self._status = icon_label(look, Standing.OPEN.icon, Standing.OPEN.tone, 16)
        row.addStretch(1)
        row.addWidget(self._hint)
        row.addWidget(self._same_key)
        row.addSpacing(look.px(8))
        row.addWidget(self._status)
        return row

    def _make_buttons(self) -> list[AnswerButton]:
        look, question = self._look, self.question
        if question.form.has_yes_no:
            yes, no = self.tr("Yes"), self.tr("No")
            self._buttons = [
                (True, AnswerButton(look, "Y", yes, parent=self)),
                (False, AnswerButton(look, "T", no, is_no=True, parent=self)),
            ]
        else:
            width = 76 if question.form is Form.SEVERAL else 92
            self._buttons = [
                (value, AnswerButton(look, str(at), word, swatch=swatch(question, value), width=width, parent=self))
                for at, (value, word) in enumerate(self._options(), start=1)
            ]
        for _, button in self._buttons:
            button.clicked.connect(self._on_pressed)
        return [button for _, button in self._buttons]

    def _options(self) -> list[tuple[str, str]]:
        return self._tools.words.choices(self.question.kind, self.question.field)

    def _grid_of(self, buttons: list[AnswerButton]) -> QGridLayout:
        """Side by side; many choices stand in rows."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._look.px(4))
        abreast = MOST_ABREAST
        if self.question.form is Form.SEVERAL:
            is_long = any(len(word) > _LONG for _, word in self._options())
            abreast = MOST_OF_LONG if is_long else MOST_OF_SEVERAL
        for at, button in enumerate(buttons):
            grid.addWidget(button, at // abreast, at % abreast)
        return grid

    def _add_number(self, row: QHBoxLayout) -> None:
        question, look = self.question, self._look
        if not question.number_field:
            return
        spec = fields(self.answers.sheet.kind)[question.number_field].spec
        unit = unit_words(question)
        box = NumberBox(look, spec.unit, spec.low, spec.high, comma=self._tools.comma, parent=self)
        box.setAccessibleName(f"{self.label}, {unit}")
        box.edited.connect(self._on_typed)
        box.strayed.connect(self._on_strayed)
        box.left.connect(self.take_number)
        box.setReadOnly(self.answers.judged.is_conflict(question))
        self.box = box
        if self._buttons:
            row.addSpacing(look.px(4))
        row.addWidget(box)
        row.addWidget(label(look, unit, Text.CAPTION, "text2"))

    def _name_it(self) -> None:
        said = [button.text() for _, button in self._buttons if button.isChecked()]
        if self.box is not None and self.box.text():
            said.append(self.box.text())
        if self._standing is Standing.UNTAKEN:
            said.append(self.tr("not kept"))
        elif self._standing is Standing.HALF:
            said.append(self.tr("the number is missing"))
        self.setAccessibleName(f"{self.label}: {', '.join(said) or self.tr('open')}")

    # how it is drawn

    def is_current(self) -> bool:
        """Whether row or box has the focus."""
        return self.hasFocus() or (self.box is not None and self.box.hasFocus())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar and colour of the current row, and of one to be looked at again."""
        painter, look = QPainter(self), self._look
        where = QRectF(self.rect())
        if self.warning or self.attention:
            is_risk = self._standing is Standing.RISK and not self.warning
            painter.fillRect(where, look.colour("risk_bg" if is_risk else "warn_bg"))
        elif self.is_current():
            painter.fillRect(where, look.colour("accent_soft"))
        if self.is_current():
            painter.fillRect(QRectF(0, 0, look.px(4), where.height()), look.colour("accent"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows where the keys go."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in the row chooses it."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Repaints with the window's state."""
        super().changeEvent(event)
        self.update()
