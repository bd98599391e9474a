"""Counts with their thousands apart."""

import pytest

from kpm_desktop.ui.format.count_words import grouped


@pytest.mark.parametrize(("count", "comma", "shown"), [(7, ",", "7"), (2511, ",", "2.511"), (2511, ".", "2,511")])
def test_thousands_stand_apart(count: int, comma: str, shown: str) -> None:
    assert grouped(count, comma) == shown
