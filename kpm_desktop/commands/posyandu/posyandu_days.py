"""The posyandu of one's villages: how many belong to each, what a day will need, and the days that were held."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kpm_desktop.commands.households.target_list import villages_of
from kpm_desktop.commands.posyandu.day_roster import DayRoster
from kpm_desktop.commands.records.record_states import RecordState, States, most_urgent, read_states
from kpm_desktop.db.queries import household_records
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import month_number, month_text
from kpm_desktop.domain.growth import weight_gain
from kpm_desktop.domain.growth.day_verdict import Skdn, counted, has_growth_card, weight_status
from kpm_desktop.domain.growth.weight_gain import Weighing
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.roster import Target
from kpm_desktop.domain.schedules.care import capsule_for
from kpm_desktop.domain.schedules.dose_plan import open_doses

#: So many of the days that were held are told of.
_DAYS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A posyandu on a day; `id` None: those who name none. month: counts of the month so far. at_home: of those that
    were weighed, how many elsewhere; weighed_before: how many of the list the month before. capsules: vitamin A by
    colour; doses: how many children can be given one, and how often each is, the most frequent first. held: the newest
    day of the month on which somebody was weighed here."""

    region: str
    id: UUID | None
    name: str
    children: int
    mothers: int
    month: Skdn
    at_home: int
    weighed_before: int
    capsules: dict[str, int]
    children_with_doses: int
    doses: tuple[tuple[str, int], ...]
    held: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDay:
    """A day on which children were weighed at a posyandu, and what became of its records."""

    region: str
    post: UUID | None
    name: str
    day: date
    children: int
    weighed: int
    gained: int
    not_gained: int
    state: RecordState


@dataclass(frozen=True, slots=True)
class PosyanduDays:
    """Of all villages that have records here."""

    posts: tuple[Post, ...]
    past: tuple[PastDay, ...]


def posyandu_days(store: Store, *, on: date) -> PosyanduDays:
    """What *Hari posyandu* opens with."""
    with store.reading() as tx:
        states = read_states(tx)
        villages = [_Village(tx, region, on, states) for region in villages_of(tx)]
    past = sorted((day for one in villages for day in one.past()), key=lambda each: (each.day, each.name), reverse=True)
    return PosyanduDays(tuple(post for one in villages for post in one.posts()), tuple(past[:_DAYS]))


class _Village:
    """One of them."""

    def __init__(self, tx: Transaction, region: str, on: date, states: States) -> None:
        self._roster, self._on, self._states = DayRoster(tx, region, on), on, states
        self._region_no = household_records.region_no_of(tx, region) or 0

    def posts(self) -> Iterator[Post]:
        """By name; those without one last, where there are any."""
        for post in self._roster.posts:
            yield self._post(post.id, post.name)
        without = self._post(None, "")
        if without.children or without.mothers:
            yield without

    def _post(self, id: UUID | None, name: str) -> Post:
        own = [each for each in self._roster.of_post(id) if not each.gone]
        children = [each for each in own if each.pregnancy is None]
        rows = [row for each in children if isinstance(row := each.row, ChildVisit) and row.weight_g is not None]
        here = [row.visit_date for row in rows if row.place == "posyandu"]
        doses = [self._doses(each.person) for each in children]
        names = Counter(dose for found in doses for dose in found)
        before = month_text(month_number(self._roster.month) - 1)
        colours = (capsule_for(each.person.birth_date, self._on) for each in children)
        return Post(
            region=self._roster.region,
            id=id,
            name=name,
            children=len(children),
            mothers=len(own) - len(children),
            month=counted((self._has_card(each), self._status(each.person, self._roster.month)) for each in children),
            at_home=len(rows) - len(here),
            weighed_before=sum(self._weight(each.person, before) is not None for each in children),
            capsules=dict(Counter(each.colour for each in colours if each is not None)),
            children_with_doses=sum(bool(found) for found in doses),
            doses=tuple(names.most_common()),
            held=max(here, default=None),
        )

    def _doses(self, child: Person) -> list[str]:
        given = self._roster.village.doses.get(child.id, ())
        return [one.name for one in open_doses(child.birth_date, given, self._on, self._roster.region)]

    def _has_card(self, target: Target) -> bool:
        following = month_text(month_number(self._roster.month) + 1)
        was_weighed = self._roster.was_weighed(target.id, following)
        return has_growth_card(target.person.kia_number, was_weighed=was_weighed)

    def _weight(self, child: Person, month: str) -> Weighing | None:
        row = self._roster.village.child_visits.get(child.id, {}).get(month)
        return None if row is None or row.weight_g is None else Weighing(row.weight_g, month, row.visit_date)

    def _status(self, child: Person, month: str) -> str:
        """N, T, O or B of a month; empty where it was not weighed."""
        now = self._weight(child, month)
        if now is None:
            return ""
        earlier = (one for one in self._roster.village.child_visits.get(child.id, {}) if one < month)
        found = (self._weight(child, one) for one in sorted(earlier, reverse=True))
        before = next((one for one in found if one is not None), None)
        was_weighed = self._roster.was_weighed(child.id, month)
        return weight_status(child.sex, child.birth_date, now, before, was_weighed=was_weighed)

    def past(self) -> Iterator[PastDay]:
        """Every day children of a posyandu were weighed there, of the months that were read."""
        by_day: dict[tuple[date, UUID | None], list[tuple[Person, ChildVisit]]] = {}
        for child in self._roster.village.persons.values():
            post = self._roster.post_of(self._roster.village.households.get(child.household_id))
            for row in self._roster.village.child_visits.get(child.id, {}).values():
                if row.place == "posyandu" and row.weight_g is not None and row.visit_date < self._on:
                    by_day.setdefault((row.visit_date, post), []).append((child, row))
        for (day, post), found in by_day.items():
            yield self._past(day, post, found)

    def _past(self, day: date, post: UUID | None, found: Sequence[tuple[Person, ChildVisit]]) -> PastDay:
        told = Counter(self._status(child, row.month) for child, row in found)
        members = self._roster.village.groups["child_visit"].members_of
        keys = [one for _, row in found for one in members(row.id)]
        return PastDay(
            region=self._roster.region,
            post=post,
            name=self._roster.name_of(post),
            day=day,
            children=sum(1 for each in self._roster.of_post(post) if each.pregnancy is None and not each.gone),
            weighed=len(found),
            gained=told[weight_gain.GAINED],
            not_gained=told[weight_gain.NOT_GAINED],
            state=most_urgent(self._states.of(self._region_no, ChildVisit.KIND, one) for one in keys),
        )
