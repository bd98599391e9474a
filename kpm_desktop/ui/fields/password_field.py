"""A password, hidden unless asked to be shown; nothing of it is tidied."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kpm_desktop.ui.look.look import Look


class PasswordField(QLineEdit):
    """`edited` after every key. A small eye at its end shows what was typed."""

    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(look.px(40))
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = self.addAction(look.icons.icon("eye", "text2", 18), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.setToolTip(self.tr("Show what was typed"))
        self._eye.triggered.connect(self._on_eye)
        self.textEdited.connect(self._on_typed)

    def value(self) -> str:
        """Exactly what was typed."""
        return self.text()

    def hide_again(self) -> None:
        """Empties and hides."""
        self.clear()
        self._show_it(False)

    def _on_eye(self) -> None:
        self._show_it(self.echoMode() is QLineEdit.EchoMode.Password)

    def _show_it(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._eye.setIcon(self._look.icons.icon("eye-off" if is_shown else "eye", "text2", 18))

    def _on_typed(self, text: str) -> None:
        self.edited.emit()
