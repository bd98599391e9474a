"""What became of each value somebody wrote in one record: still shown, replaced, disputed, withheld or set aside."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from kpm_desktop.db.queries.history import Written
from kpm_desktop.domain.merging.chains import Chains
from kpm_desktop.domain.merging.merge import FieldState, merge


class Fate(Enum):
    """SHOWN: everybody sees it. REPLACED: by somebody who saw it. NOT_CHOSEN: another value was chosen. DISPUTED: one
    of several values that stand side by side. WAITING: a change it rests on has not come. WITHHELD: it breaks a
    limit. SET_ASIDE: by a revocation. BESIDE: another of the linked records is read."""

    SHOWN = "shown"
    REPLACED = "replaced"
    NOT_CHOSEN = "not_chosen"
    DISPUTED = "disputed"
    WAITING = "waiting"
    WITHHELD = "withheld"
    SET_ASIDE = "set_aside"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that was written. before: the distinct values its author was shown, none for a first one. is_open:
    somebody should look at it. by: who wrote what is shown instead. limit: the code of the limit it breaks."""

    field: str
    value: Any
    before: tuple[Any, ...] = ()
    fate: Fate = Fate.SHOWN
    is_open: bool = False
    by: str = ""
    limit: str = ""


def first_of(writes: Sequence[Written]) -> Written:
    """The change of these that made the record, as far as is held."""
    known = sorted(writes, key=lambda written: written.write.age)
    return next((one for one in known if not any(one.write.base.values())), known[0])


class Past:
    """All changes of one record. chains: how their authors' streams branch. read_as: what its group reads as, where it
    is linked with others."""

    def __init__(self, writes: Sequence[Written], chains: Chains, read_as: Mapping[str, Any] | None) -> None:
        self._writes = sorted(writes, key=lambda written: written.write.age)
        self._by_name = {written.write.name: written for written in self._writes}
        self._read_as = read_as
        self._own: dict[str, dict[str, str]] = {}
        ignored = {written.write.name for written in self._writes if written.is_ignored}
        self._chains = chains
        self.states: dict[str, FieldState] = merge([written.write for written in self._writes], ignored, chains)

    @property
    def first(self) -> Written:
        """The change that made the record, as far as is held."""
        return first_of(self._writes)

    @cached_property
    def shown(self) -> dict[str, Any]:
        """The value everybody sees of each field."""
        return {name: state.shown for name, state in self.states.items()}

    def author(self, name: str) -> Written:
        """The change of a name."""
        return self._by_name[name]

    def is_head(self, name: str) -> bool:
        """Whether a change still counts for some field."""
        return any(head.name == name for state in self.states.values() for head in state.heads)

    def changes(self) -> Iterator[tuple[Written, tuple[ValueChange, ...], tuple[str, ...]]]:
        """Each change with the fate of its values, and who changed other fields beside it."""
        for written in self._writes:
            values = tuple(self._value(written, field) for field in written.write.values)
            yield written, values, self._beside(written)

    def _value(self, written: Written, field: str) -> ValueChange:
        value = written.write.values[field]
        fate, is_open = self._fate(written, field)
        instead = self._instead(written, field) if fate in (Fate.REPLACED, Fate.NOT_CHOSEN) else ""
        limit = written.limits.get(field, "")
        return ValueChange(field, value, self._before(written, field), fate, is_open, instead, limit)

    def _fate(self, written: Written, field: str) -> tuple[Fate, bool]:
        if written.is_ignored:
            return Fate.SET_ASIDE, False
        state, value = self.states[field], written.write.values[field]
        is_head = any(head.name == written.write.name for head in state.heads)
        if field in written.write.withheld:
            return Fate.WITHHELD, is_head
        if is_head and state.in_conflict:
            return Fate.DISPUTED, True
        if is_head and state.waiting:
            return Fate.WAITING, True
        if value == state.shown:
            return (Fate.SHOWN if self._is_read(field, value) else Fate.BESIDE), False
        chosen = any(self._is_choice(other, field) for other in self._superseding(written, field))
        return (Fate.NOT_CHOSEN if chosen else Fate.REPLACED), False

    def _is_read(self, field: str, value: Any) -> bool:
        """Whether the group this record is linked with is read with its value."""
        if self._read_as is None or field not in self._read_as or field in ("merged_into_id", "status", "ref"):
            return True
        return bool(value in (None, []) or self._read_as[field] == value)

    def _before(self, written: Written, field: str) -> tuple[Any, ...]:
        """What its author was shown, each value once, those that were withheld left out."""
        found: list[Any] = []
        for name in written.write.base.get(field, ()):
            other = self._by_name.get(name)
            if other is not None and field in other.write.values and field not in other.write.withheld:
                value = other.write.values[field]
                if value is not None and value not in found:
                    found.append(value)
        return tuple(found)

    def _superseding(self, written: Written, field: str) -> list[Written]:
        """The changes that name a write, and the next of its author's own."""
        own = self._next_own(field).get(written.write.name)
        return [
            one for one in self._writes if written.write.name in one.write.base.get(field, ()) or one.write.name == own
        ]

    def _next_own(self, field: str) -> dict[str, str]:
        """By change the next one of the same author that sets the field."""
        if field not in self._own:
            placed = [
                (one.write.name, one.place) for one in self._writes if field in one.write.values and not one.is_ignored
            ]
            self._own[field] = {below: above for above, below in self._chains.nearest(placed)}
        return self._own[field]

    def _is_choice(self, written: Written, field: str) -> bool:
        """Whether a change closed a dispute: its author was shown several values."""
        return len(self._before(written, field)) > 1

    def _instead(self, written: Written, field: str) -> str:
        """Who wrote what stands in a value's place."""
        later = self._superseding(written, field)
        return later[-1].user if later else ""

    def _beside(self, written: Written) -> tuple[str, ...]:
        """Others who changed other fields of a record that was there: no field is common, neither change names the
        other, and both count."""
        if written.is_ignored or written is self.first:
            return ()
        own = set(written.write.values)
        found = [
            other.user
            for other in self._writes
            if other.device != written.device
            and not (other.is_ignored or other is self.first)
            and own.isdisjoint(other.write.values)
            and not self._rests_on(written, other)
            and not self._rests_on(other, written)
        ]
        return tuple(dict.fromkeys(found))

    def _rests_on(self, written: Written, other: Written) -> bool:
        to_visit, seen = [written], {written.write.name}
        while to_visit:
            for names in to_visit.pop().write.base.values():
                for name in names:
                    if name == other.write.name:
                        return True
                    if name in self._by_name and name not in seen:
                        seen.add(name)
                        to_visit.append(self._by_name[name])
        return False
