"""What a record is headed with where it stands among others, and the icon of its kind."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.checklists.papers import CHECKLISTS
from kpm_desktop.domain.merging.candidates import other_of
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.words.value_words import value_words

_ICONS = {
    "person": "user",
    "household": "house",
    "posyandu": "map-pin",
    "pregnancy": "users",
    "pregnancy_visit": "clipboard-list",
    "child_visit": "clipboard-list",
    "paud_attendance": "clipboard-list",
    "immunization": "check",
    "referral": "arrow-right",
    "comment": "message-square",
    "flag_answer": "flag",
}


def kind_icon(kind: str) -> str:
    """The icon of a kind of record."""
    return _ICONS.get(kind, "notebook-pen")


def record_title(kind: str, shown: Mapping[str, Any], month: str, tools: Tools) -> str:
    """`2B Oktober 2026`, `Data diri`, `Imunisasi BCG 1`, `Memang berbeda`."""
    translate = QCoreApplication.translate
    if kind in CHECKLISTS and month:
        return row_words(kind, month, tools)
    title = kind_title(kind, tools)
    if kind == "immunization" and shown.get("vaccine"):
        vaccine = value_words(tools, kind, "vaccine", shown.get("vaccine"))
        return f"{title} {vaccine} {shown.get('dose') or ''}".rstrip()
    if kind == "flag_answer" and other_of(str(shown.get("rule") or "")) is not None:
        return translate("RecordKinds", "Not the same")
    if kind == "comment" and shown.get("reply_to_id"):
        title = translate("RecordKinds", "Answer")
    return f"{title} · {row_words(str(shown.get('about_kind')), month, tools)}" if month else title


def kind_title(kind: str, tools: Tools) -> str:
    """What a record of somebody is headed with by its kind alone: `Data diri`, `2B`, `Rujukan`."""
    if kind == "person":
        return QCoreApplication.translate("RecordKinds", "Personal data")
    return tools.words.short(kind)


def row_words(kind: str, month: str, tools: Tools) -> str:
    """The row of a month, `2B Oktober 2026`; nothing for what has no month."""
    paper = tools.words.short(kind) if kind in CHECKLISTS else ""
    return f"{paper} {tools.calendar.month(month)}".strip() if month else ""
