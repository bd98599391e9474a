"""Backups in words: where they lie, when they were made, what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpm_desktop.ui.format.moment_words import day_and_clock
from kpm_desktop.ui.frame.context import Tools

if TYPE_CHECKING:
    from kpm_desktop.commands.backups.backup_state import PlaceState

_KB, _MB = 1 << 10, 1 << 20
BESIDE, BY_HAND = "beside", "by_hand"


def size_words(size: int, comma: str) -> str:
    """`412 KB`, `3,4 MB`."""
    if size < _MB:
        return f"{max(size // _KB, 1)} KB"
    return f"{size / _MB:.1f} MB".replace(".", comma)


def place_name(state: PlaceState) -> str:
    """What a place is called."""
    translate = QCoreApplication.translate
    if state.id == BESIDE:
        return translate("Backups", "On this laptop")
    if state.id == BY_HAND:
        return translate("Backups", "Saved by hand: {file}").format(file=state.name)
    return state.name


def place_icon(state: PlaceState) -> str:
    """The icon of a place."""
    return {BESIDE: "laptop", BY_HAND: "file-down"}.get(state.id, "usb-stick")


def place_words(state: PlaceState, tools: Tools) -> str:
    """How a place stands: the last backup there and whether it was looked into, how many there are."""
    translate = QCoreApplication.translate
    if state.last is None:
        if state.is_present:
            return translate("Backups", "No backup here yet.")
        return translate("Backups", "No backup here yet. Plug it in: the newest one goes there by itself.")
    moment = day_and_clock(state.last.at, tools.calendar, tools.today())
    text = translate("Backups", "Last one {moment} · {size} · opened and checked")
    parts = [text.format(moment=moment, size=size_words(state.last.size, tools.comma))]
    if state.id == BY_HAND:
        return parts[0]
    if not state.is_present:
        parts.append(translate("Backups", "not plugged in now"))
    elif state.count > 1 and state.oldest is not None:
        day = tools.calendar.short_day(state.oldest.astimezone().date(), tools.today())
        parts.append(translate("Backups", "{count} backups, the oldest of {day}").format(count=state.count, day=day))
    return " · ".join(parts)


def trouble_words(state: PlaceState, tools: Tools) -> str:
    """Why the last try failed there; nothing where it did not."""
    return tools.refusal(state.why)


def nudge() -> str:
    """One quiet line, where there is little room."""
    return QCoreApplication.translate("Backups", "Time to back up onto a stick")


def reminder(days: int) -> str:
    """The same in full."""
    return QCoreApplication.translate("Backups", "No backup outside this laptop for {days} days").format(days=days)
