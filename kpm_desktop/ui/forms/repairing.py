"""Repairing a value from any page that shows it: reads what it is about, and asks for the right one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.records.begun_forms import BegunForm, begun_in
from kpm_desktop.commands.review.repair_value import RepairView, repair_view
from kpm_desktop.ui.forms.repair_form import RepairForm, repair_of
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.ref import Ref

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


class Repairing(QObject):
    """`told` gives a sentence once the matter is closed, or where what was typed is kept; refusals stand in the page's
    banner."""

    told = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def repair(self, record: Ref, field: str, change: str) -> None:
        """Opens the form for a field of a record; change: the name of the change that wrote the value."""
        self._page.ask(partial(_read, record=record, field=field, change=change), self._on_view)

    def _on_view(self, found: tuple[RepairView, BegunForm | None]) -> None:
        view, begun = found
        form = RepairForm(self._page.context, view, self._page, begun=begun)
        form.saved.connect(self._on_saved)
        form.kept.connect(self._on_kept)
        form.open()

    def _on_kept(self) -> None:
        self.told.emit(self.tr("Not repaired yet: what was typed is kept, and is there again when you open it."))

    def _on_saved(self, saved: object) -> None:
        self.told.emit(self.tr("Repaired. The right entry counts now, here and soon on all laptops."))


def _read(store: Store, record: Ref, field: str, change: str) -> tuple[RepairView, BegunForm | None]:
    """What is to be repaired, and what was typed about it before."""
    view = repair_view(store, record.id, field, change, region=record.region)
    begun = begun_in(store, repair_of(field), (record.id,), region=view.repair.withheld.region)
    return view, next(iter(begun), None)
