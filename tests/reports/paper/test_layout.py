"""Where cells stand: each once, apart from each other, inside the page and none of its words lost."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.reports.paper.laid import Box, Laid, Line, Sheet
from kpm_desktop.reports.paper.layout import lay_out
from kpm_desktop.reports.paper.letters import CAPITAL
from kpm_desktop.reports.paper.units import tenths
from kpm_desktop.reports.table_page import (
    Band,
    Cell,
    Column,
    Kind,
    PageFault,
    Paper,
    Picture,
    Row,
    Sign,
    TablePage,
    cell_text,
    flow,
    kind_of,
)
from tests.reports.form_4 import form_4
from tests.reports.samples import LONG_NAME, UPRIGHT, WIDE, form_2a, form_2b, form_3, row

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/.,():'éñ√"
words = st.text(LETTERS, min_size=1, max_size=18)
texts = st.lists(words, max_size=14).map(" ".join)


@st.composite
def filled(draw: st.DrawFn, columns: int, most: int, *, is_header: bool = False) -> tuple[Row, ...]:
    """Rows that fill the grid, some of their cells over several columns and rows."""
    many = draw(st.integers(0, most))
    free = [[True] * columns for _ in range(many)]
    rows = []
    for number in range(many):
        cells = []
        for column in range(columns):
            if not free[number][column]:
                continue
            run = next((at for at in range(column, columns) if not free[number][at]), columns) - column
            across = draw(st.integers(1, run)) if draw(st.booleans()) else 1
            down = draw(st.integers(1, min(3, many - number)))
            for below in free[number : number + down]:
                below[column : column + across] = [False] * across
            is_upright = is_header and down > 1 and draw(st.booleans())
            cells.append(Cell(draw(texts), across, down, vertical=is_upright))
        rows.append(Row(tuple(cells), draw(st.sampled_from(["data", "group", "foot"])), keep=draw(st.booleans())))
    return tuple(rows)


@st.composite
def pages(draw: st.DrawFn) -> TablePage:
    """Any page: papers, columns, spans, long and endless words."""
    paper = Paper(draw(st.sampled_from(["A4", "F4"])), draw(st.booleans()))
    columns = draw(st.lists(st.integers(9, 27), min_size=1, max_size=7))
    grid = tuple(
        Column(mm, draw(st.sampled_from(list(Kind))), draw(st.sampled_from(["", "a", "b"])), draw(st.integers(0, 1)))
        for mm in columns
    )
    bands = []
    for _ in range(draw(st.integers(1, 2))):
        bands.append(
            Band(
                draw(texts),
                draw(filled(len(grid), 3, is_header=True)),
                letters=True,
                rows=draw(filled(len(grid), 12)),
                foot=draw(filled(len(grid), 2)),
            )
        )
    return TablePage(
        name="Daftar",
        grid=grid,
        titles=(draw(texts),),
        bands=tuple(bands),
        paper=paper,
        facts=((("Desa", draw(texts)),),),
        signs=(Sign((draw(texts),), draw(texts)), Sign((draw(texts),), at=-1)),
        notes=(draw(texts),),
        one_page=draw(st.booleans()),
    )


@given(pages())
def test_any_page_is_whole(page: TablePage) -> None:
    laid = lay_out(page)
    for sheet in laid.sheets:
        check_inside(sheet, laid)
        check_apart(sheet)
    check_words(laid)


def check_inside(sheet: Sheet, laid: Laid) -> None:
    margin, below = tenths(laid.page.paper.margin), tenths(laid.page.paper.margin) - tenths(4)
    for box in sheet.boxes:
        assert box.x >= margin and box.x + box.width <= laid.width - margin + 1
        assert box.y >= margin and box.y + box.height <= laid.height - margin
        for line in box.lines:
            left, top, right, bottom = reach(line)
            assert box.x <= left and right <= box.x + box.width, line
            assert box.y <= top and bottom <= box.y + box.height, line
    for line in sheet.lines:
        left, top, right, bottom = reach(line)
        assert margin - 1 <= left and right <= laid.width - margin + 1, line
        assert margin - 1 <= top and bottom <= laid.height - below, line


def reach(line: Line) -> tuple[float, float, float, float]:
    """The room of a line's capitals."""
    high = line.size * CAPITAL / 1000
    if line.is_upright:
        return line.x - high, line.y - line.width, line.x, line.y
    return line.x, line.y - high, line.x + line.width, line.y


