"""What a rule of entry may ask about the records around one, and how a kind states its rules."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from kpm_desktop.domain.entry.plausibility import Measured
from kpm_desktop.domain.records.base import Finding, Record
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy


class RuleContext(Protocol):
    """What a rule may ask about the other records. All answers are by the merged, shown values."""

    today: date

    def record(self, kind: str, id: UUID) -> Record | None:
        """A record as it is held, linked ones as one; None where it is not held."""

    def region_of(self, kind: str, id: UUID) -> str | None:
        """The region of a record, or None where it is not held."""

    def earliest_service(self, person: UUID) -> date | None:
        """The first visit or dose recorded for a person."""

    def measures_around(
        self, row: ChildVisit | PregnancyVisit
    ) -> tuple[Mapping[str, Measured], Mapping[str, Measured]]:
        """The measures of the same child or pregnancy nearest before and after a monthly row."""

    def doses_of(self, person: UUID) -> Sequence[Immunization]:
        """Every dose recorded for a person."""

    def is_listed(self, region: str) -> bool:
        """Whether a region code is in the Ministry's list or was in an earlier one."""


class Neighbours(RuleContext, Protocol):
    """What may be asked about the records beside one. All are given as they are read, linked ones as one, without what
    was entered in error and without the record itself."""

    def people_with_nik(self, person: Person) -> Sequence[Person]:
        """Other people with the NIK of a person, in any village that is held; a few of them, if there are many."""

    def book_holders(self, record: Person | Pregnancy, region: str) -> Sequence[Person | Pregnancy]:
        """Other people and pregnancies of a village with the same KIA number; one too many, if there are many."""

    def other_pregnancies(self, pregnancy: Pregnancy) -> Sequence[Pregnancy]:
        """The other pregnancies of the same woman."""

    def siblings(self, person: Person) -> Sequence[Person]:
        """The other children of the same mother."""

    def last_visit(self, person: UUID) -> date | None:
        """The newest visit of a person, as a child or as a mother."""

    def means(self, kind: str, id: UUID) -> UUID:
        """What a reference means: the record its group is read as."""


def _nothing(record: Record, region: str, around: RuleContext) -> Iterator[Finding]:
    yield from ()


class EntryRules(NamedTuple):
    """What a kind asks of the records around one of it, which is about to be saved for a region.

    check_among: what forbids entry, and what only asks to look again. look_beside: only what asks to look again, as it
    may be right; of a record that is hidden, or read as another one, it is not asked.
    """

    kind: type[Record]
    check_among: Callable[[Any, str, RuleContext], Iterator[Finding]] = _nothing
    look_beside: Callable[[Any, str, Neighbours], Iterator[Finding]] = _nothing
