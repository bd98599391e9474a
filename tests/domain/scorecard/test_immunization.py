"""Basic immunisation by doses or by the tick (Form 3B, KPM guide 2018; decision 13)."""

import pytest

from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.scorecard import build_scorecard, official_rules
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.scorecard_json import cell_sentence
from tests.support.story import VILLAGE, Story

BASIC = ["HB0-1", "BCG-1", "OPV-1", "OPV-2", "OPV-3", "OPV-4"]
BASIC += ["DPT_HB_HIB-1", "DPT_HB_HIB-2", "DPT_HB_HIB-3", "IPV-1"]
BORN = {5: "2025-03-16", 6: "2025-03-15", 9: "2024-11-16", 10: "2024-11-15", 12: "2024-08-16", 13: "2024-08-15"}


def child_with(age: int, doses: list[str], given: str | None = "2025-07-01", tick: bool | None = None) -> Story:
    story = Story()
    child = story.child(BORN[age])
    story.child_visit(child, "2025-09", immunization_up_to_date=tick)
    for name in doses:
        story.dose(child, name, given)
    return story


@pytest.mark.parametrize(
    ("age", "without", "with_mr"),
    [(5, "TS", "TS"), (6, "Y", "Y"), (9, "Y", "Y"), (10, "T", "Y"), (12, "T", "Y"), (13, "T", "Y")],
)
def test_measles_is_needed_from_ten_months(age: int, without: str, with_mr: str) -> None:
    """Basic doses except measles at 6 to 9 months, MR1 too from 10."""
    assert child_with(age, BASIC).cell("immunization").value == without
    assert child_with(age, [*BASIC, "MR-1"]).cell("immunization").value == with_mr


@pytest.mark.parametrize("missing", BASIC)
def test_each_basic_dose_is_needed(missing: str) -> None:
    story = child_with(6, [name for name in BASIC if name != missing])
    assert story.cell("immunization").value == "T"


@pytest.mark.parametrize("other", ["PCV-1", "RV-1", "JE-1", "IPV-2", "MR-2", "DPT_HB_HIB-4"])
def test_other_doses_are_not_needed_and_replace_none(other: str) -> None:
    assert child_with(10, [*BASIC, other]).cell("immunization").value == "T"


@pytest.mark.parametrize(
    ("given", "value"), [("2025-09-30", "Y"), ("2025-10-01", "T"), (None, "Y")], ids=["last day", "after", "no date"]
)
def test_given_on_or_before_the_last_day_or_without_date(given: str | None, value: str) -> None:
    assert child_with(6, BASIC, given).cell("immunization").value == value


@pytest.mark.parametrize(("tick", "value"), [(True, "Y"), (False, "T"), (None, "T")])
def test_the_tick_counts_only_without_any_dose(tick: bool | None, value: str) -> None:
    assert child_with(6, [], tick=tick).cell("immunization").value == value
    assert child_with(6, ["PCV-1"], tick=tick).cell("immunization").value == "T"
    assert child_with(6, BASIC, tick=tick).cell("immunization").value == "Y"


def test_the_tick_is_the_last_answer_of_the_quarter() -> None:
    """Decision 10."""
    story = Story()
    child = story.child(BORN[6])
    story.child_visit(child, "2025-07", immunization_up_to_date=False)
    story.child_visit(child, "2025-08", immunization_up_to_date=True)
    story.child_visit(child, "2025-09")
    assert story.cell("immunization").value == "Y"


def test_a_dose_in_error_is_no_dose() -> None:
    story = child_with(6, [], tick=True)
    story.dose(story.records[1], "BCG-1", status="entered_in_error")  # type: ignore[arg-type]
    assert story.cell("immunization").value == "Y"


def test_what_is_missing_is_named() -> None:
    cell = child_with(10, BASIC[:-1]).cell("immunization")
    assert cell.why.params["lacking"] == ["IPV 1", "MR 1"]
    assert (cell.why.params["count"], cell.why.params["needed"]) == (9, 11)
    assert len(cell.rows) == 9


DAYS = {
    "HB0-1": "2025-01-10",
    "BCG-1": "2025-02-12",
    "OPV-1": "2025-02-12",
    "DPT_HB_HIB-1": "2025-03-12",
    "OPV-2": "2025-03-12",
    "DPT_HB_HIB-2": "2025-04-12",
    "OPV-3": "2025-04-12",
    "DPT_HB_HIB-3": "2025-05-12",
    "OPV-4": "2025-05-12",
    "IPV-1": "2025-05-12",
}


def dosed(**days: str) -> tuple[Story, dict[str, Immunization]]:
    """A child of eight months with all basic doses on their days, some on others."""
    story = Story()
    child = story.child("2025-01-10")
    story.child_visit(child, "2025-09")
    given = {name: story.dose(child, name, days.get(name.replace("-", "_"), day)) for name, day in DAYS.items()}
    return story, given


def test_doses_on_their_days_are_believed() -> None:
    story, _ = dosed()
    cell = story.cell("immunization")
    assert (cell.value, cell.note, cell.doubts) == ("Y", None, ())
    assert story.card().findings == ()


def test_a_cell_that_rests_on_a_doubtful_dose_says_so_and_keeps_its_letter() -> None:
    story, given = dosed(DPT_HB_HIB_3="2025-04-17")
    cell = story.cell("immunization")
    assert cell.value == "Y"
    said = cell_sentence(cell, Wording("id"))
    assert said.startswith("10 dari 10 dosis tercatat")
    assert "periksa lagi: " in said
    assert "DPT-HB-Hib 3 hanya 5 hari setelah DPT-HB-Hib 2 (paling cepat 28 hari)" in said
    assert {doubt.dose for doubt in cell.doubts} == {given["DPT_HB_HIB-3"].id}
    findings = story.card().findings
    assert {(one.kind, one.id) for one in findings} == {("immunization", given["DPT_HB_HIB-3"].id)}


def test_what_somebody_confirmed_is_believed() -> None:
    story, given = dosed(DPT_HB_HIB_3="2025-05-01")
    (doubt, other) = story.cell("immunization").doubts
    assert {doubt.why.code, other.why.code} == {"doses.too_soon", "doses.too_young"}
    dose = given["DPT_HB_HIB-3"].id
    for rules, left in (({"doses.too_soon"}, 1), ({"too_soon", "doses.too_young"}, 0)):
        confirmed = frozenset((dose, rule) for rule in rules)
        quarter = Quarter(2025, 3)
        card = build_scorecard(VILLAGE, quarter, story.village(), official_rules(quarter), confirmed=confirmed)
        assert len(card.children[0].cells["immunization"].doubts) == left


def test_a_cell_that_lacks_doses_is_no_matter_of_doubt() -> None:
    story = child_with(6, BASIC[:-1], "2025-03-20")
    assert (story.cell("immunization").value, story.cell("immunization").doubts) == ("T", ())
