"""A widget made of others that hands the keys on to one of them."""

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.stops import stops


class Leading(QWidget):
    """What is inside stays on the way of Tab: a focus proxy would let Qt jump from the widget to the one it leads to,
    over everything between them."""

    goal: QWidget | None = None

    def lead_to(self, goal: QWidget) -> None:
        """The keys this widget gets go to another one inside it."""
        self.goal = goal

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hands the keys on; to the first control where nobody said which."""
        goal = self.goal if self.goal is not None and self.goal.isVisibleTo(self) else next(iter(stops(self)), None)
        if goal is not None:
            goal.setFocus(event.reason())
