"""The first run: role, name and villages, password, recovery code, invitation; then the shell."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.bar import Bar
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.entry.code_step import CodeStep
from kpm_desktop.ui.entry.frame import EntryFrame
from kpm_desktop.ui.entry.invitation_step import InvitationStep
from kpm_desktop.ui.entry.steps import PasswordStep, PersonStep, RoleStep, Step
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.frame.session import Session
from kpm_desktop.ui.look.theme import Text


def _make(folder: Path, role: str, name: str, villages: list[str], password: str, progress: Progress) -> Any:
    from kpm_desktop.ui.entry.entrance import make_profile

    return make_profile(folder, role, name, villages, password)


class FirstRun(EntryFrame):
    """`made` when the profile exists, `entered` when the last step is done; both with the `Session`. `restore_asked`
    when a backup shall be restored instead."""

    made = Signal(object)
    entered = Signal(object)
    restore_asked = Signal()

    step: int  # the number of the step that is shown, from 0

    def __init__(self, tools: Tools, folder: Path, role: str | None, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, tools.language, parent=parent)
        self._tools, self._folder = tools, folder
        self._session: Session | None = None
        self.role_step = RoleStep(self.look, role)
        self.person_step = PersonStep(self.look, tools.jobs)
        self.password_step = PasswordStep(self.look)
        self.code_step = CodeStep(tools)
        self.invitation_step = InvitationStep(tools)
        self._steps: list[Step] = [
            self.role_step,
            self.person_step,
            self.password_step,
            self.code_step,
            self.invitation_step,
        ]
        self.step = 0
        for step in self._steps:
            step.changed.connect(self._show_ready)
            step.done.connect(self._on_next)
            self.body.addWidget(step)
        self._add_foot()
        self.code_step.kept.connect(self.next_button.setFocus)
        self._show_step(0)

    def _add_foot(self) -> None:
        self._where = label(self.look, "", Text.CAPTION, "text2")
        self._bar = Bar(self.look, width=60)
        self._bar.setMaximumWidth(self.look.px(120))
        self.back_button = Button(self.look, self.tr("Back"))
        self.back_button.clicked.connect(self._on_back)
        self.next_button = Button(self.look, self.tr("Next"), kind="primary", key="Enter")
        self.next_button.clicked.connect(self._on_next)
        for widget in (self._where, self._bar):
            self.foot.addWidget(widget)
        self.restore_button = Button(self.look, self.tr("Restore a backup…"), kind="link", icon="archive", small=True)
        self.restore_button.clicked.connect(self.restore_asked)
        self.foot.addStretch(1)
        self.foot.addWidget(self.back_button)
        self.foot.addWidget(self.next_button)
        self.card.body.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that no field wanted goes on: to the next step, or to what is still missing in this one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.next_button.isEnabled():
                self._on_next()
            else:
                self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)

    def _show_step(self, number: int) -> None:
        self.step, step = number, self._steps[number]
        for index, other in enumerate(self._steps):
            other.setVisible(index == number)
        self.set_title(*step.title())
        self.banner.clear()
        count = len(self._steps)
        self._where.setText(self.tr("Step {number} of {count}").format(number=number + 1, count=count))
        self._bar.show_amount(number + 1, count)
        self.back_button.setVisible(number in (1, 2))
        self.language_button.setVisible(number == 0)
        self.restore_button.setVisible(number == 0)
        is_last = number == count - 1
        self.next_button.setText(self.tr("Start") if is_last else self.tr("Next"))
        self._show_ready()
        first = self.next_button if is_last else step
        self.lead_to(first)
        first.setFocus()

    def _show_ready(self) -> None:
        self.next_button.setEnabled(self._steps[self.step].is_ready())

    def _on_back(self) -> None:
        self._show_step(self.step - 1)

    def _on_next(self) -> None:
        if not self.next_button.isEnabled():
            return
        if self.step == 0:
            self.person_step.show_role(self.role_step.role())
        if self.step == 1:
            self.password_step.password.name = self.person_step.name.value() or ""
        if self.step == 2:
            self._make()
        elif self.step == len(self._steps) - 1:
            self.entered.emit(self._session)
        else:
            self._show_step(self.step + 1)

    def _make(self) -> None:
        name, villages = self.person_step.name.value() or "", self.person_step.regions.value()
        password = self.password_step.password.value()
        work = partial(_make, self._folder, self.role_step.role(), name, villages, password)
        self._show_busy(True)
        self._tools.jobs.run(work, self._on_made, refused=self._on_refused, failed=self._on_failed)

    def _show_busy(self, is_busy: bool) -> None:
        self.next_button.setText(self.tr("Preparing…") if is_busy else self.tr("Next"))
        self.next_button.setEnabled(not is_busy)
        self.back_button.setEnabled(not is_busy)
        self.password_step.setEnabled(not is_busy)

    def _on_made(self, made: tuple[Session, str]) -> None:
        self._session, code = made
        self._show_busy(False)
        self.password_step.password.clear()
        self.code_step.show_code(code, self._session)
        self.invitation_step.show_session(self._session)
        self.made.emit(self._session)
        self._show_step(3)

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._show_busy(False)
        self.banner.tell(self._tools.refusal(reasons))

    def _on_failed(self, fault: Fault) -> None:
        self._show_busy(False)
        self.banner.tell(self._tools.fault(fault), "risk")
