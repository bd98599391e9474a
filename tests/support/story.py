"""A small village told step by step, for tests of single rules: who lives there and what each monthly row says."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.records.paud import PaudAttendance
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.scorecard import Conflict, Scorecard, VillageRecords, build_scorecard, rules_for
from kpm_desktop.domain.scorecard.result import Cell, ChildRow, MotherRow

R = TypeVar("R", bound=Record)
VILLAGE = "12.75.01.1001"


def day(text: str) -> date:
    """`2025-07-15`."""
    return date.fromisoformat(text)


@dataclass
class Story:
    """Records in the order they are told; ids count upwards from 1, so that "the smallest id" can be read off."""

    records: list[Record] = field(default_factory=list)

    def _next(self) -> UUID:
        return UUID(int=len(self.records) + 1)

    def _add(self, cls: type[R], defaults: dict[str, Any], told: dict[str, Any]) -> R:
        record = cls(**(defaults | told))
        self.records.append(record)
        return record

    def replace(self, old: Record, new: Record) -> None:
        """Puts a changed record in the place of an old one."""
        self.records[self.records.index(old)] = new

    def household(self, **told: Any) -> Household:
        return self._add(Household, {"id": self._next(), "village_code": VILLAGE, "head_name": "Kepala"}, told)

    def person(self, household: Household | None = None, born: str = "1996-04-11", **told: Any) -> Person:
        home = household or self.household()
        defaults = {"id": self._next(), "household_id": home.id, "birth_date": day(born)}
        return self._add(Person, defaults | {"full_name": "Nama", "sex": "female"}, told)

    def pregnancy(self, person: Person | None = None, **told: Any) -> Pregnancy:
        """Ongoing with a due date that makes 15 September 2025 month 6, unless told; dates as text."""
        mother = person or self.person()
        defaults = {"id": self._next(), "person_id": mother.id, "outcome": "ongoing"}
        if not told:
            told = {"expected_delivery_date": "2025-12-28"}
        dates = {name: day(value) for name, value in told.items() if name.endswith(("_date", "ed_on"))}
        return self._add(Pregnancy, defaults, told | dates)

    def visit(self, pregnancy: Pregnancy, month: str, on: Any = None, **told: Any) -> PregnancyVisit:
        """A row of form 2A, dated the 15th unless told."""
        key = {"pregnancy_id": pregnancy.id, "month": month}
        return self._add(PregnancyVisit, self._keyed("pregnancy_visit", key, on or f"{month}-15"), told)

    def child(self, born: str, household: Household | None = None, **told: Any) -> Person:
        return self.person(household, born, **told)

    def child_visit(self, child: Person, month: str, on: Any = None, **told: Any) -> ChildVisit:
        """A row of form 2B, dated the 15th unless told."""
        key = {"person_id": child.id, "month": month}
        return self._add(ChildVisit, self._keyed("child_visit", key, on or f"{month}-15"), told)

    def _keyed(self, kind: str, key: dict[str, Any], on: str) -> dict[str, Any]:
        return {"id": derived_id(kind, key), "visit_date": day(on)} | key

    def child_visits(self, child: Person, months: list[str], **answers: Any) -> None:
        """The same row in several months."""
        for month in months:
            self.child_visit(child, month, **answers)

    def dose(self, child: Person, name: str, given: str | None = None, **told: Any) -> Immunization:
        """`OPV-2`, with or without a date."""
        vaccine, number = name.split("-")
        key: dict[str, Any] = {"person_id": child.id, "vaccine": vaccine, "dose": int(number)}
        on = day(given) if given else None
        return self._add(Immunization, key | {"id": derived_id("immunization", key), "given_date": on}, told)

    def attends(self, child: Person, month: str, attendance: str = "attended", **told: Any) -> PaudAttendance:
        key: dict[str, Any] = {"person_id": child.id, "month": month}
        made = derived_id("paud_attendance", key)
        return self._add(PaudAttendance, key | {"id": made, "attendance": attendance}, told)

    def village(self) -> VillageRecords:
        """All of it as a scorecard takes it."""

        def those(cls: type[Record]) -> Any:
            return tuple(record for record in self.records if isinstance(record, cls))

        return VillageRecords(
            those(Household),
            those(Person),
            those(Pregnancy),
            those(PregnancyVisit),
            those(ChildVisit),
            those(Immunization),
            those(PaudAttendance),
        )

    def card(
        self, quarter: str = "2025-Q3", ruleset: str = "", conflicts: frozenset[Conflict] = frozenset()
    ) -> Scorecard:
        """The scorecard of a quarter."""
        when = Quarter.parse(quarter)
        return build_scorecard(VILLAGE, when, self.village(), rules_for(when, ruleset), conflicts)

    def mother(self, quarter: str = "2025-Q3", ruleset: str = "") -> MotherRow:
        """The only row of 3A."""
        (row,) = self.card(quarter, ruleset).mothers
        return row

    def infant(self, quarter: str = "2025-Q3", ruleset: str = "") -> ChildRow:
        """The only row of 3B."""
        (row,) = self.card(quarter, ruleset).children
        return row

    def cell(self, code: str, quarter: str = "2025-Q3", ruleset: str = "") -> Cell:
        """A cell of the only target."""
        (row,) = self.card(quarter, ruleset).people
        return row.cells[code]


def months(first: str, count: int) -> list[str]:
    """`count` months from `first` on."""
    start = int(first[:4]) * 12 + int(first[5:]) - 1
    return [f"{number // 12}-{number % 12 + 1:02d}" for number in range(start, start + count)]
