"""Growth that children have asks for nothing, growth no child has always does: second looks along whole courses."""

import math
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpm_desktop.domain.calendar import month_of
from kpm_desktop.domain.entry.plausibility import Measured, earlier_measures, later_measures, mother_looks, second_looks
from kpm_desktop.domain.growth import lms, tables
from kpm_desktop.domain.growth.change import change_rules
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.wording import LANGUAGES, Wording

CHILD, BORN = UUID(int=1), date(2025, 1, 1)
SEXES = st.sampled_from(["male", "female"])
SCORES = st.floats(-3, 3)
AGES = st.integers(0, 700)
GAPS = st.integers(1, 300)
#: The measures, the table of each and its unit: kilograms or centimetres.
TABLES = {"weight_g": ("wei", 1000), "length_mm": ("len", 10), "head_circumference_mm": ("hc", 10)}


def child(sex: str = "male", **values: Any) -> Person:
    return Person(id=CHILD, household_id=UUID(int=2), full_name="Ahmad", sex=sex, birth_date=BORN, **values)


def visit(day: int, **values: Any) -> ChildVisit:
    on = BORN + timedelta(days=day)
    return ChildVisit(id=UUID(int=3), person_id=CHILD, month=month_of(on), visit_date=on, **values)


def at(day: int, value: int) -> Measured:
    """A measure of a day that lies in an earlier month, whatever the calendar says."""
    return Measured(value, "2025-01", BORN + timedelta(days=day))


def size(name: str, sex: str, day: int, z: float) -> int:
    """A measure as the WHO standards give it."""
    key, unit = TABLES[name]
    return round(lms.measure_with_tails(z, tables.for_age(key).lms(sex == "female", day)) * unit)


def asked(sex: str, name: str, from_day: int, before: int, to_day: int, now: int) -> set[str]:
    """The codes of what is asked about a change, the WHO flags of the value itself left out."""
    looks = second_looks(child(sex), visit(to_day, **{name: now}), {name: at(from_day, before)})
    return {one.why.code for one in looks if ".implausible_" not in one.why.code}


@given(SEXES, st.sampled_from(list(TABLES)), AGES, GAPS, SCORES)
def test_a_child_on_its_curve_asks_for_nothing(sex: str, name: str, day: int, gap: int, z: float) -> None:
    """Any z-score within ±3, kept over 1 to 300 days."""
    before, now = size(name, sex, day, z), size(name, sex, day + gap, z)
    assert asked(sex, name, day, before, day + gap, now) == set()


@given(SEXES, AGES, st.integers(20, 120), SCORES, st.floats(-0.9, 0.9))
def test_a_child_that_comes_nearer_to_another_curve_asks_for_nothing(
    sex: str, day: int, gap: int, z: float, drift: float
) -> None:
    for name in TABLES:
        before, now = size(name, sex, day, z), size(name, sex, day + gap, z + drift)
        assume(now >= before)
        assert asked(sex, name, day, before, day + gap, now) == set()


@given(SEXES, st.integers(30, 700), st.integers(1, 60), st.floats(-5.5, -2.2), st.floats(0, 20))
def test_a_treated_child_catches_up(sex: str, day: int, days: int, z: float, rate: float) -> None:
    """Up to 20 g per kilogram and day until the weight the standards call high (+1), as treatment brings it."""
    before = size("weight_g", sex, day, z)
    assume(before >= 900)
    treated = before * math.exp(rate / 1000 * days)
    now = min(round(treated), max(before, size("weight_g", sex, day + days, 1)))
    assert "measure.gained" not in asked(sex, "weight_g", day, before, day + days, now)


@given(SEXES, st.integers(0, 7), st.floats(0, 0.10), st.floats(-3, 3))
def test_a_newborn_may_lose_a_tenth(sex: str, day: int, lost: float, z: float) -> None:
    born = size("weight_g", sex, 0, z)
    looks = second_looks(child(sex, birth_weight_g=born), visit(day, weight_g=math.ceil(born * (1 - lost))), {})
    assert {one.why.code for one in looks} <= {"measure.implausible_wei"}


@given(SEXES, AGES, st.integers(1, 31), st.integers(1000, 14_000), st.floats(2, 4))
def test_no_child_doubles_its_weight_in_a_month(sex: str, day: int, gap: int, before: int, times: float) -> None:
    assert "measure.gained" in asked(sex, "weight_g", day, before, day + gap, math.ceil(before * times))


@given(SEXES, AGES, GAPS, SCORES, st.floats(4.1, 8))
def test_no_child_rises_by_four_scores_within_a_year(sex: str, day: int, gap: int, z: float, rise: float) -> None:
    """But for a child that was malnourished, which may catch up."""
    assume(z >= -2)
    for name in TABLES:
        before, now = size(name, sex, day, z), size(name, sex, day + gap, z + rise)
        assert asked(sex, name, day, before, day + gap, now) & {"measure.gained", "measure.grew", "measure.head_grew"}


@pytest.mark.parametrize("age", [90, 180, 270, 330, 400, 600])
@pytest.mark.parametrize("days", [28, 31])
def test_from_5_95_to_12_kilograms_in_a_month(age: int, days: int) -> None:
    (code,) = asked("male", "weight_g", age, 5950, age + days, 12_000)
    assert code == "measure.gained"


