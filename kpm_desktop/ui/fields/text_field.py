"""Text in one line: spaces at the ends and doubled ones go, letters are composed (NFC), nothing invisible stays."""

import unicodedata

from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.fields.field import LineField
from kpm_desktop.ui.look import Look


def tidied(text: str) -> str:
    """What is kept of a text that was typed or pasted."""
    visible = "".join(" " if char.isspace() else char for char in text if not _is_invisible(char))
    return unicodedata.normalize("NFC", " ".join(visible.split()))


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs", "Cn") and not char.isspace()


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
