"""The recovery code: printed, or written into a file for its owner alone, before one goes on."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import icon_label, label, retone
from kpm_desktop.ui.components.say import say
from kpm_desktop.ui.dialogs.file_dialog import ask_new_file
from kpm_desktop.ui.entry.code_check import CodeCheck
from kpm_desktop.ui.entry.steps import Step
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.frame.session import Session
from kpm_desktop.ui.look.theme import Text

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from kpm_desktop.reports.paper.laid import Laid
    from kpm_desktop.reports.recovery_sheet import RecoverySheet

_ACROSS = 3


def _keep(session: Session | None, file: Path, sheet: RecoverySheet, progress: Progress) -> tuple[Path, bool]:
    from kpm_desktop.ui.entry.entrance import keep_code

    assert session is not None
    return keep_code(session, file, sheet)


def _note(session: Session | None, printed_to: Path | None, progress: Progress) -> None:
    from kpm_desktop.ui.entry.entrance import code_was_kept

    assert session is not None
    code_was_kept(session, printed_to)


class CodeStep(Step):
    """Ready once the code is on paper or in a file, or was typed back by somebody who wrote it down."""

    kept = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, parent)
        self._tools, self._code, self._is_kept = tools, "", False
        self._session: Session | None = None
        self._groups = QWidget()
        self._grid = QGridLayout(self._groups)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self.look.px(8))
        self.column.addWidget(self._groups)
        self.check = CodeCheck(self.look)
        self.check.fitted.connect(self._on_typed_back)
        self.check.left.connect(self._on_show_again)
        self.check.hide()
        self.column.addWidget(self.check)
        self.column.addLayout(self._buttons())
        self.by_hand_button = Button(self.look, self.tr("I wrote it down"), kind="link", icon="pencil", small=True)
        self.by_hand_button.clicked.connect(self._on_by_hand)
        self.column.addWidget(self.by_hand_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self._told_row())
        self.lead_to(self.print_button)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(8))
        self.print_button = Button(self.look, self.tr("Print…"), icon="printer")
        self.print_button.clicked.connect(self._on_print)
        self.save_button = Button(self.look, self.tr("Save to a file…"), icon="file-down")
        self.save_button.clicked.connect(self._on_save)
        for button in (self.print_button, self.save_button):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _told_row(self) -> QHBoxLayout:
        self._mark = icon_label(self.look, "check", "ok", 18)
        self._mark.hide()
        self.told = label(self.look, self._what_next(), Text.BODY, "text2", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(self.look.px(8))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.told, 1)
        return row

    def show_code(self, code: str, session: Session) -> None:
        """Six groups of five letters and digits."""
        self._code, self._session = code, session
        groups = code.split("-")
        for number, group in enumerate(groups):
            self._grid.addWidget(self._group_box(group), number // _ACROSS, number % _ACROSS)
        self.check.ask_for(groups)

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
        """Once it is kept somewhere."""
        return self._is_kept

    def sheet(self) -> RecoverySheet:
        """What is printed or written."""
        from kpm_desktop.reports.recovery_sheet import recovery_sheet

        name = self._session.name if self._session is not None else ""
        return recovery_sheet(self._tools.wording, self._code, day=self._tools.today(), name=name)

    def _what_next(self) -> str:
        return self.tr("Print it or save it to a file, then go on.")

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

    # into a file

    def _on_save(self) -> None:
        name = self._session.name if self._session is not None else ""
        file = self.tr("recovery-code-{name}.txt").format(name=name.replace(" ", "-"))
        title = self.tr("Save the recovery code")
        ask_new_file(self, self._tools.preferences, title, file, self.save_to)

    def save_to(self, file: str) -> None:
        """Writes the sheet into a file only its owner can read."""
        work = partial(_keep, self._session, Path(file), self.sheet())
        self._tools.jobs.run(work, self._on_saved, refused=self._on_refused, failed=self._on_failed)

    def _on_saved(self, saved: tuple[Path, bool]) -> None:
        file, is_private = saved
        if is_private:
            self._be_kept(self.tr("Saved, and only you can read it: {file}").format(file=file))
        else:
            text = self.tr("Saved: {file}. Whoever holds that stick can read it: lock it away.")
            self._be_kept(text.format(file=file))

    # on paper

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        from kpm_desktop.ui.printing.page_printer import printer_for

        self._printer = printer_for(self._page())
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_printer)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _page(self) -> Laid:
        from kpm_desktop.reports.paper.layout import lay_out
        from kpm_desktop.reports.recovery_sheet import as_page

        return lay_out(as_page(self.sheet(), self._tools.preferences.paper))

    def _on_printer(self) -> None:
        self.print_to(self._printer)

    def print_to(self, printer: QPrinter) -> None:
        """Prints the sheet as every page of the program is printed."""
        from kpm_desktop.ui.printing.page_printer import PagePrinter

        self._printer = printer
        self.print_button.setEnabled(False)
        printing = PagePrinter(self._page(), printer, self)
        printing.printed.connect(self._on_printed)
        printing.failed.connect(self._on_print_failed)
        printing.start()

    def _on_printed(self) -> None:
        file = self._printer.outputFileName()
        work = partial(_note, self._session, Path(file) if file else None)
        self._tools.jobs.run(work, self._on_noted, refused=self._on_refused, failed=self._on_failed)

    def _on_noted(self, nothing: object) -> None:
        self.print_button.setEnabled(True)
        self._be_kept(self.tr("Handed to the printer. Look whether the sheet came out before you go on."))

    def _on_print_failed(self) -> None:
        self.print_button.setEnabled(True)
        self._tell(self.tr("The printer takes nothing. Check whether it is on and connected, or save to a file."))

    # by hand

    def _on_by_hand(self) -> None:
        """Two groups are asked for while the code is not to be seen."""
        self._show_check(True)

    def _on_show_again(self) -> None:
        self._show_check(False)

    def _show_check(self, is_asked: bool) -> None:
        self._groups.setVisible(not is_asked)
        self.check.setVisible(is_asked)
        self.by_hand_button.setVisible(not is_asked)
        (self.check if is_asked else self.print_button).setFocus()

    def _on_typed_back(self) -> None:
        self._show_check(False)
        self.by_hand_button.hide()
        work = partial(_note, self._session, None)
        self._tools.jobs.run(work, self._on_hand_noted, refused=self._on_refused, failed=self._on_failed)

    def _on_hand_noted(self, nothing: object) -> None:
        self._be_kept(self.tr("It fits what you wrote down. Keep it locked away."))

    # what came of it

    def _be_kept(self, sentence: str) -> None:
        self._is_kept = True
        self._tell(sentence, is_kept=True)
        self.changed.emit()
        self.kept.emit()

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self.print_button.setEnabled(True)
        self._tell(self._tools.refusal(reasons))

    def _on_failed(self, fault: Fault) -> None:
        self.print_button.setEnabled(True)
        self._tell(self._tools.fault(fault))

    def _tell(self, sentence: str, *, is_kept: bool = False) -> None:
        self.told.setText(sentence)
        retone(self.told, "ok" if is_kept else "warn")
        self._mark.setVisible(is_kept)
        say(self.told, sentence)
