"""What the keys do among the doses: typing a day, taking it, the same again, and moving from one dose to the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kpm_desktop.domain.records.flag_answer import short_rule
from kpm_desktop.ui.components.say import say
from kpm_desktop.ui.format.date_text import date_text
from kpm_desktop.ui.forms.dose_box import DoseBox
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.doses.dose_book import DoseBook
from kpm_desktop.ui.pages.doses.dose_cell import DoseCell
from kpm_desktop.ui.pages.doses.dose_paper import DosePaper
from kpm_desktop.ui.pages.doses.dose_words import standing

_TO = Qt.FocusReason.OtherFocusReason


class Entering(QObject):
    """`changed` gives the key of a dose of which something else is entered now, `shown` that only what is typed is,
    `reached` the cell the keys went to, `ended` after the last dose that may be entered."""

    changed = Signal(object)
    shown = Signal()
    reached = Signal(object)
    ended = Signal()

    def __init__(self, page: Page, paper: DosePaper) -> None:
        super().__init__(page)
        self._page, self._paper = page, paper
        self._calendar = page.context.tools.calendar
        self.book: DoseBook | None = None
        self.last_day: date | None = None
        self.last: DoseCell | None = None
        paper.typed.connect(self._on_typed)
        paper.left.connect(self.take)
        paper.reached.connect(self._on_reached)
        paper.strayed.connect(self._on_key)

    @property
    def is_typing(self) -> bool:
        """Whether something is typed that was not taken yet."""
        return any(cell.field.typing is not None for cell in self._paper.cells)

    def go_to(self, cell: DoseCell | None) -> None:
        """Gives a cell the keys."""
        if cell is not None:
            cell.field.setFocus(_TO)

    def return_to_cell(self) -> None:
        """Back to where the keys were last."""
        self.go_to(self.last)

    def take_typed(self) -> None:
        """Takes what is being typed."""
        for cell in self._paper.cells:
            self.take(cell)

    def show(self, cell: DoseCell) -> None:
        """Shows a dose as it stands."""
        assert self.book is not None
        box, found = cell.box, standing(self.book, cell.box, self._calendar)
        doubt = self.book.doubts.get(box.key)
        said = [found.words, self._page.context.tools.wording.say(doubt) if doubt is not None else ""]
        cell.show_standing(found, ". ".join(part for part in said if part))
        if cell.field.typing is None:
            shown = box.typed or (date_text(box.day) if box.day is not None else "")
            cell.field.show_value(shown, found)

    # what is typed

    def _on_typed(self, cell: DoseCell) -> None:
        """A day that is whole is taken and kept at once; whatever else is typed when its field is left."""
        typing, book = cell.field.typing, self.book
        if typing is None or book is None:
            return
        if cell.box.entry.is_disputed:
            self._give_back(cell)
            return
        found = book.read(cell.box, typing)
        year = f"{found.value.year:04d}" if typing.lacks_year and found.value is not None else ""
        if typing.is_whole and found.value is not None and not found.problem:
            self._set_day(cell, found.value)
        cell.field.show_typing(year, cell.standing)
        self.shown.emit()

    def _give_back(self, cell: DoseCell) -> None:
        cell.field.typing = None
        self.show(cell)

    def take(self, cell: DoseCell) -> None:
        """Takes what was typed; what cannot be taken stays to be mended."""
        typing, book = cell.field.typing, self.book
        if typing is None or book is None:
            return
        found = book.read(cell.box, typing)
        cell.field.typing = None
        if typing.is_empty:
            self.show(cell)
        elif found.value is not None and not found.problem:
            self._set_day(cell, found.value)
        else:
            cell.box.refuse(typing.text.strip("-"))
            self._change(cell)
        self.show(cell)

    def _set_day(self, cell: DoseCell, day: date) -> None:
        self.last_day = day
        box = cell.box
        if (box.is_given, box.day, box.typed) != (True, day, ""):
            box.set_day(day)
            self._change(cell)

    def _change(self, cell: DoseCell) -> None:
        assert self.book is not None
        self.book.forget()
        self.changed.emit(cell.box.key)
        doubt = self.book.doubts.get(cell.box.key)
        words = self._page.context.tools.wording.say(doubt) if doubt is not None else cell.standing.words
        say(cell.field, f"{cell.box.name}: {words}")

    # the keys

    def _on_reached(self, cell: DoseCell) -> None:
        self.last = cell
        self.reached.emit(cell)

    def _on_key(self, cell: DoseCell, event: QKeyEvent) -> None:
        if not self._do(cell, event):
            if event.text().isalnum():
                say(cell.field, cell.field.accessibleDescription())
            event.ignore()

    def _do(self, cell: DoseCell, event: QKeyEvent) -> bool:
        key, text = event.key(), event.text().upper()
        modifiers = event.modifiers()
        if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self._step(cell, -1) if is_back else self._to_next(cell)
            return True
        deeds: dict[int, Callable[[DoseCell], None]] = {
            Qt.Key.Key_Up: partial(self._to_age, step=-1),
            Qt.Key.Key_Down: partial(self._to_age, step=1),
            Qt.Key.Key_Left: partial(self._step, step=-1),
            Qt.Key.Key_Right: partial(self._step, step=1),
            Qt.Key.Key_Delete: self._empty,
            Qt.Key.Key_Backspace: self._empty,
        }
        of_letters = {"H": self._today, "S": self._same, "T": self._undated}
        deed = deeds.get(key) or of_letters.get(text)
        if deed is None:
            return False
        if not (cell.box.entry.is_disputed and (text in of_letters or deed == self._empty)):
            deed(cell)
        return True

    def _today(self, cell: DoseCell) -> None:
        """It was given today."""
        assert self.book is not None
        self._fill(cell, self.book.today)

    def _same(self, cell: DoseCell) -> None:
        """On the day that was entered last; from a dose that has its day, the next one gets it."""
        book = self.book
        self.take(cell)
        if book is None or self.last_day is None:
            return
        target = cell if not (cell.box.is_given or cell.box.typed) else self._next_of(cell)
        if target is not None:
            self._fill(target, self.last_day)

    def _fill(self, cell: DoseCell, day: date) -> None:
        cell.field.typing = None
        self._set_day(cell, day)
        self.show(cell)
        self._to_next(cell)

    def _undated(self, cell: DoseCell) -> None:
        """It was given, and nobody knows when."""
        if cell.box.is_recorded and cell.box.is_as_recorded and cell.box.day is not None:
            self._ask_removed(cell)
            return
        cell.field.typing = None
        cell.box.set_undated()
        self._change(cell)
        self.show(cell)
        self._to_next(cell)

    def _empty(self, cell: DoseCell) -> None:
        """Takes back what is entered; of what is saved it asks what that means."""
        box = cell.box
        if cell.field.typing is not None and not box.typed and box.is_as_recorded:
            self._give_back(cell)
            return
        if box.is_as_recorded and not box.typed:
            if box.is_recorded:
                self._ask_removed(cell)
            return
        cell.field.typing = None
        box.go_back()
        self._change(cell)
        self.show(cell)

    def _ask_removed(self, cell: DoseCell) -> None:
        from kpm_desktop.ui.pages.doses.removed_dose import RemovedDoseDialog

        day = self._calendar.long_day(cell.box.day) if cell.box.day is not None else ""
        dialog = RemovedDoseDialog(self._page.look, cell.box.name, day, self._page)
        dialog.undated.connect(partial(self._on_removed, cell, cell.box.set_undated))
        dialog.in_error.connect(partial(self._on_removed, cell, cell.box.empty))
        dialog.open()

    def _on_removed(self, cell: DoseCell, become: Callable[[], None]) -> None:
        cell.field.typing = None
        become()
        self._change(cell)
        self.show(cell)
        self.go_to(cell)

    def turn_source(self) -> None:
        """The day of the dose is from the book, or from what the mother recalls."""
        cell = self.last
        if cell is not None and cell.box.is_given and not cell.box.entry.is_disputed:
            cell.box.turn_source()
            self._change(cell)

    # what is doubtful

    def doubted(self) -> DoseBox | None:
        """The dose that is spoken of: the one that has the keys, else the first that is doubtful."""
        book = self.book
        if book is None:
            return None
        if self.last is not None and (self.last.box.key in book.doubts or self.last.box.typed):
            return self.last.box
        return next((book.boxes[key] for key in book.doubts), None)

    def confirm(self) -> None:
        """Somebody looked again: asks why it is right."""
        book, box = self.book, self.doubted()
        doubt = book.doubts.get(box.key) if book is not None and box is not None else None
        if box is None or doubt is None or box.typed:
            return
        from kpm_desktop.ui.dialogs.confirm_value import ConfirmValueDialog

        said = self._page.context.tools.wording.say(doubt)
        hint = self.tr("For example: the KIA book says so. May be empty.")
        dialog = ConfirmValueDialog(self._page.context, box.name, said, self._page, hint=hint)
        dialog.confirmed.connect(partial(self._on_reason, box, short_rule(doubt.code)))
        dialog.open()

    def _on_reason(self, box: DoseBox, rule: str, why: str) -> None:
        box.confirmed[rule] = why
        cell = self._paper.cell_of(box.key)
        if cell is not None:
            self._change(cell)
            self.show(cell)
        self.return_to_cell()

    # moving

    def _to_next(self, cell: DoseCell) -> None:
        """To the next dose that is waited for."""
        self.take(cell)
        target = self._next_of(cell)
        if target is not None:
            self.go_to(target)
        else:
            self.ended.emit()

    def _next_of(self, cell: DoseCell) -> DoseCell | None:
        assert self.book is not None
        cells = self._paper.cells
        behind = cells[cells.index(cell) + 1 :]
        return next((one for one in behind if self.book.is_waited_for(one.box, self.last_day)), None)

    def _step(self, cell: DoseCell, step: int) -> None:
        cells = self._paper.cells
        at = cells.index(cell) + step
        if 0 <= at < len(cells):
            self.go_to(cells[at])

    def _to_age(self, cell: DoseCell, step: int) -> None:
        rows = self._paper.rows
        row = next(row for row in rows if cell in row.cells)
        at = rows.index(row) + step
        if 0 <= at < len(rows):
            cells = rows[at].cells
            self.go_to(cells[min(row.cells.index(cell), len(cells) - 1)])
        elif step > 0:
            self.ended.emit()
