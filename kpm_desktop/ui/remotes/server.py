"""A folder on a web server: its address, who one is there, and a try whether it answers."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.remotes.remotes import Remote, add_server, remove_remote
from kpm_desktop.domain.errors import Reason
from kpm_desktop.sync.routes import route_at
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.dialogs.file_dialog import ask_file
from kpm_desktop.ui.fields.password_field import PasswordField
from kpm_desktop.ui.fields.text_field import TextField
from kpm_desktop.ui.frame.changes_hub import DELIVERY
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Desk, Fault, Progress
from kpm_desktop.ui.look.theme import Text

LONGEST_ADDRESS = 500


class ServerDialog(Dialog):
    """`saved` gives the `Target`. It is tried before it is saved; where it does not answer, it may be saved all the
    same: without a signal nobody can try."""

    saved = Signal(object)

    def __init__(self, context: Context, parent: QWidget, remote: Remote | None = None) -> None:
        super().__init__(context.look, icon="cloud", width=760, parent=parent)
        self._context, self._remote = context, remote
        self._ca_file = remote.ca_file if remote else ""
        self.set_title(
            self.tr("Web server"),
            self.tr("A shared folder of your office, such as Nextcloud, reached over the internet"),
        )
        self.banner = Banner(self.look)
        self.address = TextField(self.look, LONGEST_ADDRESS, hint="https://")
        self.user = TextField(self.look)
        self.password = PasswordField(self.look)
        self.above.addWidget(self.banner)
        hint = self.tr("As your supervisor gave it to you; it begins with https://")
        self.body.addWidget(FieldRow(self.look, self.tr("Address"), self.address, hint=hint))
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        row.addWidget(FieldRow(self.look, self.tr("User name there"), self.user))
        row.addWidget(FieldRow(self.look, self.tr("Password there"), self.password))
        self.body.addLayout(row)
        self.body.addLayout(self._certificate())
        self.note.setText(self.tr("The password stays encrypted on this laptop."))
        self.add_close(self.tr("Cancel"))
        self.anyway_button = self.add_button(self.tr("Save without trying"))
        self.anyway_button.clicked.connect(self._on_save)
        self.anyway_button.hide()
        self.try_button = self.add_button(self.tr("Try and save"), kind="primary", icon="check", key="Enter")
        self.try_button.clicked.connect(self._on_try)
        if remote is not None:
            self.address.set_value(remote.url)
            self.user.set_value(remote.user)
            self.password.setText(remote.password)
        for field in (self.address, self.user, self.password):
            field.edited.connect(self._show_ready)
        self._show_ready()
        self.address.setFocus()

    def _certificate(self) -> QHBoxLayout:
        """Offices with a certificate of their own hand it out as a file."""
        button = Button(self.look, self.tr("Certificate of the office…"), kind="link", icon="lock", small=True)
        button.clicked.connect(self._on_certificate)
        self._ca_words = label(self.look, self._ca_file, Text.CAPTION, "text2", wrap=True)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addWidget(self._ca_words, 1)
        return row

    def trust(self, file: str) -> None:
        """A certificate file to trust beside the system's."""
        self._ca_file = file
        self._ca_words.setText(file)
        self._show_ready()

    def _show_ready(self) -> None:
        self.anyway_button.hide()
        self.try_button.setEnabled(bool(self.address.value() and self.user.value() and self.password.value()))

    def _values(self) -> dict[str, Any]:
        return {
            "user": self.user.value() or "",
            "password": self.password.value(),
            "ca_file": Path(self._ca_file) if self._ca_file else None,
        }

    def _on_certificate(self) -> None:
        title, kinds = self.tr("Certificate of the office"), (self.tr("Certificates (*.pem *.crt *.cer)"),)
        ask_file(self, self._context.tools.preferences, title, self.trust, kinds=kinds)

    def _on_try(self) -> None:
        self.try_button.setEnabled(False)
        self.banner.tell(self.tr("Asking the server…"), closable=False)
        work = partial(_probe, self.address.value() or "", self._values())
        jobs = self._context.tools.jobs
        jobs.run(work, self._on_tried, refused=self._on_unreached, failed=self._on_failed, desk=Desk.LINE)

    def _on_tried(self, nothing: object) -> None:
        self._on_save()

    def _on_unreached(self, reasons: tuple[Reason, ...]) -> None:
        self._on_refused(reasons)
        self.anyway_button.show()
        self.fit()

    def _on_save(self) -> None:
        store = self._context.session.store
        work = partial(_save, store, self.address.value() or "", self._values(), self._remote)
        self._context.tools.jobs.run(work, self._on_saved, refused=self._on_refused, failed=self._on_failed)

    def _on_saved(self, remote: Remote) -> None:
        self._context.hub.announce([DELIVERY])
        self.saved.emit(remote)
        self.accept()

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._show_ready()
        self.banner.tell(self._context.tools.refusal(reasons))
        self.fit()

    def _on_failed(self, fault: Fault) -> None:
        self._show_ready()
        self.banner.tell(self._context.tools.fault(fault), "risk")


def _probe(address: str, values: dict[str, Any], progress: Progress) -> None:
    route_at(address, **values).probe()


def _save(store: Any, address: str, values: dict[str, Any], former: Remote | None, progress: Progress) -> Remote:
    """Another address takes the place of the former one."""
    added = add_server(store, address, **values)
    if former is not None and former.id != added.id:
        remove_remote(store, former.id)
    return added
