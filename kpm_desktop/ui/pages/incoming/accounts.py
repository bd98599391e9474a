"""What became of the files that were opened since the page was made, the newest on top."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kpm_desktop.commands.bundles.take_bundle import Opened
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.reading_area import ReadingArea
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.incoming.account_card import AccountCard


class Accounts(QStackedWidget):
    """`wanted` asks for files while there are none; `compare_asked` gives the laptop whose eight words are to be
    compared."""

    wanted = Signal()
    compare_asked = Signal(str)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.addWidget(_scrolling(self._ready()))
        self.addWidget(self._filled())

    def add(self, opened: Opened) -> None:
        """One more account. Of files for other laptops the first has one, which says what to do; all further ones are
        one line."""
        self._others += opened.is_for_others
        if opened.is_for_others and self._others > 1:
            text = self.tr("{count} more files were for other laptops. Nothing is wrong with them.")
            self._for_others.setText(text.format(count=self._others - 1))
            self._for_others.show()
            return
        card = AccountCard(self._tools, opened)
        card.compare_asked.connect(self.compare_asked)
        self._cards.insertWidget(0, card)
        self.setCurrentIndex(1)

    def _ready(self) -> Card:
        card = Card(self._tools.look)
        state = EmptyState(
            self._tools.look,
            "inbox",
            self.tr("Ready for the bundles of the cadres"),
            detail=self.tr("Drag the bundle files from the stick onto this page, or open them with Ctrl O."),
            action=self.tr("Open bundles…"),
        )
        state.pressed.connect(self.wanted)
        card.body.addWidget(state, 1)
        return card

    def _filled(self) -> ReadingArea:
        holder = QWidget()
        holder.setProperty("role", "plain")
        self._cards = QVBoxLayout(holder)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(self._tools.look.px(12))
        self._others = 0
        self._for_others = label(self._tools.look, "", Text.BODY, "text2", wrap=True)
        self._for_others.hide()
        self._cards.addWidget(self._for_others)
        self._cards.addStretch(1)
        return ReadingArea(self.tr("What became of the files"), holder)


def _scrolling(card: QWidget) -> QScrollArea:
    """A card that gives way to the places above it, where those need the room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setProperty("role", "plain")
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumHeight(1)
    area.setWidget(card)
    return area
