"""What a spreadsheet would run is shown by it, and comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.exchange.formulas import as_it_was, without_formula


@given(st.text(st.sampled_from("=+-@\t\r'1 a."), max_size=6))
def test_nothing_begins_like_a_formula_and_everything_comes_back(cell: str) -> None:
    written = without_formula(cell)
    assert as_it_was(written) == cell
    if written[:1] in tuple("=@\t\r") and written:
        raise AssertionError(written)
    if written[:1] in ("+", "-"):
        assert not any(sign in written for sign in "=@a\t\r'")


@pytest.mark.parametrize("cell", ["+62 812-3456", "-6.2", "Siti", "'Aisyah", "", "0812"])
def test_what_runs_nowhere_is_written_as_it_is(cell: str) -> None:
    assert without_formula(cell) == cell
