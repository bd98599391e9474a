"""Merging: a multi-value register per field, a pure function of the set of changes (docs/architecture.md, "Merge").

Order, repetition and route do not matter. A field's *heads* are the writes that no other held write names in its
`base` and that lie below no other on its author's own chain; one distinct value is agreed, several are a conflict, and
everything is kept.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from kpm_desktop.domain.calendar import in_range
from kpm_desktop.domain.merging.chains import NO_CHAINS, Chains, Place

Values = Mapping[str, Any]


class Write(msgspec.Struct, frozen=True, gc=False):
    """One change of one record: its name, the instant its author's clock showed, what it sets and on what.

    withheld: the fields whose values break a limit; their `base` counts, their values are not shown. place: where it
    stands on its author's chain, None for one that stands alone.
    """

    name: str
    at: str
    values: Values
    base: Mapping[str, Sequence[str]]
    withheld: frozenset[str] = frozenset()
    place: Place | None = None

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
    def differs(self) -> bool:
        """Whether heads say different things."""
        return len(self.heads) > 1 and len({_json(head.values[self.field]) for head in self._counting}) > 1

    @property
    def in_conflict(self) -> bool:
        """Whether people wrote different values without knowing of each other."""
        return self.differs and not self.waiting

    @property
    def is_withheld(self) -> bool:
        """Whether a head's value breaks a limit."""
        return any(self.field in head.withheld for head in self.heads)

    @property
    def base(self) -> list[str]:
        """What the next write of this field names: everything its author was shown, sorted."""
        return sorted({head.name for head in (*self.heads, *self.previous)})


def merge(
    writes: Iterable[Write], ignored: Collection[str] = frozenset(), chains: Chains = NO_CHAINS
) -> dict[str, FieldState]:
    """The state of every field of one record from the set of its changes, in any order, doubled or not.

    ignored: names of changes that are set aside; they neither write nor count as missing. chains: how the authors'
    streams branch, where a write says its place on them.
    """
    known = {write.name: write for write in writes}
    counting = {name: write for name, write in known.items() if name not in ignored}
    by_field: dict[str, list[Write]] = {}
    for write in counting.values():
        for field in write.values:
            by_field.setdefault(field, []).append(write)
    return {field: _field_state(field, by_field[field], known, chains) for field in sorted(by_field)}


def _field_state(field: str, writes: list[Write], known: Mapping[str, Write], chains: Chains) -> FieldState:
    if len(writes) == 1 and not writes[0].withheld:  # most fields of most records
        return FieldState(field, (writes[0],), (), not known.keys() >= set(writes[0].base.get(field, ())))
    standing_on = {write.name: set(write.base.get(field, ())) for write in writes}
    for above, below in chains.nearest((write.name, write.place) for write in writes):
        standing_on[above].add(below)
    superseded = {name for names in standing_on.values() for name in names}
    heads = tuple(sorted((w for w in writes if w.name not in superseded), key=lambda w: w.age))
    named = {name for head in heads for name in head.base.get(field, ())}
    waiting = not named <= known.keys()
    return FieldState(field, heads, _behind_withheld(field, heads, writes, standing_on), waiting)


#: By write the names of those it stands on: named by it, or nearest below it on its author's chain.
StandingOn = Mapping[str, Collection[str]]


def _behind_withheld(
    field: str, heads: Iterable[Write], writes: Iterable[Write], standing_on: StandingOn
) -> tuple[Write, ...]:
    """The nearest writes below the withheld heads whose values may be shown; none that lies below another."""
    by_name = {write.name: write for write in writes}
    good = {write.name for write in by_name.values() if field not in write.withheld}
    tops = [head.name for head in heads if head.name not in good]
    found = _below(tops, standing_on, by_name, stop_at=good) & good
    replaced = _below(found, standing_on, by_name) if len(found) > 1 else set()
    return tuple(sorted((by_name[name] for name in found - replaced), key=lambda write: write.age))


def _below(
    tops: Iterable[str], standing_on: StandingOn, by_name: Mapping[str, Write], stop_at: Collection[str] = frozenset()
) -> set[str]:
    """The names of the held writes some writes stand on, however far down; nothing below those to stop at."""
    to_visit = list(tops)
    seen: set[str] = set()
    while to_visit:
        for name in standing_on[to_visit.pop()]:
            if name in by_name and name not in seen:
                seen.add(name)
                if name not in stop_at:
                    to_visit.append(name)
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
