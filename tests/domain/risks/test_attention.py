"""What an answer asks to be done: the limits of the Buku KIA, each on both its sides."""

from typing import Any

import pytest

from kpm_desktop.domain.risks.attention import attentions
from kpm_desktop.domain.wording import LANGUAGES, Wording

MOTHER, CHILD, PERSON = "pregnancy_visit", "child_visit", "person"


def told(kind: str, months: int | None = None, **values: Any) -> dict[str, str]:
    return {one.field: one.why.code.partition(".")[2] for one in attentions(kind, values, months=months)}


@pytest.mark.parametrize(
    ("kind", "field", "value", "code"),
    [
        (MOTHER, "hemoglobin_g_l", 110, ""),
        (MOTHER, "hemoglobin_g_l", 109, "anaemia"),
        (MOTHER, "hemoglobin_g_l", 80, "anaemia"),
        (MOTHER, "hemoglobin_g_l", 79, "severe_anaemia"),
        (MOTHER, "systolic_mmhg", 139, ""),
        (MOTHER, "systolic_mmhg", 140, "high_pressure"),
        (MOTHER, "diastolic_mmhg", 89, ""),
        (MOTHER, "diastolic_mmhg", 90, "high_pressure"),
        (MOTHER, "muac_mm", 235, ""),
        (MOTHER, "muac_mm", 234, "thin_arm"),
        (MOTHER, "is_kek", False, ""),
        (MOTHER, "is_kek", True, "kek"),
        (MOTHER, "is_high_risk", True, "high_risk"),
        (MOTHER, "danger_signs", [], ""),
        (MOTHER, "danger_signs", ["fever"], "danger_signs"),
        (CHILD, "has_oedema", False, ""),
        (CHILD, "has_oedema", True, "oedema"),
        (CHILD, "nutrition_class", "normal", ""),
        (CHILD, "nutrition_class", "undernourished", "undernourished"),
        (CHILD, "nutrition_class", "severely_undernourished", "severely_undernourished"),
        (CHILD, "mat_result", "green", ""),
        (CHILD, "mat_result", "not_measured", ""),
        (CHILD, "mat_result", "yellow", "mat_yellow"),
        (CHILD, "mat_result", "red", "mat_red"),
        (CHILD, "is_stunted", True, "stunted"),
        (PERSON, "birth_weight_g", 2500, ""),
        (PERSON, "birth_weight_g", 2499, "low_birth_weight"),
        (PERSON, "birth_length_mm", 480, ""),
        (PERSON, "birth_length_mm", 479, "short_at_birth"),
    ],
)
def test_each_limit(kind: str, field: str, value: Any, code: str) -> None:
    assert told(kind, **{field: value}) == ({field: code} if code else {})


@pytest.mark.parametrize(
    ("months", "value", "code"),
    [(5, 110, ""), (6, 114, "arm_severe"), (6, 115, "arm_moderate"), (23, 124, "arm_moderate"), (23, 125, "")],
)
def test_a_childs_arm_is_judged_from_six_months(months: int, value: int, code: str) -> None:
    assert told(CHILD, months, muac_mm=value) == ({"muac_mm": code} if code else {})


def test_nothing_answered_asks_for_nothing() -> None:
    assert [told(kind) for kind in (MOTHER, CHILD, PERSON, "household")] == [{}, {}, {}, {}]


def test_every_sign_is_named_and_who_is_to_help() -> None:
    (one,) = attentions(MOTHER, {"danger_signs": ["convulsion", "bleeding", "new_sign"]})
    assert one.is_urgent
    assert Wording("id").say(one.why) == (
        "Tanda bahaya: perdarahan, kejang, new_sign. Rujuk sekarang ke bidan atau Puskesmas."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_says_value_and_limit_as_people_say_them(language: str) -> None:
    (one,) = attentions(PERSON, {"birth_weight_g": 2300})
    comma = "," if language == "id" else "."
    assert f"2{comma}3 kg" in Wording(language).say(one.why)
    assert f"2{comma}5 kg" in Wording(language).say(one.why)
