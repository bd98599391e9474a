"""Two groups of the recovery code typed back by somebody who wrote it down, while it is not to be seen."""

import secrets
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.leading import Leading
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

ASKED = 2
#: As the code itself is read back: what is easily mistaken counts as the same.
_READ_BACK = str.maketrans("OIL", "011", "- ")


class CodeCheck(Leading):
    """`fitted` once both groups are right, `left` to see the code again. asked: which groups, from 0."""

    fitted = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._groups: Sequence[str] = ()
        self.asked: list[int] = []
        self.fields: list[QLineEdit] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        text = self.tr("Type two groups from what you wrote down:")
        self._column.addWidget(label(look, text, Text.BODY, wrap=True))
        self._row = QHBoxLayout()
        self._row.setSpacing(look.px(16))
        self._column.addLayout(self._row)
        again = Button(look, self.tr("Show the code again"), kind="link", icon="eye", small=True)
        again.clicked.connect(self.left)
        self._column.addWidget(again)

    def ask_for(self, groups: Sequence[str]) -> None:
        """Asks for two of these, whichever."""
        self._groups = groups
        self.asked = sorted(secrets.SystemRandom().sample(range(len(groups)), ASKED))
        for at in self.asked:
            field = QLineEdit()
            field.setFixedHeight(self._look.px(40))
            field.setMaxLength(len(groups[at]) + 2)
            field.textEdited.connect(self._on_edited)
            self.fields.append(field)
            self._row.addWidget(FieldRow(self._look, self.tr("Group {number}").format(number=at + 1), field))
        self.lead_to(self.fields[0])

    def _on_edited(self, text: str) -> None:
        typed = [field.text().upper().translate(_READ_BACK) for field in self.fields]
        if typed == [self._groups[at] for at in self.asked]:
            self.fitted.emit()
