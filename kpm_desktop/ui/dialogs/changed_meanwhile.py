"""Somebody else's answer arrived since this draft began: whose shall count is decided before saving."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.look.theme import Text


class ChangedMeanwhileDialog(Dialog):
    """`accepted` to save one's own answers over the others; both stay in the history."""

    def __init__(self, context: Context, questions: Sequence[str], parent: QWidget) -> None:
        super().__init__(context.look, icon="git-compare-arrows", tone="warn", width=560, parent=parent)
        self.set_title(self.tr("Changed by somebody else meanwhile"))
        text = self.tr("Since this draft was begun, other answers came in for:")
        self.body.addWidget(label(self.look, text, wrap=True))
        for question in dict.fromkeys(questions):
            self.body.addWidget(label(self.look, f"•  {question}", Text.BODY_STRONG))
        self.note.setText(self.tr("Both answers stay in the history."))
        self.add_close(self.tr("Not now, keep the draft"))
        button = self.add_button(self.tr("Save mine"), kind="primary", icon="check", key="Enter")
        button.clicked.connect(self.accept)
