"""Beranda: what is left to visit this month, what is not yet delivered, what needs repair; one key to each."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.households.target_rows import TargetList
from kpm_desktop.commands.supervision.home_overview import HomeOverview, home_overview
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.list_card import ListCard
from kpm_desktop.ui.components.side_column import SideColumn
from kpm_desktop.ui.components.task_filter import EVERYBODY, TaskFilter
from kpm_desktop.ui.dialogs.thread import ThreadDialog
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DRAFTS
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.finding_reader import FindingReader
from kpm_desktop.ui.frame.list_page import ListPage
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.frame.target_reader import TargetReader, reading_words
from kpm_desktop.ui.pages.home.home_side import NextVisitCard, RemindersCard
from kpm_desktop.ui.pages.home.home_tiles import HomeTiles
from kpm_desktop.ui.pages.home.reminders import reminders
from kpm_desktop.ui.registers.household_lines import HouseholdLine, by_hamlet, households_of
from kpm_desktop.ui.registers.household_rows import HouseholdDelegate

_SIDE_WIDTH = 312


class HomePage(ListPage):
    """The first page after unlocking; everything on it leads somewhere."""

    interests = frozenset(
        {
            "household",
            "person",
            "pregnancy",
            "pregnancy_visit",
            "child_visit",
            "referral",
            "comment",
            "assignment",
            "cadre",
            DRAFTS,
            DELIVERY,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._found: HomeOverview | None = None
        self._targets: TargetList | None = None
        self._reader = TargetReader(self)
        self._reader.found.connect(self._on_targets)
        self._findings = FindingReader(self)
        self._findings.found.connect(self._on_findings)
        add = Button(self.look, self.tr("Add a target"), icon="user-plus", shortcut="Ctrl+N")
        add.clicked.connect(self._on_add)
        self.put_heading(self._greeting(), " ", add)
        self.tiles = HomeTiles(self.look)
        self.tiles.unvisited.clicked.connect(self._on_unvisited)
        self.tiles.undelivered.clicked.connect(self._on_delivery)
        self.tiles.repair.clicked.connect(self._on_check)
        self.column.addWidget(self.tiles)
        card = self._list_card()
        self.put_list(card, self._side(card), gap=16)

    def load(self) -> None:
        """Asks for everything; what needs repair is looked for once the list is whole, some records at a time."""
        self.ask(home_overview, self._on_overview)
        self._reader.read()

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("B", self.tr("everybody still to visit")),
            ("K", self.tr("what has not been received yet")),
            ("P", self.tr("what needs repair")),
            ("Enter", self.tr("start the visit that is chosen")),
            ("Ctrl+N", self.tr("add a target")),
        ]

    def _on_findings(self) -> None:
        if self._findings.is_done:
            self._reminders.show_check(len(self._findings.findings))

    def _on_overview(self, found: HomeOverview) -> None:
        self._found = found
        self.show_fitting()

    def _on_targets(self, targets: TargetList) -> None:
        self._targets = targets
        self.tasks.show_tasks(targets.mine)
        self.show_fitting()
        if not targets.behind:
            self._findings.read()

    def show_fitting(self) -> None:
        """Everything, for the tasks that are chosen."""
        found, targets = self._found, self._targets
        if found is None or targets is None:
            return
        everybody = households_of(targets.rows)
        self.tasks.count(line.task for line in everybody if not line.is_visited)
        lines = [line for line in everybody if self.tasks.fits(line.task)]
        waiting = [line for line in lines if not line.is_visited]
        members = [row for line in lines for row in line.members]
        visited = sum(row.visited_on is not None for row in members)
        month = self.context.tools.calendar.month(targets.month)
        text = self.tr("{month}: {done} of {total} targets have been visited")
        counted = text.format(month=month, done=visited, total=len(members))
        self.heading.subtitle.setText(reading_words(targets.behind) if targets.behind else counted)
        self.tiles.show_counts(None if targets.behind else waiting, found)
        self._hints.setVisible(bool(waiting) and self.tasks.isHidden())  # there is no room for both
        if waiting or not targets.behind:
            self.show_rows(by_hamlet(waiting, lines), self._empty_state(targets, everybody))
        self._all.setText(self.tr("See all {count} targets").format(count=len(members)))
        self._all.setVisible(bool(members) and not targets.behind)
        self._reminders.show_reminders(reminders(found, targets, self.context.tools))

    def _empty_state(self, targets: TargetList, everybody: Sequence[HouseholdLine]) -> EmptyState:
        """What to say where nobody is left to visit."""
        if not targets.households:
            return self._new
        others = any(not self.tasks.fits(line.task) and not line.is_visited for line in everybody)
        return self._own_done if others else self._done

    def _greeting(self) -> str:
        hour = datetime.now().hour  # noqa: DTZ005 - the time of day of whoever sits there
        name = self.context.session.name
        if hour < 11:
            return self.tr("Good morning, {name}").format(name=name)
        if hour < 15:
            return self.tr("Good day, {name}").format(name=name)
        return self.tr("Good evening, {name}").format(name=name)

    # where things lead

    def _on_moved(self, row: object) -> None:
        self._next.show_household(row if isinstance(row, HouseholdLine) else None)

    def _on_opened(self, row: object) -> None:
        if isinstance(row, HouseholdLine):
            self._start(row.home)

    def _start(self, household: Ref) -> None:
        self.go.emit("kunjungan", household)

    def _on_everybody(self) -> None:
        self.tasks.choose(EVERYBODY)

    def _on_all(self) -> None:
        self.go.emit("sasaran", None)

    def _on_tasks(self) -> None:
        self.go.emit("tugas", None)

    def _on_unvisited(self) -> None:
        self.go.emit("kunjungan", None)

    def _on_delivery(self) -> None:
        self.go.emit("kirim", None)

    def _on_check(self) -> None:
        self.go.emit("periksa", None)

    def _on_add(self) -> None:
        self.go.emit("sasaran", ("add", None))

    def _on_question(self, question: object) -> None:
        if isinstance(question, Ref):
            dialog = ThreadDialog(self.context, question, self)
            dialog.told.connect(self._on_told)
            dialog.went.connect(self.go)
            dialog.open()

    def _on_told(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")

    # how it is laid out

    def _list_card(self) -> ListCard:
        look = self.look
        card = ListCard(look, self.tr("Not visited yet this month"), HouseholdDelegate(self.context), is_headed=True)
        hints = (("", self.tr("risks first")), ("↑ ↓", self.tr("choose")), ("Enter", self.tr("opens")))
        self._hints = KeyHints(look, hints)
        self.tasks = TaskFilter(look)
        self.tasks.chosen.connect(self.show_fitting)
        for widget in (self._hints, self.tasks):
            card.heading_row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        card.list.opened.connect(self._on_opened)
        card.put_list()
        self._put_empty_states(card)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(16), look.px(2), look.px(8), look.px(2))
        tasks = Button(look, self.tr("This month's tasks"), kind="link", icon="flag", small=True)
        tasks.clicked.connect(self._on_tasks)
        foot.addWidget(tasks)
        foot.addStretch(1)
        self._all = Button(look, self.tr("See all targets"), kind="link", small=True)
        self._all.clicked.connect(self._on_all)
        foot.addWidget(self._all, 0, Qt.AlignmentFlag.AlignRight)
        card.body.setSpacing(look.px(12))
        card.body.addLayout(foot)
        return card

    def _put_empty_states(self, card: ListCard) -> None:
        self._new = card.when_empty(
            "users",
            self.tr("Nobody has been entered yet."),
            detail=self.tr("Begin with the household of a pregnant woman or of a child under two."),
            action=self.tr("Add the first household"),
            pressed=self._on_add,
        )
        self._done = card.when_empty(
            "check",
            self.tr("Everybody has been visited this month."),
            detail=self.tr("Send what has been saved, so that the supervisor receives it."),
            action=self.tr("Go to Send"),
            pressed=self._on_delivery,
        )
        self._own_done = card.when_empty(
            "check",
            self.tr("Your tasks of this month are all visited."),
            detail=self.tr("Others of the village still wait for their visit."),
            action=self.tr("Show everybody"),
            pressed=self._on_everybody,
        )

    def _side(self, card: ListCard) -> SideColumn:
        side = SideColumn(self.look, _SIDE_WIDTH, gap=16)
        self._next = NextVisitCard(self.look)
        self._next.started.connect(self._start)
        card.list.moved.connect(self._on_moved)
        self._reminders = RemindersCard(self.look)
        self._reminders.opened.connect(self.go)
        self._reminders.asked.connect(self._on_question)
        self._reminders.checked.connect(self._on_check)
        side.column.addWidget(self._next)
        side.column.addWidget(self._reminders, 1)
        return side
