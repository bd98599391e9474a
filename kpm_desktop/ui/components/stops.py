"""Where Tab comes within a widget, and how the keys stay where they are while something is made anew."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def stops(holder: QWidget) -> list[QWidget]:
    """The controls Tab reaches within a widget, in its order."""
    found, at = [], holder.nextInFocusChain()
    while at is not None and at is not holder:
        is_stop = at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isEnabled() and at.focusProxy() is None
        if is_stop and holder.isAncestorOf(at) and at.isVisibleTo(holder):
            found.append(at)
        at = at.nextInFocusChain()
    return found


def to_next_area(areas: Sequence[QWidget]) -> None:
    """Takes the keys from the part of a window that has them to the next one, to where they were there last."""
    shown = [area for area in areas if area.isVisible() and stops(area)]
    focus = shown[0].window().focusWidget() if shown else None
    at = next((at for at, area in enumerate(shown) if focus is not None and area.isAncestorOf(focus)), -1)
    if shown:
        area = shown[(at + 1) % len(shown)]
        found, last = stops(area), area.focusWidget()
        (last if last in found else found[0]).setFocus(Qt.FocusReason.TabFocusReason)


@contextmanager
def focus_kept(holder: QWidget) -> Iterator[None]:
    """For whatever is made anew inside a widget: what took the place of the control that had the keys gets them. Where
    nothing did, they go to the widget itself."""
    former, before = holder.window().focusWidget(), stops(holder)
    if former is None or former not in before:
        yield
        return
    name, at = _name(former), before.index(former)
    kind = type(former)
    yield
    after = stops(holder)
    if former in after:
        return
    same = next((one for one in after if isinstance(one, kind) and _name(one) == name), None)
    if same is None and at < len(after) and isinstance(after[at], kind):
        same = after[at]
    focus = holder.window().focusWidget()
    if same is not None:
        same.setFocus(Qt.FocusReason.OtherFocusReason)
    elif focus is None or not holder.isAncestorOf(focus) or not focus.isVisibleTo(holder):
        holder.setFocus(Qt.FocusReason.OtherFocusReason)


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
