"""Unlocking: who, the password, and a wait that grows with each try that did not fit."""

from __future__ import annotations

from functools import partial
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.labels import icon_label, label
from kpm_desktop.ui.entry.attempts import Attempts
from kpm_desktop.ui.entry.frame import EntryFrame
from kpm_desktop.ui.entry.profile_folder import user_names
from kpm_desktop.ui.fields.password_field import PasswordField
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.look.theme import Text

if TYPE_CHECKING:
    from kpm_desktop.domain.errors import Reason
    from kpm_desktop.ui.entry.forgotten import Forgotten
    from kpm_desktop.ui.fields.choice_field import ChoiceField

_TICK_MS = 200
_NOT_FITTING = {"vault.wrong_password", "vault.wrong_recovery"}
_IN_USE = "store.in_use"


def _ready(folder: Path, progress: Progress) -> None:
    from kpm_desktop.ui.entry.entrance import ready

    ready(folder)


def _open(folder: Path, password: str, user: str | None, progress: Progress) -> Any:
    from kpm_desktop.ui.entry.entrance import close_profile, open_profile, unkept_code

    session = open_profile(folder, password, user)
    try:
        return session, unkept_code(session, password)
    except BaseException:
        close_profile(session)
        raise


def _recover(folder: Path, code: str, password: str, user: str | None, progress: Progress) -> Any:
    from kpm_desktop.ui.entry.entrance import recover_profile

    return recover_profile(folder, code, password, user), ""


