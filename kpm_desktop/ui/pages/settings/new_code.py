"""A new recovery code: shown, typed back, and only then made to hold by what the dialog was given to do."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.bar import Bar
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.entry.code_step import CodeStep
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault, Job, Progress


class NewCodeDialog(Dialog):
    """`finished_well` once `work`, begun as soon as the code was typed back, is done; `given_up` where the dialog was
    closed before that. busy: what is said meanwhile."""

    finished_well = Signal()
    given_up = Signal()

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        *,
        title: str,
        code: str,
        work: Callable[[Progress], Any],
        busy: str,
    ) -> None:
        super().__init__(context.look, icon="key-round", width=640, parent=parent)
        self._context, self._work, self._is_busy, self._is_done = context, work, False, False
        self.step = CodeStep(context.tools, must_type=True)
        self.step.show_code(code, context.session)
        self.step.kept.connect(self._on_kept)
        self.set_title(title, self.tr("Until it is typed back the old code holds."))
        self.banner = Banner(self.look)
        self.above.addWidget(self.banner)
        self.body.addWidget(self.step)
        self._busy = label(self.look, busy, wrap=True)
        self.bar = Bar(self.look)
        for widget in (self._busy, self.bar):
            self.body.addWidget(widget)
            widget.hide()
        self.close_button = self.add_close(self.tr("Cancel"))
        self.again_button = self.add_button(self.tr("Try again"), kind="primary", key="Enter")
        self.again_button.clicked.connect(self._on_kept)
        self.again_button.hide()
        self.step.setFocus()

    def holds_typing(self) -> bool:
        """A code does not stay on the screen while nobody is here; the old one holds."""
        return False

    def reject(self) -> None:
        """Cannot be closed while the work is under way."""
        if not self._is_busy:
            super().reject()

    def done(self, result: int) -> None:
        """Closes, and says so where nothing came of it."""
        if not (self._is_busy or self._is_done):
            self.given_up.emit()
        super().done(result)

    def _on_kept(self) -> None:
        self._show_busy(True)
        self.banner.clear()
        job = Job(self._context.tools.jobs, self._work)
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_finished)
        job.refused.connect(self._on_refused)
        job.failed.connect(self._on_failed)
        job.start()

    def _show_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.step.setVisible(False)
        self._busy.setVisible(is_busy)
        self.bar.setVisible(is_busy)
        self.close_button.setEnabled(not is_busy)
        self.again_button.setVisible(not is_busy)
        self.fit()

    def _on_progressed(self, done: int, total: int) -> None:
        self.bar.show_amount(done, total)

    def _on_finished(self, nothing: object) -> None:
        self._is_busy, self._is_done = False, True
        self.finished_well.emit()
        self.accept()

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._show_busy(False)
        self.banner.tell(self._context.tools.refusal(reasons))

    def _on_failed(self, fault: Fault) -> None:
        self._show_busy(False)
        self.banner.tell(self._context.tools.fault(fault), "risk")
