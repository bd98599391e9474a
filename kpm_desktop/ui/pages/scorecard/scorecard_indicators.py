"""The indicators of the page *Rapor*: three groups in two columns, or in one where there is no room for both, walked
through with the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kpm_desktop.domain.scorecard.totals import AGE_2_6, CHILDREN, PREGNANT
from kpm_desktop.domain.wording import Wording
from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.labels import line
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.scorecard.scorecard_rows import IndicatorDelegate, IndicatorRow
from kpm_desktop.ui.pages.scorecard.scorecard_words import group_words

#: The groups, and how many indicators each has in the official forms.
_GROUPS = {PREGNANT: 8, CHILDREN: 10, AGE_2_6: 1}
#: In this width, at scale 1, the names of the indicators are read.
_LEAST_WIDTH = 215


class IndicatorList(RowView):
    """The indicators of one group. `chosen` gives an `IndicatorRow`, `entered` that Enter leads to the side, and
    `passed` that an arrow key leads out: (right or left, down or up)."""

    chosen = Signal(object)
    entered = Signal()
    passed = Signal(int, int)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.draw_with(IndicatorDelegate(look))
        self.moved.connect(self._on_moved)
        self.clicked.connect(self.entered)

    def fill(self, rows: Sequence[IndicatorRow]) -> None:
        """Other rows; none is chosen before somebody does."""
        self.blockSignals(True)
        self.rows.show_rows(rows)
        self.setCurrentIndex(QModelIndex())
        self.blockSignals(False)

    def mark(self, code: str) -> None:
        """Marks a row without choosing it anew; an empty code marks none."""
        at = next((at for at, row in enumerate(self.rows.rows) if row.key == code), -1)
        self.blockSignals(True)
        self.setCurrentIndex(self.rows.index(at) if at >= 0 else QModelIndex())
        if at < 0:
            self.clearSelection()
        self.blockSignals(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first row is chosen where none is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rows:
            self.setCurrentIndex(self.rows.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move within the list and out of it."""
        last = len(self.rows.rows) - 1
        key, at = event.key(), self.currentIndex().row()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.passed.emit(1 if key == Qt.Key.Key_Right else -1, 0)
        elif (key == Qt.Key.Key_Down and at == last) or (key == Qt.Key.Key_Up and at == 0):
            self.passed.emit(0, 1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _on_moved(self, row: IndicatorRow | None) -> None:
        if row is not None:
            self.chosen.emit(row)


class GroupHead(QWidget):
    """A group's name, and its percentage and share where there is room for them."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name, self._count, self._percent = look, name, "", ""
        self.setFixedHeight(look.px(40))
        speak_as(self, "heading")

    def show_share(self, count: str, percent: str) -> None:
        """Another share."""
        self._count, self._percent = count, percent
        self.setAccessibleName(", ".join((self._name, count, percent)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws name, share and percentage in one line."""
        painter, look, px = QPainter(self), self._look, self._look.px
        where = QRectF(self.rect()).adjusted(px(12), 0, -px(12), 0)
        section, strong = QFontMetricsF(look.font(Text.SECTION)), QFontMetricsF(look.font(Text.BODY_STRONG))
        needed = section.horizontalAdvance(self._name) + px(8) + strong.horizontalAdvance(self._percent) + 2
        right = where.right()
        if needed <= where.width():
            right -= min(px(78), where.width() - section.horizontalAdvance(self._name) - px(8))
            room = QRectF(right, 0, where.right() - right, where.height())
            self._draw(painter, room, self._percent, Text.BODY_STRONG, is_right=True)
        name = section.elidedText(self._name, Qt.TextElideMode.ElideRight, right - where.x())
        self._draw(painter, where, name, Text.SECTION)
        left = where.x() + section.horizontalAdvance(name) + px(8)
        if QFontMetricsF(look.font(Text.CAPTION)).horizontalAdvance(self._count) < right - left:
            room = QRectF(left, 0, right - left, where.height())
            self._draw(painter, room, self._count, Text.CAPTION, "text2", is_right=True)

    def _draw(
        self, painter: QPainter, where: QRectF, text: str, kind: Text, ink: str = "text", *, is_right: bool = False
    ) -> None:
        painter.setFont(self._look.font(kind))
        painter.setPen(self._look.colour(ink))
        align = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(where, align | Qt.AlignmentFlag.AlignVCenter, text)


class _Group(Card):
    """A group's heading and its list."""

    def __init__(self, look: Look, name: str, rows: int) -> None:
        super().__init__(look, flush=True)
        self.head = GroupHead(look, name)
        self.list = IndicatorList(look, name)
        self.list.setMinimumSize(look.px(_LEAST_WIDTH), look.px(IndicatorDelegate.height) * rows)
        self.body.setSpacing(0)
        self.body.addWidget(self.head)
        self.body.addWidget(line())
        self.body.addWidget(self.list, 1)


class IndicatorPanel(QScrollArea):
    """`chosen` gives an `IndicatorRow`, `entered` that the keyboard goes to the side. In a large text size the groups
    scroll together, and the row that is chosen is scrolled to."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, look: Look, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = inside = BreakingRow(look.px(10), shrinks=True)
        inside.setProperty("role", "plain")
        self.setProperty("role", "plain")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.groups = {group: _Group(look, group_words(group, wording), rows) for group, rows in _GROUPS.items()}
        for card in self.groups.values():
            card.list.chosen.connect(self._on_chosen)
            card.list.entered.connect(self.entered)
            card.list.passed.connect(self._on_passed)
        left = QVBoxLayout()
        left.setSpacing(look.px(10))
        left.addWidget(self.groups[PREGNANT], 1)
        left.addWidget(self.groups[AGE_2_6])
        inside.add(left, 1)
        inside.add(self.groups[CHILDREN], 1)
        self.setWidget(inside)

    def list_of(self, group: str) -> IndicatorList:
        """The list of a group."""
        return self.groups[group].list

    def show_group(self, group: str, rows: Sequence[IndicatorRow], count: str, percent: str) -> None:
        """Other numbers of a group."""
        self.groups[group].list.fill(rows)
        self.groups[group].head.show_share(count, percent)

    def mark(self, group: str, code: str) -> None:
        """One list shows what is chosen, the others nothing."""
        for each, card in self.groups.items():
            card.list.mark(code if each == group else "")

    def _on_chosen(self, row: IndicatorRow) -> None:
        view = self.list_of(row.indicator.group)
        at = QRect(view.visualRect(view.currentIndex()))
        middle = view.viewport().mapTo(self.columns, at.center())
        self.ensureVisible(middle.x(), middle.y(), 0, at.height())
        self.chosen.emit(row)

    def _on_passed(self, sideways: int, down: int) -> None:
        """From one list to its neighbour, beside it or below it; from the last one to the side."""
        left, right, below = (self.list_of(group) for group in (PREGNANT, CHILDREN, AGE_2_6))
        here = self.sender()
        lists = [left, below, right] if self.columns.is_broken else [left, below] if here is not right else [right]
        at = lists.index(here) + down  # type: ignore[arg-type]
        if sideways > 0 and (here is right or self.columns.is_broken):
            self.entered.emit()
        elif sideways and not self.columns.is_broken:
            (right if sideways > 0 else left).setFocus()
        elif down and 0 <= at < len(lists):
            lists[at].setFocus()
