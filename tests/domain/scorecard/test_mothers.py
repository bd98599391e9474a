"""Form 3A cell by cell (KPM guide 2018), with decisions 8 to 12: every expectation is read off the matrix."""

from datetime import timedelta
from typing import Any

import pytest

from tests.support.story import Story, day

LAST = "2025-09"


def due(days_pregnant: int, on: str = "2025-09-15") -> str:
    """The due date that makes `on` day so-and-so since the last menstrual date."""
    return str(day(on) - timedelta(days=days_pregnant) + timedelta(days=280))


def mother_with(**answers: Any) -> Story:
    story = Story()
    story.visit(story.pregnancy(), LAST, **answers)
    return story


@pytest.mark.parametrize(
    ("month", "anc", "value"),
    [
        (0, 0, "T"),
        (0, 1, "Y"),
        (3, 1, "Y"),
        (4, 1, "Y"),
        (6, 1, "Y"),
        (6, 0, "T"),
        (7, 1, "T"),
        (7, 2, "Y"),
        (9, 1, "T"),
        (9, 2, "Y"),
        (10, 1, "T"),
    ],
)
@pytest.mark.parametrize(
    ("code", "field"), [("anc", "anc_visits"), ("counselling", "counselling_sessions")], ids=["anc", "counselling"]
)
def test_one_in_the_first_trimesters_two_in_the_last(month: int, anc: int, value: str, code: str, field: str) -> None:
    """7.1: Y >= 1, >= 1, >= 2 within the quarter; 7 months and more are the third band (decision 8)."""
    assert mother_with(gestational_age_months=month, **{field: anc}).cell(code).value == value


def test_events_of_the_quarter_only_are_added_up() -> None:
    """Decision 12: counted as events, within the quarter's three months."""
    story = Story()
    pregnancy = story.pregnancy()
    story.visit(pregnancy, "2025-06", anc_visits=5)
    story.visit(pregnancy, "2025-07", anc_visits=1, gestational_age_months=7)
    story.visit(pregnancy, "2025-09", anc_visits=1, gestational_age_months=9)
    story.visit(pregnancy, "2025-10", anc_visits=5)
    cell = story.cell("anc")
    assert (cell.value, cell.why.params["count"], cell.why.params["needed"]) == ("Y", 2, 2)


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        ([(30, True)], "Y"),
        ([(29, True)], "T"),
        ([(30, None)], "Y"),
        ([(30, False)], "T"),
        ([(15, True), (15, None)], "Y"),
        ([(15, True), (15, False)], "T"),
        ([(None, True)], "T"),
        ([(10, True), (10, True), (10, True)], "Y"),
    ],
)
def test_thirty_tablets_in_rows_not_refused(rows: list[tuple[int | None, bool | None]], value: str) -> None:
    """Decision 11: the sum over rows in which iron_taken is not "no", at least 30, in every band."""
    story = Story()
    pregnancy = story.pregnancy()
    for month, (tablets, taken) in zip(("2025-07", "2025-08", "2025-09"), rows, strict=False):
        story.visit(pregnancy, month, iron_tablets=tablets, iron_taken=taken)
    assert story.cell("iron").value == value


@pytest.mark.parametrize(
    ("kek", "risk", "visits", "value"),
    [
        (False, False, 0, "TS"),
        (False, False, 3, "TS"),
        (None, None, 0, "TS"),
        (True, False, 0, "T"),
        (True, None, 1, "Y"),
        (False, True, 1, "Y"),
        (None, True, 0, "T"),
        (True, True, None, "T"),
    ],
)
def test_home_visit_only_for_kek_or_high_risk(
    kek: bool | None, risk: bool | None, visits: int | None, value: str
) -> None:
    """7.1 and decision 2: a normal pregnancy is TS; no answer on KEK or risk is "no" (decision 10)."""
    assert mother_with(is_kek=kek, is_high_risk=risk, home_visits=visits).cell("home_visit").value == value


def test_home_visit_of_a_normal_pregnancy_is_a_switch() -> None:
    """7.1: other implementations write T; the comparison rule set does."""
    story = mother_with(home_visits=2)
    assert story.cell("home_visit", ruleset="OPENSID-COMPAT").value == "T"
    assert story.cell("home_visit").value == "TS"


