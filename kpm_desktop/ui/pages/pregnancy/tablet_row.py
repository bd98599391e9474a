"""The tablets of each month of a pregnancy, a box a month."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpm_desktop.domain.pregnancy.tablets import MMS, TabletMonth
from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text

_HEIGHT, _BOX, _LEAST = 82, 34, 30
#: As many months as a pregnancy can have.
_MOST = 10


class TabletRow(QWidget):
    """What it shows is its accessible name."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look = tools, tools.look
        self._text = RowDelegate(tools.look)
        self._text.setParent(self)
        self._months: Sequence[TabletMonth] = ()
        speak_as(self, "text")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_months(self, months: Sequence[TabletMonth]) -> None:
        """Other months; the last ones where there are too many."""
        self._months = months[-_MOST:]
        told = [f"{self._month(each)} {'–' if each.taken is None else each.taken}" for each in self._months]
        self.setAccessibleName(", ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        """One height."""
        return QSize(self._look.px(_LEAST * _MOST), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A box a month."""
        return QSize(self._look.px(_LEAST) * max(len(self._months), 1), self._look.px(_HEIGHT))

    def _month(self, each: TabletMonth) -> str:
        return self._tools.calendar.short_month(each.month).split()[0]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Month, number, kind."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / max(len(self._months), 1)
        centre = Qt.AlignmentFlag.AlignHCenter
        for at, each in enumerate(self._months):
            x = at * width
            head = QRectF(x, 0, width, look.px(20))
            self._text.text(painter, head, self._month(each), Text.CAPTION, "text2", centre)
            box = QRectF(x + 2, look.px(22), min(width - 4, look.px(44)), look.px(_BOX))
            box.moveLeft(x + (width - box.width()) / 2)
            fill = "surface" if each.taken is None else "accent_soft" if each.kind == MMS else "neu_bg"
            paint_frame(painter, look, box, fill=fill, border="ctl" if each.taken is None else "", radius=4)
            if each.taken is not None:
                self._text.text(painter, box, str(each.taken), Text.BODY_STRONG, "text", centre)
            kind = self._tools.words.short_choice("pregnancy_visit", "iron_kind", each.kind) if each.kind else ""
            below = QRectF(x, look.px(24 + _BOX), width, look.px(20))
            self._text.text(painter, below, kind.split()[0] if kind else "", Text.CAPTION, "text2", centre)
