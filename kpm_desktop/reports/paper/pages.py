"""Which rows stand on which page: headers repeat, what belongs together stays together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kpm_desktop.reports.paper.blocks import Block
from kpm_desktop.reports.table_page import PageFault, Picture

#: How strongly items are held together: by wish, by a cell that reaches over both (for each), as one thing.
KEEP, SPAN, TIGHT = 1, 2, 1000
#: So many rows go to the next page with a foot, notes and signatures.
KEPT_ROWS = 3


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of the page that is never parted: a block of words, a header, one row, a picture. gap: room above it,
    unless it is the first on its page. tie: how strongly it is held on one page with the next, 0 not at all. band,
    role, row: of a row or header."""

    height: int
    gap: int = 0
    tie: int = 0
    band: int = -1
    role: str = ""
    row: int = 0
    content: Block | Picture | None = None


@dataclass(frozen=True, slots=True)
class Put:
    """An item and where its top is, from the top of the page's room."""

    item: Item
    y: int


def with_tail(items: Sequence[Item], tail: Sequence[Item]) -> list[Item]:
    """Items with what has to stay on one page with the last of them."""
    if not items or not tail:
        return [*items, *tail]
    first = max(len(items) - KEPT_ROWS, 0)
    kept = [replace(item, tie=max(item.tie, KEEP)) for item in items[first:]]
    return [*items[:first], *kept, *(replace(item, tie=TIGHT) for item in tail[:-1]), tail[-1]]


def paged(items: Iterable[Item], room: int, headers: Mapping[int, Item]) -> list[list[Put]]:
    """The items of every page. headers: by band, repeated where its rows go on. What is tied together and yet higher
    than a page is parted where it is held least."""
    pages = _Pages(room, headers)
    for chunk in _chunks(items, 0):
        pages.take(chunk)
    return pages.pages


def _chunks(items: Iterable[Item], tie: int) -> Iterator[list[Item]]:
    """Parted wherever the tie is no stronger."""
    chunk: list[Item] = []
    for item in items:
        chunk.append(item)
        if item.tie <= tie:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


class _Pages:
    """Fills page after page."""

    def __init__(self, room: int, headers: Mapping[int, Item]) -> None:
        self.pages: list[list[Put]] = [[]]
        self._room, self._headers, self._y = room, headers, 0

    def take(self, chunk: Sequence[Item]) -> None:
        """Puts what is tied together where it has room: here, on a new page, or in parts on both."""
        height = sum(item.gap + item.height for item in chunk)
        has_rows = self._has_rows()
        is_short = self._header_height(chunk[0]) + height - chunk[0].gap <= self._room
        if self._y + height - (chunk[0].gap - self._gap(chunk[0])) > self._room:
            if len(chunk) > 1 and not (is_short and has_rows):
                for part in _chunks(chunk, min(item.tie for item in chunk[:-1])):
                    self.take(part)
                return
            if has_rows:
                self._turn(chunk[0])
        for item in chunk:
            self._put(item)

    def _put(self, item: Item) -> None:
        top = self._y + self._gap(item)
        self._y = top + item.height
        if self._y > self._room:
            raise PageFault(f"band {item.band + 1}, {item.role or 'text'}: higher than a page")
        self.pages[-1].append(Put(item, top))

    def _gap(self, item: Item) -> int:
        return item.gap if self.pages[-1] else 0

    def _has_rows(self) -> bool:
        return any(put.item.role != "header" for put in self.pages[-1])

    def _turn(self, item: Item) -> None:
        self.pages.append([])
        self._y = 0
        if self._header_height(item):
            self._put(self._headers[item.band])

    def _header_height(self, item: Item) -> int:
        """Of the header that is repeated above a row."""
        header = self._headers.get(item.band) if item.role in ("rows", "foot") else None
        return header.height if header is not None else 0
