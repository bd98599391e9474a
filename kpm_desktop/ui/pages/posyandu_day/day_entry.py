"""What a letter, a sign or a typed number does in a cell of the table."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QMenu

from kpm_desktop.domain.records.base import Finding
from kpm_desktop.ui.dialogs.confirm_value import ConfirmValueDialog
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.posyandu_day.day_columns import DayColumn, Kind
from kpm_desktop.ui.pages.posyandu_day.day_menu import DayMenu, Option
from kpm_desktop.ui.pages.posyandu_day.day_row import DayRow
from kpm_desktop.ui.pages.posyandu_day.day_view import DayView

#: The letters of the mat, as cadres say its colours: merah, kuning, hijau.
_MAT = {"M": "red", "K": "yellow", "H": "green"}
_POSITIONS = {"B": "standing", "T": "lying"}
_OPTIONS = (Kind.SEVERAL, Kind.CHOICE)


class DayEntry(QObject):
    """`entered` gives the row and the column whose entry is another one now; `closed` when a menu or a question is no
    longer open."""

    entered = Signal(object, object)
    closed = Signal()

    def __init__(self, page: Page, view: DayView) -> None:
        super().__init__(page)
        self._page, self._view = page, view
        self.menu = DayMenu(page.context.tools, self)
        self.is_asking = False
        view.menu_asked.connect(self._on_menu)
        view.answered.connect(self._on_answered)
        view.typed.connect(self._on_typed)

    def _on_typed(self, row: DayRow, column: DayColumn, text: str) -> None:
        if row.is_conflict(column):
            self._tell_conflict()
            return
        before = [(row.answers.value(name), row.answers.typed(name)) for name in column.fields]
        row.take(column, text)
        if before != [(row.answers.value(name), row.answers.typed(name)) for name in column.fields]:
            self.entered.emit(row, column)

    def _on_answered(self, row: DayRow, column: DayColumn, letter: str) -> None:
        if row.is_conflict(column):
            self._tell_conflict()
        elif not letter:
            row.empty(column)
            self.entered.emit(row, column)
        elif letter == "B" and self._doubt(row, column) is not None:
            self._ask_why(row, column)
        elif letter == "-":
            self._on_minus(row, column)
        elif self._does(row, column, letter):
            self.entered.emit(row, column)
            if column.kind not in (Kind.SEVERAL, Kind.LENGTH):
                self._view.down()

    def _tell_conflict(self) -> None:
        """What is typed into a cell with two entries is not taken, and that is said."""
        sentence = "Two people answered differently: choose first (Sasaran, Riwayat)."
        self._page.banner.tell(QCoreApplication.translate("PaudPage", sentence))

    def _on_minus(self, row: DayRow, column: DayColumn) -> None:
        """In the weight: the child did not come. On the mat: it was not measured. Of a yes or no it is none."""
        if column.key == "weight_g" and row.turn_absent():
            self.entered.emit(row, column)
        elif column.kind is Kind.MAT and row.is_asked(column):
            row.choose(column, "not_measured")
            self.entered.emit(row, column)
            self._view.down()

    def _does(self, row: DayRow, column: DayColumn, letter: str) -> bool:
        """Answers with a letter; whether it was one here."""
        if column.kind is Kind.LENGTH:
            return letter in _POSITIONS and row.set_position(_POSITIONS[letter])
        if column.kind is Kind.MAT:
            row.choose(column, _MAT[letter])
            return True
        if column.kind in _OPTIONS:
            return self._choose(row, column, int(letter))
        return row.answer(column, yes=letter == "Y")

    def _choose(self, row: DayRow, column: DayColumn, number: int) -> bool:
        question = row.question(column)
        if question is None or number > len(question.options):
            return False
        row.choose(column, question.options[number - 1])
        return True

    def _on_menu(self, row: DayRow, column: DayColumn) -> None:
        """What can be chosen, as a menu below the cell; until it is closed the row stays the one it is about."""
        options = self.menu.options(row, column)
        if not options:
            return
        shown = QMenu(self._view)
        shown.setAccessibleName(column.heading)
        for option in options:
            action = shown.addAction(option.words)
            action.setCheckable(True)
            action.setChecked(option.is_chosen)
            action.triggered.connect(partial(self._on_chosen, row, column, option))
        shown.aboutToHide.connect(shown.deleteLater)
        shown.aboutToHide.connect(self._on_closed)
        self.is_asking = True
        shown.popup(self._view.below_cell())

    def _on_closed(self) -> None:
        self.is_asking = False
        self.closed.emit()

    def _on_chosen(self, row: DayRow, column: DayColumn, option: Option) -> None:
        option.does()
        self.entered.emit(row, column)

    # a value is right although it was warned about

    def _doubt(self, row: DayRow, column: DayColumn) -> Finding | None:
        found = row.findings()
        return next((found[name] for name in column.fields if name in found and not found[name].blocks), None)

    def _ask_why(self, row: DayRow, column: DayColumn) -> None:
        finding = self._doubt(row, column)
        assert finding is not None
        said = self._page.context.tools.wording.say(finding.why)
        dialog = ConfirmValueDialog(
            self._page.context, f"{row.form.person.full_name}: {column.heading}", said, self._page
        )
        dialog.confirmed.connect(partial(self._on_reason, row, column, finding))
        dialog.finished.connect(self._on_closed)
        self.is_asking = True
        dialog.open()

    def _on_reason(self, row: DayRow, column: DayColumn, finding: Finding, why: str) -> None:
        row.answers.confirm(finding, why)
        self.entered.emit(row, column)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
