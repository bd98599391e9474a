"""Pairs of records that may be the same one entered twice, for somebody to look at."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.db import settings
from kpm_desktop.db.queries import oversight, survey, village_records
from kpm_desktop.db.queries.flag_answers import said_distinct
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.merging.candidates import Pair, VillageGroups, likely_pairs
from kpm_desktop.domain.merging.candidates_across import Lives, Resident, pairs_across, residents
from kpm_desktop.domain.merging.groups import Groups, resolve
from kpm_desktop.domain.records.household import Household, Posyandu
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.domain.search.found_by import FoundBy
from kpm_desktop.domain.search.name_search import search_key
from kpm_desktop.sync.access import read_access


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What people know a record by. entries: how many linked records it is. key: what it is found by.

    name: of the person, of the woman who is pregnant, of the household's head, of the posyandu. expected: the expected
    delivery. household, author: of a person who may live in two villages, the household, and who wrote the name.
    """

    kind: str
    id: UUID
    name: str
    entries: int
    head_name: str = ""
    hamlet: str = ""
    place: str = ""
    sex: str = ""
    born: date | None = None
    expected: date | None = None
    nik: str = ""
    kia_number: str = ""
    key: str = ""
    household: UUID | None = None
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyPair:
    """Two that may be one. rules: why, the strongest first (`domain.duplicates.RULES`). other_region: where the second
    one lives, of a person who may live in two villages; "" where both are of `region`."""

    region: str
    kind: str
    first: Face
    second: Face
    rules: tuple[str, ...]
    other_region: str = ""

    @property
    def regions(self) -> tuple[str, str]:
        """Where either lives."""
        return self.region, self.other_region or self.region

    @property
    def is_across(self) -> bool:
        """Whether they are of two villages: then they are never merged, one of them moved."""
        return bool(self.other_region)


def likely_duplicates(store: Store, *, regions: Sequence[str] = ()) -> list[LikelyPair]:
    """The pairs of all villages held here, or of some, village by village, the likeliest first, and then those of
    people who may live in two of them. What somebody said is not the same, on whichever laptop, is left out."""
    with store.reading() as tx:
        everywhere: list[tuple[Lives, UUID]] = []
        found: list[LikelyPair] = []
        people: list[Resident] = []
        for region in regions or _regions(tx):
            village = read_village(tx, region)
            faces = Faces(village)
            said = said_distinct(tx, region)
            found += [_likely(region, pair, faces) for pair in likely_pairs(village, said)]
            here = list(residents(region, village))
            entries = {entry for one in here for entry in one.entries}
            people += here
            everywhere += [((one, region), other) for _, one, other in said if one in entries]
        return found + _across(tx, pairs_across(people, everywhere))


def _across(tx: Transaction, pairs: Sequence[Pair[Lives]]) -> list[LikelyPair]:
    """The pairs with what people know them by; the villages of these few are read once more."""
    regions = {region for pair in pairs for _, region in (pair.first, pair.second)}
    faces = {region: Faces(read_village(tx, region)) for region in sorted(regions)}
    numbers = {code: no for no, code in survey.region_codes(tx).items()}

    access = read_access(tx, settings.read_identity(tx))

    def face(record: UUID, region: str) -> Face:
        author = survey.last_author(tx, "person", numbers[region], record, "full_name")
        return replace(
            faces[region].of("person", record),
            author=access.speaker(author.device, author.user) if author is not None else "",
        )

    return [
        LikelyPair(
            region=pair.first[1],
            other_region=pair.second[1],
            kind=pair.kind,
            first=face(*pair.first),
            second=face(*pair.second),
            rules=pair.rules,
        )
        for pair in pairs
    ]


def _regions(tx: Transaction) -> list[str]:
    own = settings.read_identity(tx).regions
    return [code for code in oversight.regions_held(tx) if is_covered(code, own)]


def read_village(tx: Transaction, region: str) -> VillageGroups:
    """Everybody of a village, linked records read as one."""
    households: Groups[Household] = resolve(village_records.records_of(tx, "household", region))
    persons: Groups[Person] = resolve(village_records.records_of(tx, "person", region), household_id=households)
    pregnancies: Groups[Pregnancy] = resolve(village_records.records_of(tx, "pregnancy", region), person_id=persons)
    posyandu: Groups[Posyandu] = resolve(village_records.records_of(tx, "posyandu", region))
    return VillageGroups(households, persons, pregnancies, posyandu)


def _likely(region: str, pair: Pair[UUID], faces: "Faces") -> LikelyPair:
    first, second = faces.of(pair.kind, pair.first), faces.of(pair.kind, pair.second)
    return LikelyPair(region=region, kind=pair.kind, first=first, second=second, rules=pair.rules)


class Faces:
    """What the records of a village are known by."""

    def __init__(self, village: VillageGroups) -> None:
        self._homes = {one.id: one for one in (*village.households.records, *village.households.withdrawn)}
        self._people = {one.id: one for one in (*village.persons.records, *village.persons.withdrawn)}
        self._groups: dict[str, Groups[Any]] = {
            "household": village.households,
            "person": village.persons,
            "pregnancy": village.pregnancies,
            "posyandu": village.posyandu,
        }
        self._found_by = FoundBy(self._people.values(), self._homes, village.pregnancies.records, village.persons.means)
        self._read = {kind: {one.id: one for one in found.records} for kind, found in self._groups.items()}

    def all_of(self, kind: str) -> list[Face]:
        """Everybody of a kind who is not hidden."""
        return [self.of(kind, record) for record in self._read[kind]]

    def has(self, kind: str, record: UUID) -> bool:
        """Whether a record is one of them: whoever was entered in error is not."""
        return record in self._read[kind]

    def of(self, kind: str, record: UUID) -> Face:
        """One of them, by the representative's id."""
        read = self._read[kind][record]
        if kind == "person":
            return self._person(kind, read, read, "")
        if kind == "pregnancy":
            return self._person(kind, read, self._people.get(read.person_id), read.kia_number or "")
        name = read.head_name if kind == "household" else read.name
        block = f"RT {read.rt or '–'}/{read.rw or '–'}" if kind == "household" and (read.rt or read.rw) else ""
        hamlet = read.hamlet or ""
        key = self._found_by.household(read) if kind == "household" else search_key(name, hamlet)
        entries = len(self._groups[kind].members_of(record))
        return Face(kind=kind, id=record, name=name, entries=entries, hamlet=hamlet, place=block, key=key)

    def _person(self, kind: str, read: Any, person: Person | None, kia: str) -> Face:
        home = self._homes.get(person.household_id) if person is not None else None
        name, nik = (person.full_name, person.nik or "") if person is not None else ("", "")
        number = kia or (person.kia_number or "" if person is not None else "")
        head, hamlet = (home.head_name, home.hamlet or "") if home is not None else ("", "")
        return Face(
            kind=kind,
            id=read.id,
            name=name,
            entries=len(self._groups[kind].members_of(read.id)),
            head_name=head,
            hamlet=hamlet,
            sex=person.sex if person is not None else "",
            born=person.birth_date if person is not None else None,
            expected=(read.delivery_date or read.due()) if kind == "pregnancy" else None,
            nik=nik,
            kia_number=number,
            household=person.household_id if person is not None else None,
            key=self._found_by.person(person) if person is not None else search_key("", kia),
        )
