"""The rows of Cari: what was found, under a heading for each sort, as many as there is room for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, overload

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.search.last_opened import OpenedEntry
from kpm_desktop.ui.format.count_words import grouped


class Goal(NamedTuple):
    """Where Enter leads: a page, tab or task by its key, and what it is told (`Page.arrive`)."""

    page: str
    what: object = None


@dataclass(frozen=True, slots=True)
class HitRow:
    """Something that was found. typed: what of the title is underlined. chip: word and tone. does: what Enter does.
    opened: what is remembered as opened last."""

    key: str
    icon: str
    title: str
    detail: str
    does: str
    goal: Goal
    typed: str = ""
    chip: tuple[str, str] | None = None
    opened: OpenedEntry | None = None

    is_heading = False

    @property
    def words(self) -> str:
        """All of it."""
        chip = self.chip[0] if self.chip is not None else ""
        return ", ".join(part for part in (self.title, self.detail, chip, self.does) if part)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The heading of a sort, and how many of it are shown."""

    key: str
    title: str
    detail: str

    is_heading = True

    @property
    def words(self) -> str:
        """All of it."""
        return f"{self.title}, {self.detail}"


class Made(Sequence[HitRow]):
    """Rows that are made when they are looked at: of thousands that were found a few are shown."""

    def __init__(self, found: Sequence[Any], make: Callable[[Any], HitRow]) -> None:
        self._found, self._make = found, make
        self._rows: dict[int, HitRow] = {}

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> HitRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[HitRow]: ...
    def __getitem__(self, index: int | slice) -> HitRow | list[HitRow]:
        """One row, or some."""
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if index not in self._rows:
            self._rows[index] = self._make(self._found[index])
        return self._rows[index]


@dataclass(frozen=True, slots=True)
class Group:
    """Everything of one sort that was found, the best first."""

    key: str
    title: str
    rows: Sequence[HitRow]


class GroupRows(Sequence[HitRow | GroupRow]):
    """One group alone, all of it below its heading."""

    def __init__(self, heading: GroupRow, rows: Sequence[HitRow]) -> None:
        self._heading, self._rows = heading, rows

    def __len__(self) -> int:
        return len(self._rows) + 1

    @overload
    def __getitem__(self, index: int) -> HitRow | GroupRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[HitRow | GroupRow]: ...
    def __getitem__(self, index: int | slice) -> HitRow | GroupRow | list[HitRow | GroupRow]:
        """The heading first."""
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        return self._rows[index - 1] if index else self._heading


def rows_of(groups: Sequence[Group], room: int, comma: str) -> list[HitRow | GroupRow]:
    """All groups, in as many rows as there is room for beside their headings."""
    rows: list[HitRow | GroupRow] = []
    for group, shown in zip(groups, shares([len(group.rows) for group in groups], room), strict=True):
        rows.append(_heading(group, shown, comma))
        rows += group.rows[:shown]
    return rows


def all_of(group: Group, comma: str) -> GroupRows:
    """One group, whole."""
    count = grouped(len(group.rows), comma)
    back = QCoreApplication.translate("Search", "{count} · Ctrl ↑ back").format(count=count)
    return GroupRows(GroupRow(group.key, group.title, back), group.rows)


def shares(counts: Sequence[int], room: int) -> list[int]:
    """How many rows of each group are shown: two of each, and what is left goes to the first ones."""
    shown = [min(count, 2) for count in counts]
    for at, count in enumerate(counts):
        shown[at] += max(min(count - shown[at], room - sum(shown)), 0)
    return shown


def _heading(group: Group, shown: int, comma: str) -> GroupRow:
    count = len(group.rows)
    words = grouped(count, comma)
    if shown < count:
        text = QCoreApplication.translate("Search", "{shown} of {count} · Ctrl ↓ all")
        words = text.format(shown=shown, count=words)
    return GroupRow(group.key, group.title, words)
