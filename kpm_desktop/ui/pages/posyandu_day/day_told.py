"""What is told in words beside the table: the line below a row, and the strip about the person who has the keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.records.checklists import OF_THE_VISIT
from kpm_desktop.domain.risks.referring import facts_of
from kpm_desktop.ui.fields.number_field import number_problem
from kpm_desktop.ui.format.number_text import UNITS, number_text
from kpm_desktop.ui.forms.dose_box import DoseBox
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.pages.posyandu_day.day_row import DayRow

#: What stands where nothing is known or asked.
NOTHING = "–"
#: How the cadres call the vaccine of five, in a column that has no room for all of it.
_LONG, _SHORT = "DPT-HB-Hib", "DPT"


@dataclass(frozen=True, slots=True)
class RowWarning:
    """What stands below a row. field: whose value it is about; can_confirm: B says it is right; refers: F8 writes a
    referral."""

    sentence: str
    tone: str
    field: str
    can_confirm: bool = False
    refers: bool = False


class DayTold(QObject):
    """Of one table."""

    def __init__(self, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools

    def warning(self, row: DayRow) -> RowWarning | None:
        """What cannot be kept, else what is to be looked at again, else what cannot wait."""
        field, code = row.untaken_problem()
        if code:
            spec = fields(row.form.kind)[field].spec
            unit = UNITS.get(spec.unit, UNITS[""])
            problem = number_problem(code, unit, spec.low, spec.high, self._tools.comma)
            if field in OF_THE_VISIT:
                sentence = "Day, month and year, such as 19-11-2026. Type it again."
                problem = QCoreApplication.translate("DateField", sentence)
            return RowWarning(f"{self._tools.words.field(row.form.kind, field)}: {problem}", "warn", field)
        say = self._tools.wording.say
        for name, finding in row.findings().items():
            return RowWarning(say(finding.why), "warn", name, can_confirm=not finding.blocks)
        urgent = row.urgent()
        if urgent:
            facts = "; ".join(facts_of(urgent, self._tools.wording))
            sentence = self.tr("Refer today: {facts}.").format(facts=facts)
            return RowWarning(sentence, "risk", urgent[0].field, refers=True)
        return None

    def amount(self, row: DayRow, field: str, value: int) -> str:
        """A measure without its unit, with its one decimal."""
        unit = UNITS.get(fields(row.form.kind)[field].spec.unit, UNITS[""])
        return number_text(value, unit, self._tools.comma, least=1 if unit.decimals else 0)

    def strip(self, row: DayRow) -> str:
        """What is said of the row, birth or due date, where they live, the last weights, the doses of the day, and what
        the answers ask to be done."""
        warning = self.warning(row)
        parts = [warning.sentence if warning is not None else "", self._dated(row), self._place(row)]
        parts.append(self._weights(row))
        if row.boxes:
            names = ", ".join(dose_names(row.boxes))
            parts.append(self.tr("doses today: {names}").format(names=names))
        if row.person.is_guest:
            parts.append(self.tr("guest of another posyandu"))
        if row.form.others:
            names = ", ".join(row.form.others)
            parts.append(self.tr("{names} has a draft of it too").format(names=names))
        parts += [self._tools.wording.say(one.why) for one in row.told()[:1] if warning is None]
        return " · ".join(part for part in parts if part)

    def _dated(self, row: DayRow) -> str:
        pregnancy, calendar = row.form.pregnancy, self._tools.calendar
        if pregnancy is None:
            return self.tr("born {day}").format(day=calendar.dated(row.born))
        if row.form.is_postpartum and pregnancy.delivery_date is not None:
            return self.tr("gave birth {day}").format(day=calendar.dated(pregnancy.delivery_date))
        due = pregnancy.due()
        return self.tr("HPL {day}").format(day=calendar.dated(due)) if due is not None else ""

    def _place(self, row: DayRow) -> str:
        home = row.form.household
        return f"RT {home.rt or NOTHING}/{home.rw or NOTHING}" if home is not None and (home.rt or home.rw) else ""

    def _weights(self, row: DayRow) -> str:
        found, one = [], row.form.measures.get("weight_g")
        while one is not None:
            found.append(f"{self._tools.calendar.short_month(one.month)} {self.amount(row, 'weight_g', one.value)}")
            one = one.before
        return f"{', '.join(reversed(found))} kg" if found else ""


def dose_names(boxes: Iterable[DoseBox]) -> list[str]:
    """As they are called at a posyandu."""
    return [box.name.replace(_LONG, _SHORT) for box in boxes]
