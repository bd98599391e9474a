"""What a cadre saves in a made-up village: pure values, in the order in which they were saved."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from kpm_desktop.domain.change import plain
from kpm_desktop.domain.records.identity import derived_id


@dataclass(frozen=True, slots=True)
class Save:
    """One save: on which day, of which record, which fields; `is_new` when nothing of the record was there before."""

    day: date
    kind: str
    id: UUID
    values: dict[str, Any]
    is_new: bool


def time_ordered_id(day: date, *path: object) -> UUID:
    """An id shaped like a UUIDv7 of that day, always the same for the same path."""
    moment = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)
    tail = hashlib.sha256("|".join(map(str, path)).encode()).digest()
    bits = bytearray(moment.to_bytes(6) + tail[:10])
    bits[6] = 0x70 | bits[6] & 0x0F
    bits[8] = 0x80 | bits[8] & 0x3F
    return UUID(bytes=bytes(bits))


class Diary:
    """Collects what one cadre saves. `path` sets the ids of this diary apart from those of every other."""

    def __init__(self, *path: object) -> None:
        self._path = path
        self._saves: list[Save] = []

    def new(self, day: date, kind: str, label: str = "", /, **values: Any) -> UUID:
        """A new record: a derived id where its kind has one, else one made of `label`. Empty values are left out."""
        given = {name: value for name, value in values.items() if value is not None}
        record = derived_id(kind, given) or time_ordered_id(day, *self._path, kind, label)
        self._saves.append(Save(day, kind, record, plain(given), is_new=True))
        return record

    def change(self, day: date, kind: str, record: UUID, /, **values: Any) -> None:
        """A later save of some fields of a record."""
        self._saves.append(Save(day, kind, record, plain(values), is_new=False))

    def in_order(self) -> list[Save]:
        """Everything by day; on one day in the order it was written here."""
        return sorted(self._saves, key=lambda save: save.day)

    def add(self, saves: Iterable[Save]) -> None:
        """Takes saves made elsewhere."""
        self._saves.extend(saves)
