"""The scorecard as data: what `kpm scorecard --format json` prints. The shape is a contract with other programs."""

from decimal import Decimal

from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.scorecard.result import Cell, Disputed, Indicator, Scorecard, Share, TargetRow, Totals
from kpm_desktop.domain.scorecard.totals import CHILDREN, PREGNANT
from kpm_desktop.domain.wording import Wording


def scorecard_document(scorecard: Scorecard, wording: Wording) -> dict[str, object]:
    """Plain values ready for JSON. `percent` has at most two decimals, None when nothing should be received;
    `reasons` and `findings` are sentences in the wording's language; ids are text."""
    totals = scorecard.totals
    return {
        "village_code": scorecard.region_code,
        "quarter": str(scorecard.quarter),
        "ruleset": scorecard.ruleset_id,
        "ruleset_hash": scorecard.ruleset_hash,
        **_tables(totals),
        "people": [_person(row, wording) for row in scorecard.people],
        "not_reported_people": [
            {"kind": who.kind, "id": str(who.id), "ref": who.ref, "name": who.name} for who in scorecard.not_reported
        ],
        "resting_on_conflicts": [_disputed(entry) for entry in scorecard.disputed],
        "findings": [
            {"kind": found.kind, "id": str(found.id), "name": found.name, "text": wording.say(found.why)}
            for found in scorecard.findings
        ],
    }


def _tables(totals: Totals) -> dict[str, object]:
    return {
        "targets": {
            "households": totals.households,
            "pregnant": totals.pregnant,
            "pregnant_at_risk": totals.pregnant_at_risk,
            "children": totals.children,
            "children_malnourished": totals.children_malnourished,
        },
        "growth_mat": {"children": totals.children, **totals.mat},
        "indicators": [_indicator(indicator) for indicator in totals.indicators],
        "convergence": [
            {"group": PREGNANT, **_share(totals.convergence(PREGNANT))},
            {"group": CHILDREN, **_share(totals.convergence(CHILDREN))},
            {"group": "total", **_share(totals.convergence(PREGNANT, CHILDREN))},
        ],
        "fully_served": {
            PREGNANT: {"count": totals.fully_served_pregnant, "of": totals.pregnant},
            CHILDREN: {"count": totals.fully_served_children, "of": totals.children},
        },
        "not_reported": {
            PREGNANT: totals.not_reported_pregnant,
            CHILDREN: totals.not_reported_children,
        },
    }


def _indicator(indicator: Indicator) -> dict[str, object]:
    men = {} if indicator.men is None else {"men": indicator.men}
    place = {"group": indicator.group, "number": indicator.number, "code": indicator.code}
    return {**place, **_share(indicator.share), **men}


def _share(share: Share) -> dict[str, object]:
    return {"received": share.received, "should": share.should, "percent": _number(share.percent)}


def _number(percent: Decimal | None) -> float | None:
    return None if percent is None else float(percent)


def _person(row: TargetRow, wording: Wording) -> dict[str, object]:
    return {
        "kind": row.kind,
        "id": str(row.id),
        "ref": row.ref,
        "name": row.name,
        "cells": {code: cell.value for code, cell in row.cells.items()},
        "reasons": {code: cell_sentence(cell, wording) for code, cell in row.cells.items()},
        **_share(row.share),
    }


def cell_sentence(cell: Cell, wording: Wording) -> str:
    """Why a cell is Y, T or TS, with its note if there is one."""
    if cell.note is None:
        return wording.say(cell.why)
    return wording.say(Reason("scorecard.with_note", {"why": cell.why, "note": cell.note}))


def _disputed(entry: Disputed) -> dict[str, object]:
    return {
        "kind": entry.kind,
        "id": str(entry.id),
        "field": entry.field,
        "target": None if entry.target is None else str(entry.target),
        "cells": list(entry.cells),
    }
