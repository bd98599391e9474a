"""The headings of the table, each of two lines; those of number and name sort it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.posyandu_day.day_columns import Kind, pad_of
from kpm_desktop.ui.pages.posyandu_day.day_model import DayModel

_HEIGHT = 40


class DayHeader(QHeaderView):
    """Drawn like the rest of the table."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(look.px(20))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(0, self._look.px(_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Heading and unit."""
        model = self.model()
        if not isinstance(model, DayModel) or not rect.isValid():
            return
        look, column = self._look, model.columns[logicalIndex]
        painter.save()
        painter.fillRect(rect, look.colour("bg"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.colour("line"))
        pad = look.px(pad_of(column))
        room = rect.adjusted(pad, 0, -pad, 0)
        align = Qt.AlignmentFlag.AlignRight if column.is_right else Qt.AlignmentFlag.AlignLeft
        if column.kind in (Kind.YES_NO, Kind.GAIN):
            align = Qt.AlignmentFlag.AlignHCenter
        lines = [(column.heading, Text.CAPTION_STRONG, "text"), (column.unit, Text.CAPTION, "text2")]
        shown = [line for line in lines if line[0]]
        height = look.px(17)
        y = rect.center().y() - height * len(shown) / 2
        for text, kind, ink in shown:
            painter.setFont(look.font(kind))
            painter.setPen(look.colour(ink))
            where = QRect(room.x(), round(y), room.width(), height)
            metrics = painter.fontMetrics()
            fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, where.width())
            painter.drawText(where, align | Qt.AlignmentFlag.AlignVCenter, fitting)
            y += height
        painter.restore()
