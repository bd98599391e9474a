"""The recovery code, shown once: to be printed or written to a file before going on."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QGridLayout, QHBoxLayout, QWidget

from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.entry.steps import Step
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.jobs import Progress
from kpm_desktop.ui.look.theme import Text


def _keep(file: Path, text: str, progress: Progress) -> Path:
    from kpm_desktop.ui.entry.entrance import keep_text

    return keep_text(file, text)


class CodeStep(Step):
    """Ready once the user says that the code is kept."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, parent)
        self._tools, self._code, self._name = tools, "", ""
        self._groups = QGridLayout()
        self._groups.setSpacing(self.look.px(8))
        self.column.addLayout(self._groups)
        row = QHBoxLayout()
        row.setSpacing(self.look.px(8))
        self.print_button = Button(self.look, self.tr("Print…"), icon="printer")
        self.print_button.clicked.connect(self._on_print)
        self.save_button = Button(self.look, self.tr("Save to a file…"), icon="file-down")
        self.save_button.clicked.connect(self._on_save)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.told = label(self.look, "", Text.CAPTION, "text2", wrap=True)
        self.told.hide()
        self.column.addWidget(self.told)
        self.kept = QCheckBox(self.tr("I have kept the code in a safe place"))
        self.kept.toggled.connect(self.changed)
        self.column.addWidget(self.kept)
        self.lead_to(self.print_button)

    def show_code(self, code: str, name: str) -> None:
        """Six groups of five letters and digits."""
        self._code, self._name = code, name
        for number, group in enumerate(code.split("-")):
            self._groups.addWidget(self._group_box(group), number // 3, number % 3)

    def title(self) -> tuple[str, str]:
        """Title and the line below it."""
        return (
            self.tr("Recovery code"),
            self.tr(
                "The only other way in when the password is forgotten. It is shown this once. "
                "Keep it outside this laptop, not on the stick that travels."
            ),
        )

    def is_ready(self) -> bool:
        """Once the user says so."""
        return self.kept.isChecked()

    def sheet(self) -> str:
        """What is printed or written."""
        day = self._tools.calendar.long_day(self._tools.today())
        lines = (
            self.tr("KPM Desktop: recovery code of {name}").format(name=self._name),
            day,
            "",
            self._code,
            "",
            self.tr('With this code a new password can be chosen ("Forgot the password?").'),
            self.tr("Whoever has it can read all records. Keep it apart from the laptop."),
        )
        return "\n".join(lines) + "\n"

    def _group_box(self, group: str) -> QWidget:
        box = QFrame()
        box.setProperty("role", "note")
        row = QHBoxLayout(box)
        words = label(self.look, group)
        words.setFont(self.look.font(Text.TITLE, tabular=True))
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(words)
        return box

    def _on_save(self) -> None:
        name = self.tr("recovery-code-{name}.txt").format(name=self._name.replace(" ", "-"))
        dialog = QFileDialog(self, self.tr("Save the recovery code"), str(Path.home() / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, file: str) -> None:
        """Writes the sheet."""
        work = partial(_keep, Path(file), self.sheet())
        self._tools.jobs.run(work, self._on_saved, refused=self._on_refused)

    def _on_saved(self, file: Any) -> None:
        self._tell(self.tr("Saved: {file}").format(file=file))

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._tell(self._tools.refusal(reasons))

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_printer)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _on_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = self.sender()
        assert isinstance(dialog, QPrintDialog)
        document = QTextDocument(self)
        document.setDefaultFont(self.look.font(Text.BODY))
        document.setPlainText(self.sheet())
        document.print_(dialog.printer())
        self._tell(self.tr("Handed to the printer. Look whether the sheet came out."))

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.show()
