"""A value that was warned about is right, or several are, or a risk is not followed up: why, kept with the records."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.fields.text_field import TextField
from kpm_desktop.ui.frame.context import Context

LONGEST = 200


class ConfirmValueDialog(Dialog):
    """`confirmed` gives the reason, which may be empty unless it `is_needed`. said: what was found. note: what becomes
    of it. title, hint, action: other words than those for a value."""

    confirmed = Signal(str)

    def __init__(
        self,
        context: Context,
        question: str,
        said: str,
        parent: QWidget,
        *,
        title: str = "",
        hint: str = "",
        note: str = "",
        action: str = "",
        is_needed: bool = False,
    ) -> None:
        super().__init__(context.look, icon="triangle-alert", tone="warn", width=520, parent=parent)
        self._is_needed = is_needed
        self.set_title(title or self.tr("Is it right?"), question)
        self.body.addWidget(label(self.look, said, wrap=True))
        self.why = TextField(self.look, LONGEST)
        self._hint = hint or self.tr("For example: measured twice. May be empty.")
        self._row = FieldRow(self.look, self.tr("Reason"), self.why, hint=self._hint)
        self.body.addWidget(self._row)
        self.note.setText(note or self.tr("The warning is not shown again for this value."))
        self.add_close(self.tr("Look again"))
        button = self.add_button(action or self.tr("It is right"), kind="primary", icon="check", key="Enter")
        button.clicked.connect(self._on_confirmed)
        self.why.setFocus()

    def _on_confirmed(self) -> None:
        why = self.why.text().strip()
        if self._is_needed and not why:
            self._row.set_problem(self.tr("Please say why."))
            self.why.setFocus()
            return
        self.confirmed.emit(why)
        self.accept()
