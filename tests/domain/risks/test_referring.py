"""Under which reason somebody is referred, which steps are named, and what only a person may put aside."""

import json

import pytest

from kpm_desktop import paths
from kpm_desktop.domain.errors import reason
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.records.referral import Referral
from kpm_desktop.domain.risks.attention import Attention, attentions
from kpm_desktop.domain.risks.referring import each_once, fact_of, is_acknowledged_rule, referral_reason, steps_now
from kpm_desktop.domain.wording import LANGUAGES, Wording

RULES = json.loads((paths.resources() / "rules" / "referring.json").read_bytes())
ATTENTION = json.loads((paths.resources() / "rules" / "attention.json").read_bytes())


def test_every_risk_has_a_reason_a_referral_knows() -> None:
    known = fields(Referral.KIND)["reason"].spec.choices
    assert set(RULES["reasons"].values()) <= set(known)
    assert {rule["code"] for rule in ATTENTION["rules"]} <= set(RULES["reasons"])


def test_the_most_urgent_risk_is_the_reason() -> None:
    found = list(attentions("pregnancy_visit", {"hemoglobin_g_l": 100, "systolic_mmhg": 180, "diastolic_mmhg": 120}))
    assert referral_reason(found) == "danger_sign"
    assert referral_reason(found[:1]) == "anaemia"
    assert referral_reason([]) == "other"
    assert [one.field for one in each_once(found)] == ["hemoglobin_g_l", "systolic_mmhg"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_without_a_confirmed_source_is_never_named(language: str) -> None:
    found = list(attentions("pregnancy_visit", {"systolic_mmhg": 180}))
    said = [Wording(language).say(step) for step in steps_now(found)]
    assert len(said) == len([step for step in RULES["steps"] if step["confirmed"]])
    assert said[0] in ("Hubungi bidan atau Puskesmas sekarang.", "Call the midwife or Puskesmas now.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_found_is_the_first_sentence_of_each_risk(language: str) -> None:
    values = {"hemoglobin_g_l": 104, "systolic_mmhg": 180, "danger_signs": ["bleeding"], "muac_mm": 229, "is_kek": True}
    for one in attentions("pregnancy_visit", values):
        fact = fact_of(Wording(language).say(one.why))
        assert fact
        assert "ujuk" not in fact and "efer" not in fact and "ubungi" not in fact and "Call" not in fact


def test_risks_are_acknowledged_and_doubts_about_values_confirmed() -> None:
    assert is_acknowledged_rule("attention.high_pressure")
    assert is_acknowledged_rule("measure.not_gained")
    assert not is_acknowledged_rule("gained")
    assert not is_acknowledged_rule("measure.gained_too_much")
    assert each_once([Attention("a", reason("attention.kek"))] * 2) == [Attention("a", reason("attention.kek"))]
