"""One household as its cadre knows it: when it is called on, who lives there, and its records as they come and go."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from kpm_desktop.domain.calendar import completed_months, first_day
from kpm_desktop.practice.bodies import Body
from kpm_desktop.practice.chance import Chance
from kpm_desktop.practice.families import OLDEST_CHILD_MONTHS, ChildLife, Family, PregnancyLife, Story
from kpm_desktop.practice.naming import village_words
from kpm_desktop.practice.plan import Hamlet, VillagePlan, Wish
from kpm_desktop.practice.saves import Diary

Day = timedelta(days=1)
NO_RECORD = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Call:
    """The day of a month on which a cadre met the household, and where."""

    month: str
    day: date
    place: str


@dataclass(frozen=True, slots=True)
class Known:
    """A person as another village knew it: the record it moves from and the number it keeps."""

    id: UUID
    nik: str | None
    nik_kind: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """A family on its way from one village to another, with what it was known by there."""

    family: Family
    household: UUID
    people: dict[str, Known]


class Numbers:
    """Hands out NIK and KK numbers of the right shape: region, date (a woman's day + 40), and a serial from 9000 on,
    which no office has reached."""

    def __init__(self, village: VillagePlan) -> None:
        self._start = village.numbers
        self._village = village.no % 100
        self._given: dict[str, int] = {}

    def nik(self, born: date, *, woman: bool) -> str | None:
        """A NIK not given before; None when ten people of a village share a birthday and a sex."""
        day = born.day + 40 * woman
        head = f"{self._start}{day:02d}{born:%m%y}"
        count = self._given.get(head, 0)
        self._given[head] = count + 1
        return f"{head}9{self._village:02d}{count}" if count < 10 else None

    def family_card(self, issued: date, no: int) -> str:
        """A KK number."""
        return f"{self._start}{issued:%d%m%y}9{no % 1000:03d}"


@dataclass(slots=True)
class Home:
    """A household and all one needs to write about it."""

    wish: Wish
    village: VillagePlan
    family: Family
    diary: Diary
    numbers: Numbers
    posyandu: UUID | None
    arrival: Arrival | None = None
    calls: dict[str, Call] = field(default_factory=dict)
    people: dict[str, Known] = field(default_factory=dict)
    first_seen: dict[str, date] = field(default_factory=dict)
    referred: dict[str, date] = field(default_factory=dict)
    household: UUID = NO_RECORD
    _bodies: dict[str, Body] = field(default_factory=dict)

    @property
    def hamlet(self) -> Hamlet:
        """Where it stands."""
        return self.village.hamlets[self.family.hamlet]

    @property
    def step_g(self) -> int:
        """What the scales of its posyandu show: most hang from a beam and show 100 g."""
        return 100 if self.family.hamlet % 3 else 50

    def chance(self, *path: object) -> Chance:
        """Draws that stay the same in whatever village the family lives."""
        return self.wish.chance("home", self.family.key, *path)

    def is_here(self, on: date) -> bool:
        """Whether it lives here and is known on a day."""
        return self.family.since <= on <= self.last_day

    @property
    def last_day(self) -> date:
        """Its last day here, as far as records go."""
        return min(self.family.left or self.wish.end, self.wish.end)

    def mother_alive(self, on: date) -> bool:
        """Whether the mother still lives on a day."""
        return self.family.mother_died is None or on < self.family.mother_died

    def body(self, child: ChildLife) -> Body:
        """How a child grows, the same in whatever village."""
        if child.key not in self._bodies:
            chance = self.wish.chance("body", child.key)
            self._bodies[child.key] = Body(
                chance, girl=child.girl, born=child.born, twin=child.twin, thinner=child.thinner
            )
        return self._bodies[child.key]

    def reported(self, pregnancy: PregnancyLife) -> date:
        """The day on which the cadre hears how a pregnancy ended: within twelve days, or at the next call."""
        later = pregnancy.over + self.chance("reported", pregnancy.key).between(1, 12) * Day
        calls = [call.day for call in self.calls.values() if call.day >= pregnancy.over]
        return min(later, self.wish.end, *calls) if pregnancy.over <= self.wish.end else later


def plan_calls(home: Home) -> None:
    """Posyandu day, a visit at home when nobody came, or a month without."""
    chance = home.chance("calls")
    for month in home.wish.all_months:
        comes, visited, later = chance.yes(home.family.diligence), chance.yes(0.72), chance.between(1, 8)
        open_day = first_day(month) + (home.hamlet.posyandu_day - 1) * Day
        call = Call(month, open_day, "posyandu") if comes else Call(month, open_day + later * Day, "home")
        if (comes or visited) and home.is_here(call.day):
            home.calls[month] = call


def write_people(home: Home) -> None:
    """Household, mother, children and what becomes of them."""
    _write_household(home)
    _write_mother(home)
    for child in home.family.older:
        _write_child(home, child, home.family.since)
    for pregnancy in home.family.pregnancies:
        if pregnancy.over <= home.wish.end:
            for child in pregnancy.children:
                _write_child(home, child, max(home.family.since, home.reported(pregnancy)))
    _write_leaving(home)


def _write_household(home: Home) -> None:
    family, chance = home.family, home.chance("card", home.village.no)
    number = home.numbers.family_card(chance.day(date(2009, 1, 1), date(2022, 12, 31)), family.no)
    home.household = home.diary.new(
        family.since,
        "household",
        f"h{family.no}",
        village_code=home.village.code,
        household_no=f"{family.no + 1:03d}",
        posyandu_id=home.posyandu,
        head_name=family.father,
        family_card_no=None if chance.yes(0.06) else number,
        hamlet=home.hamlet.name,
        rt=f"{chance.between(1, 6):02d}",
        rw=f"{family.hamlet + 1:02d}",
        phone=f"0800-000-{chance.between(1000, 9999)}" if chance.yes(0.4) else None,
        is_vulnerable=family.vulnerable,
        residency="non_resident" if family.non_resident else "resident",
        moved_from_id=home.arrival.household if home.arrival else None,
    )


def _write_mother(home: Home) -> None:
    family, chance = home.family, home.chance("mother")
    known = home.arrival.people.get("mother") if home.arrival else None
    born = family.mother_born
    told = born + 3 * Day if family.story is Story.WRONG_NIK else born
    nik = known.nik if known else None if chance.yes(0.03) else home.numbers.nik(told, woman=True)
    person = home.diary.new(
        family.since,
        "person",
        f"m{family.no}",
        household_id=home.household,
        full_name=family.mother,
        sex="female",
        birth_date=born,
        birth_date_is_estimated=True if chance.yes(0.03) else None,
        nik=nik,
        nik_kind="permanent" if nik else "none",
        phone=f"0800-000-{chance.between(1000, 9999)}" if chance.yes(0.5) else None,
        moved_from_id=known.id if known else None,
    )
    home.people["mother"] = Known(person, nik, "permanent" if nik else "none")
    if family.story is Story.WRONG_NIK:
        home.diary.new(
            family.since,
            "flag_answer",
            about_kind="person",
            about_id=person,
            rule="rules.nik_mismatch",
            answer="confirmed",
            reason=village_words().flag_reason,
        )
    died = family.mother_died
    if died is not None and home.is_here(died):
        home.diary.change(died + 3 * Day, "person", person, status="died", status_date=died)


def _write_child(home: Home, child: ChildLife, day: date) -> None:
    """A child, unless it died, left or grew up before anybody could write it down."""
    grown = completed_months(child.born, day) > OLDEST_CHILD_MONTHS
    if grown or not home.is_here(day) or (child.died is not None and child.died <= day):
        return
    chance = home.chance("child", child.key)
    known = home.arrival.people.get(child.key) if home.arrival else None
    nik, kind = (known.nik, known.nik_kind) if known else _child_nik(home, child, day, chance)
    weight, length = home.body(child).birth()
    is_told = chance.yes(0.93)
    guardian = home.family.guardian if home.family.mother_died and home.family.mother_died <= day else None
    person = home.diary.new(
        day,
        "person",
        f"c{home.family.no}-{child.key}",
        household_id=home.household,
        full_name=child.name,
        sex="female" if child.girl else "male",
        birth_date=child.born,
        nik=nik,
        nik_kind=kind,
        kia_number=kia_number(home, child.key.rstrip("ab")),
        mother_id=home.people["mother"].id,
        guardian_name=guardian or None,
        birth_weight_g=weight if is_told else None,
        birth_length_mm=length if is_told else None,
        gestation_at_birth_weeks=child.weeks if is_told and chance.yes(0.6) else None,
        birth_order=child.order,
        moved_from_id=known.id if known else None,
    )
    home.people[child.key] = Known(person, nik, kind)
    home.first_seen[child.key] = day
    _write_later(home, child, day, chance)


def _child_nik(home: Home, child: ChildLife, day: date, chance: Chance) -> tuple[str | None, str]:
    """A newborn has none yet: the mother's number and one more digit stands in for it."""
    mother = home.people["mother"].nik
    if (day - child.born).days > 45 and chance.yes(0.9):
        nik = home.numbers.nik(child.born, woman=child.girl)
        return nik, "permanent" if nik else "none"
    if mother and chance.yes(0.8):
        return f"{mother}{child.order % 10}", "temporary"
    return None, "none"


def _write_later(home: Home, child: ChildLife, day: date, chance: Chance) -> None:
    """The number it is given, the guardian it gets, the day it dies."""
    person, kind = home.people[child.key].id, home.people[child.key].nik_kind
    given = max(child.born, day) + chance.between(50, 300) * Day
    is_due = kind == "temporary" and home.is_here(given) and (child.died is None or given < child.died)
    if is_due and (nik := home.numbers.nik(child.born, woman=child.girl)):
        home.diary.change(given, "person", person, nik=nik, nik_kind="permanent")
        home.people[child.key] = Known(person, nik, "permanent")
    lost = home.family.mother_died
    if lost is not None and day < lost and home.is_here(lost + 3 * Day):
        home.diary.change(lost + 3 * Day, "person", person, guardian_name=home.family.guardian)
    if child.died is not None and home.is_here(child.died + 5 * Day):
        home.diary.change(child.died + 5 * Day, "person", person, status="died", status_date=child.died)


def _write_leaving(home: Home) -> None:
    """Who moved out is told a few days later, the household and everybody in it."""
    left = home.family.left
    if left is None:
        return
    day = min(left + home.chance("leaving").between(1, 9) * Day, home.wish.end)
    home.diary.change(day, "household", home.household, status="moved_out", status_date=left)
    dead = {child.key for child in home.family.children if child.died is not None and child.died < left}
    for key, person in home.people.items():
        if key not in dead:
            home.diary.change(day, "person", person.id, status="moved_out", status_date=left)


def kia_number(home: Home, key: str) -> str:
    """The number on the KIA book: of a family's first village, and the same for twins."""
    village, _, rest = key.partition("-")
    return f"KIA-{int(village) + 1:02d}-{rest.upper()}"
