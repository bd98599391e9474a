"""A register's lines as rows of cells, and the lines that fit what is searched and chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.commands.registers.register_list import RegisterLine
from kpm_desktop.domain.calendar import parse_day
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.registers.register import STATE, SUBJECT, VILLAGE, Column, Register
from kpm_desktop.domain.registers.spoken import RegisterWords
from kpm_desktop.domain.row_by_row import row_by_row, unshown
from kpm_desktop.domain.search.name_search import find, search_key
from kpm_desktop.ui.components.columns import Cell, GroupRow, ListColumn
from kpm_desktop.ui.components.state_word import State
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.theme import Text

ALL, HIDDEN = "all", "hidden"
_NUMBERS = ("count", "measure", "references")
#: The room a whole date takes in a column, at scale 1.
_DATE = 108


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line of the list. search: what it is found by."""

    kind: str
    line: RegisterLine
    cells: tuple[Cell, ...]
    search: str

    is_heading = False

    @property
    def key(self) -> str:
        """The record."""
        return self.ref.key

    @property
    def ref(self) -> Ref:
        """The record, as pages name it."""
        return Ref(self.line.region, self.kind, self.line.id)

    @property
    def words(self) -> str:
        """Read aloud."""
        return ", ".join(cell.words for cell in self.cells if cell.words)


Row = RegisterRow | GroupRow


class RegisterRows:
    """Makes rows of lines, in the words of the reader's language. names: of villages, by code."""

    def __init__(self, register: Register, tools: Tools) -> None:
        self.register, self._tools = register, tools
        self.words = RegisterWords(register, tools.language)
        self.names: Mapping[str, str] = {}

    def columns(self) -> list[ListColumn]:
        """The columns as a list draws them."""
        return [
            ListColumn(
                self.words.heading(column),
                column.width,
                column.is_wide_only,
                is_number=self._is_number(column),
                least=_DATE if self._form(column.name) == "date" else 0,
            )
            for column in self.register.columns
        ]

    def rows(self, lines: Iterable[RegisterLine]) -> list[RegisterRow]:
        """Lines as they are shown and found."""
        return list(row_by_row(lines, self._row, self._unshown))

    def _unshown(self, line: RegisterLine) -> RegisterRow:
        """A line that cannot be shown, and which that is."""
        words = self._tools.wording.say(unshown(self.register.kind, line.id))
        cells = (Cell(words, kind=Text.BODY_STRONG), *(Cell() for _ in self.register.columns[1:]))
        return RegisterRow(self.register.kind, line, cells, search_key(words))

    def _row(self, line: RegisterLine) -> RegisterRow:
        if line.is_unshown:
            return self._unshown(line)
        cells = tuple(self._cell(column, line) for column in self.register.columns)
        shown = [cell.words for cell in cells]
        written = [str(value) for value in line.values.values() if isinstance(value, str)]
        who = line.about.name if line.about is not None else ""
        where = self.names.get(line.region, "")
        return RegisterRow(self.register.kind, line, cells, search_key(who, *shown, *written, where))

    def groups(self, rows: Sequence[RegisterRow]) -> list[Row]:
        """The rows under a heading for each value of the register's groups, what is not saved yet first."""
        drafts = [row for row in rows if row.line.is_draft]
        rest = [row for row in rows if not row.line.is_draft]
        found: list[Row] = []
        if drafts:
            found += [GroupRow("drafts", self._tools.wording.phrase("register.drafts"), len(drafts)), *drafts]
        if not self.register.groups:
            return [*found, *rest]
        for value in self._values(rest):
            of_group = [row for row in rest if row.line.values.get(self.register.groups) == value]
            found += [GroupRow(f"group {value}", self.words.group(value), len(of_group)), *of_group]
        return found

    def _values(self, rows: Iterable[RegisterRow]) -> list[str | None]:
        """The values that head rows, as they are declared; unknown ones behind."""
        here = Counter(row.line.values.get(self.register.groups) for row in rows)
        known = fields(self.register.kind)[self.register.groups].spec.choices
        return [*(value for value in known if here[value]), *(value for value in here if value not in known)]

    def _is_number(self, column: Column) -> bool:
        return self._form(column.name) in _NUMBERS

    def _form(self, name: str) -> str:
        declared = fields(self.register.kind).get(name)
        return declared.spec.form if declared is not None else ""

    def _cell(self, column: Column, line: RegisterLine) -> Cell:
        name = column.name
        if name == STATE:
            is_disputed = line.state is RecordState.REPAIR and "conflict" in line.marks
            return Cell(self._tools.wording.phrase("register.disputed"), tone="risk") if is_disputed else _state(line)
        if name == VILLAGE:
            return Cell(self.names.get(line.region, line.region))
        if name == SUBJECT:
            return self._subject(line)
        text = self._text(name, line)
        below = self._text(column.below, line) if column.below else ""
        value = line.values.get(name)
        tone = column.tones.get(value, "neu") if column.tones and isinstance(value, str) else ""
        ink = "risk" if name == self.register.deadline and self._is_late(line) else "text"
        kind = Text.BODY_STRONG if column is self.register.columns[0] else Text.BODY
        return Cell(text, below, tone=tone, ink=ink, kind=kind)

    def _text(self, name: str, line: RegisterLine) -> str:
        """A field as lists say it: a day as it is said everywhere but in the field it is typed into."""
        value = line.values.get(name)
        if self._form(name) == "date" and isinstance(value, str):
            with suppress(ValueError):  # of a draft: what was typed and is no date stays as it is
                return self._tools.calendar.short_day(parse_day(value), self._tools.today())
        return self.words.value(name, line.values)

    def _is_late(self, line: RegisterLine) -> bool:
        until = line.values.get(self.register.deadline)
        is_open = line.values.get(self.register.groups) not in self.register.closed
        return is_open and isinstance(until, str) and until < self._tools.today().isoformat()

    def _subject(self, line: RegisterLine) -> Cell:
        if line.about is None:
            is_lacking = bool(line.values.get(self.register.person_field))
            return Cell(self._tools.wording.phrase("register.not_held"), ink="text2") if is_lacking else Cell()
        tools = self._tools
        age = line.about.age(tools.wording, tools.today())
        where = self.names.get(line.region, "") if len(self.names) > 1 else ""
        return Cell(line.about.name, self.words.joined((age, line.about.hamlet, where)), kind=Text.BODY_STRONG)


def fitting(rows: Sequence[RegisterRow], text: str, wanted: str, village: str | None, groups: str) -> list[RegisterRow]:
    """The rows that fit what is typed, the chosen value of the groups, and the village."""
    found = find(rows, text) if text.strip() else list(rows)
    found = [row for row in found if row.line.is_hidden == (wanted == HIDDEN)]
    if wanted not in (ALL, HIDDEN):
        found = [row for row in found if row.line.values.get(groups) == wanted]
    return [row for row in found if village is None or row.line.region == village]


def _state(line: RegisterLine) -> Cell:
    return Cell(state=State.of_record(line.state))
