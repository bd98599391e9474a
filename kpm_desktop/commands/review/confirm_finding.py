"""*Sudah benar*: a warning somebody looked at again; it is listed no longer, on no laptop."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.review.finding_list import finding_list
from kpm_desktop.db.journal.conflicts import check_one
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Named, refused
from kpm_desktop.domain.merging.groups import IN_ERROR


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a rule doubts: the region, kind and id of a record, and the rule's code."""

    region: str
    kind: str
    record: UUID
    rule: str


def confirm_findings(
    store: Store, doubts: Sequence[Doubt], reason: str = "", *, today: date, clock: Clock = system_clock
) -> list[tuple[str, UUID]]:
    """Keeps beside each record that what a rule doubts is right, and why; all of them or none. Gives the answers
    (region and id), which `take_back_answers` takes back. Raises Objected."""
    answers = [
        Edit(
            "flag_answer",
            {
                "about_kind": doubt.kind,
                "about_id": str(doubt.record),
                "rule": doubt.rule,
                "answer": "confirmed",
                "reason": reason or None,
                "status": "active",
            },
            region=doubt.region,
        )
        for doubt in dict.fromkeys(doubts)
    ]
    saved = save_records(store, answers, today=today, sure=True, clock=clock)
    return [(answer.region, one) for answer, one in zip(answers, saved.ids, strict=True)]


def take_back_answers(
    store: Store, answers: Sequence[tuple[str, UUID]], *, today: date, clock: Clock = system_clock
) -> None:
    """It was not right after all: what the rules doubt is listed again. Raises Objected."""
    edits = [Edit("flag_answer", {"status": IN_ERROR}, answer, region=region) for region, answer in answers]
    save_records(store, edits, today=today, sure=True, clock=clock)


def confirm_listed(
    store: Store,
    record: UUID,
    rule: str,
    reason: str = "",
    *,
    region: str = "",
    today: date,
    clock: Clock = system_clock,
) -> None:
    """The same for a finding as `kpm finding list` names it. Refused where it is not listed, or has to be changed
    instead of confirmed."""
    listed = [one for one in finding_list(store, today=today, village=region) if (one.id, one.rule) == (record, rule)]
    check_one(record, {one.region for one in listed})
    if not listed:
        raise refused("repair.no_finding", value=record, rule=rule)
    found = listed[0]
    if found.blocks:
        raise refused("repair.not_to_confirm", value=record, field=Named(found.kind, found.field))
    confirm_findings(store, [Doubt(found.region, found.kind, record, rule)], reason, today=today, clock=clock)
