"""The pages of the navigation under their headings, as high as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.window.navigation_buttons import NavigationButton

#: Heights at scale 1: as drawn, and as low as they become before anything is pushed out of the window. Headings give
#: way first, then rows; below `_LOW_ROW` only in windows smaller than any the pages are drawn for.
HEADING, LOW_HEADING = 28, 24
ROW, LOW_ROW, _LEAST_ROW = 40, 32, 26
#: How high a line in a heading's place is; and the least width of all.
_LINE, _WIDTH = 9, 60


class PageColumn(QWidget):
    """`entries`: heading and button of each page; the buttons that follow one another under one heading share it."""

    def __init__(
        self, look: Look, entries: Sequence[tuple[str, NavigationButton]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._is_narrow = look, False
        self._parts: list[QWidget] = []
        above = ""
        for heading, button in entries:
            if heading != above:
                self._parts.append(self._heading(heading))
                above = heading
            button.setParent(self)
            self._parts.append(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def be_narrow(self, is_narrow: bool) -> None:
        """Lines in the place of headings."""
        self._is_narrow = is_narrow
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        """As drawn."""
        return QSize(self._look.px(_WIDTH), self._height(self._most(), ROW))

    def minimumSizeHint(self) -> QSize:
        """With everything as low as it becomes."""
        return QSize(self._look.px(_WIDTH), self._height(self._least(), _LEAST_ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives every part its place."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, where there are any."""
        if self._is_narrow:
            painter, px = QPainter(self), self._look.px
            for part in self._parts[1:]:
                if isinstance(part, QLabel):
                    y, line = part.geometry().center().y(), self._look.colour("line")
                    painter.fillRect(QRect(px(12), y, self.width() - px(24), 1), line)

    def _place(self) -> None:
        heading, row = self.heights(self.height())
        y = 0
        for part in self._parts:
            height = heading if isinstance(part, QLabel) else row
            part.setGeometry(QRect(0, y, self.width(), height))
            if isinstance(part, QLabel):
                room = self.width() - self._look.px(24)
                words = part.fontMetrics().elidedText(part.accessibleName(), Qt.TextElideMode.ElideRight, room)
                part.setText("" if self._is_narrow else words)
            y += height
        self.update()

    def heights(self, room: int) -> tuple[int, int]:
        """The heights of headings and rows in pixels, where this is the height of all of it."""
        px, rows = self._look.px, self._rows()
        heading = px(self._most() if self._height(self._most(), ROW) <= room else self._least())
        free = (room - heading * (len(self._parts) - rows)) // rows if rows else 0
        return heading, max(min(free, px(ROW)), px(_LEAST_ROW))

    def _most(self) -> int:
        return _LINE if self._is_narrow else HEADING

    def _least(self) -> int:
        return _LINE if self._is_narrow else LOW_HEADING

    def _height(self, heading: float, row: float) -> int:
        rows = self._rows()
        return self._look.px(heading) * (len(self._parts) - rows) + self._look.px(row) * rows

    def _rows(self) -> int:
        return sum(isinstance(part, NavigationButton) for part in self._parts)

    def _heading(self, text: str) -> QLabel:
        made = label(self._look, "", Text.KEY, "text2", parent=self)
        made.setAccessibleName(text)
        made.setContentsMargins(self._look.px(16), self._look.px(4), self._look.px(8), 0)
        return made