def check_apart(sheet: Sheet) -> None:
    for one, other in combinations(sheet.boxes, 2):
        is_beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        is_above = one.y + one.height <= other.y or other.y + other.height <= one.y
        assert is_beside or is_above, (one, other)


def check_words(laid: Laid) -> None:
    """Every cell that was described stands somewhere, with all its words; those of a row only once."""
    seen: dict[tuple[int, str, int, int], list[Box]] = {}
    for sheet in laid.sheets:
        for box in sheet.boxes:
            seen.setdefault((box.band, box.role, box.row, box.column), []).append(box)
    for number, band in enumerate(laid.page.bands):
        assert isinstance(band, Band)
        for role, rows in (("header", band.header), ("rows", band.rows), ("foot", band.foot)):
            for cell, at, column in flow(rows, len(laid.page.grid)):
                boxes = seen[number, role, at, column]
                kind = Kind.TEXT if role == "header" else kind_of(cell, laid.page.grid[column])
                wanted = Counter(letters(cell_text(cell, kind)))
                told = [Counter(letters("".join(line.text for line in box.lines))) for box in boxes]
                assert wanted in told or sum(told, Counter()) == wanted, (cell, told)
                assert role == "header" or cell.down > 1 or len({box.y for box in boxes}) == len(boxes)


def letters(text: str) -> str:
    return "".join(text.split())


def rows_on(laid: Laid) -> list[int]:
    """How many rows begin on every sheet."""
    return [sum(box.role == "rows" and box.column == 0 for box in sheet.boxes) for sheet in laid.sheets]


@pytest.mark.parametrize("rows", [0, 1, 60, 500])
def test_headers_repeat_and_every_row_stands_once(rows: int) -> None:
    laid = lay_out(form_2b(rows))
    heads = [[box._replace(lines=()) for box in sheet.boxes if box.role == "header"] for sheet in laid.sheets]
    assert all(head and [box.column for box in head] == [box.column for box in heads[0]] for head in heads)
    assert all(any(box.role == "letters" for box in sheet.boxes) for sheet in laid.sheets)
    placed = [box.row for sheet in laid.sheets for box in sheet.boxes if box.role == "rows" and box.column == 2]
    assert placed == list(range(rows))


def test_the_pages_are_as_full_as_the_forms_were_drawn() -> None:
    """Measured on A4: 2B holds 21 children on its first page, 3B 27 in rows of 4.44 mm, and 3A 16 mothers signed on
    one page. F4 is 5 mm higher lying: one row more."""
    assert rows_on(lay_out(form_2b(30))) == [21, 9]
    assert rows_on(lay_out(form_2b(30, Paper("F4", wide=True)))) == [22, 8]
    children = lay_out(form_3(47))
    assert rows_on(children) == [27, 20]
    assert children.tables[0, "rows"].heights[0] == tenths(4.44)
    assert rows_on(lay_out(form_3(16, mothers=True))) == [16]
    assert len(lay_out(form_3(17, mothers=True)).sheets) == 2


def test_form_4_stands_on_one_sheet_a_little_smaller_on_a4_than_on_f4() -> None:
    on_a4, on_f4 = lay_out(form_4()), lay_out(form_4(Paper("F4")))
    assert (len(on_a4.sheets), on_a4.factor) == (1, 0.97)
    assert (len(on_f4.sheets), on_f4.factor) == (1, 1.0)


def test_the_foot_takes_three_rows_with_it() -> None:
    laid = lay_out(form_2b(21))
    assert rows_on(laid) == [18, 3]
    assert {box.role for box in laid.sheets[0].boxes} == {"header", "letters", "rows"}


def test_long_names_stay_whole() -> None:
    laid = lay_out(form_2b(3, name=LONG_NAME))
    names = [box for box in laid.sheets[0].boxes if box.role == "rows" and box.column == 2]
    assert [" ".join(line.text for line in box.lines) for box in names] == [LONG_NAME] * 3
    assert len(names[0].lines) == 2


