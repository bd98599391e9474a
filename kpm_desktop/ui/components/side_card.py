"""A card in a narrow column beside a list: its heading wraps."""

from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.look.look import Look


class SideCard(Card):
    """A card whose heading takes as many lines as it needs."""

    def __init__(self, look: Look, heading: str, *, flush: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(look, heading, flush=flush, parent=parent)
        self.wrap_heading()
