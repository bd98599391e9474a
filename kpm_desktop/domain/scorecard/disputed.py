"""Which cells and targets rest on a field with several heads (docs/scorecard.md, "Conflicts")."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.scorecard.result import NOT_DUE, Disputed, TargetRow
from kpm_desktop.domain.scorecard.ruleset import (
    DELIVERED,
    Doses,
    Events,
    MonthsWithYes,
    Rule,
    RuleSet,
    SinceDelivery,
    SpecialMonths,
    fields_read,
)
from kpm_desktop.domain.scorecard.village import Village, VillageRecords

Conflict = tuple[str, UUID, str]

#: Fields that decide whether a record counts at all, and with whom.
_STANDING = frozenset(("status", "status_date", "merged_into_id", "household_id", "person_id", "pregnancy_id", "month"))
#: Fields of owners that decide band and span of their targets.
_SPAN: Mapping[str, frozenset[str]] = {
    "household": _STANDING,
    "person": _STANDING | {"birth_date"},
    "pregnancy": _STANDING
    | {"outcome", "delivery_date", "ended_on", "expected_delivery_date", "last_menstrual_date"}
    | {"gestational_age_months", "gestational_age_on"},
}
_BAND = frozenset(("visit_date", "gestational_age_months"))
_OWNER = {"pregnancy_visit": "pregnancy_id"}


class _Case:
    """One scorecard's targets, found by whatever a conflict may lie in."""

    def __init__(
        self, village: Village, records: VillageRecords, rows: Iterable[TargetRow], quarter: Quarter, rules: RuleSet
    ) -> None:
        self.village = village
        self.quarter = quarter
        self.rules = rules
        self.targets = tuple(rows)
        self.raw = {kind: {r.id: r for r in held} for kind, held in _by_kind(records).items()}

    def disputed(self, conflict: Conflict) -> Iterator[Disputed]:
        kind, record_id, field = conflict
        record = self.raw.get(kind, {}).get(record_id)
        if record is None:
            return
        if kind in _SPAN:
            yield from self._of_owner(kind, record, field)
        elif kind == "immunization":
            yield from self._of_dose(record, field)
        elif kind == "paud_attendance":
            yield from self._of_attendance(record, field)
        else:
            yield from self._of_row(kind, record, field)

    def _of_owner(self, kind: str, record: Record, field: str) -> Iterator[Disputed]:
        if field not in _SPAN[kind]:
            return
        means = self.village.groups[kind].means(record.id)
        place = {"household": "household_id", "person": "person_id", "pregnancy": "id"}[kind]
        found = [target for target in self.targets if getattr(target, place) == means]
        if kind == "person" and field == "birth_date":
            found = [target for target in found if target.kind == "child"]
        for target in found:
            yield Disputed(kind, record.id, field, target.id, tuple(target.cells))
        if not found:
            yield Disputed(kind, record.id, field, None, ())

    def _of_dose(self, record: Any, field: str) -> Iterator[Disputed]:
        target = self._target("child", self.village.groups["person"].means(record.person_id))
        codes = tuple(rule.code for rule in self.rules.children.indicators if isinstance(rule, Doses))
        if target is not None and field in _STANDING | {"given_date", "vaccine", "dose"}:
            resting = tuple(code for code in codes if target.cells[code].value != NOT_DUE)
            if resting:
                yield Disputed("immunization", record.id, field, target.id, resting)

    def _of_attendance(self, record: Any, field: str) -> Iterator[Disputed]:
        in_year = record.month.startswith(f"{self.quarter.year:04d}-")
        if (field == "attendance" and record.month in self.quarter.months) or (field in _STANDING and in_year):
            person = self.village.groups["person"].means(record.person_id)
            yield Disputed("paud_attendance", record.id, field, person, (self.rules.paud.code,))

    def _of_row(self, kind: str, record: Any, field: str) -> Iterator[Disputed]:
        owner = getattr(record, _OWNER.get(kind, "person_id"))
        groups = self.village.groups["pregnancy" if kind in _OWNER else "person"]
        target = self._target("pregnancy" if kind in _OWNER else "child", groups.means(owner))
        if target is None:
            if field in _STANDING | _BAND and record.month in self.quarter.months:
                yield Disputed(kind, record.id, field, None, ())
            return
        meant = self.village.groups[kind].means(record.id)
        if self._decides_all(field, record.month, meant, target):
            yield Disputed(kind, record.id, field, target.id, tuple(target.cells))
            return
        cells = tuple(self._cells(field, record.month, meant, target))
        if cells or (record.month in self.quarter.months and field in self._table_fields()):
            yield Disputed(kind, record.id, field, target.id, cells)

    def _target(self, kind: str, target_id: UUID) -> TargetRow | None:
        return next((t for t in self.targets if t.kind == kind and t.id == target_id), None)

    def _decides_all(self, field: str, month: str, meant: UUID, target: TargetRow) -> bool:
        """Whether the row counts at all, and the band, which comes from the quarter's last row."""
        if field in _STANDING:
            return month in self.quarter.months
        return field in _BAND and meant == target.rows[-1]

    def _cells(self, field: str, month: str, meant: UUID, target: TargetRow) -> Iterator[str]:
        own = self.rules.children if target.kind == "child" else self.rules.pregnancies
        for rule in own.indicators:
            cell = target.cells[rule.code]
            reads = cell.value != NOT_DUE and (field in _STANDING or field in fields_read(rule))
            if self._is_of_risk(rule, field, target):
                reads = True
            if reads and (meant in cell.rows or self._within(rule, month, target)):
                yield rule.code

    def _is_of_risk(self, rule: Rule, field: str, target: TargetRow) -> bool:
        """Whether the field decides if a mother needs this service at all."""
        asks = isinstance(rule, Events) and rule.not_at_risk is not None
        return asks and target.band != DELIVERED and field in self.rules.pregnancies.risk_fields

    def _within(self, rule: Rule, month: str, target: TargetRow) -> bool:
        """Whether a month lies in the window a rule looks at."""
        match rule:
            case MonthsWithYes():
                window = rule.needed[target.band]
                return window is not None and month in self.quarter.window(window.quarters)
            case SpecialMonths():
                year = f"{self.quarter.year:04d}-"
                return month.startswith(year) and int(month[5:]) in _months_needed(rule, self.quarter.number)
            case SinceDelivery():
                return False
            case _:
                return month in self.quarter.months

    def _table_fields(self) -> frozenset[str]:
        children = self.rules.children
        return frozenset(
            (
                *self.rules.pregnancies.risk_fields,
                children.malnourished.class_field,
                children.malnourished.stunted_field,
                children.mat.field,
                children.father_field,
            )
        )


def _months_needed(rule: SpecialMonths, quarter: int) -> set[int]:
    return {month for span in rule.quarters[str(quarter)] for month in span.months}


def _by_kind(records: VillageRecords) -> dict[str, Iterable[Record]]:
    return {
        "household": records.households,
        "person": records.persons,
        "pregnancy": records.pregnancies,
        "pregnancy_visit": records.pregnancy_visits,
        "child_visit": records.child_visits,
        "immunization": records.immunizations,
        "paud_attendance": records.paud_attendances,
    }


def disputed(
    village: Village,
    records: VillageRecords,
    rows: Iterable[TargetRow],
    quarter: Quarter,
    rules: RuleSet,
    conflicts: frozenset[Conflict],
) -> tuple[Disputed, ...]:
    """What the scorecard rests on among the conflicts, sorted; any member's conflict is its group's."""
    if not conflicts:
        return ()
    case = _Case(village, records, rows, quarter, rules)
    found = {entry for conflict in conflicts for entry in case.disputed(conflict)}
    return tuple(sorted(found, key=lambda d: (d.kind, d.id, d.field, d.target or UUID(int=0))))
