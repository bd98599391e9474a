"""What a page may be, how its cells flow, and how values are shown."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from kpm_desktop.reports.table_page import (
    Band,
    Cell,
    Column,
    Kind,
    PageFault,
    Paper,
    Row,
    Sign,
    TablePage,
    Value,
    cell_text,
    flow,
    letter_row,
    shown,
)
from tests.reports.samples import form_2b, row

SHOWN = [
    (None, Kind.NUMBER, ""),
    ("=1+1", Kind.NUMBER, "=1+1"),
    (True, Kind.TICK, "√"),
    (False, Kind.ONE, "x"),
    (30, Kind.TICK, "30"),
    (1772, Kind.NUMBER, "1.772"),
    (607_000_000, Kind.MONEY, "607.000.000"),
    (2026, Kind.TEXT, "2026"),
    (Decimal("9.15"), Kind.ONE, "9,2"),
    (75, Kind.ONE, "75,0"),
    (Decimal("62.56"), Kind.PERCENT, "62,56"),
    (100, Kind.PERCENT, "100,00"),
    (Decimal("-2.78"), Kind.PERCENT, "−2,78"),
    (date(2026, 7, 3), Kind.DATE, "03-07-2026"),
]


@pytest.mark.parametrize(("value", "kind", "text"), SHOWN)
def test_values_are_shown_as_the_forms_have_them(value: Value, kind: Kind, text: str) -> None:
    assert shown(value, kind) == text


def test_english_numbers_have_a_point() -> None:
    assert shown(Decimal("1772.5"), Kind.NUMBER, ".") == "1,772.5"


@pytest.mark.parametrize("value", [1.5, datetime(2026, 1, 1), Decimal("NaN"), ["list"]])  # noqa: DTZ001 - refused
def test_what_has_no_one_reading_is_refused(value: Value) -> None:
    with pytest.raises(TypeError):
        shown(value, Kind.NUMBER)


def test_a_share_of_nothing_is_a_dash() -> None:
    assert cell_text(Cell(None, calc="ratio"), Kind.PERCENT) == "–"
    assert cell_text(Cell(None), Kind.PERCENT) == ""


def test_cells_flow_around_those_that_reach_down() -> None:
    rows = (
        Row((Cell("a", down=2), Cell("b", across=2))),
        Row((Cell("c"), Cell("d", down=2))),
        Row((Cell("e", across=2),)),
    )
    places = [(place.cell.value, place.row, place.column) for place in flow(rows, 3)]
    assert places == [("a", 0, 0), ("b", 0, 1), ("c", 1, 1), ("d", 1, 2), ("e", 2, 0)]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ((row("a", "b", "c"), row("a", "b")), "row 2: column 3 of 3 stays empty"),
        ((row("a", "b", "c", "d"),), "row 1: its cells do not fit"),
        ((Row((Cell("a", down=2), Cell("b"), Cell("c"))), row("d", "e", "f")), "row 2: its cells do not fit"),
        ((Row((Cell("a", down=2), Cell("b", 2))),), "row 1: a cell reaches below"),
        ((Row((Cell("a"), Cell("b", down=2), Cell("c"))), Row((Cell("d", 2),))), "row 2: its cells do not fit"),
    ],
)
def test_a_row_that_does_not_fill_the_grid_is_named(rows: tuple[Row, ...], why: str) -> None:
    with pytest.raises(PageFault, match=f"Daftar, band 1, {why}"):
        TablePage(
            name="Daftar",
            grid=(Column(20),) * 3,
            titles=(),
            bands=(Band(rows=rows),),
            paper=Paper(),
        )


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"grid": (Column(100), Column(91))}, "need 191 mm, the paper has 190"),
        ({"grid": (Column(3),)}, "column 1 has 3 mm of at least 4"),
        ({"grid": ()}, "need 0 mm"),
        ({"grid": (Column(9),), "signs": (Sign(("A",), at=1), Sign(("B",), at=-1))}, "two people sign"),
    ],
)
def test_what_the_paper_has_no_room_for_is_refused(changes: dict[str, tuple[Column, ...]], why: str) -> None:
    with pytest.raises(PageFault, match=why):
        TablePage(**{"name": "Daftar", "titles": (), "bands": (), "paper": Paper(), **changes})  # type: ignore[arg-type]


def test_equal_letters_side_by_side_are_one_cell() -> None:
    cells = letter_row(form_2b(1).grid).cells
    assert [(cell.value, cell.across) for cell in cells[:2]] == [("", 1), ("a", 1)]
    assert [cell.across for cell in cells if cell.value == "k"] == [2]
    assert sum(cell.across for cell in cells) == 19
