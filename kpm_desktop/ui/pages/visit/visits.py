"""Kunjungan: the households of a month, visited, begun or still to be visited; Enter starts the visit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.households.target_rows import TargetList
from kpm_desktop.domain.calendar import Month, month_of
from kpm_desktop.ui.components.call import Call
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.list_card import ListCard
from kpm_desktop.ui.components.task_filter import EVERYBODY, TaskFilter
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.list_page import ListPage
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.frame.target_reader import TargetReader, reading_words
from kpm_desktop.ui.pages.visit.month_stepper import MonthStepper
from kpm_desktop.ui.pages.visit.visit import VisitTask
from kpm_desktop.ui.pages.visit.visit_choice import counts, fitting
from kpm_desktop.ui.registers.household_lines import HouseholdLine, by_hamlet, households_of
from kpm_desktop.ui.registers.household_rows import HouseholdDelegate

#: Correcting goes back as far as form 3B looks.
MONTHS_BACK = 24


class VisitsPage(ListPage):
    """Any month up to this one; a visit takes the place of the navigation."""

    interests = frozenset(
        {"household", "person", "pregnancy", "pregnancy_visit", "child_visit", "assignment", "cadre", DRAFTS}
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._chosen: Month | None = None
        self._found: TargetList | None = None
        self._reader = TargetReader(self)
        self._reader.found.connect(self._on_list)
        self.lines: list[HouseholdLine] = []
        self._wanted: Ref | None = None
        self._stepper = MonthStepper(self.look)
        self._stepper.stepped.connect(self._step)
        self.put_heading(self.tr("Visits"), " ", self._stepper)
        self.other_month = Call(self.look, "calendar", self.tr("To this month"), shortcut="Alt+B", tone="warn")
        self.other_month.pressed.connect(self._to_this_month)
        self.column.addWidget(self.other_month)
        self.search = self.put_search(self.tr("Search a name, KIA number or hamlet"))
        self._put_filters()
        self.put_list(self._list_card())

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
        if self._chosen is None:
            self._reader.read()
            return
        work = partial(target_list, month=self.month.text, today=self.context.tools.today())
        self.ask(work, self._on_list)

    def arrive(self, what: object) -> None:
        """A household starts its visit of this month, (household, month) that of another one; anything else shows who
        is still to be visited this month, and nothing of what was chosen or searched here before."""
        household, month = what, self._this_month.text
        if isinstance(what, tuple) and not isinstance(what, Ref):
            household, month = what
        self._wanted = household if isinstance(household, Ref) else None
        if self._wanted is None:
            self.search.clear()
            self.filter.choose("open")
        if month != self.month.text or self._is_old():
            self._to_month(Month(month))
        elif self._found is not None:
            self.show_fitting()
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
        all_visited = not found.behind and all(line.is_visited for line in self._wanted_lines())
        if all_visited and self.filter.current() == "open":
            self.filter.choose("all")
        self.show_fitting()
        self._begin_wanted()

    def show_fitting(self) -> None:
        """The households that fit what is searched and chosen, by hamlet."""
        lines = self._wanted_lines()
        shown = fitting(lines, self.search.text(), self.filter.current())
        self._hints.setVisible(bool(shown) and self.tasks.isHidden())  # there is no room for both
        self._show_counts(lines)
        if shown or self._found is None or not self._found.behind:
            self.show_rows(by_hamlet(shown, lines), self._none_fits if self.lines else self._nobody)

    def _wanted_lines(self) -> list[HouseholdLine]:
        """Those of the tasks that are chosen."""
        return [line for line in self.lines if self.tasks.fits(line.task)]

    def _show_counts(self, lines: Sequence[HouseholdLine]) -> None:
        self.tasks.count(line.task for line in self.lines)
        self.filter.show_counts({code: str(count) for code, count in counts(lines).items()})
        due = [row for line in lines for row in line.members]
        done = sum(row.visited_on is not None for row in due)
        text = self.tr("{done} of {total} targets have been visited · {count} households")
        counted = text.format(done=done, total=len(due), count=len(lines))
        behind = self._found.behind if self._found is not None else 0
        self.heading.subtitle.setText(reading_words(behind) if behind else counted)

    def chosen(self) -> HouseholdLine | None:
        """The household that is chosen in the list."""
        row = self.list.current()
        return row if isinstance(row, HouseholdLine) else None

    def start(self, household: Ref) -> None:
        """Begins the visit of a household in this month; those still open below it in the list come after it."""
        rows = [row for row in self.list.rows.rows if isinstance(row, HouseholdLine)]
        at = next((i for i, row in enumerate(rows) if row.home == household), len(rows))
        behind = [*rows[at + 1 :], *rows[:at]]
        queue = [row.home for row in behind if not row.is_visited and row.home != household]
        self.begun.emit(VisitTask(self.context, household, self.month.text, queue))

    def _begin_wanted(self) -> None:
        household, self._wanted = self._wanted, None
        if household is not None:
            if not self.tasks.fits((household.region, household.id)):
                self.tasks.choose(EVERYBODY)
            self.list.choose(household.key)
            self.start(household)

    def _on_opened(self, row: object) -> None:
        if isinstance(row, HouseholdLine):
            self.start(row.home)

    def _step(self, months: int) -> None:
        self._to_month(self.month + months)

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
        self._stepper.show_month(shown, is_last=self.month == this)
        text = self.tr("This is {month}: what is entered here counts for {month}, not for {this}.")
        words = text.format(month=shown, this=calendar.month(this.text))
        self.other_month.tell(words if self.month != this else "")

    def _on_all(self) -> None:
        self.search.clear()
        self.filter.choose("all")
        self.tasks.choose(EVERYBODY)
        self.show_fitting()

    def _on_add(self) -> None:
        self.go.emit("sasaran", ("add", None))

    # how it is laid out

    def _put_filters(self) -> None:
        choices = (
            ("open", self.tr("Still to visit")),
            ("draft", self.tr("Drafts")),
            ("done", self.tr("Visited")),
            ("all", self.tr("All")),
        )
        hints = (("↑ ↓", self.tr("choose")), ("Enter", self.tr("start the visit, or correct it")))
        self._hints = KeyHints(self.look, hints)
        self.tasks = TaskFilter(self.look)
        self.filter = self.put_filter(self.tr("Which households"), choices, self._hints, self.tasks)
        self.tasks.chosen.connect(self.show_fitting)

    def _list_card(self) -> ListCard:
        card = ListCard(self.look, self.tr("Households"), HouseholdDelegate(self.context))
        card.list.opened.connect(self._on_opened)
        card.put_list()
        self._none_fits = card.when_empty(
            "clipboard-list",
            self.tr("No household here."),
            detail=self.tr("No household of this month fits what is chosen or searched."),
            action=self.tr("Show all households"),
            pressed=self._on_all,
        )
        self._nobody = card.when_empty(
            "users",
            self.tr("Nobody is a target in this month."),
            detail=self.tr("Targets are pregnant women and children under two."),
            action=self.tr("Add a target"),
            pressed=self._on_add,
        )
        return card