@pytest.mark.parametrize("field", ["is_kek", "is_high_risk"])
def test_risk_is_the_last_answer_of_the_quarter(field: str) -> None:
    """Decision 10, and each of the two fields by itself."""
    story = Story()
    pregnancy = story.pregnancy()
    story.visit(pregnancy, "2025-06", **{field: True})
    story.visit(pregnancy, "2025-07", **{field: True})
    story.visit(pregnancy, "2025-08", **{field: False})
    story.visit(pregnancy, "2025-09")
    assert not story.mother().is_at_risk
    assert story.mother("2025-Q2").is_at_risk


@pytest.mark.parametrize(
    ("code", "field"),
    [("water", "has_safe_water"), ("latrine", "has_latrine"), ("insurance", "has_health_insurance")],
)
@pytest.mark.parametrize(
    ("answers", "value"),
    [
        ([True, None, None], "Y"),
        ([True, False, None], "T"),
        ([False, None, True], "Y"),
        ([None, None, None], "T"),
    ],
)
def test_possession_is_the_last_answer(code: str, field: str, answers: list[bool | None], value: str) -> None:
    """Decision 10; no answer at all is T with a reason of its own."""
    story = Story()
    pregnancy = story.pregnancy()
    for month, answer in zip(("2025-07", "2025-08", "2025-09"), answers, strict=True):
        story.visit(pregnancy, month, **{field: answer})
    cell = story.cell(code)
    assert cell.value == value
    assert (cell.why.code == "scorecard.no_answer") == (answers == [None] * 3)


def test_possession_of_an_earlier_quarter_does_not_count() -> None:
    story = mother_with()
    story.visit(story.records[2], "2025-06", has_latrine=True)  # type: ignore[arg-type]
    assert story.cell("latrine").value == "T"


@pytest.mark.parametrize(
    ("days", "month"),
    [(-40, 0), (0, 1), (30, 1), (31, 2), (91, 3), (92, 4), (182, 6), (183, 7), (273, 9), (274, 10), (340, 10)],
)
def test_month_in_progress(days: int, month: int) -> None:
    """Decision 8: floor(days since EDD - 280 / 30.4375) + 1, limited to 0..10."""
    story = Story()
    story.visit(story.pregnancy(expected_delivery_date=due(days)), LAST)
    assert story.mother().gestational_months == month


@pytest.mark.parametrize(("days", "band"), [(91, "trimester_1"), (92, "trimester_2"), (183, "trimester_3")])
def test_band_of_the_month_in_progress(days: int, band: str) -> None:
    story = Story()
    story.visit(story.pregnancy(expected_delivery_date=due(days)), LAST)
    assert story.mother().band == band


def test_due_date_from_the_last_menstrual_date() -> None:
    """Only LMP known: EDD is LMP + 280 days."""
    story = Story()
    story.visit(story.pregnancy(last_menstrual_date=str(day("2025-09-15") - timedelta(days=183))), LAST)
    assert story.mother().gestational_months == 7


def test_typed_month_of_the_last_row_wins() -> None:
    """Decision 8: the band comes from the last row, typed before computed."""
    story = Story()
    pregnancy = story.pregnancy(expected_delivery_date=due(183))
    story.visit(pregnancy, "2025-07", gestational_age_months=9)
    story.visit(pregnancy, "2025-09", gestational_age_months=6)
    assert story.mother().band == "trimester_2"


def test_month_typed_on_an_earlier_row_gives_way_to_the_due_date() -> None:
    story = Story()
    pregnancy = story.pregnancy(expected_delivery_date=due(183))
    story.visit(pregnancy, "2025-07", gestational_age_months=2)
    story.visit(pregnancy, "2025-09")
    assert story.mother().gestational_months == 7


def test_month_by_the_visit_date_not_the_month_of_the_row() -> None:
    story = Story()
    story.visit(story.pregnancy(expected_delivery_date=due(183, "2025-10-10")), LAST, on="2025-10-10")
    assert story.mother().gestational_months == 7


