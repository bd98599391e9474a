"""The bundled font: four static weights of Inter, registered once a process."""

from PySide6.QtGui import QFontDatabase

from kpm_desktop import paths

FAMILY = "Inter"
FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")


def register_fonts() -> None:
    """Makes the bundled font known to Qt."""
    folder = paths.resources() / "fonts"
    for name in FILES:
        QFontDatabase.addApplicationFont(str(folder / name))
