"""What asks to measure again (docs/records.md, child_visit): 15 % lost, shorter than before, beyond WHO's flags."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.domain.entry.plausibility import Measured, earlier_measures, second_looks
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.wording import Wording

CHILD = UUID(int=1)


def child(born: date = date(2026, 1, 2)) -> Person:
    return Person(id=CHILD, household_id=UUID(int=2), full_name="Ahmad", sex="male", birth_date=born)


def visit(**values: Any) -> ChildVisit:
    return ChildVisit(
        **{"id": UUID(int=3), "person_id": CHILD, "month": "2026-11", "visit_date": date(2026, 11, 19), **values}
    )


def told(now: ChildVisit, **before: int) -> dict[str, str]:
    earlier = {name: Measured(value, "2026-10") for name, value in before.items()}
    return {found.field: found.why.code for found in second_looks(child(), now, earlier)}


@pytest.mark.parametrize(("now", "warned"), [(7650, False), (7649, True)])
def test_a_loss_of_more_than_fifteen_percent(now: int, warned: bool) -> None:
    assert ("weight_g" in told(visit(weight_g=now), weight_g=9000)) is warned


def test_a_length_smaller_than_before() -> None:
    assert told(visit(length_mm=695), length_mm=701) == {"length_mm": "measure.shrank"}
    assert told(visit(length_mm=701), length_mm=701) == {}


def test_the_sentence_says_by_how_much_in_the_readers_numbers() -> None:
    earlier = {"length_mm": Measured(701, "2026-10")}
    (found,) = second_looks(child(), visit(length_mm=695), earlier)
    assert Wording("id").say(found.why) == "Panjang lebih pendek dari pengukuran sebelumnya (−0,6 cm): ukur ulang."
    assert "−0.6 cm" in Wording("en").say(found.why)


@pytest.mark.parametrize(
    ("field", "value"),
    [("length_mm", 400), ("length_mm", 1100), ("weight_g", 2000), ("weight_g", 30_000), ("head_circumference_mm", 250)],
)
def test_what_lies_beyond_the_who_flags(field: str, value: int) -> None:
    assert field in told(visit(**{field: value}))


def test_ordinary_measures_ask_for_nothing() -> None:
    """The WHO medians of a boy of ten months and a half: 9.2 kg, 73.3 cm, 45.4 cm."""
    assert told(visit(weight_g=9200, length_mm=733, head_circumference_mm=454), weight_g=9000, length_mm=725) == {}


def test_the_newest_measure_before_the_month_counts() -> None:
    rows = {
        "2026-08": visit(weight_g=8000),
        "2026-09": visit(weight_g=8200, length_mm=700),
        "2026-10": visit(),
        "2026-11": visit(weight_g=9999),
    }
    assert earlier_measures(rows, "2026-11") == {
        "weight_g": Measured(8200, "2026-09"),
        "length_mm": Measured(700, "2026-09"),
    }


@pytest.mark.parametrize(
    ("now", "before", "is_told"),
    [
        ({"weight_g": 9000, "length_mm": 725}, {"weight_g": 9000, "length_mm": 725}, True),
        ({"weight_g": 9000}, {"weight_g": 9000}, False),
        ({"weight_g": 9100, "length_mm": 725}, {"weight_g": 9000, "length_mm": 725}, False),
        ({"weight_g": 9000, "length_mm": 725, "muac_mm": 141}, {"weight_g": 9000, "length_mm": 725}, False),
    ],
)
def test_everything_as_it_was_a_month_ago_may_have_been_copied(
    now: dict[str, int], before: dict[str, int], is_told: bool
) -> None:
    assert ("measure.copied" in told(visit(**now), **before).values()) is is_told
    older = {name: Measured(value, "2026-08") for name, value in before.items()}
    assert "measure.copied" not in [one.why.code for one in second_looks(child(), visit(**now), older)]
