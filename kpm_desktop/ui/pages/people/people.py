"""Sasaran: everybody the forms are about and all households, found by name, NIK, KIA number or hamlet."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.households.target_rows import TargetList
from kpm_desktop.commands.records.begun_forms import BegunForm
from kpm_desktop.domain.search.name_search import WordIndex
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.place_filter import PlaceFilter
from kpm_desktop.ui.components.task_filter import EVERYBODY, TaskFilter
from kpm_desktop.ui.dialogs.merge import CHANGED
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DRAFTS
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.list_page import ListPage
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.frame.target_reader import TargetReader, reading_words
from kpm_desktop.ui.pages.people.adding import Adding
from kpm_desktop.ui.pages.people.begun_call import BegunCall
from kpm_desktop.ui.pages.people.duplicates import LikelyDuplicates
from kpm_desktop.ui.pages.people.household import HouseholdTask
from kpm_desktop.ui.pages.people.people_card import PeopleCard
from kpm_desktop.ui.pages.people.people_lines import (
    OTHER,
    HomeLine,
    Line,
    PersonLine,
    counts,
    fitting,
    home_lines,
    is_shown,
    people_lines,
    word_index,
)
from kpm_desktop.ui.pages.people.people_print import people_printing


class PeoplePage(ListPage):
    """The list; a household opens in the place of the navigation, with everybody in it."""

    interests = frozenset({*CHANGED, "pregnancy_visit", "child_visit", "assignment", "cadre", DRAFTS, DELIVERY})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._people: list[PersonLine] = []
        self._homes: list[HomeLine] = []
        self._found: TargetList | None = None
        self._words: WordIndex | None = None
        self._reader = TargetReader(self)
        self._reader.found.connect(self._on_list)
        self._wanted: object = None
        self.column.setSpacing(self.look.px(8))
        self._adding = Adding(self)
        self._adding.chosen.connect(self._on_add_chosen)
        self.put_heading(self.tr("Targets"), " ", *self._actions())
        self._likely = LikelyDuplicates(self)
        self._likely.told.connect(self._on_told)
        self.duplicates = self._likely.call
        self.column.addWidget(self.duplicates)
        self.unfinished = BegunCall(self)
        self.unfinished.wanted.connect(self._on_go_on)
        self.column.addWidget(self.unfinished.call)
        self._put_filters()
        people = PeopleCard(context, self.tr("Targets"))
        people.list.opened.connect(self._on_opened)
        people.added.connect(self._on_add)
        people.cleared.connect(self._show_everybody)
        people.widened.connect(self._choose_everybody)
        self.unfinished.found.connect(people.mark_begun)
        self.people = people
        self.put_list(people)
        QShortcut(QKeySequence("Ctrl+N"), self, self._on_add)
        self.printing = people_printing(self, self.shown)
        people.put_print(self.printing.button)
        for key, pressed in (("K", self._visit), ("U", self._open_household), ("D", self._merge)):
            QShortcut(QKeySequence(key), self.list, pressed, context=Qt.ShortcutContext.WidgetShortcut)

    def load(self) -> None:
        """Asks for everybody; what may be entered twice is looked for once the list is whole."""
        self._reader.read()
        self.unfinished.look()

    def arrive(self, what: object) -> None:
        """A household opens; ("begun", a record or None) goes on with what was begun about it, or
        with any form; ("add", a household or None) adds
        somebody to it, or to one that is to be chosen, ("deed", household, person, code) opens the form of an action,
        ("home", None) a household; None shows everybody, whatever was
        searched or chosen here before."""
        self._wanted = what
        if what is None:
            self._show_everybody()
        if self._found is not None:
            self._show_wanted()

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("↑  ↓", self.tr("choose")),
            ("Enter", self.tr("history of the person, or open the household")),
            ("K", self.tr("visit the household")),
            ("U", self.tr("change the data of the household and its people")),
            ("D", self.tr("merge with another record of the same person or household")),
            ("Alt+K", self.tr("look at what may be the same")),
            ("Alt+L", self.tr("go on with a form that was begun")),
            ("Ctrl+N", self.tr("add a target")),
            ("Ctrl+F", self.tr("search")),
            ("Ctrl+P", self.tr("print the list, or save it as PDF or Excel")),
        ]

    def _on_list(self, found: TargetList) -> None:
        self._found, self._words = found, None
        self._people, self._homes = people_lines(found), home_lines(found, self.context.tools.words)
        targets = [one for one in self._people if one.group != OTHER]
        self.tasks.show_tasks(found.mine)
        everything: list[Line] = [*self._people, *self._homes]
        self.ask(lambda _: (found, word_index(everything)), self._on_words)
        self._hamlet.show_places(one.hamlet for one in everything)
        self._posyandu.show_places(one.posyandu for one in everything)
        text = self.tr("{people} active targets in {homes} households")
        homes = sum(one.row.is_active for one in self._homes)
        counted = text.format(people=len(targets), homes=homes)
        self.heading.subtitle.setText(reading_words(found.behind) if found.behind else counted)
        self.show_fitting()
        self._show_wanted()
        if not found.behind:
            self._likely.look()

    def _on_words(self, told: tuple[TargetList, WordIndex]) -> None:
        found, words = told
        if found is self._found:
            self._words = words

    def _show_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if isinstance(wanted, Ref):
            self.open_household(wanted)
        elif isinstance(wanted, tuple) and wanted and wanted[0] == "add":
            self.add(wanted[1])
        elif isinstance(wanted, tuple) and wanted and wanted[0] == "begun":
            self.unfinished.go_on(wanted[1])
        elif isinstance(wanted, tuple) and wanted and wanted[0] == "deed":
            _, household, person, code = wanted
            self.begun.emit(HouseholdTask(self.context, household, person=person, deed=code))
        elif isinstance(wanted, tuple) and wanted:
            self._adding.begin_home()

    def show_fitting(self) -> None:
        """The people or households that fit what is searched and chosen."""
        place = self._hamlet.current(), self._posyandu.current()
        people = self._of_tasks(fitting(self._people, self.search.text(), *place, self._words))
        homes = self._of_tasks(fitting(self._homes, self.search.text(), *place, self._words))
        self.tasks.count(home.task for home in self._homes if home.row.is_active)
        is_searched = bool(self.search.text().strip())
        found = counts(people, homes, is_searched=is_searched)
        self.filter.show_counts({code: str(count) for code, count in found.items()})
        wanted = self.filter.current()
        is_homes = wanted == "home"
        shown = homes if is_homes else [one for one in people if is_shown(one, wanted, is_searched=is_searched)]
        self.people.tell_count(shown, len(self._homes if is_homes else self._people), is_homes=is_homes)
        elsewhere = 0 if shown or not is_searched else len(fitting(self._people, self.search.text(), None, None))
        is_new = not self._people and not self._homes
        self.show_rows(shown, self.people.empty_state(is_new=is_new, elsewhere=elsewhere))

    def _of_tasks(self, lines: Sequence[Line]) -> list[Line]:
        return [line for line in lines if self.tasks.fits(line.task)]

    def _show_everybody(self) -> None:
        self.search.clear()
        self._choose_everybody()

    def _choose_everybody(self) -> None:
        for places in (self._hamlet, self._posyandu):
            places.setCurrentIndex(0)
        self.filter.choose("all")
        self.tasks.choose(EVERYBODY)
        self.show_fitting()

    def shown(self) -> Sequence[object]:
        """The lines of the list, in their order."""
        return self.list.rows.rows

    def chosen(self) -> Line | None:
        """The line that is chosen."""
        row = self.list.current()
        return row if isinstance(row, PersonLine | HomeLine) else None

    def _on_changed(self, changed: frozenset[str]) -> None:
        self._likely.forget(changed)
        super()._on_changed(changed)

    def _on_told(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")

    # what can be done with a line

    def _on_opened(self, row: object) -> None:
        if isinstance(row, PersonLine):
            self.go.emit("riwayat", row.ref)
        elif isinstance(row, HomeLine):
            self.open_household(row.home)

    def _visit(self) -> None:
        line = self.chosen()
        if line is not None and line.home is not None:
            self.go.emit("kunjungan", line.home)

    def _open_household(self) -> None:
        line = self.chosen()
        if line is not None and line.home is not None:
            self.open_household(line.home, line.row.person_id if isinstance(line, PersonLine) else None)

    def _merge(self) -> None:
        line = self.chosen()
        if line is not None:
            self._likely.merge(line.ref)

    def open_household(
        self, household: Ref, person: UUID | None = None, add: str = "", begun: BegunForm | None = None
    ) -> None:
        """Opens a household, perhaps with one of its people chosen, with the form for a new one (`add`) or with one
        that was begun."""
        self.begun.emit(HouseholdTask(self.context, household, person=person, add=add, begun=begun))

    def add(self, household: Ref | None = None) -> None:
        """Asks who is to be added, and to which household unless it is known."""
        self._adding.ask([home for home in self._homes if home.row.is_active], household)

    def _on_add(self) -> None:
        self.add()

    def _on_add_chosen(self, household: Ref, kind: str) -> None:
        self.open_household(household, add=kind)

    def _on_go_on(self, begun: BegunForm) -> None:
        if begun.household is None:
            self._adding.go_on(begun)
        else:
            self.open_household(Ref(begun.region, "household", begun.household), begun.person, begun=begun)

    # how it is laid out

    def _actions(self) -> tuple[Button, Button]:
        self.add_home_button = Button(self.look, self.tr("Add a household"))
        self.add_home_button.clicked.connect(self._adding.begin_home)
        self.add_button = Button(self.look, self.tr("Add a target"), kind="primary", key="Ctrl+N")
        self.add_button.clicked.connect(self._on_add)
        return self.add_home_button, self.add_button

    def _put_filters(self) -> None:
        words, everything, unnamed = self.context.tools.words, self.tr("All"), self.tr("not given")
        hamlet, posyandu = words.field("household", "hamlet"), words.kind("posyandu")
        self._hamlet = PlaceFilter(self.look, hamlet, everything=everything, unnamed=unnamed)
        self._posyandu = PlaceFilter(self.look, posyandu, everything=everything, unnamed=unnamed)
        hint = self.tr("Search a name, NIK, KIA number or hamlet")
        self.search = self.put_search(hint, self._hamlet, self._posyandu)
        choices = (
            ("all", self.tr("All")),
            ("pregnant", self.tr("Pregnant")),
            ("postpartum", self.tr("After birth")),
            ("child", self.tr("Children 0–23 months")),
            ("older", self.tr("Children 2–6 years")),
            (OTHER, self.tr("Others")),
            ("home", self.tr("Households")),
        )
        self.tasks = TaskFilter(self.look)
        self.filter = self.put_filter(self.tr("Who is shown"), choices, self.tasks, wraps=True)
        for places in (self._hamlet, self._posyandu, self.tasks):
            places.chosen.connect(self.show_fitting)
