"""Keys that act on one part of the window, while it or something inside it has them."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def take_keys(widget: QWidget, keys: Iterable[tuple[str, Callable[[], Any]]]) -> None:
    """keys: `Ctrl+S` or `F8`, and what it does."""
    for key, pressed in keys:
        shortcut = QShortcut(QKeySequence(key), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(pressed)
