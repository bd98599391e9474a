"""Every quarter has its own rules: a changed threshold is a new file, and past quarters keep theirs."""

import re
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from kpm_desktop import paths
from kpm_desktop.domain.calendar import Month, Quarter
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.roster import Target, roster
from kpm_desktop.domain.scorecard import official_rules, rules_for
from kpm_desktop.domain.scorecard.forecast import forecasts
from kpm_desktop.domain.scorecard.official import RuleSets
from kpm_desktop.domain.scorecard.village import arrange
from kpm_desktop.domain.wording import LANGUAGES, Wording
from tests.support.rules import Change, rules_file, with_rules
from tests.support.story import Story, months

BEFORE, AFTER = "2025-Q2", "2025-Q3"


def valid(first: str | None, last: str | None = None, *, is_official: bool = True) -> Change:
    """Nothing but other quarters."""

    def change(rules: dict[str, Any]) -> None:
        rules["is_official"] = is_official
        rules["quarters"] |= {"from": first, "until": last}

    return change


def stricter(rules: dict[str, Any]) -> None:
    """From the third quarter of 2025 on more is needed, and children are visited half a year longer."""
    valid(AFTER)(rules)
    needed = {rule["code"]: rule for rule in rules["pregnancies"]["indicators"]}
    needed["anc"]["needed"]["trimester_2"] = 2
    needed["pnc"]["needed"]["delivered"] = 4
    children = {rule["code"]: rule for rule in rules["children"]["indicators"]}
    children["weighing"]["needed"]["6_to_12"] = {"months": 6, "quarters": 2}
    rules["children"]["until_months"] = 30
    rules["children"]["bands"][-1]["last"] = 29
    rules["paud"]["first_months"] = 30


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The id of stricter rules that lie beside the shipped ones."""
    return with_rules(monkeypatch, tmp_path, "KPM-2025", stricter).stem


def test_the_shipped_rules_are_those_of_the_document_and_no_quarter_is_without() -> None:
    sets = RuleSets.in_folder(paths.resources() / "rules")
    document = (paths.resources().parent / "docs" / "scorecard.md").read_text("utf-8")
    assert sets.ids == sorted(re.findall(r"^\| `([A-Z0-9-]+)` \|", document, re.MULTILINE))
    for quarter in (Quarter(1900, 1), Quarter(2018, 4), Quarter(2026, 4), Quarter(2100, 4)):
        assert sets.official(quarter).is_official
        assert rules_for(quarter) == official_rules(quarter) == sets.official(quarter)


@pytest.mark.parametrize(
    ("added", "why"),
    [
        ({"KPM-2025": valid("2025-Q3"), "KPM-2026": valid("2025-Q3")}, "both official in 2025-Q3"),
        ({"KPM-2025": valid(None)}, "both official in 1900-Q1"),
        ({"KPM-2025": valid("2025-Q3", "2026-Q1"), "KPM-2026": valid("2026-Q1")}, "both official in 2026-Q1"),
        ({"KPM-2025": valid("2025-Q3", "2025-Q4"), "KPM-2026": valid("2026-Q2")}, "between KPM-2025 and KPM-2026"),
        ({"KPM-2025": valid("2025-Q3", "2025-Q4")}, "after KPM-2025"),
        ({"KPM-2025": valid("2025-Q3", "2025-Q2")}, "ends in 2025-Q2, before 2025-Q3"),
        ({"KPM-2025": valid("triwulan 3")}, "triwulan 3"),
        ({"KPM-2025": lambda rules: rules.update(id="KPM-2026")}, "calls itself"),
        ({"KPM-2025": lambda rules: rules.pop("quarters")}, "quarters"),
    ],
)
def test_a_folder_that_leaves_a_quarter_open_or_twice_is_not_read(
    tmp_path: Path, added: dict[str, Change], why: str
) -> None:
    folder = copytree(paths.resources() / "rules", tmp_path / "rules")
    for name, change in added.items():
        rules_file(folder, name, change)
    with pytest.raises(ValueError, match=why):
        RuleSets.in_folder(folder)


def test_a_folder_without_official_rules_is_not_read(tmp_path: Path) -> None:
    rules_file(tmp_path, "KPM-2025", valid(None, is_official=False))
    with pytest.raises(ValueError, match="no official rules from 1900-Q1"):
        RuleSets.in_folder(tmp_path)
    rules_file(tmp_path, "KPM-2026", valid("2025-Q3"))
    with pytest.raises(ValueError, match="no official rules from 1900-Q1"):
        RuleSets.in_folder(tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_named_for_a_quarter_that_is_not_theirs_are_refused_with_the_quarters_they_are_for(
    later: str, language: str
) -> None:
    official = official_rules(Quarter.parse(BEFORE)).id
    with pytest.raises(Refused) as refusal:
        rules_for(Quarter.parse(BEFORE), later)
    said = Wording(language).say(refusal.value.reasons[0])
    assert all(part in said for part in (later, BEFORE, "2025-Q3", "2100-Q4", official))
    with pytest.raises(Refused):
        rules_for(Quarter.parse(AFTER), official)
    assert rules_for(Quarter.parse(BEFORE), official).last == Quarter.parse(BEFORE)


def test_new_rules_are_a_new_file_and_past_quarters_keep_hash_and_thresholds(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A mother checked once in each quarter, in the second trimester; a child weighed in five months of every six."""
    story = Story()
    mother = story.pregnancy(expected_delivery_date="2025-10-20")
    for month in ("2025-06", "2025-07"):
        story.visit(mother, month, gestational_age_months=5, anc_visits=1)
    story.child_visits(story.child("2024-10-20"), [*months("2025-01", 5), *months("2025-07", 3)], was_weighed=True)
    cards = {quarter: story.card(quarter) for quarter in (BEFORE, AFTER)}
    old = official_rules(Quarter.parse(AFTER))
    assert {card.ruleset_hash for card in cards.values()} == {old.hash}

    file = with_rules(monkeypatch, tmp_path, "KPM-2025", stricter)
    assert story.card(BEFORE) == cards[BEFORE]
    card = story.card(AFTER)
    assert (card.ruleset_id, card.ruleset_hash) != (old.id, old.hash)
    assert card.ruleset_id == file.stem
    for row, code, needed in ((card.mothers[0], "anc", 2), (card.children[0], "weighing", 6)):
        before = next(each for each in cards[AFTER].people if each.id == row.id).cells[code]
        assert (row.cells[code].why.params["needed"], before.why.params["needed"]) == (needed, needed - 1)
    assert (cards[AFTER].mothers[0].cells["anc"].value, card.mothers[0].cells["anc"].value) == ("Y", "T")


