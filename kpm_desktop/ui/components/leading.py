"""A widget made of others that hands the keys on to one of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class Leading(QWidget):
    """What is inside stays on the way of Tab: a focus proxy would let Qt jump from the widget to the one it leads to,
    over everything between them."""

    goal: QWidget | None = None

    def lead_to(self, goal: QWidget) -> None:
        """The keys this widget gets go to another one inside it."""
        self.goal = goal

    def first_stop(self) -> QWidget | None:
        """Where Tab comes first within this widget."""
        at = self.nextInFocusChain()
        while at is not None and at is not self:
            is_stop = at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isEnabled()
            if is_stop and self.isAncestorOf(at) and at.isVisibleTo(self):
                return at
            at = at.nextInFocusChain()
        return None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hands the keys on; to the first control where nobody said which."""
        goal = self.goal if self.goal is not None and self.goal.isVisibleTo(self) else self.first_stop()
        if goal is not None:
            goal.setFocus(event.reason())
