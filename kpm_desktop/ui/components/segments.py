"""A segmented filter: a few choices side by side, each with a count; exactly one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from kpm_desktop.ui.components.flow import FlowLayout
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class Segment(QAbstractButton):
    """One choice; the chosen one has a check and the accent."""

    def __init__(self, look: Look, code: str, text: str, count: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.code, self._count = look, code, count
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader calls it one of several, not a box to tick
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._on_toggled)
        self._name_it()

    def show_count(self, count: str) -> None:
        """Another count behind the words."""
        self._count = count
        self._name_it()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Words, count and the check when chosen."""
        look = self._look
        width = look.px(26) + self._advance(Text.BODY_STRONG, self.text())
        if self._count:
            width += look.px(8) + self._advance(Text.CAPTION, self._count)
        if self.isChecked():
            width += look.px(22)
        return QSize(round(width), look.px(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the choice."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 2 if self.hasFocus() else 1))
            painter.setBrush(look.colour("accent_soft") if self.isChecked() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.px(6), look.px(6))
        x, middle = float(look.px(13)), self.height() / 2
        ink = "accent_text" if self.isChecked() else "text"
        if self.isChecked():
            side = look.px(15)
            look.icons.paint(painter, QRectF(x, middle - side / 2, side, side), "check", ink)
            x += look.px(22)
        x = self._words(painter, QPointF(x, middle), Text.BODY_STRONG, ink, self.text())
        self._words(painter, QPointF(x + look.px(8), middle), Text.CAPTION, "text2", self._count)

    def _words(self, painter: QPainter, at: QPointF, kind: Text, ink: str, text: str) -> float:
        painter.setFont(self._look.font(kind))
        painter.setPen(self._look.colour(ink))
        width = self._advance(kind, text)
        where = QRectF(at.x(), 0, width + 2, self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, text)
        return at.x() + width

    def _advance(self, kind: Text, text: str) -> float:
        return QFontMetricsF(self._look.font(kind)).horizontalAdvance(text)

    def _on_toggled(self, is_on: bool) -> None:
        """Tab comes to the chosen one, the arrows go to the others."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_on else Qt.FocusPolicy.ClickFocus)
        self.updateGeometry()

    def _name_it(self) -> None:
        self.setAccessibleName(f"{self.text()} {self._count}".strip())


class Segments(QWidget):
    """The filter; arrow keys move between the choices. `chosen` gives the code of the new choice. name: what
    is chosen, for a screen reader. One that `wraps` goes on in a second line where all of it does not fit."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        speak_as(self, "group")
        row = FlowLayout(self) if wraps else QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._segments: dict[str, Segment] = {}
        for code, text in choices:
            segment = Segment(look, code, text, parent=self)
            self._segments[code] = segment
            self._group.addButton(segment)
            row.addWidget(segment)
        self._group.buttonToggled.connect(self._on_toggled)
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.choose(choices[0][0])

    def name(self, code: str, text: str) -> None:
        """Other words on one."""
        self._segments[code].setText(text)
        self._segments[code].show_count("")

    def show_choice(self, code: str, *, visible: bool) -> None:
        """Shows or hides one."""
        self._segments[code].setVisible(visible)
        self.updateGeometry()

    def choose(self, code: str) -> None:
        """Chooses one."""
        self._segments[code].setChecked(True)

    def button(self, code: str) -> Segment:
        """One of them."""
        return self._segments[code]

    def current(self) -> str:
        """The code of the chosen one."""
        return next(code for code, segment in self._segments.items() if segment.isChecked())

    def show_counts(self, counts: dict[str, str]) -> None:
        """Counts behind the words, by code."""
        for code, count in counts.items():
            self._segments[code].show_count(count)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame around all."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("ctl"), 1))
        painter.setBrush(self._look.colour("surface"))
        radius = self._look.px(6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _on_toggled(self, button: QAbstractButton, is_on: bool) -> None:
        if is_on and isinstance(button, Segment):
            self.chosen.emit(button.code)
