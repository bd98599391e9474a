"""What stands in a cell of the table: an answer that is kept is plain text, one that is open a field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QObject

from kpm_desktop.domain.due.mothers import begun_of
from kpm_desktop.domain.entry.plausibility import Measured
from kpm_desktop.domain.errors import reason
from kpm_desktop.domain.growth import weight_gain
from kpm_desktop.domain.risks.attention import Attention
from kpm_desktop.domain.risks.referring import fact_of
from kpm_desktop.domain.schedules.care import care_rules, check_due, contact_on, weeks_pregnant
from kpm_desktop.ui.components.state_word import State
from kpm_desktop.ui.forms.checklist.question_words import MAT_COLOURS
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.pages.posyandu_day.day_columns import DayColumn, Kind
from kpm_desktop.ui.pages.posyandu_day.day_row import PRESSURE, SLASH, DayRow, is_yes
from kpm_desktop.ui.pages.posyandu_day.day_told import NOTHING, DayTold, dose_names
from kpm_desktop.ui.words.person_words import DAYS_SHOWN


@dataclass(frozen=True, slots=True)
class DayCell:
    """text, and what stands smaller behind it (`aside`) or below it (`below`). is_open: drawn as a field. ink, tone:
    of the text, or of a chip. icon: before the text, with its colour. swatch: a colour before it."""

    text: str = ""
    aside: str = ""
    below: str = ""
    is_open: bool = False
    is_strong: bool = False
    ink: str = "text"
    tone: str = ""
    icon: tuple[str, str] | None = None
    swatch: str = ""
    told: str = ""

    @property
    def words(self) -> str:
        """Read aloud."""
        return ", ".join(part for part in (self.told or self.text, self.below, self.aside) if part)


class DayCells(QObject):
    """Of one table. told: what is said below the rows, which some cells mark too."""

    def __init__(self, tools: Tools, told: DayTold) -> None:
        super().__init__(told)
        self._tools, self._told = tools, told
        self._made: dict[Kind, Callable[[DayRow, DayColumn], DayCell]] = {
            Kind.NUMBER_OF: lambda row, column: DayCell(str(row.number), ink="text2"),
            Kind.NAME: self._name,
            Kind.BEFORE: self._before,
            Kind.NUMBER: self._number,
            Kind.LENGTH: self._length,
            Kind.PRESSURE: self._pressure,
            Kind.MAT: self._mat,
            Kind.DOSES: self._doses,
            Kind.CAPSULE: self._capsule,
            Kind.YES_NO: self._yes_no,
            Kind.CHECKS: self._checks,
            Kind.TABLETS: self._tablets,
            Kind.SEVERAL: self._several,
            Kind.CHOICE: self._choice,
            Kind.GAIN: self._gain,
            Kind.VERDICT: self._verdict,
            Kind.STATE: self._state,
        }

    def cell(self, row: DayRow, column: DayColumn) -> DayCell:
        """What stands there."""
        if column.kind.is_asked and not row.is_asked(column):
            return DayCell() if row.is_absent else DayCell(NOTHING, ink="text2", told=self.tr("not asked"))
        if row.is_conflict(column):
            icon = ("git-compare-arrows", "warn")
            return DayCell(self.tr("two entries"), ink="warn", icon=icon)
        return self._made[column.kind](row, column)

    # who it is

    def _name(self, row: DayRow, column: DayColumn) -> DayCell:
        return DayCell(row.form.person.full_name, below=self.about(row), is_strong=True)

    def about(self, row: DayRow) -> str:
        """The line below the name."""
        form = row.form
        if row.is_mother:
            pregnancy = form.pregnancy
            assert pregnancy is not None
            if form.is_postpartum:
                far = self.tr("nifas, day {days}").format(days=form.days)
            elif form.months is None:
                far = self.tr("pregnant")
            else:
                far = self.tr("pregnant {months} m").format(months=form.months)
            return " · ".join(part for part in (far, f"G{pregnancy.gravida}" if pregnancy.gravida else "") if part)
        sex = {"male": self.tr("B"), "female": self.tr("G")}.get(form.person.sex, "")
        return " · ".join(part for part in (row.person.mother, self._age(row), sex) if part)

    def _age(self, row: DayRow) -> str:
        days, months = row.form.days, row.form.months
        if days is not None and days <= DAYS_SHOWN:
            return self.tr("{days} d").format(days=days)
        return self.tr("{months} m").format(months=months)

    def _before(self, row: DayRow, column: DayColumn) -> DayCell:
        names = ("weight_g", "muac_mm" if row.is_mother else "length_mm")
        shown = [self._measured(row, name) for name in names]
        return DayCell(shown[0], below=shown[1], ink="text2")

    def _measured(self, row: DayRow, name: str) -> str:
        found = row.form.measures.get(name)
        return NOTHING if found is None else self._told.amount(row, name, found.value)

    # what is entered

    def _number(self, row: DayRow, column: DayColumn) -> DayCell:
        field = column.fields[0]
        typed, value = row.answers.typed(field), row.answers.value(field)
        if typed is not None:
            return DayCell(typed, ink="warn", is_open=True)
        if value is None:
            is_no = field == "weight_g" and row.answers.value("was_weighed") is False and not row.is_absent
            return DayCell(NOTHING, told=self.tr("not weighed")) if is_no else DayCell(is_open=not row.is_absent)
        return DayCell(self._told.amount(row, field, value), is_strong=True, ink=self._ink(row, column))

    def _length(self, row: DayRow, column: DayColumn) -> DayCell:
        found = self._number(row, column)
        position = row.answers.value("measure_position")
        if not found.is_strong or position is None:
            return found
        words = {"lying": self.tr("lying"), "standing": self.tr("standing")}
        word = words.get(position) or self._tools.words.choice(row.form.kind, "measure_position", position)
        return DayCell(found.text, aside=word, is_strong=True, ink=found.ink)

    def _pressure(self, row: DayRow, column: DayColumn) -> DayCell:
        typed = row.answers.typed(PRESSURE[0]) or row.answers.typed(PRESSURE[1])
        if typed is not None:
            return DayCell(typed, ink="warn", is_open=True)
        upper, lower = row.values(column)
        if upper is None and lower is None:
            return DayCell(SLASH, is_open=True, ink="text2", told=self.tr("open"))
        text = f"{NOTHING if upper is None else upper}{SLASH}{'' if lower is None else lower}"
        return DayCell(text, is_strong=True, ink=self._ink(row, column), is_open=None in (upper, lower))

    def _ink(self, row: DayRow, column: DayColumn) -> str:
        if any(name in row.findings() for name in column.fields):
            return "warn"
        told = [one for one in row.told() if one.field in column.fields]
        return "risk" if any(one.level != "watch" for one in told) else "text"

    def _mat(self, row: DayRow, column: DayColumn) -> DayCell:
        value = row.answers.value("mat_result")
        if value is None:
            return DayCell(is_open=True)
        word = self._tools.words.choice(row.form.kind, "mat_result", value)
        return DayCell(word, swatch=MAT_COLOURS.get(value, ""))

    def _doses(self, row: DayRow, column: DayColumn) -> DayCell:
        names = dose_names(row.boxes)
        told = ", ".join(names)
        if row.is_open(column):
            late = any(each.planned.standing == "catch_up" for each in row.person.doses)
            icon = ("clock", "warn") if late else None
            return DayCell(
                _few(names), is_open=True, is_strong=True, ink="warn" if late else "accent_text", icon=icon, told=told
            )
        given = dose_names(box for box in row.boxes if box.is_given)
        return DayCell(_few(given), icon=("check", "ok"), told=", ".join(given))

    def _capsule(self, row: DayRow, column: DayColumn) -> DayCell:
        colour = row.capsule.colour if row.capsule is not None else ""
        word = self._tools.wording.say(reason(f"due.capsule.{colour}")) if colour else self.tr("Yes")
        given = is_yes(row, column)
        if given is None:
            return DayCell(_first_word(word), is_open=True, is_strong=True, ink="accent_text")
        return DayCell(_first_word(word), icon=("check", "ok")) if given else DayCell(self.tr("No"), ink="text2")

    def _yes_no(self, row: DayRow, column: DayColumn) -> DayCell:
        said = is_yes(row, column)
        if said is None:
            return DayCell(is_open=True)
        return DayCell(self.tr("Yes")) if said else DayCell(self.tr("No"), ink="text2")

    def _checks(self, row: DayRow, column: DayColumn) -> DayCell:
        question = row.question(column)
        assert question is not None
        typed, count = row.answers.typed(question.field), row.answers.value(question.field)
        if typed is not None:
            return DayCell(typed, ink="warn", is_open=True)
        code = self._check_due(row) if question.field != "counselling_sessions" else ""
        if count is None:
            proposal = self.tr("{code} today").format(code=code) if code else ""
            return DayCell(proposal, is_open=True, is_strong=bool(code), ink="accent_text", told=proposal)
        if not count:
            return DayCell(self.tr("No"), ink="text2")
        times = self.tr("{count} times").format(count=count)
        return DayCell(
            code or (self.tr("Yes") if count == 1 else times),
            aside=times if code and count > 1 else "",
            icon=("check", "ok"),
        )

    def _check_due(self, row: DayRow) -> str:
        """The code of the check of this month, by weeks of pregnancy or days of nifas."""
        form, pregnancy = row.form, row.form.pregnancy
        if form.is_postpartum:
            found = contact_on(care_rules().postpartum.contacts, form.days or 0)
            return found[1].code if found is not None and row.person.had < found[0] else ""
        begun = begun_of(pregnancy) if pregnancy is not None else None
        if begun is None or begun > row.day:
            return ""
        due = check_due(weeks_pregnant(begun, row.day), row.person.had)
        return due[1].code if due is not None else ""

    def _tablets(self, row: DayRow, column: DayColumn) -> DayCell:
        typed, count = row.answers.typed("iron_tablets"), row.answers.value("iron_tablets")
        if typed is not None:
            return DayCell(typed, ink="warn", is_open=True)
        kind = row.answers.value("iron_kind") or self._kind_before(row)
        word = self._tools.words.short_choice(row.form.kind, "iron_kind", kind) if kind else ""
        if is_yes(row, column) is False:
            return DayCell(self.tr("No"), ink="text2")
        if count is None:
            return DayCell(word, is_open=True, ink="text2", told=self.tr("open"))
        tablets = self.tr("{count} tablets").format(count=count)
        return DayCell(tablets, aside=word)

    def _kind_before(self, row: DayRow) -> str:
        before = row.form.before.get("iron_kind")
        return "" if before is None else before.value

    def _several(self, row: DayRow, column: DayColumn) -> DayCell:
        question = row.question(column)
        assert question is not None
        chosen = row.answers.value(question.field)
        if not chosen:
            return DayCell(is_open=True)
        words = [self._tools.words.short_choice(row.form.kind, question.field, each) for each in chosen]
        return DayCell(", ".join(words), ink=self._ink(row, column))

    def _choice(self, row: DayRow, column: DayColumn) -> DayCell:
        question = row.question(column)
        assert question is not None
        value = row.answers.value(question.field)
        return (
            DayCell(is_open=True)
            if value is None
            else DayCell(self._tools.words.short_choice(row.form.kind, question.field, value))
        )

    def typed(self, row: DayRow, column: DayColumn) -> str:
        """What the field of a cell begins with: what was typed, or the number alone."""
        question = row.question(column)
        if question is None or not column.kind.is_typed:
            return ""
        if column.kind is Kind.PRESSURE:
            typed = row.answers.typed(PRESSURE[0]) or row.answers.typed(PRESSURE[1])
            parts = ["" if value is None else str(value) for value in row.values(column)]
            return typed or (SLASH.join(parts) if any(parts) else "")
        field = question.number_field
        value = row.answers.value(field)
        return row.answers.typed(field) or ("" if value is None else self._told.amount(row, field, value))

    # what follows

    def _gain(self, row: DayRow, column: DayColumn) -> DayCell:
        status = row.status
        if not status:
            return DayCell()
        if "weight_g" in row.findings():
            return DayCell("?", ink="warn", is_strong=True, told=self.tr("look again"))
        tones = {weight_gain.GAINED: "ok", weight_gain.NOT_GAINED: "risk"}
        return DayCell(
            status, is_strong=True, tone=tones.get(status, "neu"), told=self._tools.wording.phrase(f"growth.{status}")
        )

    def _verdict(self, row: DayRow, column: DayColumn) -> DayCell:
        warning = self._told.warning(row)
        if warning is not None and warning.tone == "warn":
            return DayCell(self.tr("look again"), ink="warn", is_strong=True, icon=("circle-alert", "warn"))
        return self._of_mother(row) if row.is_mother else self._of_child(row)

    def _of_mother(self, row: DayRow) -> DayCell:
        told = row.told()
        if told:
            return DayCell(self._short(told[0]), tone="risk" if told[0].level != "watch" else "warn")
        gain = self._gained(row, row.form.measures.get("weight_g"))
        return DayCell(gain, ink="text2")

    def _short(self, one: Attention) -> str:
        """What a risk is called, without the number it was found by, which stands in the row."""
        fact = fact_of(self._tools.wording.say(one.why))
        name = fact.partition(": ")[2] or fact
        return name[:1].upper() + name[1:]

    def _gained(self, row: DayRow, before: Measured | None) -> str:
        grams = row.answers.value("weight_g")
        if grams is None or before is None:
            return ""
        change = Decimal(grams - before.value) / 1000
        name = "rose" if change > 0 else "fell" if change < 0 else "stayed"
        kg = f"{abs(change).normalize():f}".replace(".", self._tools.comma)
        words = {
            "rose": self.tr("up {kg} kg"),
            "fell": self.tr("down {kg} kg"),
            "stayed": self.tr("the same weight"),
        }
        return words[name].format(kg=kg)

    def _of_child(self, row: DayRow) -> DayCell:
        if row.is_absent:
            return DayCell(self.tr("not weighed"), ink="text2")
        found = row.classed
        if found is None:
            return DayCell()
        name = self._tools.wording.phrase(f"growth.{found.code}")
        z = (
            ""
            if found.z is None
            else f"{found.z:+.2f}".replace("+", "").replace("-", "−").replace(".", self._tools.comma)
        )
        index = _INDEX[found.key][found.is_standing]
        if not found.gravity:
            return DayCell(name, aside=f"{index} {z}".strip(), is_strong=True, told=f"{name}, {index} {z}")
        tone = "risk" if found.gravity > 1 else "warn"
        return DayCell(f"{name} {z}".strip(), tone=tone, told=f"{name}, {index} {z}")

    def _state(self, row: DayRow, column: DayColumn) -> DayCell:
        warning = self._told.warning(row)
        if warning is not None:
            icon = ("triangle-alert", "risk") if warning.tone == "risk" else ("circle-alert", "warn")
            return DayCell(icon=icon, told=warning.sentence)
        if row.has_draft:
            return DayCell(icon=(State.DRAFT.icon, "text2"), told=State.DRAFT.word())
        if row.form.state is None:
            return DayCell(icon=("circle-dashed", "text2"), told=self.tr("open"))
        state = State.of_record(row.form.state)
        return DayCell(icon=(state.icon, state.tone), told=state.word())


#: How the measure of a class is called, lying and standing.
_INDEX = {"wfl": ("BB/PB", "BB/TB"), "len": ("PB/U", "TB/U"), "wei": ("BB/U", "BB/U")}


def _few(names: list[str]) -> str:
    """Two names, and how many more."""
    return ", ".join(names[:2]) + (f" +{len(names) - 2}" if len(names) > 2 else "")


def _first_word(text: str) -> str:
    return text.split(",")[0].split(" (")[0]
