"""Text in one line: spaces at the ends and doubled ones go, letters are composed (NFC), nothing invisible stays."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from kpm_desktop.domain.records.tidy import tidy_line as tidied
from kpm_desktop.ui.fields.field import LineField
from kpm_desktop.ui.look.look import Look


class TextField(LineField):
    """`longest` is the record's own limit. proposed: words offered below while one types; the arrows choose, Enter
    takes."""

    def __init__(
        self,
        look: Look,
        longest: int = 200,
        *,
        hint: str = "",
        proposed: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        if proposed:
            self.propose(proposed)
        self.setMaxLength(longest)
        self.setPlaceholderText(hint)

    def propose(self, words: Sequence[str]) -> None:
        """Other words are offered below."""
        completer = QCompleter(list(words), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_typed)
        popup = completer.popup()
        assert popup is not None
        popup.setProperty("role", "proposals")
        self.setCompleter(completer)

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
