"""One village from its plan: every family's life turned into what each of its cadres saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from kpm_desktop.practice.children import write_children
from kpm_desktop.practice.families import STORIES, Family, Story, make_family, moved
from kpm_desktop.practice.homes import Arrival, Day, Home, Numbers, plan_calls, write_people
from kpm_desktop.practice.mothers import write_pregnancies
from kpm_desktop.practice.plan import VillagePlan, Wish
from kpm_desktop.practice.saves import Diary, Save
from kpm_desktop.practice.village_work import (
    write_assignment,
    write_cadre,
    write_obstacles,
    write_posyandu,
    write_sessions,
    write_sponsorships,
    write_years,
)

#: What somebody who learns should find, and the save that shows it.
SIGHTS: dict[str, Callable[[Save], bool]] = {
    "double": lambda save: "merged_into_id" in save.values,
    "twins": lambda save: "twins" in save.values.get("risk_reasons", ()),
    "moved": lambda save: save.kind == "household" and save.values.get("status") == "moved_out",
    "guardian": lambda save: "guardian_name" in save.values,
    "temporary_nik": lambda save: save.values.get("nik_kind") == "temporary",
    "confirmed": lambda save: save.kind == "flag_answer",
    "referral": lambda save: save.kind == "referral",
}


@dataclass(frozen=True, slots=True)
class VillageLife:
    """Everything that was saved in a village, per cadre in order, and who left it.

    corrections: one save for each of the first two cadres, of the same field of the same record, each made without
    knowing of the other; empty where a village has one cadre. remarked: a household for the supervisor's comment.
    """

    village: VillagePlan
    saves: tuple[list[Save], ...]
    leaving: tuple[Arrival, ...]
    corrections: tuple[Save, ...]
    remarked: UUID


def live(wish: Wish, village: VillagePlan, arriving: Sequence[Arrival] = ()) -> VillageLife:
    """The life of a village; `arriving` are the families that left another one for it."""
    diaries = tuple(Diary(wish.seed, village.code, cadre) for cadre in range(len(village.cadres)))
    posyandu = [write_posyandu(diaries[hamlet.cadre], wish, village, hamlet) for hamlet in village.hamlets]
    cadres = [write_cadre(diaries[at], wish, village, name) for at, name in enumerate(village.cadres)]
    write_cadre(diaries[0], wish, village, village.midwife, role="tpk_midwife")
    write_years(diaries[0], wish, village)
    numbers = Numbers(village)
    homes = []
    for family, arrival in _families(wish, village, arriving):
        hamlet = village.hamlets[family.hamlet]
        home = Home(wish, village, family, diaries[hamlet.cadre], numbers, posyandu[family.hamlet], arrival)
        _write_home(home, cadres[hamlet.cadre])
        homes.append(home)
    for at, diary in enumerate(diaries):
        own = [home for home in homes if home.hamlet.cadre == at]
        if own:
            write_sessions(diary, wish, village, own)
    write_obstacles(diaries[0], wish, village)
    write_sponsorships(wish, village, homes)
    saves = tuple(diary.in_order() for diary in diaries)
    return VillageLife(village, saves, _leaving(homes), _corrections(wish, homes, saves), homes[0].household)


def sights(life: VillageLife) -> tuple[str, ...]:
    """What of `SIGHTS` a village has to show, a conflict among them."""
    found = [name for name, shows in SIGHTS.items() if any(shows(save) for saves in life.saves for save in saves)]
    return ("conflict", *found) if life.corrections else tuple(found)


def newcomer_saves(wish: Wish, village: VillagePlan, name: str) -> list[Save]:
    """The first days of a cadre who has just begun: one household nobody had written down yet."""
    diary = Diary(wish.seed, village.code, "newcomer")
    month = replace(wish, months=1)
    unknown = make_family(wish, village, wish.households + len(STORIES))
    family = replace(unknown, since=wish.end - 12 * Day, left=None)
    home = Home(month, village, family, diary, Numbers(village), None)
    _write_home(home, write_cadre(diary, month, village, name))
    return diary.in_order()


def _families(wish: Wish, village: VillagePlan, arriving: Sequence[Arrival]) -> Sequence[tuple[Family, Arrival | None]]:
    found: list[tuple[Family, Arrival | None]] = []
    found += ((make_family(wish, village, no), None) for no in range(wish.households))
    for arrival in arriving:
        family = moved(arrival.family, village, len(found), wish)
        if family is not None:
            found.append((family, arrival))
    return found


def _write_home(home: Home, cadre: UUID) -> None:
    plan_calls(home)
    write_people(home)
    write_assignment(home, cadre)
    write_pregnancies(home)
    write_children(home)


def _leaving(homes: Sequence[Home]) -> tuple[Arrival, ...]:
    return tuple(Arrival(home.family, home.household, home.people) for home in homes if home.family.left is not None)


def _corrections(wish: Wish, homes: Sequence[Home], saves: Sequence[Sequence[Save]]) -> tuple[Save, ...]:
    """Two cadres correct the last weight of one child: one from the KIA book, one from the posyandu's register."""
    home = next((home for home in homes if home.family.story is Story.DISPUTED), None)
    if home is None or len(saves) < 2:
        return ()
    people = {str(person.id) for person in home.people.values()}
    rows = [
        save
        for save in saves[home.hamlet.cadre]
        if save.kind == "child_visit" and save.values["person_id"] in people and "weight_g" in save.values
    ]
    if not rows:
        return ()
    row = max(rows, key=lambda save: (save.values["month"], save.values["person_id"]))
    weight = int(row.values["weight_g"])
    return tuple(
        Save(wish.end, "child_visit", row.id, {"weight_g": weight + other}, is_new=False) for other in (-300, 200)
    )
