"""A question before something that is not easily taken back: what it means, and one button that does it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.look.look import Look


class ConfirmDialog(Dialog):
    """`confirmed` when the user says so. The button that decides nothing has the focus."""

    confirmed = Signal()

    def __init__(
        self, look: Look, parent: QWidget, *, title: str, subtitle: str = "", sentences: tuple[str, ...], action: str
    ) -> None:
        super().__init__(look, icon="circle-alert", tone="warn", width=560, parent=parent)
        self.set_title(title, subtitle)
        for sentence in sentences:
            self.body.addWidget(label(look, sentence, wrap=True))
        close = self.add_close(self.tr("Cancel"))
        self.confirm_button = self.add_button(action)
        self.confirm_button.clicked.connect(self._on_confirmed)
        close.setDefault(True)
        close.setFocus()

    def _on_confirmed(self) -> None:
        self.confirmed.emit()
        self.accept()
