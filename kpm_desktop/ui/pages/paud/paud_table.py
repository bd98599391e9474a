"""The table of form 2C: children by rows, months by columns; a letter answers, Enter goes down, Tab to the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kpm_desktop.commands.paud.paud_year import PaudRow
from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
#: At scale 1: a row, the name's column, the least of a month's.
_ROW, _NAME, _MONTH = 40, 250, 52
ANSWERS = {"Y": "attended", "T": "absent", "B": "not_yet"}
_INK = {"attended": "ok", "absent": "risk", "not_yet": "text2"}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaudModel(QAbstractTableModel):
    """entered: what was entered since the reading, by child and month."""

    def __init__(self, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self.rows: Sequence[PaudRow] = ()
        self.months: Sequence[str] = ()
        self.entered: Mapping[tuple[str, str], str] = {}

    def show_rows(self, rows: Sequence[PaudRow], months: Sequence[str], entered: Mapping[tuple[str, str], str]) -> None:
        """Other children."""
        self.beginResetModel()
        self.rows, self.months, self.entered = rows, months, entered
        self.endResetModel()

    def value(self, row: PaudRow, month: str) -> str:
        """What stands there now."""
        return self.entered.get((str(row.person.id), month), row.cells[month].value)

    def word(self, row: PaudRow, month: str) -> str:
        """The same as it is shown."""
        value = self.value(row, month)
        return self._tools.words.choice("paud_attendance", "attendance", value) if value else ""

    def refresh(self) -> None:
        """Something was entered."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.months)))

    def rowCount(self, parent: Index = _NONE) -> int:
        """How many children."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """The name, and the months."""
        return 0 if parent.isValid() else len(self.months) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a screen reader says."""
        row = self.rows[index.row()]
        if not index.column():
            return row.person.full_name if role == Qt.ItemDataRole.DisplayRole else None
        month = self.months[index.column() - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.word(row, month) if month in row.cells else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            word = self.word(row, month) if month in row.cells else self.tr("not asked")
            return f"{row.person.full_name}, {self._tools.calendar.month(month)}: {word or self.tr('open')}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name and months."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Name of the child")
            if not section
            else self._tools.calendar.short_month(self.months[section - 1]).split()[0]
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All of them are reached."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PaudView(QTableView):
    """`answered` gives a child, a month and the answer, empty for none."""

    answered = Signal(object, str, str)

    def __init__(self, tools: Tools, model: PaudModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look, self._rows = tools, tools.look, model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(tools, model, self))
        header = _Header(tools, self)
        self.setHorizontalHeader(header)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._look.px(_ROW))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(self._look.px(4 * _ROW))
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    def fit(self) -> None:
        """The months share what the name leaves; where that is too little, the oldest ones are left out."""
        room, count = self.viewport().width(), len(self._rows.months)
        if not count or room <= 0:
            return
        name = min(self._look.px(_NAME), room // 2)
        fitting = max(min((room - name) // self._look.px(_MONTH), count), 1)
        for at in range(1, count + 1):
            self.setColumnHidden(at, at <= count - fitting)
        width = (room - name) // fitting
        for at in range(count - fitting + 1, count + 1):
            self.setColumnWidth(at, width)
        self.setColumnWidth(0, room - width * fitting)

    def resizeEvent(self, event: object) -> None:
        """As many months as there is room for."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()

    def place(self) -> tuple[PaudRow, str] | None:
        """The child and month that have the keys."""
        index = self.currentIndex()
        if not index.isValid() or not index.column():
            return None
        row, month = self._rows.rows[index.row()], self._rows.months[index.column() - 1]
        return (row, month) if month in row.cells else None

    def go_to(self, person: str, month: str) -> None:
        """Gives the keys to a cell, or to the first child's newest month."""
        rows, months = self._rows.rows, self._rows.months
        if not rows or not months:
            return
        at = next((number for number, row in enumerate(rows) if str(row.person.id) == person), 0)
        column = months.index(month) + 1 if month in months else len(months)
        self._go(at, column)

    def _go(self, row: int, column: int) -> None:
        index = self._rows.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def down(self, step: int = 1) -> None:
        """To the next child of whom this month is asked."""
        index = self.currentIndex()
        month = self._rows.months[index.column() - 1] if index.column() else ""
        places = range(index.row() + step, len(self._rows.rows) if step > 0 else -1, step)
        found = next((at for at in places if not month or month in self._rows.rows[at].cells), None)
        if found is not None:
            self._go(found, index.column())

    def across(self, step: int) -> bool:
        """To the next month that is shown and asked; whether there is one."""
        index = self.currentIndex()
        at = index.column() + step
        while 1 <= at <= len(self._rows.months):
            if not self.isColumnHidden(at) and self._rows.months[at - 1] in self._rows.rows[index.row()].cells:
                self._go(index.row(), at)
                return True
            at += step
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters answer, the rest leads on."""
        key, place = event.key(), self.place()
        controlled = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if controlled or not self.currentIndex().isValid():
            event.ignore()
        elif place is not None and event.text().upper() in ANSWERS:
            self.answered.emit(*place, ANSWERS[event.text().upper()])
            self.down()
        elif place is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.answered.emit(*place, "")
        elif place is not None and key in (Qt.Key.Key_Space, Qt.Key.Key_F2):
            self._open_menu()
        elif key in (*_ENTER, Qt.Key.Key_Down):
            self.down()
        elif key == Qt.Key.Key_Up:
            self.down(-1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.across(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else len(self._rows.rows) - 1, self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from month to month, and behind the last one out of the table."""
        return (self.currentIndex().isValid() and self.across(1 if next else -1)) or super().focusNextPrevChild(next)

    def _on_clicked(self, index: QModelIndex) -> None:
        """A name means the child: the keys go to its newest month."""
        if not index.column():
            self._go(index.row(), len(self._rows.months))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._open_menu()

    def _open_menu(self) -> None:
        place = self.place()
        if place is None:
            return
        row, month = place
        menu = QMenu(self)
        words = self._tools.words
        for letter, value in ANSWERS.items():
            action = menu.addAction(f"{words.choice('paud_attendance', 'attendance', value)}\t{letter}")
            action.setData(value)
        menu.addAction(self.tr("Empty")).setData("")
        menu.triggered.connect(lambda action: self.answered.emit(row, month, action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        where = self.visualRect(self.currentIndex())
        menu.popup(self.viewport().mapToGlobal(where.bottomLeft()))


class _Header(QHeaderView):
    """Names of the months."""

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = tools.look
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(tools.look.px(20))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(0, self._look.px(32))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """A heading."""
        look = self._look
        painter.save()
        painter.fillRect(rect, look.colour("bg"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.colour("line"))
        painter.setFont(look.font(Text.CAPTION_STRONG))
        painter.setPen(look.colour("text"))
        align = Qt.AlignmentFlag.AlignHCenter if logicalIndex else Qt.AlignmentFlag.AlignLeft
        text = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        painter.drawText(
            rect.adjusted(look.px(10), 0, -look.px(4), 0), align | Qt.AlignmentFlag.AlignVCenter, str(text)
        )
        painter.restore()


class _Delegate(QStyledItemDelegate):
    """A cell that is open is a field, one that is answered a word."""

    def __init__(self, tools: Tools, model: PaudModel, parent: QObject) -> None:
        super().__init__(parent)
        self._tools, self._look, self._rows = tools, tools.look, model
        self._text = RowDelegate(tools.look)
        self._text.setParent(self)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws a cell."""
        look, where = self._look, QRectF(option.rect)
        row = self._rows.rows[index.row()]
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(where, look.colour("accent_soft" if is_current else "surface"))
        painter.fillRect(QRectF(where.x(), where.bottom() - 1, where.width(), 1), look.colour("line"))
        if not index.column():
            self._paint_name(painter, where, row)
        else:
            self._paint_month(painter, option, row, self._rows.months[index.column() - 1])
        painter.restore()

    def _paint_name(self, painter: QPainter, where: QRectF, row: PaudRow) -> None:
        years, months = divmod(row.months_old, 12)
        age = self.tr("{years} y {months} m").format(years=years, months=months)
        home = row.household.head_name if row.household is not None else ""
        below = " · ".join(part for part in (age, home, row.posyandu) if part)
        room = where.adjusted(self._look.px(10), 0, -self._look.px(6), -1)
        self._text.two_lines(painter, room, row.person.full_name, below)

    def _paint_month(self, painter: QPainter, option: QStyleOptionViewItem, row: PaudRow, month: str) -> None:
        look, where = self._look, QRectF(option.rect)
        has_keys = bool(option.state & QStyle.StateFlag.State_HasFocus)
        centre = Qt.AlignmentFlag.AlignHCenter
        if month not in row.cells:
            self._text.text(painter, where, "–", Text.CAPTION, "text2", centre)
            return
        value = self._rows.value(row, month)
        field = where.adjusted(look.px(4), look.px(4), -look.px(4), -look.px(5))
        if not value or has_keys:
            border = "accent" if has_keys else "ctl"
            paint_frame(painter, look, field, fill="surface", border=border, width=2 if has_keys else 1)
        if row.cells[month].is_disputed:
            side = look.px(16)
            mark = QRectF(where.center().x() - side / 2, where.center().y() - side / 2, side, side)
            look.icons.paint(painter, mark, "git-compare-arrows", "warn")
            return
        words = {"attended": self.tr("Yes"), "absent": self.tr("No"), "not_yet": self.tr("not yet")}
        if value:
            word = words.get(value) or self._rows.word(row, month)
            self._text.text(painter, field, word, Text.CAPTION_STRONG, _INK.get(value, "text"), centre)
