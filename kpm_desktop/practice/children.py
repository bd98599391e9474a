"""Form 2B, the doses behind it and form 2C: what a cadre writes about a child from its first month to its seventh
birthday."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kpm_desktop.domain.calendar import completed_months, first_day, last_day
from kpm_desktop.practice.bodies import Body, judged
from kpm_desktop.practice.chance import Chance
from kpm_desktop.practice.doses import SCHEDULE, Dose, doses_of
from kpm_desktop.practice.families import OLDEST_CHILD_MONTHS, ChildLife, Story
from kpm_desktop.practice.homes import Call, Day, Home
from kpm_desktop.practice.naming import village_words
from kpm_desktop.practice.referrals import refer

UNTIL_MONTHS = 24
MEASURING_MONTHS = ("02", "08")
VITAMIN_MONTHS = MEASURING_MONTHS
RED_BELOW, YELLOW_BELOW = -2.0, -1.1
WASTED_BELOW, SEVERELY_BELOW = -2.0, -3.0
SLIP_MM = 18
LATE_DAYS = 47
ILLNESSES = (("cough", 0.11), ("diarrhoea", 0.06), ("fever", 0.09))
HOLIDAY = "07"


@dataclass(slots=True)
class _Course:
    """A child's months so far: what was found last."""

    person: UUID
    life: ChildLife
    body: Body
    doses: list[Dose]
    certificate: date
    has_dose_records: bool
    has_book: bool
    stunted: bool | None = None
    nutrition: str | None = None
    double: UUID | None = None
    double_month: str = ""


def write_children(home: Home) -> None:
    """Everything about the children of a household."""
    for child in home.family.children:
        if child.key in home.first_seen:
            _write_child(home, child)


def _write_child(home: Home, child: ChildLife) -> None:
    chance = home.chance("2B", child.key)
    last = home.last_day if child.died is None else min(home.last_day, child.died - Day)
    posyandu_day = home.wish.chance("posyandu", child.key).between(4, 18)
    course = _Course(
        person=home.people[child.key].id,
        life=child,
        body=home.body(child),
        doses=doses_of(chance.of("doses"), child.born, posyandu_day, home.family.diligence, last),
        certificate=child.born + chance.between(20, 900 if home.family.vulnerable else 420) * Day,
        has_dose_records=chance.yes(0.9),
        has_book=chance.yes(0.93),
    )
    if course.has_dose_records:
        _write_doses(home, course)
    if home.family.story is Story.DOUBLE:
        _write_double(home, course)
    for month in home.wish.all_months:
        planned, draws = home.calls.get(month), chance.of(month)
        if planned is None or not home.first_seen[child.key] <= planned.day <= last or draws.yes(0.03):
            continue
        call = _perhaps_late(planned, draws.of("late"), last)
        if completed_months(child.born, call.day) < UNTIL_MONTHS:
            _write_visit(home, course, call, draws)
    _write_paud(home, course, last)


def _write_doses(home: Home, course: _Course) -> None:
    """A dose is written down on its day; those before the child was known are copied from the KIA book."""
    seen = home.first_seen[course.life.key]
    for dose in course.doses:
        home.diary.new(
            max(dose.given, seen),
            "immunization",
            person_id=course.person,
            vaccine=dose.vaccine,
            dose=dose.number,
            given_date=dose.given,
            source="kia_book" if course.has_book else "recall",
        )


def _write_double(home: Home, course: _Course) -> None:
    """The youngest child of one household was written down twice, one month went to the wrong record, and somebody
    noticed later and linked the two."""
    child, seen = course.life, home.first_seen[course.life.key]
    calls = [call for call in home.calls.values() if call.day > seen and call.day < home.wish.end - 20 * Day]
    if child.key != home.family.children[-1].key or not calls:
        return
    call = calls[0]
    course.double_month = call.month
    course.double = home.diary.new(
        call.day,
        "person",
        f"double-{child.key}",
        household_id=home.household,
        full_name=village_words().placeholder_child.format(mother=home.family.mother),
        sex="female" if child.girl else "male",
        birth_date=child.born,
        nik_kind="none",
        mother_id=home.people["mother"].id,
    )
    noticed = min(call.day + 70 * Day, home.wish.end)
    home.diary.change(noticed, "person", course.double, merged_into_id=course.person)


def _write_visit(home: Home, course: _Course, call: Call, draws: Chance) -> None:
    age = completed_months(course.life.born, call.day)
    home.diary.new(
        call.day,
        "child_visit",
        person_id=course.double if course.double and call.month == course.double_month else course.person,
        month=call.month,
        visit_date=call.day,
        place=call.place,
        **_measures(home, course, call, draws.of("measures")),
        **_services(home, course, call, age, draws.of("services")),
        **_possessions(home, course, call.day, draws.of("home")),
        **_feeding(age, call.month, draws.of("feeding")),
        illnesses=sorted(name for name, often in ILLNESSES if draws.yes(often)) or None,
    )
    _refer(home, course, call.day, draws)


def _perhaps_late(call: Call, draws: Chance, until: date) -> Call:
    """Now and then a forgotten month is filled in so late that the program asks."""
    late = last_day(call.month) + LATE_DAYS * Day
    return Call(call.month, late, "home") if draws.yes(0.003) and late <= until else call


