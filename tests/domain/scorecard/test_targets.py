"""Who is a target of a quarter and who is not reported (decisions 6, 7, 9 and 15)."""

from typing import Any

import msgspec
import pytest

from tests.support.story import Story, day


def names(story: Story, quarter: str = "2025-Q3") -> list[str]:
    return [row.name for row in story.card(quarter).people]


def missing(story: Story, quarter: str = "2025-Q3") -> list[str]:
    return [target.name for target in story.card(quarter).not_reported]


# -- rows and months


def test_a_row_makes_a_target_of_its_month() -> None:
    """Decision 6: by `month`, never by `visit_date`."""
    story = Story()
    story.child_visit(story.child("2025-01-15"), "2025-06", on="2025-07-03")
    assert len(story.card("2025-Q2").children) == 1
    assert story.card("2025-Q3").children == ()


def test_a_village_with_nothing() -> None:
    card = Story().card()
    assert not (card.people or card.not_reported or card.findings)
    assert card.totals.households == 0
    assert all(indicator.share.percent is None for indicator in card.totals.indicators)
    assert card.totals.convergence("pregnant", "children").percent is None


@pytest.mark.parametrize(
    ("on", "is_target"), [("2025-09-15", True), ("2025-10-14", True), ("2025-10-15", False)], ids=str
)
def test_a_child_of_24_months_is_no_target(on: str, is_target: bool) -> None:
    """Decision 7: completed months at the visit of the last row, here of a child born on 15 October 2023."""
    story = Story()
    child = story.child("2023-10-15")
    story.child_visit(child, "2025-07")
    story.child_visit(child, "2025-09", on=on)
    assert (len(story.card().children) == 1) == is_target
    assert story.card().not_reported == ()  # it has rows


def test_the_age_is_that_of_the_last_row() -> None:
    story = Story()
    child = story.child("2025-02-20")
    story.child_visit(child, "2025-08", on="2025-08-25")
    story.child_visit(child, "2025-07", on="2025-07-01")
    assert story.infant().age_months == 6


# -- entered in error, at every level


@pytest.mark.parametrize("level", ["household", "person", "pregnancy", "row"])
def test_entered_in_error_hides_all_that_hangs_on_it(level: str) -> None:
    """Decision 6; nobody hidden is not reported either, except that a hidden row leaves its target without one."""
    story = Story()
    home = story.household()
    person = story.person(home)
    pregnancy = story.pregnancy(person)
    row = story.visit(pregnancy, "2025-09")
    story.attends(person, "2025-09")
    record = {"household": home, "person": person, "pregnancy": pregnancy, "row": row}[level]
    assert len(story.card().mothers) == 1
    story.replace(record, msgspec.structs.replace(record, status="entered_in_error"))
    assert story.card().mothers == ()
    assert story.card().findings == ()
    assert len(story.card().not_reported) == (level == "row")


@pytest.mark.parametrize("level", ["household", "person"])
def test_entered_in_error_hides_children_too(level: str) -> None:
    story = Story()
    home = story.household(status="entered_in_error" if level == "household" else "active")
    child = story.child("2025-01-15", home, status="entered_in_error" if level == "person" else "active")
    story.child_visit(child, "2025-09")
    card = story.card()
    assert not (card.children or card.not_reported or card.findings)


def test_a_row_in_error_counts_nowhere() -> None:
    story = Story()
    child = story.child("2025-01-15")
    story.child_visit(child, "2025-08", home_visits=1)
    story.child_visit(child, "2025-09", home_visits=5, status="entered_in_error", on="2025-10-01")
    row = story.infant()
    assert (row.age_months, row.cells["home_visit"].value) == (7, "T")


def test_what_is_not_held_hides_nothing() -> None:
    """A missing reference withholds nothing (only what cannot be known is missing)."""
    story = Story()
    home = story.household()
    child = story.child("2025-01-15", home)
    pregnancy = story.pregnancy()
    story.child_visit(child, "2025-09")
    story.visit(pregnancy, "2025-09")
    for record in (home, story.records[2], story.records[3]):
        story.records.remove(record)
    card = story.card()
    assert len(card.people) == 2
    assert card.totals.households == 1


# -- moved and died


LEAVING = [
    ("active", None, True),
    ("moved_out", "2025-07-02", True),
    ("moved_out", "2025-07-01", False),
    ("moved_out", "2025-06-30", False),
    ("moved_out", "2025-12-01", True),
    ("moved_out", None, False),
]


@pytest.mark.parametrize(("status", "on", "listed"), [*LEAVING, ("died", "2025-07-02", True), ("died", None, False)])
def test_people_who_left_are_not_reported_only_after_the_first_day(status: str, on: str | None, listed: bool) -> None:
    """Decision 6: active, or left with a status_date after the quarter's first day."""
    story = Story()
    standing: dict[str, Any] = {"status": status, "status_date": day(on) if on else None}
    story.child("2025-01-15", full_name="Anak", **standing)
    story.pregnancy(story.person(full_name="Ibu", **standing))
    assert missing(story) == (["Ibu", "Anak"] if listed else [])


