"""A page as it will be printed, one sheet at a time: the whole sheet, or larger to be read."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from kpm_desktop.reports.paper.laid import Laid
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.printing.page_output import page_picture

_MARGIN = 12
#: How much larger than the whole sheet one to be read is at least.
_LARGER = 1.5


class PageView(QScrollArea):
    """`turned` says which sheet is shown, from 0, and how many there are. Page Up and Page Down turn, Home and End go
    to the first and last."""

    turned = Signal(int, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._laid: Laid | None = None
        self._number = 0
        self._is_large = False
        self._paper = _Paper(look)
        self.setProperty("role", "plain")
        self.setWidget(self._paper)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(look.px(220))

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(self._look.px(640), self._look.px(480))

    def show_laid(self, laid: Laid) -> None:
        """Shows a page that is laid out; another one begins with the sheet that was shown, where it has as many."""
        self._laid = laid
        self._show(self._number)

    def turn(self, by: int) -> None:
        """So many sheets on, or back."""
        self._show(self._number + by)

    def toggle_size(self) -> None:
        """As wide as there is room, or whole again."""
        self._is_large = not self._is_large
        self._draw()

    @property
    def is_large(self) -> bool:
        """Whether the sheet is shown to be read."""
        return self._is_large

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turns; arrows move the sheet where it is larger than its room."""
        last = len(self._laid.sheets) if self._laid is not None else 0
        turns = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Home: -last, Qt.Key.Key_End: last}
        key = Qt.Key(event.key())
        if key in turns:
            self.turn(turns[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draws the sheet for its new room."""
        super().resizeEvent(event)
        self._draw()

    def _show(self, number: int) -> None:
        if self._laid is None:
            return
        self._number = min(max(number, 0), len(self._laid.sheets) - 1)
        self.setAccessibleName(f"{self._laid.page.name}, {self._laid.paging[self._number]}")
        self._draw()
        self.verticalScrollBar().setValue(0)
        self.turned.emit(self._number, len(self._laid.sheets))

    def _draw(self) -> None:
        if self._laid is None:
            return
        margin = 2 * self._look.px(_MARGIN)
        room = self.maximumViewportSize()
        width, height = room.width() - margin - 1, room.height() - margin - 1  # a picture is rounded up to whole dots
        whole = min(width / self._laid.width, height / self._laid.height)
        beside_bar = room.width() - margin - self.verticalScrollBar().sizeHint().width()
        dots = max(beside_bar / self._laid.width, whole * _LARGER) if self._is_large else whole
        ratio = self.devicePixelRatioF()
        picture = page_picture(self._laid, self._number, max(round(self._laid.width * dots * ratio), 1))
        picture.setDevicePixelRatio(ratio)
        self._paper.show_picture(picture)


class _Paper(QWidget):
    """The sheet with a little of the table around it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._picture = QImage()

    def show_picture(self, picture: QImage) -> None:
        """Another sheet, or another size."""
        self._picture = picture
        margin = 2 * self._look.px(_MARGIN)
        self.resize(picture.deviceIndependentSize().toSize() + QSize(margin, margin))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, and its edge."""
        if self._picture.isNull():
            return
        painter, margin = QPainter(self), self._look.px(_MARGIN)
        painter.drawImage(margin, margin, self._picture)
        painter.setPen(QPen(self._look.colour("line"), 1))
        size = self._picture.deviceIndependentSize()
        painter.drawRect(QRectF(margin - 0.5, margin - 0.5, size.width() + 1, size.height() + 1))
