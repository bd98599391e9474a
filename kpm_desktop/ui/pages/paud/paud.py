"""PAUD: form 2C, who of the children of two to six takes part, month by month, a class at a time."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.paud.paud_year import KIND, KINDS, PaudRow, PaudYear, paud_year
from kpm_desktop.domain.calendar import month_of
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.search.name_search import fold
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.flow import FlowLayout
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.own_keys import take_keys
from kpm_desktop.ui.components.place_filter import PlaceFilter
from kpm_desktop.ui.components.search_field import SearchField
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.forms import drafting
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.paud.keeping import PaudKeeping, PaudSaving, Place
from kpm_desktop.ui.pages.paud.paud_table import PaudModel, PaudView

ALL, PARENTING, CLASS = "all", "parenting", "class"


class PaudPage(Page):
    """Every cell is a draft at once; *Simpan* makes records of all of them."""

    interests = KINDS

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.year: PaudYear | None = None
        self.entered: dict[Place, str] = {}
        self._cells: dict[Place, PaudRow] = {}
        self._is_old = False
        self._lay_out()
        self.keeping = PaudKeeping(self, self.draft, self.drafted)
        self.saving = PaudSaving(self, self.keeping, self._name, self._go_to)
        self.saving.saved.connect(self._on_saved)
        self.keeping.kept.connect(self._on_kept)
        self._connect()

    def load(self) -> None:
        """Asks for the year; what was entered and is not kept yet stays."""
        if self.saving.is_running or self.keeping.is_busy:
            self._is_old = True
            return
        self._is_old = False
        today = self.context.tools.today()
        self.ask(partial(paud_year, year=today.year, on=today), self._on_year)

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("Y  T  B", self.tr("takes part, does not, not yet; and on to the next child")),
            ("Del", self.tr("empty the answer")),
            ("Enter  ↓", self.tr("down")),
            ("Tab  →", self.tr("to the next month")),
            ("Space", self.tr("choose from a list")),
            ("Ctrl+Y", self.tr("all children that are shown took part this month")),
            ("Ctrl+F", self.tr("search")),
            ("Ctrl+S", self.tr("save")),
        ]

    # what is shown

    def _on_year(self, year: PaudYear) -> None:
        if self.keeping.is_busy:
            self._is_old = True
            return
        self.year = year
        self.entered.clear()
        self._cells = {(str(row.person.id), month): row for row in year.rows for month in row.cells}
        self._posyandu.show_places(row.posyandu for row in year.rows)
        hamlets = (row.household.hamlet or "" for row in year.rows if row.household is not None)
        self._hamlet.show_places(hamlets)
        self.show_fitting()
        for at, row in self._cells.items():
            if row.cells[at[1]].draft is not None and not self._differs(at, row):
                self.keeping.keep(at)  # it says what is saved by now

    def show_fitting(self, nothing: object = None) -> None:
        """The children that fit what is chosen and searched."""
        if self.year is None:
            return
        place = self.view.place()
        fitting = [row for row in self.year.rows if self._fits(row)]
        self.model.show_rows(fitting, self.year.months, self.entered)
        self.view.fit()
        self._card.setVisible(bool(fitting))
        self._nobody.setVisible(not self.year.rows)
        self._none_fits.setVisible(bool(self.year.rows) and not fitting)
        counts = {
            ALL: len(self.year.rows),
            PARENTING: sum(not row.is_of_class for row in self.year.rows),
            CLASS: sum(row.is_of_class for row in self.year.rows),
        }
        self.filter.show_counts({code: str(count) for code, count in counts.items()})
        person, month = (str(place[0].person.id), place[1]) if place is not None else ("", "")
        self.view.go_to(person, month)
        self._tell(fitting)

    def _fits(self, row: PaudRow) -> bool:
        wanted, hamlet, post = self.filter.current(), self._hamlet.current(), self._posyandu.current()
        home = row.household
        text = fold(self.search.text())
        return (
            (wanted == ALL or row.is_of_class == (wanted == CLASS))
            and (hamlet is None or hamlet == ((home.hamlet or "") if home is not None else ""))
            and (post is None or post == row.posyandu)
            and text in fold(f"{row.person.full_name} {home.head_name if home is not None else ''}")
        )

    def _tell(self, rows: list[PaudRow]) -> None:
        month = month_of(self.context.tools.today())
        asked = [row for row in rows if month in row.cells]
        said = [self.model.value(row, month) for row in asked]
        text = self.tr("{month}: {attended} take part, {open} not filled in of {count}")
        self.heading.subtitle.setText(
            text.format(
                month=self.context.tools.calendar.month(month),
                attended=sum(value == "attended" for value in said),
                open=sum(not value for value in said),
                count=len(asked),
            )
        )
        drafted = len(self.drafted())
        self.save_button.setEnabled(bool(drafted))

    # what is entered

    def _on_answered(self, row: PaudRow, month: str, value: str) -> None:
        if row.cells[month].is_disputed:
            self.banner.tell(self.tr("Two people answered differently: choose first (Sasaran, Riwayat)."))
            return
        self.entered[str(row.person.id), month] = value
        self.model.refresh()
        self.keeping.keep((str(row.person.id), month))
        self._tell(list(self.model.rows))

    def _on_all(self) -> None:
        """The whole class took part this month; who has an answer keeps it."""
        month = month_of(self.context.tools.today())
        for row in self.model.rows:
            if month in row.cells and not self.model.value(row, month) and not row.cells[month].is_disputed:
                self._on_answered(row, month, "attended")

    def drafted(self) -> list[Place]:
        """Where something is entered that is not saved."""
        return [at for at, row in self._cells.items() if self._differs(at, row)]

    def _differs(self, at: Place, row: PaudRow) -> bool:
        cell = row.cells[at[1]]
        return self.entered.get(at, cell.value) != (cell.held or "")

    def draft(self, at: Place) -> drafting.Draft:
        """A cell as it is now; one that is emptied again has none."""
        person, month = at
        row = self._cells[at]
        cell = row.cells[month]
        value = self.entered.get(at, cell.value)
        answers: dict[str, Any] = {}
        if self._differs(at, row):
            answers = {"attendance": value or None}
            if cell.held is None:
                answers = {"person_id": person, "month": month, **answers}
            elif not value:
                answers = {"status": "entered_in_error"}
        return drafting.Draft(row.region, KIND, cell.record, answers, {}, {})

    def _on_kept(self, record: UUID, clock: str) -> None:
        if self._is_old and not self.keeping.is_busy:
            self.load()

    # saving, trouble and leaving

    def save(self) -> None:
        """Every village's cells together."""
        if self.drafted() and not self.saving.is_running:
            self.saving.save_unless_clock_is_wrong()

    def _on_saved(self, count: int) -> None:
        self.banner.tell(self.tr("Saved: {count} answers.").format(count=count), "ok")

    def _name(self, at: Place) -> str:
        return self._cells[at].person.full_name

    def _go_to(self, at: Place) -> None:
        """Also to a child that does not fit what is chosen."""
        if all(str(row.person.id) != at[0] for row in self.model.rows):
            self._show_everybody()
        self.view.go_to(*at)

    def on_refused(self, reasons: tuple[Reason, ...]) -> None:
        """What could not be kept is tried again with the next answer."""
        super().on_refused(reasons)
        self._on_unkept()

    def on_failed(self, fault: Fault) -> None:
        """Likewise."""
        super().on_failed(fault)
        self._on_unkept()

    def _on_unkept(self) -> None:
        self.saving.stop()
        self.keeping.try_later()

    def leave(self) -> None:
        """Keeps what is entered before the screen is locked or the program ends."""
        own = [] if self.saving.is_running else [at for at in self.entered if at in self._cells]
        self.keeping.keep_at_once(own)

    # how it is laid out

    def _lay_out(self) -> None:
        look = self.look
        self.heading = PageHeading(look, self.tr("PAUD, form 2C"), " ")
        self.column.addWidget(self.heading)
        self.column.addWidget(self.banner)
        self.column.addWidget(self._filters())
        self.model = PaudModel(self.context.tools, self)
        self.view = PaudView(self.context.tools, self.model, self.tr("PAUD, form 2C"))
        self._card = Card(look, flush=True)
        self._card.body.addWidget(self.view, 1)
        self.column.addWidget(self._card, 1)
        self._nobody = EmptyState(
            look,
            "users",
            self.tr("No child of two to six years yet."),
            detail=self.tr("Children who turn two leave form 2B and stand here by themselves."),
        )
        self._none_fits = EmptyState(
            look, "users", self.tr("No child fits what is chosen or searched."), action=self.tr("Show all")
        )
        for state in (self._nobody, self._none_fits):
            state.hide()
            self.column.addWidget(state, 1)
        foot = QHBoxLayout()
        hints = [
            ("Y", self.tr("takes part")),
            ("T", self.tr("does not")),
            ("B", self.tr("not yet")),
            ("Enter", self.tr("down")),
            ("Ctrl+Y", self.tr("the whole class takes part")),
        ]
        foot.addWidget(KeyHints(look, hints), 1)
        self.save_button = Button(look, self.tr("Save"), kind="primary", key="Ctrl+S", small=True)
        self.save_button.setEnabled(False)
        foot.addWidget(self.save_button)
        self.column.addLayout(foot)
        self.lead_to(self.view)

    def _filters(self) -> QWidget:
        look = self.look
        holder = QWidget()
        row = FlowLayout(holder, look.px(8))
        row.setContentsMargins(0, 0, 0, 0)
        ages = ((ALL, self.tr("All")), (PARENTING, self.tr("2 years: parenting")), (CLASS, self.tr("3–6 years: class")))
        self.filter = Segments(look, self.tr("Which ages"), ages, wraps=True)
        every, unnamed = self.tr("All"), self.tr("not given")
        self._hamlet = PlaceFilter(look, self.tr("Hamlet"), everything=every, unnamed=unnamed)
        self._posyandu = PlaceFilter(look, self.tr("Posyandu"), everything=every, unnamed=unnamed)
        self.search = SearchField(look, self.tr("Search a child"), shortcut="Ctrl+F")
        self.search.setFixedWidth(look.px(220))
        for part in (self.filter, self._hamlet, self._posyandu, self.search):
            row.addWidget(part)
        return holder

    def _connect(self) -> None:
        self.view.answered.connect(self._on_answered)
        self.filter.chosen.connect(self.show_fitting)
        self._hamlet.chosen.connect(self.show_fitting)
        self._posyandu.chosen.connect(self.show_fitting)
        self.search.textChanged.connect(self.show_fitting)
        self.save_button.clicked.connect(self.save)
        self._none_fits.pressed.connect(self._show_everybody)
        take_keys(self, (("Ctrl+S", self.save), ("Ctrl+Y", self._on_all)))

    def _show_everybody(self) -> None:
        for box in (self._hamlet, self._posyandu):
            box.setCurrentIndex(0)
        self.search.clear()
        self.filter.choose(ALL)
