"""One dose on the page: its name, the field of its day, how it stands, and a few words."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpm_desktop.ui.components.labels import tip
from kpm_desktop.ui.forms.dose_box import DoseBox
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.doses.dose_field import HEIGHT as FIELD_HEIGHT
from kpm_desktop.ui.pages.doses.dose_field import WIDTH as FIELD_WIDTH
from kpm_desktop.ui.pages.doses.dose_field import DoseField
from kpm_desktop.ui.pages.doses.dose_words import Standing

WIDTH, HEIGHT = 175, 75
INSET = 6
_NAME_TOP, _FIELD_TOP, _WORDS_TOP, _ICON = 4, 26, 58, 16


class DoseCell(QWidget):
    """A press anywhere gives its field the keys."""

    def __init__(self, look: Look, box: DoseBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.box = look, box
        self.standing = Standing("")
        self.field = DoseField(look, self)
        self.field.move(look.px(INSET), look.px(_FIELD_TOP))
        self.field.setAccessibleName(box.name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As drawn."""
        return QSize(self._look.px(WIDTH), self._look.px(HEIGHT))

    def show_standing(self, standing: Standing, said: str) -> None:
        """How it stands; said: what a screen reader hears besides."""
        self.standing = standing
        self.field.setAccessibleDescription(said)
        self.setToolTip(tip(said))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the field means it too."""
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws what stands around the field."""
        painter, look, standing = QPainter(self), self._look, self.standing
        px, x = look.px, look.px(INSET)
        if standing.icon in ("circle-alert", "wrench", "git-compare-arrows"):
            painter.fillRect(self.rect().adjusted(0, 0, -px(2), 0), look.colour("warn_bg"))
        is_quiet = standing.is_shut or standing.is_bare
        self._text(painter, x, px(_NAME_TOP), self.box.name, Text.BODY_MEDIUM, "text2" if is_quiet else "text")
        if standing.icon in ("check", "circle-alert", "wrench", "git-compare-arrows"):
            middle = px(_FIELD_TOP) + px(FIELD_HEIGHT) / 2
            at = QPointF(x + px(FIELD_WIDTH) + px(8), middle - px(_ICON) / 2)
            look.icons.paint(painter, QRectF(at.x(), at.y(), px(_ICON), px(_ICON)), standing.icon, standing.tone)
        elif standing.icon:
            look.icons.paint(painter, QRectF(x, px(_WORDS_TOP) + px(1), px(14), px(14)), standing.icon, standing.tone)
            x += px(18)
        kind = Text.CAPTION_STRONG if standing.is_pressing else Text.CAPTION
        ink = standing.tone if standing.is_pressing else "text2"
        self._text(painter, x, px(_WORDS_TOP), standing.words, kind, ink)

    def _text(self, painter: QPainter, x: float, y: float, text: str, kind: Text, ink: str) -> None:
        font = self._look.font(kind)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._look.colour(ink))
        room = self.width() - x - self._look.px(2)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(x, y, room + 2, metrics.height()), Qt.AlignmentFlag.AlignVCenter, shown)
