"""The recovery code: printed, written into a file for its owner alone, or typed back, before one goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from kpm_desktop.db.files import make_private
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


# Work that notes that somebody has the code; None where it is typed back in any case.
Note = Callable[[], None]


def _write(file: Path, over: bool, sheet: RecoverySheet, note: Note | None, progress: Progress) -> tuple[Path, bool]:
    from kpm_desktop.ui.entry.entrance import write_code

    written = write_code(file, sheet, over=over)
    if note is not None:
        note()
    return written


def _printed(file: Path | None, note: Note | None, progress: Progress) -> None:
    """file: what it was printed into instead of on paper."""
    if file is not None:
        make_private(file)
    if note is not None:
        note()


def _note(session: Session | None, code: str) -> None:
    from kpm_desktop.ui.entry.entrance import code_was_kept

    assert session is not None
    code_was_kept(session, code)


class CodeStep(Step):
    """Ready once the code is on paper or in a file, or was typed back by somebody who wrote it down. must_type: only
    once it was typed back; what that means is up to whoever hears `kept`."""

    kept = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None, *, must_type: bool = False) -> None:
        super().__init__(tools.look, parent)
        self._tools, self._code, self._is_kept, self._must_type = tools, "", False, must_type
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
        words = self.tr("Type it back…") if must_type else self.tr("I wrote it down")
        kind = "secondary" if must_type else "link"
        self.by_hand_button = Button(self.look, words, kind=kind, icon="pencil", small=not must_type)
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
        if self._must_type:
            return self.tr("Print it, save it to a file or write it down. Then type two groups of it back.")
        return self.tr("Print it or save it to a file, then go on.")

    def _noting(self) -> Note | None:
        return None if self._must_type else partial(_note, self._session, self._code)

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
        ask_new_file(self, self.look, self._tools.preferences, title, file, self.save_to, ending="txt")

    def save_to(self, file: str, over: bool = False) -> None:
        """Writes the sheet into a file only its owner can read, `over` one of that name."""
        work = partial(_write, Path(file), over, self.sheet(), self._noting())
        self._tools.jobs.run(work, self._on_saved, refused=self._on_refused, failed=self._on_failed)

    def _on_saved(self, saved: tuple[Path, bool]) -> None:
        file, is_private = saved
        if is_private:
            self._be_written(self.tr("Saved, and only you can read it: {file}").format(file=file))
        else:
            text = self.tr("Saved: {file}. Whoever holds that stick can read it: lock it away.")
            self._be_written(text.format(file=file))

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
        work = partial(_printed, Path(file) if file else None, self._noting())
        self._tools.jobs.run(work, self._on_noted, refused=self._on_refused, failed=self._on_failed)

    def _on_noted(self, nothing: object) -> None:
        self.print_button.setEnabled(True)
        self._be_written(self.tr("Handed to the printer. Look whether the sheet came out before you go on."))

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
        if self._must_type:
            self._on_hand_noted(None)
            return
        work = partial(_printed, None, self._noting())
        self._tools.jobs.run(work, self._on_hand_noted, refused=self._on_refused, failed=self._on_failed)

    def _on_hand_noted(self, nothing: object) -> None:
        self._be_kept(self.tr("It fits what you wrote down. Keep it locked away."))

    # what came of it

    def _be_written(self, sentence: str) -> None:
        if self._must_type:
            self._tell(sentence, is_kept=True)
        else:
            self._be_kept(sentence)

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
