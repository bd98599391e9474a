"""A plain list as a page: rows under group headings, numbered, counted at the foot. Registers are printed by it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from kpm_desktop.domain.errors import Reason, reason, refused
from kpm_desktop.domain.masking import masked_name, masked_number
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.table_page import NOTHING, Band, Cell, Column, FooterPart, Kind, Paper, Row, TablePage, Value

#: What is hidden in a list that is masked.
Hides = Literal["", "name", "number"]

#: About 170 sheets, and some seconds of work in which nothing else is read or saved.
MOST_ROWS = 5_000
_NUMBER_MM = 9.0
_SIGNS = {"id": ",", "en": "."}


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column with its heading and the width it would have. hides: whether it names people, or holds numbers that say
    who somebody is; sums: whether the foot adds it up; upright: a heading read from below."""

    heading: str
    mm: float
    kind: Kind = Kind.TEXT
    grows: float = 0
    hides: Hides = ""
    sums: bool = False
    upright: bool = False


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Rows under a heading; without one they stand as they are. A row has a value for every column."""

    rows: Sequence[Sequence[Value]]
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPaper:
    """How a list is printed. printed: now, on the wall's clock; name: A4 or F4; mask: hides names and numbers."""

    printed: datetime
    name: str = "A4"
    mask: bool = False


def record_list(
    wording: Wording,
    title: str,
    columns: Sequence[ListColumn],
    groups: Sequence[ListGroup],
    how: ListPaper,
    *,
    facts: Sequence[Sequence[tuple[str, str]]] = (),
    notes: Sequence[str] = (),
    row_mm: float = 0,
) -> TablePage:
    """The page: upright where the columns have room, else lying, and narrower where even that is too little. facts:
    columns of (label, value), such as village and date, the first of which are repeated in the line at the bottom.
    row_mm: how high rows are at least, where somebody writes in them. Refused where there are more than `MOST_ROWS`."""
    total = sum(len(group.rows) for group in groups)
    if total > MOST_ROWS:
        raise refused("paper.too_long", count=total, limit=MOST_ROWS)
    heads = [Cell(each.heading, vertical=each.upright) for each in columns]
    paper = _paper(how.name, columns)
    return TablePage(
        name=title,
        grid=_grid(columns, paper),
        titles=(title.upper(),),
        bands=(
            Band(
                header=(Row((Cell(wording.phrase("paper.number")), *heads)),),
                rows=tuple(_rows(wording, columns, groups, mask=how.mask, row_mm=row_mm)),
                foot=(_foot(wording, columns, groups, total),),
            ),
        ),
        paper=paper,
        facts=tuple(tuple(column) for column in facts),
        notes=tuple(notes),
        footer=tuple(footer_of(wording, title, facts, total, how)),
        comma=_SIGNS[wording.language],
        paging=wording.phrase("paper.paging", page="{page}", pages="{pages}"),
    )


def _paper(name: str, columns: Sequence[ListColumn]) -> Paper:
    upright = Paper(name)
    room = upright.size_mm[0] - 2 * upright.margin
    return upright if _NUMBER_MM + sum(each.mm for each in columns) <= room else Paper(name, wide=True)


def _grid(columns: Sequence[ListColumn], paper: Paper) -> tuple[Column, ...]:
    room = paper.size_mm[0] - 2 * paper.margin - _NUMBER_MM
    factor = min(1.0, room / max(sum(each.mm for each in columns), 1))
    first = Column(_NUMBER_MM, Kind.NUMBER)
    return first, *(Column(each.mm * factor, each.kind, "", each.grows) for each in columns)


def _counted(count: int) -> Reason:
    return reason("paper.count_one" if count == 1 else "paper.count", count=count)


def _rows(
    wording: Wording, columns: Sequence[ListColumn], groups: Sequence[ListGroup], *, mask: bool, row_mm: float
) -> list[Row]:
    rows: list[Row] = []
    number, across = 0, len(columns) + 1
    for group in groups:
        if group.heading and group.rows:
            text = wording.phrase("paper.group", group=group.heading, counted=_counted(len(group.rows)))
            rows.append(Row((Cell(text, across, kind=Kind.TEXT),), "group"))
        for values in group.rows:
            number += 1
            shown = [
                _hidden(value, column.hides) if mask else value for value, column in zip(values, columns, strict=True)
            ]
            rows.append(Row((Cell(number), *(Cell(value) for value in shown)), mm=row_mm))
    empty = Cell(wording.phrase("paper.empty"), across, kind=Kind.TEXT, align="centre")
    return rows or [Row((empty,))]


def _hidden(value: Value, hides: Hides) -> Value:
    """A value without what it says of a person."""
    if not hides or value is None:
        return value
    return masked_name(str(value)) if hides == "name" else masked_number(str(value))


def _foot(wording: Wording, columns: Sequence[ListColumn], groups: Sequence[ListGroup], total: int) -> Row:
    """How many records, and what their columns add up to."""
    text = wording.phrase("paper.total", counted=_counted(total)) if total else wording.phrase("paper.total_none")
    first = next((number for number, column in enumerate(columns) if column.sums), len(columns))
    cells = [Cell(text, first + 1, kind=Kind.TEXT, align="left")]
    for number, column in enumerate(columns[first:], start=first):
        values = [row[number] for group in groups for row in group.rows]
        cells.append(
            Cell(_sum(values), calc="sum") if column.sums and total else Cell(NOTHING if column.sums else None)
        )
    return Row(tuple(cells))


def _sum(values: Sequence[Value]) -> int | Decimal:
    return sum(value for value in values if isinstance(value, int | Decimal) and not isinstance(value, bool))


def footer_of(
    wording: Wording, title: str, facts: Sequence[Sequence[tuple[str, str]]], total: int, how: ListPaper
) -> list[FooterPart]:
    """What the list is, of where, how many, whether something is hidden, and when it was printed, which may leave."""
    places = [f"{label} {value}" for column in facts[:1] for label, value in column]
    parts = [title, *places, wording.say(_counted(total))]
    parts += [wording.phrase("paper.masked")] if how.mask else []
    return [*(FooterPart(part) for part in parts), FooterPart(printed_words(wording, how.printed), leaves=1)]


def printed_words(wording: Wording, printed: datetime) -> str:
    """When a page was printed, as it says so at the bottom."""
    sign = "." if wording.language == "id" else ":"
    return wording.phrase("paper.printed", day=f"{printed:%d-%m-%Y}", clock=f"{printed:%H{sign}%M}")
