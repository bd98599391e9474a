"""The frame of everything before the shell: the program's name and language above, one card in the middle."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.labels import icon_label, label
from kpm_desktop.ui.components.leading import Leading
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

#: The other language, called by its own name.
_OTHERS = {"id": ("en", "English"), "en": ("id", "Bahasa Indonesia")}


class EntryFrame(Leading):
    """Fill `body`; `banner` stands at its top, `foot` below it. `language_asked` gives `id` or `en`."""

    language_asked = Signal(str)

    def __init__(self, look: Look, language: str, *, width: int = 600, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._other, name = _OTHERS[language]
        # From the outside inwards: whatever gets another parent is styled anew with everything in it.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._top(name))
        middle = self._middle(column)
        self.card = Card(look, parent=middle)
        self.card.setFixedWidth(look.px(width))
        self._centre(self.card, middle)
        self.banner = Banner(look, self.card)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(look.px(8))
        px = look.px
        self.card.body.setContentsMargins(px(32), px(24), px(32), px(24))
        self.card.body.setSpacing(px(16))
        self.title = label(look, "", Text.TITLE, wrap=True, parent=self.card)
        self.subtitle = label(look, "", Text.BODY, "text2", wrap=True, parent=self.card)
        self.body = QVBoxLayout()
        self.body.setSpacing(px(12))
        heads = QVBoxLayout()
        heads.setSpacing(px(4))
        heads.addWidget(self.title)
        heads.addWidget(self.subtitle)
        self.card.body.addLayout(heads)
        self.card.body.addWidget(self.banner)
        self.card.body.addLayout(self.body)
        self.card.body.addLayout(self.foot)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """What the card is about."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def _top(self, language: str) -> QHBoxLayout:
        px = self.look.px
        self.language_button = Button(self.look, language, kind="link", icon="languages", parent=self)
        self.language_button.clicked.connect(self._on_language)
        policy = self.language_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.language_button.setSizePolicy(policy)
        top = QHBoxLayout()
        top.setContentsMargins(px(24), px(12), px(24), 0)
        top.addWidget(icon_label(self.look, "clipboard-list", "accent", 24, parent=self))
        top.addSpacing(px(8))
        top.addWidget(label(self.look, "KPM Desktop", Text.SECTION, parent=self))
        top.addStretch(1)
        top.addWidget(self.language_button)
        return top

    def _middle(self, column: QVBoxLayout) -> QWidget:
        """What scrolls where the window is low."""
        scroll = QScrollArea(self)
        scroll.setProperty("role", "plain")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(scroll, 1)
        inside = QWidget(scroll)
        inside.setProperty("role", "plain")
        scroll.setWidget(inside)
        return inside

    def _centre(self, card: Card, middle: QWidget) -> None:
        centred = QVBoxLayout(middle)
        centred.addStretch(1)
        # A row of its own, not an alignment: only so is the card's height reckoned for the card's width.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        centred.addLayout(row)
        centred.addStretch(2)

    def _on_language(self) -> None:
        self.language_asked.emit(self._other)
