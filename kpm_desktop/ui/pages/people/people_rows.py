"""A target or a household of Sasaran as cells, and what their columns are called."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.domain.records.words import RecordWords
from kpm_desktop.ui.components.columns import Cell, ListColumn
from kpm_desktop.ui.components.state_word import State
from kpm_desktop.ui.dialogs.duplicate_lines import merged_words
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.people.people_lines import HomeLine, Line, PersonLine, count_words, group_word
from kpm_desktop.ui.words.person_words import age_words, kia_words, notice_chip

#: Name, kind, age, hamlet, posyandu, risk, visit, state. In narrow rows (large letters) the hamlet stands below the
#: name, and the posyandu is left to the filter.
_WIDTHS = (196, 84, 92, 128, 88, 228, 100, 132)
_NARROW = (250, 110, 96, 0, 0, 250, 104, 140)
#: What kind, age, visit and state keep when there is still less.
_LEAST = (0, 84, 76, 0, 0, 0, 88, 96)
_NOTHING = Cell(ink="text2")


def columns(called: RecordWords, *, homes: bool = False) -> tuple[ListColumn, ...]:
    """The columns, as they are called above people or above households."""
    words = _home_words(called) if homes else _person_words(called)
    return tuple(
        ListColumn(word, width, not narrow, is_sortable=False, empty="" if homes else "–", narrow=narrow, least=least)
        for word, width, narrow, least in zip(words, _WIDTHS, _NARROW, _LEAST, strict=True)
    )


class PeopleCells:
    """Makes the cells of a line when it is drawn: among thousands few ever are. begun: the people and households a form
    was begun about."""

    def __init__(self, context: Context) -> None:
        self._tools = context.tools
        self.begun: frozenset[tuple[str, UUID]] = frozenset()

    def of(self, line: Line) -> tuple[Cell, ...]:
        """From left to right."""
        return self._person(line) if isinstance(line, PersonLine) else self._home(line)

    def _person(self, line: PersonLine) -> tuple[Cell, ...]:
        row = line.row
        kia = kia_words(row.kia_number) or QCoreApplication.translate("PeopleDelegate", "no KIA number yet")
        chips = [notice_chip(notice) for notice in row.notices]
        if row.entries > 1:
            chips.append((merged_words(row.entries), "neu"))
        return (
            *_name(row.name, kia, row.hamlet, row.posyandu, Cell(group_word(line.group)), Cell(age_words(row))),
            Cell(chips=tuple(chips)),
            self._visit(line) if row.is_due else _NOTHING,
            self._state((row.region, row.person_id), row.state),
        )

    def _state(self, about: tuple[str, UUID], state: RecordState | None) -> Cell:
        if about in self.begun:
            return Cell(state=State.DRAFT)
        return Cell(state=State.of_record(state)) if state is not None else _NOTHING

    def _visit(self, line: PersonLine) -> Cell:
        row, calendar, today = line.row, self._tools.calendar, self._tools.today()
        day = row.visited_on or row.last_visit
        never = QCoreApplication.translate("PeopleDelegate", "never")
        words = calendar.short_day(day, today) if day is not None else never
        icon = ("check", "ok") if row.visited_on else ("circle-dashed", "text2")
        return Cell(words, ink="text" if row.visited_on else "text2", kind=Text.CAPTION, icon=icon)

    def _home(self, line: HomeLine) -> tuple[Cell, ...]:
        row = line.row
        below = f"RT {row.rt or '–'}/{row.rw or '–'}" if row.rt or row.rw else ""
        chips = [] if row.is_active else [(line.gone, "neu")]
        if row.entries > 1:
            chips.append((merged_words(row.entries), "neu"))
        targets = Cell(count_words(line.count), ink="text" if line.count else "text2")
        return (
            *_name(row.head_name, below, row.hamlet, row.posyandu, Cell(group_word("home")), Cell()),
            Cell(chips=tuple(chips)) if chips else targets,
            Cell(),
            self._state((row.region, row.id), None),
        )


def _name(name: str, below: str, hamlet: str, posyandu: str, kind: Cell, age: Cell) -> tuple[Cell, ...]:
    """Name, kind, age and place; in narrow rows the hamlet stands below the name."""
    hamlet = _without("dusun", hamlet)
    narrow = " · ".join(part for part in (below, hamlet) if part)
    first = Cell(name, below, kind=Text.BODY_STRONG, narrow_below=narrow)
    return first, kind, age, Cell(hamlet or "–"), Cell(_without("posyandu", posyandu) or "–")


def _home_words(called: RecordWords) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    head, hamlet = called.short("household", "head_name"), called.field("household", "hamlet")
    kind, targets = translate("PeopleHeader", "Kind"), translate("PeopleHeader", "Targets")
    return (head, kind, "", hamlet, called.kind("posyandu"), targets, "", "")


def _person_words(called: RecordWords) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("PeopleHeader", "Name · KIA number"),
        translate("PeopleHeader", "Kind"),
        translate("PeopleHeader", "Age / month"),
        called.field("household", "hamlet"),
        called.kind("posyandu"),
        translate("PeopleHeader", "Risk"),
        translate("PeopleHeader", "Visit"),
        translate("PeopleHeader", "Last record"),
    )


def _without(word: str, name: str) -> str:
    """A name without the word its column is called by."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() == word else name
