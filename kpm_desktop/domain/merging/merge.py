"""Merging: a multi-value register per field, a pure function of the set of changes (docs/architecture.md, "Merge").

Order, repetition and route do not matter. A field's *heads* are the writes no other held write names in its
`base`; one distinct value is agreed, several are a conflict, and everything is kept.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from kpm_desktop.domain.calendar import in_range

Values = Mapping[str, Any]


class Write(msgspec.Struct, frozen=True, gc=False):
    """One change of one record: its name, the instant its author's clock showed, what it sets and on what.

    withheld: the fields whose values break a limit; their `base` counts, their values are not shown.
    """

    name: str
    at: str
    values: Values
    base: Mapping[str, Sequence[str]]
    withheld: frozenset[str] = frozenset()

    @property
    def age(self) -> tuple[str, str]:
        """Orders display only."""
        return in_range(self.at), self.name


class FieldState(msgspec.Struct, frozen=True, gc=False):
    """What is known of one field of one record.

    heads: the writes that count, oldest first. shown: the value everybody sees. previous: writes shown in place
    of withheld heads, oldest first. waiting: a head names a change that has not come yet, so disagreement proves
    nothing.
    """

    field: str
    heads: tuple[Write, ...]
    previous: tuple[Write, ...]
    waiting: bool

    @property
    def _counting(self) -> tuple[Write, ...]:
        if not self.is_withheld:
            return self.heads
        return tuple(head for head in self.heads if self.field not in head.withheld)

    @property
    def shown(self) -> Any:
        """The value of the counting head with the greatest (at, name); of `previous` where all are withheld."""
        candidates = self._counting or self.previous
        return candidates[-1].values[self.field] if candidates else None

    @property
    def distinct(self) -> tuple[bytes, ...]:
        """The heads' distinct values as JSON, sorted, withheld ones included."""
        return tuple(sorted({_json(head.values[self.field]) for head in self.heads}))

    @property
    def in_conflict(self) -> bool:
        """Whether people wrote different values without knowing of each other."""
        if self.waiting or len(self.heads) == 1:
            return False
        return len({_json(head.values[self.field]) for head in self._counting}) > 1

    @property
    def is_withheld(self) -> bool:
        """Whether a head's value breaks a limit."""
        return any(self.field in head.withheld for head in self.heads)

    @property
    def base(self) -> list[str]:
        """What the next write of this field names: everything its author was shown, sorted."""
        return sorted({head.name for head in (*self.heads, *self.previous)})


def merge(writes: Iterable[Write], ignored: Collection[str] = frozenset()) -> dict[str, FieldState]:
    """The state of every field of one record from the set of its changes, in any order, doubled or not.

    ignored: names of changes set aside by a revocation; they neither write nor count as missing.
    """
    known = {write.name: write for write in writes}
    counting = {name: write for name, write in known.items() if name not in ignored}
    by_field: dict[str, list[Write]] = {}
    for write in counting.values():
        for field in write.values:
            by_field.setdefault(field, []).append(write)
    return {field: _field_state(field, by_field[field], known) for field in sorted(by_field)}


def _field_state(field: str, writes: list[Write], known: Mapping[str, Write]) -> FieldState:
    if len(writes) == 1 and not writes[0].withheld:  # most fields of most records
        return FieldState(field, (writes[0],), (), not known.keys() >= set(writes[0].base.get(field, ())))
    superseded = {name for write in writes for name in write.base.get(field, ())}
    heads = tuple(sorted((w for w in writes if w.name not in superseded), key=lambda w: w.age))
    named = {name for head in heads for name in head.base.get(field, ())}
    waiting = not named <= known.keys()
    return FieldState(field, heads, _behind_withheld(field, heads, writes), waiting)


def _behind_withheld(field: str, heads: Iterable[Write], writes: Iterable[Write]) -> tuple[Write, ...]:
    """The nearest writes below the withheld heads whose values may be shown; none that lies below another."""
    by_name = {write.name: write for write in writes}
    good = {write.name for write in by_name.values() if field not in write.withheld}
    found = _below(field, (head for head in heads if head.name not in good), by_name, stop_at=good) & good
    replaced = _below(field, (by_name[name] for name in found), by_name) if len(found) > 1 else set()
    return tuple(sorted((by_name[name] for name in found - replaced), key=lambda write: write.age))


def _below(
    field: str, tops: Iterable[Write], by_name: Mapping[str, Write], stop_at: Collection[str] = frozenset()
) -> set[str]:
    """The names of the held writes some writes stand on, however far down; nothing below those to stop at."""
    to_visit = list(tops)
    seen: set[str] = set()
    while to_visit:
        for name in to_visit.pop().base.get(field, ()):
            if name in by_name and name not in seen:
                seen.add(name)
                if name not in stop_at:
                    to_visit.append(by_name[name])
    return seen


def state_lines(region: str, kind: str, record: str, states: Mapping[str, FieldState]) -> list[bytes]:
    """The lines of one record that enter the state hash: `[region,kind,id,field,[values]]`, empty fields left out."""
    lines = []
    for field in sorted(states):
        values = states[field].distinct
        if values and values != (b"null",):
            head = _json([region, kind, record, field])
            lines.append(head[:-1] + b",[" + b",".join(values) + b"]]")
    return lines


_encoder = msgspec.json.Encoder()
_json = _encoder.encode
