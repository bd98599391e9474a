"""Pisahkan: which of the records that are read as one does not belong to the others."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.review.likely_duplicates import Face
from kpm_desktop.commands.review.merged_entries import merged_entries
from kpm_desktop.commands.review.unmerge_record import unmerge_record
from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.dialogs.duplicate_lines import DuplicateLine, face_words, name_words
from kpm_desktop.ui.dialogs.merge import CHANGED, DuplicateDelegate
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.frame.ref import Ref

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


class UnmergeDialog(Dialog):
    """`told` gives a sentence once a record stands alone again; by then the kinds are announced."""

    told = Signal(str)

    def __init__(self, context: Context, parent: QWidget, *, record: Ref, name: str) -> None:
        super().__init__(context.look, icon="git-compare-arrows", width=640, parent=parent)
        self._context, self._region = context, record.region
        self.set_title(self.tr("Take {name} apart").format(name=name), self.tr("Which record is another one?"))
        self.banner = Banner(self.look)
        self.list = RowView(self.tr("The records that are read as one"))
        self.list.draw_with(DuplicateDelegate(self.look))
        self.list.want(self.look.px(180), self.look.px(84))
        self.list.opened.connect(self._on_unmerge)
        back = self.tr(
            "It stands alone again, as it was entered; the others stay together. What was saved since they were "
            "merged stays in each of them."
        )
        for widget in (self.banner, self.list, label(self.look, back, wrap=True)):
            self.body.addWidget(widget, 1 if widget is self.list else 0)
        self.add_close(self.tr("Cancel"))
        self.unmerge_button = self.add_button(self.tr("Take apart"), kind="primary", icon="check", key="Enter")
        self.unmerge_button.setEnabled(False)
        self.unmerge_button.clicked.connect(self._on_unmerge)
        self._run(partial(merged_entries, record=record.id, region=record.region), self._on_entries)

    def _on_entries(self, faces: list[Face]) -> None:
        """The one that leads comes first and is not the one that is meant as a rule."""
        calendar = self._context.tools.calendar
        rows = [
            DuplicateLine(self._region, face.id, face.id, name_words(face), face_words(face, calendar), False)
            for face in faces
        ]
        self.list.show_rows(rows)
        self.list.choose(rows[-1].key)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.unmerge_button.setEnabled(True)

    def _on_unmerge(self) -> None:
        row = self.list.current()
        if isinstance(row, DuplicateLine) and self.unmerge_button.isEnabled():
            self.unmerge_button.setEnabled(False)
            today = self._context.tools.today()
            work = partial(unmerge_record, record=row.first, region=self._region, today=today)
            self._run(work, self._on_unmerged)

    def _on_unmerged(self, links: int) -> None:
        self._context.hub.announce(CHANGED)
        self.told.emit(self.tr("Taken apart: each record stands alone again."))
        self.accept()

    def _run(self, work: Callable[["Store"], Any], finished: Callable[[Any], object]) -> None:
        store = self._context.session.store

        def job(progress: Progress) -> Any:
            return work(store)

        self._context.tools.jobs.run(job, finished, refused=self._on_refused, failed=self._on_failed)

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self.unmerge_button.setEnabled(True)
        self.banner.tell(self._context.tools.refusal(reasons))

    def _on_failed(self, fault: Fault) -> None:
        self.banner.tell(self._context.tools.fault(fault), "risk")
