"""What the rules ask about the records beside one: who has the same number or mother, and when somebody was seen."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.db.journal.groups import groups_of
from kpm_desktop.db.queries.rule_context import Held
from kpm_desktop.domain.merging.groups import IN_ERROR
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.person import Person, book_number, book_spellings
from kpm_desktop.domain.records.pregnancy import Pregnancy

#: Of a number that many have, no more are looked at.
_MOST = 20
#: By which columns somebody beside a record is found.
_LED_BY = {"person": ("nik", "kia_number", "mother_id"), "pregnancy": ("kia_number", "person_id")}


class Beside(Held):
    """Answers `Neighbours` questions from the open transaction and what it is about to write."""

    def __init__(self, tx: Connection, today: date) -> None:
        super().__init__(tx, today)
        self._written: dict[tuple[str, str, Any], dict[UUID, None]] = defaultdict(dict)
        self._groups: dict[tuple[str, str, UUID], frozenset[UUID]] = {}

    def remember(self, record: Record, region: str, *, is_new: bool) -> None:
        """Takes a record that is about to be written into account."""
        super().remember(record, region, is_new=is_new)
        if record.merged_into_id is not None:
            self._groups.clear()
        for column in _LED_BY.get(record.KIND, ()):
            value = getattr(record, column)
            if value is not None:
                value = book_number(value) if column == "kia_number" else value
                self._written[record.KIND, column, value][record.id] = None

    def people_with_nik(self, person: Person) -> Sequence[Person]:
        """Other people with the NIK of a person."""
        ids = self._ids("person", "nik", [person.nik], person.nik)
        return [one for one in self._others(person, "person", ids) if one.nik == person.nik]

    def book_holders(self, record: Person | Pregnancy, region: str) -> Sequence[Person | Pregnancy]:
        """Other people and pregnancies of a village with the same KIA number."""
        number = book_number(record.kia_number)
        found: list[Person | Pregnancy] = []
        for kind in ("person", "pregnancy"):
            ids = self._ids(kind, "kia_number", book_spellings(record.kia_number or ""), number, region)
            found += [one for one in self._others(record, kind, ids) if book_number(one.kia_number) == number]
        return found

    def other_pregnancies(self, pregnancy: Pregnancy) -> Sequence[Pregnancy]:
        """The other pregnancies of the same woman."""
        return self._hanging_on(pregnancy, "person_id", pregnancy.person_id)

    def siblings(self, person: Person) -> Sequence[Person]:
        """The other children of the same mother."""
        return self._hanging_on(person, "mother_id", person.mother_id) if person.mother_id is not None else []

    def last_visit(self, person: UUID) -> date | None:
        """The newest visit of a person, as a child or as a mother."""
        if person in self._new:
            return None
        people = sorted(self._group("person", person))
        marks = ",".join("?" * len(people))
        found = self._tx.exec_driver_sql(
            f"SELECT max(day) FROM (SELECT visit_date AS day FROM child_visit WHERE person_id IN ({marks}){self._here}"
            " AND coalesce(status, 'active') != 'entered_in_error' UNION ALL SELECT v.visit_date FROM pregnancy p"
            f" JOIN pregnancy_visit v ON v.pregnancy_id = p.id AND v.region_no = p.region_no"
            f" WHERE p.person_id IN ({marks}){self._here.replace('region_no', 'p.region_no')}"
            " AND coalesce(p.status, 'active') != 'entered_in_error'"
            " AND coalesce(v.status, 'active') != 'entered_in_error')",
            tuple(one.bytes for one in (*people, *people)),
        ).scalar()
        return None if found is None else date.fromisoformat(found)

    def means(self, kind: str, id: UUID) -> UUID:
        """One id for all records of a group."""
        return min(self._group(kind, id))

    def _hanging_on(self, record: Any, column: str, owner: UUID) -> list[Any]:
        """The others of a kind that name the same owner, by whichever of the owner's entries."""
        owners = self._group("person", owner)
        ids = [id for each in sorted(owners) for id in self._ids(record.KIND, column, [each.bytes], each)]
        return [one for one in self._others(record, record.KIND, ids) if getattr(one, column) in owners]

    def _ids(self, kind: str, column: str, kept: Sequence[Any], value: Any, region: str = "") -> list[UUID]:
        """Who has a value: as it is `kept` in rows, or as it is about to be written."""
        within = " AND region_no = (SELECT no FROM region WHERE code = ?)" if region else ""
        rows = self._tx.exec_driver_sql(
            f"SELECT id FROM {kind} WHERE {column} IN ({','.join('?' * len(kept))}){within} LIMIT {_MOST}",
            (*kept, region) if region else tuple(kept),
        )
        written = [id for id in self._written[kind, column, value] if not region or self.region_of(kind, id) == region]
        return list(dict.fromkeys([*(UUID(bytes=row[0]) for row in rows), *written]))

    def _others(self, record: Record, kind: str, ids: Sequence[UUID]) -> Iterator[Any]:
        """These records as they are read, each group once, without the record's own. One that is of another region
        alone is read there."""
        here = self._region
        seen = {self.means(record.KIND, record.id)}
        for id in ids:
            self.stand_in(self.region_of(kind, id) or here)
            meant = self.means(kind, id)
            one = self.record(kind, id) if meant not in seen else None
            seen.add(meant)
            self.stand_in(here)
            if one is not None and one.status != IN_ERROR:
                yield one

    def _group(self, kind: str, id: UUID) -> frozenset[UUID]:
        key = (self._region, kind, id)
        if key not in self._groups:
            found = groups_of(self._tx, kind, self._region_no, [id]) if self._has_links(kind) else [id]
            self._groups[key] = frozenset(found)
        return self._groups[key]
