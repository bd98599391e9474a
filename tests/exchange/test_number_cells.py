"""Numbers in the cells of an interchange file: whole numbers of the kept unit, and nothing that could be another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.exchange.cells import BadCell, parse

WEIGHT, VISITS = fields("child_visit")["weight_g"], fields("child_visit")["home_visits"]
BUDGET = fields("village_budget")["development_total_rp"]


@pytest.mark.parametrize("field", [WEIGHT, VISITS, BUDGET])
@pytest.mark.parametrize(
    "text",
    [
        "1e5",
        "9,4",
        "9.4",
        "550.000",
        "500,000",
        "1_000",
        "٣",
        "９",
        "5²",
        "½",
        "0x1F",
        "nan",
        "9 4",
        "--5",
        "9kg",
        "5.",
    ],
)
def test_what_is_no_whole_number_is_refused(field: object, text: str) -> None:
    with pytest.raises(BadCell) as caught:
        parse(field, text)  # type: ignore[arg-type]
    assert caught.value.why.code == "rules.not_whole"


@given(st.text(st.sampled_from("0123456789+-_.,eE ٣²"), min_size=1, max_size=9))
def test_a_number_has_the_digits_of_its_cell(text: str) -> None:
    try:
        value = parse(BUDGET, text)
    except BadCell:
        return
    assert text.lstrip("+-").isascii()
    assert (text.lstrip("+-").lstrip("0") or "0") == str(value)
