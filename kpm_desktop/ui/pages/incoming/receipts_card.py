"""How many laptops wait for a receipt, and where receipts go."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.side_card import SideCard
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class ReceiptsCard(SideCard):
    """The buttons make them, or choose another folder first."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Receipts"), parent=parent)
        self._due = label(look, "", Text.BODY, wrap=True)
        self._folder = label(look, "", Text.CAPTION, "text2", wrap=True)
        self.make_button = Button(look, self.tr("Make them"), icon="upload", shortcut="T", small=True)
        self.folder_button = Button(look, self.tr("Other folder…"), kind="link", small=True)
        self.make_button.give_way()
        self.body.setSpacing(look.px(8))
        for widget in (self._due, self._folder, self.make_button, self.folder_button):
            self.body.addWidget(widget)

    def show_due(self, count: int, folder: Path | None) -> None:
        """For how many laptops a receipt is due; folder: the remembered one, while it is there."""
        text = self.tr("{count} laptops wait for a receipt.") if count else self.tr("No laptop waits for a receipt.")
        self._due.setText(text.format(count=count))
        self.make_button.setEnabled(bool(count))
        self._folder.setText(self.tr("To: {folder}").format(folder=folder) if folder else "")
        self._folder.setVisible(folder is not None)
        self.folder_button.setVisible(folder is not None)
