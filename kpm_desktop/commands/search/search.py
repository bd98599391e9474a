"""Cari: who and what holds what was typed, the best first."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpm_desktop.commands.search.book import Book, HomeEntry, LaptopEntry, PersonEntry, VillageEntry
from kpm_desktop.domain.search.name_search import find, fold


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, each sort by itself and the best first. typed: what for. name: what the people were found by: all
    of it, or all but the words that name their village."""

    typed: str = ""
    people: Sequence[PersonEntry | HomeEntry] = ()
    laptops: Sequence[LaptopEntry] = ()
    villages: Sequence[VillageEntry] = ()
    name: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.people or self.laptops or self.villages)


def search(book: Book, typed: str) -> Hits:
    """Looks for what was typed among names in old and new spelling, numbers, mothers, heads, hamlets and villages; with
    nothing typed nothing is found."""
    if not fold(typed):
        return Hits()
    people, name = _people(book, typed)
    laptops = find(book.laptops, typed, book.names)
    return Hits(typed, people, laptops, find(book.villages, typed, book.names), name)


def _people(book: Book, typed: str) -> tuple[Sequence[PersonEntry | HomeEntry], str]:
    """The people, and what they were found by: `sari mekarjaya` is Sari of that village where nobody is called so."""
    register = book.register
    found, words = register.search.find(typed), typed.split()
    for count in range(1, len(words) if not found else 1):
        name, place = " ".join(words[:-count]), " ".join(words[-count:])
        codes = {village.key for village in find(book.villages, place, book.names)}
        everybody: list[PersonEntry | HomeEntry] = [*register.people, *register.homes] if codes else []
        found = find([one for one in everybody if one.row.region in codes], name, register.search.words)
        if found:
            return found, name
    return found, typed
