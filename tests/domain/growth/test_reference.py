"""The bar: every z-score and flag of WHO's own program, in both forms. Source: tests/data/growth/README.md."""

from kpm_desktop.domain.growth.child import growth_of
from kpm_desktop.domain.growth.columns import scores_of
from tests.domain.growth.children import as_columns, outcome, outcomes, sample_child, sample_outcome, sample_rows


def test_one_child_at_a_time_equals_who() -> None:
    """WHO's program on 6,729 children: 80,748 cells, and whether standing is implausible."""
    rows = sample_rows()
    assert len(rows) == 6729
    wrong = [row["id"] for row in rows if outcome(growth_of(sample_child(row))) != sample_outcome(row)]
    assert wrong == []


def test_columns_equal_who() -> None:
    """The same cells from the calculation by columns."""
    rows = sample_rows()
    found = outcomes(scores_of(as_columns([sample_child(row) for row in rows])))
    assert [row["id"] for row, got in zip(rows, found, strict=True) if got != sample_outcome(row)] == []
