"""The way back in without the password: the recovery code and a new password."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.leading import Leading
from kpm_desktop.ui.dialogs.new_password import NewPassword
from kpm_desktop.ui.look.look import Look

_LETTERS = 30


class Forgotten(Leading):
    """`edited` after every key."""

    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = QLineEdit()
        self._code.setFixedHeight(look.px(40))
        self._code.setPlaceholderText("XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX")
        self._code.textEdited.connect(self._on_edited)
        self._new = NewPassword(look)
        self._new.edited.connect(self.edited)
        hint = self.tr("Six groups of five, from the sheet you kept. Capitals and spaces do not matter.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(FieldRow(look, self.tr("Recovery code"), self._code, hint=hint))
        column.addWidget(self._new)
        self.lead_to(self._code)

    def code(self) -> str:
        """The code as it was typed."""
        return self._code.text()

    def password(self) -> str:
        """The new password, once it may be used."""
        return self._new.value()

    def is_ready(self) -> bool:
        """With as many letters as a code has and a good new password."""
        letters = sum(char.isalnum() for char in self.code())
        return letters == _LETTERS and bool(self.password())

    def clear(self) -> None:
        """Empties everything."""
        self._code.clear()
        self._new.clear()

    def _on_edited(self, text: str) -> None:
        self.edited.emit()
