"""*Sudah benar*: a warning somebody looked at again; it is listed no longer, on no laptop."""

from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.review.finding_list import finding_list
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Named, refused


def confirm_finding(
    store: Store,
    kind: str,
    record: UUID,
    rule: str,
    reason: str = "",
    *,
    today: date,
    clock: Clock = system_clock,
) -> None:
    """Keeps beside a record that what a rule doubts is right, and why. Raises Objected."""
    answer = {
        "about_kind": kind,
        "about_id": str(record),
        "rule": rule,
        "answer": "confirmed",
        "reason": reason or None,
        "status": "active",
    }
    save_records(store, [Edit("flag_answer", answer)], today=today, sure=True, clock=clock)


def confirm_listed(
    store: Store, record: UUID, rule: str, reason: str = "", *, today: date, clock: Clock = system_clock
) -> None:
    """The same for a finding as `kpm finding list` names it. Refused where it is not listed, or has to be changed
    instead of confirmed."""
    for found in finding_list(store, today=today):
        if (found.id, found.rule) == (record, rule):
            if found.blocks:
                raise refused("repair.not_to_confirm", value=record, field=Named(found.kind, found.field))
            confirm_finding(store, found.kind, record, rule, reason, today=today, clock=clock)
            return
    raise refused("repair.no_finding", value=record, rule=rule)
