"""What a screen reader calls widgets Qt has no word for: without one each would be a mere filler."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleValueChangeEvent,
    QAccessibleValueInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget
from shiboken6 import VoidPtr

_ROLES = {
    "bar": QAccessible.Role.ProgressBar,
    "chart": QAccessible.Role.Chart,
    "column": QAccessible.Role.ColumnHeader,
    "dialog": QAccessible.Role.Dialog,
    "document": QAccessible.Role.Document,
    "group": QAccessible.Role.Grouping,
    "heading": QAccessible.Role.Heading,
    "text": QAccessible.Role.StaticText,
}


def speak_as(widget: QWidget, role: str) -> None:
    """Gives a widget a role: `bar`, `chart`, `column`, `dialog`, `document`, `group`, `heading` or `text`."""
    widget.setProperty("spoken", role)


def say_amount(widget: QWidget, done: int, whole: int, words: str) -> None:
    """How far a `bar` is filled, as numbers and in words."""
    widget.setProperty("amount", (done, whole))
    widget.setAccessibleName(words)
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(widget, done))


def install_roles() -> None:
    """From now on Qt asks here first how a widget presents itself."""
    QAccessible.installFactory(_made)


class _Amount(QAccessibleValueInterface):
    """The numbers of a bar. It stands by itself: Qt takes what `interface_cast` gives for exactly this class."""

    def __init__(self, bar: QWidget) -> None:
        super().__init__()
        self._bar = bar

    def currentValue(self) -> int:
        done: int = self._bar.property("amount")[0]
        return done

    def maximumValue(self) -> int:
        whole: int = self._bar.property("amount")[1]
        return whole

    def minimumValue(self) -> int:
        return 0

    def minimumStepSize(self) -> int:
        return 1

    def setCurrentValue(self, value: object) -> None:
        """Only what is counted moves it."""


class _Spoken(QAccessibleWidget):
    """A widget under its role; what is amiss with it (`problem`) is said as its state, of a bar its amount, and of a
    dialog that nothing else can be reached while it is open."""

    _amount: _Amount | None = None

    def text(self, kind: QAccessible.Text) -> str:
        found, widget = super().text(kind), self.widget()
        if kind is QAccessible.Text.Name and not found and isinstance(widget, QLabel):
            return widget.text()
        return found

    def state(self) -> QAccessible.State:
        found, widget = super().state(), self.widget()
        found.invalid = bool(widget.property("problem"))
        found.modal = widget.isWindow() and widget.isModal()
        return found

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Qt ends the program over a None: nothing is a pointer to nowhere."""
        if kind == QAccessible.InterfaceType.ValueInterface and self.widget().property("amount") is not None:
            if self._amount is None:
                self._amount = _Amount(self.widget())
            return self._amount
        found: object = super().interface_cast(kind)
        return VoidPtr(0) if found is None else found


def _made(key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget) or thing.property("spoken") is None:
        return None
    made = _Spoken(thing, _ROLES[thing.property("spoken")])
    vars(thing)["_interface"] = made  # nobody else holds what is made in Python
    return made