class Unlock(EntryFrame):
    """`entered` with the `Session`, or `code_due` with it and a recovery code that has yet to be kept. While the
    password is typed, what opens the profile is loaded."""

    entered = Signal(object)
    restore_asked = Signal()
    code_due = Signal(object, str)

    def __init__(self, tools: Tools, folder: Path, attempts: Attempts, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, tools.language, width=640, parent=parent)
        self._tools, self._folder, self._attempts = tools, folder, attempts
        self._is_busy = self._is_in_use = False
        names = user_names(folder)
        self.set_title(names[0] if len(names) == 1 else self.tr("Welcome back"), self.tr("This laptop is locked."))
        self.users = self._add_users(names) if len(names) > 1 else None
        self._only_user = names[0] if len(names) == 1 else None
        self.password = PasswordField(self.look)
        self._row = FieldRow(self.look, self.tr("Password"), self.password)
        self.forgotten: Forgotten | None = None
        self.body.addWidget(self._row)
        self._add_foot()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._show_wait)
        self.password.edited.connect(self._on_typed)
        self._show_wait()
        self.lead_to(self.password)

    def prepare(self) -> None:
        """Loads what opens the profile, beside the window; says when another window has it open."""
        self._tools.jobs.run(
            partial(_ready, self._folder), self._on_ready, refused=self._on_occupied, failed=self._on_failed
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter unlocks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_open()
        else:
            super().keyPressEvent(event)

    def _add_users(self, names: list[str]) -> ChoiceField:
        from kpm_desktop.ui.fields.choice_field import ChoiceField

        users = ChoiceField(self.look, [(name, name) for name in names], required=True)
        self.body.addWidget(FieldRow(self.look, self.tr("Who are you?"), users))
        return users

    def _add_forgotten(self) -> Forgotten:
        from kpm_desktop.ui.entry.forgotten import Forgotten

        forgotten = Forgotten(self.look)
        forgotten.hide()
        forgotten.edited.connect(self._show_wait)
        self.body.addWidget(forgotten)
        return forgotten

    @property
    def _is_recovering(self) -> bool:
        return self.forgotten is not None and not self.forgotten.isHidden()

    def _add_foot(self) -> None:
        self.forgot_button = Button(self.look, self.tr("Forgot the password?"), kind="link")
        self.forgot_button.clicked.connect(self._on_forgot)
        self.restore_button = Button(self.look, self.tr("Restore a backup…"), kind="link", small=True)
        self.restore_button.clicked.connect(self.restore_asked)
        self.retry_button = Button(self.look, self.tr("Try again"), icon="refresh-cw")
        self.retry_button.clicked.connect(self.prepare)
        self.retry_button.hide()
        self.open_button = Button(self.look, self.tr("Unlock"), kind="primary", icon="lock-open", key="Enter")
        self.open_button.clicked.connect(self._on_open)
        self.foot.addWidget(self.forgot_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.retry_button)
        self.foot.addWidget(self.open_button)
        note = QHBoxLayout()
        note.setSpacing(self.look.px(8))
        words = self.tr("Records are encrypted on this laptop. A wrong password changes nothing.")
        note.addWidget(icon_label(self.look, "lock", "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(label(self.look, words, Text.CAPTION, "text2", wrap=True), 1)
        self.card.body.addLayout(note)
        self.card.body.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_open(self) -> None:
        if not self.open_button.isEnabled():
            return
        self._attempts.begin()
        self._is_busy = True
        self._row.set_problem("")
        self.banner.clear()
        self._show_wait()
        self._tools.jobs.run(self._work(), self._on_entered, refused=self._on_refused, failed=self._on_failed)

    def _work(self) -> Any:
        user = self._only_user if self.users is None else self.users.value()
        if self.forgotten is None or self.forgotten.isHidden():
            return partial(_open, self._folder, self.password.value(), user)
        return partial(_recover, self._folder, self.forgotten.code(), self.forgotten.password(), user)

    def _on_entered(self, opened: tuple[object, str]) -> None:
        session, code = opened
        self._attempts.forget()
        self._timer.stop()
        self.password.hide_again()
        if self.forgotten is not None:
            self.forgotten.clear()
        if code:
            self.code_due.emit(session, code)
        else:
            self.entered.emit(session)

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._is_busy = False
        codes = {each.code for each in reasons}
        if codes & _NOT_FITTING:
            self._attempts.fail()
        else:
            self._attempts.take_back()
        if _IN_USE in codes:
            self._on_occupied(reasons)
        elif not self._is_recovering and codes & _NOT_FITTING:
            self._row.set_problem(self.tr("This password does not fit. Look again; the records stay safe."))
            self.password.selectAll()
            self.password.setFocus()
        else:
            self.banner.tell(self._tools.refusal(reasons))
        self._show_wait()

    def _on_failed(self, fault: Fault) -> None:
        if self._is_busy:
            self._attempts.take_back()
        self._is_busy = False
        self.banner.tell(self._tools.fault(fault), "risk")
        self._show_wait()

    def _on_ready(self, nothing: object) -> None:
        if self._is_in_use:
            self._show_in_use(False)
            self.banner.clear()
        self._show_wait()

    def _on_occupied(self, reasons: tuple[Reason, ...]) -> None:
        if _IN_USE in {each.code for each in reasons}:
            self._show_in_use(True)
            text = self.tr(
                "These records are open in another window on this laptop. Close that one, then try again. "
                "Nothing is lost."
            )
            self.banner.tell(text, closable=False)
        else:
            self.banner.tell(self._tools.refusal(reasons))
        self._show_wait()

    def _show_in_use(self, is_in_use: bool) -> None:
        self._is_in_use = is_in_use
        self.retry_button.setVisible(is_in_use)
        self.forgot_button.setVisible(not is_in_use)
        self.restore_button.setVisible(not is_in_use)

    def ask_for_code(self) -> None:
        """A new password is to be chosen with the recovery code."""
        if not self._is_recovering:
            self._on_forgot()

    def _on_forgot(self) -> None:
        is_back = self._is_recovering
        if self.forgotten is None:
            self.forgotten = self._add_forgotten()
        self.forgotten.setVisible(not is_back)
        self._row.setVisible(is_back)
        self.forgot_button.setText(self.tr("Forgot the password?") if is_back else self.tr("Back to the password"))
        self.banner.clear()
        self._show_wait()
        (self.password if is_back else self.forgotten).setFocus()

    def _on_typed(self) -> None:
        self._row.set_problem("")
        self._show_wait()

    def _show_wait(self) -> None:
        wait = ceil(self._attempts.wait_s()) if not self._is_busy else 0
        if wait:
            self.open_button.setText(self.tr("Wait {count} seconds").format(count=wait))
            self._timer.start()
        else:
            self.open_button.setText(self.tr("Opening…") if self._is_busy else self.tr("Unlock"))
            self._timer.stop()
        typed = bool(self.password.value())
        if self.forgotten is not None and self._is_recovering:
            typed = self.forgotten.is_ready()
        self.open_button.setEnabled(typed and not wait and not self._is_busy and not self._is_in_use)
