"""The weeks of a pregnancy with the checks that were had, drawn as a track."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpm_desktop.commands.pregnancy.pregnancy_view import PregnancyView
from kpm_desktop.domain.pregnancy.checks import Check
from kpm_desktop.domain.schedules.care import care_rules
from kpm_desktop.ui.components.chip import chip_size, paint_chip
from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text

_HEIGHT, _BAR, _GAP = 100, 24, 6
_WEEKS = 40


class CheckTrack(QWidget):
    """What it shows is its accessible name."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look = tools, tools.look
        self._text = RowDelegate(tools.look)
        self._text.setParent(self)
        self._view: PregnancyView | None = None
        speak_as(self, "text")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pregnancy(self, view: PregnancyView) -> None:
        """Another pregnancy."""
        self._view = view
        calendar = self._tools.calendar
        told = [f"{each.code} {calendar.dated(each.day)}" for each in view.checks]
        self.setAccessibleName(", ".join(told) or self.tr("no check recorded yet"))
        self.update()

    def sizeHint(self) -> QSize:
        """One height."""
        return QSize(self._look.px(320), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As narrow as three words."""
        return QSize(self._look.px(240), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Trimesters, checks, and the week that is now."""
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_trimesters(painter)
        self._paint_checks(painter, self._view.checks)
        self._paint_now(painter, self._view)

    def _x(self, week: float) -> float:
        return min(max(week, 0), _WEEKS + 2) / (_WEEKS + 2) * self.width()

    def _paint_trimesters(self, painter: QPainter) -> None:
        ends = {each.trimester: each.until_week for each in care_rules().pregnancy.contacts}
        start = 0.0
        for number in sorted(ends):
            end = self._x(min(ends[number] + 1, _WEEKS))
            box = QRectF(start, 0, end - start - 2, self._look.px(_BAR))
            paint_frame(painter, self._look, box, fill="neu_bg", radius=4)
            words = self.tr("Trimester {number}").format(number=number)
            self._text.text(painter, box, words, Text.CAPTION, "text2", Qt.AlignmentFlag.AlignHCenter)
            start = end

    def _paint_checks(self, painter: QPainter, checks: Sequence[Check]) -> None:
        """Each at its week; one that would lie over the one before it is moved to the right."""
        px, free = self._look.px, 0.0
        y = px(_BAR + _GAP)
        for each in self._placed(checks):
            words = each.code
            width = chip_size(self._look, words, "ok").width()
            x = self._x(each.week or 0) - width / 2
            x = min(max(x, free), self.width() - width)
            paint_chip(painter, self._look, QPointF(x, y + px(13)), words, "ok")
            day = QRectF(x - px(6), y + px(28), width + px(12), px(20))
            self._text.text(
                painter,
                day,
                self._tools.calendar.short_day(each.day, each.day),
                Text.CAPTION,
                "text2",
                Qt.AlignmentFlag.AlignHCenter,
            )
            free = x + width + px(_GAP)

    def _placed(self, checks: Sequence[Check]) -> list[Check]:
        return [each for each in checks if each.week is not None]

    def _paint_now(self, painter: QPainter, view: PregnancyView) -> None:
        if view.week is None:
            return
        look = self._look
        x = min(self._x(view.week), self.width() - look.px(2))
        painter.fillRect(QRectF(x, 0, look.px(2), self.height()), look.colour("accent"))
        words = self.tr("week {week}").format(week=view.week)
        room = QRectF(x + look.px(6), look.px(_BAR + _GAP + 50), look.px(120), look.px(18))
        if room.right() > self.width():
            room = QRectF(x - look.px(126), room.y(), look.px(120), room.height())
            self._text.text(painter, room, words, Text.CAPTION_STRONG, "accent_text", Qt.AlignmentFlag.AlignRight)
        else:
            self._text.text(painter, room, words, Text.CAPTION_STRONG, "accent_text")
