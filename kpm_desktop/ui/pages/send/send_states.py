"""The way of a record, as a chain of states with how many records are in each."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.key_cap import KeyCap
from kpm_desktop.ui.components.labels import icon_label, label
from kpm_desktop.ui.components.state_word import State
from kpm_desktop.ui.format.count_words import grouped
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

_LEAST_WITH_CHEVRONS = 760


class StateChain(Card):
    """Four steps with chevrons; what is to be repaired stands apart behind a stronger line."""

    def __init__(self, look: Look, comma: str = ",", parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look, self._comma = look, comma
        self._counts: dict[RecordState, int] = {}
        self._numbers: dict[RecordState, QLabel] = {}
        self._captions: dict[RecordState, QLabel] = {}
        self._chevrons: list[QLabel] = []
        self._key = KeyCap(look, "P")
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        self.body.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        self.body.addLayout(row)
        for at, state in enumerate(RecordState):
            if at:
                row.addWidget(self._divider(is_strong=state is RecordState.REPAIR))
            row.addLayout(self._step(state), 1)
            if at < len(RecordState) - 2:
                chevron = icon_label(look, "chevron-right", "text2", 18)
                row.addWidget(chevron, 0, Qt.AlignmentFlag.AlignVCenter)
                self._chevrons.append(chevron)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words need the room more than the chevrons do."""
        super().resizeEvent(event)
        for chevron in self._chevrons:
            chevron.setVisible(self.width() >= self._look.px(_LEAST_WITH_CHEVRONS))

    def show_counts(self, counts: dict[RecordState, int], captions: dict[RecordState, str]) -> None:
        """Shows how many records are in each state, and what to say beside it."""
        self._counts = {state: counts[state] for state in self._numbers}
        for state, number in self._numbers.items():
            number.setText(grouped(counts[state], self._comma))
            self._captions[state].setText(captions[state])
        self._key.setVisible(counts[RecordState.REPAIR] > 0)
        words = [f"{State.of_record(state).word()}: {counts[state]}" for state in self._numbers]
        self.setAccessibleName(", ".join(words))

    def numbers(self) -> dict[RecordState, int]:
        """What is shown."""
        return dict(self._counts)

    def _step(self, state: RecordState) -> QVBoxLayout:
        look, word = self._look, State.of_record(state)
        column = QVBoxLayout()
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(look.px(6))
        head.addWidget(icon_label(look, word.icon, word.tone, 18))
        head.addWidget(label(look, word.word(), Text.BODY_STRONG, word.tone, wrap=True), 1)
        foot = QHBoxLayout()
        foot.setSpacing(look.px(6))
        number = self._numbers[state] = label(look, "0", Text.TITLE)
        caption = self._captions[state] = label(look, "", Text.CAPTION, "text2", wrap=True)
        foot.addWidget(number)
        if state is RecordState.REPAIR:
            caption.setWordWrap(False)
            foot.addWidget(caption)
            foot.addWidget(self._key)
            foot.addStretch(1)
        else:
            foot.addWidget(caption, 1)
        column.addLayout(head)
        column.addLayout(foot)
        return column

    def _divider(self, *, is_strong: bool) -> QFrame:
        made = QFrame()
        made.setProperty("role", "line")
        made.setFixedWidth(self._look.px(2) if is_strong else 1)
        if is_strong:
            made.setProperty("strong", "true")
        return made
