"""Before a visit is saved: the warnings nobody answered yet."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.context import Context
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.theme import Text

MOST_SHOWN = 6


class OpenWarningsDialog(Dialog):
    """`accepted` to save all the same."""

    def __init__(self, context: Context, doubts: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(context.look, icon="triangle-alert", tone="warn", width=600, parent=parent)
        count = self.tr("{count} warnings are still open").format(count=len(doubts))
        self.set_title(self.tr("Look again before saving?"), count)
        for name, sentence in doubts[:MOST_SHOWN]:
            self.body.addWidget(label(self.look, name, Text.BODY_STRONG))
            self.body.addWidget(label(self.look, sentence, Text.BODY, "warn", wrap=True))
        if len(doubts) > MOST_SHOWN:
            more = self.tr("and {count} more").format(count=len(doubts) - MOST_SHOWN)
            self.body.addWidget(label(self.look, more, Text.CAPTION, "text2"))
        self.note.setText(self.tr("The values are saved as they are; they can be corrected in any month."))
        self.add_close(self.tr("Look again"))
        button = self.add_button(self.tr("Save all the same"), kind="primary", icon="check", key="Enter")
        button.clicked.connect(self.accept)
