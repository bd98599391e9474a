"""Kunjungan: the households of a month, visited, begun or still to be visited; Enter starts the visit."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListView, QWidget

from kpm_desktop.commands.target_list import TargetList, target_list
from kpm_desktop.domain.calendar import Month, month_of
from kpm_desktop.domain.name_search import fold, matches
from kpm_desktop.ui.changes_hub import DRAFTS
from kpm_desktop.ui.components.bar import paint_bar
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.rows import Index, RowDelegate
from kpm_desktop.ui.components.search_field import SearchField
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.components.state_word import State, paint_state
from kpm_desktop.ui.context import Context
from kpm_desktop.ui.models.household_lines import HamletLine, HouseholdLine, by_hamlet, households_of
from kpm_desktop.ui.models.row_list import ROW, RowList
from kpm_desktop.ui.page import Page
from kpm_desktop.ui.pages.visit import VisitTask
from kpm_desktop.ui.theme import Text
from kpm_desktop.ui.visit.person_words import remark_chip

#: Correcting goes back as far as form 3B looks.
MONTHS_BACK = 24


class VisitsPage(Page):
    """Any month up to this one; a visit takes the place of the navigation."""

    interests = frozenset({"household", "person", "pregnancy", "pregnancy_visit", "child_visit", DRAFTS})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.month = Month(month_of(context.tools.today()))
        self._found: TargetList | None = None
        self._lines: list[HouseholdLine] = []
        self._wanted: UUID | None = None
        self.column.addWidget(self._heading())
        self.column.addWidget(self.banner)
        self.search = SearchField(self.look, self.tr("Search a name, KIA number or hamlet"), shortcut="Ctrl+F")
        self.search.textChanged.connect(self._show)
        self.column.addWidget(self.search)
        self.column.addLayout(self._filters())
        self.column.addWidget(self._list_card(), 1)
        self.setFocusProxy(self.list)
        for key, step in (("Ctrl+Left", self._to_earlier), ("Ctrl+Right", self._to_later)):
            QShortcut(QKeySequence(key), self, step)

    def load(self) -> None:
        """Asks for the targets of the month."""
        work = partial(target_list, month=self.month.text, today=self.context.tools.today())
        self.ask(work, self._on_list)

    def arrive(self, what: object) -> None:
        """A household's id, or (id, month), starts its visit."""
        household, month = what if isinstance(what, tuple) else (what, self.month.text)
        if not isinstance(household, UUID):
            return
        self._wanted = household
        if month != self.month.text:
            self._to_month(Month(month))
        elif self._found is not None:
            self._begin_wanted()

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("↑  ↓", self.tr("choose a household")),
            ("Enter", self.tr("start the visit, or correct it")),
            ("Ctrl+←  Ctrl+→", self.tr("the month before or after")),
            ("Ctrl+F", self.tr("search")),
        ]

    def _on_list(self, found: TargetList) -> None:
        if found.month != self.month.text:
            return
        self._found = found
        self._lines = households_of(found.rows)
        if all(line.is_visited for line in self._lines) and self.filter.current() == "open":
            self.filter.choose("all")
        self._show()
        if self._wanted is not None:
            self._begin_wanted()

    def _show(self) -> None:
        chosen = self.chosen()
        shown = [line for line in self._lines if self._fits(line)]
        self.model.show_rows(by_hamlet(shown, self._lines))
        self._show_counts()
        was_hidden = self.list.isHidden()
        self._empty.setVisible(not shown)
        self.list.setVisible(bool(shown))
        if was_hidden and shown and not self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose(chosen.household if chosen else None)

    def _fits(self, line: HouseholdLine) -> bool:
        asked = fold(self.search.text())
        if asked and not any(matches(asked, row.key) for row in line.members):
            return False
        wanted = self.filter.current()
        if wanted == "open":
            return not line.is_visited
        if wanted == "draft":
            return line.is_draft
        return wanted == "all" or line.is_visited

    def _show_counts(self) -> None:
        counts = {
            "open": sum(not line.is_visited for line in self._lines),
            "draft": sum(line.is_draft for line in self._lines),
            "done": sum(line.is_visited for line in self._lines),
            "all": len(self._lines),
        }
        self.filter.show_counts({code: str(count) for code, count in counts.items()})
        due = [row for line in self._lines for row in line.members]
        done = sum(row.visited_on is not None for row in due)
        text = self.tr("{done} of {total} targets have been visited")
        self._head.subtitle.setText(text.format(done=done, total=len(due)))

    def chosen(self) -> HouseholdLine | None:
        """The household that is chosen in the list."""
        row = self.list.currentIndex().data(ROW)
        return row if isinstance(row, HouseholdLine) else None

    def _choose(self, household: UUID | None) -> None:
        rows = self.model.rows
        at = [i for i, row in enumerate(rows) if isinstance(row, HouseholdLine)]
        same = [i for i in at if rows[i].key == str(household)]
        if at:
            self.list.setCurrentIndex(self.model.index((same or at)[0]))

    def start(self, household: UUID) -> None:
        """Begins the visit of a household in this month; those still open below it in the list come after it."""
        rows = [row for row in self.model.rows if isinstance(row, HouseholdLine)]
        at = next((i for i, row in enumerate(rows) if row.household == household), len(rows))
        behind = [*rows[at + 1 :], *rows[:at]]
        queue = [row.household for row in behind if not row.is_visited and row.household != household]
        self.begun.emit(VisitTask(self.context, household, self.month.text, queue))

    def _begin_wanted(self) -> None:
        household, self._wanted = self._wanted, None
        if household is not None:
            self._choose(household)
            self.start(household)

    def _on_activated(self, index: QModelIndex) -> None:
        row = index.data(ROW)
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
        this = Month(month_of(self.context.tools.today()))
        if not (this + -MONTHS_BACK).text <= month.text <= this.text:
            return
        self.month, self._found = month, None
        self._month_words.setText(self.context.tools.calendar.month(month.text))
        self._later.setEnabled(month.text < this.text)
        self.load()

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
        self._month_words = Button(self.look, calendar.month(self.month.text))
        self._month_words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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
        return row

    def _list_card(self) -> QWidget:
        card = Card(self.look, flush=True)
        self.model = RowList(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(HouseholdDelegate(self.context, self.list))
        self.list.setUniformItemSizes(False)
        self.list.setAccessibleName(self.tr("Households"))
        self.list.activated.connect(self._on_activated)
        self._empty = EmptyState(
            self.look,
            "clipboard-list",
            self.tr("No household here."),
            detail=self.tr("Everything in this choice is done, or nobody is a target in this month."),
        )
        self._empty.hide()
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self._empty, 1)
        return card


