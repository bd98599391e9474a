"""Measures that cannot be right: the one both neighbours contradict, not the one after it; what was confirmed stays."""

from collections.abc import Mapping
from datetime import date

from kpm_desktop.domain.entry.outliers import unused_measures
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.records.person import Person

CHILD = Person(
    id=new_id(), household_id=new_id(), full_name="Alya", sex="female", birth_date=date(2025, 8, 4), birth_weight_g=3050
)


def visits(**months: Mapping[str, int]) -> dict[str, ChildVisit]:
    found = {}
    for name, measures in months.items():
        month = name.replace("m", "").replace("_", "-")
        day = date(int(month[:4]), int(month[5:]), 13)
        found[month] = ChildVisit(id=new_id(), person_id=CHILD.id, month=month, visit_date=day, **measures)  # type: ignore[arg-type]
    return found


def weights(*grams: int) -> dict[str, ChildVisit]:
    return visits(**{f"m2026_{at:02}": {"weight_g": each} for at, each in enumerate(grams, start=6)})


def test_a_slip_between_two_that_agree() -> None:
    assert unused_measures(CHILD, weights(7900, 12900, 8300), {}) == {"2026-07": frozenset({"wei", "wfl"})}


def test_the_newest_is_not_used_until_another_agrees_with_it() -> None:
    assert list(unused_measures(CHILD, weights(7900, 8100, 5900), {})) == ["2026-08"]
    assert unused_measures(CHILD, weights(7900, 8100, 6000, 6100), {}) == {}


def test_what_somebody_confirmed_is_believed() -> None:
    assert unused_measures(CHILD, weights(7900, 12900, 8300), {"2026-07": {"gained"}}).keys() == {"2026-08"}
    assert unused_measures(CHILD, weights(7900, 8100, 5900), {"2026-08": {"weight_lost"}}) == {}


def test_what_who_calls_implausible() -> None:
    """Length beyond -6 (WHO flag): the length and what is read from it, not the weight."""
    found = unused_measures(CHILD, visits(m2026_08={"weight_g": 8300, "length_mm": 500}), {})
    assert found == {"2026-08": frozenset({"len", "wfl"})}


def test_each_measure_by_itself() -> None:
    months = visits(
        m2026_06={"weight_g": 7900, "length_mm": 690, "head_circumference_mm": 440},
        m2026_07={"weight_g": 8100, "length_mm": 600, "head_circumference_mm": 445},
        m2026_08={"weight_g": 8300, "length_mm": 712, "head_circumference_mm": 430},
    )
    assert unused_measures(CHILD, months, {}) == {"2026-07": frozenset({"len", "wfl"}), "2026-08": frozenset({"hc"})}
