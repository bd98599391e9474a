"""A password asked for before something that only somebody of this profile may do, with what it means."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.fields.password_field import PasswordField
from kpm_desktop.ui.frame.context import Tools


class AskPassword(Dialog):
    """`given` with what was typed; `refuse` says why it did not do."""

    given = Signal(str)

    def __init__(
        self, tools: Tools, parent: QWidget, *, title: str, subtitle: str = "", sentences: Sequence[str], action: str
    ) -> None:
        super().__init__(tools.look, icon="key-round", width=560, parent=parent)
        self._tools = tools
        self.set_title(title, subtitle)
        for sentence in sentences:
            self.body.addWidget(label(self.look, sentence, wrap=True))
        self.password = PasswordField(self.look)
        self.row = FieldRow(self.look, self.tr("Your password"), self.password)
        self.body.addWidget(self.row)
        self.add_close(self.tr("Cancel"))
        self.go_button = self.add_button(action, kind="primary", key="Enter")
        self.go_button.clicked.connect(self._on_go)
        self.password.edited.connect(self._show_ready)
        self._show_ready()
        self.password.setFocus()

    def refuse(self, reasons: tuple[Reason, ...]) -> None:
        """Says why, and lets it be typed again."""
        self._show_ready()
        self.row.set_problem(self._tools.refusal(reasons))
        self.password.selectAll()
        self.password.setFocus()
        self.fit()

    def holds_typing(self) -> bool:
        """Passwords do not stay while nobody is here."""
        return False

    def _show_ready(self) -> None:
        self.row.set_problem("")
        self.go_button.setEnabled(bool(self.password.value()))

    def _on_go(self) -> None:
        self.go_button.setEnabled(False)
        self.given.emit(self.password.value())