def listed(story: Story, month: str) -> dict[str, Target]:
    """The rows of a month, by name, as every list of the program asks for them."""
    rules = official_rules(Quarter.of(month))
    return {each.person.full_name: each for each in roster(arrange(story.village()), Month(month), rules, TODAY)}


TODAY = date(2025, 9, 19)


def test_a_month_is_listed_by_the_rules_of_its_quarter(later: str) -> None:
    """Three checks after birth are enough until June and one too few from July; a child of two is visited from July."""
    story = Story()
    story.child("2023-04-10", full_name="Dua tahun")
    for name, born in (("Juni", "2025-06-01"), ("Juli", "2025-07-01")):
        carried = story.pregnancy(story.person(full_name=name), outcome="live_birth", delivery_date=born)
        story.visit(carried, born[:7], f"{born[:7]}-20", pnc_visits=3)
    june, july = listed(story, "2025-06"), listed(story, "2025-07")
    assert (june["Dua tahun"].kind, july["Dua tahun"].kind) == ("older_child", "child")
    assert [notice.code for notice in june["Juni"].notices] == []
    assert [(notice.code, notice.number) for notice in july["Juli"].notices] == [("pnc_due", 4)]


def test_what_can_still_be_reached_goes_by_the_rules_of_the_quarter(later: str) -> None:
    """Five of six months: enough in June, out of reach in September once one was missed."""
    story = Story()
    child = story.child("2024-11-10")
    story.child_visits(child, [*months("2025-02", 5), *months("2025-08", 1)], was_weighed=True)
    story.child_visit(child, "2025-07", was_weighed=False)

    def weighing(month: str) -> tuple[set[str], ...]:
        rules, on = official_rules(Quarter.of(month)), date(2025, int(month[5:]), 19)
        (one,) = forecasts(story.village(), month, on, rules)
        return tuple({line.code for line in lines} & {"weighing"} for lines in (one.reached, one.still, one.lost))

    assert weighing("2025-06") == ({"weighing"}, set(), set())
    assert weighing("2025-09") == (set(), set(), {"weighing"})
