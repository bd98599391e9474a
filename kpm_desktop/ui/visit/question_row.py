"""One row of a checklist: letter, words, answers, number, what was said before, and whether it is answered."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.visit_sheet import Before
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.key_cap import KeyCap
from kpm_desktop.ui.components.labels import icon_label, label
from kpm_desktop.ui.fields.number_text import UNITS
from kpm_desktop.ui.look import Look
from kpm_desktop.ui.theme import Text
from kpm_desktop.ui.visit.answer_button import AnswerButton
from kpm_desktop.ui.visit.answers import Answers
from kpm_desktop.ui.visit.number_box import NumberBox
from kpm_desktop.ui.visit.question import Form, Question

PITCH = 36
MOST_ABREAST, MOST_OF_SEVERAL = 4, 3
LABEL_WIDTH = 238
_LETTER_WIDTH = 24


class QuestionRow(QWidget):
    """`answered` after each answer, `moved` with +1 or −1 when the focus shall go on, `confirmed` for "B"."""

    answered = Signal(object)  # the row itself
    moved = Signal(int)
    confirmed = Signal()

    def __init__(self, look: Look, question: Question, answers: Answers, comma: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.question, self.answers = question, answers
        self._look, self._comma = look, comma
        self.before: Before | None = None
        self._warning = ""
        self.box: NumberBox | None = None
        self._buttons: list[tuple[object, AnswerButton]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._first_line())
        self._second = self._second_line()
        column.addWidget(self._second)
        self._second.hide()
        self.refresh()

    # what is shown

    def refresh(self) -> None:
        """Shows the answers as they are now."""
        answers, question = self.answers, self.question
        yes = answers.yes(question) if question.form.has_yes_no else None
        value = answers.value(question.field)
        for meant, button in self._buttons:
            if question.form.has_yes_no:
                button.setChecked(yes is not None and meant is yes)
            elif question.form is Form.SEVERAL:
                button.setChecked(meant in (value or ()))
            else:
                button.setChecked(meant == value)
            button.updateGeometry()
        if self.box is not None and not self.box.hasFocus() and not self.box.typed().problem:
            number = answers.value(question.number_field)
            is_plain_no = question.form is Form.COUNT and number == 0
            self.box.set_value(None if is_plain_no else number)
        is_done = answers.is_answered(question)
        self._status.setPixmap(
            self._look.icons.pixmap(
                "check" if is_done else "circle", "ok" if is_done else "ctl", 16, self.devicePixelRatioF()
            )
        )
        self._name_it(is_done)

    def offer(self, before: Before | None, words: str) -> None:
        """What S takes, and how it is called; None for nothing."""
        self.before = before
        self._hint.setText(words or self.question.hint)
        self._same_key.setVisible(before is not None)

    def warn(self, sentence: str, *, can_confirm: bool) -> None:
        """What is to be looked at again; empty for nothing."""
        self._warning = sentence
        self._sentence.setText(sentence)
        self._confirm.setVisible(can_confirm)
        self._confirm_key.setVisible(can_confirm)
        self._second.setVisible(bool(sentence))
        if self.box is not None:
            self.box.setProperty("problem", bool(sentence))
        self.setAccessibleDescription(sentence)
        self.update()

    @property
    def warning(self) -> str:
        """What is to be looked at again."""
        return self._warning

    def number_problem(self) -> str:
        """Why the number in the box cannot be taken."""
        return self.box.problem() if self.box is not None else ""

    # what is entered

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the visit page (docs/panduan)."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    def take_number(self) -> None:
        """Takes what stands in the box; a number that cannot be is not taken and stays to be mended."""
        if self.box is None:
            return
        typed = self.box.typed()
        field = self.question.number_field
        if typed.problem or typed.value == self.answers.value(field):
            return
        if typed.value is None and self.answers.value(field) in (None, 0):
            return
        self.answers.enter_number(self.question, typed.value)
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
        elif self.answers.is_conflict(self.question):
            return False
        elif text in ("Y", "T") and form.has_yes_no:
            self._say(yes=text == "Y")
        elif text == "S" and self.before is not None:
            self.answers.take_before(self.question, self.before)
            self._done()
        elif text == "B" and self._warning and self._confirm.isVisibleTo(self):
            self.confirmed.emit()
        elif text.isdigit():
            return self._digit(text)
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

    def _digit(self, text: str) -> bool:
        if self.box is not None:
            self.box.setText("")
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
            self.box.insert(text)
            self.box.edited.emit()
            return True
        at = int(text) - 1
        if not 0 <= at < len(self.question.options):
            return False
        self._choose(self.question.options[at].value)
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
        if self.answers.is_conflict(self.question):
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
        self._take_key(event)

    def _on_typed(self) -> None:
        """Its limits are told while a number is typed; one that is too low may only not be finished."""
        is_begun = self.box is not None and self.box.typed().problem == "too_low"
        self.warn("" if is_begun else self.number_problem(), can_confirm=False)

    def _on_pressed(self) -> None:
        sender = self.sender()
        for meant, button in self._buttons:
            if button is sender:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                if self.answers.is_conflict(self.question):
                    continue
                if self.question.form.has_yes_no:
                    self._say(yes=bool(meant))
                else:
                    self._choose(str(meant))

    # how it is built

    def _first_line(self) -> QHBoxLayout:
        look, question = self._look, self.question
        row = QHBoxLayout()
        row.setContentsMargins(look.px(8), 1, look.px(12), 1)
        row.setSpacing(look.px(4))
        row.addStrut(look.px(PITCH) - 2)
        letter = label(look, question.letter, Text.CAPTION_STRONG, "text2")
        letter.setFixedWidth(look.px(_LETTER_WIDTH))
        letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(look, question.label, Text.BODY_MEDIUM)
        words.setFixedWidth(look.px(LABEL_WIDTH))
        words.setText(words.fontMetrics().elidedText(question.label, Qt.TextElideMode.ElideRight, look.px(LABEL_WIDTH)))
        words.setToolTip(question.label)
        row.addWidget(letter)
        row.addSpacing(look.px(4))
        row.addWidget(words)
        row.addLayout(self._grid_of(self._make_buttons()))
        self._add_number(row)
        self._hint = label(look, question.hint, Text.CAPTION, "text2")
        self._same_key = KeyCap(look, "S")
        self._same_key.hide()
        self._status = icon_label(look, "circle", "ctl", 16)
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
                (
                    option.value,
                    AnswerButton(look, str(at), option.word, swatch=option.swatch, width=width, parent=self),
                )
                for at, option in enumerate(question.options, start=1)
            ]
        for _, button in self._buttons:
            button.clicked.connect(self._on_pressed)
        return [button for _, button in self._buttons]

    def _grid_of(self, buttons: list[AnswerButton]) -> QGridLayout:
        """Side by side; many choices stand in rows."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._look.px(4))
        for at, button in enumerate(buttons):
            abreast = MOST_OF_SEVERAL if self.question.form is Form.SEVERAL else MOST_ABREAST
            grid.addWidget(button, at // abreast, at % abreast)
        return grid

    def _add_number(self, row: QHBoxLayout) -> None:
        question, look = self.question, self._look
        if not question.number_field:
            return
        spec = fields(self.answers.sheet.kind)[question.number_field].spec
        unit = question.unit_word or UNITS.get(spec.unit, UNITS[""]).word
        box = NumberBox(look, spec.unit, spec.low, spec.high, comma=self._comma, parent=self)
        box.setAccessibleName(f"{question.label}, {unit}")
        box.edited.connect(self._on_typed)
        box.strayed.connect(self._on_strayed)
        box.left.connect(self.take_number)
        box.setReadOnly(self.answers.is_conflict(question))
        self.box = box
        if self._buttons:
            row.addSpacing(look.px(4))
        row.addWidget(box)
        row.addWidget(label(look, unit, Text.CAPTION, "text2"))

    def _second_line(self) -> QWidget:
        look = self._look
        holder = QWidget(self)
        holder.setFixedHeight(look.px(28))
        row = QHBoxLayout(holder)
        row.setContentsMargins(look.px(8 + _LETTER_WIDTH + 8), 0, look.px(12), look.px(4))
        row.setSpacing(look.px(8))
        self._sentence = label(look, "", Text.CAPTION_STRONG, "warn")
        self._confirm_key = KeyCap(look, "B")
        self._confirm = Button(look, self.tr("it is right"), kind="link", small=True)
        self._confirm.setFixedHeight(look.px(24))
        self._confirm.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._confirm.clicked.connect(self.confirmed)
        row.addWidget(icon_label(look, "triangle-alert", "warn", 16))
        row.addWidget(self._sentence, 1)
        row.addWidget(self._confirm_key)
        row.addWidget(self._confirm)
        return holder

    def _name_it(self, is_done: bool) -> None:
        said = [button.text() for _, button in self._buttons if button.isChecked()]
        if self.box is not None and self.box.text():
            said.append(self.box.text())
        state = ", ".join(said) if is_done else self.tr("open")
        self.setAccessibleName(f"{self.question.label}: {state}")

    # how it is drawn

    def is_current(self) -> bool:
        """Whether row or box has the focus."""
        return self.hasFocus() or (self.box is not None and self.box.hasFocus())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar and colour of the current row, and of one to be looked at again."""
        painter, look = QPainter(self), self._look
        where = QRectF(self.rect())
        if self._warning:
            painter.fillRect(where, look.colour("warn_bg"))
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
