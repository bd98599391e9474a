"""The side of the page *Rapor*: what was chosen, in full words, and everybody behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.labels import icon_label, label, line
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.scorecard.scorecard_rows import SideDelegate, SideRow

#: In a larger text size the side grows less than the text, for the lists beside it need the room too.
WIDTH = 320


@dataclass(frozen=True, slots=True)
class SideContent:
    """Everything the side shows. empty: what to say where nobody is listed. legend: the line at the bottom."""

    caption: str
    title: str
    detail: str
    rows: Sequence[SideRow]
    empty: str
    legend: str = ""


class SideList(RowView):
    """`left` when the keyboard goes back to the indicators."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and the left arrow go back."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Left):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Side(Card):
    """`opened` gives the `SideRow` that was opened, `left` that the keyboard goes back."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, look: Look, calendar: CalendarWords, now: str, parent: QWidget | None = None) -> None:
        super().__init__(look, flush=True, parent=parent)
        self._look = look
        self.setFixedWidth((3 * WIDTH + look.px(WIDTH)) // 4)
        self.list = SideList(self.tr("Who is behind it"))
        self.list.draw_with(SideDelegate(look, calendar, now, self.list))
        self.list.setResizeMode(RowView.ResizeMode.Adjust)
        self.list.moved.connect(self._on_moved)
        self.list.opened.connect(self.opened)
        self.list.left.connect(self.left)
        self.caption_line = label(look, "", Text.CAPTION_STRONG, "accent_text")
        self.title = label(look, "", Text.SECTION, wrap=True)
        self.detail = label(look, "", Text.CAPTION, "text2", wrap=True)
        self._nobody = EmptyState(look, "check", "")
        self._legend = label(look, "", Text.CAPTION, "text2", wrap=True)
        self._lay_out(look)

    def enter(self) -> None:
        """The keys go to who is listed."""
        self.list.setFocus()

    def show_content(self, content: SideContent) -> None:
        """Shows something else; who was open stays open where listed still."""
        self.caption_line.setText(content.caption)
        self.title.setText(content.title)
        self.detail.setText(content.detail)
        self.detail.setVisible(bool(content.detail))
        self.list.show_rows(content.rows)
        self.list.scheduleDelayedItemsLayout()
        self._nobody_says(content.empty)
        self._stack.setCurrentIndex(0 if content.rows else 1)
        self._legend.setText(content.legend)
        self._foot.setVisible(bool(content.legend))

    def _lay_out(self, look: Look) -> None:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(10))
        column.setSpacing(look.px(4))
        row = QHBoxLayout()
        row.addWidget(self.caption_line, 1)
        row.addWidget(KeyHints(look, [("Esc", self.tr("back"))]))
        column.addLayout(row)
        column.addWidget(self.title)
        column.addWidget(self.detail)
        self._stack = QStackedWidget()
        for widget in (self.list, self._nobody):
            self._stack.addWidget(widget)
        self._foot = QWidget()
        whole = QVBoxLayout(self._foot)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(8))
        foot.setSpacing(look.px(8))
        foot.addWidget(icon_label(look, "info", "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._legend, 1)
        whole.addWidget(line())
        whole.addLayout(foot)
        self.body.setSpacing(0)
        for part in (head, line(), self._stack, self._foot):
            self.body.addWidget(part, 1 if part is self._stack else 0)

    def _nobody_says(self, sentence: str) -> None:
        made = EmptyState(self._look, "check", sentence)
        self._stack.removeWidget(self._nobody)
        self._nobody.deleteLater()
        self._nobody = made
        self._stack.addWidget(made)

    def _on_moved(self, row: SideRow | None) -> None:
        self.list.scheduleDelayedItemsLayout()
