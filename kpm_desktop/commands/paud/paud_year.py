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
from kpm_desktop.domain.calendar import Month, Quarter, completed_months, month_of
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
class PaudYear:
    """months: those of the year that have begun."""

    year: int
    months: tuple[str, ...]
    rows: tuple[PaudRow, ...]


def paud_year(store: Store, *, year: int, on: date) -> PaudYear:
    """All villages that have records here; children by name."""
    months = tuple(month for month in (f"{year:04d}-{number:02d}" for number in range(1, 13)) if month <= month_of(on))
    with store.reading() as tx:
        begun = {(draft.region, draft.id): draft for draft in drafts.of_user(tx, store.user) if draft.kind == KIND}
        rows = [row for region in villages_of(tx) for row in _rows(tx, region, months, on, begun)]
    return PaudYear(year, months, tuple(sorted(rows, key=lambda row: row.person.full_name)))


def _rows(
    tx: Transaction, region: str, months: Sequence[str], on: date, begun: Mapping[tuple[str, UUID], Draft]
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
        cells = {
            month: _cell(tx, number, region, village, child, month, begun)
            for month in months
            if _is_asked(village, child, month, on)
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
    too."""
    if month in village.attendances.get(child.id, {}):
        return True
    rules = official_rules(Quarter.of(month)).paud
    day = min(Month(month).last, on)
    is_of_age = rules.first_months <= completed_months(child.birth_date, day) <= rules.last_months
    return is_of_age and not gone_by(village, child.id, day)


def _cell(
    tx: Transaction,
    region_no: int,
    region: str,
    village: Village,
    child: Person,
    month: str,
    begun: Mapping[tuple[str, UUID], Draft],
) -> PaudCell:
    row = village.attendances.get(child.id, {}).get(month)
    made = derived_id(KIND, {"person_id": str(child.id), "month": month})
    assert made is not None
    ids = (row.id, *village.groups[KIND].members_of(row.id)) if row is not None else (made,)
    draft = next((begun[region, one] for one in (*ids, made) if (region, one) in begun), None)
    marks = marks_of_group(tx, KIND, ids, region_no) if row is not None else {}
    return PaudCell(
        record=ids[0],
        held=row.attendance if row is not None else None,
        draft=None if draft is None else draft.answers.get("attendance") or "",
        is_disputed="attendance" in marks.get("conflict", ()),
    )
