"""What is searched in: read village by village, so that nobody waits, and kept until a village's journal grows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import is_not

from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.households.target_rows import HouseholdRow, TargetRow
from kpm_desktop.commands.search.last_opened import OpenedEntry, Sort
from kpm_desktop.commands.supervision.village_overview import Laptop, Overview, village_overview
from kpm_desktop.db import settings
from kpm_desktop.db.queries import village_records
from kpm_desktop.db.queries.village_marks import village_marks
from kpm_desktop.db.store import Store
from kpm_desktop.domain.calendar import month_of
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.domain.regions.place_names import Names, names_of
from kpm_desktop.domain.regions.region_index import VILLAGE_LENGTH, Region
from kpm_desktop.domain.search.name_search import FollowedSearch, WordIndex, search_key
from kpm_desktop.domain.search.why_found import key_of
from kpm_desktop.sync.credentials import SUPERVISOR

#: Who is to be visited comes before children of two to six, and those before everybody else.
_RANKS = {"pregnancy": 0, "child": 0, "older_child": 1, "other": 2}


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """Somebody of the register, once, however many lists the person is in. key: the village and the person's id."""

    row: TargetRow
    key: str
    search: str


@dataclass(frozen=True, slots=True)
class HomeEntry:
    """A household nobody is listed in; all others are found through their people."""

    row: HouseholdRow
    key: str
    search: str


@dataclass(frozen=True, slots=True)
class LaptopEntry:
    """A laptop that delivers here or was invited to, and the villages it does that from. key: as a `Laptop`'s."""

    laptop: Laptop
    villages: tuple[str, ...]
    key: str
    search: str


@dataclass(frozen=True, slots=True)
class VillageEntry:
    """A village: how many laptops deliver from it, for how many days the quietest one that should be called did not,
    and how many of the month's targets were visited; None where that has not been read."""

    place: Region
    laptops: int
    quiet_days: int | None
    visited: int | None
    targets: int | None
    key: str
    search: str


Entry = PersonEntry | HomeEntry | LaptopEntry | VillageEntry


@dataclass(frozen=True, slots=True)
class VillagePart:
    """What was read of one village on a day; `mark` is another one when its journal grew (`village_marks`)."""

    code: str
    mark: str
    day: date
    people: tuple[PersonEntry, ...]
    homes: tuple[HomeEntry, ...]
    visited: int
    targets: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What is read at once: every village with its mark and name, and for a supervisor the laptops."""

    marks: Mapping[str, str]
    names: Names
    overview: Overview | None = None


def read_outline(store: Store, *, today: date) -> Outline:
    """The villages of this profile and the laptops that deliver here."""
    with store.reading() as tx:
        identity = settings.read_identity(tx)
        marks = village_marks(tx)
        held = [code for code in village_records.villages(tx) if is_covered(code, identity.regions)]
    own = [code for code in identity.regions if len(code) == VILLAGE_LENGTH]
    overview = village_overview(store, today=today) if identity.role == SUPERVISOR else None
    of_laptops = [village.code for village in overview.villages] if overview is not None else []
    codes = sorted(code for code in {*own, *held, *of_laptops} if len(code) == VILLAGE_LENGTH)
    return Outline({code: marks.get(code, "") for code in codes}, names_of(codes), overview)


def read_village(store: Store, code: str, mark: str, *, today: date) -> VillagePart:
    """Everybody of a village. `mark`: as the outline has it, which was read before."""
    found = target_list(store, month_of(today), today=today, regions=[code])
    rows = {row.person_id: row for row in reversed((*found.rows, *found.others))}
    people = tuple(PersonEntry(row, f"{code} {row.person_id}", row.key) for row in rows.values())
    lived_in = {row.household_id for row in rows.values()}
    homes = tuple(
        HomeEntry(home, f"{code} {home.id}", key_of(home.known)) for home in found.households if home.id not in lived_in
    )
    visited = sum(row.visited_on is not None for row in found.due)
    return VillagePart(code, mark, today, people, homes, visited, len(found.due))


def villages_to_read(outline: Outline, parts: Mapping[str, VillagePart], today: date) -> list[str]:
    """The villages nobody read, or that something was written of since, or read on another day: ages and months."""
    return [
        code
        for code, mark in outline.marks.items()
        if (part := parts.get(code)) is None or (part.mark, part.day) != (mark, today)
    ]


@dataclass(frozen=True, slots=True)
class Register:
    """Everybody of the villages that were read. search: finds what is typed with one wrong letter when all of them
    are."""

    parts: tuple[VillagePart, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    homes: tuple[HomeEntry, ...] = ()
    search: FollowedSearch[PersonEntry | HomeEntry] = field(default_factory=lambda: FollowedSearch(()))


@dataclass(frozen=True, slots=True)
class Book:
    """All that is searched in. names: the words of laptops and villages, as the register has those of people. repeated:
    the villages whose name another one has too."""

    outline: Outline = field(default_factory=lambda: Outline({}, {}))
    register: Register = field(default_factory=Register)
    laptops: tuple[LaptopEntry, ...] = ()
    villages: tuple[VillageEntry, ...] = ()
    names: WordIndex = field(default_factory=lambda: WordIndex(()))
    repeated: frozenset[str] = frozenset()
    _by_key: Mapping[tuple[Sort, str], Entry] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether every village was read."""
        return len(self.register.parts) == len(self.outline.marks)

    def entry(self, opened: OpenedEntry) -> Entry | None:
        """What was opened before, as it is now; None where it is not here any more or has not been read."""
        return self._by_key.get((opened.sort, opened.key))


