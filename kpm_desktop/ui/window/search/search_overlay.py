"""Cari above everything: a field, what was found below it, and what lies behind it dimmed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from kpm_desktop.commands.search.last_opened import OpenedEntry
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.key_cap import KeyCap
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.labels import icon_label, label, line
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.say import say
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.window.page_list import Deed, PageSpec
from kpm_desktop.ui.window.search.book_keeper import BookKeeper
from kpm_desktop.ui.window.search.finder import Finder
from kpm_desktop.ui.window.search.hit_delegate import HEADING_HEIGHT, ROW_HEIGHT
from kpm_desktop.ui.window.search.hit_list import HitList
from kpm_desktop.ui.window.search.hit_rows import Group, HitRow, all_of, rows_of
from kpm_desktop.ui.window.search.search_line import SearchLine

#: As drawn: how wide it is, and how far from the window's upper and lower edge.
WIDTH, TOP, BOTTOM = 760, 60, 20
_FIELD, _FOOT = 60, 40
_VEIL = QColor(0, 0, 0, 115)


class SearchOverlay(QWidget):
    """`went` gives where somebody goes, as a page's `go` does; the keys are back where they were by then."""

    went = Signal(str, object)

    def __init__(
        self, context: Context, pages: Sequence[PageSpec], deeds: Sequence[tuple[str, Deed]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look, self.keeper = context.look, BookKeeper(context, self)
        self._finder = Finder(context, self.keeper, pages, deeds)
        self._comma = context.tools.comma
        self._groups: list[Group] = []
        self._unfolded, self._has_moved = "", False
        self._laid_out: object = None
        self._former: QWidget | None = None
        self.setAccessibleName(self.tr("Search"))
        self._panel = self._made_panel()
        self.field.textChanged.connect(self._on_typed)
        self.field.stepped.connect(self._on_stepped)
        self.field.leapt.connect(self._on_leapt)
        self.field.unfolded.connect(self._on_unfolded)
        self.field.entered.connect(self._on_entered)
        self.field.escaped.connect(self.put_away)
        self.list.clicked.connect(self._on_clicked)
        self.list.moved.connect(self._on_moved)
        self.keeper.grown.connect(self._on_grown)
        self.keeper.troubled.connect(self._on_troubled)
        context.hub.changed.connect(self._on_changed)
        parent.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        self.hide()

    def come(self) -> None:
        """Opens with an empty field."""
        if self.isVisible():
            return
        self._former = QApplication.focusWidget()
        self._has_moved = False
        self._trouble.clear()
        self._trouble.hide()
        self.field.clear()
        self.keeper.look()
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self._show_groups()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Closes; the keys go back to where they were."""
        self.hide()
        former, self._former = self._former, None
        if former is not None and isValid(former) and former.isVisible():
            former.setFocus(Qt.FocusReason.OtherFocusReason)

    def note_person(self, person: Ref) -> None:
        """Remembers whose history was opened, from wherever."""
        self.keeper.note(OpenedEntry("person", person.key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps covering the window."""
        if event.type() == QEvent.Type.Resize and watched is self.parent() and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
            if self.isVisible():
                self._show_groups()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Darkens what lies below."""
        QPainter(self).fillRect(self.rect(), _VEIL)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside it closes."""
        self.put_away()

    # what is shown

    def _on_typed(self, text: str) -> None:
        self._unfolded, self._has_moved = "", False
        self._show_groups()

    def _on_grown(self) -> None:
        """More was read: what somebody walked to stays chosen."""
        if self.isVisible():
            chosen = self.list.hit() if self._has_moved else None
            self._show_groups(chosen.key if chosen is not None else "")

    def _on_changed(self, changed: frozenset[str]) -> None:
        """What comes in while it is open is found at once, else when it is opened again."""
        if self.isVisible():
            self.keeper.look()

    def _on_troubled(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.setVisible(True)
        self._lay_out()

    def _show_groups(self, chosen: str = "") -> None:
        """What holds what is typed, the first of it chosen unless something else is to be."""
        self._groups = self._finder.groups(self.field.text())
        unfolded = next((group for group in self._groups if group.key == self._unfolded), None)
        if unfolded is not None:
            self.list.show_hits(all_of(unfolded, self._comma), chosen)
        else:
            room = self._room() - len(self._groups) * self._look.px(HEADING_HEIGHT)
            self.list.show_hits(rows_of(self._groups, room // self._look.px(ROW_HEIGHT), self._comma), chosen)
        self._where.setText(self._finder.where())
        if not self._groups:
            self._nothing.tell(self.tr("Nothing fits “{text}”.").format(text=self.field.text().strip()))
        self._nothing.setVisible(not self._groups)
        self.list.setVisible(bool(self._groups))
        self._lay_out()

    def _lay_out(self) -> None:
        """As wide as drawn, or as the window; as high as what was found, as far as there is room."""
        px = self._look.px
        width, high = min(px(WIDTH), self.width() - 2 * px(16)), min(self.list.content_height(), self._room())
        laid_out = (self.width(), high, bool(self._groups), self._trouble.text())
        if laid_out == self._laid_out:
            return
        self._laid_out = laid_out
        self.list.setFixedHeight(high)
        self._panel.setFixedWidth(width)
        self._panel.adjustSize()
        self._panel.setGeometry(QRect((self.width() - width) // 2, px(TOP), width, self._panel.height()))

    def _room(self) -> int:
        """The height there is for rows."""
        px = self._look.px
        around = px(TOP) + px(_FIELD) + px(_FOOT) + px(BOTTOM) + 4
        return max(self.height() - around, px(HEADING_HEIGHT + ROW_HEIGHT))

    # moving about

    def _on_moved(self, row: object) -> None:
        if isinstance(row, HitRow) and self.isVisible():
            say(self.field, row.words)

    def _on_stepped(self, by: int) -> None:
        self._has_moved = True
        self.list.step(by)

    def _on_leapt(self, by: int) -> None:
        self._has_moved = True
        self.list.leap(by)

    def _on_unfolded(self, is_all: bool) -> None:
        """All of the group the chosen row is in, or all groups again."""
        chosen = self.list.hit()
        self._unfolded = self.list.group() if is_all else ""
        self._show_groups(chosen.key if chosen is not None and not is_all else "")

    def _on_clicked(self, index: QModelIndex) -> None:
        if isinstance(index.data(ROW), HitRow):
            self._open(index.data(ROW))

    def _on_entered(self) -> None:
        chosen = self.list.hit()
        if chosen is not None:
            self._open(chosen)

    def _on_focus_changed(self, former: QWidget | None, taker: QWidget | None) -> None:
        """A page below that was filled anew wanted the keys, for whatever reason: it gets them when this is closed.
        Another window may have them."""
        if taker is None or not self.isVisible() or self.isAncestorOf(taker) or taker.window() is not self.window():
            return
        self._former = taker
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _open(self, row: HitRow) -> None:
        self.put_away()
        if row.opened is not None and row.opened.sort != "person":
            self.keeper.note(row.opened)
        self.went.emit(*row.goal)

    # how it is laid out

    def _made_panel(self) -> QFrame:
        panel = QFrame(self)
        panel.setProperty("role", "card")
        column = QVBoxLayout(panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addWidget(line())
        self.list = HitList(self._look, self.tr("What was found"))
        self._nothing = EmptyState(
            self._look,
            "search",
            " ",
            detail=self.tr("Try a part of the name or number; one letter may be wrong."),
        )
        self._nothing.setMinimumHeight(self._look.px(140))
        self._trouble = label(self._look, "", Text.CAPTION, "warn", wrap=True)
        self._trouble.setContentsMargins(self._look.px(20), self._look.px(8), self._look.px(20), self._look.px(8))
        self._trouble.hide()
        for part in (self.list, self._nothing, self._trouble, line()):
            column.addWidget(part)
        column.addLayout(self._foot())
        return panel

    def _top(self) -> QHBoxLayout:
        px = self._look.px
        hint = self.tr("Name, number, village, page…")
        self.field = SearchLine(self._look, hint)
        self._where = label(self._look, "", Text.CAPTION, "text2")
        row = QHBoxLayout()
        row.setContentsMargins(px(20), px(8), px(16), px(8))
        row.setSpacing(px(12))
        row.addWidget(icon_label(self._look, "search", "text2", 20))
        row.addWidget(self.field, 1)
        row.addWidget(self._where)
        row.addWidget(KeyCap(self._look, "Esc"))
        return row

    def _foot(self) -> QHBoxLayout:
        px = self._look.px
        hints: Sequence[tuple[str, str]] = (
            ("↑ ↓", self.tr("choose")),
            ("Enter", self.tr("open")),
            ("Tab", self.tr("next group")),
            ("Esc", self.tr("close")),
        )
        row = QHBoxLayout()
        row.setContentsMargins(px(20), px(7), px(4), px(7))
        row.addWidget(label(self._look, self.tr("name, NIK, KIA number, telephone, mother"), Text.CAPTION, "text2"), 1)
        row.addWidget(KeyHints(self._look, hints))
        return row
