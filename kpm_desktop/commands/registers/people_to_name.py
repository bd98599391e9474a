"""Everybody a record can be about, with what each is found by."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kpm_desktop.db.queries.register_rows import people_of
from kpm_desktop.db.store import Store
from kpm_desktop.domain.registers.about import About
from kpm_desktop.domain.search.name_search import search_key


@dataclass(frozen=True, slots=True)
class Nameable:
    """Somebody of the register. key: the id as text. search: what the person is found by. head: of the household;
    mother: her name; empty where they are not known."""

    about: About
    region: str
    head: str
    mother: str
    search: str

    @property
    def id(self) -> UUID:
        """The person's id."""
        return self.about.id

    @property
    def key(self) -> str:
        """The id as text."""
        return str(self.about.id)


def people_to_name(store: Store, regions: Sequence[str] = ()) -> list[Nameable]:
    """Everybody whom this profile holds, or who lives in these regions; linked entries once. Who moved out or died is
    among them: what happened before can still be written down."""
    with store.reading() as tx:
        found = people_of(tx, regions)
    named = [
        Nameable(
            one.about,
            one.region,
            one.head,
            one.mother,
            search_key(one.about.name, one.mother, one.head, one.about.hamlet, one.nik, one.kia_number),
        )
        for one in found
    ]
    return sorted(named, key=lambda one: (one.about.status != "active", one.about.name.casefold(), one.key))
