"""What lists draw: rows of two lines, the chosen one with the accent's bar. Delegates of pages begin here."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kpm_desktop.ui.components.chip import chip_size, paint_chip
from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

Index = QModelIndex | QPersistentModelIndex
#: Text, tone, and perhaps another icon than the tone's own.
ChipWords = tuple[str, str] | tuple[str, str, str | None]
DETAIL = Qt.ItemDataRole.UserRole + 1  # the second line
CHIPS = Qt.ItemDataRole.UserRole + 2  # list of (text, tone)


class RowDelegate(QStyledItemDelegate):
    """Background, accent bar and separator, and the ring of the row that has the keys; `paint_row` of a subclass draws
    the rest. `height` is at scale 1."""

    height = 46

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._fonts: dict[Text, tuple[QFont, QFontMetricsF]] = {}

    def said(self, row: Any) -> str:
        """All that is drawn of a row, to be read aloud."""
        words: str = row.words
        return words

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all rows."""
        return QSize(self.look.px(120), self.look.px(self.height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws a row."""
        where = QRectF(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            painter.fillRect(where, self.look.colour("accent_soft"))
            painter.fillRect(QRectF(where.x(), where.y(), self.look.px(4), where.height()), self.look.colour("accent"))
        painter.fillRect(QRectF(where.x(), where.bottom() - 1, where.width(), 1), self.look.colour("line"))
        self.paint_row(painter, where.adjusted(self.look.px(16), 0, -self.look.px(16), -1), index, chosen=is_chosen)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_frame(painter, self.look, where.adjusted(0, 0, 0, -1), border="accent", width=2, radius=0)

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """What stands in the row; `where` is inside its margins."""
        raise NotImplementedError

    def text(
        self,
        painter: QPainter,
        where: QRectF,
        text: str,
        kind: Text = Text.BODY,
        ink: str = "text",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Draws one line of text, shortened with an ellipsis where it does not fit."""
        font, metrics = self.font(kind)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.setFont(font)
        painter.setPen(self.look.colour(ink))
        painter.drawText(where, align | Qt.AlignmentFlag.AlignVCenter, shown)

    def font(self, kind: Text) -> tuple[QFont, QFontMetricsF]:
        """A font and its measures, kept: every row is drawn with the same few."""
        if kind not in self._fonts:
            made = self.look.font(kind)
            self._fonts[kind] = made, QFontMetricsF(made)
        return self._fonts[kind]

    def two_lines(self, painter: QPainter, where: QRectF, first: str, second: str) -> None:
        """A name and the smaller line below it."""
        if not second:
            self.text(painter, where, first, Text.BODY_STRONG)
            return
        top, low = self.font(Text.BODY_STRONG)[1].height(), self.font(Text.CAPTION)[1].height()
        y = where.center().y() - (top + low) / 2
        self.text(painter, QRectF(where.x(), y, where.width(), top), first, Text.BODY_STRONG)
        self.text(painter, QRectF(where.x(), y + top, where.width(), low), second, Text.CAPTION, "text2")

    def chips(self, painter: QPainter, where: QRectF, chips: Sequence[ChipWords], most: int = 2) -> None:
        """As many chips as fit, `most` at most, the rest as `+1`; one alone that does not fit is shortened."""
        fitting = min(most, len(chips))
        while fitting and self._chips_width(self._with_rest(chips, fitting)) > where.width() + 1:
            fitting -= 1
        if not fitting and len(chips) == 1:
            chips, fitting = [self._shortened(chips[0], where.width())], 1
        x = where.x()
        for chip in self._with_rest(chips, fitting):
            x += paint_chip(painter, self.look, QPointF(x, where.center().y()), *chip) + self.look.px(6)

    def _with_rest(self, chips: Sequence[ChipWords], shown: int) -> list[ChipWords]:
        rest = len(chips) - shown
        return [*chips[:shown], *([(f"+{rest}", "neu")] if rest > 0 else [])]

    def _chips_width(self, chips: Sequence[ChipWords]) -> float:
        gap = self.look.px(6)
        return sum(chip_size(self.look, *chip).width() + gap for chip in chips) - gap

    def _shortened(self, chip: ChipWords, room: float) -> ChipWords:
        text, *look = chip
        while text and chip_size(self.look, text, *look).width() > room + 1:
            text = text[:-2].rstrip("…") + "…" if len(text) > 2 else ""
        return (text, *look)


class TwoLineDelegate(RowDelegate):
    """The plain case: DisplayRole above, DETAIL below, CHIPS at the right."""

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws name, line and chips."""
        chips: list[tuple[str, str]] = index.data(CHIPS) or []
        gap = self.look.px(6)
        room = sum(chip_size(self.look, text, tone).width() + gap for text, tone in chips)
        words = where.adjusted(0, 0, -room, 0)
        self.two_lines(painter, words, index.data(Qt.ItemDataRole.DisplayRole) or "", index.data(DETAIL) or "")
        self.chips(painter, where.adjusted(where.width() - room, 0, 0, 0), chips, most=len(chips))
