"""A child's series: points where WHO's program has them, statuses of the growth card, gaps, corrected ages."""

from datetime import date, timedelta

import pytest

from kpm_desktop.domain.growth.chart import Born, Chart, Measures, chart_of
from kpm_desktop.domain.growth.chart_lines import CHARTS
from tests.domain.growth.children import sample_child, sample_outcome, sample_rows

BORN = Born("female", date(2025, 8, 4))
#: The girl of docs/growth.md: 16 weights, of which that of July cannot be right.
WEIGHTS = {
    "2025-09-12": 4100,
    "2025-10-14": 5000,
    "2025-11-12": 5700,
    "2026-05-13": 7700,
    "2026-06-13": 7900,
    "2026-07-14": 12900,
    "2026-08-13": 8300,
    "2026-09-12": 8600,
    "2026-10-13": 8500,
    "2026-11-14": 8300,
}


def taken(day: str, grams: int | None = None, **more: object) -> Measures:
    return Measures(day[:7], date.fromisoformat(day), grams, **more)  # type: ignore[arg-type]


def girl() -> Chart:
    unused = {"2026-07-14": frozenset({"wei"})}
    visits = [taken(day, grams, unused=unused.get(day, frozenset())) for day, grams in WEIGHTS.items()]
    return chart_of("wei", BORN, [*visits, Measures("", BORN.day, 3050, 490, "lying")])


def test_every_point_has_the_z_score_of_whos_program() -> None:
    """WHO's reference sample (tests/data/growth): 600 children, each drawn as one point of all four charts."""
    day, seen = date(2020, 1, 1), 0
    for row in sample_rows()[:600]:
        child, (scores, _) = sample_child(row), sample_outcome(row)
        if child.sex is None or child.age_days is None or child.oedema or not 0 <= child.age_days < 1826:
            continue
        born = Born(child.sex, day - timedelta(days=int(child.age_days)))
        if child.age_days != int(child.age_days):
            continue
        one = Measures(
            "2020-01",
            day,
            None if child.weight_kg is None else round(child.weight_kg * 1000),
            None if child.length_cm is None else round(child.length_cm * 10),
            child.position,
            None if child.head_cm is None else round(child.head_cm * 10),
        )
        expected = dict(zip(("len", "wei", "wfl", "bmi", "hc", "ac"), scores, strict=True))
        for key in CHARTS:
            points, who = chart_of(key, born, [one]).points, expected[key]
            if points and who is not None and _is_exact(child, key):
                seen += 1
                assert points[0].z == who[0], (row["id"], key)
    assert seen > 800


def _is_exact(child: object, key: str) -> bool:
    """Whether grams and millimetres hold what the sample says."""
    measures = {"wei": ["weight_kg"], "len": ["length_cm"], "wfl": ["weight_kg", "length_cm"], "hc": ["head_cm"]}[key]
    scale = {"weight_kg": 1000, "length_cm": 10, "head_cm": 10}
    values = [(getattr(child, name), scale[name]) for name in measures]
    return all(value is not None and abs(value * by - round(value * by)) < 1e-9 for value, by in values)


def test_statuses_are_those_of_the_growth_card() -> None:
    """Juknis KMS Balita 2021: B first, O not weighed the month before, N gained, T not; nothing counts from a slip."""
    told = [(point.month[5:], point.status, point.gain.gain_g if point.gain else None) for point in girl().points]
    assert told == [
        ("", "", None),  # birth is no weighing of the card
        ("09", "B", None),
        ("10", "N", 900),
        ("11", "N", 700),
        ("05", "O", None),
        ("06", "N", 200),
        ("07", "", None),
        ("08", "O", None),
        ("09", "N", 300),
        ("10", "T", -100),
        ("11", "T", -200),
    ]


def test_no_line_leads_to_a_slip_and_a_missing_month_is_dotted() -> None:
    chart = girl()
    assert {point.month: point.join for point in chart.points} == {
        "": "",
        "2025-09": "line",
        "2025-10": "line",
        "2025-11": "line",
        "2026-05": "gap",
        "2026-06": "line",
        "2026-07": "",
        "2026-08": "gap",
        "2026-09": "line",
        "2026-10": "line",
        "2026-11": "line",
    }
    assert len(chart.points) - len(chart.used) == 1
    before = chart.before(chart.used[6])
    assert before is not None
    assert (chart.used[6].month, before.month) == ("2026-08", "2026-06")


def test_a_quarterly_length_is_no_gap() -> None:
    days = ("2025-11-12", "2026-02-12", "2026-08-13")
    points = chart_of("len", BORN, [taken(day, None, length_mm=600 + at * 40) for at, day in enumerate(days)]).points
    assert [point.join for point in points] == ["", "line", "gap"]


def test_a_child_born_early_is_drawn_at_its_corrected_age_until_24_months() -> None:
    """40 - 32 weeks is 56 days; nothing is drawn before the child was due; from 24 months on the age is as it is."""
    early = Born("male", date(2024, 1, 1), 32)
    days = ("2024-02-01", "2024-03-01", "2025-12-20", "2026-01-20")
    chart = chart_of("wei", early, [taken(day, 5000) for day in days])
    assert [(point.taken.day.isoformat(), point.age_days, point.is_corrected) for point in chart.points] == [
        ("2024-03-01", 60 - 56, True),
        ("2025-12-20", 719 - 56, True),
        ("2026-01-20", 750, False),
    ]
    assert chart.early == 1
    assert chart.is_corrected
    assert not chart_of("wei", Born("male", date(2024, 1, 1), 37), [taken("2024-03-01", 5000)]).is_corrected


def test_weight_for_height_moves_lengths_measured_lying() -> None:
    """From day 731 by height, 0.7 cm less than lying (WHO); what was measured lying before stands there too."""
    lying, standing = date(2027, 6, 1), date(2027, 9, 1)
    visits = [
        Measures("2027-06", lying, 10500, 820, "lying"),
        Measures("2027-09", standing, 11000, 840, "standing"),
    ]
    chart = chart_of("wfl", BORN, visits)
    assert (chart.by, [round(point.x, 1) for point in chart.points]) == ("height", [81.3, 84.0])
    assert chart_of("wfl", BORN, visits[:1]).points[0].x == 82.0


@pytest.mark.parametrize(("months", "last"), [(15, 24), (30, 60)])
def test_the_axes_hold_every_point(months: int, last: int) -> None:
    day = BORN.day + timedelta(days=round(months * 30.4375))
    chart = chart_of("wei", BORN, [Measures("2026-01", day, 21000)])
    assert chart.x.last == last
    assert chart.y.first <= 21 <= chart.y.last


def test_a_slip_does_not_squeeze_the_lines_and_a_length_outside_the_table_has_no_place() -> None:
    """WHO's table of weight-for-length begins at 45 cm."""
    slip = Measures("2026-11", date(2026, 11, 14), 58000, 1500, "lying", unused=frozenset({"wei", "wfl", "len"}))
    visits = [Measures("", BORN.day, 1800, 420, "lying"), taken("2026-10-13", 8500), slip]
    weight = chart_of("wei", BORN, visits)
    assert (weight.y.last, weight.points[-1].is_used) == (14, False)
    assert chart_of("wfl", BORN, visits).points == ()
    heavy = chart_of("wei", BORN, [taken("2026-10-13", 58000)])
    assert (heavy.y.last - heavy.y.first) / heavy.y.step <= 16


def test_what_lies_outside_the_standards_is_no_point() -> None:
    """Before birth, and from five years on."""
    assert chart_of("wei", BORN, [taken("2025-07-01", 3000), taken("2030-08-05", 18000)]).points == ()
