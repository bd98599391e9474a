"""At the left of a pregnancy's page who she is and 4T by its systems; at the right her measures and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import asdict
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.pregnancy.pregnancy_view import PregnancyView
from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.domain.change import plain
from kpm_desktop.domain.due.tasks import Task
from kpm_desktop.domain.errors import reason
from kpm_desktop.domain.pregnancy.weight_band import body_mass_index
from kpm_desktop.domain.records.checklists import PregnancyVisit
from kpm_desktop.domain.risks.attention import Attention, attentions
from kpm_desktop.domain.risks.referring import facts_of
from kpm_desktop.domain.schedules.care import trimester
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.chip import Chip
from kpm_desktop.ui.components.labels import icon_label, label, line
from kpm_desktop.ui.components.upright_area import UprightArea
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.growth_words import short_age

#: So many of the newest measures are listed.
_MEASURES = 5
_ICONS = {"refer": ("triangle-alert", "risk"), "risk": ("triangle-alert", "risk"), "watch": ("flag", "warn")}


class MotherSide(UprightArea):
    """`birth_asked` and `change_asked` when her data are to become others."""

    birth_asked = Signal()
    change_asked = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look = tools, tools.look

    def show_pregnancy(self, view: PregnancyView, *, may_change: bool) -> None:
        """Fills it anew."""
        px = self._look.px
        holder = QWidget()
        holder.setProperty("role", "side-right")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(px(16), px(12), px(12), px(8))
        self._column.setSpacing(px(2))
        self._who(view)
        self._gap()
        for name, value in self._facts(view):
            self._add(name, Text.CAPTION, "text2")
            self._add(value, Text.BODY_MEDIUM)
        self._gap()
        self._four_t(view)
        self._column.addStretch(1)
        if may_change:
            self._deeds(view)
        self.setWidget(holder)

    def _who(self, view: PregnancyView) -> None:
        self._add(view.mother.full_name, Text.SECTION)
        self._add(far_words(view), Text.CAPTION, "text2")
        one = view.pregnancy
        counted = [f"G{one.gravida}" if one.gravida else "", f"P{one.parity}" if one.parity is not None else ""]
        third = self.tr("trimester {number}").format(number=trimester(view.week)) if view.week is not None else ""
        self._add(
            " · ".join(part for part in (third, " ".join(part for part in counted if part)) if part),
            Text.CAPTION,
            "text2",
        )

    def _facts(self, view: PregnancyView) -> Iterator[tuple[str, str]]:
        calendar, one = self._tools.calendar, view.pregnancy
        due = one.due()
        if one.delivery_date is not None:
            yield self.tr("Gave birth"), calendar.dated(one.delivery_date)
        elif due is not None:
            left = (due - view.on).days
            words = self.tr("{day}, {days} days left") if left >= 0 else self.tr("{day}, {days} days ago")
            told = calendar.dated(due) if view.is_over else words.format(day=calendar.dated(due), days=abs(left))
            yield self.tr("HPL"), self.tr("about {day}").format(day=told) if one.due_is_estimated else told
        if one.last_menstrual_date is not None:
            yield self.tr("First day of the last period"), calendar.dated(one.last_menstrual_date)
        years = completed_months(view.mother.birth_date, view.on) // 12
        height = f" · {one.height_mm // 10} cm" if one.height_mm else ""
        yield self.tr("Age, height"), self.tr("{years} years").format(years=years) + height
        if one.height_mm and one.pre_pregnancy_weight_g:
            bmi = f"{body_mass_index(one.pre_pregnancy_weight_g, one.height_mm):.1f}"
            kg = f"{one.pre_pregnancy_weight_g / 1000:.1f}"
            text = f"{bmi} ({kg} kg)".replace(".", self._tools.comma)
            yield self.tr("BMI before the pregnancy"), text
        if view.youngest is not None:
            age = short_age(view.youngest.birth_date, view.on)
            yield self.tr("Child before"), f"{view.youngest.full_name}, {age}"

    def _four_t(self, view: PregnancyView) -> None:
        """By its system, with the numbers that say so."""
        self._add(self.tr("4T by its system"), Text.CAPTION_STRONG)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._look.px(8))
        grid.setColumnStretch(1, 1)
        for at, each in enumerate(view.four_t):
            said = [
                self._tools.wording.say(reason(f"pregnancy.four.{code}", value=value, limit=limit))
                for code, value, limit in each.found
            ]
            name = label(self._look, each.system, Text.CAPTION_STRONG)
            name.setToolTip(each.source)
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            words = "; ".join(said) or self._tools.wording.phrase("pregnancy.four.none")
            grid.addWidget(label(self._look, words, Text.CAPTION, "text" if said else "text2", wrap=True), at, 1)
        self._column.addLayout(grid)
        told = [row.is_high_risk for row in view.visits if row.is_high_risk is not None]
        if told:
            self._column.addSpacing(self._look.px(6))
            words = (
                self.tr("The health worker says: high risk (Risti)")
                if told[-1]
                else self.tr("The health worker says: no high risk")
            )
            self._add(words, Text.CAPTION)

    def _deeds(self, view: PregnancyView) -> None:
        self._column.addWidget(line())
        deeds = [(self.tr("Change her data"), "U", self.change_asked)]
        if not view.is_over:
            deeds.insert(0, (self.tr("Birth: mother and children"), "L", self.birth_asked))
        for words, key, signal in deeds:
            button = Button(self._look, words, kind="link", key=key, small=True)
            button.setFont(self._look.font(Text.CAPTION_STRONG))
            button.clicked.connect(signal)
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            self._column.addLayout(row)

    def _add(self, text: str, kind: Text, tone: str = "") -> None:
        if text:
            self._column.addWidget(label(self._look, text, kind, tone, wrap=True))

    def _gap(self) -> None:
        self._column.addSpacing(self._look.px(8))
        self._column.addWidget(line())
        self._column.addSpacing(self._look.px(6))


class MeasuresSide(UprightArea):
    """Pressure, Hb and arm of the newest visits, and what is due, each with its day."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look = tools, tools.look

    def show_pregnancy(self, view: PregnancyView) -> None:
        """Fills it anew."""
        px = self._look.px
        holder = QWidget()
        holder.setProperty("role", "side-right")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(4))
        self._risks(view)
        self._measures(view)
        self._next(view)
        self._column.addStretch(1)
        self.setWidget(holder)

    def _risks(self, view: PregnancyView) -> None:
        """What the newest visit asks to be done."""
        for words in facts_of(risks_of(view), self._tools.wording):
            self._column.addWidget(
                Chip(self._look, words.partition(": ")[2] or words, "risk"), 0, Qt.AlignmentFlag.AlignLeft
            )

    def _measures(self, view: PregnancyView) -> None:
        pressures = [row for row in view.visits if row.systolic_mmhg is not None][-_MEASURES:]
        blood = [row for row in view.visits if row.hemoglobin_g_l is not None or row.muac_mm is not None][-_MEASURES:]
        self._heading(self.tr("Blood pressure"))
        if not pressures:
            self._quiet(self.tr("not measured yet"))
        grid = self._grid()
        for at, row in enumerate(reversed(pressures)):
            is_risk = any(one.field in ("systolic_mmhg", "diastolic_mmhg") for one in _told(row))
            lower = row.diastolic_mmhg if row.diastolic_mmhg is not None else "–"
            self._row(grid, at, row.visit_date, f"{row.systolic_mmhg}/{lower}", is_risk=is_risk)
        self._heading(self.tr("Hb, LILA"))
        if not blood:
            self._quiet(self.tr("not measured yet"))
        grid = self._grid()
        for at, row in enumerate(reversed(blood)):
            fields = {one.field for one in _told(row)}
            hb = "–" if row.hemoglobin_g_l is None else f"{self._one(row.hemoglobin_g_l)} g/dL"
            self._row(grid, at, row.visit_date, hb, is_risk="hemoglobin_g_l" in fields)
            arm = "–" if row.muac_mm is None else f"{self._one(row.muac_mm)} cm"
            grid.addWidget(label(self._look, arm, Text.BODY_STRONG, "risk" if "muac_mm" in fields else ""), at, 2)
        self._column.addWidget(line())

    def _one(self, tenths: int) -> str:
        return f"{tenths / 10:.1f}".replace(".", self._tools.comma)

    def _row(self, grid: QGridLayout, at: int, day: date, words: str, *, is_risk: bool) -> None:
        grid.addWidget(label(self._look, self._tools.calendar.short_day(day, day), Text.CAPTION, "text2"), at, 0)
        grid.addWidget(label(self._look, words, Text.BODY_STRONG, "risk" if is_risk else ""), at, 1)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._look.px(12))
        grid.setVerticalSpacing(self._look.px(2))
        grid.setColumnStretch(1, 1)
        self._column.addLayout(grid)
        return grid

    def _next(self, view: PregnancyView) -> None:
        self._heading(self.tr("What comes next"))
        if not view.tasks:
            self._quiet(self.tr("Nothing is due now."))
        for task in view.tasks:
            self._column.addWidget(self._task(task))

    def _task(self, task: Task) -> QWidget:
        wording, look = self._tools.wording, self._look
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        icon, ink = _ICONS[task.level] if task.level is not None else ("circle-dot", "text2")
        row.addWidget(icon_label(look, icon, ink, 16), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(label(look, wording.say(task.title), Text.BODY_STRONG, wrap=True))
        lines.addWidget(label(look, wording.say(task.first.why), Text.CAPTION, "text2", wrap=True))
        row.addLayout(lines, 1)
        return holder

    def _heading(self, text: str) -> None:
        self._column.addWidget(label(self._look, text, Text.CAPTION_STRONG, "text2", wrap=True))

    def _quiet(self, text: str) -> None:
        self._column.addWidget(label(self._look, text, Text.CAPTION, "text2", wrap=True))


def risks_of(view: PregnancyView) -> list[Attention]:
    """What the newest visit asks to be done; nothing that is only to be watched."""
    return [one for one in _told(view.visits[-1]) if one.level != "watch"] if view.visits else []


def _told(row: PregnancyVisit) -> list[Attention]:
    return list(attentions("pregnancy_visit", plain(asdict(row))))


def far_words(view: PregnancyView) -> str:
    """How far she is: `hamil 34 minggu`, days after the birth, or how it ended."""
    translate = QCoreApplication.translate
    if view.has_delivered and view.pregnancy.delivery_date is not None:
        days = (view.on - view.pregnancy.delivery_date).days
        return translate("Pregnancy", "{days} days after the birth").format(days=days)
    if view.is_over:
        return translate("Pregnancy", "the pregnancy has ended")
    if view.week is None:
        return translate("Pregnancy", "pregnant, since when is not known")
    return translate("Pregnancy", "{weeks} weeks pregnant (month {month})").format(
        weeks=view.week, month=view.week // 4 + 1
    )
