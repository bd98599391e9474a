"""Rows that point at each other come each after those it points at, at the same cost in every order."""

import random

from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.commands.tables.row_order import in_order
from kpm_desktop.exchange.csv_folder import CsvRow
from kpm_desktop.exchange.row_ids import RowIds
from tests.support.steps import steps

KIND = "person"


def table(mothers: dict[int, int], order: list[int]) -> tuple[list[CsvRow], RowIds]:
    """Rows by number, each with its mother's, in the order they stand in."""
    names = RowIds(lambda kind: {})
    rows = [
        CsvRow(at, {"ref": f"p{number}"} | ({"mother_id": f"p{mothers[number]}"} if number in mothers else {}), [])
        for at, number in enumerate(order, 2)
    ]
    for row in rows:
        names.claim(KIND, row.cells)
    return rows, names


@given(st.data())
def test_each_comes_after_what_it_points_at_and_circles_come_last(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 12))
    numbers = st.integers(0, count - 1)
    mothers = data.draw(st.dictionaries(numbers, numbers))
    rows, names = table(mothers, data.draw(st.permutations(range(count))))
    found = list(in_order(KIND, rows, names))
    assert sorted(row.line for row in found) == [row.line for row in rows]
    seen: set[str] = set()
    for row in found:
        mother, own = row.cells.get("mother_id"), row.cells["ref"]
        if row.wrong is None:
            assert mother is None or mother == own or mother in seen
            seen.add(own)
        else:
            assert mother is not None
            assert mother not in seen


def test_rows_in_the_wrong_order_cost_twice_for_twice_as_many() -> None:
    """Each row's mother stands in the row below, or in any other one."""

    def cost(count: int, *, shuffled: bool) -> float:
        order = list(range(count))[::-1]
        if shuffled:
            random.Random(count).shuffle(order)
        rows, names = table({number: number - 1 for number in range(1, count)}, order)
        return steps(lambda: list(in_order(KIND, rows, names)))

    for shuffled in (False, True):
        small, large = (cost(count, shuffled=shuffled) for count in (200, 400))
        assert small > 1000
        assert large / small < 2.1
