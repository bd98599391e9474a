"""What a screen reader calls widgets Qt has no word for: without one each would be a mere filler."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

_ROLES = {
    "column": QAccessible.Role.ColumnHeader,
    "document": QAccessible.Role.Document,
    "group": QAccessible.Role.Grouping,
    "heading": QAccessible.Role.Heading,
    "text": QAccessible.Role.StaticText,
}


def speak_as(widget: QWidget, role: str) -> None:
    """Gives a widget a role: `column`, `document`, `group`, `heading` or `text`."""
    widget.setProperty("spoken", role)


def install_roles() -> None:
    """From now on Qt asks here first how a widget presents itself."""
    QAccessible.installFactory(_made)


class _Spoken(QAccessibleWidget):
    """A widget under its role; what is amiss with it (`problem`) is said as its state."""

    def text(self, kind: QAccessible.Text) -> str:
        found, widget = super().text(kind), self.widget()
        if kind is QAccessible.Text.Name and not found and isinstance(widget, QLabel):
            return widget.text()
        return found

    def state(self) -> QAccessible.State:
        found = super().state()
        found.invalid = bool(self.widget().property("problem"))
        return found


def _made(key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget) or thing.property("spoken") is None:
        return None
    made = _Spoken(thing, _ROLES[thing.property("spoken")])
    vars(thing)["_interface"] = made  # nobody else holds what is made in Python
    return made
