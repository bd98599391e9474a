"""The strip below the table: what is known of the person who has the keys, and where one can look further."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import label, tip
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.posyandu_day.day_row import DayRow

_HEIGHT = 32


class DayStrip(QFrame):
    """`doses_asked` and `history_asked` when its buttons are pressed."""

    doses_asked = Signal()
    history_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._whole = look, ""
        self.setProperty("role", "strip")
        self.setFixedHeight(look.px(_HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), 0, look.px(6), 0)
        row.setSpacing(look.px(10))
        self._name = label(look, "", Text.CAPTION_STRONG, "accent_text")
        self._words = _Elided(look)
        self._doses = Button(look, self.tr("doses"), kind="link", key="F4", small=True)
        self._doses.clicked.connect(self.doses_asked)
        history = Button(look, self.tr("history"), kind="link", key="F7", small=True)
        history.clicked.connect(self.history_asked)
        for button in (self._doses, history):
            button.setFixedHeight(look.px(28))
        row.addWidget(self._name)
        row.addWidget(self._words, 1)
        row.addWidget(self._doses)
        row.addWidget(history)

    def show_row(self, row: DayRow | None, words: str) -> None:
        """Another person; None empties it."""
        name = row.form.person.full_name if row is not None else ""
        self._name.setText(f"{row.number} {name}" if row is not None else "")
        self._words.show_words(words)
        is_mother = row is not None and row.is_mother
        self._doses.setText(self.tr("pregnancy") if is_mother else self.tr("doses"))
        self._doses.setVisible(row is not None)


class _Elided(QWidget):
    """One line, shortened where there is no room for it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._label = label(look, "", Text.CAPTION, "text")
        self._label.setParent(self)
        self._whole = ""

    def show_words(self, words: str) -> None:
        """Another line."""
        self._whole = words
        self._label.setToolTip(tip(words))
        self._fit()

    def sizeHint(self) -> QSize:
        """No wider than it must be."""
        return QSize(0, self._label.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much as fits."""
        self._fit()

    def _fit(self) -> None:
        metrics = self._label.fontMetrics()
        self._label.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))
        self._label.setAccessibleName(self._whole)
        self._label.setGeometry(self.rect())
