"""A value that was warned about is right, or several are: why, kept with the records."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.fields.text_field import TextField
from kpm_desktop.ui.frame.context import Context

LONGEST = 200


class ConfirmValueDialog(Dialog):
    """`confirmed` gives the reason, which may be empty. said: what was found. note: what becomes of it. hint:
    an example of a reason."""

    confirmed = Signal(str)

    def __init__(
        self, context: Context, question: str, said: str, parent: QWidget, *, note: str = "", hint: str = ""
    ) -> None:
        super().__init__(context.look, icon="triangle-alert", tone="warn", width=520, parent=parent)
        self.set_title(self.tr("Is it right?"), question)
        self.body.addWidget(label(self.look, said, wrap=True))
        self.why = TextField(self.look, LONGEST)
        usual = self.tr("For example: measured twice. May be empty.")
        row = FieldRow(self.look, self.tr("Reason"), self.why, hint=hint or usual)
        self.body.addWidget(row)
        self.note.setText(note or self.tr("The warning is not shown again for this value."))
        self.add_close(self.tr("Look again"))
        button = self.add_button(self.tr("It is right"), kind="primary", icon="check", key="Enter")
        button.clicked.connect(self._on_confirmed)
        self.why.setFocus()

    def _on_confirmed(self) -> None:
        self.confirmed.emit(self.why.text().strip())
        self.accept()