def list_of(*rows: Row, mm: tuple[float, ...] = (12, 30, 30), paper: Paper = UPRIGHT) -> TablePage:
    return TablePage(
        name="Daftar",
        grid=tuple(Column(each) for each in mm),
        titles=("DAFTAR",),
        bands=(Band(header=(row("No", "Nama", "Catatan"),), rows=rows),),
        paper=paper,
    )


def test_a_row_higher_than_a_page_goes_on_on_the_next() -> None:
    note = " ".join(f"kata{number}" for number in range(900))
    laid = lay_out(list_of(row("1", "Ibu A", note), row("2", "Ibu B", "")))
    told = [line.text for sheet in laid.sheets for box in sheet.boxes if box.column == 2 for line in box.lines]
    assert " ".join(text for text in told if text != "Catatan") == note
    assert len(laid.sheets) > 1


def test_a_register_number_breaks_at_its_hyphens() -> None:
    laid = lay_out(list_of(row("1", "KIA-1271010-2026-000123-C3", "")))
    lines = next(box.lines for box in laid.sheets[0].boxes if box.role == "rows" and box.column == 1)
    assert [line.text for line in lines] == ["KIA-1271010-2026-", "000123-C3"]


def test_group_rows_stay_with_what_they_head() -> None:
    rows = [row("1", "Ibu A", "ya", style="data")] * 42
    group = Row((Cell("Dusun II", across=3),), "group")
    laid = lay_out(list_of(*rows, group, *rows))
    for sheet in laid.sheets:
        last = max((box for box in sheet.boxes), key=lambda box: box.y)
        assert last.shade != "group"


def test_words_over_rows_of_two_pages_are_said_on_both() -> None:
    rows = [Row((Cell("Dusun I", down=90), Cell("a"), Cell("b"))), *[row("a", "b")] * 89]
    laid = lay_out(list_of(*rows))
    assert len(laid.sheets) == 2
    groups = [box for sheet in laid.sheets for box in sheet.boxes if box.role == "rows" and box.column == 0]
    assert [box.lines[0].text for box in groups] == ["Dusun I", "Dusun I"]


def test_a_header_that_leaves_no_room_is_refused() -> None:
    page = TablePage(
        name="Daftar",
        grid=(Column(4),),
        titles=(),
        bands=(Band(header=(row("kata " * 200),), rows=(row("a"),)),),
        paper=WIDE,
    )
    with pytest.raises(PageFault, match="Daftar, band 1: the header leaves no room"):
        lay_out(page)


def test_the_footer_drops_the_time_then_the_quarter_never_counts() -> None:
    def said(page: TablePage) -> str:
        return next(line.text for line in lay_out(page).sheets[0].lines if line.text.startswith("Formulir"))

    assert said(form_2a()).endswith(
        "triwulan 3/2026 · 63 dari 63 sasaran dilaporkan · 2 isian berbeda belum diputuskan · dicetak 19-11-2026 10.42"
    )
    assert said(form_4()).endswith("63 dari 63 sasaran dilaporkan · 2 isian berbeda belum diputuskan")
    assert "triwulan" not in said(form_4())


def test_who_has_no_name_gets_a_line_to_write_it_on() -> None:
    page = form_2a()
    signs = (Sign(("Mengetahui,", "Bidan Desa"), "Tiurma"), Sign(("Kader Posyandu",), below="NIP 1", at=-1))
    sheet = lay_out(TablePage(**{**{name: getattr(page, name) for name in page.__slots__}, "signs": signs})).sheets[0]
    name, line = [rule for rule in sheet.rules if not rule.is_grey]
    assert (name.y, line.width) == (line.y, tenths(46))
    above = {each.text: each.y for each in sheet.lines}
    assert above["Bidan Desa"] == above["Kader Posyandu"]


def test_a_picture_has_its_own_room() -> None:
    page = TablePage(
        name="Gambar",
        grid=(Column(30, grows=1),),
        titles=("GAMBAR",),
        bands=(Band("BALOK"), Picture(60, lambda painter, width, height: None), Band(rows=(row("a"),))),
        paper=UPRIGHT,
    )
    sheet = lay_out(page).sheets[0]
    drawn, box = sheet.pictures[0], sheet.boxes[0]
    assert (drawn.width, drawn.height) == (tenths(190), tenths(60))
    assert max(line.y for line in sheet.lines if line.text == "BALOK") < drawn.y < drawn.y + drawn.height < box.y
