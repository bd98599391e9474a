"""Puts together what Cari shows for what was typed: people, cadres, pages and villages, and what can be done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import Any

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.search.book import HomeEntry, PersonEntry
from kpm_desktop.commands.search.search import Hits, search
from kpm_desktop.domain.search.name_search import Findable, WordIndex, find, search_key, stands_in
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.window.page_list import Deed, PageSpec
from kpm_desktop.ui.window.search.book_keeper import BookKeeper
from kpm_desktop.ui.window.search.hit_rows import Goal, Group, HitRow, Made
from kpm_desktop.ui.window.search.hit_words import HitWords

translate = QCoreApplication.translate

#: Of how many people and laptops it is also said what can be done with them.
_WITH_DEEDS = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A page, a tab, or something that can be done: always there, found by its name."""

    row: HitRow
    key: str
    search: str


class Finder:
    """`deeds`: what the window itself can do, by the key `go` knows it by."""

    def __init__(
        self, context: Context, keeper: BookKeeper, pages: Sequence[PageSpec], deeds: Sequence[tuple[str, Deed]]
    ) -> None:
        self._context, self._keeper = context, keeper
        self._pages = [place for spec in pages for place in _places(spec)]
        of_pages = [(deed.page or spec.key, deed) for spec in pages for deed in spec.deeds]
        self._deeds = [_deed(page, deed) for page, deed in (*of_pages, *deeds)]
        self._words = WordIndex((place.key, place.search) for place in (*self._pages, *self._deeds))

    def groups(self, typed: str) -> list[Group]:
        """Everything that was found, in groups that are not empty; with nothing typed what was opened last."""
        words = HitWords(self._context, self._keeper.book)
        hits = search(self._keeper.book, typed)
        found = self._found(typed, hits, words) if typed.strip() else self._remembered(words)
        return [group for group in found if len(group.rows)]

    def where(self) -> str:
        """In what is searched, or how far the reading is."""
        book = self._keeper.book
        total, read = len(book.outline.marks), len(book.register.parts)
        if book.is_whole and total:
            return HitWords(self._context, book).where()
        return translate("Search", "reading village {read} of {total}…").format(read=read, total=total) if total else ""

    def _found(self, typed: str, hits: Hits, words: HitWords) -> list[Group]:
        """The groups in their order; those that were found with a wrong letter alone come last."""
        pages, deeds = (find(places, typed, self._words) for places in (self._pages, self._deeds))
        places: list[tuple[Callable[..., HitRow], Findable]] = [(_row, one) for one in pages]
        places += [(make, one) for one in hits.villages for make in self._of_village(words)]
        places.sort(key=lambda each: _is_guess(each[1], typed))
        made, name = partial(_made, typed=typed), hits.name or typed
        people = Group("people", translate("Search", "People"), Made(hits.people, partial(words.row, typed=name)))
        laptops = Group("laptops", translate("Search", "Cadres"), Made(hits.laptops, partial(words.row, typed=typed)))
        where = Group("places", translate("Search", "Pages and villages"), Made(places, made))
        what = Group("deeds", translate("Search", "What can be done"), self._doable(typed, hits, words, deeds))
        groups: list[tuple[Group, Sequence[Findable]]] = [
            (people, hits.people),
            (laptops, hits.laptops),
            (where, [one for _, one in places[:1]]),
            (what, deeds or hits.people or hits.laptops),
        ]
        groups.sort(key=lambda each: bool(each[1]) and _is_guess(each[1][0], typed))
        return [group for group, _ in groups]

    def _of_village(self, words: HitWords) -> tuple[Callable[..., HitRow], ...]:
        return (words.scorecard,) if self._context.session.is_cadre else (words.village, words.scorecard)

    def _doable(self, typed: str, hits: Hits, words: HitWords, deeds: Sequence[Place]) -> Sequence[HitRow]:
        """What the pages can do, and what can be done with those who were found first."""
        people = [one for one in hits.people[:_WITH_DEEDS] if self._is_visited(one)]
        laptops = [one for one in hits.laptops[:_WITH_DEEDS] if one.laptop.is_due and one.laptop.standing == "let_in"]
        makers = chain(
            ((_row, one) for one in deeds),
            ((words.visit, one) for one in people),
            ((words.receipt, one) for one in laptops),
        )
        return Made(list(makers), partial(_made, typed=typed))

    def _is_visited(self, one: PersonEntry | HomeEntry) -> bool:
        is_due = isinstance(one, PersonEntry) and one.row.is_due and one.row.household_id is not None
        return is_due and self._context.session.is_cadre

    def _remembered(self, words: HitWords) -> list[Group]:
        entries = [entry for one in self._keeper.opened if (entry := self._keeper.book.entry(one)) is not None]
        return [
            Group("opened", translate("Search", "Opened last"), [words.row(entry) for entry in entries]),
            Group("deeds", translate("Search", "What can be done"), [place.row for place in self._deeds]),
        ]


def _is_guess(one: Findable, typed: str) -> bool:
    """Whether something was found with a wrong letter."""
    return not stands_in(typed, one.search)


def _places(spec: PageSpec) -> list[Place]:
    """A page, and those of its tabs that are called otherwise."""
    does = translate("Search", "Open the page")
    title = HitRow(f"page {spec.key}", spec.icon, spec.title, f"Alt {spec.digit}", does, Goal(spec.key))
    inside = translate("Search", "in {page}").format(page=spec.title)
    tabs = [HitRow(f"page {tab.key}", spec.icon, tab.title, inside, does, Goal(tab.key)) for tab in spec.tabs[1:]]
    return [Place(row, row.key, search_key(row.title)) for row in (title, *tabs)]


def _deed(page: str, deed: Deed) -> Place:
    row = HitRow(f"deed {page} {deed.title}", deed.icon, deed.title, deed.detail, deed.does, Goal(page, deed.what))
    return Place(row, row.key, search_key(deed.title, deed.also))


def _row(place: Place, typed: str) -> HitRow:
    """A row that is always there, with what was typed underlined."""
    return replace(place.row, typed=typed)


def _made(each: tuple[Callable[[Any, str], HitRow], Any], typed: str) -> HitRow:
    """Of who makes the row, and of what."""
    make, one = each
    return make(one, typed)
