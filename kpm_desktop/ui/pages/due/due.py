"""Tugas: what is to be done this month, computed from the records; Enter starts the visit, P prints a list to walk
by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.due.due_homes import due_homes
from kpm_desktop.domain.calendar import month_of
from kpm_desktop.domain.due.tasks import DueHome
from kpm_desktop.domain.records.identity import fold_name
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.columns import ColumnHeader
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.list_card import ListCard
from kpm_desktop.ui.components.marked_view import MarkedView
from kpm_desktop.ui.components.place_filter import PlaceFilter
from kpm_desktop.ui.frame.changes_hub import DELIVERY
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.list_page import ListPage
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.due.due_print import due_printing
from kpm_desktop.ui.pages.due.due_rows import MARK, NARROW, DueDelegate, DueRow, due_columns, due_rows
from kpm_desktop.ui.pages.due.due_side import DueSide

WEEK, MONTH, LATE = "week", "month", "late"
_BOX_WIDTH = 204
#: With one place besides all of them there is nothing to choose.
_ALL_AND_ONE = 2


class DuePage(ListPage):
    """Households in the order of importance. `arrive` takes one of `WEEK`, `MONTH` and `LATE`."""

    interests = frozenset(
        {
            "household",
            "person",
            "pregnancy",
            "pregnancy_visit",
            "child_visit",
            "immunization",
            "paud_attendance",
            "referral",
            "comment",
            "flag_answer",
            "sponsorship",
            "sponsorship_delivery",
            "assignment",
            "cadre",
            "posyandu",
            DELIVERY,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.homes: list[DueHome] = []
        self._is_read = False
        self._is_own_chosen = False
        self._printing = due_printing(self, self.to_print, self._title)
        self.print_button = Button(self.look, self.tr("Print the walking list"), icon="printer", shortcut="P")
        self.print_button.clicked.connect(self._printing.open)
        self.put_heading(self.tr("This month's tasks"), " ", self.print_button)
        self.heading.subtitle.setWordWrap(True)
        self._put_filters()
        self.side = DueSide(context.tools)
        self.side.started.connect(self._on_start)
        self.put_list(self._list_card(), self.side, gap=16)
        self.list.moved.connect(self._on_moved)

    def load(self) -> None:
        """Asks for everything that is due today."""
        self.ask(partial(due_homes, on=self.context.tools.today()), self._on_homes)

    def arrive(self, what: object) -> None:
        if what in (WEEK, MONTH, LATE):
            self.filter.choose(str(what))

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("↑  ↓", self.tr("choose a household")),
            ("Enter", self.tr("start the visit, or open the household where nobody has a form")),
            ("Space", self.tr("mark a household to be printed")),
            ("Ctrl+A", self.tr("mark all that are shown")),
            ("P", self.tr("print those that are marked, or all")),
        ]

    def to_print(self) -> list[DueHome]:
        """The households that are marked, without any all that are shown."""
        shown = [row for row in self.list.rows.rows if isinstance(row, DueRow)]
        return [row.home for row in shown if row.is_marked] or [row.home for row in shown]

    def _on_homes(self, homes: list[DueHome]) -> None:
        self.homes, self._is_read = homes, True
        self._cadre.show_places(name for home in homes for name in home.cadres)
        self._hamlet.show_places(home.hamlet for home in homes)
        self._posyandu.show_places(home.posyandu for home in homes)
        for box in (self._cadre, self._hamlet, self._posyandu):
            box.setVisible(box.count() > _ALL_AND_ONE)
        self._choose_own()
        self.show_fitting()

    def _choose_own(self) -> None:
        """The first time, the households of whoever uses this laptop."""
        if self._is_own_chosen:
            return
        self._is_own_chosen = True
        own = fold_name(self.context.session.name)
        name = next((each for home in self.homes for each in home.cadres if fold_name(each) == own), None)
        if name is not None:
            self._cadre.setCurrentIndex(max(self._cadre.findData(name), 0))

    def show_fitting(self) -> None:
        """The households that fit what is chosen, the most important first."""
        if not self._is_read:
            return
        today, tools = self.context.tools.today(), self.context.tools
        chosen = [home for home in self.homes if self._fits(home)]
        wanted: dict[str, Callable[[DueHome], bool]] = {
            WEEK: lambda home: home.is_this_week(today),
            MONTH: lambda home: True,
            LATE: lambda home: home.is_late(today),
        }
        found = {code: [home for home in chosen if fits(home)] for code, fits in wanted.items()}
        self.filter.show_counts({code: str(len(homes)) for code, homes in found.items()})
        shown = found[self.filter.current()]
        tasks = sum(len(home.tasks) for home in chosen)
        month = tools.calendar.month(month_of(today))
        said = self.tr("{month}: {tasks} tasks in {homes} households, {late} late")
        self.heading.subtitle.setText(said.format(month=month, tasks=tasks, homes=len(chosen), late=len(found[LATE])))
        count = self.tr("{shown} of {total} households").format(shown=len(shown), total=len(chosen))
        self._count.setText(count)
        self.print_button.setEnabled(bool(shown))
        self.show_rows(due_rows(shown, today, tools.wording), self._no_state(chosen))
        self._on_moved(self.list.current())

    def _fits(self, home: DueHome) -> bool:
        cadre, hamlet, posyandu = self._cadre.current(), self._hamlet.current(), self._posyandu.current()
        return (
            (cadre is None or cadre in home.cadres)
            and (hamlet is None or hamlet == home.hamlet)
            and (posyandu is None or posyandu == home.posyandu)
        )

    def _no_state(self, chosen: Sequence[DueHome]) -> EmptyState:
        if not self.homes:
            return self._nothing
        return self._none_here if chosen else self._none_fits

    def _title(self) -> str:
        return self.filter.button(self.filter.current()).text()

    def _on_moved(self, row: object) -> None:
        self.side.show_home(row.home if isinstance(row, DueRow) else None, self.context.tools.today())

    def _on_opened(self, row: object) -> None:
        """To the visit; where nobody has a form of the month, to the household, where doses and growth are, or to form
        2C where nothing else is due."""
        if isinstance(row, DueRow) and all(task.first.what == "paud" for task in row.home.tasks):
            self.go.emit("paud", None)
        elif isinstance(row, DueRow) and row.ref is not None:
            self.go.emit("kunjungan" if row.home.has_forms else "sasaran", row.ref)

    def _on_start(self) -> None:
        self._on_opened(self.list.current())

    def _on_all(self) -> None:
        for box in (self._cadre, self._hamlet, self._posyandu):
            box.setCurrentIndex(0)
        self.filter.choose(MONTH)
        self.show_fitting()

    def _on_visits(self) -> None:
        self.go.emit("kunjungan", None)

    # how it is laid out

    def _put_filters(self) -> None:
        choices = ((WEEK, self.tr("This week")), (MONTH, self.tr("This month")), (LATE, self.tr("Late")))
        look, every, unnamed = self.look, self.tr("All"), self.tr("not given")
        self._cadre = PlaceFilter(look, self.tr("Cadre"), everything=every, unnamed=unnamed)
        self._hamlet = PlaceFilter(look, self.tr("Hamlet"), everything=every, unnamed=unnamed)
        self._posyandu = PlaceFilter(look, self.tr("Posyandu"), everything=every, unnamed=unnamed)
        boxes = QWidget()
        row = QHBoxLayout(boxes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        for box in (self._cadre, self._hamlet, self._posyandu):
            box.setMinimumWidth(look.px(_BOX_WIDTH))
            box.chosen.connect(self.show_fitting)
            box.hide()
            row.addWidget(box)
        self.filter = self.put_filter(self.tr("Which tasks"), choices, boxes)
        self.filter.choose(MONTH)

    def _list_card(self) -> ListCard:
        look = self.look
        view = MarkedView(self.tr("Tasks"), box=look.px(MARK + 16))
        card = ListCard(look, self.tr("Tasks"), DueDelegate(look), view=view)
        card.put_head(ColumnHeader(look, due_columns(), view, narrow=NARROW, indent=MARK))
        card.list.opened.connect(self._on_opened)
        card.put_list()
        self._put_empty_states(card)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6))
        self._count = label(look, "", Text.CAPTION, "text2")
        foot.addWidget(self._count)
        foot.addStretch(1)
        hints = (("Enter", self.tr("visit")), ("Space", self.tr("mark")), ("P", self.tr("print")))
        foot.addWidget(KeyHints(look, hints))
        card.put_foot(foot)
        return card

    def _put_empty_states(self, card: ListCard) -> None:
        self._none_here = card.when_empty(
            "check",
            self.tr("No task here."),
            detail=self.tr("Nothing is late, and nothing has to be done before Sunday."),
            action=self.tr("Show the whole month"),
            pressed=self._on_all,
        )
        self._none_fits = card.when_empty(
            "clipboard-list",
            self.tr("No household here."),
            detail=self.tr("No task lies in what is chosen above."),
            action=self.tr("Show the whole month"),
            pressed=self._on_all,
        )
        self._nothing = card.when_empty(
            "check",
            self.tr("Nothing is left to do this month."),
            detail=self.tr("Everybody was visited, and nothing is due. New tasks come by themselves."),
            action=self.tr("To the visits"),
            pressed=self._on_visits,
        )
