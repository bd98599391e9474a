"""Who is to be visited in a month: what Beranda, Kunjungan and Sasaran show."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Literal
from uuid import UUID

from kpm_desktop.commands.records.assigned_targets import own_households
from kpm_desktop.commands.records.record_states import RecordState, States, read_states
from kpm_desktop.db import settings
from kpm_desktop.db.queries import drafts, village_records
from kpm_desktop.db.queries.village_records import Named
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import Month, Quarter, completed_months, month_number, month_of, month_text
from kpm_desktop.domain.entry.pregnancy import in_no_list
from kpm_desktop.domain.merging.groups import Groups, resolve
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.household import Household, Posyandu
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.domain.roster import Kind, Notice, Target, roster, row_ids
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.targets import gone_by
from kpm_desktop.domain.scorecard.village import Row, Village, VillageRecords, arrange
from kpm_desktop.domain.search.found_by import FoundBy
from kpm_desktop.domain.search.name_search import WordIndex
from kpm_desktop.domain.search.why_found import KnownAs, key_of

#: How far back the newest answers about somebody are looked for.
MONTHS_BACK = 12
_KINDS = ("household", "person", "pregnancy", "pregnancy_visit", "child_visit")


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
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
    known: tuple[KnownAs, ...] = ()
    entries: int = 1

    @property
    def is_due(self) -> bool:
        """Whether a checklist is to be filled in this month."""
        return self.kind in ("pregnancy", "child")

    @property
    def has_risk(self) -> bool:
        """Whether one of the remarks is a risk."""
        return any(notice.is_risk for notice in self.notices)


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdRow:
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
    known: tuple[KnownAs, ...] = ()
    entries: int = 1

    @property
    def is_active(self) -> bool:
        """Whether it is neither gone nor entered in error."""
        return self.status == "active"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetList:
    """All targets of a month, each household's together, and all households, also those that moved out or were
    entered in error. others: everybody else of the register, so that nobody with a name is in no list. mine: the
    households given to whoever uses this laptop; None where nobody gave any. words: of all keys, by the id of their row
    as text."""

    month: str
    rows: tuple[TargetRow, ...] = ()
    others: tuple[TargetRow, ...] = ()
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
        others: list[TargetRow] = []
        homes: list[HouseholdRow] = []
        for region in regions or _villages(tx):
            village = _Reading(tx, region, Month(month), today, states, drafted)
            rows += village.rows
            others += village.others()
            homes += village.homes()
        mine = own_households(tx, today)
    everything: Iterable[TargetRow | HouseholdRow] = chain(rows, others, homes)
    words = WordIndex((str(one.id), one.key) for one in everything)
    return TargetList(
        month=month, rows=tuple(rows), others=tuple(others), households=tuple(homes), mine=mine, words=words
    )


def _villages(tx: Transaction) -> list[str]:
    own = settings.read_identity(tx).regions
    return [code for code in village_records.villages(tx) if is_covered(code, own)]


class _Reading:
    """One village, in one transaction."""

    def __init__(
        self, tx: Transaction, region: str, month: Month, today: date, states: States, drafted: set[UUID]
    ) -> None:
        since = month_text(month_number(min(month.text, month_of(today))) - MONTHS_BACK)
        records = VillageRecords(*(village_records.records_of(tx, kind, region, since=since) for kind in _KINDS))
        self._tx, self._region, self._today = tx, region, today
        self._village = village = arrange(records)
        posts: list[Posyandu] = village_records.records_of(tx, "posyandu", region)
        resolved = resolve(posts)
        homes, people = village.groups["household"], village.groups["person"]
        self._homes: dict[UUID, Household] = {home.id: home for home in (*homes.records, *homes.withdrawn)}
        everybody = (*people.records, *people.withdrawn)
        called = {post.id: _name_of(resolved.means(post.id), posts) for post in posts}
        found_by = FoundBy(everybody, self._homes, village.pregnancies.values(), people.means, called)
        self._names = _Names(region, found_by, called)
        self._carried: dict[UUID, list[Pregnancy]] = {}
        for pregnancy in village.pregnancies.values():
            self._carried.setdefault(pregnancy.person_id, []).append(pregnancy)
        self.rows: list[TargetRow] = []
        for target in roster(village, month, official_rules(Quarter.of(month.text)), today):
            is_draft = not drafted.isdisjoint(row_ids(village, target, month.text))
            if is_draft or not target.is_left:
                self.rows.append(_row(village, target, self._names, states, is_draft=is_draft))

    def homes(self) -> Iterator[HouseholdRow]:
        """All households, those entered in error last."""
        groups = self._village.groups["household"]
        for home in self._homes.values():
            yield _home(home, self._names, len(groups.members_of(home.id)))

    def others(self) -> Iterator[TargetRow]:
        """Who is in no row: grown-ups, older children, who left, whoever the records say too little of."""
        listed = {row.person_id for row in self.rows}
        people: Groups[Person] = self._village.groups["person"]
        for person in (*people.records, *people.withdrawn):
            if person.id not in listed:
                notices, known = tuple(dict.fromkeys(self._why(person))), self._names.found_by.known(person)
                yield self._other(person.id, person, notices, known, len(people.members_of(person.id)))
        for id, named in village_records.unfinished_people(self._tx, self._region):
            found_by = self._names.found_by
            known = found_by.unfinished(named.full_name, named.household_id, named.nik, named.kia_number)
            yield self._other(id, named, (Notice("incomplete"),), known, 1)

    def _why(self, person: Person) -> Iterator[Notice]:
        """Why nobody is visited, where the reader may wonder."""
        gone = person.status if person.status != "active" else gone_by(self._village, person.id, self._today)
        home = self._homes.get(person.household_id)
        if gone:
            yield Notice(gone)
        elif home is not None and home.status == "entered_in_error":
            yield Notice("home_in_error")
        for pregnancy in self._carried.get(person.id, ()):
            for found in in_no_list(pregnancy, self._today):
                yield Notice(found.why.code.partition(".")[2])

    def _other(
        self, id: UUID, person: Named, notices: tuple[Notice, ...], known: tuple[KnownAs, ...], entries: int
    ) -> TargetRow:
        lives = person.household_id
        home = self._homes.get(self._village.groups["household"].means(lives)) if lives is not None else None
        post, born = self._names.of(home), person.birth_date
        return TargetRow(
            region=self._region,
            kind="other",
            id=id,
            person_id=id,
            household_id=home.id if home else None,
            name=person.full_name,
            head_name=home.head_name if home else "",
            kia_number=person.kia_number or "",
            nik=person.nik or "",
            hamlet=home.hamlet or "" if home else "",
            rt=home.rt or "" if home else "",
            rw=home.rw or "" if home else "",
            posyandu=post,
            is_postpartum=False,
            months=max(completed_months(born, self._today), 0) if born else None,
            days=(self._today - born).days if born else None,
            notices=notices,
            visited_on=None,
            last_visit=None,
            is_weighed=False,
            state=None,
            is_draft=False,
            key=key_of(known),
            known=known,
            entries=entries,
        )


def _name_of(post: UUID, posts: Sequence[Posyandu]) -> str:
    """Of two linked entries of one posyandu the name of the one they mean."""
    return next((one.name for one in posts if one.id == post), "")


def _row(village: Village, target: Target, names: _Names, states: States, *, is_draft: bool) -> TargetRow:
    person, home, held = target.person, target.household, target.row or target.last
    kia = (target.pregnancy.kia_number if target.pregnancy else None) or person.kia_number or ""
    post, known = names.of(home), names.found_by.known(person)
    return TargetRow(
        region=names.region,
        kind=target.kind,
        id=target.id,
        person_id=person.id,
        household_id=person.household_id,
        name=person.full_name,
        head_name=home.head_name if home else "",
        kia_number=kia,
        nik=person.nik or "",
        hamlet=home.hamlet or "" if home else "",
        rt=home.rt or "" if home else "",
        rw=home.rw or "" if home else "",
        posyandu=post,
        is_postpartum=target.is_postpartum,
        months=target.months,
        days=target.days,
        notices=target.notices,
        visited_on=target.visit.visit_date if target.visit else None,
        last_visit=target.last.visit_date if target.last else None,
        is_weighed=isinstance(target.row, ChildVisit)
        and bool(target.row.was_weighed or target.row.weight_g is not None),
        state=RecordState.DRAFT if is_draft else _state(village, target, held, states) if held else None,
        is_draft=is_draft,
        key=key_of(known),
        known=known,
        entries=len(village.groups["person"].members_of(person.id)),
    )


def _state(village: Village, target: Target, held: Row, states: States) -> RecordState:
    """Of all rows the newest checklist is read from."""
    return states.of_group(target.row_kind, village.groups[target.row_kind].members_of(held.id))


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
        known=names.found_by.home(home),
        entries=entries,
    )
