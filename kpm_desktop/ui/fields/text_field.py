"""Text in one line: spaces at the ends and doubled ones go, letters are composed (NFC), nothing invisible stays."""

from PySide6.QtWidgets import QWidget

from kpm_desktop.domain.records.tidy import tidy_line as tidied
from kpm_desktop.ui.fields.field import LineField
from kpm_desktop.ui.look.look import Look


class TextField(LineField):
    """`longest` is the record's own limit."""

    def __init__(self, look: Look, longest: int = 200, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setMaxLength(longest)
        self.setPlaceholderText(hint)

    def value(self) -> str | None:
        """The text; None when there is none."""
        return tidied(self.text()) or None

    def set_value(self, value: str | None) -> None:
        """Shows a text."""
        self.setText(value or "")
        self.setCursorPosition(0)

    def tidy(self) -> None:
        """Shows what is kept."""
        kept = tidied(self.text())
        if kept != self.text():
            self.setText(kept)
