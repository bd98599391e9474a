"""Cells of a growth table: read exactly or refused, never guessed."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.errors import Reason
from kpm_desktop.exchange import growth_cells as cells


@pytest.mark.parametrize(
    ("text", "value"),
    [("9.4", 9.4), (" 9.40 ", 9.4), ("+9", 9.0), ("9.", 9.0), (".5", 0.5), ("1e2", 100.0), ("-0", 0.0), ("007", 7.0)],
)
def test_numbers(text: str, value: float) -> None:
    """A decimal point, as R and pandas write it."""
    assert cells.number(text) == value


@pytest.mark.parametrize("text", ["", " ", "NA", "na", "NaN", "nan"])
def test_missing_numbers(text: str) -> None:
    """Empty, and what R and pandas write for missing."""
    value = cells.number(text)
    assert isinstance(value, float) and math.isnan(value)


@pytest.mark.parametrize(
    "text", ["abc", "1_000", "٩.٤", "9.4kg", "1 000", "0x1F", "inf", "1e999", "--1", "9.4.2", "1,234.5", "9" * 41, "."]
)
def test_what_is_not_a_number(text: str) -> None:
    """Python's float() takes some of these; a person's table means something else."""
    found = cells.number(text)
    assert isinstance(found, Reason) and found.code == "growth.not_a_number"


@pytest.mark.parametrize(("text", "better"), [("9,4", "9.4"), ("-0,5", "-0.5"), (",5", ".5"), ("1,000", "1.000")])
def test_a_decimal_comma_is_refused_with_the_way_out(text: str, better: str) -> None:
    """Never read as 9, 94 or a thousand."""
    found = cells.number(text)
    assert isinstance(found, Reason)
    assert (found.code, found.params["better"]) == ("growth.decimal_comma", better)


@given(st.text())
def test_any_text_is_a_number_or_a_reason(text: str) -> None:
    """No exception, no infinity."""
    found = cells.number(text)
    assert isinstance(found, Reason) or not math.isinf(found)


@pytest.mark.parametrize(
    ("read", "text", "code"),
    [
        (cells.weight_kg, "0", "growth.not_positive"),
        (cells.weight_kg, "-5", "growth.not_positive"),
        (cells.weight_kg, "9400", "growth.absurd"),
        (cells.length_cm, "0.75", "growth.absurd"),
        (cells.length_cm, "750", "growth.absurd"),
        (cells.head_cm, "450", "growth.absurd"),
        (cells.muac_cm, "145", "growth.absurd"),
        (cells.gestation_weeks, "19", "growth.absurd"),
        (cells.gestation_weeks, "45", "growth.absurd"),
        (cells.age_days, "-1", "growth.negative_age"),
        (cells.age_days, "-0.2", "growth.negative_age"),
        (cells.age_months, "11.5", "growth.not_whole_months"),
        (cells.sex, "m", "growth.unknown_sex"),
        (cells.sex, "3", "growth.unknown_sex"),
        (cells.position, "x", "growth.unknown_position"),
        (cells.oedema, "0", "growth.unknown_oedema"),
    ],
)
def test_what_cannot_be(read: Callable[[str], object], text: str, code: str) -> None:
    """Growth rules 1, 2 and 8: slips of the unit, negative ages, unknown codes."""
    found = read(text)
    assert isinstance(found, Reason) and found.code == code


@pytest.mark.parametrize(
    ("text", "sex"), [("1", "male"), ("2", "female"), ("1.0", "male"), (" 2 ", "female"), ("", None), ("NA", None)]
)
def test_sexes(text: str, sex: str | None) -> None:
    """WHO's codes; pandas writes 1.0 in a column with gaps."""
    assert cells.sex(text) == sex


@pytest.mark.parametrize(
    ("text", "position"),
    [("l", "lying"), ("L", "lying"), ("h", "standing"), (" H", "standing"), ("", None), ("NA", None)],
)
def test_positions_ignore_case(text: str, position: str | None) -> None:
    """Growth rule 8."""
    assert cells.position(text) == position


@pytest.mark.parametrize(
    ("text", "oedema"),
    [("y", True), ("Y", True), ("1", True), ("n", False), ("N", False), ("2", False), ("", False), ("NA", False)],
)
def test_oedema_ignores_case_and_empty_is_no(text: str, oedema: bool) -> None:
    """Growth rule 8."""
    assert cells.oedema(text) is oedema


def test_a_column_keeps_its_rows_and_names_its_problems() -> None:
    """What cannot be read becomes the missing value in its own row."""
    column = cells.read_column(["1", "x", "1", ""], cells.sex, None)
    assert column.values == ["male", None, "male", None]
    assert {row: why.code for row, why in column.problems.items()} == {1: "growth.unknown_sex"}
