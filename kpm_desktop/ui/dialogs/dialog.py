"""What dialogs share: an icon, a title and a line below it, a body, and at the bottom a note and the buttons.

None is larger than the screen: the body scrolls, what stands above and below it stays. While one is open the window
behind it is dimmed.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import icon_label, label, line
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.components.screen import frame_of, keep_on_screen, known_frame, room_on_screen
from kpm_desktop.ui.dialogs.body import Body
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

#: What stays free within a dialog at its edges, and beside it on a screen it fills.
_MARGIN, _AROUND = 24, 8
#: On a screen with less height for it than this, a dialog keeps the room for what it says.
_LOW, _LOW_MARGIN = 440, 12
#: So many moves of a dialog that has just got its frame are the system's.
_SETTLING = 8
#: The least room a note has beside the buttons.
_NOTE = 160


class Dialog(QDialog):
    """Give it a title, fill `body`, and `above` with what is seen wherever the body is scrolled to; buttons are added
    from left to right, the primary one last."""

    def __init__(
        self, look: Look, *, icon: str = "", tone: str = "accent", width: int = 640, parent: QWidget | None
    ) -> None:
        self._settling = _SETTLING
        super().__init__(parent)
        self.look = look
        room = self.screen_room()
        self.setMinimumWidth(min(look.px(width), room.width()))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        speak_as(self, "dialog")
        self._veil: Veil | None = None
        self._typed_in: QWidget | None = None
        is_low = room.height() < look.px(_LOW)
        self._margin = look.px(_LOW_MARGIN if is_low else _MARGIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[self._margin] * 4)
        column.setSpacing(look.px(8 if is_low else 16))
        column.addLayout(self._head(icon, tone))
        self.above = QVBoxLayout()
        self.above.setSpacing(look.px(12))
        column.addLayout(self.above)
        self._room = Body(room.width() - 2 * self._margin, look.px(8 if is_low else 12))
        self._room.outgrown.connect(self._on_outgrown)
        self.body = self._room.column
        column.addWidget(self._room, 1)
        column.addWidget(line())
        self._foot = QHBoxLayout()
        self._foot.setSpacing(look.px(8))
        self.note = label(look, "", Text.CAPTION, "text2", wrap=True)
        self._foot.addWidget(self.note, 1)
        self._buttons_row = QHBoxLayout()
        self._buttons_row.setSpacing(look.px(8))
        self._buttons_row.addStretch(1)
        self._foot.addLayout(self._buttons_row)
        column.addLayout(self._foot)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """What it is about, and a line below."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_button(
        self, text: str, *, kind: str = "secondary", icon: str = "", key: str = "", before: Button | None = None
    ) -> Button:
        """A button at the bottom, behind the others or before one of them; Enter presses the primary one and Esc
        closes."""
        button = Button(self.look, text, kind=kind, icon=icon, key=key)
        if kind == "primary":
            button.setDefault(True)
        self._buttons_row.insertWidget(self._buttons_row.indexOf(before) if before is not None else -1, button)
        return button

    def add_close(self, text: str) -> Button:
        """The button that closes and decides nothing."""
        button = self.add_button(text, key="Esc")
        button.clicked.connect(self.reject)
        return button

    def screen_room(self) -> QSize:
        """How large it may be on the screen its window is on."""
        parent = self.parentWidget()
        frame = frame_of(parent.window() if parent is not None else self)
        around = 2 * self.look.px(_AROUND)
        window = self if parent is None else parent.window()
        return room_on_screen(window, frame) - QSize(around, around)

    def fit(self) -> None:
        """As high as the words need at this width, as far as there is room: what wraps asks for more before its width
        is known."""
        room = self.screen_room()
        width = min(max(self.width(), self.minimumSizeHint().width(), self.minimumWidth()), room.width())
        self._take(width, self._height_around(width) + self._room.wanted(self._inner(width)))

    def reach(self, part: QWidget) -> None:
        """Gives the keys to a part of the body and scrolls to it."""
        part.setFocus(Qt.FocusReason.TabFocusReason)
        self._room.show_part(part)

    def _height_around(self, width: int) -> int:
        """The height of all but the body."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self._break_foot(width)
        return layout.totalHeightForWidth(width) - self._room.sizeHint().height()

    def _break_foot(self, width: int) -> None:
        """Where the buttons leave the note too little room beside them, it stands above them."""
        both = self._buttons_row.sizeHint().width() + self.look.px(_NOTE)
        is_broken = bool(self.note.text()) and both > self._inner(width)
        wanted = QBoxLayout.Direction.TopToBottom if is_broken else QBoxLayout.Direction.LeftToRight
        if self._foot.direction() != wanted:
            self._foot.setDirection(wanted)

    def _inner(self, width: int) -> int:
        return width - 2 * self._margin

    def _take(self, width: int, height: int) -> None:
        self.resize(QSize(width, height).boundedTo(self.screen_room()))
        if self.isVisible():
            keep_on_screen(self)

    def _on_outgrown(self) -> None:
        """The body asks for more than it has: the dialog grows as far as there is room."""
        if not self.isVisible():
            return
        width = max(self.width(), self.minimumSizeHint().width())
        needed = self._height_around(width) + self._room.least(self._inner(width)).height()
        self._take(width, max(self.height(), needed))

    def holds_typing(self) -> bool:
        """Whether something was typed here that is kept nowhere else. While the screen is locked such a dialog is
        hidden instead of closed."""
        lines = (each for each in self.findChildren(QLineEdit) if each.echoMode() == QLineEdit.EchoMode.Normal)
        texts = self.findChildren(QPlainTextEdit)
        return any(each.isModified() and each.text() for each in lines) or any(
            each.document().isModified() and each.toPlainText() for each in texts
        )

    def leave(self) -> None:
        """Hands over what is unsaved; called before the screen is locked and the program ends, as that of a page."""

    def put_aside(self) -> None:
        """Hides it and what it dims, until `come_back`."""
        self._typed_in = self.focusWidget()
        self._lift_veil()
        self.hide()

    def come_back(self) -> None:
        """Opens it as it was left: the keys go where they were, and overwrite nothing."""
        self.open()
        QTimer.singleShot(0, self, self._go_on_typing)

    def _go_on_typing(self) -> None:
        field, self._typed_in = self._typed_in, None
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, QLineEdit):
            field.setCursorPosition(len(field.text()))

    def open(self) -> None:
        """Opens above the dimmed window, with room for everything it says."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.resize(max(self.minimumWidth(), self.sizeHint().width()), self.height())
            self.fit()
        else:
            self._take(self.width(), self.height())
        parent = self.parentWidget()
        if parent is not None:
            self._veil = Veil(parent.window())
            self._veil.show()
        super().open()

    def event(self, event: QEvent) -> bool:
        """What grew before its frame was known may reach over the edge by it. The system may still be putting it where
        it was before: its first moves are looked at too, and no later ones, as where people put it is wanted."""
        is_first = self._settling == _SETTLING
        is_placed = is_first or event.type() in (QEvent.Type.Move, QEvent.Type.Resize)
        if self._settling and is_placed and not known_frame(self).isNull():
            self._settling -= 1
            keep_on_screen(self)
        return super().event(event)

    def done(self, result: int) -> None:
        """Closes and takes the veil away."""
        self._lift_veil()
        super().done(result)

    def _lift_veil(self) -> None:
        if self._veil is not None:
            self._veil.deleteLater()
            self._veil = None

    def _head(self, icon: str, tone: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(12))
        if icon:
            row.addWidget(icon_label(self.look, icon, tone, 24), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = label(self.look, "", Text.TITLE, wrap=True)
        self._subtitle = label(self.look, "", Text.BODY, "text2", wrap=True)
        self._subtitle.hide()
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        row.addLayout(words, 1)
        return row


class Veil(QWidget):
    """Dims a window; follows its size."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps covering the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Darkens what lies below."""
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 115))
