"""What stands at the top of a page: title, a line below it, and the page's actions at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.choice_box import ChoiceBox
from kpm_desktop.ui.components.flow import FlowLayout
from kpm_desktop.ui.components.labels import label, label_unseen
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class PageHeading(BreakingRow):
    """Title and subtitle; `add_action` puts a button or choice to the right, in the order given. Where there is no
    room for both, the actions stand below."""

    def __init__(self, look: Look, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look.px(8), parent=parent)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = label(look, title, Text.TITLE)
        speak_as(self.title, "heading")
        self.subtitle = label(look, subtitle, Text.BODY, "text2")
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self.add(words, 1)
        actions = QWidget()
        self._actions = FlowLayout(actions, look.px(8))
        self._actions.setContentsMargins(0, 0, 0, 0)
        self.add(actions)
        self.align(actions, Qt.AlignmentFlag.AlignVCenter)

    def add_action(self, widget: QWidget) -> None:
        """Puts an action at the right end."""
        self._actions.addWidget(widget)
        if isinstance(widget, ChoiceBox):
            label_unseen(widget)


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
