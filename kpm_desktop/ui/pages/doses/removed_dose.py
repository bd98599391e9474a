"""The day of a dose that is recorded is taken away: was it given without a date, or entered in error?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.look.look import Look


class RemovedDoseDialog(Dialog):
    """`undated` when it was given on a day nobody knows, `in_error` when it was not given. The button that changes
    nothing has the focus."""

    undated = Signal()
    in_error = Signal()

    def __init__(self, look: Look, name: str, day: str, parent: QWidget) -> None:
        super().__init__(look, icon="circle-alert", tone="warn", width=600, parent=parent)
        self.set_title(self.tr("{dose}: take the date away?").format(dose=name), day)
        without = self.tr("Given, but without a date: the dose still counts.")
        error = self.tr("Entered in error: the dose was not given and no longer counts.")
        self.body.addWidget(label(look, f"•  {without}\n•  {error}", wrap=True))
        self.note.setText(self.tr("What was recorded stays in the history."))
        close = self.add_close(self.tr("Leave it"))
        self.error_button = self.add_button(self.tr("Entered in error"))
        self.undated_button = self.add_button(self.tr("Without a date"))
        self.error_button.clicked.connect(self._on_error)
        self.undated_button.clicked.connect(self._on_undated)
        close.setDefault(True)
        close.setFocus()

    def _on_error(self) -> None:
        self.in_error.emit()
        self.accept()

    def _on_undated(self) -> None:
        self.undated.emit()
        self.accept()
