"""The questions of 2A, 2B and 2C: every one has its field, the paper's order, and its time to be asked."""

import re

import pytest

from kpm_desktop.domain.checklists.asked import Situation, questions
from kpm_desktop.domain.checklists.papers import CHECKLISTS, counted_unit
from kpm_desktop.domain.checklists.question import Form, Question
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.domain.records.checklists import OF_THE_VISIT

ALL = [question for asked in CHECKLISTS.values() for question in asked]
#: How a question is answered, by what its field holds; a MEASURED one is a yes or no with a number beside it.
FORMS = {
    "yes_no": {Form.YES_NO, Form.MEASURED},
    "count": {Form.COUNT, Form.NUMBER},
    "measure": {Form.NUMBER},
    "choice": {Form.CHOICE},
    "choices": {Form.SEVERAL},
}


def place_of(letter: str) -> tuple[str, int]:
    """k2 stands behind k1."""
    found = re.fullmatch(r"([a-z])([0-9]?)", letter)
    assert found is not None
    return found[1], int(found[2] or 0)


@pytest.mark.parametrize("kind", CHECKLISTS)
def test_every_answer_of_a_month_is_asked_once(kind: str) -> None:
    declared = set(fields(kind)) - set(Record.__struct_fields__) - set(KINDS[kind].KEY) - set(OF_THE_VISIT)
    asked = [name for question in CHECKLISTS[kind] for name in question.fields]
    assert set(asked) == declared - {"status_date"}
    assert len(asked) == len(set(asked))
    assert {question.kind for question in CHECKLISTS[kind]} == {kind}


@pytest.mark.parametrize("question", ALL, ids=lambda one: f"{one.kind}.{one.field}")
def test_a_question_is_answered_as_its_field_is_kept(question: Question) -> None:
    spec = fields(question.kind)[question.field].spec
    assert question.form in FORMS[spec.form]
    assert (question.form is Form.MEASURED) == bool(question.value_field)
    assert bool(question.options) == (question.form in (Form.CHOICE, Form.SEVERAL))
    counts = bool(question.number_field) and fields(question.kind)[question.number_field].spec.form == "count"
    assert bool(question.unit) == counts


@pytest.mark.parametrize("kind", CHECKLISTS)
def test_letters_stand_in_the_papers_order(kind: str) -> None:
    own = [question for question in CHECKLISTS[kind] if not question.is_further]
    letters = [place_of(question.letter) for question in own if question.letter]
    assert letters == sorted(letters)
    assert [question.field for question in own if not question.letter] in ([], ["immunization_up_to_date"])
    assert not any(question.letter for question in CHECKLISTS[kind] if question.is_further)
    assert [question.is_further for question in CHECKLISTS[kind]] == sorted(
        question.is_further for question in CHECKLISTS[kind]
    )


def asked(kind: str, **told: object) -> set[str]:
    situation = Situation(**told)  # type: ignore[arg-type]
    return {question.field for question in questions(kind, situation)}


def test_nifas_is_asked_after_the_delivery_and_the_pregnancy_before() -> None:
    before, after = {"anc_visits", "iron_taken"}, {"pnc_visits"}
    assert (before | after) & asked("pregnancy_visit") == before
    assert (before | after) & asked("pregnancy_visit", has_delivered=True) == after
    answered = frozenset({"anc_visits", "iron_tablets"})
    assert before | after <= asked("pregnancy_visit", has_delivered=True, answered=answered)


@pytest.mark.parametrize(("has_delivered", "knows_due", "is_asked"), [(0, 0, 1), (0, 1, 0), (1, 0, 0), (1, 1, 0)])
def test_the_month_of_pregnancy_is_asked_where_nothing_tells_it(
    has_delivered: int, knows_due: int, is_asked: int
) -> None:
    found = asked("pregnancy_visit", has_delivered=bool(has_delivered), knows_due=bool(knows_due))
    assert ("gestational_age_months" in found) == bool(is_asked)


@pytest.mark.parametrize(
    ("months", "feeding"),
    [
        (None, "complementary_feeding"),
        (0, "exclusive_breastfeeding"),
        (5, "exclusive_breastfeeding"),
        (6, "complementary_feeding"),
        (23, "complementary_feeding"),
    ],
)
def test_milk_alone_is_asked_under_six_months(months: int | None, feeding: str) -> None:
    assert {"exclusive_breastfeeding", "complementary_feeding"} & asked("child_visit", months=months) == {feeding}


def test_recorded_doses_answer_whether_all_were_given() -> None:
    assert "immunization_up_to_date" in asked("child_visit")
    assert "immunization_up_to_date" not in asked("child_visit", has_doses=True)
    answered = frozenset({"immunization_up_to_date"})
    assert "immunization_up_to_date" in asked("child_visit", has_doses=True, answered=answered)


def test_what_a_home_has_lasts_from_month_to_month() -> None:
    lasting = {question.field for question in ALL if question.is_lasting}
    assert lasting == {"has_safe_water", "has_latrine", "has_birth_certificate", "has_health_insurance"}


def test_what_is_counted() -> None:
    counted = ("pregnancy_visit", "iron_tablets"), ("child_visit", "home_visits"), ("pregnancy", "gravida")
    assert [counted_unit(*each) for each in counted] == ["tablets", "times", ""]
