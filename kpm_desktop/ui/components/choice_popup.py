"""What a box of many values opens to: a field to type a part of a name in, and the values that hold it."""

import re
import unicodedata

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFrame, QListView, QVBoxLayout

from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.say import say
from kpm_desktop.ui.components.search_field import SearchField
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

Index = QModelIndex | QPersistentModelIndex
_BETWEEN = re.compile(r"[\W_]+")
ROWS_SHOWN, ROW_HEIGHT, NARROWEST = 9, 36, 280


def fold(text: str) -> str:
    """A name as it is compared: `Suka Maju` is `sukamaju`."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKD", text).casefold())


class Fitting(QSortFilterProxyModel):
    """The values of a box that hold what is typed, in their order."""

    typed = ""

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Whether a value holds it."""
        return self.typed in fold(str(self.sourceModel().index(row, 0, parent).data() or ""))

    def show_fitting(self, typed: str) -> None:
        """Other letters."""
        self.typed = fold(typed)
        self.invalidate()


class ChoicePopup(QFrame):
    """`chosen` gives a row of the box. Arrows choose, Enter takes, Esc empties the field and then closes."""

    chosen = Signal(int)

    def __init__(self, look: Look, box: QComboBox) -> None:
        super().__init__(box, Qt.WindowType.Popup)
        self._look, self._box = look, box
        self.search = SearchField(look, self.tr("Type a part of the name"))
        self.search.textChanged.connect(self._on_typed)
        self._fitting = Fitting(self)
        self._fitting.setSourceModel(box.model())
        self.list = QListView()
        self.list.setModel(self._fitting)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(box.accessibleName())
        self.list.setProperty("role", "choices")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(look.px(ROW_HEIGHT) * ROWS_SHOWN)
        self.list.clicked.connect(self._on_taken)
        self._nothing = label(look, self.tr("No name like this. Try fewer letters."), Text.CAPTION, "text2", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setFixedHeight(self.list.height())
        self._nothing.hide()
        column = QVBoxLayout(self)
        px = look.px
        column.setContentsMargins(px(8), px(8), px(8), px(8))
        column.setSpacing(px(6))
        for widget in (self.search, self._nothing, self.list):
            column.addWidget(widget)

    def open(self, typed: str = "") -> None:
        """Shows all values with the box's own chosen, or those that hold what was typed on the box."""
        self.search.setText(typed)
        self._fitting.show_fitting(typed)
        if not typed:
            self._go_to(self._fitting.mapFromSource(self._box.model().index(self._box.currentIndex(), 0)).row())
        self.setFixedSize(max(self._box.width(), self._look.px(NARROWEST)), self.sizeHint().height())
        self.move(self._place())
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys the field does not need."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: ROWS_SHOWN - 1,
            Qt.Key.Key_PageUp: 1 - ROWS_SHOWN,
        }
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_taken(self.list.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in steps:
            self._go_to(self.list.currentIndex().row() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame of its own: the stylesheet leaves what a box opens to alone."""
        paint_frame(QPainter(self), self._look, QRectF(self.rect()), fill="surface", border="ctl", radius=0)

    def _on_typed(self, typed: str) -> None:
        self._fitting.show_fitting(typed)
        shown, hidden = (self.list, self._nothing) if self._fitting.rowCount() else (self._nothing, self.list)
        hidden.hide()
        shown.show()
        self._go_to(0)

    def _go_to(self, row: int) -> None:
        last = self._fitting.rowCount() - 1
        self.list.setCurrentIndex(self._fitting.index(min(max(row, 0), last), 0) if last >= 0 else QModelIndex())
        if self.isVisible():  # the keys stay in the field: a screen reader is told where the arrows are
            say(self.search, str(self.list.currentIndex().data()) if last >= 0 else self._nothing.text())

    def _on_taken(self, index: QModelIndex) -> None:
        if index.isValid():
            self.close()
            self.chosen.emit(self._fitting.mapToSource(index).row())

    def _place(self) -> QPoint:
        """Below the box, above it where there is no room, and never beyond the edge of the screen."""
        screen = self._box.screen().availableGeometry()
        below = self._box.mapToGlobal(QPoint(0, self._box.height()))
        x = max(min(below.x(), screen.right() - self.width()), screen.left())
        if below.y() + self.height() <= screen.bottom():
            return QPoint(x, below.y())
        return QPoint(x, max(below.y() - self._box.height() - self.height(), screen.top()))
