"""*Simpan*: the drafts of a visit, or of a child's doses, become changes, all of them or none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.save_records import Edit, Saved, save_in
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.queries.drafts import Draft
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected, Objection, reason
from kpm_desktop.domain.risks.referring import is_acknowledged_rule


def save_visit(
    store: Store,
    records: Sequence[tuple[str, UUID]],
    *,
    region: str,
    today: date,
    overwrite: bool = False,
    clock: Clock = system_clock,
) -> Saved:
    """Saves the drafts of these records (kind, id) of a region with what was confirmed in them, and why somebody at
    risk is not referred; the drafts are gone afterwards.

    Raises Objected where a rule forbids an answer, something typed cannot be taken, or a field was changed by somebody
    else since its draft began and not `overwrite`; the drafts stay then, and the objection's record counts the given
    records, those without a draft included.
    """
    with store.writing() as tx:
        drafted = [(at, drafts.find(tx, store.user, region, *each)) for at, each in enumerate(records)]
        held = {at: draft for at, draft in drafted if draft is not None}
        if untaken := _untaken(held):
            raise Objected(*untaken)
        edits = [
            Edit(draft.kind, draft.answers, draft.id, draft.base, anew=True, region=region) for draft in held.values()
        ]
        try:
            saved = save_in(
                tx, [*edits, *_confirmations(held.values())], today=today, sure=True, overwrite=overwrite, clock=clock
            )
        except Objected as objected:
            raise Objected(*_of_given(objected, list(held), len(records))) from None
        for draft in held.values():
            drafts.drop(tx, draft.user, region, draft.kind, draft.id)
    return saved


def _untaken(held: Mapping[int, Draft]) -> list[Objection]:
    """Nothing is saved beside an entry that nobody understood: what would be kept is not what is shown."""
    return [
        Objection(at, name, reason("rules.not_taken", value=text), draft.kind)
        for at, draft in held.items()
        for name, text in draft.typed.items()
    ]


def _of_given(objected: Objected, places: list[int], count: int) -> list[Objection]:
    """Objections by the records that were given; those of confirmations come after all of them."""
    return [
        replace(one, record=places[one.record] if one.record < len(places) else count + one.record)
        for one in objected.objections
    ]


def _confirmations(held: Iterable[Draft]) -> list[Edit]:
    return [
        Edit(
            "flag_answer",
            {
                "about_kind": draft.kind,
                "about_id": str(draft.id),
                "rule": rule,
                "answer": "acknowledged" if is_acknowledged_rule(rule) else "confirmed",
                "reason": why or None,
            },
            region=draft.region,
        )
        for draft in held
        for rule, why in sorted(draft.confirmed.items())
    ]
