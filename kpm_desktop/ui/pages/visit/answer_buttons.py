"""The answers of a question side by side, each with its key; many choices stand in rows."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kpm_desktop.domain.checklists.question import Form, Question
from kpm_desktop.ui.forms.checklist.entered import Entered
from kpm_desktop.ui.forms.checklist.question_words import swatch
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.pages.visit.answer_button import AnswerButton

MOST_ABREAST, MOST_OF_SEVERAL, MOST_OF_LONG = 4, 3, 2
_LONG = 18  # letters: three such words stand wider than the page


class AnswerButtons(QGridLayout):
    """`pressed` gives what the button means: True and False for yes and no, else the option's value."""

    pressed = Signal(object)

    def __init__(self, tools: Tools, question: Question, row: QWidget) -> None:
        super().__init__()
        self._question, look = question, tools.look
        self._asked = tools.words.field(question.kind, question.field)
        self._words = tools.words.choices(question.kind, question.field) if not question.form.has_yes_no else []
        self._buttons = self._yes_and_no(look, row) if question.form.has_yes_no else self._options(look, row)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(look.px(4))
        for _, button in self._buttons:
            button.clicked.connect(self._on_clicked)
        self._abreast = 0
        self._stand(self._most_abreast())

    def minimumSize(self) -> QSize:
        """One of them; `fit` is told what there is."""
        widest = max((button.sizeHint().width() for _, button in self._buttons), default=0)
        return QSize(widest, super().minimumSize().height())

    def fit(self, room: int) -> None:
        """As many abreast as there is room for."""
        fitting = (many for many in range(self._most_abreast(), 1, -1) if self._width(many) <= room)
        self._stand(next(fitting, 1))

    def _width(self, abreast: int) -> int:
        """Of so many columns, each as wide as its widest answer."""
        widths = [button.sizeHint().width() for _, button in self._buttons]
        columns = [max(widths[at::abreast], default=0) for at in range(min(abreast, len(widths)))]
        return sum(columns) + self.spacing() * (len(columns) - 1)

    def _stand(self, abreast: int) -> None:
        if abreast != self._abreast:
            self._abreast = abreast
            for at, (_, button) in enumerate(self._buttons):
                self.addWidget(button, at // abreast, at % abreast)

    def refresh(self, entered: Entered) -> None:
        """Shows what is answered."""
        is_one_of_several = self._question.form is not Form.SEVERAL
        for meant, button in self._buttons:
            button.setAutoExclusive(False)  # of exclusive ones none could be taken back
            button.setChecked(self._is_chosen(meant, entered))
            button.updateGeometry()
        for _, button in self._buttons:
            button.setAutoExclusive(is_one_of_several)  # a screen reader calls it one of several, not a box to tick

    def _is_chosen(self, meant: object, entered: Entered) -> bool:
        form, value = self._question.form, entered.value(self._question.field)
        if form.has_yes_no:
            yes = entered.yes(self._question)
            return yes is not None and meant is yes
        return meant in (value or ()) if form is Form.SEVERAL else meant == value

    def keys(self) -> list[str]:
        """Each answer with its key."""
        return [f"{button.accessibleDescription()} {button.text()}" for _, button in self._buttons]

    def said(self) -> list[str]:
        """The words of what is answered."""
        return [button.text() for _, button in self._buttons if button.isChecked()]

    def _yes_and_no(self, look: Look, row: QWidget) -> list[tuple[object, AnswerButton]]:
        return [
            (True, AnswerButton(look, "Y", self.tr("Yes"), asked=self._asked, parent=row)),
            (False, AnswerButton(look, "T", self.tr("No"), asked=self._asked, is_no=True, parent=row)),
        ]

    def _options(self, look: Look, row: QWidget) -> list[tuple[object, AnswerButton]]:
        width = 76 if self._question.form is Form.SEVERAL else 92
        made = partial(AnswerButton, look, asked=self._asked, width=width, parent=row)
        return [
            (value, made(str(at), word, swatch=swatch(self._question, value)))
            for at, (value, word) in enumerate(self._words, start=1)
        ]

    def _most_abreast(self) -> int:
        if self._question.form is not Form.SEVERAL:
            return MOST_ABREAST
        is_long = any(len(word) > _LONG for _, word in self._words)
        return MOST_OF_LONG if is_long else MOST_OF_SEVERAL

    def _on_clicked(self) -> None:
        sender = self.sender()
        for meant, button in self._buttons:
            if button is sender:
                self.pressed.emit(meant)
