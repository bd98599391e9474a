"""Which of several forms that were begun is gone on with: whose each is, which form, and when; each can be dropped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.records.begun_forms import BegunForm, drop_form
from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.columns import ColumnDelegate
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.forms.draft_form import drop_question
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.pages.people.begun_lines import COLUMNS, BegunLine, begun_line

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store

_ROW, _MOST = 44, 8


class BegunDialog(Dialog):
    """`chosen` gives the form that is gone on with; `another` that an empty one is wanted, where that `can_begin`."""

    chosen = Signal(object)
    another = Signal()

    def __init__(
        self, context: Context, found: Sequence[BegunForm], parent: QWidget, *, can_begin: bool = False
    ) -> None:
        super().__init__(context.look, icon="pencil", width=720, parent=parent)
        self._context, self._found = context, list(found)
        self.set_title(self.tr("Begun, not saved yet"), self.tr("Nothing is lost: each goes on where it was left."))
        self.banner = Banner(self.look)
        self.above.addWidget(self.banner)
        self.list = RowView(self.tr("Forms that were begun"))
        self.list.setProperty("role", "framed")
        self.list.draw_with(ColumnDelegate(self.look, COLUMNS, height=_ROW, narrow=0))
        self.list.opened.connect(self._on_chosen)
        self.list.moved.connect(self._on_moved)
        self.body.addWidget(self.list)
        self.add_close(self.tr("Close"))
        self.drop_button = self.add_button(self.tr("Drop the draft"), icon="trash-2", key="Del")
        self.drop_button.clicked.connect(self._on_drop)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self, self._on_drop)
        if can_begin:
            self.another_button = self.add_button(self.tr("Begin another"), icon="plus")
            self.another_button.clicked.connect(self._on_another)
        self.go_button = self.add_button(self.tr("Go on filling in"), kind="primary", key="Enter")
        self.go_button.clicked.connect(self._on_chosen)
        self._show()
        self.list.setFocus()

    def _show(self) -> None:
        self.list.show_rows([begun_line(one, self._context.tools) for one in self._found])
        self.list.setFixedHeight(self.look.px(_ROW) * min(max(len(self._found), 2), _MOST) + 4)
        self.fit()

    def _current(self) -> BegunForm | None:
        row = self.list.current()
        return row.begun if isinstance(row, BegunLine) else None

    def _on_moved(self, row: object) -> None:
        """What is about nobody who is still held can only be dropped."""
        self.go_button.setEnabled(isinstance(row, BegunLine) and row.begun.leads_on)

    def _on_chosen(self) -> None:
        begun = self._current()
        if begun is not None and begun.leads_on:
            self.accept()
            self.chosen.emit(begun)

    def _on_another(self) -> None:
        self.accept()
        self.another.emit()

    def _on_drop(self) -> None:
        if self._current() is not None:
            ask = drop_question(self.look, self)
            ask.confirmed.connect(self._on_drop_confirmed)
            ask.open()

    def _on_drop_confirmed(self) -> None:
        begun = self._current()
        if begun is not None:
            work = partial(_drop, begun, self._context.session.store)
            self._context.tools.jobs.run(work, self._on_dropped, refused=self._on_refused, failed=self._on_failed)

    def _on_dropped(self, begun: BegunForm) -> None:
        self._found.remove(begun)
        self._context.hub.announce([DRAFTS, begun.kind])
        if self._found:
            self._show()
        else:
            self.accept()

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self.banner.tell(self._context.tools.refusal(reasons))

    def _on_failed(self, fault: Fault) -> None:
        self.banner.tell(self._context.tools.fault(fault), "risk")


def _drop(begun: BegunForm, store: Store, progress: Progress) -> BegunForm:
    drop_form(store, begun.record)
    return begun
