"""Ctrl+P on a page: its list as it will be printed."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.dialogs.print_preview import Make, PrintPreview
from kpm_desktop.ui.frame.page import Page


class Printing(QObject):
    """Its `button` stands where the page puts it. prepare: how the page of what is shown now is made, and what it is
    called; it is told the moment, on the wall's clock. None: there is nothing to print."""

    def __init__(self, page: Page, prepare: Callable[[datetime], tuple[Make, str] | None]) -> None:
        super().__init__(page)
        self._page, self._prepare = page, prepare
        self.button = Button(page.look, self.tr("Print…"), kind="link", icon="printer", key="Ctrl+P", small=True)
        self.button.clicked.connect(self.open)
        QShortcut(QKeySequence("Ctrl+P"), page, self.open)

    def open(self) -> None:
        """Shows how it is printed."""
        context = self._page.context
        at = datetime.combine(context.tools.today(), datetime.now().time())  # noqa: DTZ005 - the wall's clock
        prepared = self._prepare(at)
        if prepared is None:
            return
        make, title = prepared
        name = f"{title.lower().replace(' ', '-')}-{at:%Y-%m-%d}"
        PrintPreview(context, make, name, at, self._page).open()
