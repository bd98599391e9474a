"""What belongs to a village as a whole: posyandu, services, budget, cadres, sessions, obstacles, sponsors."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kpm_desktop.domain.calendar import first_day
from kpm_desktop.practice.homes import Day, Home
from kpm_desktop.practice.naming import names, village_words
from kpm_desktop.practice.plan import Hamlet, VillagePlan, Wish
from kpm_desktop.practice.saves import Diary

MILLION = 1_000_000


def write_posyandu(diary: Diary, wish: Wish, village: VillagePlan, hamlet: Hamlet) -> UUID:
    """A hamlet's posyandu, saved by the cadre who goes there."""
    return diary.new(
        wish.start,
        "posyandu",
        hamlet.posyandu,
        village_code=village.code,
        name=f"Posyandu {hamlet.posyandu}",
        hamlet=hamlet.name,
        address=f"{hamlet.name}, {village.name}",
    )


def write_cadre(diary: Diary, wish: Wish, village: VillagePlan, name: str, *, role: str = "kpm") -> UUID:
    """A person who works here."""
    started = wish.chance("started", name).day(date(wish.start.year - 4, 1, 1), wish.start)
    return diary.new(
        wish.start, "cadre", f"{role} {name}", full_name=name, role=role, village_code=village.code, started_on=started
    )


def write_assignment(home: Home, cadre: UUID) -> None:
    """Which cadre visits a household."""
    until = home.family.left
    label = f"a{home.family.no}"
    record = home.diary.new(
        home.family.since,
        "assignment",
        label,
        household_id=home.household,
        cadre_id=cadre,
        from_date=home.family.since,
    )
    if until is not None:
        home.diary.change(min(until + Day, home.wish.end), "assignment", record, to_date=until)


def write_years(diary: Diary, wish: Wish, village: VillagePlan) -> None:
    """Facilities, budget and signatures of every year."""
    for year in sorted({int(month[:4]) for month in wish.all_months}):
        day = min(max(wish.start + 2 * Day, date(year, 1, 12)), wish.end)
        _write_facilities(diary, wish, village, year, day)
        _write_budget(diary, wish, village, year, day)
        diary.new(
            day,
            "village_profile",
            village_code=village.code,
            year=year,
            head_name=village.head,
            head_title="Kepala Desa",
            kpm_name=village.cadres[0],
            sign_place=village.name,
        )


def _write_facilities(diary: Diary, wish: Wish, village: VillagePlan, year: int, day: date) -> None:
    words = village_words()
    found = [(f"Posyandu {hamlet.posyandu}", "posyandu", words.posyandu_services) for hamlet in village.hamlets]
    for facility in words.facilities:
        if wish.chance("facility", village.no, facility.kind).yes(0.85):
            found.append((facility.name.format(village=village.name), facility.kind, facility.services))
    every = ("anc", "iron", "pnc", "immunization", "weighing", "height", "counselling", "parenting", "paud")
    for name, kind, services in found:
        offered = {f"svc_{service}": service in services for service in every}
        diary.new(day, "facility", village_code=village.code, year=year, name=name, kind=kind, **offered)


def _write_budget(diary: Diary, wish: Wish, village: VillagePlan, year: int, day: date) -> None:
    chance = wish.chance("budget", village.no, year)
    development, empowerment = chance.between(380, 720) * MILLION, chance.between(90, 260) * MILLION
    diary.new(
        day,
        "village_budget",
        village_code=village.code,
        year=year,
        development_total_rp=development,
        development_stunting_rp=development * chance.between(8, 24) // 100,
        empowerment_total_rp=empowerment,
        empowerment_stunting_rp=empowerment * chance.between(15, 45) // 100,
    )


def write_sessions(diary: Diary, wish: Wish, village: VillagePlan, homes: Sequence[Home]) -> None:
    """An edukasi session in most months: the mothers who were at the posyandu of one hamlet."""
    words = village_words()
    for month in wish.all_months:
        chance = wish.chance("session", village.no, homes[0].hamlet.cadre, month)
        hamlet = chance.pick(sorted({home.family.hamlet for home in homes}))
        if not chance.yes(0.7):
            continue
        here = [home for home in homes if home.family.hamlet == hamlet]
        came = [home for home in here if _came(home, month)]
        mothers = sorted(home.people["mother"].id for home in chance.some(came, 0.7))
        topic, method = chance.pick(words.sessions)
        day = first_day(month) + (village.hamlets[hamlet].posyandu_day - 1) * Day
        diary.new(
            day,
            "education_session",
            f"{hamlet}-{month}",
            village_code=village.code,
            session_date=day,
            topic=topic,
            method=method,
            facilitator=chance.pick((village.midwife, village.cadres[0])),
            women_count=len(mothers) + chance.between(0, 6),
            men_count=chance.between(0, 3),
            person_ids=mothers or None,
        )


def _came(home: Home, month: str) -> bool:
    """Whether the mother was at the posyandu in a month."""
    call = home.calls.get(month)
    return call is not None and call.place == "posyandu" and home.mother_alive(call.day)


def write_obstacles(diary: Diary, wish: Wish, village: VillagePlan) -> None:
    """A handful of obstacles, the older ones mostly resolved."""
    for at, (category, description, resolution) in enumerate(village_words().obstacles):
        chance = wish.chance("obstacle", village.no, at)
        if not chance.yes(0.6):
            continue
        day = chance.day(wish.start + 10 * Day, wish.end)
        record = diary.new(
            day,
            "obstacle",
            f"o{at}",
            village_code=village.code,
            reported_date=day,
            category=category,
            description=description,
            progress="open",
        )
        solved = day + chance.between(20, 120) * Day
        if chance.yes(0.8) and solved <= wish.end:
            told = {"progress": "resolved", "resolution": resolution, "resolved_date": solved}
            diary.change(solved, "obstacle", record, **told)


def write_sponsorships(wish: Wish, village: VillagePlan, homes: Sequence[Home]) -> None:
    """Foster parents for the first two children who were sent on as stunted or wasted."""
    asked = [
        (day, home, key.rpartition(" ")[0])
        for home in homes
        for key, day in home.referred.items()
        if key.endswith(("wasted", "stunted"))
    ]
    for day, home, child in sorted(asked, key=lambda found: (found[0], found[2]))[:2]:
        if home.is_here(day + 20 * Day):
            _write_sponsorship(home, wish, child, day + 20 * Day)


def _write_sponsorship(home: Home, wish: Wish, child: str, day: date) -> None:
    chance, words = wish.chance("sponsor", child), village_words()
    name, kind = chance.pick(names().sponsors)
    amount = 10_000 * chance.between(30, 50)
    record = home.diary.new(
        day,
        "sponsorship",
        f"s{child}",
        person_id=home.people[child].id,
        sponsor_name=name,
        sponsor_kind=kind,
        start_date=day,
        support=["food"],
        monthly_amount_rp=amount,
    )
    for at in range(1, 7):
        given = day + at * 30 * Day
        if home.is_here(given) and chance.yes(0.85):
            home.diary.new(
                given,
                "sponsorship_delivery",
                f"s{child}-{at}",
                sponsorship_id=record,
                delivery_date=given,
                support="food",
                amount_rp=amount,
                description=chance.pick(words.deliveries),
                received_by=home.family.mother if home.mother_alive(given) else home.family.guardian,
            )
