"""The right side of a visit: the quarter's scorecard, or, while somebody is to be referred now, what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kpm_desktop.commands.visits.visit_sheet import VisitSheet
from kpm_desktop.ui.forms.checklist.answers import Answers
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.pages.visit.quarter_side import SIDE_WIDTH, QuarterSide
from kpm_desktop.ui.pages.visit.refer_side import ReferSide
from kpm_desktop.ui.words.person_words import person_line


class VisitSide(QStackedWidget):
    """`asked` for the village scorecard, `referral_asked` and `home_asked` as `ReferSide` says them."""

    asked = Signal()
    referral_asked = Signal()
    home_asked = Signal()

    def __init__(self, tools: Tools, month: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quarter = QuarterSide(tools, month)
        self.refer = ReferSide(tools)
        for side in (self.quarter, self.refer):
            self.addWidget(side)
            side.asked.connect(self.asked)
        self.refer.referral_asked.connect(self.referral_asked)
        self.refer.home_asked.connect(self.home_asked)
        self.setFixedWidth(tools.look.px(SIDE_WIDTH))

    def show_answers(self, sheet: VisitSheet, answers: Sequence[Answers], current: int) -> None:
        """What follows from everything entered; `current` is the place of the open checklist."""
        urgent = answers[current].judged.urgent()
        if urgent:
            self.refer.show_risks(_whose(answers[current]), urgent)
        else:
            self.quarter.show_answers(sheet, answers, current)
        self.setCurrentWidget(self.refer if urgent else self.quarter)


def _whose(answers: Answers) -> str:
    sheet = answers.sheet
    line = person_line(
        is_mother=sheet.pregnancy is not None, is_postpartum=sheet.is_postpartum, months=sheet.months, days=sheet.days
    )
    return f"{sheet.person.full_name}, {line[:1].lower()}{line[1:]}"
