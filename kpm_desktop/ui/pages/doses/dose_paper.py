"""The page of the KIA book: a row for each age, below them what the marks mean."""

from collections.abc import Iterator
from functools import partial
from itertools import takewhile

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kpm_desktop.ui.components.labels import icon_label, label, line
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.forms.dose_box import DoseBox, Key
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.doses.age_row import AGE_WIDTH, AgeRow
from kpm_desktop.ui.pages.doses.dose_book import DoseBook
from kpm_desktop.ui.pages.doses.dose_cell import WIDTH, DoseCell
from kpm_desktop.ui.pages.doses.dose_words import age_caption, age_heading

#: Beside the last rows, which are short, stands what the marks mean.
_BESIDE_LEGEND, _SHORT = 2, 2
_MOST_COLUMNS = 4
#: Beside the doses of this age it is said that JE, a month later, is not used here.
_BEFORE_JE = 9


class DosePaper(QFrame):
    """`strayed` gives a cell and a key that types no day, `typed`, `left` and `reached` the cell."""

    strayed = Signal(object, QKeyEvent)
    typed = Signal(object)
    left = Signal(object)
    reached = Signal(object)

    def __init__(self, look: Look, calendar: CalendarWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._calendar = look, calendar
        self.setProperty("role", "card")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setProperty("role", "surface")
        self.area.verticalScrollBar().rangeChanged.connect(self._on_arranged)
        whole.addWidget(self.area)
        self.rows: list[AgeRow] = []
        self._tail: QGridLayout | None = None
        self._legend = QWidget()

    @property
    def cells(self) -> list[DoseCell]:
        """All cells, as they are read."""
        return [cell for row in self.rows for cell in row.cells]

    def cell_of(self, key: Key) -> DoseCell | None:
        """The cell of a dose."""
        return next((cell for cell in self.cells if cell.box.key == key), None)

    def current(self) -> DoseCell | None:
        """The cell that has the keys."""
        return next((cell for cell in self.cells if cell.field.hasFocus()), None)

    def show_book(self, book: DoseBook) -> None:
        """Makes the rows anew."""
        inner = QWidget()
        inner.setProperty("role", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = list(self._made(book))
        short = list(takewhile(_is_short, reversed(self.rows[-_BESIDE_LEGEND:])))[::-1]
        for row in self.rows[: len(self.rows) - len(short)]:
            column.addWidget(row)
            column.addWidget(line())
        column.addLayout(self._make_tail(short))
        column.addStretch(1)
        self.area.setWidget(inner)
        self._arrange()

    def _made(self, book: DoseBook) -> Iterator[AgeRow]:
        is_used = any(box.key[0] == "JE" for box in book.boxes.values())
        note = self.tr("JE: in endemic districts only; not used in this one")
        for age in book.ages:
            cells = [self._cell(box) for box in age.boxes]
            caption = age_caption(age.month, age.asked, book.today, self._calendar)
            is_before = age.month == _BEFORE_JE and not is_used
            yield AgeRow(self._look, age_heading(age.month), caption, cells, note if is_before else "")

    def _cell(self, box: DoseBox) -> DoseCell:
        cell = DoseCell(self._look, box)
        cell.field.setReadOnly(box.entry.is_disputed)
        cell.field.strayed.connect(self._on_strayed)
        cell.field.edited.connect(self._on_typed)
        cell.field.left.connect(self._on_left)
        cell.field.reached.connect(self._on_reached)
        return cell

    def _make_tail(self, rows: list[AgeRow]) -> QGridLayout:
        self._tail = QGridLayout()
        self._tail.setSpacing(0)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for at, row in enumerate(rows):
            if at:
                column.addWidget(line())
            column.addWidget(row)
        column.addStretch(1)
        self._tail.addWidget(holder, 0, 0)
        self._legend = self._make_legend()
        return self._tail

    def _make_legend(self) -> QWidget:
        look, holder = self._look, QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(look.px(14), look.px(8), look.px(8), look.px(8))
        column.setSpacing(look.px(4))
        column.addWidget(label(look, self.tr("What the marks mean"), Text.CAPTION_STRONG, "text2"))
        for icon, tone, word, meaning in (
            ("check", "ok", self.tr("recorded"), ""),
            ("clock", "warn", self.tr("delayed"), self.tr("still on time by the KIA book")),
            ("history", "warn", self.tr("catch up"), self.tr("past its time, may still be given")),
            ("minus", "text2", self.tr("no longer"), self.tr("not given at this age")),
            ("circle-alert", "warn", self.tr("check the date"), self.tr("order, interval or age do not fit")),
        ):
            row = QHBoxLayout()
            row.setSpacing(look.px(8))
            row.addWidget(icon_label(look, icon, tone, 16))
            row.addWidget(label(look, word, Text.CAPTION_STRONG))
            row.addWidget(label(look, meaning, Text.CAPTION, "text2"), 1)
            column.addLayout(row)
        column.addStretch(1)
        return holder

    # how it is arranged

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cells in a line as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px, bar = self._look.px, self.area.verticalScrollBar().sizeHint().width()
        room = self.width() - 2 - bar
        is_beside = self.width() - 2 >= px(AGE_WIDTH) + _MOST_COLUMNS * px(WIDTH)
        columns = _MOST_COLUMNS if is_beside else max(min((room - px(12)) // px(WIDTH), _MOST_COLUMNS), 1)
        for row in self.rows:
            row.arrange(columns, is_beside=is_beside)
        if self._tail is not None:
            self._tail.removeWidget(self._legend)
            at = (0, 1) if is_beside else (1, 0)
            self._tail.addWidget(self._legend, *at)
            self._tail.setColumnStretch(1, 1)

    def _on_arranged(self) -> None:
        """What has the keys stays in the middle when the rows are arranged anew."""
        current = self.current()
        if current is not None:
            QTimer.singleShot(0, current, partial(self.centre, current))

    def centre(self, cell: DoseCell) -> None:
        """Scrolls so that the row of a cell stands in the middle."""
        inner, row = self.area.widget(), next((row for row in self.rows if cell in row.cells), None)
        if inner is None or row is None:
            return
        middle = cell.mapTo(inner, cell.rect().center()).y() if row.height() > self.area.height() else 0
        middle = middle or row.mapTo(inner, row.rect().center()).y()
        self.area.verticalScrollBar().setValue(middle - self.area.viewport().height() // 2)

    def show_current(self) -> None:
        """Shows in which row the keys are."""
        for row in self.rows:
            row.show_current()

    # what its fields say

    def _sender(self) -> DoseCell | None:
        sender = self.sender()
        return next((cell for cell in self.cells if cell.field is sender), None)

    def _on_strayed(self, event: QKeyEvent) -> None:
        cell = self._sender()
        if cell is not None:
            self.strayed.emit(cell, event)

    def _on_typed(self) -> None:
        cell = self._sender()
        if cell is not None:
            self.typed.emit(cell)

    def _on_left(self) -> None:
        self.show_current()
        cell = self._sender()
        if cell is not None:
            self.left.emit(cell)

    def _on_reached(self) -> None:
        self.show_current()
        cell = self._sender()
        if cell is not None:
            self.reached.emit(cell)


def _is_short(row: AgeRow) -> bool:
    """Whether what the marks mean finds room beside it."""
    return len(row.cells) <= _SHORT
