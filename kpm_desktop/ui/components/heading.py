"""What stands at the top of a page: title, a line below it, and the page's actions at the right."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kpm_desktop.ui.components.choice_box import ChoiceBox
from kpm_desktop.ui.components.labels import label, label_unseen
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class PageHeading(QWidget):
    """Title and subtitle; `add_action` puts a button or choice to the right, in the order given. Where there is no
    room for both, the actions stand below."""

    def __init__(self, look: Look, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(8))
        words = self._words = QVBoxLayout()
        words.setSpacing(0)
        self.title = label(look, title, Text.TITLE)
        speak_as(self.title, "heading")
        self.subtitle = label(look, subtitle, Text.BODY, "text2")
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._row.addLayout(words, 1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(look.px(8))
        self._row.addLayout(self._actions)
        self._row.setAlignment(self._actions, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def add_action(self, widget: QWidget) -> None:
        """Puts an action at the right end."""
        self._actions.addWidget(widget)
        if isinstance(widget, ChoiceBox):
            label_unseen(widget)

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of both."""
        widest = max(self._actions.minimumSize().width(), self._words.minimumSize().width())
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side or one below the other."""
        super().resizeEvent(event)
        self._break()

    def event(self, event: QEvent) -> bool:
        """Words and actions may have become longer."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._break()
        return super().event(event)

    def _break(self) -> None:
        both = self._words.sizeHint().width() + self._actions.sizeHint().width() + self._row.spacing()
        is_broken = not self._actions.isEmpty() and both > self.width()
        wanted = QBoxLayout.Direction.TopToBottom if is_broken else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self.updateGeometry()


class SectionHeading(QWidget):
    """A heading inside a page or card, with a caption beside it."""

    def __init__(self, look: Look, text: str, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self.title: QLabel = label(look, text, Text.SECTION)
        speak_as(self.title, "heading")
        self.caption: QLabel = label(look, caption, Text.CAPTION, "text2")
        row.addWidget(self.title)
        row.addWidget(self.caption)
        row.addStretch(1)