def test_without_any_date_the_typed_month_is_counted_on() -> None:
    """The text is silent; docs/scorecard.md: the last typed month plus the months since."""
    story = Story()
    pregnancy = story.pregnancy(outcome="ongoing")
    story.visit(pregnancy, "2025-06", gestational_age_months=4)
    story.visit(pregnancy, "2025-09")
    assert story.mother().gestational_months == 7


def test_without_anything_known_it_is_judged_as_the_first_trimester_and_says_so() -> None:
    story = Story()
    story.visit(story.pregnancy(outcome="ongoing"), LAST, anc_visits=1)
    cell = story.cell("anc")
    assert story.mother().gestational_months is None
    assert cell.value == "Y"
    assert cell.note is not None
    assert cell.note.code == "scorecard.note.month_unknown"
    assert [found.why.code for found in story.card().findings] == ["scorecard.finding.month_unknown"]


@pytest.mark.parametrize("outcome", ["live_birth", "stillbirth"])
def test_delivered_mother(outcome: str) -> None:
    """7.1, column "Ibu bersalin": only nifas and possession apply."""
    story = Story()
    pregnancy = story.pregnancy(outcome=outcome, delivery_date="2025-08-06", expected_delivery_date="2025-08-10")
    answers: dict[str, Any] = {"anc_visits": 4, "iron_tablets": 90, "counselling_sessions": 4, "home_visits": 4}
    story.visit(pregnancy, "2025-07", has_safe_water=True, has_latrine=False, is_kek=True, **answers)
    row = story.mother()
    assert {code: cell.value for code, cell in row.cells.items()} == {
        "anc": "TS",
        "iron": "TS",
        "pnc": "T",
        "counselling": "TS",
        "home_visit": "TS",
        "water": "Y",
        "latrine": "T",
        "insurance": "T",
    }
    assert row.is_at_risk


@pytest.mark.parametrize(("checks", "value"), [((1, 1, 0), "T"), ((2, 1, 0), "Y"), ((0, 0, 3), "Y")])
def test_three_nifas_checks(checks: tuple[int, int, int], value: str) -> None:
    """7.1: Y >= 3; one month can hold several."""
    story = Story()
    pregnancy = story.pregnancy(outcome="live_birth", delivery_date="2025-07-02")
    for month, count in zip(("2025-07", "2025-08", "2025-09"), checks, strict=True):
        story.visit(pregnancy, month, pnc_visits=count)
    assert story.cell("pnc").value == value


def test_nifas_checks_count_from_the_month_of_delivery() -> None:
    """Decision 9: over all her rows from that month to the end of the quarter, also in the quarter before."""
    story = Story()
    pregnancy = story.pregnancy(outcome="live_birth", delivery_date="2025-06-10")
    story.visit(pregnancy, "2025-05", pnc_visits=5)
    story.visit(pregnancy, "2025-06", pnc_visits=2)
    story.visit(pregnancy, "2025-07", pnc_visits=1)
    story.visit(pregnancy, "2025-10", pnc_visits=5)
    cell = story.cell("pnc")
    assert (cell.value, cell.why.params["count"]) == ("Y", 3)
    assert len(cell.rows) == 2


def test_nifas_without_any_answer_is_not_reported() -> None:
    story = Story()
    story.visit(story.pregnancy(outcome="live_birth", delivery_date="2025-07-02"), "2025-08")
    assert story.cell("pnc").why.code == "scorecard.unanswered"


@pytest.mark.parametrize("code", ["anc", "iron", "counselling"])
def test_a_service_without_any_answer_is_not_reported(code: str) -> None:
    """Decision 10: T with the reason "tidak dilaporkan"."""
    cell = mother_with(iron_taken=True).cell(code)
    assert (cell.value, cell.why.code) == ("T", "scorecard.unanswered")


def test_cells_name_the_rows_they_rest_on() -> None:
    story = Story()
    pregnancy = story.pregnancy()
    story.visit(pregnancy, "2025-06", anc_visits=1)
    july = story.visit(pregnancy, "2025-07", anc_visits=1, has_latrine=True)
    august = story.visit(pregnancy, "2025-08", anc_visits=1)
    cells = story.mother().cells
    assert cells["anc"].rows == (july.id, august.id)
    assert cells["latrine"].rows == (july.id,)
