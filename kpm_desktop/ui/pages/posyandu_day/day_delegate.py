"""Draws the cells of the table, and the field a number is typed into."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kpm_desktop.ui.components.chip import chip_size, paint_chip
from kpm_desktop.ui.components.columns import GroupRow
from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.posyandu_day.day_cells import DayCell
from kpm_desktop.ui.pages.posyandu_day.day_columns import DayColumn, Kind, pad_of
from kpm_desktop.ui.pages.posyandu_day.day_model import DayModel
from kpm_desktop.ui.pages.posyandu_day.day_row import SLASH, DayRow
from kpm_desktop.ui.pages.posyandu_day.day_told import NOTHING

#: Of a row, of what is said below it, and of a heading among the rows, at scale 1.
ROW, WARNING, GROUP = 37, 26, 28
_RIGHT, _LEFT = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
Index = QModelIndex | QPersistentModelIndex


class CellEditor(QLineEdit):
    """What is typed into a cell. `ended` gives the key that took it: Enter, Tab, an arrow; Esc gives it up."""

    ended = Signal(int, bool)  # key, with Shift

    def __init__(self, look: Look, column: DayColumn, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = column
        self.setProperty("role", "number-box")
        self.setFont(look.font(Text.BODY_STRONG, tabular=True))
        self.setAlignment(_RIGHT if column.is_right else _LEFT)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.is_begun_by_typing = False

    def begin(self, text: str) -> None:
        """Typing replaces what stands there."""
        self.is_begun_by_typing = True
        self.setText(text)
        self.setCursorPosition(len(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that lead on take what is typed; the two numbers of a pressure are one after the other."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._column.kind is Kind.PRESSURE and self.text().strip().isdigit():
            self.insert(SLASH)
            return
        leads = is_enter or key in (
            Qt.Key.Key_Tab,
            Qt.Key.Key_Backtab,
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_Escape,
        )
        if leads or (self.is_begun_by_typing and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)):
            self.ended.emit(key, shift)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab is no way out of the window, and Esc none out of the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TABS:
            self.keyPressEvent(event)
            return True
        return super().event(event)


_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class DayDelegate(QStyledItemDelegate):
    """A cell that is open is a field, one that is answered plain text: the page grows quieter with the work."""

    typed = Signal(int, int, str)
    ended = Signal(int, bool)

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._words = RowDelegate(look)
        self._words.setParent(self)

    # the field

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The field."""
        model = index.model()
        assert isinstance(model, DayModel)
        editor = CellEditor(self._look, model.columns[index.column()], parent)
        row = model.person(index.row())
        heading = model.columns[index.column()].heading
        editor.setAccessibleName(f"{row.form.person.full_name if row else ''}, {heading}")
        editor.ended.connect(self.ended)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begins with what stands there."""
        assert isinstance(editor, QLineEdit)
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        """Hands over what was typed; a field that was only looked into changes nothing."""
        assert isinstance(editor, CellEditor)
        if editor.is_begun_by_typing or editor.isModified():
            self.typed.emit(index.row(), index.column(), editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Where the cell's field is drawn."""
        editor.setGeometry(self.field_of(QRect(option.rect)).toRect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field itself says when it ended; Qt's own keys would leave the table."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(watched, CellEditor):
            return False
        return super().eventFilter(watched, event)

    def field_of(self, cell: QRect) -> QRectF:
        """Where the field of a cell is; what is said below the row lies outside it."""
        px = self._look.px
        return QRectF(cell.x() + px(2), cell.y() + px(2), cell.width() - px(4), px(ROW) - px(5))

    # what is drawn

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height; the view knows which rows say more."""
        return QSize(self._look.px(60), self._look.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws a cell."""
        model = index.model()
        assert isinstance(model, DayModel)
        row = model.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, GroupRow):
            self._paint_group(painter, option, row, is_first=index.column() == 0)
        else:
            self._paint_cell(painter, option, model, row, index.column())
        painter.restore()

    def _paint_group(self, painter: QPainter, option: QStyleOptionViewItem, row: GroupRow, *, is_first: bool) -> None:
        where, look = QRectF(option.rect), self._look
        painter.fillRect(where, look.colour("bg"))
        if is_first:
            room = where.adjusted(look.px(40), 0, 0, 0)
            self._words.text(painter, room, row.title, Text.BODY_STRONG)
            width = self._words.font(Text.BODY_STRONG)[1].horizontalAdvance(row.title) + look.px(10)
            self._words.text(painter, room.adjusted(width, 0, 0, 0), row.caption, Text.CAPTION, "text2")

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, model: DayModel, row: DayRow, at: int
    ) -> None:
        look, whole = self._look, QRectF(option.rect)
        shown, column = model.shown(row), model.columns[at]
        cell = shown.cells[at]
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        tone = shown.warning.tone if shown.warning is not None else ""
        painter.fillRect(
            whole, look.colour("accent_soft" if is_current and tone != "risk" else f"{tone}_bg" if tone else "surface")
        )
        where = QRectF(whole.x(), whole.y(), whole.width(), look.px(ROW))
        has_keys = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if cell.is_open or (has_keys and column.kind.is_asked):
            border = (
                "accent" if has_keys else "warn" if cell.ink == "warn" and cell.text and column.kind.is_typed else "ctl"
            )
            paint_frame(
                painter, look, self.field_of(option.rect), fill="surface", border=border, width=2 if has_keys else 1
            )
        self._paint_words(painter, where, column, cell)

    def _paint_words(self, painter: QPainter, where: QRectF, column: DayColumn, cell: DayCell) -> None:
        px = self._look.px
        pad = px(pad_of(column))
        room = where.adjusted(pad, 0, -pad, -1)
        if cell.below:
            self._paint_two(painter, room, column, cell)
            return
        if cell.tone and column.kind is Kind.GAIN:
            self._paint_letter(painter, where, cell)
            return
        if cell.tone:
            text = self._fitting(cell.text, cell.tone, where.width() - px(4))
            paint_chip(painter, self._look, QPointF(where.x() + px(2), where.center().y()), text, cell.tone)
            return
        room = self._paint_mark(painter, room, cell, alone=not cell.text)
        kind = self._kind(column, cell)
        align = _RIGHT if column.is_right else _LEFT
        if column.kind is Kind.YES_NO or cell.text == NOTHING:
            align = Qt.AlignmentFlag.AlignHCenter
        self._words.text(painter, room, cell.text, kind, cell.ink, align)
        if cell.aside:
            width = self._words.font(kind)[1].horizontalAdvance(cell.text) + px(8)
            self._words.text(painter, room.adjusted(width, 0, 0, 0), cell.aside, Text.CAPTION, "text2")

    def _kind(self, column: DayColumn, cell: DayCell) -> Text:
        if column.kind in (Kind.DOSES, Kind.CAPSULE, Kind.CHECKS, Kind.VERDICT, Kind.SEVERAL):
            return Text.CAPTION_STRONG if cell.is_strong else Text.CAPTION
        return Text.BODY_STRONG if cell.is_strong else Text.BODY

    def _paint_two(self, painter: QPainter, room: QRectF, column: DayColumn, cell: DayCell) -> None:
        """A name and the line below it; two numbers, one below the other."""
        upper = Text.BODY_STRONG if cell.is_strong else Text.CAPTION
        top, low = self._words.font(upper)[1].height(), self._words.font(Text.CAPTION)[1].height()
        y = room.center().y() - (top + low) / 2
        align = _RIGHT if column.is_right else _LEFT
        self._words.text(painter, QRectF(room.x(), y, room.width(), top), cell.text, upper, cell.ink, align)
        self._words.text(
            painter, QRectF(room.x(), y + top, room.width(), low), cell.below, Text.CAPTION, "text2", align
        )

    def _paint_letter(self, painter: QPainter, where: QRectF, cell: DayCell) -> None:
        px = self._look.px
        box = QRectF(where.x() + px(2), where.y() + px(6), where.width() - px(4), where.height() - px(12))
        paint_frame(painter, self._look, box, fill=f"{cell.tone}_bg", radius=4)
        ink = cell.tone if cell.tone != "neu" else "text2"
        self._words.text(painter, box, cell.text, Text.BODY_STRONG, ink, Qt.AlignmentFlag.AlignHCenter)

    def _paint_mark(self, painter: QPainter, room: QRectF, cell: DayCell, *, alone: bool) -> QRectF:
        """The icon or the colour before the text; gives the room that is left."""
        px, side = self._look.px, self._look.px(16)
        if cell.icon is not None:
            x = room.center().x() - side / 2 if alone else room.x()
            self._look.icons.paint(painter, QRectF(x, room.center().y() - side / 2, side, side), *cell.icon)
        elif cell.swatch:
            small = px(12)
            painter.setPen(QPen(self._look.colour("ctl"), 1))
            painter.setBrush(QColor(cell.swatch))
            painter.drawRoundedRect(QRectF(room.x(), room.center().y() - small / 2, small, small), px(2), px(2))
        else:
            return room
        return room.adjusted(side + px(4), 0, 0, 0)

    def _fitting(self, text: str, tone: str, width: float) -> str:
        if chip_size(self._look, text, tone).width() <= width:
            return text
        around = chip_size(self._look, "", tone).width()
        metrics = QFontMetricsF(self._look.font(Text.CAPTION_STRONG))
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - around)
