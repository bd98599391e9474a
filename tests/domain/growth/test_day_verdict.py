"""What one measuring says on its day.

Limits: WHO Child Growth Standards 2006, printed tables (boys at 12 months, length: median 75,7, -2 SD 71,0, -3 SD 68,6
cm; weight: median 9,6, -2 SD 7,7, -3 SD 6,9 kg). Classes: Permenkes 2/2020. Letters: Juknis KMS Balita 2021.
"""

from datetime import date
from typing import Any

import pytest

from kpm_desktop.domain.growth.chart import Born, Measures
from kpm_desktop.domain.growth.day_verdict import Skdn, counted, has_growth_card, weight_status, worst_class
from kpm_desktop.domain.growth.weight_gain import Weighing

BORN, ON = date(2025, 11, 19), date(2026, 11, 19)


def measured(weight: int | None = None, length: int | None = None, **more: Any) -> Measures:
    return Measures("2026-11", ON, weight, length, "lying", **more)


@pytest.mark.parametrize(
    ("taken", "code", "key", "gravity"),
    [
        (measured(9600, 757), "well_nourished", "wfl", 0),
        (measured(None, 757), "normal_length", "len", 0),
        (measured(9600), "normal_weight", "wei", 0),
        (measured(None, 705), "stunted", "len", 2),
        (measured(None, 680), "severely_stunted", "len", 3),
        (measured(7500), "underweight", "wei", 2),
        (measured(6700), "severely_underweight", "wei", 3),
        (measured(9000, 705), "stunted", "len", 2),
        (measured(9600, 757, has_oedema=True), "severely_wasted", "wfl", 3),
    ],
)
def test_the_gravest_class_is_told(taken: Measures, code: str, key: str, gravity: int) -> None:
    found = worst_class(Born("male", BORN), taken)
    assert found is not None
    assert (found.code, found.key, found.gravity) == (code, key, gravity)


def test_without_a_measure_there_is_no_class() -> None:
    assert worst_class(Born("male", BORN), measured()) is None


def test_born_early_the_age_is_corrected() -> None:
    """Born at 32 weeks, a boy of 12 months is ten months and a week old to the standards: 70,5 cm is above -2 SD (69,2
    at ten months)."""
    taken = measured(None, 705)
    early = worst_class(Born("male", BORN, 32), taken)
    term = worst_class(Born("male", BORN, 40), taken)
    assert early is not None
    assert term is not None
    assert (early.code, term.code) == ("normal_length", "stunted")


def test_letters_of_a_weighing() -> None:
    now = Weighing(9900, "2026-11", ON)
    last, earlier = Weighing(9600, "2026-10", date(2026, 10, 15)), Weighing(9000, "2026-08", date(2026, 8, 14))
    fell = Weighing(10_400, "2026-10", date(2026, 10, 15))
    told = [weight_status("male", BORN, now, before) for before in (last, fell, earlier, None)]
    assert told == ["N", "T", "O", "B"]
    assert weight_status("unknown", BORN, now, last) == ""


def test_d_is_the_sum_of_its_letters_and_absent_is_k_minus_d() -> None:
    children = [(True, "N"), (True, "N"), (True, "T"), (True, "O"), (True, "B"), (True, ""), (False, "")]
    assert counted(children) == Skdn(s=7, k=6, d=5, n=2, t=1, o=1, b=1)


def test_who_was_ever_weighed_has_a_growth_card() -> None:
    cases = [(None, False), ("0002-2026", False), (None, True)]
    assert [has_growth_card(number, was_weighed=weighed) for number, weighed in cases] == [False, True, True]
