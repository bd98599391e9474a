"""Why a value is not used, in people's words and units."""

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.review.repair_list import Repair
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.words.value_words import value_words


def limit_words(repair: Repair, tools: Tools) -> str:
    """The sentence with the limit; it ends with a point."""
    found = repair.withheld
    declared = fields(found.kind).get(found.field) if found.kind in KINDS else None
    is_number = declared is not None and declared.spec.form in ("count", "measure")
    if declared is not None and is_number and found.code == "out_of_limits":
        low, high = (value_words(tools, found.kind, found.field, each) for each in _ends(declared.spec))
        low = low.removesuffix(f" {high.rpartition(' ')[2]}")
        text = QCoreApplication.translate("Limits", "It must lie between {low} and {high}.")
        return text.format(low=low, high=high)
    said = tools.wording.say(repair.why)
    return f"{said[:1].upper()}{said[1:]}."


def written_words(repair: Repair, tools: Tools) -> str:
    """The withheld value; one that is not even of its field's form is shown as it was written."""
    found = repair.withheld
    value = repair.written
    if value is None:
        return "–"
    try:
        return value_words(tools, found.kind, found.field, value)
    except (TypeError, ValueError, AttributeError):
        return str(value)


def _ends(spec: object) -> tuple[int, int]:
    return getattr(spec, "low", 0) or 0, getattr(spec, "high", 0) or 0
