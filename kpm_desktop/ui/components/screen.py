"""How much of its screen a window may take: without what the system keeps for itself, and with a title bar; and
whether what it takes is narrow."""

from PySide6.QtCore import QMargins, QSize
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.look.look import Look

#: What a title bar and borders take at most; how much it is, is known only of a window that is shown.
_FRAME = QMargins(8, 40, 8, 8)
#: Below this width, at scale 1, what stands beside the pages leaves them most of the room; below this height what
#: stands on them is closer together.
_NARROW, _LOW = 1000, 560


def is_narrow(window: QWidget, look: Look) -> bool:
    """Whether the window, or what fills it, is narrow for the size of the letters."""
    return window.width() < look.px(_NARROW)


def is_low(window: QWidget, look: Look) -> bool:
    """Whether it is low for the size of the letters."""
    return window.height() < look.px(_LOW)


def known_frame(window: QWidget) -> QMargins:
    """What the system draws around a window, asked of the system: a widget finds out only when it is moved. Nothing
    until some time after the window is shown."""
    handle = window.windowHandle() if window.isVisible() else None
    return handle.frameMargins() if handle is not None else QMargins()


def frame_of(window: QWidget) -> QMargins:
    """The frame of a window; before that is known, room enough for it."""
    frame = known_frame(window)
    return _FRAME if frame.isNull() else frame


def room_on_screen(window: QWidget, frame: QMargins) -> QSize:
    """How large a window with such a frame may be on the screen another one, or it itself, is on."""
    return window.screen().availableGeometry().marginsRemoved(frame).size()


def keep_on_screen(window: QWidget) -> None:
    """Moves a window that reaches over an edge of its screen back onto it."""
    inner, frame = window.geometry(), known_frame(window)
    outer, screen = inner.marginsAdded(frame), window.screen().availableGeometry()
    x = max(min(outer.left(), screen.right() + 1 - outer.width()), screen.left())
    y = max(min(outer.top(), screen.bottom() + 1 - outer.height()), screen.top())
    if (x, y) != (outer.left(), outer.top()):
        window.setGeometry(inner.translated(x - outer.left(), y - outer.top()))
