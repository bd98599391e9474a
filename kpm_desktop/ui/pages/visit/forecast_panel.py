"""At the visit's side: what the answers mean for this quarter's scorecard, and so what to do today."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.scorecard.forecast import Forecast, Line
from kpm_desktop.domain.scorecard.short import short
from kpm_desktop.ui.components.bar import HEIGHT as BAR_HEIGHT
from kpm_desktop.ui.components.bar import paint_bar
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text

_ROW = 30


class ForecastPanel(QWidget):
    """Drawn as a whole: it changes with every answer."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look = tools, tools.look
        self._quarter: Quarter | None = None
        self._current: Forecast | None = None
        self._others: list[Forecast] = []
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        speak_as(self, "text")

    def show_forecasts(self, quarter: Quarter, found: Sequence[Forecast], current: object, name: str) -> None:
        """Shows that of the current person, and a line for each of the others."""
        self._quarter, self._name = quarter, name
        self._current = next((one for one in found if one.id == current), None)
        self._others = [one for one in found if one.id != current]
        self.setFixedHeight(self._paint(None))
        self.setAccessibleName(self.sentence())
        self.update()

    def sentence(self) -> str:
        """The same in words, for a screen reader."""
        one = self._current
        if one is None:
            return self._nothing()
        parts = [f"{one.name}: {self._share_words(one)}"]
        for heading, lines in self._groups(one):
            told = ", ".join(f"{self._name_of(line)} {self._short(line)}" for line in lines)
            parts.append(f"{heading}: {told}")
        for other in self._others:
            parts += [f"{other.name}: {self._share_words(other)}", *([self._still(other)] if other.still else [])]
        return ". ".join(parts)

    def sizeHint(self) -> QSize:
        """As high as what it says."""
        return QSize(self._look.px(264), self._paint(None))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)

    def _paint(self, painter: QPainter | None) -> int:
        """Draws, or only measures without a painter; gives the height."""
        look, one, y = self._look, self._current, 0.0
        if one is None:
            return round(self._wrapped(painter, y, self._nothing(), Text.CAPTION, "text2")) + look.px(8)
        y = self._heading(painter, one, y)
        for heading, lines in self._groups(one):
            y = self._caption(painter, y + look.px(6), heading)
            for line in lines:
                y = self._line(painter, y, line, is_lost=line in one.lost)
            if heading == self._lost_heading():
                y = self._note(painter, y, one)
        for other in self._others:
            y = self._other(painter, y + look.px(8), other)
        return round(y) + look.px(8)

    def _groups(self, one: Forecast) -> list[tuple[str, list[Line]]]:
        groups = [
            (self.tr("Can still be reached"), one.still),
            (self._lost_heading(), one.lost),
            (self.tr("Received so far"), one.reached),
        ]
        return [(heading, lines) for heading, lines in groups if lines]

    def _lost_heading(self) -> str:
        return self.tr("Not reached")

    def _heading(self, painter: QPainter | None, one: Forecast, y: float) -> float:
        look = self._look
        strong = self._share_words(one)
        font, small = look.font(Text.SECTION), look.font(Text.BODY)
        height = QFontMetricsF(font).height()
        if painter is not None:
            painter.setFont(font)
            painter.setPen(look.colour("text"))
            where = QRectF(0, y, self.width(), height)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, strong)
            x = QFontMetricsF(font).horizontalAdvance(strong) + look.px(5)
            painter.setFont(small)
            rest = QFontMetricsF(small).elidedText(
                self.tr("services received"), Qt.TextElideMode.ElideRight, self.width() - x
            )
            painter.drawText(QRectF(x, y + look.px(1), self.width() - x, height), Qt.AlignmentFlag.AlignVCenter, rest)
        y += height + look.px(4)
        share = one.share.received / one.share.should if one.share.should else 0.0
        if painter is not None:
            paint_bar(painter, look, QRectF(0, y, self.width(), look.px(BAR_HEIGHT)), share)
        return y + look.px(BAR_HEIGHT) + look.px(6)

    def _caption(self, painter: QPainter | None, y: float, text: str) -> float:
        return self._wrapped(painter, y, text, Text.CAPTION_STRONG, "text2") + self._look.px(2)

    def _line(self, painter: QPainter | None, y: float, line: Line, *, is_lost: bool) -> float:
        look = self._look
        if painter is None:
            return y + look.px(_ROW)
        letter = line.cell.value
        tone = "ok" if letter == "Y" else "risk" if is_lost else "neu"
        box = QRectF(0, y + look.px(3), look.px(26), look.px(24))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(f"{tone}_bg"))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        painter.setFont(look.font(Text.CAPTION_STRONG))
        painter.setPen(look.colour(tone))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
        said = self._short(line)
        kind = Text.CAPTION if letter == "Y" else Text.CAPTION_STRONG
        font = look.font(kind)
        width = QFontMetricsF(font).horizontalAdvance(said) + 2
        where = QRectF(0, y, self.width(), look.px(_ROW))
        painter.setFont(font)
        painter.setPen(look.colour("text2" if letter == "Y" else "risk" if is_lost else "text"))
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said)
        name_font = look.font(Text.BODY_MEDIUM)
        room = self.width() - look.px(34) - width - look.px(6)
        name = QFontMetricsF(name_font).elidedText(self._name_of(line), Qt.TextElideMode.ElideRight, room)
        painter.setFont(name_font)
        painter.setPen(look.colour("text"))
        painter.drawText(QRectF(look.px(34), y, room + 2, look.px(_ROW)), Qt.AlignmentFlag.AlignVCenter, name)
        return y + look.px(_ROW)

    def _note(self, painter: QPainter | None, y: float, one: Forecast) -> float:
        """When what can no longer be reached counts again."""
        assert self._quarter is not None
        following = self._quarter.number % 4 + 1
        text = self.tr("Not enough is left for this quarter; what comes counts from quarter {number} on.")
        pad = self._look.px(8)
        top = y + self._look.px(4)
        bottom = self._wrapped(None, top + pad, text.format(number=following), Text.CAPTION, "text", pad)
        if painter is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("bg"))
            painter.drawRoundedRect(QRectF(0, top, self.width(), bottom - top + pad), pad / 2, pad / 2)
            self._wrapped(painter, top + pad, text.format(number=following), Text.CAPTION, "text", pad)
        return bottom + pad * 2

    def _other(self, painter: QPainter | None, y: float, one: Forecast) -> float:
        look = self._look
        if painter is not None:
            painter.fillRect(QRectF(0, y, self.width(), 1), look.colour("line"))
        y += look.px(8)
        font = look.font(Text.BODY_STRONG)
        height = QFontMetricsF(font).height()
        words = self._share_words(one)
        if painter is not None:
            painter.setFont(font)
            painter.setPen(look.colour("text"))
            room = self.width() - QFontMetricsF(font).horizontalAdvance(words) - look.px(8)
            name = QFontMetricsF(font).elidedText(one.name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(0, y, room, height), Qt.AlignmentFlag.AlignVCenter, name)
            where = QRectF(0, y, self.width(), height)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        y += height + look.px(4)
        if painter is not None:
            share = one.share.received / one.share.should if one.share.should else 0.0
            paint_bar(painter, look, QRectF(0, y, self.width(), look.px(BAR_HEIGHT)), share)
        y += look.px(BAR_HEIGHT) + look.px(4)
        if one.still:
            y = self._wrapped(painter, y, self._still(one), Text.CAPTION, "text2")
        return y

    def _still(self, one: Forecast) -> str:
        services = ", ".join(self._name_of(line).lower() for line in one.still)
        return self.tr("Still possible: {services}").format(services=services)

    def _wrapped(
        self, painter: QPainter | None, y: float, text: str, kind: Text, ink: str, indent: float = 0.0
    ) -> float:
        """Text over as many lines as it needs; gives where it ends."""
        font = self._look.font(kind)
        flags = Qt.TextFlag.TextWordWrap
        room = max(self.width(), self._look.px(200)) - 2 * indent
        height = QFontMetricsF(font).boundingRect(QRectF(0, 0, room, 10_000), flags, text).height()
        if painter is not None:
            painter.setFont(font)
            painter.setPen(self._look.colour(ink))
            painter.drawText(QRectF(indent, y, room, height), flags, text)
        return y + height

    def _share_words(self, one: Forecast) -> str:
        return self.tr("{received} of {should}").format(received=one.share.received, should=one.share.should)

    def _name_of(self, line: Line) -> str:
        return self._tools.wording.phrase(f"scorecard.name.{line.code}")

    def _short(self, line: Line) -> str:
        return self._tools.wording.say(short(line.cell.why))

    def _nothing(self) -> str:
        return self.tr("{name} is not counted in this quarter's scorecard.").format(name=self._name)
