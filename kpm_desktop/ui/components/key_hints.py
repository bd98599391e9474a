"""Keys and what they do, in one line; those that find no room are left to the help."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpm_desktop.ui.components.key_cap import key_cap_size, paint_key_cap, shown_key
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

HEIGHT = 24


class KeyHints(QWidget):
    """`hints`: (keys, words), several keys separated by a space; without keys only the words are shown."""

    def __init__(
        self, look: Look, hints: Sequence[tuple[str, str]], *, ink: str = "text2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._hints, self._ink = look, list(hints), ink
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Other keys than before."""
        self._hints = list(hints)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All of them."""
        return QSize(round(sum(self._width(hint) for hint in self._hints)), self._look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """None of them."""
        return QSize(0, self._look.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws those that fit, the first ones first."""
        painter, look, x = QPainter(self), self._look, 0.0
        middle = self.height() / 2
        for hint in self._hints:
            if x + self._width(hint) - look.px(12) > self.width() + 1:
                return
            for key in hint[0].split():
                size = key_cap_size(look, shown_key(key))
                where = QRectF(x, middle - size.height() / 2, size.width(), size.height())
                paint_key_cap(painter, look, where, shown_key(key))
                x += size.width() + look.px(5)
            font = look.font(Text.CAPTION)
            painter.setFont(font)
            painter.setPen(look.colour(self._ink))
            width = QFontMetricsF(font).horizontalAdvance(hint[1])
            painter.drawText(QRectF(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, hint[1])
            x += width + look.px(12)

    def _width(self, hint: tuple[str, str]) -> float:
        look = self._look
        caps = sum(key_cap_size(look, shown_key(key)).width() + look.px(5) for key in hint[0].split())
        return caps + QFontMetricsF(look.font(Text.CAPTION)).horizontalAdvance(hint[1]) + look.px(12)
