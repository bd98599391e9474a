"""Walking through the window with Tab, and looking at it as a screen reader and an eye do."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_LONGEST = 200
#: What a screen reader hears of something that can be operated and says nothing of itself.
_MUTE = frozenset({QAccessible.Role.Client, QAccessible.Role.NoRole, QAccessible.Role.Pane})


def spoken(widget: QWidget) -> str:
    """What a widget is called when a test fails."""
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return f"{type(widget).__name__} {words}".rstrip()


def stops(root: QWidget) -> set[QWidget]:
    """What Tab has to reach: of buttons of which one is chosen Qt makes the chosen one the stop."""
    return {
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    }


def left_out(root: QWidget) -> list[str]:
    """Buttons that are shown and no stop of Tab, alone or as one of several."""
    found = []
    for button in root.findChildren(QAbstractButton):
        can_press = button.isVisible() and button.isEnabled()
        if can_press and not button.focusPolicy() & Qt.FocusPolicy.TabFocus and not _is_one_of_several(button):
            found.append(spoken(button))
    return found


def walked(key: Qt.Key = Qt.Key.Key_Tab) -> Iterator[QWidget]:
    """Each stop once, from where the focus is until it comes round."""
    seen: set[QWidget] = set()
    for _ in range(_LONGEST):
        focus = QApplication.focusWidget()
        if focus is None or focus in seen:
            return
        seen.add(focus)
        yield focus
        QTest.keyClick(focus, key)


def differing(before: QImage, after: QImage, where: QRect) -> int:
    """How many pixels differ within a rectangle."""
    one, other = (image.copy(where).convertToFormat(QImage.Format.Format_RGB32) for image in (before, after))
    pairs = zip(memoryview(one.constBits()).cast("I"), memoryview(other.constBits()).cast("I"), strict=True)
    return sum(a != b for a, b in pairs)


def place(widget: QWidget) -> QRect:
    """Where a widget stands in its window, with the little around it in which a ring may be drawn."""
    at = widget.mapTo(widget.window(), QPoint(0, 0))
    return QRect(at, widget.size()).adjusted(-2, -2, 2, 2).intersected(widget.window().rect())


def mute(root: QWidget) -> list[str]:
    """What can take the focus and has no name, or no role a screen reader has a word for."""
    found = []
    for node in _nodes(QAccessible.queryAccessibleInterface(root)):
        state = node.state()
        if not state.focusable or state.invisible:
            continue
        name = node.text(QAccessible.Text.Name)
        if not name or node.role() in _MUTE:
            widget = node.object()
            found.append(f"{type(widget).__name__} {name!r} {node.role()}")
    return found


def _nodes(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield node
    for at in range(min(node.childCount(), 80)):
        child = node.child(at)
        if child is not None and child.isValid():
            yield from _nodes(child)


def _is_one_of_several(button: QAbstractButton) -> bool:
    group = button.group()
    return button.isCheckable() and (button.autoExclusive() or (group is not None and group.exclusive()))
