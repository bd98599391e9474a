"""After a restore: where the former profile lies, and what is to be done now."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.look.look import Look


class RestoredDialog(Dialog):
    """Says it until somebody closes it."""

    def __init__(self, look: Look, aside: Path | None, parent: QWidget) -> None:
        super().__init__(look, icon="check", tone="ok", width=560, parent=parent)
        self.set_title(self.tr("The backup was restored"))
        if aside is not None:
            text = self.tr("What was here before is not deleted. It lies whole in this folder:")
            self.body.addWidget(label(look, text, wrap=True))
            self.folder = label(look, str(aside), wrap=True)
            self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(self.folder)
        text = self.tr("Send once more, so that the supervisor knows what is here.")
        self.body.addWidget(label(look, text, wrap=True))
        close = self.add_close(self.tr("Close"))
        close.setDefault(True)
        close.setFocus()
