"""What Keputusan does about values that break a limit, and about rows whose id cannot be theirs."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.review.repair_list import Repair
from kpm_desktop.commands.review.repair_value import set_aside
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.forms.repairing import Repairing
from kpm_desktop.ui.frame.in_history import InHistory
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.ref import Ref


class Repairs(QObject):
    """`told` gives a sentence about what was done."""

    told = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._repairing = Repairing(page)
        self._repairing.told.connect(self.told)

    def open(self, repair: Repair) -> None:
        """A value has its form; a whole row is marked as entered in error, or explained by the person's history."""
        found = repair.withheld
        if not repair.is_whole:
            self._repairing.repair(Ref(found.region, found.kind, found.id), found.field, found.change)
        elif found.code == "wrong_id":
            self._ask_error(repair)
        elif repair.subject.person is not None:
            person = Ref(found.region, "person", repair.subject.person)
            self._page.go.emit("riwayat", InHistory(person, found.id, found.field))

    def _ask_error(self, repair: Repair) -> None:
        dialog = ConfirmDialog(
            self._page.look,
            self._page,
            title=self.tr("Mark this row as entered in error?"),
            sentences=(
                self.tr("It is used nowhere even now. Marked, it is listed no longer; the history keeps it."),
                self.tr("What it was meant to say must be entered once more in a visit."),
            ),
            action=self.tr("Mark it"),
        )
        dialog.confirmed.connect(partial(self._mark, repair))
        dialog.open()

    def _mark(self, repair: Repair) -> None:
        found = repair.withheld
        today = self._page.context.tools.today()
        work = partial(set_aside, record=found.id, region=found.region, today=today)
        self._page.do(work, self._on_marked, changed=[found.kind])

    def _on_marked(self, nothing: object) -> None:
        self.told.emit(self.tr("The row is listed no longer; the history keeps it."))
