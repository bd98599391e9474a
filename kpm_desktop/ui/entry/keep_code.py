"""The program ended before anybody kept the recovery code: after the password a new one is shown, to be kept now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.entry.code_step import CodeStep
from kpm_desktop.ui.entry.frame import EntryFrame
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.session import Session


class KeepCode(EntryFrame):
    """`entered` with the `Session` once the code is kept."""

    entered = Signal(object)

    def __init__(self, tools: Tools, session: Session, code: str, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, tools.language, parent=parent)
        self._session = session
        self.language_button.hide()
        self.code_step = CodeStep(tools)
        self.code_step.show_code(code, session)
        self.code_step.changed.connect(self._show_ready)
        self.set_title(*self.code_step.title())
        self.body.addWidget(self.code_step)
        self.next_button = Button(self.look, self.tr("Next"), kind="primary", key="Enter")
        self.next_button.clicked.connect(self._on_next)
        self.foot.addStretch(1)
        self.foot.addWidget(self.next_button)
        self.code_step.kept.connect(self.next_button.setFocus)
        self._show_ready()
        self.lead_to(self.code_step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that no field wanted goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_next()
        else:
            super().keyPressEvent(event)

    def _show_ready(self) -> None:
        self.next_button.setEnabled(self.code_step.is_ready())

    def _on_next(self) -> None:
        if self.next_button.isEnabled():
            self.entered.emit(self._session)
