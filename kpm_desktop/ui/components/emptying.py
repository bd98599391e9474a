"""A layout whose parts are shown anew."""

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Takes every part out of a layout; none is seen until it is gone."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
