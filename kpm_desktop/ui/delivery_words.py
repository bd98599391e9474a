"""The status line's sentence: exactly what has not yet reached anybody, and nothing that is not known."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication


def delivery_sentence(status: Mapping[str, Any]) -> str:
    """A sentence about what `profile_status` says."""
    upstream = [peer for peer in status["devices"] if peer["upstream"]]
    if status["role"] == "cadre" or upstream:
        return _going_up(status["changes"], has_upstream=bool(upstream))
    return _coming_in(status)


def waiting(status: Mapping[str, Any]) -> tuple[int, int]:
    """How many changes wait for a way out, and how many for a receipt."""
    changes = status["changes"]
    return changes["unsent"], changes["undelivered"] - changes["unsent"]


def _going_up(changes: Mapping[str, int], *, has_upstream: bool) -> str:
    translate = QCoreApplication.translate
    if not changes["total"]:
        return translate("Delivery", "Nothing has been recorded on this laptop yet")
    if not has_upstream:
        text = translate("Delivery", "{count} changes are kept on this laptop · no supervisor yet")
        return text.format(count=changes["total"])
    if not changes["undelivered"]:
        return translate("Delivery", "The supervisor has received everything")
    unsent, unanswered = changes["unsent"], changes["undelivered"] - changes["unsent"]
    parts = []
    if unsent:
        parts.append(translate("Delivery", "{count} changes wait for the stick").format(count=unsent))
    if unanswered:
        parts.append(translate("Delivery", "{count} changes wait for a receipt").format(count=unanswered))
    return " · ".join(parts)


def _coming_in(status: Mapping[str, Any]) -> str:
    translate = QCoreApplication.translate
    parts = [translate("Delivery", "{count} laptops deliver here").format(count=len(status["devices"]))]
    if status["missing"]:
        parts.append(translate("Delivery", "numbers missing in {count} places").format(count=len(status["missing"])))
    if status["conflicts"]:
        parts.append(translate("Delivery", "{count} records wait for a decision").format(count=status["conflicts"]))
    return " · ".join(parts) if status["devices"] else translate("Delivery", "No laptop delivers here yet")
