"""Made-up saves judged like saves of a person: by the rules of entry, on the day on which they were made."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.domain.change import within_limits
from kpm_desktop.domain.entry.entry import entry_findings
from kpm_desktop.domain.entry.plausibility import Measured, earlier_measures, later_measures
from kpm_desktop.domain.records.base import Finding, Record
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.regions import region_list
from kpm_desktop.practice.saves import Save


class World:
    """What one cadre's laptop holds, save after save."""

    def __init__(self, village: str) -> None:
        self.village = village
        self.today = date.min
        self.values: dict[tuple[str, UUID], dict[str, Any]] = {}
        self._records: dict[tuple[str, UUID], Record] = {}
        self._services: dict[UUID, date] = {}

    def record(self, kind: str, id: UUID) -> Record | None:
        """A record as it stands."""
        key = (kind, id)
        if key not in self._records and key in self.values:
            self._records[key] = msgspec.convert({"id": str(id), **self.values[key]}, KINDS[kind])
        return self._records.get(key)

    def region_of(self, kind: str, id: UUID) -> str | None:
        """Everything here is of one village."""
        return self.village if (kind, id) in self.values else None

    def earliest_service(self, person: UUID) -> date | None:
        """The first visit or dose."""
        return self._services.get(person)

    def measures_around(
        self, row: ChildVisit | PregnancyVisit
    ) -> tuple[Mapping[str, Measured], Mapping[str, Measured]]:
        """The nearest measures of the same child or pregnancy."""
        owner = row.HANGS_ON
        mine = [one for one in self.of_kind(row.KIND).values() if getattr(one, owner) == getattr(row, owner)]
        rows = {one.month: one for one in mine}
        return earlier_measures(rows, row.month), later_measures(rows, row.month)

    def doses_of(self, person: UUID) -> Sequence[Immunization]:
        """Every dose of a person."""
        return [dose for dose in self.of_kind("immunization").values() if dose.person_id == person]

    def is_listed(self, region: str) -> bool:
        """By the list."""
        return region_list.is_listed(region)

    def save(self, save: Save) -> Iterator[Finding]:
        """Takes a save and gives what the rules say about the record as it becomes."""
        self.today = save.day
        key = (save.kind, save.id)
        assert save.is_new != (key in self.values), f"{save} is not what it says it is"
        declared = fields(save.kind)
        broken = {name: value for name, value in save.values.items() if within_limits(declared[name], value)}
        assert broken == {}
        self.values[key] = self.values.get(key, {}) | save.values
        self._records.pop(key, None)
        record = self.record(*key)
        assert record is not None
        yield from entry_findings(record, self.village, self)
        self._note_service(save)

    def _note_service(self, save: Save) -> None:
        day = save.values.get("visit_date" if save.kind == "child_visit" else "given_date")
        if save.kind in ("child_visit", "immunization") and day is not None:
            person, on = UUID(save.values["person_id"]), date.fromisoformat(day)
            self._services[person] = min(on, self._services.get(person, on))

    def of_kind(self, kind: str) -> dict[UUID, Any]:
        """All records of a kind."""
        found = ((id, self.record(kind, id)) for held, id in self.values if held == kind)
        return {id: record for id, record in found if record is not None}


def judged(village: str, saves: Iterable[Save]) -> tuple[World, list[Finding]]:
    """A laptop after all these saves, and everything the rules found on the way."""
    world = World(village)
    return world, [found for save in saves for found in world.save(save)]


def codes(findings: Iterable[Finding]) -> dict[str, int]:
    """How often each rule spoke."""
    counted: dict[str, int] = defaultdict(int)
    for found in findings:
        counted[found.why.code] += 1
    return dict(counted)
