"""The eight words two people read to each other by telephone, and the question whether they are the same."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.emptying import empty
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class EightWords(QWidget):
    """Eight numbered words, four or fewer in a row."""

    def __init__(self, look: Look, *, columns: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._columns = look, columns
        speak_as(self, "text")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(8))

    def show_words(self, words: tuple[str, ...]) -> None:
        """Shows other words."""
        empty(self._grid)
        for number, word in enumerate(words):
            self._grid.addWidget(self._box(number + 1, word), *divmod(number, self._columns))
        self.setAccessibleName(", ".join(words))

    def _box(self, number: int, word: str) -> QFrame:
        box = QFrame()
        box.setProperty("role", "note")
        row = QHBoxLayout(box)
        row.setContentsMargins(self._look.px(12), self._look.px(6), self._look.px(12), self._look.px(6))
        row.addWidget(label(self._look, str(number), Text.CAPTION, "text2"))
        row.addWidget(label(self._look, word, Text.BODY_STRONG), 1)
        return box


class CompareWords(QWidget):
    """Whose words they are, the words, and what was found: `same`, `differ`, or `later`, which may be left out."""

    same = Signal()
    differ = Signal()
    later = Signal()

    def __init__(self, look: Look, *, may_wait: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self._whose = label(look, "", Text.BODY_STRONG, wrap=True)
        self.words = EightWords(look)
        self._ask = label(
            look, self.tr("Read them to each other by telephone. Compare all eight."), Text.CAPTION, "text2"
        )
        self._ask.setWordWrap(True)
        self.later_button = Button(look, self.tr("Compare later"), small=True)
        self.differ_button = Button(look, self.tr("Some differ"), small=True)
        self.same_button = Button(look, self.tr("All the same"), icon="check", small=True)
        if not may_wait:
            self.later_button.hide()
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addStretch(1)
        for button, signal in (
            (self.later_button, self.later),
            (self.differ_button, self.differ),
            (self.same_button, self.same),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        column.addWidget(self._whose)
        column.addWidget(self._ask)
        column.addWidget(self.words)
        column.addLayout(row)

    def show_words(self, whose: str, words: tuple[str, ...]) -> None:
        """Shows whose words they are, in a sentence, and the words; without one it stands elsewhere what to do."""
        self._whose.setText(whose)
        self._whose.setVisible(bool(whose))
        self._ask.setVisible(bool(whose))
        self.words.show_words(words)
