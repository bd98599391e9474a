"""One village read for the lists of a month: everything that follows from its records alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from kpm_desktop.commands.households.target_rows import HouseholdRow, TargetRow
from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.db.queries import village_records
from kpm_desktop.db.queries.village_records import Named, Unfinished
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import Month, Quarter, completed_months, month_number, month_of, month_text
from kpm_desktop.domain.entry.pregnancy import in_no_list
from kpm_desktop.domain.merging.groups import Groups, resolve
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.household import Household, Posyandu
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.roster import Notice, Target, roster, row_ids
from kpm_desktop.domain.row_by_row import row_by_row
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.targets import gone_by
from kpm_desktop.domain.scorecard.village import Village, VillageRecords, arrange
from kpm_desktop.domain.search.found_by import FoundBy
from kpm_desktop.domain.search.name_search import search_key
from kpm_desktop.domain.search.why_found import KnownAs, key_of, packed

#: How far back the newest answers about somebody are looked for.
MONTHS_BACK = 12
_KINDS = ("household", "person", "pregnancy", "pregnancy_visit", "child_visit")


class Checklists(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Whose state and draft a row shows. kind: of its checklists. held: the ids of all that the newest is read from;
    begun: further ones the month's may have been begun under; both as bytes, which are small. is_left: nobody is to be
    visited, unless one was begun."""

    kind: Literal["pregnancy_visit", "child_visit"]
    held: tuple[bytes, ...]
    begun: tuple[bytes, ...]
    is_left: bool


class VillageTargets(msgspec.Struct, frozen=True, array_like=True):
    """The lists of one village as of a day, without what changes while nobody writes a record: the rows are as if all
    of them had been received and nobody had begun a draft. checklists: of each row."""

    rows: tuple[TargetRow, ...]
    checklists: tuple[Checklists, ...]
    others: tuple[TargetRow, ...]
    households: tuple[HouseholdRow, ...]


def village_targets(tx: Transaction, region: str, month: str, today: date) -> VillageTargets:
    """Reads a village (`18.01.04.2001`) for a month (`2026-11`)."""
    village = _Reading(tx, region, Month(month), today)
    return VillageTargets(
        tuple(village.rows), tuple(village.checklists), tuple(village.others()), tuple(village.homes())
    )


@dataclass(slots=True)
class _Names:
    """What rows of one village are called by."""

    region: str
    found_by: FoundBy
    posyandu: dict[UUID, str] = field(default_factory=dict)

    def of(self, home: Household | None) -> str:
        """The name of a household's posyandu."""
        return self.posyandu.get(home.posyandu_id, "") if home is not None and home.posyandu_id else ""


class _Reading:
    """One village, in one transaction."""

    def __init__(self, tx: Transaction, region: str, month: Month, today: date) -> None:
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
        self.checklists: list[Checklists] = []
        made = row_by_row(
            roster(village, month, official_rules(Quarter.of(month.text)), today),
            lambda target: (_row(village, target, self._names), _checklists(village, target, month.text)),
            lambda target: None,  # stands among the others
        )
        for row, of in filter(None, made):
            self.rows.append(row)
            self.checklists.append(of)

    def homes(self) -> Iterator[HouseholdRow]:
        """All households, those entered in error last."""
        groups = self._village.groups["household"]
        yield from row_by_row(
            self._homes.values(),
            lambda home: _home(home, self._names, len(groups.members_of(home.id))),
            lambda home: _unshown_home(home, self._region),
        )

    def others(self) -> Iterator[TargetRow]:
        """Who is in no row: grown-ups, older children, who left, whoever the records say too little of."""
        listed = {row.person_id for row, of in zip(self.rows, self.checklists, strict=True) if not of.is_left}
        people: Groups[Person] = self._village.groups["person"]
        yield from row_by_row(
            (person for person in (*people.records, *people.withdrawn) if person.id not in listed),
            lambda person: self._whole(person, len(people.members_of(person.id))),
            lambda person: self._unshown(person.id, person.full_name),
        )
        yield from row_by_row(
            village_records.unfinished_people(self._tx, self._region),
            lambda found: self._unfinished(*found),
            lambda found: self._unshown(found[0], found[1].full_name),
        )

    def _whole(self, person: Person, entries: int) -> TargetRow:
        notices = tuple(dict.fromkeys(self._why(person)))
        return self._other(person.id, person, notices, self._names.found_by.known(person), entries)

    def _unfinished(self, id: UUID, named: Unfinished) -> TargetRow:
        known = self._names.found_by.unfinished(named.full_name, named.household_id, named.nik, named.kia_number)
        return self._other(id, named, (Notice("incomplete"),), known, 1)

    def _unshown(self, id: UUID, name: str) -> TargetRow:
        """Somebody of whom nothing but the name can be shown."""
        return self._other(id, Unfinished(name, None, None, None, None), (Notice("unshown"),), (), 1)

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
            known_as=packed(known),
            entries=entries,
        )


def _name_of(post: UUID, posts: Sequence[Posyandu]) -> str:
    """Of two linked entries of one posyandu the name of the one they mean."""
    return next((one.name for one in posts if one.id == post), "")


def _checklists(village: Village, target: Target, month: str) -> Checklists:
    newest = target.row or target.last
    held = village.groups[target.row_kind].members_of(newest.id) if newest is not None else ()
    begun = (one for one in row_ids(village, target, month) if one not in held)
    return Checklists(
        "child_visit" if target.pregnancy is None else "pregnancy_visit",
        tuple(one.bytes for one in held),
        tuple(one.bytes for one in begun),
        target.is_left,
    )


def _row(village: Village, target: Target, names: _Names) -> TargetRow:
    person, home = target.person, target.household
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
        state=RecordState.RECEIVED if target.row or target.last else None,
        is_draft=False,
        key=key_of(known),
        known_as=packed(known),
        entries=len(village.groups["person"].members_of(person.id)),
    )


def _unshown_home(home: Household, region: str) -> HouseholdRow:
    """A household of which nothing but the name can be shown."""
    return HouseholdRow(
        region=region,
        id=home.id,
        head_name=home.head_name,
        hamlet="",
        rt="",
        rw="",
        posyandu="",
        status=home.status,
        key=search_key(home.head_name),
    )


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
        known_as=packed(names.found_by.home(home)),
        entries=entries,
    )
