"""Another password: the old one, and the new one twice."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.profile.change_password import new_password
from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.dialogs.new_password import NewPassword
from kpm_desktop.ui.fields.password_field import PasswordField, eyes_last
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Progress
from kpm_desktop.ui.frame.session import Session


def _change(session: Session, old: str, new: str, progress: Progress) -> None:
    new_password(session.store, old, new)


class ChangePasswordDialog(Dialog):
    """`changed` when the new password holds."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.look, icon="key-round", width=520, parent=parent)
        self._context = context
        self.set_title(self.tr("Change the password"), context.session.user)
        self.old = PasswordField(self.look)
        self._old_row = FieldRow(self.look, self.tr("Password until now"), self.old)
        self.new = NewPassword(self.look)
        self.new.name = context.session.name
        self.body.addWidget(self._old_row)
        self.body.addWidget(self.new)
        eyes_last(self.old, self.new.first, self.new.second)
        self.note.setText(
            self.tr(
                "It takes a moment only. Backups made before, and the key file of before wherever it was copied, still "
                "open with the old one."
            )
        )
        self.add_close(self.tr("Cancel"))
        self.save_button = self.add_button(self.tr("Change"), kind="primary", icon="check", key="Enter")
        self.save_button.clicked.connect(self._on_save)
        self.old.edited.connect(self._show_ready)
        self.new.edited.connect(self._show_ready)
        self._show_ready()
        self.old.setFocus()

    def holds_typing(self) -> bool:
        """Passwords do not stay while nobody is here."""
        return False

    def _show_ready(self) -> None:
        self._old_row.set_problem("")
        self.save_button.setEnabled(bool(self.old.value() and self.new.value()))

    def _on_save(self) -> None:
        self.save_button.setEnabled(False)
        work = partial(_change, self._context.session, self.old.value(), self.new.value())
        self._context.tools.jobs.run(work, self._on_changed, refused=self._on_refused)

    def _on_changed(self, nothing: object) -> None:
        self.changed.emit()
        self.accept()

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._show_ready()
        self._old_row.set_problem(self._context.tools.refusal(reasons))
        self.old.selectAll()
        self.old.setFocus()
