"""Who is to be visited in a month: what Beranda, Kunjungan and Sasaran show."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kpm_desktop.commands.assigned_targets import own_households
from kpm_desktop.commands.record_states import RecordState, States, read_states
from kpm_desktop.db import drafts, settings, village_records
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import Month, month_number, month_of, month_text
from kpm_desktop.domain.found_by import FoundBy
from kpm_desktop.domain.groups import resolve
from kpm_desktop.domain.name_search import WordIndex
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.places import Household, Posyandu
from kpm_desktop.domain.roster import Kind, Remark, Target, roster, row_ids
from kpm_desktop.domain.scorecard.ruleset import load_ruleset
from kpm_desktop.domain.scorecard.village import Row, Village, VillageRecords, arrange
from kpm_desktop.domain.streams import covers

#: How far back the newest answers about somebody are looked for.
MONTHS_BACK = 12
_KINDS = ("household", "person", "pregnancy", "pregnancy_visit", "child_visit")


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """One line of a list; everything in it is plain.

    id: of the pregnancy or child. months, days: see `Target`. visited_on: this month's visit. last_visit: the
    newest one up to this month. is_weighed: a child, in this month. state: of the newest checklist; None where
    there is none. key: what it is found by (`domain/found_by`). entries: how many linked records the person is.
    """

    region: str
    kind: Kind
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
    remarks: tuple[Remark, ...]
    visited_on: date | None
    last_visit: date | None
    is_weighed: bool
    state: RecordState | None
    is_draft: bool
    key: str
    entries: int = 1

    @property
    def is_due(self) -> bool:
        """Whether a checklist is to be filled in this month."""
        return self.kind != "older_child"

    @property
    def has_risk(self) -> bool:
        """Whether one of the remarks is a risk."""
        return any(remark.is_risk for remark in self.remarks)


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdRow:
    """A household, also one without a target this month."""

    region: str
    id: UUID
    head_name: str
    hamlet: str
    rt: str
    rw: str
    posyandu: str
    status: str
    key: str
    entries: int = 1

    @property
    def is_active(self) -> bool:
        """Whether it is neither gone nor entered in error."""
        return self.status == "active"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetList:
    """All targets of a month, each household's together, and all households, also those that moved out or were
    entered in error. mine: the households given to whoever uses this laptop; None where nobody gave any. words: of all
    keys, by the id of their row as text."""

    month: str
    rows: tuple[TargetRow, ...] = ()
    households: tuple[HouseholdRow, ...] = ()
    mine: frozenset[UUID] | None = None
    words: WordIndex | None = None

    @property
    def due(self) -> tuple[TargetRow, ...]:
        """Those a checklist is to be filled in for."""
        return tuple(row for row in self.rows if row.is_due)


@dataclass(slots=True)
class _Names:
    """What rows of one village are called by."""

    region: str
    found_by: FoundBy
    posyandu: dict[UUID, str] = field(default_factory=dict)

    def of(self, home: Household | None) -> str:
        """The name of a household's posyandu."""
        return self.posyandu.get(home.posyandu_id, "") if home is not None and home.posyandu_id else ""


def target_list(store: Store, month: str, *, today: date, regions: Sequence[str] = ()) -> TargetList:
    """The targets of a month (`2026-11`) in all villages that have records here, or in some of them."""
    with store.reading() as tx:
        states = read_states(tx)
        drafted = {draft.id for draft in drafts.of_user(tx, store.user)}
        rows: list[TargetRow] = []
        homes: list[HouseholdRow] = []
        for region in regions or _villages(tx):
            _read_village(tx, region, Month(month), today, states, drafted, rows, homes)
        mine = own_households(tx, today)
    words = WordIndex([*((str(row.id), row.key) for row in rows), *((str(home.id), home.key) for home in homes)])
    return TargetList(month=month, rows=tuple(rows), households=tuple(homes), mine=mine, words=words)


def _villages(tx: Transaction) -> list[str]:
    own = settings.read_identity(tx).regions
    return [code for code in village_records.villages(tx) if any(covers(region, code) for region in own)]


def _read_village(
    tx: Transaction,
    region: str,
    month: Month,
    today: date,
    states: States,
    drafted: set[UUID],
    rows: list[TargetRow],
    homes: list[HouseholdRow],
) -> None:
    since = month_text(month_number(min(month.text, month_of(today))) - MONTHS_BACK)
    records = VillageRecords(*(village_records.records_of(tx, kind, region, since=since) for kind in _KINDS))
    village = arrange(records)
    posts: list[Posyandu] = village_records.records_of(tx, "posyandu", region)
    resolved = resolve(posts)
    called = {post.id: _name_of(resolved.means(post.id), posts) for post in posts}
    names = _Names(region, _found_by(village, called), called)
    for target in roster(village, month, load_ruleset("KPM-2018"), today):
        is_draft = not drafted.isdisjoint(row_ids(village, target, month.text))
        rows.append(_row(village, target, names, states, is_draft=is_draft))
    groups = village.groups["household"]
    homes += [
        _home(home, names, len(groups.members_of(home.id)))
        for home in (*village.households.values(), *groups.withdrawn)
    ]


def _found_by(village: Village, posyandu: dict[UUID, str]) -> FoundBy:
    homes = {home.id: home for home in (*village.households.values(), *village.groups["household"].withdrawn)}
    people, pregnancies = village.persons.values(), village.pregnancies.values()
    return FoundBy(people, homes, pregnancies, village.groups["person"].means, posyandu)


def _name_of(post: UUID, posts: Sequence[Posyandu]) -> str:
    """Of two linked entries of one posyandu the name of the one they mean."""
    return next((one.name for one in posts if one.id == post), "")


def _row(village: Village, target: Target, names: _Names, states: States, *, is_draft: bool) -> TargetRow:
    person, home, last = target.person, target.household, target.row or target.last
    kia = (target.pregnancy.kia_number if target.pregnancy else None) or person.kia_number or ""
    place = home.hamlet or "" if home else ""
    head = home.head_name if home else ""
    post = names.of(home)
    return TargetRow(
        region=names.region,
        kind=target.kind,
        id=target.id,
        person_id=person.id,
        household_id=person.household_id,
        name=person.full_name,
        head_name=head,
        kia_number=kia,
        nik=person.nik or "",
        hamlet=place,
        rt=home.rt or "" if home else "",
        rw=home.rw or "" if home else "",
        posyandu=post,
        is_postpartum=target.is_postpartum,
        months=target.months,
        days=target.days,
        remarks=target.remarks,
        visited_on=target.row.visit_date if target.row else None,
        last_visit=last.visit_date if last else None,
        is_weighed=isinstance(target.row, ChildVisit)
        and bool(target.row.was_weighed or target.row.weight_g is not None),
        state=RecordState.DRAFT if is_draft else _state(village, target, last, states) if last else None,
        is_draft=is_draft,
        key=names.found_by.person(person),
        entries=len(village.groups["person"].members_of(person.id)),
    )


def _state(village: Village, target: Target, last: Row, states: States) -> RecordState:
    """Of all rows the newest checklist is read from."""
    return states.of_group(target.row_kind, village.groups[target.row_kind].members_of(last.id))


def _home(home: Household, names: _Names, entries: int) -> HouseholdRow:
    post = names.of(home)
    return HouseholdRow(
        region=names.region,
        id=home.id,
        head_name=home.head_name,
        hamlet=home.hamlet or "",
        rt=home.rt or "",
        rw=home.rw or "",
        posyandu=post,
        status=home.status,
        key=names.found_by.household(home),
        entries=entries,
    )
