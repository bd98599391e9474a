"""What else is held of the same child or pregnancy: the measures of other months and the other doses."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.db.journal.rows import column_names, record_from_row
from kpm_desktop.domain.entry.plausibility import Measured, earlier_measures, later_measures, measures_of
from kpm_desktop.domain.merging.groups import IN_ERROR
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.immunization import Immunization

_OWNER = {"child_visit": "person_id", "pregnancy_visit": "pregnancy_id"}
_MEASURES = {
    "child_visit": "weight_g, length_mm, head_circumference_mm, muac_mm, measure_position",
    "pregnancy_visit": "weight_g, NULL, NULL, muac_mm, NULL",
}
_ANY = {
    "child_visit": "coalesce(weight_g, length_mm, head_circumference_mm, muac_mm)",
    "pregnancy_visit": "coalesce(weight_g, muac_mm)",
}
_PART = 500


class _Row(NamedTuple):
    """The measures of a monthly row."""

    visit_date: date
    weight_g: int | None
    length_mm: int | None
    head_circumference_mm: int | None
    muac_mm: int | None
    measure_position: str | None


class Timeline:
    """Answers from the open transaction and from what it is about to write; remembers both.

    members: the ids that mean the same person or pregnancy. is_new: whether an owner is only about to be written.
    here: the condition of rows that lie where these do.
    """

    def __init__(
        self,
        tx: Connection,
        members: Callable[[str, UUID], Sequence[UUID]],
        is_new: Callable[[UUID], bool],
        here: Callable[[], str],
    ) -> None:
        self._tx, self._members, self._is_new, self._here = tx, members, is_new, here
        self._rows: dict[UUID, dict[str, _Row]] = {}
        self._said_rows: dict[UUID, dict[str, _Row | None]] = {}
        self._doses: dict[UUID, dict[UUID, Immunization]] = {}
        self._said_doses: dict[UUID, dict[UUID, Immunization]] = {}

    def remember(self, record: Record) -> None:
        """Takes a record that is about to be written into account."""
        if isinstance(record, ChildVisit | PregnancyVisit):
            row = None if record.status == IN_ERROR else _row_of(record)
            self._said_rows.setdefault(_owner(record), {})[record.month] = row
        elif isinstance(record, Immunization):
            self._said_doses.setdefault(record.person_id, {})[record.id] = record

    def measures_around(
        self, row: ChildVisit | PregnancyVisit
    ) -> tuple[Mapping[str, Measured], Mapping[str, Measured]]:
        """The nearest measures before and after a row's month."""
        found: Mapping[str, _Row | None] = {}
        for one in self._members(_kind_of_owner(row.KIND), _owner(row)):
            if one not in self._rows:
                self._read_rows(row.KIND, [] if self._is_new(one) else [one], [one])
            known, said = self._rows[one], self._said_rows.get(one)
            mine = {**known, **said} if known and said else said or known
            found = {**found, **mine} if found else mine
        names = measures_of(row)
        earlier = earlier_measures(found, row.month, names=names, further=0)
        return earlier, later_measures(found, row.month, names=names)

    def doses_of(self, person: UUID) -> list[Immunization]:
        """Every dose of a person that counts."""
        found: dict[UUID, Immunization] = {}
        for one in self._members("person", person):
            if one not in self._doses:
                self._read_doses([] if self._is_new(one) else [one], [one])
            found |= self._doses[one] | self._said_doses.get(one, {})
        return [dose for dose in found.values() if dose.status != IN_ERROR]

    def look_up(self, kind: str, owners: Iterable[UUID]) -> None:
        """Asks for what hangs on many owners at once."""
        if kind in _OWNER:
            unknown = [one for one in set(owners) if one not in self._rows]
            for at in range(0, len(unknown), _PART):
                self._read_rows(kind, unknown[at : at + _PART], unknown[at : at + _PART])
        elif kind == Immunization.KIND:
            unknown = [one for one in set(owners) if one not in self._doses]
            for at in range(0, len(unknown), _PART):
                self._read_doses(unknown[at : at + _PART], unknown[at : at + _PART])

    def _read_rows(self, kind: str, asked: Sequence[UUID], known: Iterable[UUID]) -> None:
        self._rows.update({one: {} for one in known})
        if not asked:
            return
        rows = self._tx.exec_driver_sql(
            f"SELECT {_OWNER[kind]}, month, visit_date, {_MEASURES[kind]} FROM {kind}"
            f" WHERE {_OWNER[kind]} IN ({','.join('?' * len(asked))}){self._here()} AND {_ANY[kind]} IS NOT NULL"
            " AND visit_date IS NOT NULL AND month IS NOT NULL AND coalesce(status, 'active') != 'entered_in_error'",
            tuple(one.bytes for one in asked),
        )
        for owner, month, day, *measures in rows:
            self._rows[UUID(bytes=owner)][month] = _Row(date.fromisoformat(day), *measures)

    def _read_doses(self, asked: Sequence[UUID], known: Iterable[UUID]) -> None:
        self._doses.update({one: {} for one in known})
        if not asked:
            return
        rows = self._tx.exec_driver_sql(
            f"SELECT id, {', '.join(column_names('immunization'))} FROM immunization"
            f" WHERE person_id IN ({','.join('?' * len(asked))}){self._here()}",
            tuple(one.bytes for one in asked),
        )
        build = record_from_row("immunization")
        for row in rows:
            dose = build(row)
            if isinstance(dose, Immunization):
                self._doses[dose.person_id][dose.id] = dose


def _owner(record: ChildVisit | PregnancyVisit) -> UUID:
    return record.person_id if isinstance(record, ChildVisit) else record.pregnancy_id


def _kind_of_owner(kind: str) -> str:
    return "person" if kind == ChildVisit.KIND else "pregnancy"


def _row_of(record: ChildVisit | PregnancyVisit) -> _Row | None:
    if isinstance(record, PregnancyVisit):
        return _Row(record.visit_date, record.weight_g, None, None, record.muac_mm, None)
    return _Row(
        record.visit_date,
        record.weight_g,
        record.length_mm,
        record.head_circumference_mm,
        record.muac_mm,
        record.measure_position,
    )
