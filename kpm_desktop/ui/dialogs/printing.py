"""Ctrl+P on a page: its list as it will be printed."""

from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.dialogs.print_preview import Make, PrintPreview
from kpm_desktop.ui.frame.page import Page


class Printing(QObject):
    """Its `button` stands where the page puts it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.page = page
        self.button = Button(page.look, self.tr("Print…"), kind="link", icon="printer", key="Ctrl+P", small=True)
        self.button.clicked.connect(self.open)
        QShortcut(QKeySequence("Ctrl+P"), page, self.open)

    def prepared(self, at: datetime) -> tuple[Make, str]:
        """How the page is made of what is shown now, and what it is called. at: now, on the wall's clock."""
        raise NotImplementedError

    def open(self) -> None:
        """Shows how it is printed."""
        context = self.page.context
        at = datetime.combine(context.tools.today(), datetime.now().time())  # noqa: DTZ005 - the wall's clock
        make, title = self.prepared(at)
        name = f"{title.lower().replace(' ', '-')}-{at:%Y-%m-%d}"
        PrintPreview(context, make, name, at, self.page).open()
