"""Judging what arrives: the quick way and the slow way say the same, field by field."""

import json
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.change import LooseChange, encode, exact_change
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.judge import WHOLE, Judged, _slowly, declared_limits, judge
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.strict import read_change, strict_change
from tests.support.values import TOO_FAR, VILLAGE, beyond, plain_values

RECORD = UUID("0197c1f0-0000-7000-8000-000000000001")
PERSON = "0197c1f0-0000-7000-8000-00000000000a"


def line(kind: str, values: dict[str, Any], record: UUID = RECORD, **more: Any) -> bytes:
    """A line of these values."""
    change = LooseChange(
        kind=kind,
        stream=UUID(int=1),
        region=VILLAGE,
        seq=1,
        prev="0" * 64,
        id=record,
        fields=values,
        base=more.get("base", {}),
        user="Ibu Sari",
        at="2025-07-01T08:30:00.000000Z",
        app="0.1.0",
    )
    return encode(change)


def judged_line(made: bytes) -> Judged:
    (found,) = judge([made], [exact_change(made)], VILLAGE)
    return found


def judged(kind: str, values: dict[str, Any], record: UUID = RECORD) -> Judged:
    return judged_line(line(kind, values, record))


@st.composite
def lines(draw: st.DrawFn) -> bytes:
    """A line of a known kind, every field within its limits, beyond them or emptied; sometimes a field more."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    declared = fields(kind)
    names = draw(st.lists(st.sampled_from(sorted(declared)), unique=True, max_size=6))
    if draw(st.booleans()):
        names = sorted({*names, *KINDS[kind].KEY})
    values: dict[str, Any] = {}
    for name in names:
        choices = [
            plain_values(declared[name]),
            plain_values(declared[name]),
            st.none(),
            st.sampled_from(beyond(declared[name])),
        ]
        values[name] = draw(st.one_of(choices))
    if draw(st.booleans()):
        values["of_a_later_release"] = draw(st.sampled_from([1, "x", [1], None]))
    record = derived_id(kind, values) if draw(st.booleans()) else None
    return line(kind, values, record or RECORD)


@given(lines())
def test_the_quick_way_says_what_the_slow_way_says(made: bytes) -> None:
    quick = judged_line(made)
    slow = _slowly(made, VILLAGE)
    assert (quick.kind, quick.id, quick.has_base, quick.withheld) == (slow.kind, slow.id, slow.has_base, slow.withheld)
    if quick.typed is not None:
        assert quick.withheld == {}, "a typed change is written as it is"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_field_beyond_its_limits_is_withheld_alone(kind: str) -> None:
    for name, field in fields(kind).items():
        for value in beyond(field):
            if name not in KINDS[kind].KEY:
                assert set(judged(kind, {name: value}).withheld) == {name}, (name, value)


def test_good_values_stay_beside_a_bad_one() -> None:
    found = judged("household", {"head_name": "Pak Amir", "latitude_udeg": 91_000_000})
    assert found.withheld == {"latitude_udeg": "out_of_limits"}


@pytest.mark.parametrize("code", ["12.75.01.1002", "12.75.01", "12", None])
def test_another_villages_code_is_withheld(code: str | None) -> None:
    assert judged("household", {"village_code": code}).withheld.keys() == {"village_code"}


def test_an_id_that_does_not_follow_from_its_key_withholds_everything() -> None:
    visit = {"person_id": PERSON, "month": "2025-07", "visit_date": "2025-07-15"}
    right = derived_id("child_visit", visit)
    assert right is not None
    assert judged("child_visit", visit, right).withheld == {}
    assert judged("child_visit", visit).withheld == {WHOLE: "wrong_id"}
    assert judged("child_visit", {"weight_g": 8000}).withheld == {}, "an edit names no key"
    assert judged("child_visit", {"month": "2025-07"}, right).withheld == {WHOLE: "wrong_id"}


@pytest.mark.parametrize("spelling", [PERSON.upper(), PERSON.replace("-", ""), PERSON[:-1] + "A"])
@pytest.mark.parametrize("other", [{}, {"weight_g": 1}])
def test_one_id_has_one_spelling(spelling: str, other: dict[str, Any]) -> None:
    """Otherwise the row depends on the way a change came: typed, or merged from its line."""
    visit = {"person_id": spelling, "month": "2025-07", **other}
    found = judged("child_visit", visit, derived_id("child_visit", {**visit, "person_id": PERSON}) or RECORD)
    assert "person_id" in found.withheld


def test_lists_are_sorted_and_have_no_doubles() -> None:
    assert judged("pregnancy", {"risk_reasons": ["short", "other"]}).withheld == {"risk_reasons": "not_sorted"}
    assert judged("pregnancy", {"risk_reasons": ["other", "other"]}).withheld == {"risk_reasons": "not_sorted"}
    assert judged("pregnancy", {"risk_reasons": ["a_later_choice", "short"]}).withheld == {}


def test_what_a_later_release_adds_is_kept() -> None:
    assert judged("a_later_kind", {"anything": [1, {"a": None}]}).withheld == {}
    assert judged("household", {"later_field": {"deep": [1]}}).withheld == {}
    assert judged("household", {"residency": "a_later_choice"}).withheld == {}


@given(lines())
def test_made_lines_are_strict_or_hold_a_fraction(made: bytes) -> None:
    """What is judged here could arrive, and its typed form is that very line."""
    if b"1.5" in made:
        for read in (strict_change, read_change):
            with pytest.raises(Refused):
                read(made)
    else:
        assert msgspec.json.encode(strict_change(made)) == made
        kind, change = read_change(made)
        assert kind == json.loads(made)["kind"]
        assert change is None or encode(change) == made
    assert json.loads(made)["region"] == VILLAGE


@pytest.mark.parametrize("day", TOO_FAR)
def test_a_day_no_record_may_name_is_withheld_alone(day: str) -> None:
    found = judged("person", {"full_name": "Siti", "birth_date": day})
    assert dict(found.withheld) == {"birth_date": "out_of_limits"}
    assert (found.typed, found.kind) == (None, "person")


def test_the_range_of_days_is_part_of_what_a_program_knows() -> None:
    """So that a program that draws it otherwise judges again what it holds."""
    for kind in KINDS:
        for name, field in fields(kind).items():
            if field.spec.form == "date":
                assert declared_limits()[kind][name].endswith("1900-01-01 2100-12-31")
