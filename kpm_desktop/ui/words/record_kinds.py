"""What records of each kind are called where they stand among others, and their icon."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.merging.candidates import other_of
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.words.field_words import FORMS, value_words

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


translate = QCoreApplication.translate


def record_title(kind: str, shown: Mapping[str, Any], month: str, calendar: CalendarWords) -> str:
    """`2B Oktober 2026`, `Data diri`, `Imunisasi BCG 1`, `Memang berbeda`."""
    if kind in FORMS:
        return f"{FORMS[kind]} {calendar.month(month)}" if month else FORMS[kind]
    if kind == "immunization":
        vaccine = value_words(kind, "vaccine", shown.get("vaccine"))
        return f"{_names()[kind]} {vaccine} {shown.get('dose') or ''}".rstrip()
    if kind == "flag_answer" and other_of(str(shown.get("rule") or "")) is not None:
        return translate("RecordKinds", "Not the same")
    title = _names().get(kind, kind)
    if kind == "comment" and shown.get("reply_to_id"):
        title = translate("RecordKinds", "Answer")
    return f"{title} · {_row(shown, month, calendar)}" if month else title


def _row(shown: Mapping[str, Any], month: str, calendar: CalendarWords) -> str:
    """The monthly row a remark is about."""
    return f"{FORMS.get(str(shown.get('about_kind')), '')} {calendar.month(month)}".strip()


def _names() -> dict[str, str]:

    return {
        "person": translate("RecordKinds", "Personal data"),
        "pregnancy": translate("RecordKinds", "Pregnancy"),
        "immunization": translate("RecordKinds", "Immunization"),
        "referral": translate("RecordKinds", "Referral"),
        "comment": translate("RecordKinds", "Question"),
        "household": translate("RecordKinds", "Household"),
        "posyandu": translate("RecordKinds", "Posyandu"),
        "flag_answer": translate("RecordKinds", "Confirmed as right"),
        "sponsorship": translate("RecordKinds", "Foster parent"),
        "obstacle": translate("RecordKinds", "Obstacle"),
        "sponsorship_delivery": translate("RecordKinds", "Delivery of a foster parent"),
        "education_session": translate("RecordKinds", "Class or counselling"),
        "assignment": translate("RecordKinds", "Task"),
        "cadre": translate("RecordKinds", "Cadre"),
        "training": translate("RecordKinds", "Training"),
        "convergence_action": translate("RecordKinds", "Convergence action"),
        "facility": translate("RecordKinds", "Facility"),
        "village_budget": translate("RecordKinds", "Village budget"),
        "village_profile": translate("RecordKinds", "Signatures of the village"),
    }


def kind_word(kind: str) -> str:
    """One record of a kind that is not monthly."""
    words = {
        "household": translate("Sending", "household"),
        "person": translate("Sending", "person"),
        "pregnancy": translate("Sending", "pregnancy"),
        "pregnancy_visit": translate("Sending", "form 2A"),
        "child_visit": translate("Sending", "form 2B"),
        "paud_attendance": translate("Sending", "form 2C"),
        "immunization": translate("Sending", "immunisation"),
        "posyandu": translate("Sending", "posyandu"),
        "referral": translate("Sending", "referral"),
        "obstacle": translate("Sending", "obstacle in the field"),
        "education_session": translate("Sending", "class or counselling"),
    }
    return words.get(kind) or translate("Sending", "record")
