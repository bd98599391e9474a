"""A register on paper and in Excel: the columns of its list, each thing in one of its own, grouped as the list is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from kpm_desktop.commands.registers.register_list import RegisterLine
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.regions.place_names import Names
from kpm_desktop.domain.registers.register import STATE, SUBJECT, VILLAGE, Column, Register
from kpm_desktop.domain.registers.spoken import RegisterWords
from kpm_desktop.domain.row_by_row import row_by_row, unshown
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.lists.record_list import ListColumn, ListGroup, ListPaper, record_list
from kpm_desktop.reports.table_page import Kind, TablePage, Value

#: Millimetres of one share of a list's width, and the columns that whom it is about is taken apart into.
_SHARE_MM = 1.7
_NAME_MM, _AGE_MM, _PLACE_MM, _BELOW_MM, _DAY_MM = 38.0, 22.0, 28.0, 28.0, 19.0
#: More villages than these are counted instead of named.
_MOST_NAMED = 6
_OF_PERSON = ("name", "age", "hamlet")
_NUMBERS = {"count": Kind.NUMBER, "measure": Kind.NUMBER, "references": Kind.NUMBER, "date": Kind.DATE}


@dataclass(frozen=True, slots=True)
class _Part:
    """One column of the paper: how it stands there, and the field it is of, or what of the person."""

    column: ListColumn
    name: str


def register_paper(
    register: Register, lines: Sequence[RegisterLine], names: Names, language: str, how: ListPaper
) -> TablePage:
    """The page of these lines; what was not saved yet stands in none. names: of the villages they are of."""
    wording, words = Wording(language), RegisterWords(register, language)
    held = [line for line in lines if not line.is_draft]
    parts = list(_parts(register, words, wording, with_village=len(names) > 1))
    cells = _Cells(register, words, wording, names, how.printed.date())
    groups = [
        ListGroup(list(row_by_row(own, partial(cells.row, parts), partial(cells.unshown, parts))), heading)
        for heading, own in _groups(register, words, held)
    ]
    places = ", ".join(sorted(place.name for place in names.values()))
    if len(names) > _MOST_NAMED:
        places = wording.phrase("register.villages", count=len(names))
    facts = [(wording.phrase("register.village"), places)]
    return record_list(
        wording, words.title, [part.column for part in parts], groups, how, facts=[facts] if names else ()
    )


def _parts(register: Register, words: RegisterWords, wording: Wording, *, with_village: bool) -> Iterator[_Part]:
    has_village = any(column.name == VILLAGE for column in register.columns)
    for column in register.columns:
        if column.name == SUBJECT:
            yield _Part(ListColumn(words.heading(column), _NAME_MM, grows=1, hides="name"), "name")
            yield _Part(ListColumn(wording.phrase("register.age"), _AGE_MM), "age")
            yield _Part(ListColumn(wording.phrase("register.hamlet"), _PLACE_MM), "hamlet")
        elif column.name not in (VILLAGE, STATE):
            yield _field(register, words, column, column.width * _SHARE_MM)
            if column.below:
                yield _field(register, words, Column(column.below, 0), _BELOW_MM)
    if has_village or with_village:
        yield _Part(ListColumn(wording.phrase("register.village"), _PLACE_MM), VILLAGE)


def _field(register: Register, words: RegisterWords, column: Column, mm: float) -> _Part:
    spec = fields(register.kind)[column.name].spec
    kind = Kind.MONEY if spec.unit == "Rp" else _NUMBERS.get(spec.form, Kind.TEXT)
    is_text = kind is Kind.TEXT and spec.form == "text"
    wide = _DAY_MM if kind is Kind.DATE else mm
    heading = words.heading(column)
    return _Part(ListColumn(heading, wide, kind, grows=1 if is_text else 0, sums=kind is Kind.NUMBER), column.name)


def _groups(
    register: Register, words: RegisterWords, lines: Sequence[RegisterLine]
) -> Iterator[tuple[str, list[RegisterLine]]]:
    if not register.groups:
        yield "", list(lines)
        return
    known = fields(register.kind)[register.groups].spec.choices
    here = dict.fromkeys(line.values.get(register.groups) for line in lines)
    for value in [*(one for one in known if one in here), *(one for one in here if one not in known)]:
        yield words.group(value), [line for line in lines if line.values.get(register.groups) == value]


@dataclass(frozen=True, slots=True)
class _Cells:
    """What stands in each cell. today: on which ages are told."""

    register: Register
    words: RegisterWords
    wording: Wording
    names: Names
    today: date

    def row(self, parts: Sequence[_Part], line: RegisterLine) -> Sequence[Value]:
        """A line, from left to right."""
        return self.unshown(parts, line) if line.is_unshown else [self.of(part.name, line) for part in parts]

    def unshown(self, parts: Sequence[_Part], line: RegisterLine) -> Sequence[Value]:
        """A line that cannot be shown: that, where words have room, and nothing else."""
        told = self.wording.say(unshown(self.register.kind, line.id))
        at = next((at for at, part in enumerate(parts) if part.column.kind is Kind.TEXT), 0)
        return [told if each == at else None for each in range(len(parts))]

    def of(self, name: str, line: RegisterLine) -> Value:
        """Of a line, one part."""
        if name == VILLAGE:
            return self.names[line.region].name if line.region in self.names else line.region
        if name not in _OF_PERSON:
            return self._field(name, line.values)
        about = line.about
        if about is None:
            return None
        return {"name": about.name, "hamlet": about.hamlet, "age": about.age(self.wording, self.today)}[name] or None

    def _field(self, name: str, values: Mapping[str, Any]) -> Value:
        """Numbers and days stay what they are; the rest is words."""
        value, spec = values.get(name), fields(self.register.kind)[name].spec
        if spec.form == "date" and isinstance(value, str):
            return date.fromisoformat(value)
        if spec.form == "references":
            return len(value or ())
        return value if isinstance(value, int) and spec.form in _NUMBERS else self.words.value(name, values) or None
