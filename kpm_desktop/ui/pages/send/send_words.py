"""What the page *Kirim* says: rows, captions, the one thing to do now, and what became of sending and receipts."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.commands.supervision.delivery_overview import DeliveryOverview, Sent, WaitingRecord
from kpm_desktop.domain.records.words import small
from kpm_desktop.ui.components.state_word import State
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.format.moment_words import day_and_clock, local
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.send.send_lists import SentRow, WaitingRow
from kpm_desktop.ui.pages.send.sending import Receipt
from kpm_desktop.ui.words.bundle_words import standing_sentences
from kpm_desktop.ui.words.record_kinds import kind_title
from kpm_desktop.ui.words.remote_words import remote_name
from kpm_desktop.ui.words.returned_words import returned_sentence

translate = QCoreApplication.translate


def captions(seen: DeliveryOverview, calendar: CalendarWords, today: date) -> dict[RecordState, str]:
    """What stands beside the number of each state."""
    exported = translate("Sending", "receipt not back yet")
    out = next((bundle for bundle in seen.sent if not bundle.is_received), None)
    if out is not None and seen.counts[RecordState.EXPORTED]:
        exported = f"{route_name(out.route, seen)}, {calendar.short_day(local(out.at).date(), today)}"
    return {
        RecordState.DRAFT: translate("Sending", "being filled in"),
        RecordState.SAVED: translate("Sending", "on this laptop"),
        RecordState.EXPORTED: exported,
        RecordState.RECEIVED: translate("Sending", "by the supervisor"),
        RecordState.REPAIR: translate("Sending", "press") if seen.counts[RecordState.REPAIR] else "",
    }


def waiting_row(record: WaitingRecord, tools: Tools) -> WaitingRow:
    """A record on the way; one that is about nobody is called by its form."""
    what = small(kind_title(record.kind, tools))
    if record.month:
        what = f"{what} {tools.calendar.month(record.month).split()[0]}"
    state = State.of_record(record.state)
    name, detail = record.name or what, what if record.name else ""
    person = Ref(record.region, "person", record.person) if record.person is not None else None
    return WaitingRow(Ref(record.region, record.kind, record.id), name, detail, state, person)


def sent_row(bundle: Sent, seen: DeliveryOverview, calendar: CalendarWords, today: date) -> SentRow:
    """A bundle that went out."""
    receipt = translate("Sending", "waiting")
    if bundle.is_received:
        receipt = translate("Sending", "came")
        if bundle.receipt_at is not None:
            receipt = calendar.short_day(local(bundle.receipt_at).date(), today)
    return SentRow(
        bundle.number,
        _sent_when(bundle.at, calendar, today),
        route_name(bundle.route, seen),
        str(bundle.records),
        State.RECEIVED if bundle.is_received else State.EXPORTED,
        receipt,
    )


def _sent_when(instant: str, calendar: CalendarWords, today: date) -> str:
    """With the clock this year, with the year before."""
    day = local(instant).date()
    return day_and_clock(instant, calendar, today) if day.year == today.year else calendar.short_day(day, today)


def route_name(route: str, seen: DeliveryOverview) -> str:
    """A remote's name, or the last part of a folder that is on the list no longer."""
    known = next((place.remote for place in seen.places if place.remote.address == route), None)
    return remote_name(known) if known is not None else Path(route).name or route


def hint(seen: DeliveryOverview) -> str:
    """What to do so that records leave; nothing where nothing waits or they leave by themselves."""
    saved = seen.counts[RecordState.SAVED]
    if not (saved and seen.supervisors and seen.places) or any(place.is_present for place in seen.places):
        return ""
    remote = next((place.remote for place in seen.places if not place.remote.kind.needs_line), None)
    if remote is None:
        return ""
    text = translate("Sending", "{remote} is not plugged in. Plug it in: {count} records go along by themselves.")
    return text.format(remote=remote_name(remote), count=saved)


def receipt_sentence(receipts: Sequence[Receipt], tools: Tools) -> tuple[str, str]:
    """What the opened files brought, one sentence a line, and the tone."""
    lines, tone = [], "ok"
    ours = [receipt for receipt in receipts if not receipt.opened.is_for_others] if len(receipts) > 1 else receipts
    for receipt in ours:
        opened = receipt.opened
        if opened.outcome in ("refused", "newer"):
            lines.append(f"{opened.file}: {tools.refusal(opened.reasons)}")
            tone = "warn" if opened.outcome == "newer" and tone == "ok" else "risk"
            continue
        name = opened.person or opened.file
        if opened.outcome == "known":
            lines.append(
                translate("Sending", "{file} was opened before; nothing had to be done.").format(file=opened.file)
            )
        else:
            text = translate(
                "Sending", "Receipt {number} from {name}: {received} records were received, {waiting} still wait."
            )
            counts = {"received": receipt.received, "waiting": receipt.waiting}
            lines.append(text.format(number=opened.number, name=name, **counts))
        if opened.returned is not None and not opened.returned.is_empty:
            lines[-1] += " " + returned_sentence(opened.returned)
        lines += [sentence for sentence, _ in standing_sentences(opened)]
    if len(ours) < len(receipts):
        text = translate("Sending", "{count} files were for other laptops. Nothing is wrong with them.")
        lines.append(text.format(count=len(receipts) - len(ours)))
    return "\n".join(lines), tone
