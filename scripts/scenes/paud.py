"""Scenes of form 2C: a class half filled in."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from kpm_desktop.ui.pages.paud.paud import PaudPage
from scripts.gallery import Gallery


def paud(gallery: Gallery) -> None:
    """A few answers of this month; saved, so that nothing is left behind."""
    page = gallery.page("paud", PaudPage)
    page.view.setFocus()
    gallery.keys("YYTBY")
    gallery.take("paud-bulan-ini")
    gallery.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    gallery.take("paud-tersimpan")


SCENES: tuple[Callable[[Gallery], None], ...] = (paud,)
