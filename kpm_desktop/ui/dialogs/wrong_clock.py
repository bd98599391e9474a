"""Before a visit is saved or a bundle goes out on a day that cannot be: what the clock says, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kpm_desktop.domain.clock import clock_doubt
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.frame.clock_banner import clock_sentence
from kpm_desktop.ui.frame.context import Tools


def unless_clock_is_wrong(go_on: Callable[[], object], tools: Tools, parent: QWidget, action: str) -> None:
    """Goes on at once, or asks first when the clock shows a day before this program was made. A doubt that is less
    certain stands in the banner and asks nobody."""
    doubt = clock_doubt(tools.wall())
    if doubt is None or not doubt.is_certain:
        go_on()
        return
    translate = QCoreApplication.translate
    sentences = (
        clock_sentence(doubt, tools),
        translate("WrongClock", "Every date that is entered or sent now would be wrong as well."),
        translate("WrongClock", "Click the clock in the corner of the screen, set date and time, and come back here."),
    )
    title = translate("WrongClock", "The laptop's clock is wrong")
    dialog = ConfirmDialog(tools.look, parent, title=title, sentences=sentences, action=action)
    dialog.confirmed.connect(go_on)
    dialog.open()
