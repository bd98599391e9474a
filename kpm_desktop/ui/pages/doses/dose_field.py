"""The field a dose's day is typed into: digits stand where they belong, a year that is proposed is paler."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.doses.dose_words import Standing
from kpm_desktop.ui.pages.doses.typed_day import TypedDay, is_of_day

WIDTH, HEIGHT = 116, 30
_INSET = 10


class DoseField(QLineEdit):
    """`edited` after each key of a day, `strayed` gives a key that is none, `left` and `reached` when the keys go and
    come. typing: what is typed and not taken yet; None while nothing is."""

    edited = Signal()
    strayed = Signal(QKeyEvent)
    left = Signal()
    reached = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.typing: TypedDay | None = None
        self._year = ""
        self._standing = Standing("")
        self.setProperty("role", "dose")
        self.setFixedSize(look.px(WIDTH), look.px(HEIGHT))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)

    def show_value(self, text: str, standing: Standing) -> None:
        """Shows what is kept; nothing is typed any more."""
        self.typing, self._year = None, ""
        self._show(text, standing)

    def show_typing(self, year: str, standing: Standing) -> None:
        """Shows what is being typed, with the year that is proposed."""
        self._year = year
        self._show(self.typing.text if self.typing is not None else "", standing)

    def _show(self, text: str, standing: Standing) -> None:
        self._standing = standing
        self.setProperty("problem", standing.icon in ("wrench", "circle-alert"))
        self.setText(text + self._year)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Letters type no day: they are left to the shortcuts of the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(is_of_day(event.text()))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and dashes are typed; what else is pressed the page knows."""
        text = event.text()
        if event.matches(QKeySequence.StandardKey.Paste):
            self._begin().paste(QGuiApplication.clipboard().text())
            self.edited.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.text())
        elif is_of_day(text) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._begin().add(text)
            self.edited.emit()
        elif event.key() == Qt.Key.Key_Backspace and self.typing is not None:
            self.typing.remove()
            self.edited.emit()
        else:
            self.strayed.emit(event)

    def _begin(self) -> TypedDay:
        """What is typed replaces what stands there."""
        if self.typing is None:
            self.typing = TypedDay()
        return self.typing

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page shows what belongs to it."""
        super().focusInEvent(event)
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is taken, by whatever way the field is left."""
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws all of it."""
        painter, look, where = QPainter(self), self._look, QRectF(self.rect())
        has_keys, standing = self.hasFocus(), self._standing
        is_bare = standing.is_bare and not (has_keys or self.text())
        if not is_bare:
            border = "warn" if self.property("problem") else "accent" if has_keys else "ctl"
            is_quiet = standing.is_shut and not (has_keys or self.text())
            fill, width = ("neu_bg", 1) if is_quiet else ("surface", 2 if border != "ctl" else 1)
            paint_frame(painter, look, where, fill=fill, border="line" if is_quiet else border, width=width)
        font = look.font(Text.BODY_MEDIUM, tabular=True)
        painter.setFont(font)
        metrics, x = QFontMetricsF(font), float(look.px(0 if is_bare else _INSET))
        typed = self.text()[: len(self.text()) - len(self._year)]
        for part, ink in ((typed or ("–" if is_bare else ""), "text" if typed else "text2"), (self._year, "text2")):
            painter.setPen(look.colour(ink))
            painter.drawText(QRectF(x, 0, where.width(), where.height()), Qt.AlignmentFlag.AlignVCenter, part)
            x += metrics.horizontalAdvance(part)
            if ink == "text" or not typed:
                caret, typed = x, typed or " "
        if has_keys and (self.typing is not None or not self.text()):
            painter.fillRect(QRectF(caret, look.px(6), look.px(2), where.height() - look.px(12)), look.colour("accent"))
