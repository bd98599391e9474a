"""The panel at the left: whose profile this is, the pages with their digits and badges, lock and help."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kpm_desktop.ui.components.key_cap import KeyCap
from kpm_desktop.ui.components.labels import label, line
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.window.page_list import PageSpec

WIDTH = 208


class NavigationButton(QAbstractButton):
    """One row: icon, words, perhaps a badge, and the key that leads there."""

    def __init__(
        self, look: Look, icon: str, text: str, key: str, *, height: int = 44, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._icon_name, self._key, self._badge = look, icon, key, 0
        self.setText(text)
        self.setFixedHeight(look.px(height))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def show_badge(self, count: int) -> None:
        """A number of things that wait there; 0 shows none."""
        self._badge = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        """The panel's width is fixed; this is what the words would like."""
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(words) + self._look.px(46 + 40), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the row."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where, is_page = QRectF(self.rect()), self.isCheckable()
        ink = "accent_text" if self.isChecked() else "text"
        if self.isChecked() or self.underMouse():
            painter.fillRect(where, look.colour("accent_soft" if self.isChecked() else "bg"))
        if self.isChecked():
            painter.fillRect(QRectF(0, 0, look.px(4), where.height()), look.colour("accent"))
        if self.hasFocus():
            painter.setPen(look.colour("accent"))
            painter.drawRect(where.adjusted(1, 1, -2, -2))
        side = look.px(20 if is_page else 18)
        icon_ink = ink if is_page else "text2"
        look.icons.paint(
            painter, QRectF(look.px(16), (where.height() - side) / 2, side, side), self._icon_name, icon_ink
        )
        self._paint_words(painter, where, ink)

    def _paint_words(self, painter: QPainter, where: QRectF, ink: str) -> None:
        look, is_page = self._look, self.isCheckable()
        right = where.right() - look.px(12)
        painter.setFont(look.font(Text.CAPTION))
        painter.setPen(look.colour("text2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, right, where.height()), middle | Qt.AlignmentFlag.AlignRight, self._key)
        right -= look.px(30)
        if self._badge:
            right -= self._paint_badge(painter, right + look.px(6), where.height()) + look.px(4)
        font = look.font(Text.BODY_STRONG if self.isChecked() else Text.BODY_MEDIUM)
        left = look.px(46 if is_page else 44)
        shown = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, right - left)
        painter.setFont(font)
        painter.setPen(look.colour(ink))
        painter.drawText(QRectF(left, 0, right - left + 1, where.height()), middle, shown)

    def _paint_badge(self, painter: QPainter, right: float, height: float) -> float:
        look, text = self._look, str(self._badge)
        font = look.font(Text.CAPTION_STRONG)
        width = max(QFontMetricsF(font).horizontalAdvance(text) + look.px(16), look.px(28))
        where = QRectF(right - width, (height - look.px(20)) / 2, width, look.px(20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("neu_bg"))
        painter.drawRoundedRect(where, where.height() / 2, where.height() / 2)
        painter.setPen(look.colour("neu"))
        painter.setFont(font)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)
        return width


#: Rows of the navigation: nine pages fit into the smallest window in the largest letters only when they are lower.
_ROW, _LOW_ROW, _MOST_AT_FULL_HEIGHT = 44, 40, 8


class Navigation(QFrame):
    """`chosen` gives a page's key, `locked` and `helped` what stands below the line."""

    chosen = Signal(str)
    locked = Signal()
    helped = Signal()

    def __init__(
        self, look: Look, place: str, person: str, pages: Sequence[PageSpec], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(look.px(WIDTH) + 1)
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._header(place, person))
        column.addWidget(line())
        column.addSpacing(look.px(8))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, NavigationButton] = {}
        self._row = _ROW if len(pages) <= _MOST_AT_FULL_HEIGHT else _LOW_ROW
        for digit, spec in enumerate(pages, start=1):
            column.addWidget(self._page_button(spec, digit))
        column.addStretch(1)
        self._add_footer(column)
        self._group.buttonClicked.connect(self._on_clicked)

    def show_chosen(self, key: str) -> None:
        """Marks the page that is shown."""
        self._buttons[key].setChecked(True)

    def show_badge(self, key: str, count: int) -> None:
        """A page's badge."""
        self._buttons[key].show_badge(count)

    def _header(self, place: str, person: str) -> QWidget:
        header = QWidget()
        header.setFixedHeight(self._look.px(62))
        column = QVBoxLayout(header)
        column.setContentsMargins(self._look.px(20), 0, self._look.px(8), 0)
        column.setSpacing(0)
        column.addStretch(1)
        room = self._look.px(WIDTH - 28)
        for text, kind, tone in ((place, Text.SECTION, ""), (person, Text.CAPTION, "text2")):
            words = label(self._look, "", kind, tone)
            words.setText(words.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))
            words.setToolTip(text)
            column.addWidget(words)
        column.addStretch(1)
        return header

    def _page_button(self, spec: PageSpec, digit: int) -> NavigationButton:
        button = NavigationButton(self._look, spec.icon, spec.title, str(digit), height=self._row)
        button.setCheckable(True)
        button.setProperty("page", spec.key)
        self._buttons[spec.key] = button
        self._group.addButton(button)
        return button

    def _add_footer(self, column: QVBoxLayout) -> None:
        column.addWidget(line())
        lock = NavigationButton(self._look, "lock", self.tr("Lock screen"), "F12", height=36)
        lock.clicked.connect(self.locked)
        guide = NavigationButton(self._look, "circle-question-mark", self.tr("Help"), "F1", height=36)
        guide.clicked.connect(self.helped)
        hint = QHBoxLayout()
        hint.setContentsMargins(self._look.px(16), self._look.px(4), self._look.px(8), self._look.px(10))
        hint.setSpacing(self._look.px(6))
        hint.addWidget(KeyCap(self._look, "Alt"))
        hint.addWidget(label(self._look, self.tr("+ digit: go there"), Text.CAPTION, "text2", wrap=True), 1)
        column.addWidget(lock)
        column.addWidget(guide)
        column.addLayout(hint)

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(button.property("page"))