class HouseholdDelegate(RowDelegate):
    """A hamlet's heading with its bar; a household with its people, chips and state."""

    height = 44

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent)
        self._tools = context.tools

    def paint_row(self, painter: QPainter, where: QRectF, index: Index, *, chosen: bool) -> None:
        """Draws a line."""
        row = index.data(ROW)
        if isinstance(row, HamletLine):
            self._paint_hamlet(painter, where, row)
        elif isinstance(row, HouseholdLine):
            self._paint_household(painter, where, row)

    def _paint_hamlet(self, painter: QPainter, where: QRectF, row: HamletLine) -> None:
        px = self.look.px
        painter.fillRect(where.adjusted(-px(16), 0, px(16), 0), self.look.colour("bg"))
        name = row.hamlet or self.tr("Hamlet not given")
        right = Qt.AlignmentFlag.AlignRight
        bar = QRectF(where.right() - px(96), where.center().y() - px(4), px(96), px(8))
        paint_bar(painter, self.look, bar, row.visited / row.due if row.due else 0.0)
        done = self.tr("{done} of {total} visited").format(done=row.visited, total=row.due)
        self.text(painter, where.adjusted(0, 0, -px(108), 0), done, Text.CAPTION, "text2", right)
        left = self.tr("{count} households left").format(count=row.left)
        self.text(painter, where.adjusted(0, 0, -px(240), 0), left, Text.BODY_STRONG, "text", right)
        self.text(painter, where.adjusted(0, 0, -px(420), 0), name, Text.BODY_STRONG)

    def _paint_household(self, painter: QPainter, where: QRectF, row: HouseholdLine) -> None:
        px, x = self.look.px, where.x()
        self.two_lines(painter, QRectF(x, where.y(), px(230), where.height()), row.name, row.place)
        self.text(painter, QRectF(x + px(246), where.y(), px(240), where.height()), row.who)
        chips = [remark_chip(remark) for remark in row.remarks]
        self.chips(painter, QRectF(x + px(500), where.y(), where.width() - px(700), where.height()), chips)
        at = QPointF(where.right() - px(170), where.center().y())
        states = [member.state for member in row.members if member.visited_on is not None and member.state]
        if row.is_draft:
            paint_state(painter, self.look, at, State.DRAFT)
        elif row.is_visited and states:
            paint_state(painter, self.look, at, State.of_record(min(states, key=_progress)))
        else:
            self._paint_last(painter, where, row)
        side = px(18)
        box = QRectF(where.right() - side, where.center().y() - side / 2, side, side)
        self.look.icons.paint(painter, box, "chevron-right", "text2")

    def _paint_last(self, painter: QPainter, where: QRectF, row: HouseholdLine) -> None:
        day = row.last_visit
        if day is None:
            words = self.tr("never visited")
        else:
            shown = self._tools.calendar.short_day(day, self._tools.today())
            words = self.tr("last visit {day}").format(day=shown)
        right = where.adjusted(0, 0, -self.look.px(28), 0)
        self.text(painter, right, words, Text.CAPTION, "text2", Qt.AlignmentFlag.AlignRight)


def _progress(state: object) -> int:
    """How far a state lies on the way: the least of several is shown."""
    order = ["repair", "draft", "saved", "exported", "received"]
    return order.index(getattr(state, "value", "received"))
