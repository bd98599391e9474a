"""Rounded measures: one in five ends in 0 or 5 by chance; the binomial tail says when that is no chance any more."""

import pytest

from kpm_desktop.domain.entry.digit_preference import rounding_of


def measures(rounded: int, count: int) -> list[int]:
    return [70 + 5 * (at % 2) for at in range(rounded)] + [71 + 2 * (at % 2) for at in range(count - rounded)]


@pytest.mark.parametrize(
    ("rounded", "count", "is_told"),
    [
        (6, 10, False),  # 0,0064 by chance
        (7, 10, True),  # 0,00086
        (9, 9, False),  # too few to say anything
        (11, 30, False),  # 0,0256
        (14, 30, True),  # 0,0009
        (30, 30, True),
        (0, 30, False),
    ],
)
def test_only_what_chance_would_hardly_bring_is_told(rounded: int, count: int, is_told: bool) -> None:
    found = rounding_of(measures(rounded, count))
    assert (found is not None) == is_told
    if found is not None:
        assert (found.rounded, found.count) == (rounded, count)
