"""Form 2C of a year: every child of two to six years with its months, as far as they have begun."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kpm_desktop.commands.households.target_list import villages_of
from kpm_desktop.db.journal.rows import marks_of_group
from kpm_desktop.db.queries import drafts, household_records, village_records
from kpm_desktop.db.queries.drafts import Draft
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import Month, Quarter, completed_months, month_number, month_of, month_text
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.records.paud import PaudAttendance
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.targets import gone_by
from kpm_desktop.domain.scorecard.village import Village, VillageRecords, arrange

KIND = PaudAttendance.KIND
#: What a year is read from.
KINDS = frozenset({"person", "household", "posyandu", KIND})
#: From this age on the child itself goes; before it the parents take part in parenting (form 2C, columns d and e).
CLASS_FROM_MONTHS = 36
#: So many months before this one are asked too where they are of the year before: a list is filled in late.
_MONTHS_BACK = 2


@dataclass(frozen=True, slots=True)
class PaudCell:
    """A child in a month. record: what is written. held: what is saved; draft: what this user entered and did not save,
    an empty text where it was emptied."""

    record: UUID
    held: str | None = None
    draft: str | None = None
    is_disputed: bool = False

    @property
    def value(self) -> str:
        """What stands there; empty for nothing."""
        return self.draft if self.draft is not None else self.held or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaudRow:
    """cells: by month, those in which the child is of the age and lives here. months_old: on the day."""

    region: str
    person: Person
    household: Household | None
    posyandu: str
    months_old: int
    cells: Mapping[str, PaudCell]

    @property
    def is_of_class(self) -> bool:
        """Whether the child itself goes to PAUD, rather than its parents to parenting."""
        return self.months_old >= CLASS_FROM_MONTHS


@dataclass(frozen=True, slots=True)
class _Begun:
    """The drafts of a child in a month, the newest first, the record they belong to, and its key while it has yet to be
    made."""

    record: UUID
    drafts: tuple[Draft, ...]
    key: Mapping[str, str]

    @property
    def is_scattered(self) -> bool:
        """Whether a draft has to be brought to the record it belongs to now."""
        return any(draft.id != self.record for draft in self.drafts)


@dataclass(frozen=True, slots=True)
class PaudYear:
    """months: those of the year that have begun, and in its first two the last ones before."""

    year: int
    months: tuple[str, ...]
    rows: tuple[PaudRow, ...]


def paud_year(store: Store, *, year: int, on: date) -> PaudYear:
    """All villages that have records here; children by name."""
    first = min(month_number(f"{year:04d}-01"), month_number(month_of(on)) - _MONTHS_BACK)
    last = min(month_number(f"{year:04d}-12"), month_number(month_of(on)))
    months = tuple(month_text(number) for number in range(first, last + 1))
    rows, scattered = _read(store, months, on)
    if scattered:
        with store.writing() as tx:
            for each in scattered:
                drafts.gather(tx, each.drafts, each.record, each.key)
        rows, _ = _read(store, months, on)
    return PaudYear(year, months, tuple(sorted(rows, key=lambda row: row.person.full_name)))


def _read(store: Store, months: Sequence[str], on: date) -> tuple[list[PaudRow], list[_Begun]]:
    scattered: list[_Begun] = []
    with store.reading() as tx:
        begun = {(draft.region, draft.id): draft for draft in drafts.of_user(tx, store.user) if draft.kind == KIND}
        rows = [row for region in villages_of(tx) for row in _rows(tx, region, months, on, begun, scattered)]
    return rows, scattered


def _rows(
    tx: Transaction,
    region: str,
    months: Sequence[str],
    on: date,
    begun: Mapping[tuple[str, UUID], Draft],
    scattered: list[_Begun],
) -> Iterator[PaudRow]:
    village = arrange(
        VillageRecords(
            households=village_records.records_of(tx, "household", region),
            persons=village_records.records_of(tx, "person", region),
            paud_attendances=village_records.records_of(tx, KIND, region, since=months[0] if months else ""),
        )
    )
    number = household_records.region_no_of(tx, region) or 0
    posts = household_records.posyandu_groups(tx, number)
    names = {post.id: post.name for post in posts.records}
    for child in village.persons.values():
        found = {month: _begun(region, village, child, month, begun) for month in months}
        scattered += [each for each in found.values() if each.is_scattered]
        cells = {
            month: _cell(tx, number, village, child, month, each)
            for month, each in found.items()
            if each.drafts or _is_asked(village, child, month, on)
        }
        if cells:
            home = village.households.get(child.household_id)
            post = home.posyandu_id if home is not None else None
            yield PaudRow(
                region=region,
                person=child,
                household=home,
                posyandu=names.get(posts.means(post), "") if post is not None else "",
                months_old=completed_months(child.birth_date, on),
                cells=cells,
            )


def _is_asked(village: Village, child: Person, month: str, on: date) -> bool:
    """Whether form 2C asks of a child in a month: by its age at the month's end, or today; what is recorded is asked
    too, as what was begun is."""
    if month in village.attendances.get(child.id, {}):
        return True
    rules = official_rules(Quarter.of(month)).paud
    day = min(Month(month).last, on)
    is_of_age = rules.first_months <= completed_months(child.birth_date, day) <= rules.last_months
    return is_of_age and not gone_by(village, child.id, day)


def _begun(region: str, village: Village, child: Person, month: str, begun: Mapping[tuple[str, UUID], Draft]) -> _Begun:
    """What the user began for a child in a month, by whichever of its linked entries."""
    row = village.attendances.get(child.id, {}).get(month)
    owners = dict.fromkeys((child.id, *village.groups["person"].members_of(child.id)))
    derived = [derived_id(KIND, {"person_id": str(one), "month": month}) for one in owners]
    held = (row.id, *village.groups[KIND].members_of(row.id)) if row is not None else ()
    ids = tuple(dict.fromkeys((*held, *(one for one in derived if one is not None))))
    own = sorted((begun[region, one] for one in ids if (region, one) in begun), key=lambda each: each.at, reverse=True)
    key = {} if row is not None else {"person_id": str(child.id), "month": month}
    return _Begun(ids[0], tuple(own), key)


def _cell(tx: Transaction, region_no: int, village: Village, child: Person, month: str, begun: _Begun) -> PaudCell:
    row = village.attendances.get(child.id, {}).get(month)
    ids = (row.id, *village.groups[KIND].members_of(row.id)) if row is not None else ()
    marks = marks_of_group(tx, KIND, ids, region_no) if row is not None else {}
    return PaudCell(
        record=begun.record,
        held=row.attendance if row is not None else None,
        draft=begun.drafts[0].answers.get("attendance") or "" if begun.drafts else None,
        is_disputed="attendance" in marks.get("conflict", ()),
    )
