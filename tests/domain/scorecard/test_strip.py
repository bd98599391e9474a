"""The months behind a cell: each kind of rule looks at its own window."""

from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.scorecard import official_rules
from kpm_desktop.domain.scorecard.result import TargetRow
from kpm_desktop.domain.scorecard.strip import MonthMark, month_strip
from tests.support.story import Story, months

QUARTER = Quarter(2025, 3)


def strip(story: Story, target: TargetRow, code: str) -> str:
    """The window as `7+8-9+`, the year left out."""
    rules = official_rules(QUARTER)
    own = rules.children if target.kind == "child" else rules.pregnancies
    rule = next(rule for rule in own.indicators if rule.code == code)
    village = story.village()
    visits = village.child_visits if target.kind == "child" else village.pregnancy_visits
    marks: tuple[MonthMark, ...] = month_strip(rule, target, QUARTER, {row.month: row for row in visits})
    return "".join(f"{int(mark.month[5:])}{'+' if mark.is_met else '-'}" for mark in marks)


def test_a_window_of_months_has_as_many_marks_as_the_reason_counts() -> None:
    story = Story()
    child = story.child("2025-01-10")
    story.child_visits(child, months("2025-05", 5), weight_g=8000)
    row = story.infant()
    assert strip(story, row, "weighing") == "4-5+6+7+8+9+"
    assert row.cells["weighing"].why.params["count"] == 5


def test_length_looks_at_its_two_months_and_answers_at_the_quarter() -> None:
    story = Story()
    child = story.child("2024-06-10")
    story.child_visit(child, "2025-02", length_mm=640)
    story.child_visit(child, "2025-08", has_safe_water=True)
    row = story.infant()
    assert strip(story, row, "length") == "2+8-"
    assert strip(story, row, "water") == "7-8+9-"


def test_a_mother_has_the_quarter_and_after_birth_the_months_since() -> None:
    story = Story()
    pregnancy = story.pregnancy(outcome="live_birth", delivery_date="2025-06-20")
    story.visit(pregnancy, "2025-06", "2025-06-25", pnc_visits=1)
    story.visit(pregnancy, "2025-07", pnc_visits=2, has_latrine=True)
    row = story.mother()
    assert strip(story, row, "pnc") == "6+7+8-9-"
    assert strip(story, row, "anc") == ""
    expecting = Story()
    expecting.visit(expecting.pregnancy(), "2025-08", iron_tablets=30, iron_taken=False, anc_visits=1)
    assert strip(expecting, expecting.mother(), "iron") == "7-8-9-"
    assert strip(expecting, expecting.mother(), "anc") == "7-8+9-"
