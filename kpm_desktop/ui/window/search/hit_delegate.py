"""How a row of Cari is drawn: icon, name with what was typed underlined, a line below, a chip, what Enter does."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from kpm_desktop.domain.search.why_found import marked
from kpm_desktop.ui.components.chip import chip_size, paint_chip
from kpm_desktop.ui.components.key_cap import key_cap_size, paint_key_cap
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.rows import Index, RowDelegate
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.window.search.hit_rows import GroupRow, HitRow

ROW_HEIGHT, HEADING_HEIGHT = 46, 28
#: Where the words begin; chips end before the column that says what Enter does.
_WORDS, _DOES = 38, 210


class HitDelegate(RowDelegate):
    """Draws hits and the headings of their groups."""

    height = ROW_HEIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading is lower."""
        height = HEADING_HEIGHT if index.data(ROW).is_heading else self.height
        return QSize(self.look.px(120), self.look.px(height))

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws a row."""
        row = index.data(ROW)
        if isinstance(row, GroupRow):
            self._paint_heading(painter, where, row)
        elif isinstance(row, HitRow):
            self._paint_hit(painter, where, row, chosen=chosen)

    def _paint_heading(self, painter: QPainter, where: QRectF, row: GroupRow) -> None:
        look = self.look
        painter.fillRect(where.adjusted(-look.px(16), 0, look.px(16), 0), look.colour("bg"))
        inner = where.adjusted(look.px(4), 0, 0, 0)
        self.text(painter, inner, row.title, Text.CAPTION_STRONG)
        width = self.font(Text.CAPTION_STRONG)[1].horizontalAdvance(row.title) + look.px(8)
        self.text(painter, inner.adjusted(width, 0, 0, 0), row.detail, Text.CAPTION, "text2")

    def _paint_hit(self, painter: QPainter, where: QRectF, row: HitRow, *, chosen: bool) -> None:
        look, side = self.look, self.look.px(18)
        icon = QRectF(where.x() + look.px(4), where.center().y() - side / 2, side, side)
        drawn = look.icons.icon(row.icon, "accent_text" if chosen else "text", 18)  # kept, as every key draws all rows
        drawn.paint(painter, icon.toRect())
        self._paint_does(painter, where, row.does, chosen=chosen)
        right = where.right() - look.px(_DOES)
        if row.chip is not None:
            width = chip_size(look, *row.chip).width()
            paint_chip(painter, look, QPointF(right - width, where.center().y()), *row.chip)
            right -= width + look.px(8)
        left = where.x() + look.px(_WORDS)
        self._paint_words(painter, QRectF(left, where.y(), right - left, where.height()), row)

    def _paint_does(self, painter: QPainter, where: QRectF, does: str, *, chosen: bool) -> None:
        look, right = self.look, where.right()
        if chosen:
            size = key_cap_size(look, "Enter")
            at = QPointF(right - size.width(), where.center().y() - size.height() / 2)
            paint_key_cap(painter, look, QRectF(at, size), "Enter", ink="accent_text", border="accent", fill="surface")
            right = at.x() - look.px(8)
        room = QRectF(where.right() - look.px(_DOES - 8), where.y(), 0, where.height())
        room.setRight(right)
        kind, ink = (Text.CAPTION_STRONG, "accent_text") if chosen else (Text.CAPTION, "text2")
        self.text(painter, room, does, kind, ink, Qt.AlignmentFlag.AlignRight)

    def _paint_words(self, painter: QPainter, where: QRectF, row: HitRow) -> None:
        """Name and line; what was typed has a line below it."""
        self.two_lines(painter, where, row.title, row.detail)
        look, metrics = self.look, self.font(Text.BODY_STRONG)[1]
        low = self.font(Text.CAPTION)[1].height() if row.detail else 0
        y = where.center().y() - (metrics.height() + low) / 2 + metrics.ascent() + look.px(2)
        for begin, end in marked(row.typed, row.title):
            left = metrics.horizontalAdvance(row.title[:begin])
            right = min(metrics.horizontalAdvance(row.title[:end]), where.width())
            if left < right:
                painter.fillRect(QRectF(where.x() + left, y, right - left, look.px(2)), look.colour("accent"))
