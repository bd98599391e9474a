"""The status line's sentence: exactly what has not yet reached anybody, and nothing that is not known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.format.moment_words import local
from kpm_desktop.ui.frame.session import CADRE

if TYPE_CHECKING:
    from kpm_desktop.commands.supervision.delivery_state import DeliveryState


def delivery_sentence(state: DeliveryState, calendar: CalendarWords, today: date) -> str:
    """What the line at the bottom says."""
    if state.role == CADRE or state.supervisors:
        return _going_up(state, calendar, today)
    return _coming_in(state, calendar)


def waiting(status: Mapping[str, Any]) -> tuple[int, int]:
    """How many changes wait for a way out, and how many for a receipt, of what `profile_status` says."""
    changes = status["changes"]
    return changes["unsent"], changes["undelivered"] - changes["unsent"]


def _going_up(state: DeliveryState, calendar: CalendarWords, today: date) -> str:
    translate = QCoreApplication.translate
    if not state.changes:
        return translate("Delivery", "Nothing has been recorded on this laptop yet")
    if not state.supervisors:
        text = translate("Delivery", "{count} records are kept on this laptop · no supervisor yet")
        return text.format(count=state.unsent)
    if not state.unsent and not state.unanswered:
        return translate("Delivery", "The supervisor has received everything")
    parts = [translate("Delivery", "Received by the supervisor: nothing yet")]
    if state.received_until is not None:
        day = calendar.short_day(local(state.received_until).date(), today)
        parts = [translate("Delivery", "Received by the supervisor: records up to {day}").format(day=day)]
    if state.unsent:
        parts.append(_unsent(state, calendar, today))
    if state.unanswered:
        parts.append(translate("Delivery", "{count} wait for a receipt").format(count=state.unanswered))
    return " · ".join([*parts, *_next_steps(state, calendar)])


def _unsent(state: DeliveryState, calendar: CalendarWords, today: date) -> str:
    """How many records went nowhere yet, since when, and what they wait for."""
    translate = QCoreApplication.translate
    kinds = [remote.kind for remote, _ in state.remotes]
    if not kinds:
        return _nowhere_to_go(state, calendar, today)
    if any(kind.needs_line for kind in kinds):
        words = translate("Delivery", "{count} wait for the line")
    elif any(kind.is_carried for kind in kinds):
        words = translate("Delivery", "{count} wait for the stick")
    else:
        words = translate("Delivery", "{count} leave by themselves")
    text, since = words.format(count=state.unsent), _waiting_since(state, today)
    if since >= today:
        return text
    return translate("Delivery", "{waiting} since {day}").format(waiting=text, day=calendar.short_day(since, today))


def _nowhere_to_go(state: DeliveryState, calendar: CalendarWords, today: date) -> str:
    """Nothing leaves before somebody has chosen where to."""
    translate, since = QCoreApplication.translate, _waiting_since(state, today)
    if since >= today:
        return translate("Delivery", "{count} wait: choose a place on the page Send").format(count=state.unsent)
    text = translate("Delivery", "{count} wait since {day}: choose a place on the page Send")
    return text.format(count=state.unsent, day=calendar.short_day(since, today))


def _waiting_since(state: DeliveryState, today: date) -> date:
    return local(state.unsent_since).date() if state.unsent_since is not None else today


def _next_steps(state: DeliveryState, calendar: CalendarWords) -> list[str]:
    """When servers that did not answer are tried again."""
    translate = QCoreApplication.translate
    text = translate("Delivery", "{server} is tried again at {clock}")
    return [
        text.format(server=remote.name, clock=calendar.clock(local(status.until)))
        for remote, status in state.remotes
        if status.phase == "failed" and status.until
    ]


def _coming_in(state: DeliveryState, calendar: CalendarWords) -> str:
    translate = QCoreApplication.translate
    if not state.laptops:
        return translate("Delivery", "No laptop delivers here yet")
    parts = [translate("Delivery", "{count} laptops deliver here").format(count=state.laptops)]
    if state.decisions.total:
        parts.append(translate("Delivery", "{count} wait for a decision").format(count=state.decisions.total))
    return " · ".join([*parts, *_next_steps(state, calendar)])
