"""The rule sets as data, and a sentence for every reason in both languages."""

import re
from hashlib import sha256
from string import Formatter

import msgspec
import pytest

from kpm_desktop import paths
from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.scorecard import build_scorecard, official_rules, rules_for
from kpm_desktop.domain.scorecard.official import RuleSets
from kpm_desktop.domain.wording import LANGUAGES, Wording
from kpm_desktop.reports.scorecard_json import cell_sentence, scorecard_document
from tests.support.story import Story
from tests.support.village import read_village

RULESETS = RuleSets.in_folder(paths.resources() / "rules").ids
QUARTER = Quarter(2025, 3)
ALL_TEXT = {
    language: msgspec.json.decode(
        (paths.resources() / "text" / language / "scorecard.json").read_bytes(), type=dict[str, str]
    )
    for language in LANGUAGES
}


@pytest.mark.parametrize("ruleset_id", RULESETS)
def test_id_hash_and_a_source_for_every_rule(ruleset_id: str) -> None:
    rules = rules_for(QUARTER, ruleset_id)
    content = (paths.resources() / "rules" / f"{ruleset_id}.json").read_bytes()
    assert (rules.id, rules.hash) == (ruleset_id, sha256(content).hexdigest())
    assert all(rule.source for rule in (*rules.pregnancies.indicators, *rules.children.indicators))


def test_indicators_in_printed_order() -> None:
    """The codes of the contract."""
    rules = official_rules(QUARTER)
    mothers = "anc iron pnc counselling home_visit water latrine insurance"
    children = "immunization weighing length counselling home_visit water latrine"
    assert " ".join(rule.code for rule in rules.pregnancies.indicators) == mothers
    codes = [rule.code for rule in rules.children.indicators]
    assert " ".join(codes) == f"{children} birth_certificate insurance parenting"


@pytest.mark.parametrize("ruleset_id", RULESETS)
def test_bands_leave_no_gap(ruleset_id: str) -> None:
    rules = rules_for(QUARTER, ruleset_id)
    for bands, last in ((rules.pregnancies.bands, 10), (rules.children.bands, rules.children.until_months - 1)):
        assert [band.first for band in bands] == [0, *(band.last + 1 for band in bands[:-1])]
        assert bands[-1].last == last


@pytest.mark.parametrize("ruleset_id", ["KPM-1999", " ", f"../{RULESETS[0]}", "growth_classes"])
def test_no_such_rule_set(ruleset_id: str) -> None:
    with pytest.raises(Refused) as refusal:
        rules_for(QUARTER, ruleset_id)
    assert ruleset_id in Wording("en").say(refusal.value.reasons[0])


def test_both_languages_say_the_same_things() -> None:
    def named(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    indonesian, english = ALL_TEXT["id"], ALL_TEXT["en"]
    assert indonesian.keys() == english.keys()
    assert {key: named(text) for key, text in indonesian.items()} == {k: named(t) for k, t in english.items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ruleset_id", RULESETS)
@pytest.mark.parametrize("quarter", ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3"])
def test_every_cell_has_its_sentence(language: str, ruleset_id: str, quarter: str) -> None:
    records = read_village("example_village_2")
    when = Quarter.parse(quarter)
    card = build_scorecard("31.71.03.1004", when, records, rules_for(when, ruleset_id))
    made = scorecard_document(card, Wording(language))
    sentences = [text for person in made["people"] for text in person["reasons"].values()]  # type: ignore[attr-defined]
    assert all(sentences)
    assert not any("Reason(" in text or "{" in text or "None" in text for text in sentences)
    assert msgspec.json.encode(made)


def test_the_sentence_of_the_contract() -> None:
    story = Story()
    story.visit(story.pregnancy(), "2025-09", gestational_age_months=9, anc_visits=1)
    sentence = cell_sentence(story.cell("anc"), Wording("id"))
    assert sentence == "1 pemeriksaan dalam triwulan; trimester 3 perlu 2"


@pytest.mark.parametrize("code", ["immunization", "weighing", "counselling", "parenting"])
def test_not_due_says_from_when(code: str) -> None:
    """7.2: these begin at six months."""
    story = Story()
    story.child_visit(story.child("2025-04-15"), "2025-09")
    sentence = cell_sentence(story.cell(code), Wording("id"))
    assert sentence == "tidak sesuai: umur 5 bulan; berlaku mulai 6 bulan"


def test_no_answer_says_tidak_dilaporkan() -> None:
    """Decision 10."""
    story = Story()
    story.visit(story.pregnancy(), "2025-09")
    story.child_visit(story.child("2024-11-10"), "2025-09")
    said = [cell_sentence(cell, Wording()) for row in story.card().people for cell in row.cells.values()]
    assert sum("tidak dilaporkan" in text for text in said) == 6 + 9


def test_codes_used_are_codes_said() -> None:
    """Every `scorecard.` code written in the program has its sentence; those made of parts are checked above."""
    folder = paths.resources().parent / "kpm_desktop"
    source = "".join(file.read_text("utf-8") for file in sorted(folder.rglob("scorecard/*.py")))
    whole = set(re.findall(r'"scorecard\.([a-z_.]+)"', source))
    assert whole
    assert whole <= ALL_TEXT["id"].keys()
