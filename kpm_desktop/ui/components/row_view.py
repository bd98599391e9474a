"""A list of rows to walk through: arrows choose, Enter and a double click open."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QWidget

from kpm_desktop.ui.components.row_list import ROW, Row, RowList
from kpm_desktop.ui.components.rows import RowDelegate

_BATCH = 200


class RowView(QListView):
    """`opened` gives the row that was opened, `moved` the row that is now chosen or None. What was chosen stays chosen
    when other rows are shown."""

    opened = Signal(object)
    moved = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowList(self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._wanted: QSize | None = None

    def want(self, height: int, least: int) -> None:
        """How high it likes to be, and how low it becomes where there is less room: it scrolls, what it stands in need
        not."""
        self._wanted = QSize(super().sizeHint().width(), height)
        self.setMinimumHeight(least)

    def sizeHint(self) -> QSize:
        """As high as wanted."""
        return self._wanted or super().sizeHint()

    def hold_many(self) -> None:
        """For thousands of rows of one height: those out of sight are laid out later."""
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)

    def draw_with(self, delegate: QStyledItemDelegate) -> None:
        """The delegate that draws the rows, and says what it draws."""
        delegate.setParent(self)
        if isinstance(delegate, RowDelegate):
            self.rows.said = delegate.said
        self.setItemDelegate(delegate)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Other rows; the chosen one is found again by its key, else the first is chosen."""
        key = row.key if (row := self.current()) is not None else ""
        scrolled = self.verticalScrollBar().value()
        self.rows.show_rows(rows)
        self.choose(key)
        self.verticalScrollBar().setValue(scrolled)

    def choose(self, key: str) -> None:
        """Chooses a row by its key, or the first one where there is none such."""
        rows = self.rows.rows
        at = next((at for at, row in enumerate(rows) if row.key == key and not row.is_heading), -1) if key else -1
        if at < 0:
            at = next((at for at, row in enumerate(rows) if not row.is_heading), -1)
        self.setCurrentIndex(self.rows.index(at) if at >= 0 else QModelIndex())
        if at < 0:
            self.moved.emit(None)

    def current(self) -> Row | None:
        """The chosen row."""
        index = self.currentIndex()
        row: Row | None = index.data(ROW) if index.isValid() else None
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters are left to the page's keys."""
        row = self.current()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if row is not None and not row.is_heading:
                self.opened.emit(row)
        elif event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where the keys are and no row is chosen, the ring is the list's own."""
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().highlight(), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        row: Row = index.data(ROW)
        if not row.is_heading:
            self.opened.emit(row)

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.moved.emit(current.data(ROW) if current.isValid() else None)
