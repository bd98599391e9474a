"""One row that cannot be made takes no other with it; what is no matter of a row goes on."""

import pytest

from kpm_desktop.domain.row_by_row import row_by_row, unshown
from kpm_desktop.domain.wording import Wording


def row(number: int) -> str:
    if number == 0:
        raise OSError(28, "disk full")
    return f"{10 // (number - 3)}"


def test_the_others_stay_in_their_places() -> None:
    assert list(row_by_row([2, 3, 4], row, lambda number: f"not {number}")) == ["-10", "not 3", "10"]


def test_a_full_disk_is_no_matter_of_a_row() -> None:
    with pytest.raises(OSError, match="disk full"):
        list(row_by_row([0], row, lambda number: f"not {number}"))


def test_it_says_which_record() -> None:
    assert Wording("id").say(unshown("person", "0197c1f0")) == "Tidak bisa ditampilkan: orang 0197c1f0"