def bind(outline: Outline, parts: Mapping[str, VillagePart], former: Book | None = None) -> Book:
    """A book of what was read so far; what stands in the former one and nobody wrote since is taken over from it."""
    read = tuple(parts[code] for code in outline.marks if code in parts)
    register = former.register if former is not None else Register()
    if len(read) != len(register.parts) or any(map(is_not, read, register.parts)):
        register = _register(read, is_whole=len(read) == len(outline.marks))
    laptops = _laptops(outline)
    villages = tuple(_village(outline, code, parts.get(code)) for code in outline.marks)
    sorts: dict[Sort, Sequence[Entry]] = {
        "person": register.people,
        "home": register.homes,
        "laptop": laptops,
        "village": villages,
    }
    named = Counter(place.name for place in outline.names.values())
    return Book(
        outline,
        register,
        laptops,
        villages,
        WordIndex([*((one.key, one.search) for one in laptops), *((one.key, one.search) for one in villages)]),
        frozenset(code for code, place in outline.names.items() if named[place.name] > 1),
        {(sort, one.key): one for sort, entries in sorts.items() for one in entries},
    )


def _register(parts: tuple[VillagePart, ...], *, is_whole: bool) -> Register:
    people = tuple(sorted((one for part in parts for one in part.people), key=_order))
    homes = tuple(sorted((one for part in parts for one in part.homes), key=lambda one: one.row.head_name))
    named: list[PersonEntry | HomeEntry] = [*people, *homes]
    return Register(parts, people, homes, FollowedSearch(named, with_slips=is_whole))


def _order(entry: PersonEntry) -> tuple[int, str, str]:
    return _RANKS[entry.row.kind], entry.row.name, entry.row.region


def _laptops(outline: Outline) -> tuple[LaptopEntry, ...]:
    """Each once, by name."""
    if outline.overview is None:
        return ()
    villages: dict[str, list[str]] = {}
    for village in outline.overview.villages:
        for laptop in village.laptops:
            villages.setdefault(laptop.key, []).append(village.code)
    entries = []
    for laptop in outline.overview.laptops:
        places = [outline.names[code].name for code in villages[laptop.key] if code in outline.names]
        key = search_key(laptop.name, laptop.device_name, *places)
        entries.append(LaptopEntry(laptop, tuple(villages[laptop.key]), laptop.key, key))
    return tuple(sorted(entries, key=lambda entry: entry.laptop.name))


def _village(outline: Outline, code: str, part: VillagePart | None) -> VillageEntry:
    overview = outline.overview
    here = () if overview is None else next((one.laptops for one in overview.villages if one.code == code), ())
    place = outline.names[code]
    return VillageEntry(
        place=place,
        laptops=len(here),
        quiet_days=max((one.quiet_days or 0 for one in here if one.is_quiet), default=None),
        visited=part.visited if part is not None else None,
        targets=part.targets if part is not None else None,
        key=code,
        search=search_key(place.name, _word(code), *place.within, code.replace(".", "")),
    )


def _word(code: str) -> str:
    """What a village is, as people type it before its name; the last group of its code tells."""
    return "kelurahan" if code[9] == "1" else "desa"
