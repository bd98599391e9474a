"""The doses of one age: what age it is, and its cells beside or below that, as many in a line as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from kpm_desktop.ui.components.labels import label, retone
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.doses.dose_cell import INSET as CELL_INSET
from kpm_desktop.ui.pages.doses.dose_cell import DoseCell

AGE_WIDTH = 98
_INSET = 18


class AgeRow(QWidget):
    """note: stands behind its cells where there is room for it."""

    def __init__(
        self,
        look: Look,
        heading: str,
        caption: str,
        cells: Sequence[DoseCell],
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self.cells = look, list(cells)
        speak_as(self, "group")
        self.setAccessibleName(f"{heading}, {caption}")
        self._age = QWidget()
        self._words = QVBoxLayout(self._age)
        self._words.setSpacing(0)
        self._heading = label(look, heading, Text.BODY_STRONG)
        self._caption = label(look, caption, Text.CAPTION, "text2", wrap=True)
        self._note = label(look, note, Text.CAPTION, "text2", wrap=True)
        self._note.setContentsMargins(look.px(CELL_INSET), 0, 0, 0)
        for widget in (self._age, self._note, *self.cells):  # a layout would show them later than the row
            widget.setParent(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._arranged: tuple[int, bool] | None = None

    def arrange(self, columns: int, *, is_beside: bool) -> None:
        """So many cells in a line; the age beside them, or above."""
        if self._arranged == (columns, is_beside):
            return
        self._arranged = (columns, is_beside)
        px, grid = self._look.px, self._grid
        for widget in (self._age, self._note, *self.cells):
            grid.removeWidget(widget)
        self._arrange_words(is_beside=is_beside)
        top, left = (0, 1) if is_beside else (1, 0)
        lines = -(-len(self.cells) // columns)
        grid.addWidget(self._age, 0, 0, lines if is_beside else 1, 1 if is_beside else columns)
        for at, cell in enumerate(self.cells):
            grid.addWidget(cell, top + at // columns, left + at % columns)
        for column in range(columns + 2):
            grid.setColumnStretch(column, 0)
        room = columns - len(self.cells)
        self._note.setVisible(bool(self._note.text()) and is_beside and room >= 2)
        if not self._note.isHidden():
            self._note.setFixedWidth(px(190))
            grid.addWidget(self._note, 0, left + len(self.cells), 1, room, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(left + columns, 1)

    def _arrange_words(self, *, is_beside: bool) -> None:
        px, words = self._look.px, self._words
        while words.count():
            words.takeAt(0)
        if is_beside:
            self._age.setFixedWidth(px(AGE_WIDTH))
            words.setContentsMargins(px(_INSET), px(2), 0, px(2))
            words.addStretch(1)
        else:
            self._age.setMinimumWidth(0)
            self._age.setMaximumWidth(16_777_215)
            words.setContentsMargins(px(CELL_INSET), px(8), px(8), px(2))
        words.addWidget(self._heading)
        words.addWidget(self._caption)
        if is_beside:
            words.addStretch(1)
        self._grid.setContentsMargins(0 if is_beside else px(_INSET) - px(CELL_INSET), 0, 0, 0)

    def is_current(self) -> bool:
        """Whether one of its cells has the keys."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def show_current(self) -> None:
        """Shows where the keys go."""
        tone = "accent_text" if self.is_current() else ""
        if (self._heading.property("tone") or "") != tone:
            retone(self._heading, tone)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar and colour of the row that has the keys."""
        if not self.is_current():
            return
        painter, where = QPainter(self), QRectF(self.rect())
        painter.fillRect(where, self._look.colour("accent_soft"))
        painter.fillRect(QRectF(0, 0, self._look.px(3), where.height()), self._look.colour("accent"))
