"""Who belongs to whom in a region, as entry by hand asks about it. Linked entries of one person or household are one:
each is named once, by its representative."""

from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.db.journal.groups import as_one, groups_of, read_rows
from kpm_desktop.domain.merging.groups import IN_ERROR, resolve
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy


def ongoing_of(tx: Connection, region_no: int, person: UUID) -> list[UUID]:
    """The pregnancies of a woman that have not ended."""
    return [one.id for one in pregnancies_of(tx, region_no, person) if one.outcome == "ongoing"]


def pregnancies_of(tx: Connection, region_no: int, person: UUID) -> list[Pregnancy]:
    """The pregnancies of a woman, none that was entered in error."""
    own = read_rows(tx, "pregnancy", region_no, "person_id", groups_of(tx, "person", region_no, [person]))
    carried = groups_of(tx, "pregnancy", region_no, [one.id for one in own])
    return list(resolve(read_rows(tx, "pregnancy", region_no, "id", carried)).records)


def children_of(tx: Connection, region_no: int, mother: UUID) -> list[UUID]:
    """The living children who name a woman as their mother."""
    found = _people(tx, region_no, "person", "mother_id", mother)
    return [one.id for one in found if one.status in ("active", "moved_out")]


def members_of(tx: Connection, region_no: int, household: UUID) -> list[UUID]:
    """Everybody in a household who is neither gone nor entered in error."""
    return [one.id for one in _people(tx, region_no, "household", "household_id", household) if one.status == "active"]


def left_with(tx: Connection, region_no: int, household: UUID) -> list[UUID]:
    """Everybody in a household who moved out on the day the household did."""
    rows = read_rows(tx, "household", region_no, "id", groups_of(tx, "household", region_no, [household]))
    homes: tuple[Household, ...] = resolve(rows).records
    days = [one.status_date for one in homes if one.status == "moved_out"]
    people = _people(tx, region_no, "household", "household_id", household)
    return [one.id for one in people if one.status == "moved_out" and one.status_date in days]


def status_of(tx: Connection, region_no: int, kind: str, record: UUID) -> str:
    """The status a record is read with."""
    return as_one(tx, kind, region_no, record).shown().get("status") or "active"


def _people(tx: Connection, region_no: int, kind: str, column: str, owner: UUID) -> list[Person]:
    """Those whose household or mother is read as this one, none entered in error."""
    owners = groups_of(tx, kind, region_no, [owner])
    own = read_rows(tx, "person", region_no, column, owners)
    people: list[Person] = read_rows(
        tx, "person", region_no, "id", groups_of(tx, "person", region_no, [one.id for one in own])
    )
    return [one for one in resolve(people).records if getattr(one, column) in owners and one.status != IN_ERROR]
