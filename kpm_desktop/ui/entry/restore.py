"""Restoring a backup: which one, its password, what it holds and what would be put aside; then it is opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.file_dialog import ask_file
from kpm_desktop.ui.entry.attempts import Attempts
from kpm_desktop.ui.entry.frame import EntryFrame
from kpm_desktop.ui.entry.restore_choice import RestoreChoice
from kpm_desktop.ui.entry.restore_contents import RestoreContents
from kpm_desktop.ui.fields.password_field import PasswordField
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.look.theme import Text

if TYPE_CHECKING:
    from kpm_desktop.commands.backups.backup_files import BackupFile
    from kpm_desktop.commands.backups.restore_here import Restorable
    from kpm_desktop.domain.errors import Reason
    from kpm_desktop.ui.frame.session import Session

_TICK_MS = 200
_WRONG = {"vault.wrong_password", "vault.wrong_recovery"}


def _found(folder: Path, progress: Progress) -> Any:
    from kpm_desktop.ui.entry.restoring import found_backups

    return found_backups(folder)


def _described(file: Path, progress: Progress) -> Any:
    from kpm_desktop.ui.entry.restoring import described

    return described(file)


def _looked(file: Path, folder: Path, password: str, progress: Progress) -> Any:
    from kpm_desktop.ui.entry.restoring import looked_into

    return looked_into(file, folder, password)


def _taken(folder: Path, password: str, user: str, progress: Progress) -> Any:
    from kpm_desktop.ui.entry.restoring import taken

    return taken(folder, password, user)


def _dropped(folder: Path, progress: Progress) -> None:
    from kpm_desktop.ui.entry.restoring import dropped

    dropped(folder)


class Restore(EntryFrame):
    """`entered` with the `Session` of the restored profile, None where a password has yet to be chosen, and the folder
    the former one lies in, where there was one; `left` when nothing was restored."""

    entered = Signal(object, object)
    left = Signal()

    def __init__(self, tools: Tools, folder: Path, attempts: Attempts, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, tools.language, width=680, parent=parent)
        self._tools, self._folder, self._attempts = tools, folder, attempts
        self._is_busy = False
        self._restorable: Restorable | None = None
        self.choice = RestoreChoice(tools, folder)
        self.choice.moved.connect(self._show_ready)
        self.choice.opened.connect(self._on_chosen)
        self.choice.other_asked.connect(self._on_other)
        self.password = PasswordField(self.look)
        hint = self.tr("Forgotten? Type the recovery code instead.")
        self._password_row = FieldRow(self.look, self.tr("Password of the backup"), self.password, hint=hint)
        self.password.edited.connect(self._on_typed)
        self._about = label(self.look, "", Text.BODY, "text2", wrap=True)
        self.contents = RestoreContents(tools)
        for widget in (self.choice, self._about, self._password_row, self.contents):
            self.body.addWidget(widget)
        self._add_foot()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._show_ready)
        self.step = 0
        self._show_step(0)
        self._run(partial(_found, folder), self._on_found)

    def _add_foot(self) -> None:
        self.back_button = Button(self.look, self.tr("Back"), key="Esc")
        self.back_button.clicked.connect(self.go_back)
        self.next_button = Button(self.look, self.tr("Next"), kind="primary", key="Enter")
        self.next_button.clicked.connect(self._on_next)
        self.foot.addStretch(1)
        self.foot.addWidget(self.back_button)
        self.foot.addWidget(self.next_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_next()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def go_back(self) -> None:
        """To the step before; from the first one out. What was laid out is taken away."""
        if self._is_busy:
            return
        self.drop()
        if self.step == 0:
            self.left.emit()
        else:
            self.banner.clear()
            self._show_step(self.step - 1 if self.step == 1 else 1)

    def drop(self) -> None:
        """Takes away what was laid out and is not wanted."""
        if self._restorable is not None:
            self._restorable = None
            self._run(partial(_dropped, self._folder), self._on_dropped)

    def take_file(self, file: str) -> None:
        """Another file than those that were found."""
        self._run(partial(_described, Path(file)), self._on_described)

    # what is shown

    def _show_step(self, step: int) -> None:
        self.step = step
        self.choice.setVisible(step == 0)
        self._password_row.setVisible(step == 1)
        self._about.setVisible(step == 1)
        self.contents.setVisible(step == 2)
        self.set_title(*self._titles()[step])
        self.language_button.setVisible(False)
        self._show_ready()
        first = (self.choice, self.password, self.next_button)[step]
        self.lead_to(first)
        first.setFocus()

    def _titles(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Restore a backup"), self.tr("Which one? Nothing is changed before you say so at the end.")),
            (self.tr("The password of the backup"), self.tr("The one that opened the laptop when it was made.")),
            (self.tr("Restore this backup?"), ""),
        )

    def _show_ready(self) -> None:
        wait = ceil(self._attempts.wait_s()) if self.step == 1 and not self._is_busy else 0
        if wait:
            self._timer.start()
        else:
            self._timer.stop()
        words = (self.tr("Next"), self.tr("Look into it"), self.tr("Restore"))[self.step]
        if wait:
            words = self.tr("Wait {count} seconds").format(count=wait)
        elif self._is_busy:
            words = self.tr("One moment…")
        self.next_button.setText(words)
        is_ready = (self.choice.current() is not None, bool(self.password.value()), True)[self.step]
        self.next_button.setEnabled(is_ready and not wait and not self._is_busy)
        self.back_button.setEnabled(not self._is_busy)

    def _on_typed(self) -> None:
        self._password_row.set_problem("")
        self._show_ready()

    # step by step

    def _on_found(self, found: list[BackupFile]) -> None:
        self._settle()
        self.choice.show_files(found)
        self._show_ready()
        self.choice.setFocus()

    def _on_other(self) -> None:
        kinds = self.tr("Backups (*.kpmbackup)"), self.tr("All files (*)")
        ask_file(self, self._tools.preferences, self.tr("Choose a backup"), self.take_file, kinds=kinds)

    def _on_described(self, file: BackupFile) -> None:
        self._settle()
        self.choice.add(file)
        self._on_chosen()

    def _on_chosen(self) -> None:
        self._about.setText(self.choice.words())
        self.password.hide_again()
        self._show_step(1)

    def _on_next(self) -> None:
        if not self.next_button.isEnabled():
            return
        self.banner.clear()
        if self.step == 0:
            self._on_chosen()
        elif self.step == 1:
            self._on_look()
        else:
            assert self._restorable is not None
            work = partial(_taken, self._folder, self.password.value(), self._restorable.user)
            self._run(work, self._on_taken)

    def _on_look(self) -> None:
        chosen = self.choice.current()
        assert chosen is not None
        self._attempts.begin()
        self._run(partial(_looked, chosen.file, self._folder, self.password.value()), self._on_looked)

    def _on_looked(self, restorable: Restorable) -> None:
        self._settle()
        self._attempts.forget()
        self._restorable = restorable
        chosen = self.choice.current()
        assert chosen is not None
        self.contents.show_contents(restorable, chosen)
        self._show_step(2)

    def _on_taken(self, came: tuple[Session | None, Path | None]) -> None:
        self._restorable = None
        self.password.hide_again()
        self.entered.emit(*came)

    def _on_dropped(self, nothing: object) -> None:
        self._settle()

    def _run(self, work: Callable[[Progress], Any], finished: Callable[[Any], object]) -> None:
        self._is_busy = True
        self._show_ready()
        self._tools.jobs.run(work, finished, refused=self._on_refused, failed=self._on_failed)

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._settle()
        is_wrong = bool(_WRONG & {each.code for each in reasons})
        if self.step == 1:
            if is_wrong:
                self._attempts.fail()
            else:
                self._attempts.take_back()
        if is_wrong:
            text = self.tr("This password does not open the backup. Look again; nothing was changed.")
            self._password_row.set_problem(text)
            self.password.selectAll()
            self.password.setFocus()
        else:
            self.banner.tell(self._tools.refusal(reasons))
        self._show_ready()

    def _on_failed(self, fault: Fault) -> None:
        self._settle()
        if self.step == 1:
            self._attempts.take_back()
        self.banner.tell(self._tools.fault(fault), "risk")
        self._show_ready()

    def _settle(self) -> None:
        self._is_busy = False
        self._show_ready()
