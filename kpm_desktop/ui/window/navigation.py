"""The panel at the left: whose profile this is, Cari, the pages with their digits and badges, lock and help."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.ui.components.labels import label, line, tip
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.window.navigation_buttons import FootButton, NavigationButton, SearchButton, SideButton
from kpm_desktop.ui.window.page_column import PageColumn
from kpm_desktop.ui.window.page_list import PageSpec

#: With words, and with icons and digits alone.
WIDTH, NARROW_WIDTH = 208, 68
#: What stands below the line keeps its height.
_LOW_ROW = 36


class Navigation(QFrame):
    """`chosen` gives a page's key, `searched`, `locked` and `helped` what else can be pressed. In a narrow window the
    words are left to tooltips and screen readers (`be_narrow`)."""

    chosen = Signal(str)
    searched = Signal()
    locked = Signal()
    helped = Signal()

    def __init__(
        self, look: Look, place: str, person: str, pages: Sequence[PageSpec], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setAccessibleName(self.tr("Menu"))
        self._look = look
        self._small: list[SideButton] = []
        self._group = QButtonGroup(self)
        self._buttons = {spec.key: self._page_button(spec) for spec in pages}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        self._head = self._header(place, person)
        column.addWidget(self._head)
        column.addWidget(line())
        column.addLayout(self._search())
        self._pages = PageColumn(look, [(spec.heading, self._buttons[spec.key]) for spec in pages if spec.heading])
        column.addWidget(self._pages)
        column.addWidget(line())
        for spec in pages:
            if not spec.heading:
                column.addWidget(self._buttons[spec.key])
                self._buttons[spec.key].setFixedHeight(look.px(_LOW_ROW))
        column.addLayout(self._foot())
        self._group.buttonClicked.connect(self._on_clicked)
        self.be_narrow(False)

    def be_narrow(self, is_narrow: bool) -> None:
        """Icons and digits alone, or words beside them."""
        self.setFixedWidth(self._look.px(NARROW_WIDTH if is_narrow else WIDTH) + 1)
        self._head.setVisible(not is_narrow)
        self._pages.be_narrow(is_narrow)
        self._foot_row.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        for button in (*self._buttons.values(), *self._small):
            button.be_narrow(is_narrow)

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
            words.setToolTip(tip(text))
            column.addWidget(words)
        column.addStretch(1)
        return header

    def _search(self) -> QHBoxLayout:
        button = SearchButton(self._look, self.tr("Search"), "Ctrl+K")
        button.clicked.connect(self.searched)
        row = QHBoxLayout()
        px = self._look.px
        row.setContentsMargins(px(12), px(7), px(12), px(6))
        row.addWidget(button)
        self._small.append(button)
        return row

    def _page_button(self, spec: PageSpec) -> NavigationButton:
        button = NavigationButton(self._look, spec.icon, spec.title, spec.digit)
        button.setProperty("page", spec.key)
        self._group.addButton(button)
        return button

    def _foot(self) -> QBoxLayout:
        lock = FootButton(self._look, "lock", self.tr("Lock"), "F12", said=self.tr("Lock screen"))
        guide = FootButton(self._look, "circle-question-mark", self.tr("Help"), "F1")
        row = self._foot_row = QHBoxLayout()
        row.setContentsMargins(self._look.px(10), 0, self._look.px(8), 0)
        row.setSpacing(0)
        for button, pressed in ((lock, self.locked), (guide, self.helped)):
            button.clicked.connect(pressed)
            button.setFixedHeight(self._look.px(_LOW_ROW + 4))
            row.addWidget(button)
            self._small.append(button)
        return row

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(button.property("page"))
