"""Sasaran: everybody the forms are about and all households, found by name, NIK, KIA number or hamlet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.households.household_view import village_posyandu
from kpm_desktop.commands.households.target_list import TargetList, target_list
from kpm_desktop.commands.review.likely_duplicates import LikelyPair, likely_duplicates
from kpm_desktop.domain.calendar import month_of
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.call import Call
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.labels import label, line
from kpm_desktop.ui.components.place_filter import PlaceFilter
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.search_field import SearchField
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.components.task_filter import EVERYBODY, TaskFilter
from kpm_desktop.ui.dialogs.across import AcrossDialog
from kpm_desktop.ui.dialogs.merge import CHANGED, MergeDialog
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DRAFTS, concerns
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.people.add_dialog import AddDialog
from kpm_desktop.ui.pages.people.household import HouseholdTask
from kpm_desktop.ui.pages.people.household_form import NewHouseholdForm, Posyandu
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
)
from kpm_desktop.ui.pages.people.people_print import PeoplePrint
from kpm_desktop.ui.pages.people.people_rows import PeopleDelegate, PeopleHeader


class PeoplePage(Page):
    """The list; a household opens in the place of the navigation, with everybody in it."""

    interests = frozenset({*CHANGED, "pregnancy_visit", "child_visit", "assignment", "cadre", DRAFTS, DELIVERY})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._people: list[PersonLine] = []
        self._homes: list[HomeLine] = []
        self._found: TargetList | None = None
        self._wanted: object = None
        self._likely: list[LikelyPair] | None = None
        self._then = ""
        self.column.setSpacing(self.look.px(8))
        self.column.addWidget(self._heading())
        self.column.addWidget(self.banner)
        self.duplicates = Call(self.look, "git-compare-arrows", self.tr("Look"), shortcut="Alt+K")
        self.duplicates.pressed.connect(self._on_duplicates)
        self.column.addWidget(self.duplicates)
        self.column.addLayout(self._search_row())
        self.column.addLayout(self._filters())
        self.column.addWidget(self._list_card(), 1)
        self.setFocusProxy(self.list)
        QShortcut(QKeySequence("Ctrl+N"), self, self._on_add)
        self.printing = PeoplePrint(self, self.shown)
        self.print_button.clicked.connect(self.printing.open)
        for key, pressed in (("K", self._visit), ("U", self._open_household), ("D", self._merge)):
            QShortcut(QKeySequence(key), self.list, pressed, context=Qt.ShortcutContext.WidgetShortcut)

    def load(self) -> None:
        """Asks for everybody."""
        today = self.context.tools.today()
        self.ask(partial(target_list, month=month_of(today), today=today), self._on_list)

        if self._likely is None:
            self.ask(likely_duplicates, self._on_likely)

    def arrive(self, what: object) -> None:
        """A household's id opens it; ("add", id or None) adds somebody to it, or to one that is to be chosen; None
        shows everybody, whatever was searched or chosen here before."""
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
            ("Ctrl+N", self.tr("add a target")),
            ("Ctrl+F", self.tr("search")),
            ("Ctrl+P", self.tr("print the list, or save it as PDF or Excel")),
        ]

    def _on_list(self, found: TargetList) -> None:
        self._found = found
        self._people, self._homes = people_lines(found), home_lines(found)
        targets = [one for one in self._people if one.group != OTHER]
        self.tasks.show_tasks(found.mine)
        everything: list[Line] = [*self._people, *self._homes]
        self._hamlet.show_places(one.hamlet for one in everything)
        self._posyandu.show_places(one.posyandu for one in everything)
        text = self.tr("{people} active targets in {homes} households")
        self._head.subtitle.setText(
            text.format(people=len(targets), homes=sum(one.row.is_active for one in self._homes))
        )
        self._show()
        self._show_wanted()

    def _show_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if isinstance(wanted, UUID):
            self.open_household(wanted)
        elif isinstance(wanted, tuple) and wanted and wanted[0] == "add":
            self.add(wanted[1])

    def _show(self) -> None:
        place = self._hamlet.current(), self._posyandu.current()
        words = self._found.words if self._found is not None else None
        people = self._of_tasks(fitting(self._people, self.search.text(), *place, words))
        homes = self._of_tasks(fitting(self._homes, self.search.text(), *place, words))
        self.tasks.count(home.household for home in self._homes if home.row.is_active)
        is_searched = bool(self.search.text().strip())
        found = counts(people, homes, is_searched=is_searched)
        self.filter.show_counts({code: str(count) for code, count in found.items()})
        wanted = self.filter.current()
        is_homes = wanted == "home"
        shown = homes if is_homes else [one for one in people if is_shown(one, wanted, is_searched=is_searched)]
        self.list.show_rows(shown)
        self._header.show_homes(is_homes)
        self._show_footer(len(shown), is_homes=is_homes)
        for widget in (self.list, self._header):
            widget.setVisible(bool(shown))
        elsewhere = 0 if shown or not is_searched else len(fitting(self._people, self.search.text(), None, None))
        text = self.tr("{count} people fit, but not what is chosen above.")
        self._elsewhere.tell(text.format(count=elsewhere))
        empty = None if shown else self._nobody if self._is_new() else self._elsewhere if elsewhere else self._not_found
        for state in (self._nobody, self._elsewhere, self._not_found):
            state.setVisible(state is empty)
        self._lead_focus(empty)

    def _of_tasks(self, lines: Sequence[Line]) -> list[Line]:
        return [line for line in lines if self.tasks.fits(line.household)]

    def _lead_focus(self, empty: EmptyState | None) -> None:
        """Keys go to the list, or to the button that leads out of an empty one; never away from the search."""
        goal = self.list if empty is None else empty.button
        if goal is None or goal is self.focusProxy():
            return
        self.setFocusProxy(goal)
        if self.isVisible() and not self.search.hasFocus():
            goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_new(self) -> bool:
        return not self._people and not self._homes

    def _show_footer(self, shown: int, *, is_homes: bool) -> None:
        if is_homes:
            text = self.tr("{shown} of {total} households · by hamlet and name")
            total = len(self._homes)
        else:
            text = self.tr("{shown} of {total} people · by risk, then those not visited for longest")
            total = len(self._people)
        self._footer.setText(text.format(shown=shown, total=total))

    def shown(self) -> Sequence[object]:
        """The lines of the list, in their order."""
        return self.list.rows.rows

    def chosen(self) -> Line | None:
        """The line that is chosen."""
        row = self.list.current()
        return row if isinstance(row, PersonLine | HomeLine) else None

    # what may be entered twice

    def _on_changed(self, changed: frozenset[str]) -> None:
        """The likely pairs are looked for anew only when something they rest on changed."""
        if concerns(changed, frozenset(CHANGED)):
            self._likely = None
        super()._on_changed(changed)

    def _on_likely(self, pairs: list[LikelyPair]) -> None:
        self._likely = pairs
        text = self.tr("{count} pairs may be the same") if len(pairs) > 1 else self.tr("One pair may be the same")
        self.duplicates.tell(text.format(count=len(pairs)) if pairs else "")

    def _on_duplicates(self) -> None:
        here = [pair for pair in self._likely or () if not pair.is_across]
        if here:
            self._open_merge(MergeDialog(self.context, self, pairs=here))
        elif self._likely:
            across = AcrossDialog(self.context, self, self._likely)
            across.told.connect(self._on_told)
            across.went.connect(self.go)
            across.open()

    def _merge(self) -> None:
        line = self.chosen()
        if line is not None:
            record = line.row.person_id if isinstance(line, PersonLine) else line.household
            self._open_merge(MergeDialog(self.context, self, record=record))

    def _open_merge(self, dialog: MergeDialog) -> None:
        dialog.told.connect(self._on_told)
        dialog.open()

    def _on_told(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")

    # what can be done with a line

    def _on_opened(self, row: object) -> None:
        if isinstance(row, PersonLine):
            self.go.emit("riwayat", row.row.person_id)
        elif isinstance(row, HomeLine):
            self.open_household(row.household)

    def _visit(self) -> None:
        line = self.chosen()
        if line is not None and line.household is not None:
            self.go.emit("kunjungan", line.household)

    def _open_household(self) -> None:
        line = self.chosen()
        if line is not None and line.household is not None:
            self.open_household(line.household, line.row.person_id if isinstance(line, PersonLine) else None)

    def open_household(self, household: UUID, person: UUID | None = None, add: str = "") -> None:
        """Opens a household, perhaps with one of its people chosen, or with the form for a new one (`add`)."""
        self.begun.emit(HouseholdTask(self.context, household, person=person, add=add))

    def add(self, household: UUID | None = None) -> None:
        """Asks who is to be added, and to which household unless it is known."""
        homes = [home for home in self._homes if home.row.is_active]
        dialog = AddDialog(self.context, homes, household, self)
        dialog.chosen.connect(self._on_add_chosen)
        dialog.wanted_home.connect(self._on_new_home_first)
        dialog.open()

    def _on_add(self) -> None:
        self.add()

    def _on_add_chosen(self, household: UUID, kind: str) -> None:
        self.open_household(household, add=kind)

    def _on_new_home_first(self, kind: str) -> None:
        self._begin_household(kind)

    def _on_add_home(self) -> None:
        self._begin_household("")

    def _begin_household(self, then: str) -> None:
        """The form offers the posyandu of the village, so they are read first."""
        self._then = then
        self.ask(partial(village_posyandu, region=self.context.session.places[0].code), self._on_posyandu)

    def _on_posyandu(self, posyandu: Posyandu) -> None:
        has_one_village = len(self.context.session.places) == 1
        form = NewHouseholdForm(self.context, posyandu if has_one_village else (), self, then=self._then)
        form.made.connect(self._on_home_made)
        form.open()

    def _on_home_made(self, household: UUID, then: str) -> None:
        self.open_household(household, add=then)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the chosen line from the search field too; the arrows lead into the list."""
        chosen = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None:
            self._on_opened(chosen)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # how it is laid out

    def _heading(self) -> QWidget:
        self._head = PageHeading(self.look, self.tr("Targets"), " ")
        self.add_home_button = Button(self.look, self.tr("Add a household"))
        self.add_home_button.clicked.connect(self._on_add_home)
        self.add_button = Button(self.look, self.tr("Add a target"), kind="primary", key="Ctrl+N")
        self.add_button.clicked.connect(self._on_add)
        self._head.add_action(self.add_home_button)
        self._head.add_action(self.add_button)
        return self._head

    def _search_row(self) -> QHBoxLayout:
        self.search = SearchField(self.look, self.tr("Search a name, NIK, KIA number or hamlet"), shortcut="Ctrl+F")
        self.search.textChanged.connect(self._show)
        everything, unnamed = self.tr("All"), self.tr("not given")
        self._hamlet = PlaceFilter(self.look, self.tr("Hamlet"), everything=everything, unnamed=unnamed)
        self._posyandu = PlaceFilter(self.look, self.tr("Posyandu"), everything=everything, unnamed=unnamed)
        row = QHBoxLayout()
        row.setSpacing(self.look.px(8))
        row.addWidget(self.search, 1)
        for places in (self._hamlet, self._posyandu):
            places.chosen.connect(self._show)
            row.addWidget(places)
        return row

    def _filters(self) -> QHBoxLayout:
        choices = (
            ("all", self.tr("All")),
            ("pregnant", self.tr("Pregnant")),
            ("postpartum", self.tr("After birth")),
            ("child", self.tr("Children 0–23 months")),
            ("older", self.tr("Children 2–6 years")),
            (OTHER, self.tr("Others")),
            ("home", self.tr("Households")),
        )
        self.filter = Segments(self.look, choices, wraps=True)
        self.filter.chosen.connect(self._show)
        row = QHBoxLayout()
        row.addWidget(self.filter)
        row.addStretch(1)
        self.tasks = TaskFilter(self.look)
        self.tasks.chosen.connect(self._show)
        row.addWidget(self.tasks)
        return row

    def _list_card(self) -> QWidget:
        card = Card(self.look, flush=True)
        self._header = PeopleHeader(self.look)
        self.list = RowView(self.tr("Targets"))
        self.list.hold_many()
        self.list.draw_with(PeopleDelegate(self.context))
        self.list.opened.connect(self._on_opened)
        self.list.verticalScrollBar().rangeChanged.connect(self._on_scroll_range)
        self._nobody = EmptyState(
            self.look,
            "users",
            self.tr("Nobody is registered yet."),
            detail=self.tr("Begin with a pregnant woman or a child under two; the household is asked for on the way."),
            action=self.tr("Add a target"),
        )
        self._nobody.pressed.connect(self._on_add)
        self._not_found = EmptyState(
            self.look,
            "search",
            self.tr("Nobody here fits."),
            detail=self.tr("Search with fewer letters, or choose all hamlets and all targets."),
            action=self.tr("Show everybody"),
        )
        self._not_found.pressed.connect(self._show_everybody)
        self._elsewhere = EmptyState(self.look, "search", " ", action=self.tr("Show them"))
        self._elsewhere.pressed.connect(self._choose_everybody)
        for widget in (self._header, self.list, self._nobody, self._not_found, self._elsewhere):
            card.body.addWidget(widget, 0 if widget is self._header else 1)
        self._nobody.hide()
        self._not_found.hide()
        self._elsewhere.hide()
        card.body.setSpacing(0)
        card.body.addWidget(line())
        card.body.addLayout(self._foot())
        return card

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(self.look.px(16), self.look.px(6), self.look.px(16), self.look.px(6))
        row.setSpacing(self.look.px(16))
        self._footer = label(self.look, "", Text.CAPTION, "text2", wrap=True)
        hints = (
            ("↑ ↓", self.tr("choose")),
            ("Enter", self.tr("open")),
            ("K", self.tr("visit")),
            ("U", self.tr("change data")),
        )
        row.addWidget(self._footer, 1)
        row.addWidget(KeyHints(self.look, hints))
        self.print_button = Button(self.look, self.tr("Print…"), kind="link", icon="printer", key="Ctrl+P", small=True)
        row.addWidget(self.print_button)
        return row

    def _show_everybody(self) -> None:
        self.search.clear()
        self._choose_everybody()

    def _choose_everybody(self) -> None:
        for places in (self._hamlet, self._posyandu):
            places.setCurrentIndex(0)
        self.filter.choose("all")
        self.tasks.choose(EVERYBODY)
        self._show()

    def _on_scroll_range(self, low: int, high: int) -> None:
        bar = self.list.verticalScrollBar()
        self._header.leave_room(bar.sizeHint().width() if high > low else 0)
