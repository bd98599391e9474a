"""Before a posyandu's day is saved: children nobody entered anything of did not come, or stay open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.frame.context import Context

_NAMES = 12


class OpenRowsDialog(Dialog):
    """`decided` says whether they were absent; closing it decides nothing and saves nothing. names: whose rows wait."""

    decided = Signal(bool)

    def __init__(self, context: Context, names: list[str], parent: QWidget) -> None:
        super().__init__(context.look, icon="circle-question-mark", tone="accent", width=620, parent=parent)
        title = self.tr("{count} children are not filled in").format(count=len(names))
        self.set_title(title, self.tr("Did they not come, or shall they stay open?"))
        rest = len(names) - _NAMES
        told = ", ".join(names[:_NAMES])
        if rest > 0:
            told = self.tr("{names} and {count} more").format(names=told, count=rest)
        self.body.addWidget(label(self.look, told, wrap=True))
        self.body.addStretch(1)
        note = self.tr("Who did not come counts as not weighed here; the task to weigh at home stays.")
        self.note.setText(note)
        self.add_close(self.tr("Back"))
        self.absent_button = self.add_button(self.tr("Did not come"), icon="minus")
        self.absent_button.clicked.connect(self._on_absent)
        self.open_button = self.add_button(self.tr("Leave open"), kind="primary", key="Enter")
        self.open_button.clicked.connect(self._on_open)
        self.open_button.setFocus()

    def _on_absent(self) -> None:
        self.decided.emit(True)
        self.accept()

    def _on_open(self) -> None:
        self.decided.emit(False)
        self.accept()
