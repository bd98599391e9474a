"""The visit's right side: what this quarter's scorecard will say, and the way to the scorecard itself."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kpm_desktop.commands.visits.visit_sheet import VisitSheet
from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.scorecard.forecast import forecasts, with_row
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.forms.checklist.answers import Answers
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.visit.forecast_panel import ForecastPanel

SIDE_WIDTH = 296


class QuarterSide(QFrame):
    """The outlook of the person whose checklist is open, and a line for each of the others."""

    asked = Signal()
    """The village scorecard is wanted."""

    def __init__(self, tools: Tools, month: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._month = tools, month
        self.forecast = ForecastPanel(tools)
        self.setProperty("role", "side-right")
        self.setFixedWidth(tools.look.px(SIDE_WIDTH))
        self._lay_out()

    def show_answers(self, sheet: VisitSheet, answers: Sequence[Answers], current: int) -> None:
        """Reckons with what is saved and with what is being entered; `current` is the place of the open checklist."""
        records = sheet.records
        for one in answers:
            row = one.entered.record()
            if row is not None:
                records = with_row(records, row)
        quarter = Quarter.of(self._month)
        found = forecasts(records, self._month, self._tools.today(), official_rules(quarter))
        shown = answers[current].sheet
        self.forecast.show_forecasts(quarter, found, shown.subject, shown.person.full_name)

    def _lay_out(self) -> None:
        look, px = self._tools.look, self._tools.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(12))
        column.setSpacing(px(2))
        quarter = Quarter.of(self._month)
        column.addWidget(label(look, self.tr("For this quarter's scorecard"), Text.SECTION))
        caption = self.tr("Quarter {number}/{year}, drafts included").format(number=quarter.number, year=quarter.year)
        column.addWidget(label(look, caption, Text.CAPTION, "text2"))
        column.addSpacing(px(8))
        column.addWidget(self._scrolled(), 1)
        see = Button(look, self.tr("See the village scorecard"), kind="link", icon="chart-column", key="F6", small=True)
        see.clicked.connect(self.asked)
        column.addWidget(see, 0, Qt.AlignmentFlag.AlignLeft)

    def _scrolled(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setProperty("role", "side-right")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.forecast)
        inner.addStretch(1)
        scroll.setWidget(holder)
        return scroll
