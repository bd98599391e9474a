"""The table, filled in like a sheet: Enter goes down, Tab to the right, typing replaces."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from kpm_desktop.ui.components.columns import GroupRow
from kpm_desktop.ui.components.key_cap import key_cap_size, paint_key_cap
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.posyandu_day.day_columns import ALWAYS, FURTHER, MEASURES, SERVICES, DayColumn, Kind
from kpm_desktop.ui.pages.posyandu_day.day_delegate import GROUP, ROW, WARNING, CellEditor, DayDelegate
from kpm_desktop.ui.pages.posyandu_day.day_head import DayHeader
from kpm_desktop.ui.pages.posyandu_day.day_model import DayModel, Index
from kpm_desktop.ui.pages.posyandu_day.day_row import DayRow
from kpm_desktop.ui.pages.posyandu_day.day_told import RowWarning

_DIGITS = frozenset("0123456789,.")
_MINUS = frozenset("-–−")
#: With the headings.
_LEAST_ROWS = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DayView(QTableView):
    """`answered` gives a row, its column and a letter or sign that answers, an empty one for none; `typed` a text for a
    cell; `menu_asked` when what can be chosen is to be shown. `searched` gives a letter that answers nothing here;
    `moved` the row that has the keys. `grouped` when other columns are shown."""

    answered = Signal(object, object, str)
    typed = Signal(object, object, str)
    searched = Signal(str)
    menu_asked = Signal(object, object)
    moved = Signal(object)
    grouped = Signal()

    def __init__(self, look: Look, model: DayModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._rows = look, model
        self._parts: list[tuple[int, ...]] = [(MEASURES, SERVICES), (FURTHER,)]
        self._part = 0
        self._painter = RowDelegate(look)
        self._painter.setParent(self)
        self.setAccessibleName(name)
        self.setModel(model)
        self._delegate = DayDelegate(look, self)
        self._delegate.typed.connect(self._on_typed)
        self._delegate.ended.connect(self._on_ended)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(DayHeader(look, self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(look.px(20))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(look.px(_LEAST_ROWS * ROW))
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    # what is shown

    def refresh(self) -> None:
        """The rows are others, or say more or less than before."""
        self._fit_columns()
        self.fit_rows()

    def fit_rows(self) -> None:
        """A row with something to say is higher, a heading lower."""
        self.clearSpans()
        for at, row in enumerate(self._rows.rows):
            height = GROUP if isinstance(row, GroupRow) else self.height_of(row)
            self.setRowHeight(at, self._look.px(height))
            if isinstance(row, GroupRow):
                self.setSpan(at, 0, 1, len(self._rows.columns))

    def fit_row(self, row: DayRow) -> None:
        """The same of one row."""
        at = self._rows.place_of(row.key)
        if at >= 0:
            self.setRowHeight(at, self._look.px(self.height_of(row)))

    def height_of(self, row: DayRow) -> int:
        """At scale 1."""
        return ROW + (WARNING if self._rows.shown(row).warning is not None else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        room, columns = self.viewport().width(), self._rows.columns
        if not columns or room <= 0:
            return
        both = [one for one in columns if one.part in (ALWAYS, MEASURES, SERVICES)]
        fits = sum(self._look.px(one.width) for one in both) <= room
        current = self._parts[min(self._part, len(self._parts) - 1)]
        self._parts = [(MEASURES, SERVICES), (FURTHER,)] if fits else [(MEASURES,), (SERVICES,), (FURTHER,)]
        self._part = next((at for at, parts in enumerate(self._parts) if current[0] in parts), 0)
        self._show_part()

    def _show_part(self) -> None:
        room, columns = self.viewport().width(), self._rows.columns
        shown = [at for at, one in enumerate(columns) if one.part in (ALWAYS, *self._parts[self._part])]
        if sum(self._look.px(columns[at].least or columns[at].width) for at in shown) > room:
            shown = [at for at in shown if columns[at].kind is not Kind.BEFORE]  # the strip tells of it too
        widths = self._widths([columns[at] for at in shown], room)
        for at in range(len(columns)):
            self.setColumnHidden(at, at not in shown)
        for at, width in zip(shown, widths, strict=True):
            self.setColumnWidth(at, width)

    def _widths(self, columns: Sequence[DayColumn], room: int) -> list[int]:
        """Their own, with what is left for the name and the verdict; less for those two where it is scarce."""
        px = self._look.px
        widths = [px(one.width) for one in columns]
        elastic = [at for at, one in enumerate(columns) if one.least]
        rest = room - sum(widths)
        for number, at in enumerate(elastic):
            share = rest // (len(elastic) - number)
            widened = max(widths[at] + share, px(columns[at].least))
            rest -= widened - widths[at]
            widths[at] = widened
        return widths

    def turn_part(self) -> None:
        """The other columns (F6); the keys stay in their row."""
        self.go_to_part((self._part + 1) % len(self._parts))
        row = self.person()
        if row is not None:
            self._go(self.currentIndex().row(), self._first_column(row))

    def go_to_part(self, part: int) -> None:
        """Shows a group of columns."""
        if part != self._part:
            self._part = part
            self._show_part()
            self.grouped.emit()

    @property
    def part_of(self) -> tuple[int, int]:
        """Which group of columns is shown, and how many there are."""
        return self._part, len(self._parts)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, and over them what is said of whole rows."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        look, height = self._look, self.viewport().height()
        for at, row in enumerate(self._rows.rows):
            y = self.rowViewportPosition(at)
            if y > height or y + self.rowHeight(at) < 0:
                continue
            painter.fillRect(0, y + self.rowHeight(at) - 1, self.viewport().width(), 1, look.colour("line"))
            if isinstance(row, GroupRow):
                continue
            shown = self._rows.shown(row)
            if at == self.currentIndex().row():
                painter.fillRect(0, y, look.px(3), self.rowHeight(at) - 1, look.colour("accent"))
            if shown.is_absent:
                self._paint_absent(painter, y)
            if shown.warning is not None:
                self._paint_warning(painter, y + look.px(ROW), shown.warning)

    def _paint_absent(self, painter: QPainter, y: int) -> None:
        look = self._look
        x = self._left_of_asked() + look.px(8)
        words = self.tr("Did not come")
        room = QRectF(x, y, self.viewport().width() - x, look.px(ROW))
        self._painter.text(painter, room, f"–  {words}", Text.BODY_STRONG, "text2")
        width = self._painter.font(Text.BODY_STRONG)[1].horizontalAdvance(f"–  {words}") + look.px(14)
        end = self._left_of(Kind.GAIN)
        rest = QRectF(x + width, y, max(end - x - width, 0), look.px(ROW))
        self._painter.text(painter, rest, self.tr("stays in this month's tasks: visit at home"), Text.CAPTION, "text2")

    def _paint_warning(self, painter: QPainter, y: int, warning: RowWarning) -> None:
        look, side = self._look, self._look.px(16)
        x, height = self._left_of_asked() + look.px(4), look.px(WARNING)
        icon = "triangle-alert" if warning.tone == "risk" else "circle-alert"
        look.icons.paint(painter, QRectF(x, y + (height - side) / 2 - look.px(2), side, side), icon, warning.tone)
        key, words = self._way_on(warning)
        size = key_cap_size(look, key) if key else None
        tail = self._painter.font(Text.CAPTION_STRONG)[1].horizontalAdvance(words) + look.px(12)
        tail = tail + (size.width() + look.px(8) if size is not None else 0) if key else 0
        room = QRectF(
            x + side + look.px(6), y - look.px(2), self.viewport().width() - x - side - tail - look.px(14), height
        )
        self._painter.text(painter, room, warning.sentence, Text.CAPTION_STRONG, warning.tone)
        if size is not None:
            end = min(
                room.right(), room.x() + self._painter.font(Text.CAPTION_STRONG)[1].horizontalAdvance(warning.sentence)
            )
            left = end + look.px(16)
            cap = QRectF(left, y - look.px(2) + (height - size.height()) / 2, size.width(), size.height())
            paint_key_cap(painter, look, cap, key)
            rest = QRectF(cap.right() + look.px(6), y - look.px(2), self.viewport().width() - cap.right(), height)
            self._painter.text(painter, rest, words, Text.CAPTION_STRONG, warning.tone)

    def _way_on(self, warning: RowWarning) -> tuple[str, str]:
        if warning.refers:
            return "F8", self.tr("write a referral")
        return ("B", self.tr("it is right")) if warning.can_confirm else ("", "")

    def _left_of_asked(self) -> int:
        return next((self.columnViewportPosition(at) for at in self._asked_columns()), self._look.px(ROW))

    def _left_of(self, kind: Kind) -> int:
        columns = self._rows.columns
        found = (at for at, one in enumerate(columns) if one.kind is kind and not self.isColumnHidden(at))
        return next((self.columnViewportPosition(at) for at in found), self.viewport().width())

    # where the keys are

    def person(self) -> DayRow | None:
        """Whose row has the keys."""
        index = self.currentIndex()
        return self._rows.person(index.row()) if index.isValid() else None

    def people(self) -> list[DayRow]:
        """Everybody who is shown, in their order."""
        return [row for row in self._rows.rows if isinstance(row, DayRow)]

    def column(self) -> DayColumn | None:
        """Which column has the keys."""
        index = self.currentIndex()
        return self._rows.columns[index.column()] if index.isValid() else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The page shows what belongs to the person."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self.moved.emit(self._rows.person(current.row()) if current.isValid() else None)

    def go_to(self, key: str, column: str = "") -> bool:
        """Gives the keys to a person's row, at a column where it is asked there; whether the row is shown."""
        at = self._rows.place_of(key)
        row = self._rows.person(at)
        if row is None:
            return False
        columns = self._rows.columns
        wanted = next((place for place, one in enumerate(columns) if one.key == column and row.is_asked(one)), None)
        if wanted is not None and self.isColumnHidden(wanted):
            self._show_column(wanted)
        self._go(at, self._first_column(row) if wanted is None else wanted)
        return True

    def go_to_first(self) -> None:
        """To the first row that still waits, at its first field."""
        people = self.people()
        waiting = next((row for row in people if self._rows.shown(row).is_open), people[0] if people else None)
        if waiting is not None:
            self.go_to(waiting.key)

    def _first_column(self, row: DayRow) -> int:
        asked = self._asked_columns()
        return next((at for at in asked if row.is_asked(self._rows.columns[at])), asked[0] if asked else 1)

    def _asked_columns(self) -> list[int]:
        """The columns that are shown and take an answer."""
        columns = self._rows.columns
        return [at for at, one in enumerate(columns) if one.kind.is_asked and not self.isColumnHidden(at)]

    def _go(self, row: int, column: int) -> None:
        index = self._rows.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _show_column(self, at: int) -> None:
        part = next((number for number, parts in enumerate(self._parts) if self._rows.columns[at].part in parts), 0)
        self.go_to_part(part)

    def down(self, step: int = 1) -> None:
        """To the next row in which this column is asked; behind the last one to the top of the next column."""
        index = self.currentIndex()
        if not index.isValid():
            return
        column = self._rows.columns[index.column()]
        found = self._next_row(index.row(), column, step)
        if found is not None:
            self._go(found, index.column())
        elif step > 0:
            self._to_next_column(index.column())

    def _next_row(self, at: int, column: DayColumn, step: int) -> int | None:
        places = range(at + 1, len(self._rows.rows)) if step > 0 else range(at - 1, -1, -1)
        for place in places:
            row = self._rows.person(place)
            if row is not None and self._is_stop(row, column):
                return place
        return None

    def _is_stop(self, row: DayRow, column: DayColumn) -> bool:
        return row.is_asked(column) and not (row.is_absent and column.key != "weight_g")

    def _to_next_column(self, at: int) -> None:
        """The top of the next column that is asked of anybody; those asked seldom are left to F6."""
        columns = self._rows.columns
        for place in range(at + 1, len(columns)):
            one = columns[place]
            is_further = one.part == FURTHER and columns[at].part != FURTHER
            found = None if not one.kind.is_asked or is_further else self._next_row(-1, one, 1)
            if found is not None:
                self._show_column(place)
                self._go(found, place)
                return

    def across(self, step: int) -> bool:
        """To the next cell that is asked, in this row and then in the next one; whether there is one."""
        index = self.currentIndex()
        at, row = index.row(), self._rows.person(index.row())
        order = self._asked_columns()[::step]
        passed = [place for place in order if (place - index.column()) * step > 0]
        while row is not None or 0 <= at < len(self._rows.rows):
            place = next(
                (one for one in passed if row is not None and self._is_stop(row, self._rows.columns[one])), None
            )
            if place is not None:
                self._go(at, place)
                return True
            at, passed = at + step, order
            row = self._rows.person(at)
        return False

    # the keys

    def edit_with(self, text: str | None) -> None:
        """Opens the field of the cell that has the keys; with a text, which replaces what stands there."""
        index = self.currentIndex()
        self.edit(index)
        editor = self.editor()
        if editor is not None and text is not None:
            editor.begin(text)

    def editor(self) -> CellEditor | None:
        """The field something is being typed into."""
        found = self.indexWidget(self.currentIndex())
        return found if isinstance(found, CellEditor) else self.viewport().findChild(CellEditor)

    def take_typed(self) -> None:
        """Takes what is being typed."""
        editor = self.editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, DayDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits are typed, letters answer or search, the rest leads on."""
        key, text = event.key(), event.text()
        row, column = self.person(), self.column()
        controlled = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if row is None or column is None or controlled or key == Qt.Key.Key_Escape:
            event.ignore()
        elif self._leads_on(key, shift=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)):
            event.accept()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.answered.emit(row, column, "")
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Space):
            self._open_cell(row, column)
        elif text and text.isprintable() and not text.isspace():
            self._on_letter(row, column, text)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._page(key)
        else:
            event.ignore()

    def _leads_on(self, key: int, *, shift: bool) -> bool:
        if key in _ENTER:
            self.down(-1 if shift else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.down(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.focusNextPrevChild(key == Qt.Key.Key_Tab and not shift)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.across(1 if key == Qt.Key.Key_Right else -1)
        else:
            return False
        return True

    def _page(self, key: int) -> None:
        """Some rows on, or to the first or last."""
        step = max(self.viewport().height() // self._look.px(ROW) - 1, 1)
        at, count = self.currentIndex().row(), len(self._rows.rows)
        goals = {
            Qt.Key.Key_PageUp: max(at - step, 0),
            Qt.Key.Key_PageDown: min(at + step, count - 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
        }
        goal = goals[Qt.Key(key)]
        places = range(goal, count) if key in (Qt.Key.Key_PageUp, Qt.Key.Key_Home) else range(goal, -1, -1)
        found = next((place for place in places if self._rows.person(place) is not None), None)
        if found is not None:
            self._go(found, self.currentIndex().column())

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from cell to cell, and behind the last one out of the table."""
        return (self.person() is not None and self.across(1 if next else -1)) or super().focusNextPrevChild(next)

    def _on_letter(self, row: DayRow, column: DayColumn, text: str) -> None:
        is_asked = row.is_asked(column)
        begins = text in _DIGITS or text.isnumeric() or (text in _MINUS and column.key != "weight_g")
        if is_asked and column.kind.is_typed and begins:
            self.edit_with(text)  # a sign that vanished would make another number
        elif text in _MINUS or (is_asked and self._answers(row, column, text.upper())):
            self.answered.emit(row, column, "-" if text in _MINUS else text.upper())
        elif text.isalpha():
            self.searched.emit(text)

    def _answers(self, row: DayRow, column: DayColumn, letter: str) -> bool:
        """Whether a letter answers something in a cell, so that it does not begin a search."""
        warning = self._rows.shown(row).warning
        if letter == "B" and warning is not None and warning.can_confirm and warning.field in column.fields:
            return True
        letters = {
            Kind.LENGTH: "BT" if row.answers.value("length_mm") is not None else "",
            Kind.MAT: "MKH",
            Kind.DOSES: "YT",
            Kind.CAPSULE: "YT",
            Kind.YES_NO: "YT",
            Kind.CHECKS: "YT",
            Kind.TABLETS: "YT",
            Kind.SEVERAL: "12345678",
            Kind.CHOICE: "123456789",
        }
        return letter in letters.get(column.kind, "")

    def _on_typed(self, at: int, column: int, text: str) -> None:
        row = self._rows.person(at)
        if row is not None:
            self.typed.emit(row, self._rows.columns[column], text)

    def _on_ended(self, key: int, shift: bool) -> None:
        editor = self.editor()
        if editor is None:
            return
        if key != Qt.Key.Key_Escape:
            self.commitData(editor)
        self.closeEditor(editor, DayDelegate.EndEditHint.NoHint)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if key != Qt.Key.Key_Escape:
            self._leads_on(key, shift=shift)

    def _on_clicked(self, index: QModelIndex) -> None:
        """Beside the cells that can be filled in, a click means the person: the keys go to the first of its cells."""
        row, column = self._rows.person(index.row()), self._rows.columns[index.column()]
        if row is not None and not column.kind.is_asked:
            self._go(index.row(), self._first_column(row))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        row, column = self._rows.person(index.row()), self._rows.columns[index.column()]
        if row is not None:
            self._open_cell(row, column)

    def _open_cell(self, row: DayRow, column: DayColumn) -> None:
        """A field to type in, or what can be chosen."""
        if column.kind.is_typed and row.is_asked(column):
            self.edit_with(None)
        elif column.kind.is_asked:
            self.menu_asked.emit(row, column)

    def below_cell(self) -> QPoint:
        """Where a menu of the cell that has the keys opens, on the screen."""
        where = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(QPoint(where.left(), where.top() + self._look.px(ROW)))
