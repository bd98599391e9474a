"""The households something is due in, in the order of importance: what *Tugas bulan ini* shows and prints."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from kpm_desktop.commands.due.month_due import due_in, own_villages
from kpm_desktop.commands.records.recent_village import read_recent
from kpm_desktop.db.queries import assignments, village_records
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import Month, Quarter, month_of
from kpm_desktop.domain.due.item import Due, urgency
from kpm_desktop.domain.due.tasks import DueHome, tasks_of
from kpm_desktop.domain.merging.groups import resolve
from kpm_desktop.domain.records.checklists import has_answer
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.roster import is_carried
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.targets import is_child_of
from kpm_desktop.domain.scorecard.village import Village

_Key = tuple[str, UUID | None]


def due_homes(store: Store, *, on: date, regions: Sequence[str] = ()) -> list[DueHome]:
    """Of all villages that have records here, or of some. Refused as `month_due`."""
    with store.reading() as tx:
        read = [(region, _Reading(tx, region, on)) for region in own_villages(tx, regions)]
    found: dict[_Key, list[Due]] = {}
    for region, reading in read:
        for due in reading.rows:
            found.setdefault((region, due.household.id if due.household is not None else None), []).append(due)
    by_importance = sorted(found.items(), key=lambda each: urgency(each[1][0], on))
    readings = dict(read)
    return [readings[key[0]].home(key[1], number, rows) for number, (key, rows) in enumerate(by_importance, 1)]


class _Reading:
    """One village, in one transaction."""

    def __init__(self, tx: Transaction, region: str, on: date) -> None:
        village = read_recent(tx, region, on)
        self._region = region
        self.rows = due_in(tx, region, village, on)
        self._homes = village.households
        posts = resolve(village_records.records_of(tx, "posyandu", region))
        self._posts: dict[UUID, str] = {post.id: post.name for post in posts.records}
        self._means_post = posts.means
        self._cadres = _cadres_of(tx, region, village, on)
        self._with_forms = set(_with_forms(village, on))
        self._visited: dict[UUID, list[tuple[str, date]]] = {}
        for household, name, day in _visited(village, month_of(on)):
            self._visited.setdefault(household, []).append((name, day))

    def home(self, id: UUID | None, number: int, rows: Sequence[Due]) -> DueHome:
        """A household with its tasks; without one, what is due for people whose household is not held."""
        home = self._homes.get(id) if id is not None else None
        return DueHome(
            region=self._region,
            household=id,
            number=number,
            head=home.head_name if home is not None else rows[0].name,
            hamlet=(home.hamlet or "") if home is not None else "",
            rt=(home.rt or "") if home is not None else "",
            rw=(home.rw or "") if home is not None else "",
            posyandu=self._post(home),
            cadres=tuple(sorted(self._cadres.get(id, ()))) if id is not None else (),
            tasks=tasks_of(rows),
            visited=tuple(self._visited.get(id, ())) if id is not None else (),
            has_forms=id in self._with_forms,
        )

    def _post(self, home: Household | None) -> str:
        if home is None or home.posyandu_id is None:
            return ""
        return self._posts.get(self._means_post(home.posyandu_id), "")


def _cadres_of(tx: Transaction, region: str, village: Village, on: date) -> dict[UUID, set[str]]:
    """The names of those each household was given to."""
    names, means = assignments.cadre_names(tx, region), village.groups["household"].means
    found: dict[UUID, set[str]] = {}
    for row in assignments.assignments(tx):
        if row.region == region and row.holds(on) and names.get(row.cadre):
            found.setdefault(means(row.household), set()).add(names[row.cadre])
    return found


def _with_forms(village: Village, on: date) -> Iterator[UUID]:
    """The households in which somebody has form 2A or 2B in the month of a day."""
    month = Month(month_of(on))
    rules = official_rules(Quarter.of(month.text))
    for child in village.persons.values():
        if is_child_of(child, month, rules.children):
            yield child.household_id
    for pregnancy in village.pregnancies.values():
        mother = village.persons.get(pregnancy.person_id)
        visits = village.pregnancy_visits.get(pregnancy.id, {})
        if mother is not None and is_carried(pregnancy, visits, month, rules, on):
            yield mother.household_id


def _visited(village: Village, month: str) -> Iterator[tuple[UUID, str, date]]:
    """Household, name and day of everybody who was visited in a month."""
    for pregnancy in village.pregnancies.values():
        row = village.pregnancy_visits.get(pregnancy.id, {}).get(month)
        person = village.persons.get(pregnancy.person_id)
        if row is not None and person is not None and has_answer(row):
            yield person.household_id, person.full_name, row.visit_date
    for child in village.persons.values():
        seen = village.child_visits.get(child.id, {}).get(month)
        if seen is not None and has_answer(seen):
            yield child.household_id, child.full_name, seen.visit_date
