"""How many villages, cadres and supervisors there are, each called what it is."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kpm_desktop.ui.frame.session import CADRE, SUPERVISOR


def counted_people(known: Mapping[str, int]) -> list[str]:
    """Cadres, and supervisors where there are any, by role; cadres where there is nobody."""
    translate = QCoreApplication.translate
    cadres, supervisors = known.get(CADRE, 0), known.get(SUPERVISOR, 0)
    words = []
    if cadres or not supervisors:
        words.append(translate("PeopleCounted", "{count} cadres").format(count=cadres))
    if supervisors:
        words.append(translate("PeopleCounted", "{count} supervisors").format(count=supervisors))
    return words
