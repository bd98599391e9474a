"""The lives of a village's families: who was born when, who is expecting, who moved, who died. No record yet.

A family is drawn around one birth that makes it a household of the first thousand days at some time between the first
and the last month; older and younger children follow at the usual distances.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum

from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.practice import naming
from kpm_desktop.practice.chance import Chance
from kpm_desktop.practice.plan import VillagePlan, Wish

TERM_DAYS = 280
NIFAS_DAYS = 42
OLDEST_CHILD_MONTHS = 83


class Story(Enum):
    """What is certain to happen in the first families of the first village, so that everything can be looked at."""

    NONE = ""
    DUPLICATES = "twins"
    MOVES = "moves"
    ORPHAN = "orphan"
    NON_RESIDENT = "non_resident"
    NEWBORN = "newborn"
    DOUBLE = "double"
    MISCARRIAGE = "miscarriage"
    STILLBIRTH = "stillbirth"
    WRONG_NIK = "wrong_nik"
    CHILD_DIED = "child_died"
    WASTED = "wasted"
    DISPUTED = "disputed"


STORIES = tuple(story for story in Story if story is not Story.NONE)


@dataclass(frozen=True, slots=True)
class ChildLife:
    """One child. `key` is its name in the draws, wherever it lives. registered: when the cadre wrote it down."""

    key: str
    name: str
    girl: bool
    born: date
    order: int
    weeks: int
    twin: bool = False
    died: date | None = None
    thinner: float = 0.0


@dataclass(frozen=True, slots=True)
class PregnancyLife:
    """One pregnancy. known: the cadre hears of it. over: the day of birth or loss, planned where it lies ahead."""

    key: str
    lmp: date
    known: date
    over: date
    outcome: str
    gravida: int
    parity: int
    previous_birth: date | None
    children: tuple[ChildLife, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """A household. `key` names it in the draws; `no` is its number in the village where it lives now.

    diligence: how often it comes to the posyandu. since: when the cadre first wrote it down here. left: when it moved
    out, if it did. came_from: the village number it moved from. water, latrine, insurance: the day since when, if ever.
    """

    key: str
    no: int
    origin: str
    mother: str
    mother_born: date
    mother_height_mm: int
    father: str
    hamlet: int
    diligence: float
    since: date
    pregnancies: tuple[PregnancyLife, ...]
    older: tuple[ChildLife, ...]
    story: Story = Story.NONE
    left: date | None = None
    came_from: int | None = None
    mother_died: date | None = None
    guardian: str = ""
    water: date | None = None
    latrine: date | None = None
    insurance: date | None = None
    vulnerable: bool = False
    non_resident: bool = False

    @property
    def children(self) -> tuple[ChildLife, ...]:
        """All of them, the oldest first."""
        return (*self.older, *(child for pregnancy in self.pregnancies for child in pregnancy.children))


@dataclass(slots=True)
class _Draft:
    """A family while it is being thought out."""

    wish: Wish
    chance: Chance
    key: str
    origin: str
    family_name: str
    mother_born: date
    story: Story
    births: int = 0
    losses: int = 0
    last_birth: date | None = None
    older: list[ChildLife] = field(default_factory=list)
    pregnancies: list[PregnancyLife] = field(default_factory=list)


def story_of(wish: Wish, village: VillagePlan, no: int) -> Story:
    """The story of a family: each of the list once, in the first village."""
    if village.no == 0 and no < min(len(STORIES), wish.households):
        return STORIES[no]
    return Story.NONE


def make_family(wish: Wish, village: VillagePlan, no: int) -> Family:
    """The family number `no` of a village, from its own draws alone."""
    key = f"{village.no}-{no}"
    chance = wish.chance("family", key)
    story = story_of(wish, village, no)
    of = naming.origin(chance)
    marga = naming.family_name(chance, of)
    anchor = _anchor(wish, chance, story)
    draft = _Draft(wish, chance.of("births"), key, of, marga, _mother_born(chance, anchor), story)
    _fill(draft, anchor)
    family = Family(
        key=key,
        no=no,
        origin=of,
        mother=naming.woman(chance, of),
        mother_born=draft.mother_born,
        mother_height_mm=round(chance.normal(1520, 52)),
        father=naming.man(chance, of, marga),
        hamlet=no % len(village.hamlets),
        diligence=0.55 + 0.43 * chance.share() ** 0.6,
        since=_since(wish, draft),
        pregnancies=tuple(draft.pregnancies),
        older=tuple(draft.older),
        story=story,
        vulnerable=chance.yes(0.22),
        non_resident=story is Story.NON_RESIDENT or (story is Story.NONE and chance.yes(0.02)),
    )
    return _with_fate(wish, _with_possessions(wish, family, chance.of("home")), chance.of("fate"))


def _anchor(wish: Wish, chance: Chance, story: Story) -> date:
    """The day of the birth around which a family is drawn."""
    end = wish.end
    span = (end - wish.start).days
    told = {
        Story.DUPLICATES: end - timedelta(days=min(250, span * 2 // 3)),
        Story.ORPHAN: end - timedelta(days=min(200, span // 2)),
        Story.NEWBORN: end - timedelta(days=25),
        Story.DOUBLE: end - timedelta(days=min(330, span * 2 // 3)),
        Story.STILLBIRTH: end - timedelta(days=min(120, span // 3)),
        Story.MISCARRIAGE: end + timedelta(days=130),
        Story.CHILD_DIED: end - timedelta(days=min(300, span * 2 // 3)),
        Story.WASTED: end - timedelta(days=380),
        Story.DISPUTED: end - timedelta(days=320),
        Story.MOVES: end - timedelta(days=min(400, span * 2 // 3)),
    }
    drawn = chance.day(wish.start - timedelta(days=700), end + timedelta(days=165))
    return told.get(story, drawn)


def _mother_born(chance: Chance, anchor: date) -> date:
    age_days = round(min(43.0, max(16.3, chance.normal(27.5, 5.6))) * 365.25)
    return anchor - timedelta(days=age_days)


def _fill(draft: _Draft, anchor: date) -> None:
    """All births and losses, the oldest first."""
    chance, ahead = draft.chance, [anchor]
    while chance.yes(0.55) and _age(draft, earlier := ahead[0] - _interval(chance)) >= 17:
        ahead.insert(0, earlier)
    for birth in ahead:
        _bear(draft, birth, told=birth is anchor)
    while chance.yes(0.4):
        birth = max(ahead[-1], draft.last_birth or ahead[-1]) + _interval(chance)
        if birth - timedelta(days=TERM_DAYS - 60) > draft.wish.end or _age(draft, birth) > 44:
            break
        ahead.append(birth)
        _bear(draft, birth, told=False)


def _interval(chance: Chance) -> timedelta:
    return timedelta(days=round(max(520.0, chance.normal(1250, 420))))


def _age(draft: _Draft, on: date) -> int:
    return completed_months(draft.mother_born, on) // 12


def _bear(draft: _Draft, planned: date, *, told: bool) -> None:
    """One pregnancy that is due about `planned`: as a record where the cadre still hears of it, else its child only."""
    chance = draft.chance.of(draft.births + draft.losses)
    outcome = _outcome(draft, chance, told)
    is_duplicates = outcome == "live_birth" and ((told and draft.story is Story.DUPLICATES) or chance.yes(0.012))
    weeks = chance.between(35, 38) if is_duplicates else round(min(42.0, max(33.0, chance.normal(39.1, 1.4))))
    lmp = planned - timedelta(days=weeks * 7)
    over = lmp + timedelta(days=chance.between(60, 130)) if outcome == "miscarriage" else planned
    known = lmp + timedelta(days=round(min(150.0, max(40.0, chance.normal(75, 24)))))
    if outcome == "miscarriage" and told:
        over = draft.wish.end - timedelta(days=30) if draft.story is Story.MISCARRIAGE else over
        known = min(known, over - timedelta(days=20))
    wish = draft.wish
    if known > wish.end or (outcome == "miscarriage" and known >= over):
        return
    gravida, parity, previous = draft.births + draft.losses + 1, draft.births, draft.last_birth
    children: tuple[ChildLife, ...] = ()
    if outcome == "live_birth":
        children = _children(draft, chance, over, weeks, is_duplicates)
        draft.births += 1
        draft.last_birth = over
    else:
        draft.losses += 1
    gone = over + timedelta(days=NIFAS_DAYS if outcome == "live_birth" else 0) < wish.start
    if gone:
        draft.older += [child for child in children if completed_months(child.born, wish.start) <= OLDEST_CHILD_MONTHS]
    else:
        key = f"{draft.key}-p{gravida}"
        draft.pregnancies.append(PregnancyLife(key, lmp, known, over, outcome, gravida, parity, previous, children))


def _outcome(draft: _Draft, chance: Chance, told: bool) -> str:
    drawn = chance.weighted([("live_birth", 95.0), ("miscarriage", 4.0), ("stillbirth", 1.0)])
    if told and draft.story is not Story.NONE:
        return {Story.MISCARRIAGE: "miscarriage", Story.STILLBIRTH: "stillbirth"}.get(draft.story, "live_birth")
    return drawn


def _children(draft: _Draft, chance: Chance, born: date, weeks: int, is_duplicates: bool) -> tuple[ChildLife, ...]:
    girls = tuple(chance.yes(0.488) for _ in range(2 if is_duplicates else 1))
    girls = tuple(sorted(girls))
    order = draft.births + 1
    if is_duplicates:
        called = naming.twins(chance, draft.origin, draft.family_name, (girls[0], girls[1]))
    else:
        called = (naming.child(chance, draft.origin, draft.family_name, girl=girls[0], order=order),) * 2
    thinner = 1.6 if draft.story is Story.WASTED else 0.0
    return tuple(
        ChildLife(
            key=f"{draft.key}-c{order}{'ab'[at] if is_duplicates else ''}",
            name=called[at],
            girl=girl,
            born=born,
            order=order + at,
            weeks=weeks,
            twin=is_duplicates,
            died=_child_death(draft, chance, born),
            thinner=thinner,
        )
        for at, girl in enumerate(girls)
    )


def _child_death(draft: _Draft, chance: Chance, born: date) -> date | None:
    """About fifteen of a thousand die before their second birthday, most of them early."""
    if draft.story is Story.CHILD_DIED and born > draft.wish.start - timedelta(days=30):
        return born + timedelta(days=75)
    if draft.story is not Story.NONE or not chance.yes(0.015):
        return None
    return born + timedelta(days=chance.between(20, 60) if chance.yes(0.6) else chance.between(60, 700))


def _since(wish: Wish, draft: _Draft) -> date:
    """When the household was first written down: at the mapping of the first three weeks, or when it became one."""
    mapped = draft.chance.of("mapped").day(wish.start, wish.start + timedelta(days=19))
    if draft.older or not draft.pregnancies:
        return mapped
    return max(mapped, draft.pregnancies[0].known)


def _with_possessions(wish: Wish, family: Family, chance: Chance) -> Family:
    """Water, latrine and insurance: most had them before, some get them on the way."""

    def since(before: float, later: float) -> date | None:
        drawn, day = chance.share(), chance.day(wish.start, wish.end)
        return date.min if drawn < before else day if drawn < before + later else None

    poorer = 0.15 if family.vulnerable else 0.0
    return replace(
        family, water=since(0.78 - poorer, 0.1), latrine=since(0.72 - poorer, 0.12), insurance=since(0.7, 0.15)
    )


def _with_fate(wish: Wish, family: Family, chance: Chance) -> Family:
    """Who moves away and whose mother dies."""
    first = family.since + timedelta(days=50)
    moves = family.story is Story.MOVES or (family.story is Story.NONE and chance.yes(0.03))
    day = chance.day(first, wish.end - timedelta(days=45))
    if moves and first < wish.end - timedelta(days=45):
        return replace(family, left=day)
    if family.story is Story.ORPHAN and family.pregnancies:
        anchor = next((p for p in reversed(family.pregnancies) if p.children and p.over < wish.end), None)
        if anchor is not None:
            kept = tuple(p for p in family.pregnancies if p.over <= anchor.over)
            guardian = naming.woman(chance, family.origin) + " (nenek)"
            died = anchor.over + timedelta(days=20)
            return replace(family, mother_died=died, guardian=guardian, pregnancies=kept)
    return family


def moved(family: Family, village: VillagePlan, no: int, wish: Wish) -> Family | None:
    """The same family in the village it moved to; None where it would arrive after the last day."""
    assert family.left is not None
    chance = wish.chance("arrival", family.key)
    arrived = family.left + timedelta(days=chance.between(6, 24))
    if arrived > wish.end - timedelta(days=3):
        return None
    came_from = int(family.key.split("-")[0])
    return replace(
        family,
        no=no,
        hamlet=no % len(village.hamlets),
        since=arrived,
        left=None,
        came_from=came_from,
        story=Story.NONE,
    )
