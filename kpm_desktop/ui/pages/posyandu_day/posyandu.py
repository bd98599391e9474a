"""Hari posyandu: which posyandu and which day; Enter opens the list of children and mothers."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.posyandu.day_sheet import KINDS
from kpm_desktop.commands.posyandu.posyandu_days import Post, PosyanduDays, posyandu_days
from kpm_desktop.domain.calendar import first_day, month_number, month_of, month_text
from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.columns import ColumnDelegate
from kpm_desktop.ui.components.count_lines import CountLines
from kpm_desktop.ui.components.emptying import empty
from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.labels import icon_label, label
from kpm_desktop.ui.components.list_card import ListCard
from kpm_desktop.ui.components.own_keys import take_keys
from kpm_desktop.ui.fields.date_field import DateField
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DRAFTS
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.posyandu_day.day_print import day_printing
from kpm_desktop.ui.pages.posyandu_day.day_task import PosyanduDayTask
from kpm_desktop.ui.pages.posyandu_day.post_rows import (
    PastRow,
    PostRow,
    month_lines,
    name_of,
    needed,
    past_columns,
    post_columns,
)

#: A list can be opened for so many months back: later than that a visit is not entered any more.
_MONTHS_BACK = 2
_ROW, _PAST_ROW = 56, 40


class PosyanduPage(Page):
    """The day is today's unless another one is typed."""

    interests = KINDS | {DELIVERY, DRAFTS}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted: tuple[str, str] | None = None
        self._today = self.context.tools.today()
        self._printing = day_printing(self, self._chosen_or_told)
        self._lay_out()
        take_keys(self._posts, [(str(number), partial(self._choose, number)) for number in range(1, 10)])

    def load(self) -> None:
        """Asks for the posyandu and the days that were held."""
        self.ask(partial(posyandu_days, on=self.day() or self.context.tools.today()), self._on_found)

    def showEvent(self, event: QShowEvent) -> None:
        """A program left open since yesterday proposes today."""
        super().showEvent(event)
        was, self._today = self._today, self.context.tools.today()
        if self._today != was:
            self.date.bound(self._today, earliest=self._earliest(), latest=self._today)
            if self.date.value() == was:
                self.date.set_value(self._today)
                self._on_day()

    def arrive(self, what: object) -> None:
        """Chooses a posyandu by village and name, once it is known."""
        if isinstance(what, tuple):
            self._wanted = what
            self._choose_wanted()

    def _choose_wanted(self) -> None:
        rows = [row for row in self._posts.list.rows.rows if isinstance(row, PostRow)]
        found = next((row for row in rows if (row.post.region, row.post.name) == self._wanted), None)
        if found is not None:
            self._wanted = None
            self._posts.list.choose(found.key)

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("1–9", self.tr("choose a posyandu")),
            ("Enter", self.tr("open its list")),
            ("Ctrl+P", self.tr("print the list, to be filled in by hand")),
        ]

    def day(self) -> date | None:
        """The day that is typed; None where it cannot be one."""
        return self.date.value()

    def chosen_day(self) -> tuple[Post, date] | None:
        """Posyandu and day; None where there is none."""
        row, day = self._posts.list.current(), self.day()
        return (row.post, day) if isinstance(row, PostRow) and day is not None else None

    # what is shown

    def _on_found(self, found: PosyanduDays) -> None:
        tools, today = self.context.tools, self.context.tools.today()
        rows = [PostRow(post, number, today, tools.calendar) for number, post in enumerate(found.posts, 1)]
        self._posts.show_rows(rows)
        self._past.show_rows([PastRow(past, tools.calendar) for past in found.past])
        self._choose_wanted()
        self._show_post()

    def _show_post(self, nothing: object = None) -> None:
        """What the chosen posyandu's day needs."""
        row = self._posts.list.current()
        self._open.setEnabled(isinstance(row, PostRow))
        self._print.setEnabled(isinstance(row, PostRow))
        for widget in (self._month, self._month_heading, self._needed_heading):
            widget.setVisible(isinstance(row, PostRow))
        empty(self._needed)
        if not isinstance(row, PostRow):
            return
        name = name_of(row.post.name)
        self._open.setText(self.tr("Open the list of {posyandu}").format(posyandu=name))
        month = self.context.tools.calendar.month(month_of(self.day() or self.context.tools.today()))
        self._month_heading.setText(self.tr("{month} in {posyandu}").format(month=month, posyandu=name))
        self._month.show_lines(month_lines(row.post))
        lines = needed(row.post)
        self._needed_heading.setVisible(bool(lines))
        for icon, sentence in lines:
            self._needed.addWidget(self._line(icon, sentence))

    def _line(self, icon: str, sentence: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.px(8))
        tone = "warn" if icon == "circle-alert" else "text2"
        row.addWidget(icon_label(self.look, icon, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(self.look, sentence, wrap=True), 1)
        return holder

    def _choose(self, number: int) -> None:
        rows = [row for row in self._posts.list.rows.rows if isinstance(row, PostRow)]
        if number <= len(rows):
            self._posts.list.choose(rows[number - 1].key)

    def _on_day(self) -> None:
        """Another day: its ages, doses and capsules."""
        problem = self.date.problem()
        self._date_row.set_problem(problem)
        if not problem and self.day() is not None:
            self._date_row.set_hint(self.date.understood())
            self.load()

    # where it leads

    def _chosen_or_told(self) -> tuple[Post, date] | None:
        """Posyandu and day; where the day cannot be one, that is said."""
        if self.day() is None:
            self._date_row.set_problem(self.date.problem() or self.tr("Type a day first."))
            self.date.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.chosen_day()

    def _on_open(self, nothing: object = None) -> None:
        chosen = self._chosen_or_told()
        if chosen is None:
            return
        post, day = chosen
        self.begun.emit(PosyanduDayTask(self.context, post.region, post.id, day))

    def _on_past(self, row: object) -> None:
        if isinstance(row, PastRow):
            if row.past.day < self._earliest():
                text = self.tr("{day} is too long ago to be opened as a list; each child's history has its row.")
                self.banner.tell(text.format(day=self.context.tools.calendar.long_day(row.past.day)))
                return
            self.begun.emit(PosyanduDayTask(self.context, row.past.region, row.past.post, row.past.day))

    def _on_people(self) -> None:
        self.go.emit("sasaran", ("home", None))

    def _earliest(self) -> date:
        month = month_of(self.context.tools.today())
        return first_day(month_text(month_number(month) - _MONTHS_BACK))

    # how it is laid out

    def _lay_out(self) -> None:
        look = self.look
        heading = PageHeading(
            look, self.tr("Posyandu day"), self.tr("Choose posyandu and day; the list opens like the register book")
        )
        self._print = Button(look, self.tr("Print the empty list"), icon="printer", key="Ctrl+P")
        self._print.clicked.connect(self._printing.open)
        heading.add_action(self._print)
        self.column.addWidget(heading)
        self.column.addWidget(self.banner)
        both = BreakingRow(look.px(16), shrinks=True)
        both.add(self._posts_card(), 1)
        both.add(self._day_card(), 1)
        self.column.addWidget(both)
        self.column.addWidget(self._how_card())
        self.column.addWidget(self._past_card(), 1)
        self.lead_to(self._posts.list)

    def _posts_card(self) -> ListCard:
        look = self.look
        delegate = ColumnDelegate(look, post_columns(), narrow=0, height=_ROW)
        self._posts = ListCard(look, self.tr("Posyandu"), delegate, is_headed=True)
        hints = (("1–9", self.tr("choose")), ("Enter", self.tr("opens the list")))
        self._posts.heading_row.addWidget(KeyHints(look, hints))
        self._posts.list.opened.connect(self._on_open)
        self._posts.list.moved.connect(self._show_post)
        self._posts.list.want(look.px(3 * _ROW), look.px(2 * _ROW))
        self._posts.put_list()
        self._posts.when_empty(
            "house",
            self.tr("No posyandu and no household yet."),
            detail=self.tr("A posyandu is named with a household; then its children and mothers stand here."),
            action=self.tr("Add a household"),
            pressed=self._on_people,
        )
        return self._posts

    def _day_card(self) -> Card:
        look = self.look
        today = self._today
        card = Card(look, self.tr("Day"))
        self.date = DateField(look, self.context.tools.calendar, today, earliest=self._earliest(), latest=today)
        self.date.set_value(today)
        self.date.committed.connect(self._on_day)
        self._date_row = FieldRow(look, self.tr("Day of the posyandu"), self.date, hint=self.date.understood())
        card.body.addWidget(self._date_row)
        self._month_heading = label(look, "", Text.CAPTION_STRONG, "text2", wrap=True)
        card.body.addWidget(self._month_heading)
        self._month = CountLines(look, self.context.tools.comma)
        card.body.addWidget(self._month)
        self._needed_heading = label(look, self.tr("What to prepare"), Text.CAPTION_STRONG, "text2")
        card.body.addWidget(self._needed_heading)
        self._needed = QVBoxLayout()
        self._needed.setSpacing(look.px(4))
        card.body.addLayout(self._needed)
        card.body.addStretch(1)
        return card

    def _how_card(self) -> Card:
        look = self.look
        card = Card(look)
        row = BreakingRow(look.px(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(look, self.tr("How length is measured"), Text.BODY_STRONG))
        rule = self.tr("lying until 24 months, standing from then on; another way is marked in the row")
        words.addWidget(label(look, rule, Text.CAPTION, "text2", wrap=True))
        self._open = Button(look, self.tr("Open the list"), kind="primary", icon="clipboard-list", key="Enter")
        self._open.clicked.connect(self._on_open)
        row.add(words, 1, yields=True)
        row.add(self._open)
        card.body.addWidget(row)
        return card

    def _past_card(self) -> ListCard:
        look = self.look
        delegate = ColumnDelegate(look, past_columns(), narrow=0, height=_PAST_ROW, opens=True)
        self._past = ListCard(look, self.tr("Earlier posyandu days"), delegate, is_headed=True)
        self._past.list.opened.connect(self._on_past)
        self._past.list.want(look.px(2 * _PAST_ROW), look.px(2 * _PAST_ROW))
        self._past.put_list()
        self._past.when_empty("calendar", self.tr("No posyandu day has been entered here yet."))
        return self._past
