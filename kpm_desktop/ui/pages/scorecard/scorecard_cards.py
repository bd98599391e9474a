"""The top of the page *Rapor*: the choice of a village and of a quarter, and the four numbers."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.labels import label, tip
from kpm_desktop.ui.fields.choice_field import ChoiceField
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.scorecard.scorecard_words import months_words, quarter_words
from kpm_desktop.ui.words.place_words import place_title

#: Of a card with a title in one line, of that line, and free within a card at its sides.
_HEIGHT, _LINE, _MARGIN = 88, 20, 14


class Line(NamedTuple):
    """A short line at the right of a number."""

    text: str
    tone: str = "text2"


class NumberCard(QAbstractButton):
    """A number with what it is made of beside it; pressed, it shows at the side who is behind it. Its title takes a
    second line where one is too short."""

    def __init__(self, look: Look, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self._look, self._number = look, ""
        self._lines: Sequence[Line] = ()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_number(self, title: str, number: str, lines: Sequence[Line]) -> None:
        """Another title, number and lines."""
        self.setText(title)
        self._number, self._lines = number, [line for line in lines if line.text]
        words = ", ".join(line.text for line in self._lines)
        self.setAccessibleName(f"{title}: {number}, {words}")
        self.setToolTip(tip(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._look.px(200), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest word."""
        return QSize(self._look.px(110), self._look.px(_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        """For the title."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Higher by a line where the title needs a second one."""
        return self._look.px(_HEIGHT) + self._title_height(width - 2 * self._look.px(_MARGIN)) - self._look.px(_LINE)

    def _title_height(self, room: float) -> int:
        words = QFontMetricsF(self._look.font(Text.CAPTION_STRONG)).horizontalAdvance(self.text())
        return self._look.px(_LINE if words <= room else 2 * _LINE - 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws all of it."""
        painter, look, px = QPainter(self), self._look, self._look.px
        is_marked = self.isChecked() or self.hasFocus()
        border = "accent" if is_marked else "ctl" if self.underMouse() else "line"
        fill = "accent_soft" if self.isChecked() else "surface"
        width = 2 if self.hasFocus() else 1
        paint_frame(painter, look, QRectF(self.rect()), fill=fill, border=border, width=width, radius=8)
        inner = QRectF(self.rect()).adjusted(px(_MARGIN), px(8), -px(_MARGIN), -px(8))
        number = QFontMetricsF(look.font(Text.TITLE))
        left = max(number.horizontalAdvance(self._number), px(40)) + 2
        ink = "accent_text" if self.isChecked() else "text"
        title = QRectF(inner.x(), inner.y(), inner.width(), self._title_height(inner.width()))
        painter.setFont(look.font(Text.CAPTION_STRONG))
        painter.setPen(look.colour(ink))
        painter.drawText(title, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, self.text())
        below = inner.adjusted(0, title.height(), 0, 0)
        caption = QFontMetricsF(look.font(Text.CAPTION))
        room = inner.width() - left - px(10)
        if all(caption.horizontalAdvance(line.text) <= room for line in self._lines):
            self._draw(painter, below, self._number, Text.TITLE, "text")
            self._draw_lines(painter, below.adjusted(left + px(10), 0, 0, 0))
        else:
            self._draw_narrow(painter, below)

    def _draw_lines(self, painter: QPainter, where: QRectF) -> None:
        height = self._look.px(17)
        y = where.center().y() - height * len(self._lines) / 2
        for line in self._lines:
            at = QRectF(where.x(), y, where.width(), height)
            self._draw(painter, at, line.text, Text.CAPTION, line.tone, Qt.AlignmentFlag.AlignRight)
            y += height

    def _draw_narrow(self, painter: QPainter, where: QRectF) -> None:
        """Below the number the one line that matters most: what to look at, or else what it is made of."""
        number = QRectF(where.x(), where.y(), where.width(), self._look.px(30))
        self._draw(painter, number, self._number, Text.TITLE, "text")
        line = next((line for line in self._lines if line.tone == "warn"), self._lines[0])
        below = where.adjusted(0, self._look.px(30), 0, 0)
        caption = QFontMetricsF(self._look.font(Text.CAPTION))
        shown = caption.elidedText(line.text, Qt.TextElideMode.ElideRight, below.width())
        self._draw(painter, below, shown, Text.CAPTION, line.tone)

    def _draw(
        self,
        painter: QPainter,
        where: QRectF,
        text: str,
        kind: Text,
        ink: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(self._look.font(kind))
        painter.setPen(self._look.colour(ink))
        painter.drawText(where, align | Qt.AlignmentFlag.AlignVCenter, text)


class NumberRow(QWidget):
    """The numbers side by side; `chosen` gives the code of the one that is pressed."""

    chosen = Signal(str)

    def __init__(self, look: Look, codes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(10))
        self.cards = {code: NumberCard(look, code) for code in codes}
        for card in self.cards.values():
            card.clicked.connect(self._on_clicked)
            row.addWidget(card, 1)

    def mark(self, chosen: str) -> None:
        """Marks one, or none of them."""
        for code, card in self.cards.items():
            card.setChecked(code == chosen)

    def _on_clicked(self) -> None:
        sender = self.sender()
        assert isinstance(sender, NumberCard)
        self.chosen.emit(sender.code)


class VillageChoice(ChoiceField):
    """Hidden from a cadre who has one village only. every: the code of all of them together."""

    def __init__(self, look: Look, every: str, *, is_cadre: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, [], required=True, parent=parent)
        self._every, self._is_cadre = every, is_cadre
        self.setAccessibleName(self.tr("Village"))
        self.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumWidth(look.px(180))
        self.setMaximumWidth(look.px(260))

    def show_places(self, places: Sequence[Region], chosen: str) -> None:
        """Other villages, with all of them together above where there are several."""
        self.setVisible(len(places) > 1 or bool(places and not self._is_cadre))
        self.clear()
        if len(places) > 1:
            self.addItem(self.tr("All {count} villages").format(count=len(places)), self._every)
        for place in places:
            self.addItem(place_title(place), place.code)
        self.set_value(chosen)


class QuarterStepper(QFrame):
    """`stepped` gives -1 or 1; Ctrl with the arrows does the same."""

    stepped = Signal(int)

    def __init__(self, look: Look, calendar: CalendarWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calendar = calendar
        self.setProperty("role", "card")
        self.setFixedHeight(look.px(40))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(4), 0, look.px(4), 0)
        row.setSpacing(look.px(8))
        self.back = self._button(look, "chevron-left", self.tr("One quarter back"), "Ctrl+Left")
        self.on = self._button(look, "chevron-right", self.tr("One quarter on"), "Ctrl+Right")
        for button, key, pressed in ((self.back, "Ctrl+Left", self._on_back), (self.on, "Ctrl+Right", self._on_on)):
            button.clicked.connect(pressed)
            QShortcut(QKeySequence(key), self, pressed)
        self._quarter = label(look, "", Text.BODY_STRONG)
        self.months = label(look, "", Text.CAPTION, "text2")
        for widget in (self.back, self._quarter, self.months, self.on):
            row.addWidget(widget)

    def show_quarter(self, quarter: Quarter, *, is_running: bool) -> None:
        """Shows another quarter, and whether it is not over yet."""
        self._quarter.setText(quarter_words(quarter))
        months = months_words(quarter, self._calendar)
        self.months.setText(self.tr("{months}, still running").format(months=months) if is_running else months)

    def _button(self, look: Look, icon: str, name: str, shortcut: str) -> Button:
        button = Button(look, "", kind="link", icon=icon, small=True)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({shortcut})")
        return button

    def _on_back(self) -> None:
        self.stepped.emit(-1)

    def _on_on(self) -> None:
        self.stepped.emit(1)
