"""Letters can be drawn where no window is shown: `kpm` prints too."""

import os

from PySide6.QtGui import QGuiApplication

from kpm_desktop.ui.look.fonts import register_fonts

_application: QGuiApplication | None = None


def be_ready() -> None:
    """Makes an application that needs no screen, unless there is one already."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        global _application
        _application = QGuiApplication([])
        register_fonts()