@pytest.mark.parametrize(("status", "on", "listed"), LEAVING)
def test_households_that_left(status: str, on: str | None, listed: bool) -> None:
    story = Story()
    home = story.household(status=status, status_date=day(on) if on else None)
    story.child("2025-01-15", home, full_name="Anak")
    assert missing(story) == (["Anak"] if listed else [])


@pytest.mark.parametrize("status", ["moved_out", "died"])
@pytest.mark.parametrize("on", ["2025-08-20", "2025-06-01", None])
def test_rows_of_people_who_left_count(status: str, on: str | None) -> None:
    """Decision 6: rows count; a row after the date is a finding."""
    story = Story()
    child = story.child("2025-01-15", status=status, status_date=day(on) if on else None)
    story.child_visit(child, "2025-07")
    assert len(story.card().children) == 1
    codes = [found.why.code for found in story.card().findings]
    assert codes == (["scorecard.finding.after_leaving"] if on == "2025-06-01" else [])


def test_non_residents_count() -> None:
    story = Story()
    home = story.household(residency="non_resident")
    story.child_visit(story.child("2025-01-15", home, full_name="Ada"), "2025-09")
    story.child("2025-01-15", home, full_name="Tidak")
    assert (names(story), missing(story)) == (["Ada"], ["Tidak"])


# -- not reported


@pytest.mark.parametrize(
    ("born", "listed"),
    [("2025-09-30", True), ("2025-10-01", False), ("2023-10-01", True), ("2023-09-30", False)],
)
def test_children_not_reported(born: str, listed: bool) -> None:
    """Born on or before the last day and under 24 completed months on it."""
    story = Story()
    story.child(born)
    assert (len(missing(story)) == 1) == listed


@pytest.mark.parametrize(
    ("facts", "listed"),
    [
        # from EDD - 280 days: 2026-07-07 - 280 = 2025-09-30
        ({"expected_delivery_date": "2026-07-07"}, True),
        ({"expected_delivery_date": "2026-07-08"}, False),
        # from LMP, which wins over EDD
        ({"expected_delivery_date": "2026-07-20", "last_menstrual_date": "2025-09-30"}, True),
        ({"expected_delivery_date": "2026-07-01", "last_menstrual_date": "2025-10-01"}, False),
        ({"last_menstrual_date": "2025-09-30"}, True),
        # while ongoing to EDD + 42 days: 2025-05-20 + 42 = 2025-07-01
        ({"expected_delivery_date": "2025-05-20"}, True),
        ({"expected_delivery_date": "2025-05-19"}, False),
        # to delivery + 42 days
        ({"expected_delivery_date": "2025-05-01", "outcome": "live_birth", "delivery_date": "2025-05-20"}, True),
        ({"expected_delivery_date": "2025-05-30", "outcome": "live_birth", "delivery_date": "2025-05-19"}, False),
        ({"expected_delivery_date": "2025-05-01", "outcome": "stillbirth", "delivery_date": "2025-05-20"}, True),
        # to the day it ended
        ({"expected_delivery_date": "2026-01-01", "outcome": "miscarriage", "ended_on": "2025-07-01"}, True),
        ({"expected_delivery_date": "2026-01-01", "outcome": "miscarriage", "ended_on": "2025-06-30"}, False),
        # delivered without any other date: at most 280 days back
        ({"outcome": "live_birth", "delivery_date": "2025-08-01"}, True),
        ({"outcome": "live_birth", "delivery_date": "2026-07-07"}, True),
        ({"outcome": "live_birth", "delivery_date": "2026-07-08"}, False),
        # the text lists only while ongoing; nothing tells when these end
        ({"expected_delivery_date": "2025-12-28", "outcome": "unknown"}, False),
        ({"expected_delivery_date": "2025-12-28", "outcome": "live_birth"}, False),
        ({"outcome": "ongoing"}, False),
    ],
    ids=str,
)
def test_pregnancies_not_reported(facts: dict[str, Any], listed: bool) -> None:
    """Decision 6: those whose span meets the quarter."""
    story = Story()
    story.pregnancy(**facts)
    assert (len(missing(story)) == 1) == listed


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"expected_delivery_date": "2025-12-28", "outcome": "unknown"}, True),
        ({"expected_delivery_date": "2025-12-28", "outcome": "live_birth"}, True),
        ({"outcome": "ongoing"}, True),
        ({"expected_delivery_date": "2025-05-19", "outcome": "unknown"}, False),
        ({"expected_delivery_date": "2026-07-08", "outcome": "unknown"}, False),
    ],
    ids=str,
)
def test_a_pregnancy_that_cannot_be_listed_is_a_finding(facts: dict[str, Any], found: bool) -> None:
    """Nobody drops out silently."""
    story = Story()
    story.pregnancy(**facts)
    assert [f.why.code for f in story.card().findings] == ["scorecard.finding.unlisted"] * found


