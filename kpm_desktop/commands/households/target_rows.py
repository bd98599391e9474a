"""The rows of Beranda, Kunjungan, Sasaran and Cari: who is to be visited in a month, and everybody else."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.db.queries.assignments import HomeKey
from kpm_desktop.domain.roster import Kind, Notice
from kpm_desktop.domain.search.why_found import KnownAs, unpacked


class TargetRow(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """One line of a list; everything in it is plain.

    kind: as of a `Target`, or `other`: somebody of the register no form is about this month, whose remarks say why.
    id: of the pregnancy, child or other person. months, days: see `Target`. visited_on: this month's visit, where at
    least one answer was given. last_visit: the newest such one up to this month. is_weighed: a child, in this month.
    state: of the newest checklist; None where there is none. key: what it is found by (`domain/search/found_by`),
    known: the same as texts. entries: how many linked records the person is.
    """

    region: str
    kind: Kind | Literal["other"]
    id: UUID
    person_id: UUID
    household_id: UUID | None
    name: str
    head_name: str
    kia_number: str
    nik: str
    hamlet: str
    rt: str
    rw: str
    posyandu: str
    is_postpartum: bool
    months: int | None
    days: int | None
    notices: tuple[Notice, ...]
    visited_on: date | None
    last_visit: date | None
    is_weighed: bool
    state: RecordState | None
    is_draft: bool
    key: str
    known_as: str = ""
    entries: int = 1

    @property
    def known(self) -> tuple[KnownAs, ...]:
        """What it is found by, as texts."""
        return unpacked(self.known_as)

    @property
    def is_due(self) -> bool:
        """Whether a checklist is to be filled in this month."""
        return self.kind in ("pregnancy", "child")

    @property
    def has_risk(self) -> bool:
        """Whether one of the remarks is a risk."""
        return any(notice.is_risk for notice in self.notices)


class HouseholdRow(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A household, also one without a target this month. known: what it is found by, without its people."""

    region: str
    id: UUID
    head_name: str
    hamlet: str
    rt: str
    rw: str
    posyandu: str
    status: str
    key: str
    known_as: str = ""
    entries: int = 1

    @property
    def known(self) -> tuple[KnownAs, ...]:
        """What it is found by, as texts."""
        return unpacked(self.known_as)

    @property
    def is_active(self) -> bool:
        """Whether it is neither gone nor entered in error."""
        return self.status == "active"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetList:
    """All targets of a month, each household's together, and all households, also those that moved out or were
    entered in error. others: everybody else of the register, so that nobody with a name is in no list. mine: the
    households given to whoever uses this laptop; None where nobody gave any. behind: villages that were not read yet,
    or not since something of them was written or a day began."""

    month: str
    rows: tuple[TargetRow, ...] = ()
    others: tuple[TargetRow, ...] = ()
    households: tuple[HouseholdRow, ...] = ()
    mine: frozenset[HomeKey] | None = None
    behind: int = 0

    @property
    def due(self) -> tuple[TargetRow, ...]:
        """Those a checklist is to be filled in for."""
        return tuple(row for row in self.rows if row.is_due)
