"""A password, hidden unless asked to be shown; nothing of it is tidied."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.look.look import Look


class Eye(QAbstractButton):
    """Pressed, it shows what was typed. What is typed on it is for the field it stands in."""

    def __init__(self, look: Look, field: QWidget) -> None:
        super().__init__(field)
        self._look = look
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setToolTip(QCoreApplication.translate("PasswordField", "Show what was typed"))
        self.setAccessibleName(self.toolTip())
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """As wide as what is drawn, with a little around it to be hit."""
        return QSize(self._look.px(26), self._look.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws an open eye while the password is hidden, else one that is crossed out."""
        side, around = self._look.px(18), self._look.px(4)
        where = QRectF(around, around, side, side)
        painter = QPainter(self)
        self._look.icons.paint(painter, where, "eye-off" if self.isChecked() else "eye", "text2")
        if self.hasFocus():
            paint_frame(painter, self._look, QRectF(self.rect()), border="accent", width=2, radius=4)


class PasswordField(QLineEdit):
    """`edited` after every key. A small eye at its end shows what was typed."""

    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(look.px(40))
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye = Eye(look, self)
        self.setTextMargins(0, 0, self.eye.width(), 0)
        self.eye.toggled.connect(self._show_it)
        self.textEdited.connect(self._on_typed)

    def value(self) -> str:
        """Exactly what was typed."""
        return self.text()

    def hide_again(self) -> None:
        """Empties and hides."""
        self.clear()
        self.eye.setChecked(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the eye at the end."""
        super().resizeEvent(event)
        end = self.width() - self._look.px(6) - self.eye.width()
        self.eye.move(end, (self.height() - self.eye.height()) // 2)

    def _show_it(self, is_shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)

    def _on_typed(self, text: str) -> None:
        self.edited.emit()


def eyes_last(*fields: PasswordField) -> None:
    """Tab goes from one to the next, and to their eyes after the last."""
    for before, after in pairwise((*fields, *(field.eye for field in fields))):
        QWidget.setTabOrder(before, after)
