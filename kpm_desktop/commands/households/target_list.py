"""Who is to be visited in a month: what Beranda, Kunjungan and Sasaran show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from msgspec.structs import replace

from kpm_desktop.commands.households.target_rows import HouseholdRow, TargetList, TargetRow
from kpm_desktop.commands.households.village_targets import Checklists, VillageTargets, village_targets
from kpm_desktop.commands.records.assigned_targets import own_households
from kpm_desktop.commands.records.record_states import RecordState, States, read_states
from kpm_desktop.db import settings
from kpm_desktop.db.queries import drafts, village_records
from kpm_desktop.db.queries.assignments import HomeKey
from kpm_desktop.db.queries.survey import region_codes
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.regions.coverage import is_covered


def target_list(store: Store, month: str, *, today: date, regions: Sequence[str] = ()) -> TargetList:
    """The targets of a month (`2026-11`) in all villages that have records here, or in some of them."""
    with store.reading() as tx:
        progress = read_progress(tx, store.user)
        villages = [
            progress.shown_in(village_targets(tx, region, month, today)) for region in regions or villages_of(tx)
        ]
        return join_villages(month, villages, mine=own_households(tx, today))


def villages_of(tx: Transaction) -> list[str]:
    """The villages of this profile that have records here."""
    own = settings.read_identity(tx).regions
    return [code for code in village_records.villages(tx) if is_covered(code, own)]


class VillageList(NamedTuple):
    """The lists of one village as they are shown."""

    rows: tuple[TargetRow, ...]
    others: tuple[TargetRow, ...]
    households: tuple[HouseholdRow, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far what was entered has come: the states of the records, the ids of those this user has a draft of, and of
    those that are not simply received. numbers: of regions, by code."""

    states: States
    drafted: frozenset[bytes]
    unsettled: frozenset[bytes]
    numbers: Mapping[str, int]

    def is_same(self, other: "Progress | None") -> bool:
        """Whether every row would be shown alike."""
        return (
            other is not None
            and self.drafted == other.drafted
            and self.states.on_the_way == other.states.on_the_way
            and self.states.marked == other.states.marked
        )

    def shown_in(self, village: VillageTargets) -> VillageList:
        """A village's lists with the state of each row. Whoever is gone is a row only while there is a draft."""
        rows: list[TargetRow] = []
        returned: set[UUID] = set()
        for row, of in zip(village.rows, village.checklists, strict=True):
            is_draft = bool(self.drafted) and not self.drafted.isdisjoint((*of.held, *of.begun))
            if of.is_left and not is_draft:
                continue
            if of.is_left:
                returned.add(row.person_id)
            rows.append(self._in_state(row, of, is_draft=is_draft))
        others = tuple(row for row in village.others if row.person_id not in returned) if returned else village.others
        return VillageList(tuple(rows), others, village.households)

    def _in_state(self, row: TargetRow, of: Checklists, *, is_draft: bool) -> TargetRow:
        if is_draft:
            return replace(row, state=RecordState.DRAFT, is_draft=True)
        if self.unsettled.isdisjoint(of.held):
            return row
        return replace(
            row, state=self.states.of_group(self.numbers[row.region], of.kind, (UUID(bytes=one) for one in of.held))
        )


def read_progress(tx: Transaction, user: str) -> Progress:
    """The states and drafts as they are now."""
    states = read_states(tx)
    drafted = frozenset(draft.id.bytes for draft in drafts.of_user(tx, user))
    unsettled = frozenset(record.bytes for _, _, record in (*states.on_the_way, *states.marked))
    return Progress(states, drafted, unsettled, {code: no for no, code in region_codes(tx).items()})


def join_villages(
    month: str, villages: Iterable[VillageList], *, mine: frozenset[HomeKey] | None, behind: int = 0
) -> TargetList:
    """One list of all villages."""
    read = list(villages)
    return TargetList(
        month=month,
        rows=tuple(row for village in read for row in village.rows),
        others=tuple(row for village in read for row in village.others),
        households=tuple(home for village in read for home in village.households),
        mine=mine,
        behind=behind,
    )