def test_the_sentence_names_change_days_and_limit() -> None:
    (found,) = second_looks(child(), visit(330, weight_g=12_000), {"weight_g": at(300, 5950)})
    said = Wording("id").say(found.why)
    assert said.startswith("Berat naik 6,05 kg dalam 30 hari; anak paling banyak naik kira-kira ")
    assert found.blocks is False


@pytest.mark.parametrize(
    ("name", "before", "now", "code"),
    [
        ("length_mm", 690, 990, "measure.grew"),
        ("length_mm", 690, 740, "measure.grew"),
        ("length_mm", 760, 690, "measure.shrank"),
        ("head_circumference_mm", 440, 490, "measure.head_grew"),
        ("head_circumference_mm", 440, 430, "measure.head_shrank"),
        ("muac_mm", 140, 170, "measure.arm_changed"),
        ("muac_mm", 140, 110, "measure.arm_changed"),
    ],
)
def test_jumps_within_a_month(name: str, before: int, now: int, code: str) -> None:
    assert asked("male", name, 240, before, 270, now) == {code}


@pytest.mark.parametrize(("name", "before", "now"), [("head_circumference_mm", 440, 436), ("muac_mm", 140, 162)])
def test_what_a_tape_may_read(name: str, before: int, now: int) -> None:
    assert asked("male", name, 240, before, 270, now) == set()


def test_a_child_measured_standing_is_not_shorter() -> None:
    """0.7 cm less standing than lying (WHO)."""
    lying = Measured(800, "2025-01", BORN + timedelta(days=560), "lying")
    now = visit(590, length_mm=794, measure_position="standing")
    assert list(second_looks(child(), now, {"length_mm": lying})) == []


def test_birth_is_the_first_point() -> None:
    born = child(birth_weight_g=3100, birth_length_mm=490)
    codes = [one.why.code for one in second_looks(born, visit(30, weight_g=7000, length_mm=590), {})]
    assert codes == ["measure.gained", "measure.grew"]
    shorter = [one.why.code for one in second_looks(born, visit(30, length_mm=470), {})]
    assert shorter == ["measure.shrank"]


def test_a_child_born_early_grows_beyond_its_first_curve() -> None:
    born = child(birth_weight_g=1700, birth_length_mm=410, gestation_at_birth_weeks=32)
    assert list(second_looks(born, visit(120, weight_g=5200, length_mm=580), {})) == []


def test_a_value_that_contradicts_a_later_one() -> None:
    rows = {"2025-09": visit(250, weight_g=8200), "2025-11": visit(310, weight_g=8700)}
    now = visit(280, weight_g=12_700)
    looks = second_looks(child(), now, earlier_measures(rows, now.month), later_measures(rows, now.month))
    assert [one.why.code for one in looks] == ["measure.gained", "measure.later_weight_lost"]


def test_weight_with_oedema_comes_and_goes() -> None:
    now = visit(330, weight_g=10_500, has_oedema=True)
    assert list(second_looks(child(), now, {"weight_g": at(300, 7000)})) == []


@pytest.mark.parametrize(
    ("days", "before", "now", "asks"),
    [
        (30, 52_000, 54_000, False),
        (30, 52_000, 58_100, True),
        (30, 52_000, 45_900, True),
        (90, 52_000, 63_000, False),
        (30, 52_000, 25_200, True),
    ],
)
def test_a_mothers_weight(days: int, before: int, now: int, asks: bool) -> None:
    assert bool(_of_mother(days, "weight_g", before, now)) is asks


def test_a_birth_takes_weight_away() -> None:
    assert _of_mother(30, "weight_g", 66_000, 54_000, delivery_date=date(2025, 1, 20)) == []
    assert _of_mother(30, "weight_g", 66_000, 46_000, delivery_date=date(2025, 1, 20)) != []


def test_a_mothers_arm() -> None:
    assert _of_mother(30, "muac_mm", 235, 250) == []
    assert _of_mother(30, "muac_mm", 235, 325) == ["measure.arm_changed"]


def _of_mother(days: int, name: str, before: int, now: int, **pregnancy: Any) -> list[str]:
    on = BORN + timedelta(days=days)
    carried = Pregnancy(id=UUID(int=5), person_id=UUID(int=4), outcome="ongoing", **pregnancy)
    measure: dict[str, Any] = {name: now}
    row = PregnancyVisit(id=UUID(int=6), pregnancy_id=carried.id, month=month_of(on), visit_date=on, **measure)
    return [one.why.code for one in mother_looks(carried, row, {name: at(0, before)})]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_doubt_has_its_sentence(language: str) -> None:
    for name, before, now in (("weight_g", 4000, 15_000), ("length_mm", 600, 900), ("muac_mm", 120, 200)):
        other = {name: at(240, before)}
        for one in second_looks(child(), visit(270, **{name: now}), other, other):
            assert "{" not in Wording(language).say(one.why)


def test_the_rules_say_where_they_come_from() -> None:
    """Nothing here is confirmed, and it says so."""
    rules = change_rules()
    assert not rules.confirmed
    assert rules.source
    assert "nconfirmed" in rules.child.weight.source
