"""What is to be made: how many villages and months, which villages of the list, and who works where."""

import heapq
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from kpm_desktop.domain.calendar import first_day, last_day, month_number, month_of, month_text
from kpm_desktop.domain.regions import region_list
from kpm_desktop.practice.chance import Chance
from kpm_desktop.practice.naming import names, village_words

#: Kecamatan Natar, Lampung Selatan; more villages than it has come from its neighbours in the list's order.
FIRST_VILLAGE = "18.01.04.2001"
MOST_VILLAGES = 200
VILLAGE_CODE_LENGTH = len(FIRST_VILLAGE)
HOUSEHOLDS_A_HAMLET = 15
#: So many months before the end the silent village was heard of for the last time.
SILENT_MONTHS = 2


def last_completed_month(today: date) -> str:
    """The month before the one `today` lies in."""
    return month_of(first_day(month_of(today)) - timedelta(days=1))


@dataclass(frozen=True)
class Wish:
    """What somebody asked for. until: the last month, `2026-10`; months: how many, that one included."""

    until: str
    villages: int = 3
    households: int = 60
    months: int = 24
    seed: int = 1

    @cached_property
    def all_months(self) -> tuple[str, ...]:
        """Every month with records, in order."""
        end = month_number(self.until)
        return tuple(month_text(end - back) for back in reversed(range(self.months)))

    @property
    def start(self) -> date:
        """The first day of all."""
        return first_day(self.all_months[0])

    @property
    def end(self) -> date:
        """The last day of all."""
        return last_day(self.until)

    def chance(self, *path: object) -> Chance:
        """Draws for a path below this wish's seed."""
        return Chance(self.seed, *path)


@dataclass(frozen=True, slots=True)
class Hamlet:
    """A dusun, its posyandu, the day of the month on which that opens, and which of the village's cadres goes there."""

    name: str
    posyandu: str
    posyandu_day: int
    cadre: int


@dataclass(frozen=True, slots=True)
class VillagePlan:
    """A village to be filled. `no` counts from 0. cadres: names, one laptop each."""

    no: int
    code: str
    name: str
    hamlets: tuple[Hamlet, ...]
    cadres: tuple[str, ...]
    midwife: str
    head: str

    @property
    def numbers(self) -> str:
        """The six digits with which numbers issued here begin."""
        return self.code[:8].replace(".", "")


@dataclass(frozen=True, slots=True)
class Plan:
    """All villages of a wish, who supervises them and for which regions."""

    wish: Wish
    villages: tuple[VillagePlan, ...]
    supervisor: str
    regions: tuple[str, ...]
    newcomer: str

    @property
    def late(self) -> VillagePlan | None:
        """The village whose laptop has not been heard of for long: the second, where there is time for it."""
        return self.villages[1] if len(self.villages) > 1 and self.wish.months > SILENT_MONTHS else None


def make_plan(wish: Wish) -> Plan:
    """Villages and people of a wish; the same villages for every seed."""
    codes = _codes(wish.villages)
    chance = wish.chance("people")
    cadres = _turning(chance, names().cadres)
    villages = tuple(_village(wish, no, code, cadres) for no, code in enumerate(codes))
    regions = tuple(dict.fromkeys(code[:8] for code in codes))
    return Plan(wish, villages, chance.pick(names().supervisors), regions, chance.pick(names().new_cadres))


def _codes(count: int) -> list[str]:
    """The first village and those that follow it in the list."""
    later = (code for code in region_list.region_names() if len(code) == VILLAGE_CODE_LENGTH and code >= FIRST_VILLAGE)
    return heapq.nsmallest(count, later)


def _turning(chance: Chance, items: tuple[str, ...]) -> tuple[str, ...]:
    """The same list from another start."""
    at = chance.between(0, len(items) - 1)
    return items[at:] + items[:at]


def _village(wish: Wish, no: int, code: str, cadres: tuple[str, ...]) -> VillagePlan:
    """Two cadres in the first village, one in every other."""
    chance = wish.chance("village", no)
    here = (0, 1) if no == 0 else (no + 1,)
    count = max(2, min(len(village_words().hamlets), wish.households // HOUSEHOLDS_A_HAMLET))
    return VillagePlan(
        no=no,
        code=code,
        name=region_list.name_of(code),
        hamlets=_hamlets(chance, count, len(here)),
        cadres=tuple(_with_number(cadres, at) for at in here),
        midwife=chance.pick(names().midwives),
        head=chance.pick(names().village_heads),
    )


def _hamlets(chance: Chance, count: int, cadres: int) -> tuple[Hamlet, ...]:
    words = village_words()
    called = _turning(chance, words.hamlet_names)
    posyandu = _turning(chance, words.posyandu)
    return tuple(
        Hamlet(f"{words.hamlets[at]} {called[at]}", posyandu[at], chance.between(4, 18), at * cadres // count)
        for at in range(count)
    )


def _with_number(cadres: tuple[str, ...], at: int) -> str:
    """Names are enough for a district; beyond, a number tells two of the same name apart."""
    turn, place = divmod(at, len(cadres))
    return cadres[place] if turn == 0 else f"{cadres[place]} {turn + 1}"
