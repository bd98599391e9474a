"""At the left of the growth charts: whose they are, and what the newest measures say."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.growth.child_growth import ChildGrowth
from kpm_desktop.domain.growth.chart import Chart
from kpm_desktop.domain.growth.chart_lines import CHARTS, HEAD, WEIGHT
from kpm_desktop.domain.growth.chart_verdict import reasons_to_refer, short_warning
from kpm_desktop.ui.charts.chart_words import ChartWords
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.chip import Chip
from kpm_desktop.ui.components.labels import label, line
from kpm_desktop.ui.components.upright_area import UprightArea
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.growth_words import age_words, class_words, z_words
from kpm_desktop.ui.words.value_words import value_words


class GrowthSide(UprightArea):
    """`change_asked` when the child's data are to be changed."""

    change_asked = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look = tools, tools.look

    def show_child(self, found: ChildGrowth, *, may_change: bool) -> None:
        """Fills it anew."""
        look = self._look
        holder = QWidget()
        holder.setProperty("role", "side-right")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(look.px(16), look.px(12), look.px(12), look.px(8))
        self._column.setSpacing(look.px(2))
        self._who(found)
        self._home(found)
        self._now(found.charts)
        self._column.addStretch(1)
        if may_change:
            self._column.addWidget(line())
            self._column.addLayout(self._change())
        self.setWidget(holder)

    def _who(self, found: ChildGrowth) -> None:
        child, today, calendar = found.child, self._tools.today(), self._tools.calendar
        self._add(child.full_name, Text.SECTION)
        sex = value_words(self._tools, "person", "sex", child.sex)
        self._add(f"{sex}, {age_words(child.birth_date, max(today, child.birth_date))}", Text.CAPTION, "text2")
        self._add(self.tr("born {day}").format(day=calendar.dated(child.birth_date)), Text.CAPTION, "text2")
        weeks = child.gestation_at_birth_weeks
        if weeks is not None:
            self._add(self.tr("at {weeks} weeks").format(weeks=weeks), Text.CAPTION, "text2")
        weight = found.weight
        for why in reasons_to_refer(weight) if weight is not None else ():
            self._column.addSpacing(self._look.px(4))
            words = self._tools.wording.say(short_warning(why))
            self._column.addWidget(Chip(self._look, words, "warn"), 0, Qt.AlignmentFlag.AlignLeft)

    def _home(self, found: ChildGrowth) -> None:
        self._gap()
        words = self._tools.words
        home = found.household.head_name if found.household is not None else ""
        for name, value in (
            (words.field("person", "mother_id"), found.mother),
            (words.field("person", "household_id"), home),
            (words.field("household", "posyandu_id"), found.posyandu),
        ):
            if value:
                self._add(name, Text.CAPTION, "text2")
                self._add(value, Text.BODY_MEDIUM)

    def _now(self, charts: Mapping[str, Chart]) -> None:
        """The newest measures by the standards, as classes of the day of age."""
        newest = [(charts[key], charts[key].used[-1]) for key in CHARTS if key in charts and charts[key].used]
        if not newest:
            return
        self._gap()
        self._add(self.tr("Now, by day of age"), Text.CAPTION_STRONG)
        called = ChartWords(self._tools.wording)
        for chart, point in newest:
            self._add(f"{called.index(chart)}   {z_words(point.z, self._tools)}", Text.BODY_MEDIUM)
            words = class_words(point, self._tools) if chart.key != HEAD else ""
            old = "" if point.taken.day == charts[WEIGHT].used[-1].taken.day or not charts[WEIGHT].used else point
            when = self._tools.calendar.short_day(point.taken.day) if old else ""
            self._add(" · ".join(part for part in (words, when) if part), Text.CAPTION, "text2")
        self._column.addSpacing(self._look.px(6))
        text = self.tr("z-score: how far from the middle of healthy children of the same age")
        self._add(text, Text.CAPTION, "text2")

    def _change(self) -> QHBoxLayout:
        button = Button(self._look, self.tr("Change data"), kind="link", key="U", small=True)
        button.setFont(self._look.font(Text.CAPTION_STRONG))
        button.clicked.connect(self.change_asked)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        return row

    def _add(self, text: str, kind: Text, tone: str = "") -> None:
        if text:
            self._column.addWidget(label(self._look, text, kind, tone, wrap=True))

    def _gap(self) -> None:
        self._column.addSpacing(self._look.px(8))
        self._column.addWidget(line())
        self._column.addSpacing(self._look.px(6))
