"""The Poedji Rochjati score and 4T. Points and classes: Kartu Skor Poedji Rochjati (2 at the beginning; each factor 4,
those marked 8; 2 low, 6 to 10 high, 12 and more very high; four contacts; the score never falls). 4T: each system's own
limits (field of 2026)."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.domain.pregnancy.four_t import four_t
from kpm_desktop.domain.pregnancy.kspr import Facts, points_of, proposals, risk_class, score_of
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.records.checklists import PregnancyVisit
from kpm_desktop.domain.records.pregnancy import Pregnancy

ON = date(2026, 11, 19)
BEGUN = date(2026, 3, 24)
MARKED = {"previous_caesarean", "breech", "transverse", "bleeding", "severe_preeclampsia"}
NOT_ON_THE_CARD = {"previous_bleeding", "hypertension", "malposition", "other"}


def pregnancy(**more: Any) -> Pregnancy:
    values: dict[str, Any] = {"outcome": "ongoing", "last_menstrual_date": BEGUN}
    return Pregnancy(id=UUID(int=1), person_id=UUID(int=2), **(values | more))


def facts(born: date = date(1998, 4, 3), youngest: date | None = None, *visits: PregnancyVisit, **more: Any) -> Facts:
    return Facts(pregnancy=pregnancy(**more), born=born, youngest=youngest, visits=visits, on=ON)


def visit(day: date = ON, **more: Any) -> PregnancyVisit:
    return PregnancyVisit(id=UUID(int=3), pregnancy_id=UUID(int=1), month=f"{day:%Y-%m}", visit_date=day, **more)


def codes(found: Facts) -> set[str]:
    return {one.code for one in proposals(found)}


def test_every_recorded_risk_has_the_points_of_the_card() -> None:
    choices = fields("pregnancy")["risk_reasons"].spec.choices
    points = {code: points_of(code) for code in choices}
    assert {code for code, each in points.items() if each == 8} == MARKED
    assert {code for code, each in points.items() if not each} == NOT_ON_THE_CARD
    assert set(points.values()) == {0, 4, 8}


@pytest.mark.parametrize(
    ("score", "risk"), [(2, "low"), (6, "high"), (10, "high"), (12, "very_high"), (26, "very_high")]
)
def test_classes(score: int, risk: str) -> None:
    assert risk_class(score) == risk


def test_a_contact_has_what_was_known_by_its_day_and_never_less_than_the_one_before() -> None:
    recorded = {
        "too_close": date(2026, 4, 28),
        "preeclampsia_signs": date(2026, 10, 13),
        "bleeding": date(2026, 11, 19),
    }
    contacts = {1: date(2026, 4, 28), 2: date(2026, 7, 14), 3: date(2026, 10, 13), 4: date(2026, 11, 19)}
    score = score_of(recorded, contacts)
    assert [each.score for each in score.contacts] == [6, 6, 10, 18]
    assert [each.trimester for each in score.contacts] == [1, 2, 3, 3]
    assert (score.total, score.risk) == (18, "very_high")
    later = score_of({"anaemia": date(2026, 10, 1)}, {1: date(2026, 10, 13), 2: date(2026, 9, 1)})
    assert [each.score for each in later.contacts] == [6, 6, None, None]


def test_without_a_factor_it_is_two() -> None:
    score = score_of({"hypertension": ON}, {})
    assert (score.total, score.risk, score.others, score.factors) == (2, "low", ("hypertension",), ())


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (facts(date(2010, 3, 1), gravida=1), "too_young"),
        (facts(date(1991, 3, 1)), "too_old"),
        (facts(gravida=1, married_on=date(2021, 12, 1)), "late_first"),
        (facts(youngest=date(2025, 1, 19)), "too_close"),
        (facts(previous_birth_date=date(2025, 1, 19)), "too_close"),
        (facts(youngest=date(2015, 1, 19)), "long_gap"),
        (facts(parity=4), "too_many"),
        (facts(height_mm=1450), "short"),
        (facts(last_menstrual_date=date(2026, 1, 1)), "post_term"),
        (facts(date(1998, 4, 3), None, visit(hemoglobin_g_l=109)), "anaemia"),
        (facts(date(1998, 4, 3), None, visit(danger_signs=["bleeding"])), "bleeding"),
        (facts(date(1998, 4, 3), None, visit(danger_signs=["convulsion"])), "severe_preeclampsia"),
        (facts(date(1998, 4, 3), None, visit(danger_signs=["swelling"], systolic_mmhg=140)), "preeclampsia_signs"),
    ],
)
def test_a_record_proposes_a_factor(found: Facts, code: str) -> None:
    assert codes(found) == {code}


@pytest.mark.parametrize(
    "found",
    [
        facts(date(2009, 3, 1), gravida=1),
        facts(date(1991, 4, 1)),
        facts(gravida=1, married_on=date(2022, 6, 1)),
        facts(youngest=date(2023, 1, 19)),
        facts(parity=3),
        facts(height_mm=1451),
        facts(date(1998, 4, 3), None, visit(hemoglobin_g_l=110)),
        facts(date(1998, 4, 3), None, visit(danger_signs=["swelling"], systolic_mmhg=139, diastolic_mmhg=89)),
        facts(parity=4, risk_reasons=["too_many"]),
    ],
)
def test_within_the_limits_and_once_recorded_nothing_is_proposed(found: Facts) -> None:
    assert codes(found) == set()


def by_system(found: Facts) -> dict[str, list[str]]:
    return {each.system: [code for code, _, _ in each.found] for each in four_t(found)}


def test_each_system_counts_4t_by_its_own_limits() -> None:
    """The birth is expected on 29 December 2026."""
    twenty = facts(date(2006, 6, 1), gravida=2)
    assert by_system(twenty) == {"BKKBN": [], "SATUSEHAT": ["too_young"], "KSPR": []}
    of_35 = facts(date(1991, 6, 1))
    assert by_system(of_35) == {"BKKBN": ["too_old"], "SATUSEHAT": [], "KSPR": ["too_old"]}
    of_36 = facts(date(1990, 6, 1))
    assert by_system(of_36)["SATUSEHAT"] == ["too_old"]
    two_years = facts(youngest=date(2024, 3, 20))
    assert by_system(two_years) == {"BKKBN": [], "SATUSEHAT": [], "KSPR": ["too_close"]}
    assert by_system(facts(parity=4)) == {name: ["too_many"] for name in ("BKKBN", "SATUSEHAT", "KSPR")}
    assert by_system(facts(parity=3)) == {name: [] for name in ("BKKBN", "SATUSEHAT", "KSPR")}
