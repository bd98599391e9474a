"""A new password, typed twice, with a word on how good it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.labels import retone
from kpm_desktop.ui.components.leading import Leading
from kpm_desktop.ui.dialogs.strength import SHORTEST, strength
from kpm_desktop.ui.fields.password_field import PasswordField, eyes_last
from kpm_desktop.ui.look.look import Look


class NewPassword(Leading):
    """`edited` after every key; `value()` is empty until both are the same and long enough."""

    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self.first, self.second = PasswordField(look), PasswordField(look)
        hint = self.tr("At least {count} characters. A short sentence is easy to remember.").format(count=SHORTEST)
        self._first_row = FieldRow(look, self.tr("New password"), self.first, hint=hint)
        self._second_row = FieldRow(look, self.tr("The same once more"), self.second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        for row in (self._first_row, self._second_row):
            column.addWidget(row)
        for field in (self.first, self.second):
            field.edited.connect(self._on_edited)
        eyes_last(self.first, self.second)
        self.lead_to(self.first)

    def value(self) -> str:
        """The password, once it may be used."""
        password = self.first.value()
        return password if len(password) >= SHORTEST and password == self.second.value() else ""

    def clear(self) -> None:
        """Empties both."""
        self.first.hide_again()
        self.second.hide_again()
        self._on_edited()

    def _on_edited(self) -> None:
        self._judge(self.first.value())
        self._compare(self.first.value(), self.second.value())
        self.edited.emit()

    def _judge(self, password: str) -> None:
        how = strength(password, self.name)
        words = {
            "empty": "",
            "short": self.tr("{count} characters more.").format(count=SHORTEST - len(password)),
            "guessable": self.tr("Easy to guess. Another one protects the families better."),
            "fair": self.tr("Fair. Longer is better."),
            "good": self.tr("Good."),
        }
        self._first_row.set_problem(words[how] if how in ("short", "guessable") else "")
        if how in ("fair", "good"):
            retone(self._first_row.below, "ok")
            self._first_row.below.setText(words[how])

    def _compare(self, first: str, second: str) -> None:
        differs = bool(second) and not first.startswith(second)
        self._second_row.set_problem(self.tr("Not the same yet. Type it again.") if differs else "")
        if second and first == second:
            retone(self._second_row.below, "ok")
            self._second_row.below.setText(self.tr("Both are the same."))
