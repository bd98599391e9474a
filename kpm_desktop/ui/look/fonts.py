"""The bundled fonts, registered once a process: four static weights of Inter, and what pages are printed in."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from kpm_desktop import paths

FAMILY = "Inter"
#: Made of Inter by `scripts/print_fonts.py`: letters, and digits of one width; each in two weights.
PRINT, PRINT_STRONG = "KPM Print", "KPM Print SemiBold"
FIGURES, FIGURES_STRONG = "KPM Figures", "KPM Figures SemiBold"
FILES = (
    "Inter-Regular.otf",
    "Inter-Medium.otf",
    "Inter-SemiBold.otf",
    "Inter-Bold.otf",
)
PRINT_FILES = ("Print-Regular.otf", "Print-SemiBold.otf")
FIGURE_FILES = ("Figures-Regular.otf", "Figures-SemiBold.otf")


def register_fonts() -> None:
    """Makes the windows' fonts known to Qt."""
    _register(FILES)


@cache
def register_print_fonts() -> None:
    """Makes what pages are printed in known to Qt; no window waits for it."""
    _register(PRINT_FILES + FIGURE_FILES)


def _register(names: tuple[str, ...]) -> None:
    folder = paths.resources() / "fonts"
    for name in names:
        QFontDatabase.addApplicationFont(str(folder / name))
