"""A code of a region with and without its points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.regions.region_code import as_region, code_beginning, region_code

PART = st.integers(0, 99).map("{:02d}".format)
CODES = st.tuples(PART, PART, PART, st.integers(0, 9999).map("{:04d}".format)).map(".".join)


@given(CODES, st.sampled_from(["", " ", "-", "."]), st.sampled_from([2, 5, 8, 13]))
def test_a_code_is_itself_however_it_is_written(code: str, between: str, length: int) -> None:
    code = code[:length]
    assert region_code(code) == code
    assert region_code(code.replace(".", between)) == code
    assert as_region(f" {code} ") == code


@pytest.mark.parametrize(
    "typed", ["", "1", "127", "12750", "127501100", "12750110011", "12.75.01.10", "12.75.", "x", "12..75"]
)
def test_what_is_no_code_stays_as_it_is(typed: str) -> None:
    assert region_code(typed) == ""
    assert as_region(typed) == typed


@given(CODES, st.integers(0, 13))
def test_a_beginning_is_cut_where_the_code_is(code: str, length: int) -> None:
    begun = code[:length].rstrip(".")
    assert code_beginning(begun.replace(".", "")) == begun
