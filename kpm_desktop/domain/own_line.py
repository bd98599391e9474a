"""A line as its author reads it over before it is kept: what any receiver would refuse or withhold of it, by field."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.domain.change import loose_decoder
from kpm_desktop.domain.errors import Named, Objected, Objection, Reason, Refused, reason
from kpm_desktop.domain.judge import WHOLE, judge
from kpm_desktop.domain.limits import broken_limit
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.strict import MAX_LINE, read_change, strict_line

_encode = msgspec.json.Encoder().encode
#: Letters of a value that are told back.
_SHOWN = 40


class Unwritable(Objected):
    """What was entered makes no line a receiver takes; each reason names the kind, the field, the value and the
    limit, also for whoever does not ask at which field."""

    def __init__(self, *objections: Objection) -> None:
        super().__init__(*objections)
        self.reasons = tuple(
            reason("repair.objection", name=Named(one.kind, one.field), field=one.field, why=one.why)
            for one in objections
        )


def check_own_line(line: bytes, region: str) -> None:
    """Raises Unwritable for a line of a known kind that a receiver would refuse, or of which it would withhold a
    value."""
    try:
        _, change = read_change(line)
    except Refused:
        raise _refused(line) from None
    judged = judge([line], [change], region)[0]
    if judged.withheld:
        raise _withheld(line, region, judged.withheld)


def _refused(line: bytes) -> Unwritable:
    written = loose_decoder().decode(line)
    if len(line) > MAX_LINE:
        size = {name: len(_encode([value, written.base.get(name)])) for name, value in written.fields.items()}
        longest = max(size, key=size.__getitem__)
        why = reason("rules.line_too_long", count=-(-len(line) // 1024), limit=MAX_LINE // 1024)
        return Unwritable(Objection(0, longest, why, written.kind))
    objections = [
        Objection(0, name, reason("rules.not_taken", value=_shown(value)), written.kind)
        for name, value in written.fields.items()
        if not _is_strict({name: value})
    ]
    assert objections, "a line that is refused for nothing that was entered"
    return Unwritable(*objections)


def _is_strict(values: Mapping[str, Any]) -> bool:
    try:
        strict_line(_encode(values))
    except Refused:
        return False
    return True


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else _encode(value).decode()
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _withheld(line: bytes, region: str, found: Mapping[str, str]) -> Unwritable:
    written = loose_decoder().decode(line)
    kind, values = written.kind, written.fields
    told = []
    for name, code in found.items():
        if name == WHOLE:
            told.append(Objection(0, KINDS[kind].KEY[0], _wrong_id(kind, written.id, values), kind))
        elif code == "other_region":
            why = reason("rules.other_region", value=values[name], limit=region)
            told.append(Objection(0, name, why, kind))
        else:
            why = broken_limit(code, fields(kind)[name], values[name])
            told.append(Objection(0, name, why, kind))
    return Unwritable(*told)


def _wrong_id(kind: str, record: UUID, values: Mapping[str, Any]) -> Reason:
    key = KINDS[kind].KEY
    limit = derived_id(kind, {name: values[name] for name in key if name in values})
    return reason("rules.wrong_id", value=record, limit=limit, key=[Named(kind, name) for name in key])
