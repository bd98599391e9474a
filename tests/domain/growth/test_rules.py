"""Each rule of the standards at its boundary, in both forms. WHO: values of WHO's own program (anthro 1.1)."""

from decimal import Decimal

import pytest

from kpm_desktop.domain.growth import lms, tables
from kpm_desktop.domain.growth.child import Child
from tests.domain.growth.children import both

Z = float | None


def _boy(age_days: float | None, position: str | None = None, **measures: float) -> Child:
    """The child of WHO's edge tests: 10.1 kg, 77.5 cm, head 47 cm, arm 14.5 cm."""
    given: dict[str, float] = {"weight_kg": 10.1, "length_cm": 77.5, "head_cm": 47, "muac_cm": 14.5, **measures}
    return Child("male", age_days, position=position, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(("age", "zlen"), [(0.49, 14.59), (0.5, 14.48), (730.49, -3.37), (730.5, -3.15)])
def test_age_is_rounded_half_up(age: float, zlen: float) -> None:
    """Rule 1, WHO: 730.5 days is day 731, which is measured standing."""
    assert both(_boy(age)).z("len") == zlen


@pytest.mark.parametrize(("age", "zwei"), [(1826, -4.34), (1826.2, -4.34), (1826.25, None), (1827, None), (1900, None)])
def test_no_z_score_from_60_months_on(age: float, zwei: Z) -> None:
    """Rule 2, WHO: unrounded days / 30.4375 below 60; 1826.25 days are 60 months."""
    growth = both(_boy(age))
    assert growth.z("wei") == zwei
    assert len(growth.scores) == (0 if zwei is None else 6)


def test_no_z_score_without_sex() -> None:
    """Rule 2, WHO: no sex, no z-score; standing too early is still seen."""
    growth = both(_boy(200, "standing")._replace(sex=None))
    assert growth.scores == {} and growth.standing_implausible


@pytest.mark.parametrize(
    ("age", "implausible", "zlen"),
    [(273, True, None), (273.93, True, 2.46), (273.9375, False, 2.78), (274, False, 2.78)],
)
def test_standing_below_nine_months_is_not_believed(age: float, implausible: bool, zlen: Z) -> None:
    """Rule 3, WHO: 273.9375 days are 9 months; below, the position is dropped and nothing corrected."""
    growth = both(_boy(age, "standing"))
    assert growth.standing_implausible is implausible
    assert growth.length_cm == (77.5 if implausible else 77.5 + 0.7)
    assert zlen is None or growth.z("len") == zlen


@pytest.mark.parametrize(
    ("age", "position", "length"),
    [
        (730, "standing", 77.5 + 0.7),
        (730, "lying", 77.5),
        (730, None, 77.5),
        (731, "standing", 77.5),
        (731, "lying", 77.5 - 0.7),
        (731, None, 77.5),
        (None, "standing", 77.5),
        (None, "lying", 77.5),
    ],
)
def test_length_is_corrected_to_the_position_of_the_age(age: float | None, position: str | None, length: float) -> None:
    """Rule 4, WHO Methods (2006): 0.7 cm longer lying; below 731 days lying, from it standing."""
    assert both(_boy(age, position)).length_cm == length


@pytest.mark.parametrize(("position", "zlen"), [("lying", -3.38), ("standing", -3.15), (None, -3.15)])
def test_the_correction_changes_the_z_score(position: str | None, zlen: float) -> None:
    """Rule 4, WHO: a boy of 730.5 days, 77.5 cm."""
    assert both(_boy(730.5, position)).z("len") == zlen


def test_bmi_uses_the_corrected_length() -> None:
    """Rule 5, WHO: the same boy lying (0.84) and standing (0.61)."""
    assert both(_boy(730.5, "lying")).z("bmi") == 0.84
    assert both(_boy(730.5, "standing")).z("bmi") == 0.61
    assert both(_boy(730.5, "standing")).bmi == pytest.approx(10.1 / 0.775**2)


def test_length_and_head_keep_the_plain_formula_beyond_3() -> None:
    """Rule 6: boy, 44 days, 50 cm is ((50/56.4833) - 1)/0.03492 = -3.29; head of a newborn 9.87 (WHO)."""
    assert both(Child("male", 44, length_cm=50)).z("len") == -3.29
    assert both(_boy(0.49)).z("hc") == 9.87


def test_other_indicators_count_in_last_steps_beyond_3() -> None:
    """Rule 6 by hand: boy, day 0, M 3.3464, L 0.3487, S 0.14602; 3 + (y - SD3)/(SD3 - SD2), and below alike."""
    m, l, s = 3.3464, 0.3487, 0.14602  # noqa: E741
    sd = {k: m * (1 + l * s * k) ** (1 / l) for k in (-3, -2, 2, 3)}
    for y, z in ((7.0, 3 + (7.0 - sd[3]) / (sd[3] - sd[2])), (1.2, -3 + (1.2 - sd[-3]) / (sd[-2] - sd[-3]))):
        assert both(Child("male", 0, weight_kg=y)).z("wei") == pytest.approx(z, abs=0.005)


@pytest.mark.parametrize(
    ("age", "position", "length", "zwfl"),
    [
        (100, "lying", 44.99, None),
        (100, "lying", 45, 22.80),
        (100, "lying", 110, -7.00),
        (100, "lying", 110.01, None),
        (400, "standing", 44.3, 22.80),
        (400, "standing", 109.3, -7.00),
        (400, "standing", 109.35, None),
        (731, "standing", 64.9, None),
        (731, "standing", 65, 2.74),
        (731, "lying", 65.7, 2.74),
        (731, "lying", 65, None),
        (731, "lying", 120.7, -7.94),
        (731, "standing", 120, -7.94),
        (731, "standing", 120.05, None),
    ],
)
def test_range_of_weight_for_length(age: float, position: str, length: float, zwfl: Z) -> None:
    """Rule 7, WHO: 45-110 cm lying, 65-120 cm standing, after the correction (boy, 9.4 kg)."""
    assert both(Child("male", age, 9.4, length, position)).z("wfl") == zwfl


@pytest.mark.parametrize(
    ("position", "length", "zwfl"),
    [
        ("lying", 87, -3.13),
        ("standing", 87, -3.31),
        (None, 86.95, -3.11),
        (None, 87, -3.31),
        ("lying", 110.01, None),
        ("standing", 64.9, None),
        (None, 45, 22.80),
        (None, 120, -7.94),
    ],
)
def test_without_an_age_the_position_chooses_the_table(position: str | None, length: float, zwfl: Z) -> None:
    """Rule 7, WHO: then the length, below 87 cm lying. No other z-score without an age."""
    growth = both(Child("male", None, 9.4, length, position, 45, 14))
    assert growth.z("wfl") == zwfl
    assert growth.scores.keys() <= {"wfl"}


@pytest.mark.parametrize(("length", "zwfl"), [(45, 22.80), (45.05, 22.70), (86.95, -3.11)])
def test_between_two_rows_l_m_s_lie_on_a_line(length: float, zwfl: float) -> None:
    """Rule 7, WHO: 45.05 and 86.95 cm lie between two rows (boy, 9.4 kg, lying)."""
    assert both(Child("male", 100, 9.4, length, "lying")).z("wfl") == zwfl


@pytest.mark.parametrize(("age", "zac"), [(90, None), (90.4, None), (90.5, 0.99), (91, 0.99)])
def test_arm_circumference_from_day_91(age: float, zac: Z) -> None:
    """Rule 8, WHO: the table begins at day 91; 90.5 is day 91."""
    assert both(_boy(age)).z("ac") == zac


@pytest.mark.parametrize("measure", [0.0, -1.0, float("nan"), float("inf"), 9400.0])
def test_what_cannot_be_a_measure_gives_no_z_score(measure: float) -> None:
    """Rule 8: not above zero, or absurd (grams for kilograms): none of its z-scores, all the others."""
    assert set(both(_boy(400, weight_kg=measure)).scores) == {"len", "hc", "ac"}
    assert set(both(_boy(400, length_cm=measure)).scores) == {"wei", "hc", "ac"}
    assert set(both(_boy(400, head_cm=measure)).scores) == {"len", "wei", "wfl", "bmi", "ac"}
    assert set(both(_boy(400, muac_cm=measure)).scores) == {"len", "wei", "wfl", "bmi", "hc"}


def test_oedema_bars_what_is_weighed() -> None:
    """Rule 9, WHO: no weight-for-age, weight-for-length or BMI z-score."""
    assert set(both(_boy(400)._replace(oedema=True)).scores) == {"len", "hc", "ac"}


@pytest.mark.parametrize(
    ("z", "text"), [(0.005, 0.01), (-0.005, -0.01), (1.005, 1.01), (-2.675, -2.68), (2.994999, 2.99), (-0.004, 0.0)]
)
def test_ties_go_away_from_zero(z: float, text: float) -> None:
    """Rule 10: as a person rounds the decimal; 1.005 is stored as 1.00499… and is 1.01."""
    assert lms.rounded(z) == text
    assert str(lms.rounded(z)) == str(text)  # never -0.0


@pytest.mark.parametrize("tie", ["0.005", "-0.005", "1.005", "-2.005", "2.675", "-5.995", "4.445"])
def test_a_child_exactly_on_a_tie(tie: str) -> None:
    """Rule 10 on real lengths: y = M(1 + S·z) in exact decimals, for every month, both sexes."""
    away = float(Decimal(tie) + Decimal("0.005").copy_sign(Decimal(tie)))
    for girl, sex in enumerate(("male", "female")):
        for day in range(0, 1827, 61):
            _, m, s = tables.for_age("len").lms(bool(girl), day)
            length = Decimal(str(m)) * (1 + Decimal(str(s)) * Decimal(tie))
            assert both(Child(sex, day, length_cm=float(length))).z("len") == away


@pytest.mark.parametrize(
    ("field", "key", "low", "high"),
    [("length_cm", "len", -6, 6), ("weight_kg", "wei", -6, 5), ("head_cm", "hc", -5, 5), ("muac_cm", "ac", -5, 5)],
)
def test_flags_begin_beyond_the_limit(field: str, key: str, low: int, high: int) -> None:
    """Rule 10: |length| > 6; weight < -6 or > 5; |head|, |arm| > 5, on the rounded z-score."""
    met = set()
    for tenth in range(5, 1400):
        score = both(Child("female", 1000, **{field: tenth / 10})).scores.get(key)  # type: ignore[arg-type]
        if score is not None:
            assert score.flagged is (score.z < low or score.z > high)
            met.add(score.flagged)
    assert met == {True, False}


@pytest.mark.parametrize(("z", "flagged"), [(5.0, False), (5.01, True), (-5.0, False), (-5.01, True)])
def test_flags_of_weight_for_length_and_bmi(z: float, flagged: bool) -> None:
    """Rule 10: |weight-for-length| and |BMI| > 5; 5.00 itself is not flagged. Beyond 3 the scale is a line."""
    l, m, s = tables.for_age("bmi").lms(True, 1000)  # noqa: E741
    sign = 1 if z > 0 else -1
    second, third = (m * (1 + l * s * k * sign) ** (1 / l) for k in (2, 3))
    score = both(Child("female", 1000, third + (abs(z) - 3) * (third - second), 100.0)).scores["bmi"]
    assert (score.z, score.flagged) == (z, flagged)
