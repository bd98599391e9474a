"""The screens of a program that has none: the laptop the pages are drawn for, and beside it a small one."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

#: For QT_QPA_PLATFORM, in place of Qt's own 800×800. The first screen is where windows open.
OFFSCREEN = f"offscreen:configfile={Path(__file__).with_name('screens.json')}"
#: 1366×768 and 1024×600.
LAPTOP, SMALL = "laptop", "small"


def put_on_screen(window: QWidget, name: str) -> None:
    """Lets a window open on one of them; on a real screen it stays where it is."""
    for screen in QApplication.screens():
        if screen.name() == name:
            window.setScreen(screen)
            window.move(screen.geometry().topLeft())
