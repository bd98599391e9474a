"""One row of a checklist: letter, words, answers, number, what was said before, and whether it is answered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.visits.form_sheet import Before
from kpm_desktop.domain.checklists.question import Form, Question
from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.key_cap import KeyCap
from kpm_desktop.ui.components.labels import icon_label, label
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.components.say import say
from kpm_desktop.ui.forms.checklist.answers import Answers
from kpm_desktop.ui.forms.checklist.judgement import DOSES_ASKED
from kpm_desktop.ui.forms.checklist.question_words import by_words
from kpm_desktop.ui.forms.checklist.standing import Standing
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.visit.answer_buttons import AnswerButtons
from kpm_desktop.ui.pages.visit.focus_row import FocusRow
from kpm_desktop.ui.pages.visit.number_box import NumberBox, begins_number
from kpm_desktop.ui.pages.visit.number_entry import NumberEntry
from kpm_desktop.ui.pages.visit.row_sentence import RowSentence

PITCH = 36
#: Of a question's words, and where the row is narrow and they take two lines.
LABEL_WIDTH, NARROW_LABEL_WIDTH = 238, 150
_NARROW = 700
#: What letter, status and the gaps between take.
_AROUND_ANSWERS = 88
_LETTER_WIDTH = 24


class QuestionRow(FocusRow):
    """`answered` after each answer, `moved` with +1 or −1 when the focus shall go on, `confirmed` for "B". status: how
    the row says it stands. letter: of its column on the paper; empty where the row above has it already."""

    answered = Signal(object)  # the row itself
    moved = Signal(int)
    confirmed = Signal()
    doses_asked = Signal()

    def __init__(self, tools: Tools, question: Question, answers: Answers, letter: str, parent: QWidget | None = None):
        super().__init__(tools.look, parent)
        speak_as(self, "group")
        self.question, self.answers = question, answers
        self.label = tools.words.field(question.kind, question.field)
        self.before: Before | None = None
        self.status = Standing.OPEN
        self._buttons = AnswerButtons(tools, question, self)
        self._buttons.pressed.connect(self._on_pressed)
        self._number = self._make_number(tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._first_line(letter))
        margin = self.look.px(8 + _LETTER_WIDTH + 8)
        self._doubt = RowSentence(self.look, margin, self)
        self._doubt.confirmed.connect(self.confirmed)
        self._attention = RowSentence(self.look, margin, self)
        column.addWidget(self._doubt)
        column.addWidget(self._attention)
        self.refresh()

    @property
    def box(self) -> NumberBox | None:
        """Where a number is typed, if one is."""
        return self._number.box if self._number is not None else None

    # what is shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow its words take two lines, and its answers as many as they need."""
        super().resizeEvent(event)
        is_narrow = self.width() < self.look.px(_NARROW)
        width = self.look.px(NARROW_LABEL_WIDTH if is_narrow else LABEL_WIDTH)
        room = 2 * width - self.look.px(_LETTER_WIDTH) if is_narrow else width
        self._words.setFixedWidth(width)
        self._words.setWordWrap(is_narrow)
        self._words.setText(self._words.fontMetrics().elidedText(self.label, Qt.TextElideMode.ElideRight, room))
        beside = self._number_part.sizeHint().width()
        self._buttons.fit(self.width() - self.look.px(_AROUND_ANSWERS) - width - beside)

    def refresh(self) -> None:
        """Shows the answers as they are now."""
        self._buttons.refresh(self.answers.entered)
        if self._number is not None:
            self._number.refresh()
        self._show_standing(self.answers.judged.standing(self.question))

    def _show_standing(self, standing: Standing) -> None:
        self.status = standing
        pixmap = self.look.icons.pixmap(standing.icon, standing.tone, 16, self.devicePixelRatioF())
        self._status.setPixmap(pixmap)
        self._status.setToolTip(self.tr("The number is still missing.") if standing is Standing.HALF else "")
        said = self._buttons.said()
        if self.box is not None and self.box.text():
            said.append(self.box.text())
        if standing is Standing.UNTAKEN:
            said.append(self.tr("not kept"))
        elif standing is Standing.HALF:
            said.append(self.tr("the number is missing"))
        self.setAccessibleName(f"{self.label}: {', '.join(said) or self.tr('open')}")
        self._describe()

    def offer(self, before: Before | None, words: str) -> None:
        """What S takes, and how it is called; None for nothing."""
        self.before = before
        self._show_hint(words or by_words(self.question))
        self._same_key.setVisible(before is not None)
        self._describe()

    def _show_hint(self, words: str) -> None:
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

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
        """What is to be looked at, the answers with their keys, and what was said before."""
        earlier = self._hint.text()
        if earlier and self.before is not None:
            earlier = f"S {earlier}"
        number = f"0–9 {self._number.unit}" if self._number is not None else ""
        parts = (self.warning, self.attention, ", ".join(part for part in (*self._buttons.keys(), number) if part))
        self.setAccessibleDescription(". ".join(part.rstrip(".") for part in (*parts, earlier) if part))
        is_wrong = self.status is Standing.UNTAKEN
        if self.property("problem") != is_wrong:
            self.setProperty("problem", is_wrong)
        is_risk = self.status is Standing.RISK and not self.warning
        self.tint = ("risk_bg" if is_risk else "warn_bg") if self.warning or self.attention else ""
        self.update()

    def speak(self) -> None:
        """Lets a screen reader say what is answered and what follows from it; the focus may be elsewhere by then."""
        say(self, ". ".join(part for part in (self.accessibleName(), self.warning, self.attention) if part))

    @property
    def warning(self) -> str:
        """What is to be looked at again."""
        return self._doubt.sentence

    @property
    def attention(self) -> str:
        """What is to be done."""
        return self._attention.sentence

    def number_problem(self) -> str:
        """Why the number in the box cannot be taken, and which one counts meanwhile."""
        return self._number.problem() if self._number is not None else ""

    # what is entered

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the visit page (docs/panduan). A letter or digit that is no answer here is told so."""
        if self._take_key(event):
            return
        if event.text().isalnum():
            say(self, self.accessibleDescription())
        super().keyPressEvent(event)

    def take_number(self) -> None:
        """Takes what stands in the box; a number that cannot be is not taken and stays to be mended."""
        if self._number is not None:
            self._number.take()

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
        elif text.isascii() and text.isdigit() and 0 < int(text) <= len(self.question.options):
            self._choose(self.question.options[int(text) - 1])
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
        """A letter in a number that is begun belongs to it; the row takes its own keys."""
        assert self._number is not None
        if self._number.is_part(event, can_confirm=self._doubt.can_confirm):
            self._number.box.type_key(event)
        else:
            self._take_key(event)

    def _on_typed(self) -> None:
        assert self._number is not None
        sentence, standing = self._number.while_typed()
        self.warn(sentence, can_confirm=False)
        self._show_standing(standing)

    def _on_pressed(self, meant: object) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.answers.judged.is_conflict(self.question):
            return
        if self.question.form.has_yes_no:
            self._say(yes=bool(meant))
        else:
            self._choose(str(meant))

    # how it is built

    def _make_number(self, tools: Tools) -> NumberEntry | None:
        if not self.question.number_field:
            return None
        number = NumberEntry(tools, self.question, self.answers, self)
        number.taken.connect(self.answered)
        number.box.edited.connect(self._on_typed)
        number.box.strayed.connect(self._on_strayed)
        return number

    def _first_line(self, letter: str) -> QHBoxLayout:
        look = self.look
        row = QHBoxLayout()
        row.setContentsMargins(look.px(8), 1, look.px(12), 1)
        row.setSpacing(look.px(4))
        row.addStrut(look.px(PITCH) - 2)
        column = label(look, letter, Text.CAPTION_STRONG, "text2")
        column.setFixedWidth(look.px(_LETTER_WIDTH))
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = label(look, "", Text.BODY_MEDIUM)
        self._words.setToolTip(self.label)
        row.addWidget(column)
        row.addSpacing(look.px(4))
        row.addWidget(self._words)
        self._answering = BreakingRow(look.px(4))
        self._answering.add(self._answers_part())
        if self.question.field == DOSES_ASKED:
            self._answering.add(self._doses_part())
        self._answering.add(self._hint_part(), 1)
        self._status = icon_label(look, Standing.OPEN.icon, Standing.OPEN.tone, 16)
        row.addWidget(self._answering, 1)
        row.addSpacing(look.px(8))
        row.addWidget(self._status)
        return row

    def _answers_part(self) -> QHBoxLayout:
        look, row = self.look, QHBoxLayout()
        row.setSpacing(look.px(4))
        row.addLayout(self._buttons)
        self._number_part = QHBoxLayout()
        self._number_part.setSpacing(look.px(4))
        row.addLayout(self._number_part)
        if self._number is not None:
            if self._buttons.count():
                self._number_part.addSpacing(look.px(4))
            self._number_part.addWidget(self._number.box)
            self._number_part.addWidget(label(look, self._number.unit, Text.CAPTION, "text2"))
        row.addStretch(1)
        return row

    def _doses_part(self) -> QHBoxLayout:
        """The way to the doses themselves, beside the question about them."""
        doses = Button(self.look, self.tr("Doses one by one"), kind="link", key="F4", small=True)
        doses.setFixedHeight(self.look.px(PITCH) - 4)
        doses.setFont(self.look.font(Text.CAPTION_STRONG))
        doses.clicked.connect(self.doses_asked)
        row = QHBoxLayout()
        row.addSpacing(self.look.px(8))
        row.addWidget(doses)
        return row

    def _hint_part(self) -> QHBoxLayout:
        """What was said before, at the right end, or below the answers where there is no room beside them."""
        look, row = self.look, QHBoxLayout()
        row.setSpacing(look.px(4))
        self._hint = label(look, "", Text.CAPTION, "text2", parent=self)
        self._show_hint(by_words(self.question))
        self._same_key = KeyCap(look, "S")
        self._same_key.hide()
        row.addStretch(1)
        row.addWidget(self._hint)
        row.addWidget(self._same_key)
        return row
