"""Values of every kind of record as people read them: with their unit, as yes and no, in the words of a choice."""

from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.checklists.papers import counted_unit
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.ui.format.count_words import unit_word
from kpm_desktop.ui.format.number_text import UNITS, number_text
from kpm_desktop.ui.frame.context import Tools


def value_words(tools: Tools, kind: str, field: str, value: Any) -> str:
    """A plain value as people read it, with its unit; a dash for an empty one."""
    if value is None or value == []:
        return "–"
    if isinstance(value, bool):
        return QCoreApplication.translate("Words", "Yes") if value else QCoreApplication.translate("Words", "No")
    declared = fields(kind).get(field)
    if declared is None:
        return str(value)
    spec = declared.spec
    if spec.form == "measure":
        unit = UNITS.get(spec.unit, UNITS[""])
        return f"{number_text(value, unit, tools.comma)} {unit.word or spec.unit}".rstrip()
    if spec.form in ("choice", "choices"):
        given = value if isinstance(value, list) else [value]
        return ", ".join(tools.words.choice(kind, field, one) for one in given)
    if spec.form == "count":
        return f"{value} {unit_word(counted_unit(kind, field))}".rstrip()
    if spec.form == "date":
        return tools.calendar.dated(date.fromisoformat(value))
    if spec.form == "month":
        return tools.calendar.month(value)
    return ", ".join(value) if isinstance(value, list) else str(value)
