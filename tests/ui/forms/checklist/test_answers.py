"""What is entered of a checklist: a draft laid over what is held is always exactly what is shown."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.commands.visits.form_sheet import FormSheet
from kpm_desktop.db.queries.drafts import Draft
from kpm_desktop.domain.checklists.question import Form, Question
from kpm_desktop.domain.entry.plausibility import Measured
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.wording import Wording
from kpm_desktop.ui.forms.checklist.answers import Answers
from kpm_desktop.ui.forms.checklist.standing import Standing
from tests.support.profiles import VILLAGE

CHILD, MONTH, TODAY = UUID(int=7), "2026-11", date(2026, 11, 19)
KEY: dict[str, Any] = {"person_id": str(CHILD), "month": MONTH}
HELD: dict[str, Any] = {**KEY, "visit_date": "2026-11-10", "status": "active", "weight_g": 8100, "was_weighed": True}


def sheet(held: dict[str, Any] | None = None, **told: Any) -> FormSheet:
    record = derived_id("child_visit", KEY)
    assert record is not None
    made = FormSheet(
        kind="child_visit",
        record=record,
        subject=CHILD,
        person=Person(id=CHILD, household_id=UUID(int=1), full_name="A", sex="male", birth_date=date(2026, 1, 2)),
        pregnancy=None,
        is_postpartum=False,
        months=10,
        days=321,
        notices=(),
        held=held or {},
        state=None,
        marks={},
        draft=None,
        others=(),
        before={},
        measures={"length_mm": Measured(701, "2026-10"), "weight_g": Measured(8100, "2026-10")},
        has_doses=False,
        confirmed=frozenset(),
    )
    return replace(made, **told)


def answers(held: dict[str, Any] | None = None, **told: Any) -> Answers:
    return Answers(sheet(held, **told), MONTH, TODAY, "home")


def test_a_visit_after_a_death_or_after_moving_out_is_looked_at_again() -> None:
    day = date(2026, 11, 18)
    died = msgspec.structs.replace(sheet().person, status="died", status_date=day)
    home = Household(id=UUID(int=1), village_code="12.75.01.1001", head_name="K")
    left = msgspec.structs.replace(home, status="moved_out", status_date=day)
    for told, rule in (({"person": died}, "rules.after_death"), ({"household": left}, "rules.after_moving")):
        entered = answers(**told)
        entered.set("was_weighed", True)
        found = entered.judged.findings()["visit_date"]
        assert (found.why.code, found.blocks) == (rule, False)
        entered.confirm(found, "")
        assert "visit_date" not in entered.judged.findings()
        entered.set_head("visit_date", "2026-11-18")
        assert "visit_date" not in answers(**told, held=HELD).judged.findings()


def asked(entered: Answers, field: str) -> Question:
    return next(one for one in entered.questions if field in one.fields)


def drafted(entered: Answers) -> Draft | None:
    """The draft as it is kept and read again."""
    if not entered.has_draft:
        return None
    return Draft(
        user="a",
        region=VILLAGE,
        kind="child_visit",
        id=entered.sheet.record,
        answers=entered.changed,
        base={},
        confirmed=dict(entered.entered.confirmed),
        at="2026-11-19T03:00:00.000000Z",
        typed=entered.untaken,
    )


def shown(entered: Answers) -> dict[str, Any]:
    names = [name for question in entered.questions for name in question.fields]
    return {name: entered.value(name) for name in names}


STEPS = st.lists(st.tuples(st.integers(0, 40), st.sampled_from("YTEDX0159"), st.integers(0, 9)), max_size=30)


def step(entered: Answers, at: int, key: str, choice: int) -> None:
    question = entered.questions[at % len(entered.questions)]
    if key == "E":
        entered.empty(question)
    elif question.options:
        entered.choose(question, question.options[choice % len(question.options)])
    elif key == "X" and question.form.has_number:
        entered.refuse(question.number_field, "9x")
    elif key in "YT" and question.form.has_yes_no:
        entered.answer(question, yes=key == "Y")
    elif question.form.has_number:
        entered.enter_number(question, None if key == "D" else int(key + "2") if key.isdigit() else 0)


@given(st.booleans(), STEPS)
def test_whatever_is_entered_is_read_again_as_it_was_shown(has_row: bool, steps: list[tuple[int, str, int]]) -> None:
    held = HELD if has_row else None
    entered = answers(held)
    for one in steps:
        step(entered, *one)
    again = answers(held, draft=drafted(entered))
    assert shown(again) == shown(entered)
    assert again.changed == entered.changed
    assert again.untaken == entered.untaken
    assert [again.judged.standing(one) for one in again.questions] == [
        entered.judged.standing(one) for one in entered.questions
    ]
    saved = {**(held or {}), **entered.changed}
    whole = {name: value for name, value in saved.items() if value is not None}
    if entered.changed:
        assert not answers(whole).has_draft, "what was saved is nothing new"
        assert {"person_id", "month", "visit_date"} <= whole.keys()
    assert all(name in fields("child_visit") for name in entered.changed)


@given(STEPS)
def test_no_sequence_of_keys_says_two_things_at_once(steps: list[tuple[int, str, int]]) -> None:
    entered = answers()
    for one in steps:
        step(entered, *one)
        for question in entered.questions:
            if question.form is Form.MEASURED and entered.value(question.field) is False:
                assert not entered.value(question.value_field)


def test_looking_at_a_row_without_a_place_enters_none() -> None:
    assert not answers(HELD).has_draft


def test_a_confirmation_is_of_the_value_that_was_looked_at() -> None:
    entered = answers()
    length = asked(entered, "length_mm")
    entered.enter_number(length, 695)
    (finding,) = entered.judged.findings().values()
    entered.confirm(finding, "measured twice")
    assert entered.judged.findings() == {}
    entered.enter_number(length, 620)
    assert "length_mm" in entered.judged.findings()


def test_a_confirmation_of_what_was_saved_does_not_cover_another_value() -> None:
    entered = answers({**HELD, "length_mm": 695}, confirmed=frozenset({"shrank"}))
    assert entered.judged.findings() == {}
    entered.enter_number(asked(entered, "length_mm"), 690)
    assert "length_mm" in entered.judged.findings()


def test_a_visit_has_barely_begun_until_half_is_answered() -> None:
    entered = answers()
    own = [question for question in entered.questions if not question.is_further]
    for done, question in enumerate(own, start=1):
        entered.set(question.field, 1 if question.form is Form.COUNT else True)
        entered.set(question.number_field or question.field, 8000 if question.value_field else True)
        assert entered.judged.is_barely_begun is (2 * done < len(own))
    assert answers({**KEY, "visit_date": "2026-11-10"}).judged.is_barely_begun
    assert not answers(HELD).judged.is_barely_begun, "a correction"


@pytest.mark.parametrize("value", [0, 30])
def test_no_tablets_are_a_no(value: int) -> None:
    entered = Answers(replace(sheet(), kind="pregnancy_visit", person=sheet().person), MONTH, TODAY, "home")
    tablets = asked(entered, "iron_tablets")
    entered.enter_number(tablets, value)
    assert entered.value("iron_taken") is (value > 0)


ASKED = {
    kind: [name for name in fields(kind) if name not in (*fields("posyandu"), *KINDS[kind].KEY, "visit_date", "place")]
    for kind in ("pregnancy_visit", "child_visit")
}


@given(st.data(), st.sampled_from(sorted(ASKED)), st.booleans(), st.integers(0, 23), st.booleans())
def test_whatever_is_answered_is_asked(
    data: st.DataObject, kind: str, is_postpartum: bool, months: int, has_doses: bool
) -> None:
    """Recording a birth, a dose or half a birthday does not hide what was said before it."""
    names = data.draw(st.sets(st.sampled_from(ASKED[kind])))
    values = {name: WITH_VALUE[fields(kind)[name].spec.form] for name in names}
    told = {"kind": kind, "is_postpartum": is_postpartum, "months": months, "has_doses": has_doses}
    entered = answers({**KEY, **values}, **told)
    assert names <= {name for question in entered.questions for name in question.fields}


WITH_VALUE: dict[str, Any] = {"yes_no": True, "count": 1, "measure": 900, "choice": "normal", "choices": ["fever"]}


def test_a_weight_that_hardly_rose_is_no_green_tick() -> None:
    """At ten months the growth card asks for 300 g (Juknis KMS Balita 2021; field data of 2026, section 1)."""
    entered = answers(measures={"weight_g": Measured(8100, "2026-10", date(2026, 10, 14))})
    weighed = asked(entered, "weight_g")
    entered.enter_number(weighed, 8150)
    assert entered.judged.standing(weighed) is Standing.WATCH
    (told,) = entered.judged.attentions()["weight_g"]
    assert (told.why.code, told.why.params["least"]) == ("measure.not_gained_unconfirmed", 300)
    entered.enter_number(weighed, 8600)
    assert entered.judged.standing(weighed) is Standing.KEPT


def test_doubtful_doses_stand_beside_the_question_about_immunisation() -> None:
    why = Reason("doses.without_earlier", {"dose": "OPV 3", "before": "OPV 2"})
    (told,) = answers(has_doses=True, dose_doubts=(why,)).judged.attentions()["basic_immunization_received"]
    assert Wording("id").say(told.why) == "Periksa lagi Buku KIA: OPV 3 tercatat, padahal OPV 2 tidak."


def test_a_weight_no_child_reaches_and_a_later_one_it_contradicts() -> None:
    later = {"weight_g": Measured(8400, "2026-12", date(2026, 12, 19))}
    entered = answers(later=later)
    entered.enter_number(asked(entered, "weight_g"), 16_500)
    assert entered.judged.findings()["weight_g"].why.code == "measure.gained"
    entered.confirm(entered.judged.findings()["weight_g"], "")
    assert entered.judged.findings()["weight_g"].why.code == "measure.later_weight_lost"
