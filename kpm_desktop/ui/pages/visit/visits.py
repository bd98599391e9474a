"""Kunjungan: the households of a month, visited, begun or still to be visited; Enter starts the visit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.households.target_list import TargetList, target_list
from kpm_desktop.domain.calendar import Month, month_of
from kpm_desktop.domain.regions.region_code import region_code
from kpm_desktop.domain.search.name_search import find
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.call import Call
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.search_field import SearchField
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.components.task_filter import EVERYBODY, TaskFilter
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.visit.visit import VisitTask
from kpm_desktop.ui.registers.household_lines import HouseholdLine, by_hamlet, households_of
from kpm_desktop.ui.registers.household_rows import HouseholdDelegate

#: Correcting goes back as far as form 3B looks.
MONTHS_BACK = 24


class VisitsPage(Page):
    """Any month up to this one; a visit takes the place of the navigation."""

    interests = frozenset(
        {"household", "person", "pregnancy", "pregnancy_visit", "child_visit", "assignment", "cadre", DRAFTS}
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._chosen: Month | None = None
        self._found: TargetList | None = None
        self.lines: list[HouseholdLine] = []
        self._wanted: UUID | None = None
        self.column.addWidget(self._heading())
        self.column.addWidget(self.banner)
        self.other_month = Call(self.look, "calendar", self.tr("To this month"), shortcut="Alt+B", tone="warn")
        self.other_month.pressed.connect(self._to_this_month)
        self.column.addWidget(self.other_month)
        self.search = SearchField(self.look, self.tr("Search a name, KIA number or hamlet"), shortcut="Ctrl+F")
        self.search.textChanged.connect(self._show)
        self.column.addWidget(self.search)
        self.column.addLayout(self._filters())
        self.column.addWidget(self._list_card(), 1)
        self.setFocusProxy(self.list)
        for key, step in (("Ctrl+Left", self._to_earlier), ("Ctrl+Right", self._to_later)):
            QShortcut(QKeySequence(key), self, step)

    @property
    def month(self) -> Month:
        """The month that is shown: this one, unless another was chosen here."""
        return self._chosen or self._this_month

    @property
    def _this_month(self) -> Month:
        return Month(month_of(self.context.tools.today()))

    def load(self) -> None:
        """Asks for the targets of the month."""
        self._show_month()
        work = partial(target_list, month=self.month.text, today=self.context.tools.today())
        self.ask(work, self._on_list)

    def arrive(self, what: object) -> None:
        """A household's id starts its visit of this month, (id, month) that of another one; anything else shows who is
        still to be visited this month, and nothing of what was chosen or searched here before."""
        household, month = what if isinstance(what, tuple) else (what, self._this_month.text)
        self._wanted = household if isinstance(household, UUID) else None
        if self._wanted is None:
            self.search.clear()
            self.filter.choose("open")
        if month != self.month.text or self._is_old():
            self._to_month(Month(month))
        elif self._found is not None:
            self._show()
            self._begin_wanted()

    def _is_old(self) -> bool:
        """Whether the list is of another month than is shown: a new one began meanwhile."""
        return self._found is not None and self._found.month != self.month.text

    def showEvent(self, event: QShowEvent) -> None:
        """A page that was left in one month and is shown in the next is read anew."""
        if self._is_old():
            self._is_stale = True
        super().showEvent(event)

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("↑  ↓", self.tr("choose a household")),
            ("Enter", self.tr("start the visit, or correct it")),
            ("Ctrl+←  Ctrl+→", self.tr("the month before or after")),
            ("Alt+B", self.tr("to this month")),
            ("Ctrl+F", self.tr("search")),
        ]

    def _on_list(self, found: TargetList) -> None:
        if found.month != self.month.text:
            return
        self._found = found
        self.lines = households_of(found.rows)
        self.tasks.show_tasks(found.mine)
        if all(line.is_visited for line in self._wanted_lines()) and self.filter.current() == "open":
            self.filter.choose("all")
        self._show()
        self._begin_wanted()

    def _show(self) -> None:
        lines = self._wanted_lines()
        asked = self._asked_for(lines)
        shown = [line for line in lines if line.household in asked and self._fits(line)]
        self.list.show_rows(by_hamlet(shown, lines))
        self._show_counts(lines)
        was_hidden = self.list.isHidden()
        self._empty.setVisible(not shown and bool(self.lines))
        self._nobody.setVisible(not self.lines)
        self._hints.setVisible(bool(shown))
        self.list.setVisible(bool(shown))
        if not shown and not self.search.hasFocus():
            empty = self._empty if self.lines else self._nobody
            empty.take_focus()
        if was_hidden and shown and not self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanted_lines(self) -> list[HouseholdLine]:
        """Those of the tasks that are chosen."""
        return [line for line in self.lines if self.tasks.fits(line.household)]

    def _asked_for(self, lines: Sequence[HouseholdLine]) -> set[UUID]:
        """The households that fit what is searched for."""
        found, village = find(lines, self.search.text()), region_code(self.search.text())
        return {line.household for line in (*found, *(one for one in lines if one.members[0].region == village))}

    def _fits(self, line: HouseholdLine) -> bool:
        wanted = self.filter.current()
        if wanted == "open":
            return not line.is_visited
        if wanted == "draft":
            return line.is_draft
        return wanted == "all" or line.is_visited

    def _show_counts(self, lines: Sequence[HouseholdLine]) -> None:
        self.tasks.count(line.household for line in self.lines)
        counts = {
            "open": sum(not line.is_visited for line in lines),
            "draft": sum(line.is_draft for line in lines),
            "done": sum(line.is_visited for line in lines),
            "all": len(lines),
        }
        self.filter.show_counts({code: str(count) for code, count in counts.items()})
        due = [row for line in lines for row in line.members]
        done = sum(row.visited_on is not None for row in due)
        text = self.tr("{done} of {total} targets have been visited · {count} households")
        self._head.subtitle.setText(text.format(done=done, total=len(due), count=len(lines)))

    def chosen(self) -> HouseholdLine | None:
        """The household that is chosen in the list."""
        row = self.list.current()
        return row if isinstance(row, HouseholdLine) else None

    def start(self, household: UUID) -> None:
        """Begins the visit of a household in this month; those still open below it in the list come after it."""
        rows = [row for row in self.list.rows.rows if isinstance(row, HouseholdLine)]
        at = next((i for i, row in enumerate(rows) if row.household == household), len(rows))
        behind = [*rows[at + 1 :], *rows[:at]]
        queue = [row.household for row in behind if not row.is_visited and row.household != household]
        self.begun.emit(VisitTask(self.context, household, self.month.text, queue))

    def _begin_wanted(self) -> None:
        household, self._wanted = self._wanted, None
        if household is not None:
            if not self.tasks.fits(household):
                self.tasks.choose(EVERYBODY)
            self.list.choose(str(household))
            self.start(household)

    def _on_opened(self, row: object) -> None:
        if isinstance(row, HouseholdLine):
            self.start(row.household)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts, also from the search field; the arrows lead into the list."""
        chosen = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None:
            self.start(chosen.household)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _to_earlier(self) -> None:
        self._to_month(self.month + -1)

    def _to_later(self) -> None:
        self._to_month(self.month + 1)

    def _to_month(self, month: Month) -> None:
        this = self._this_month
        if not (this + -MONTHS_BACK).text <= month.text <= this.text:
            return
        self._chosen, self._found = None if month == this else month, None
        self.load()

    def _to_this_month(self) -> None:
        self._to_month(self._this_month)

    def _show_month(self) -> None:
        """Which month it is, and a way back where it is not this one."""
        calendar, this = self.context.tools.calendar, self._this_month
        shown = calendar.month(self.month.text)
        self._month_words.setText(shown)
        self._later.setEnabled(self.month != this)
        text = self.tr("This is {month}: what is entered here counts for {month}, not for {this}.")
        words = text.format(month=shown, this=calendar.month(this.text))
        self.other_month.tell(words if self.month != this else "")

    def _on_all(self) -> None:
        self.search.clear()
        self.filter.choose("all")
        self.tasks.choose(EVERYBODY)
        self._show()

    def _on_add(self) -> None:
        self.go.emit("sasaran", ("add", None))

    # how it is laid out

    def _heading(self) -> QWidget:
        self._head = PageHeading(self.look, self.tr("Visits"), " ")
        calendar = self.context.tools.calendar
        self._earlier = Button(self.look, "‹")
        self._earlier.setAccessibleName(self.tr("Month before"))
        self._later = Button(self.look, "›")
        self._later.setAccessibleName(self.tr("Month after"))
        self._later.setEnabled(False)
        self._earlier.clicked.connect(self._to_earlier)
        self._later.clicked.connect(self._to_later)
        self._month_words = label(self.look, calendar.month(self.month.text), Text.BODY_STRONG)
        self._month_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._month_words.setMinimumWidth(self.look.px(170))
        for widget in (self._earlier, self._month_words, self._later):
            self._head.add_action(widget)
        return self._head

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        choices = (
            ("open", self.tr("Still to visit")),
            ("draft", self.tr("Drafts")),
            ("done", self.tr("Visited")),
            ("all", self.tr("All")),
        )
        self.filter = Segments(self.look, choices)
        self.filter.chosen.connect(self._show)
        row.addWidget(self.filter)
        row.addStretch(1)
        self.tasks = TaskFilter(self.look)
        self.tasks.chosen.connect(self._show)
        hints = (("↑ ↓", self.tr("choose")), ("Enter", self.tr("start the visit, or correct it")))
        self._hints = KeyHints(self.look, hints)
        row.addWidget(self._hints)
        row.addWidget(self.tasks)
        return row

    def _list_card(self) -> QWidget:
        card = Card(self.look, flush=True)
        self.list = RowView(self.tr("Households"))
        self.list.draw_with(HouseholdDelegate(self.context))
        self.list.opened.connect(self._on_opened)
        self._empty = EmptyState(
            self.look,
            "clipboard-list",
            self.tr("No household here."),
            detail=self.tr("No household of this month fits what is chosen or searched."),
            action=self.tr("Show all households"),
        )
        self._empty.pressed.connect(self._on_all)
        self._nobody = EmptyState(
            self.look,
            "users",
            self.tr("Nobody is a target in this month."),
            detail=self.tr("Targets are pregnant women and children under two."),
            action=self.tr("Add a target"),
        )
        self._nobody.pressed.connect(self._on_add)
        for widget in (self._empty, self._nobody):
            widget.hide()
            card.body.addWidget(widget, 1)
        card.body.addWidget(self.list, 1)
        return card
