"""Two or more records are the same person, household, pregnancy or posyandu: from now on they are read as one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.record_groups import Group, check_possible, check_same, group
from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.db.journal.groups import representative
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.queries.families import pregnancies_of
from kpm_desktop.db.queries.flag_answers import said_distinct
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.merging.links import joined
from kpm_desktop.domain.merging.obstacles import same_pregnancy


@dataclass(frozen=True, slots=True)
class Merged:
    """id: what the group is read as. pregnancies: how many of a woman's turned out to be the same."""

    kind: str
    id: UUID
    pregnancies: int


def merge_records(
    store: Store,
    records: Sequence[UUID],
    *,
    region: str = "",
    today: date,
    sure: bool = False,
    clock: Clock = system_clock,
) -> Merged:
    """Links the records; the first one's values are read before the others'. Nothing is copied or lost, and
    `unmerge_record` undoes it. A woman's two entries of one pregnancy are linked with her.

    Refused where they cannot be the same; Objected likewise, naming the record (counted from 0) and its field; Doubted
    where something asks to look again and not `sure`.
    """
    if len(set(records)) < 2:
        raise refused("duplicates.need_two")
    with store.writing() as tx:
        merging = _Merging(tx, region, today, sure=sure, clock=clock)
        for at, record in enumerate(records[1:], start=1):
            merging.join(at, records[0], record)
        lead = group(tx, records[0], region)
        carried = merging.join_pregnancies(lead) if lead.kind == "person" else 0
        return Merged(lead.kind, lead.read.id, carried)


class _Merging:
    """One merge on its way."""

    def __init__(self, tx: Transaction, region: str, today: date, *, sure: bool, clock: Clock) -> None:
        self._tx, self._region, self._today, self._sure, self._clock = tx, region, today, sure, clock

    def join(self, at: int, lead: UUID, record: UUID) -> None:
        one, other = group(self._tx, lead, self._region), group(self._tx, record, self._region)
        check_possible(one, other)
        check_same(self._tx, one, other, at=at, sure=self._sure)
        self._link(one, other)

    def join_pregnancies(self, home: Group) -> int:
        """Links what can only be one pregnancy, unless somebody said that it is not."""
        woman = home.read.id
        said = {
            frozenset(representative(self._tx, kind, each, home.region_no) for each in (one, other))
            for kind, one, other in said_distinct(self._tx, home.region)
            if kind == "pregnancy"
        }
        carried = sorted(
            pregnancies_of(self._tx, home.region_no, woman), key=lambda one: (one.person_id != woman, one.id)
        )
        count = 0
        for at, one in enumerate(carried):
            for other in carried[at + 1 :]:
                lead, follows = group(self._tx, one.id, home.region), group(self._tx, other.id, home.region)
                if lead.ids & follows.ids or frozenset((lead.read.id, follows.read.id)) in said:
                    continue
                if same_pregnancy(one, other):
                    self._link(lead, follows)
                    count += 1
        return count

    def _link(self, lead: Group, other: Group) -> None:
        links = joined(lead.links, lead.read.id, other.links, other.read.id)
        edits = [
            Edit(lead.kind, {"merged_into_id": target}, record, region=lead.region) for record, target in links.items()
        ]
        save_in(self._tx, edits, today=self._today, sure=True, clock=self._clock)
