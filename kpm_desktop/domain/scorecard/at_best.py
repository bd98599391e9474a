"""A month in which everything was done that the rules count, as good as its fields can say it."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.domain.calendar import first_day
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.scorecard.ruleset import Rule, fields_done

_VISIT_DAY = 15


def best_month(cls: type[Record], indicators: Iterable[Rule]) -> dict[str, Any]:
    """Every answer the rules count, as good as a month can make it: a yes, or the most that is taken."""
    names = {name for rule in indicators for name in fields_done(rule)}
    known = fields(cls.KIND)
    return {name: True if known[name].base is bool else known[name].spec.high for name in sorted(names)}


def month_done(
    cls: type[Any], owner: str, id: UUID, record: UUID, month: str, held: Any | None, best: Mapping[str, Any]
) -> Any:
    """The row of an owner's month with the best answers; held: what it says so far."""
    if held is not None:
        return msgspec.structs.replace(held, status="active", **best)
    day = first_day(month).replace(day=_VISIT_DAY)
    return cls(id=record, month=month, visit_date=day, **{owner: id}, **best)