def test_whoever_has_a_row_is_reported() -> None:
    story = Story()
    story.visit(story.pregnancy(), "2025-07")
    story.child_visit(story.child("2025-01-15"), "2025-07")
    assert story.card().not_reported == ()
    assert len(story.card("2025-Q2").not_reported) == 2


# -- delivered or ended


@pytest.mark.parametrize(
    ("delivered", "band"),
    [
        ("2025-05-19", None),  # 43 days before 1 July
        ("2025-05-20", "delivered"),  # 42 days
        ("2025-07-01", "delivered"),
        ("2025-09-30", "delivered"),
        ("2025-10-01", "trimester_3"),  # still pregnant in the quarter
    ],
)
@pytest.mark.parametrize("outcome", ["live_birth", "stillbirth"])
def test_delivered_in_the_quarter_or_42_days_before(delivered: str, band: str | None, outcome: str) -> None:
    """Decision 9; a delivery longer ago is no target and, being over, not unreported either."""
    story = Story()
    pregnancy = story.pregnancy(outcome=outcome, delivery_date=delivered)
    story.visit(pregnancy, "2025-07", gestational_age_months=8)
    assert [row.band for row in story.card().mothers] == ([band] if band else [])
    assert story.card().not_reported == ()


def test_a_delivered_mother_needs_a_row_in_the_quarter() -> None:
    story = Story()
    pregnancy = story.pregnancy(outcome="live_birth", delivery_date="2025-06-20")
    story.visit(pregnancy, "2025-06")
    assert story.card().mothers == ()
    assert len(story.card().not_reported) == 1


@pytest.mark.parametrize(
    ("ended", "is_target"), [("2025-06-30", False), ("2025-07-01", True), ("2025-09-30", True), (None, True)]
)
def test_ended_without_birth(ended: str | None, is_target: bool) -> None:
    """Decision 9: before the quarter no target; in it, by its last row as pregnant; without date likewise."""
    story = Story()
    facts: dict[str, Any] = {"ended_on": ended} if ended else {}
    pregnancy = story.pregnancy(outcome="miscarriage", **facts)
    story.visit(pregnancy, "2025-07", gestational_age_months=4)
    assert [row.band for row in story.card().mothers] == ["trimester_2"] * is_target


@pytest.mark.parametrize("outcome", ["live_birth", "stillbirth", "unknown", "ongoing"])
def test_without_a_delivery_date_by_the_last_row(outcome: str) -> None:
    """Decision 9."""
    story = Story()
    story.visit(story.pregnancy(outcome=outcome), "2025-07", gestational_age_months=9)
    assert story.mother().band == "trimester_3"


@pytest.mark.parametrize(("delivered", "bands"), [("2025-08-01", ["trimester_3"]), ("2025-05-19", [])])
def test_a_delivery_date_of_an_unknown_outcome(delivered: str, bands: list[str]) -> None:
    """*Bersalin* needs a birth as outcome; yet a delivery longer ago is over, whatever the outcome says."""
    story = Story()
    pregnancy = story.pregnancy(outcome="unknown", delivery_date=delivered)
    story.visit(pregnancy, "2025-07", gestational_age_months=9)
    assert [row.band for row in story.card().mothers] == bands


def test_an_overdue_pregnancy_with_a_row_is_a_target() -> None:
    """Its row is a finding, its band the last."""
    story = Story()
    story.visit(story.pregnancy(expected_delivery_date="2025-05-19"), "2025-09")
    assert story.mother().band == "trimester_3"
    assert [found.why.code for found in story.card().findings] == ["scorecard.finding.after_span"]


# -- table 1


def test_table_1_counts_pregnancies_and_distinct_households() -> None:
    """Decision 15: twins are one pregnancy and two children; two pregnancies of one mother are two."""
    story = Story()
    home = story.household()
    mother = story.person(home)
    earlier = story.pregnancy(mother, outcome="live_birth", delivery_date="2025-07-02")
    later = story.pregnancy(mother, expected_delivery_date="2026-06-01")
    for pregnancy in (earlier, later):
        story.visit(pregnancy, "2025-09", is_high_risk=True)
    for name in ("Kembar 1", "Kembar 2"):
        story.child_visit(story.child("2025-07-02", home, full_name=name), "2025-09")
    totals = story.card().totals
    assert (totals.pregnant, totals.pregnant_at_risk, totals.children, totals.households) == (2, 2, 2, 1)


def test_risk_reasons_do_not_count() -> None:
    """Decision 15."""
    story = Story()
    pregnancy = story.pregnancy(expected_delivery_date="2025-12-28", risk_reasons=["too_old"])
    story.visit(pregnancy, "2025-09")
    assert not story.mother().is_at_risk


def test_mothers_then_children_by_name() -> None:
    story = Story()
    for name in ("budi", "Ani"):
        story.child_visit(story.child("2025-01-15", full_name=name), "2025-09")
    for name in ("Wati", "citra"):
        story.visit(story.pregnancy(story.person(full_name=name)), "2025-09")
    assert names(story) == ["citra", "Wati", "Ani", "budi"]