def _measures(home: Home, course: _Course, call: Call, draws: Chance) -> dict[str, object]:
    at_posyandu = call.place == "posyandu"
    month = call.month[5:]
    big_month = month in MEASURING_MONTHS
    weighed = draws.yes(0.97 if at_posyandu else 0.35)
    measured = draws.yes((0.93 if big_month else 0.5) if at_posyandu else 0.12)
    found = course.body.measured(call.day, draws, step_g=home.step_g)
    length = found.length_mm - (SLIP_MM if draws.yes(0.004) else 0) if measured else None
    weight = found.weight_g if weighed else None
    standing = measured and course.body.age_days(call.day) > 600 and draws.yes(0.08)
    if measured:
        len_z, wfl_z = judged(course.body, call.day, weight, length)
        course.stunted = None if len_z is None else len_z < RED_BELOW
        course.nutrition = _nutrition(wfl_z) or course.nutrition
    return {
        "nutrition_class": course.nutrition,
        "is_stunted": course.stunted,
        "mat_result": _colour(course, call.day, draws) if measured else "not_measured",
        "was_weighed": weighed,
        "weight_g": weight,
        "was_length_measured": measured,
        "length_mm": length and length - 7 * standing,
        "measure_position": None if not measured else "standing" if standing else "lying",
        "muac_mm": found.muac_mm if measured and draws.yes(0.6) else None,
        "head_circumference_mm": found.head_mm if measured and big_month and draws.yes(0.8) else None,
        "has_oedema": False if measured and big_month else None,
    }


def _nutrition(z: float | None) -> str | None:
    if z is None:
        return None
    return "severely_undernourished" if z < SEVERELY_BELOW else "undernourished" if z < WASTED_BELOW else "normal"


def _colour(course: _Course, day: date, draws: Chance) -> str:
    """What a cadre reads off the mat: mostly what the length says, near a line sometimes the neighbour."""
    z = course.body.length_z(course.body.age_days(day)) + draws.normal(0, 0.15)
    return "red" if z < RED_BELOW else "yellow" if z < YELLOW_BELOW else "green"


def _services(home: Home, course: _Course, call: Call, age: int, draws: Chance) -> dict[str, object]:
    care = home.family.diligence
    came = any(dose.given.year == call.day.year and dose.given.month == call.day.month for dose in course.doses)
    due = sum(dose.given <= call.day for dose in course.doses)
    at_home = call.place == "home"
    met = not at_home or draws.yes(0.5)
    ill = course.stunted or course.nutrition in ("undernourished", "severely_undernourished")
    return {
        "basic_immunization_received": came,
        "immunization_up_to_date": due >= expected_doses(course.life.born, call.day),
        "counselling_mother": home.mother_alive(call.day) and met and draws.yes(0.45 + 0.5 * care),
        "counselling_father": draws.yes(0.11),
        "home_visits": int(at_home) + draws.yes(0.85 if ill else 0.6) + draws.yes(0.15),
        "parenting_attended": None if age < 2 else draws.yes(0.25 + 0.6 * care),
    }


def expected_doses(born: date, day: date) -> int:
    """How many doses a child should have had some weeks ago."""
    age = (day - born).days
    return sum(due + 45 <= age for _, _, due in SCHEDULE)


def _possessions(home: Home, course: _Course, day: date, draws: Chance) -> dict[str, bool | None]:
    """Water and latrine of the household, certificate and insurance of the child; now and then nobody asked."""
    since = {
        "has_safe_water": home.family.water,
        "has_latrine": home.family.latrine,
        "has_birth_certificate": course.certificate,
        "has_health_insurance": home.family.insurance,
    }
    return {name: None if draws.yes(0.03) else got is not None and got <= day for name, got in since.items()}


def _feeding(age: int, month: str, draws: Chance) -> dict[str, bool | None]:
    exclusive = draws.yes(0.72) if age < 6 else None
    return {
        "exclusive_breastfeeding": exclusive,
        "complementary_feeding": draws.yes(0.9) if age >= 6 else None,
        "vitamin_a": draws.yes(0.9) if age >= 6 and month[5:] in VITAMIN_MONTHS else None,
    }


def _refer(home: Home, course: _Course, day: date, draws: Chance) -> None:
    key = course.life.key
    if course.nutrition == "severely_undernourished":
        refer(home, key, day, "wasted")
    elif course.stunted and draws.yes(0.15):
        refer(home, key, day, "stunted")
    elif course.nutrition == "undernourished" and draws.yes(0.3):
        refer(home, key, day, "underweight")


def _write_paud(home: Home, course: _Course, last: date) -> None:
    """Form 2C: parents' class from two years on, a place in PAUD from three."""
    child = course.life
    chance = home.chance("2C", child.key)
    starts = chance.between(24, 40) if chance.yes(0.35) else chance.between(36, 60) if chance.yes(0.75) else None
    for month in home.wish.all_months:
        day, draws = first_day(month) + (23 + home.family.hamlet) * Day, chance.of(month)
        age = completed_months(child.born, last_day(month))
        if not (UNTIL_MONTHS <= age <= OLDEST_CHILD_MONTHS and home.first_seen[child.key] <= day <= last):
            continue
        if completed_months(child.born, day) >= UNTIL_MONTHS and not draws.yes(0.06):
            often = 0.45 if month[5:] == HOLIDAY else 0.86
            went = "not_yet" if starts is None or age < starts else "attended" if draws.yes(often) else "absent"
            home.diary.new(day, "paud_attendance", person_id=course.person, month=month, attendance=went)
