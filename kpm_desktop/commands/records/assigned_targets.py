"""Which households are whose: those of the person who uses this laptop, and all of a village
(docs/decisions/0021-questions-tasks-and-what-comes-back.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.record_states import CADRE
from kpm_desktop.db import settings
from kpm_desktop.db.queries import assignments
from kpm_desktop.db.queries.assignments import AssignmentRow, CadreRow, HomeKey
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.records.identity import fold_name
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.sync.access import Access, read_access


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An assignment that holds, with the name of its cadre; empty where the person has not come."""

    id: UUID
    cadre: UUID
    name: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignedHome:
    """A household and who has it; usually one person, or nobody."""

    region: str
    household: UUID
    name: str
    hamlet: str
    rt: str
    rw: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """Somebody households can be given to. id: of the `cadre` record; None for the person of a laptop who has none
    yet. has_laptop: a laptop that is let in belongs to a person of this name."""

    id: UUID | None
    name: str
    role: str
    has_laptop: bool


@dataclass(frozen=True, slots=True)
class VillageTasks:
    """The households of a village and the people who work there."""

    village: str
    homes: tuple[AssignedHome, ...]
    helpers: tuple[Helper, ...]


def village_tasks(store: Store, village: str, *, today: date) -> VillageTasks:
    """Everything that is needed to hand out the households of a village."""
    with store.reading() as tx:
        return VillageTasks(village, tuple(_homes(tx, village, today)), tuple(helpers_in(tx, village)))


def assigned_targets(store: Store, *, today: date) -> list[AssignedHome]:
    """The households somebody has, in all villages of this profile."""
    with store.reading() as tx:
        found = assignments.assignments(tx)
        villages = sorted({row.region for row in found if row.holds(today)})
        return [home for village in villages for home in _homes(tx, village, today) if home.tasks]


def own_households(tx: Transaction, today: date) -> frozenset[HomeKey] | None:
    """The households of whoever uses this laptop, each with its region; None for a supervisor and while nobody gave
    any."""
    identity = settings.read_identity(tx)
    if identity.role != CADRE:
        return None
    own = {(cadre.region, cadre.id) for cadre in own_cadres(tx, identity)}
    tasks = [row for row in assignments.assignments(tx) if (row.region, row.cadre) in own and row.holds(today)]
    found = {(row.region, row.household) for row in tasks}
    return frozenset(_with_linked(found, assignments.linked_homes(tx)) if found else found) or None


def own_cadres(tx: Transaction, identity: Identity) -> list[CadreRow]:
    """The `cadre` records of the person who uses this laptop: those of the name the profile was set up with, or of
    the name in its credential."""
    statement = read_access(tx, identity).statement_of(identity.device)
    names = {fold_name(identity.user)} | ({fold_name(statement.person)} if statement is not None else set())
    return [
        cadre
        for cadre in assignments.cadres(tx)
        if fold_name(cadre.name) in names and is_covered(cadre.region, identity.regions)
    ]


def helpers_in(tx: Transaction, village: str) -> list[Helper]:
    """Those who work in a village and the people of its laptops who are not among them; whoever has one first."""
    people = _people_of_laptops(read_access(tx, settings.read_identity(tx)), village)
    found = [
        Helper(id=cadre.id, name=cadre.name, role=cadre.role, has_laptop=fold_name(cadre.name) in people)
        for cadre in assignments.cadres(tx)
        if cadre.region == village
    ]
    known = {fold_name(helper.name) for helper in found}
    new = [name for folded, name in sorted(people.items()) if folded not in known]
    found += [Helper(id=None, name=name, role="kpm", has_laptop=True) for name in new]
    return sorted(found, key=lambda helper: (not helper.has_laptop, fold_name(helper.name)))


def _people_of_laptops(access: Access, village: str) -> dict[str, str]:
    """The names in the papers of a village's cadres, by their folded form."""
    held = [statement for papers in access.proved.held.values() for statement in papers]
    return {
        fold_name(statement.person): statement.person
        for statement in held
        if statement.role == CADRE and statement.person and is_covered(village, statement.regions)
    }


def _homes(tx: Transaction, village: str, today: date) -> Iterable[AssignedHome]:
    names = assignments.cadre_names(tx, village)
    tasks: dict[UUID, list[AssignmentRow]] = {}
    for row in assignments.assignments(tx):
        if row.region == village and row.holds(today):
            tasks.setdefault(row.household, []).append(row)
    for home in assignments.homes(tx, village):
        yield AssignedHome(
            region=village,
            household=home.id,
            name=home.name,
            hamlet=home.hamlet,
            rt=home.rt,
            rw=home.rw,
            tasks=tuple(
                Task(id=row.id, cadre=row.cadre, name=names.get(row.cadre, ""), since=row.since)
                for row in tasks.get(home.id, ())
            ),
        )


def _with_linked(found: set[HomeKey], links: Iterable[tuple[HomeKey, HomeKey]]) -> set[HomeKey]:
    """Also the other entries of the same households."""
    beside: dict[HomeKey, list[HomeKey]] = {}
    for one, other in links:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    known, waiting = set(found), list(found)
    while waiting:
        new = [one for one in beside.pop(waiting.pop(), ()) if one not in known]
        known.update(new)
        waiting += new
    return known
