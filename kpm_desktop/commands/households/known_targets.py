"""The lists of this profile's villages, read once for all pages and kept for the next start."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from uuid import UUID

import msgspec

from kpm_desktop import __version__
from kpm_desktop.commands.households.target_list import (
    Progress,
    VillageList,
    join_villages,
    read_progress,
    villages_of,
)
from kpm_desktop.commands.households.target_rows import HouseholdRow, TargetList, TargetRow
from kpm_desktop.commands.households.village_targets import VillageTargets, village_targets
from kpm_desktop.commands.records.assigned_targets import own_households
from kpm_desktop.db.queries import kept_lists
from kpm_desktop.db.queries.kept_lists import KeptList
from kpm_desktop.db.queries.village_marks import village_marks
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import month_of
from kpm_desktop.domain.errors import Refused

_ENCODER = msgspec.msgpack.Encoder(uuid_format="bytes")
_DECODER = msgspec.msgpack.Decoder(VillageTargets)
#: The fastest: a list is made smaller by four fifths.
_LEVEL = 1
_SHARED = (str, UUID, date)
_Row = TypeVar("_Row", TargetRow, HouseholdRow)


@dataclass(slots=True)
class _Known:
    """A village as it was read, and its lists as they were shown last."""

    mark: str
    day: date
    targets: VillageTargets
    is_kept: bool = False
    shown: VillageList | None = None

    def is_of(self, mark: str, day: date) -> bool:
        """Whether nothing was written since, and ages are those of the day."""
        return (self.mark, self.day) == (mark, day)

    def shown_with(self, progress: Progress) -> VillageList:
        """Its lists; the same ones while the progress is the same."""
        if self.shown is None:
            self.shown = progress.shown_in(self.targets)
        return self.shown


@dataclass(slots=True)
class KnownTargets:
    """The lists of this month, read village by village, so that nobody waits for all of them. Used where the store
    is: in one thread.

    A village that something was written of since, or that was read on another day, is *behind*: it is shown as it was
    known until it is read again.
    """

    _month: str = ""
    _villages: dict[str, _Known] = field(default_factory=dict)
    _progress: Progress | None = None
    _unkept: set[str] = field(default_factory=set)

    def known(self, store: Store, *, today: date) -> TargetList:
        """What is known now, without reading any village; where that is nothing, what was kept of the first."""
        with store.reading() as tx:
            self._turn_to(month_of(today))
            marks = _marks(tx)
            for code in list(marks)[: not self._villages and not self._unkept]:
                self._recall(tx, code)
            progress = read_progress(tx, store.user)
            if not progress.is_same(self._progress):
                self._progress = progress
                for village in self._villages.values():
                    village.shown = None
            shown = [self._villages[code].shown_with(progress) for code in marks if code in self._villages]
            behind = len(self._behind(marks, today))
            return join_villages(self._month, shown, mine=own_households(tx, today), behind=behind)

    def learn(self, store: Store, *, today: date) -> int:
        """Takes up what was kept of all villages, then reads the records of one that is behind. Gives how many are
        left."""
        with store.reading() as tx:
            self._turn_to(month_of(today))
            marks = _marks(tx)
            behind = self._behind(marks, today)
            unknown = [code for code in behind if code not in self._villages and code not in self._unkept]
            if unknown:
                for code in unknown:
                    self._recall(tx, code)
                return len(self._behind(marks, today))
            if behind:
                code = behind[0]
                self._villages[code] = _Known(marks[code], today, village_targets(tx, code, self._month, today))
            return max(len(behind) - 1, 0)

    def keep(self, store: Store) -> None:
        """Keeps what was read for the next start; where that cannot be written it is no matter."""
        new = {code: known for code, known in self._villages.items() if not known.is_kept}
        if not new:
            return
        try:
            with store.writing() as tx:
                for code, known in new.items():
                    content = zlib.compress(_ENCODER.encode(known.targets), _LEVEL)
                    kept_lists.keep(tx, code, self._month, KeptList(known.mark, known.day, content))
                kept_lists.forget_but(tx, list(self._villages))
        except Refused:
            return
        for known in new.values():
            known.is_kept = True

    def _turn_to(self, month: str) -> None:
        if month != self._month:
            self._month, self._progress = month, None
            self._villages.clear()
            self._unkept.clear()

    def _behind(self, marks: Mapping[str, str], today: date) -> list[str]:
        return [
            code
            for code, mark in marks.items()
            if (known := self._villages.get(code)) is None or not known.is_of(mark, today)
        ]

    def _recall(self, tx: Transaction, code: str) -> None:
        kept = kept_lists.find(tx, code, self._month)
        targets = _opened(kept) if kept is not None else None
        if kept is None or targets is None:
            self._unkept.add(code)
        else:
            self._villages[code] = _Known(kept.mark, kept.day, targets, is_kept=True)


def _marks(tx: Transaction) -> dict[str, str]:
    """Of each village with records here, in order: another text where its lists may be others."""
    marks = village_marks(tx)
    return {code: f"{__version__} {marks.get(code, '')}" for code in villages_of(tx)}


def _opened(kept: KeptList) -> VillageTargets | None:
    """None of what another version of this program kept: it may be of another form."""
    if not kept.mark.startswith(f"{__version__} "):
        return None
    try:
        return _shared(_DECODER.decode(zlib.decompress(kept.content)))
    except (zlib.error, msgspec.MsgspecError):
        return None


def _shared(village: VillageTargets) -> VillageTargets:
    """The same with every text, day and id held once, as when it is read from records: a third less memory."""
    held: dict[object, object] = {}
    return VillageTargets(
        _rows_with(held, TargetRow, village.rows),
        village.checklists,
        _rows_with(held, TargetRow, village.others),
        _rows_with(held, HouseholdRow, village.households),
    )


def _rows_with(held: dict[object, object], kind: type[_Row], rows: Sequence[_Row]) -> tuple[_Row, ...]:
    names = kind.__struct_fields__
    columns = [[getattr(row, name) for row in rows] for name in names]
    shared = [
        [held.setdefault(value, value) if isinstance(value, _SHARED) else value for value in column]
        for column in columns
    ]
    return tuple(kind(**dict(zip(names, values, strict=True))) for values in zip(*shared, strict=True))
