"""Repairing a value from any page that shows it: reads what it is about, and asks for the right one."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.review.repair_value import RepairView, repair_view
from kpm_desktop.ui.forms.repair_form import RepairForm
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.ref import Ref


class Repairing(QObject):
    """`told` gives a sentence once the matter is closed; refusals stand in the page's banner."""

    told = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def repair(self, record: Ref, field: str, change: str) -> None:
        """Opens the form for a field of a record; change: the name of the change that wrote the value."""
        work = partial(repair_view, record=record.id, field=field, change=change, region=record.region)
        self._page.ask(work, self._on_view)

    def _on_view(self, view: RepairView) -> None:
        form = RepairForm(self._page.context, view, self._page)
        form.saved.connect(self._on_saved)
        form.open()

    def _on_saved(self, saved: object) -> None:
        self.told.emit(self.tr("Repaired. The right entry counts now, here and soon on all laptops."))
