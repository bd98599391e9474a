"""Beranda of a supervisor: which laptops are silent, what waits for a decision, whom to call and why."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from kpm_desktop.commands.supervision.village_overview import Laptop, Overview
from kpm_desktop.commands.supervision.village_progress import VillageProgress
from kpm_desktop.commands.supervision.villages_seen import VillagesSeen, villages_seen
from kpm_desktop.domain.calendar import month_of
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.chip import chip_size, paint_chip
from kpm_desktop.ui.components.columns import ColumnDelegate
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.row_list import ROW
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.components.side_card import SideCard
from kpm_desktop.ui.components.tile import Tile
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DEVICES
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.villages.month_counter import MonthCounter
from kpm_desktop.ui.pages.villages.progress_rows import COLUMNS, HEIGHT, ProgressRow, progress_rows
from kpm_desktop.ui.pages.villages.village_rows import LaptopChip, laptop_chips, quiet_words
from kpm_desktop.ui.words.decisions_counted import counted_decisions
from kpm_desktop.ui.words.people_counted import counted_people
from kpm_desktop.ui.words.place_words import place_title, places_title


@dataclass(frozen=True, slots=True)
class CallRow:
    """Somebody to call. page, what: where Enter leads."""

    key: str
    name: str
    why: str
    chips: tuple[LaptopChip, ...]
    page: str
    what: str

    is_heading = False

    @property
    def words(self) -> str:
        """All of it."""
        return ", ".join((self.name, self.why, *(chip[0] for chip in self.chips)))


def call_rows(seen: VillagesSeen) -> list[CallRow]:
    """Whom to call, the longest silent first; each laptop once."""
    rows: dict[str, tuple[int, CallRow]] = {}
    for village in seen.overview.villages:
        for laptop in village.laptops:
            if laptop.key not in rows and (laptop.is_quiet or laptop.standing == "waiting" or _is_incomplete(laptop)):
                row = _call_row(laptop, place_title(seen.names[village.code]))
                rows[laptop.key] = (laptop.quiet_days or 0 if laptop.is_quiet else -1, row)
    return [row for _, row in sorted(rows.values(), key=lambda found: -found[0])]


def _is_incomplete(laptop: Laptop) -> bool:
    if laptop.standing != "let_in":
        return False
    if laptop.refused is not None:
        return True
    return bool(laptop.missing or laptop.withheld or laptop.has_two_copies or laptop.is_emptied)


def _call_row(laptop: Laptop, village: str) -> CallRow:
    quiet, tone = quiet_words(laptop)
    chips = laptop_chips(laptop)
    if tone:
        chips = ((quiet, tone, None), *chips)
    page, what = ("undangan", laptop.key) if laptop.standing in ("waiting", "invited") else ("desa", laptop.key)
    return CallRow(laptop.key, laptop.name, f"{village} · {_why(laptop)}", chips, page, what)


def _why(laptop: Laptop) -> str:
    translate = QCoreApplication.translate
    if laptop.standing == "waiting":
        return translate("Calls", "compare the eight words of her laptop")
    if laptop.standing == "invited":
        return translate("Calls", "was invited and has not delivered yet")
    if laptop.has_two_copies:
        return translate("Calls", "two copies of this laptop are at work: put one away")
    if laptop.is_emptied:
        return translate("Calls", "her laptop was put back from a backup: make a receipt, it fills it again")
    if laptop.refused is not None:
        return translate("Calls", "a file of hers could not be taken in: ask her to send again")
    if laptop.is_quiet:
        return translate("Calls", "ask for the next bundle")
    if laptop.missing:
        return translate("Calls", "ask for the earlier bundles")
    return translate("Calls", "ask her to look at an entry again")


class CallDelegate(RowDelegate):
    """Name and reason, the chips and a chevron at the right."""

    height = 52

    def paint_row(
        self, painter: QPainter, where: QRectF, index: QModelIndex | QPersistentModelIndex, *, chosen: bool
    ) -> None:
        """Draws a row."""
        row: CallRow = index.data(ROW)
        look, gap = self.look, self.look.px(6)
        side = look.px(18)
        at = QRectF(where.right() - side, where.center().y() - side / 2, side, side)
        look.icons.paint(painter, at, "chevron-right", "accent_text" if chosen else "text2")
        x = at.x() - gap
        for text, tone, icon in reversed(row.chips[:3]):
            x -= chip_size(look, text, tone, icon).width() + gap
            paint_chip(painter, look, QPointF(x, where.center().y()), text, tone, icon)
        self.two_lines(painter, where.adjusted(0, 0, x - where.right() - gap, 0), row.name, row.why)


class SupervisorHomePage(Page):
    """Three tiles and a list; each leads to where the thing is done."""

    interests = frozenset(
        {
            DELIVERY,
            DEVICES,
            "comment",
            "household",
            "person",
            "pregnancy",
            "pregnancy_visit",
            "child_visit",
            "immunization",
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._seen: VillagesSeen | None = None
        self._progress: dict[str, VillageProgress] = {}
        self._months = MonthCounter(self)
        self._months.counted.connect(self._on_progress)
        greeting = self.tr("Good day, {name}").format(name=context.session.name)
        self.heading = PageHeading(self.look, greeting, places_title(context.session.places))
        self.column.addWidget(self.heading)
        self.column.addWidget(self.banner)
        self.column.addLayout(self._tiles())
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        row.addWidget(self._calls_card(), 3)
        row.addWidget(self._month_card(), 2)
        self.column.addLayout(row, 1)
        self.lead_to(self.calls)

    def load(self) -> None:
        """Asks for the overview."""
        self.ask(partial(villages_seen, today=self.context.tools.today()), self._on_seen)

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("L", self.tr("Laptops without news")),
            ("K", self.tr("Decisions")),
            ("T", self.tr("Receipts")),
            ("Enter", self.tr("Go to the laptop that is chosen")),
        ]

    def _tiles(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        self.quiet_tile = Tile(
            self.look, icon="laptop", noun=self.tr("Without news"), number="0", detail=" ", shortcut="L"
        )
        self.decisions_tile = Tile(
            self.look, icon="shield-alert", noun=self.tr("Decisions"), number="0", detail=" ", shortcut="K"
        )
        self.receipts_tile = Tile(
            self.look, icon="upload", noun=self.tr("Receipts"), number="0", detail=" ", shortcut="T"
        )
        for tile, pressed in (
            (self.quiet_tile, self._on_quiet),
            (self.decisions_tile, self._on_decisions),
            (self.receipts_tile, self._on_receipts),
        ):
            tile.clicked.connect(pressed)
            row.addWidget(tile, 1)
        return row

    def _calls_card(self) -> Card:
        card = Card(self.look, self.tr("Whom to call"), flush=True)
        self.calls = RowView(self.tr("Whom to call"))
        self.calls.draw_with(CallDelegate(self.look))
        self.calls.opened.connect(self._on_call)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.calls)
        self._fine = EmptyState(
            self.look,
            "check",
            self.tr("Nobody needs to be called"),
            detail=self.tr("All laptops have delivered within the last ten days, and nothing is missing."),
        )
        self._start = EmptyState(
            self.look,
            "mail-check",
            self.tr("No laptop delivers here yet"),
            detail=self.tr("Invite the first cadre; she appears here as soon as she was invited."),
            action=self.tr("Invite a cadre"),
        )
        self._start.pressed.connect(self._on_invite)
        self._stack.addWidget(self._fine)
        self._stack.addWidget(self._start)
        card.body.addWidget(self._stack)
        return card

    def _month_card(self) -> Card:
        month = self.context.tools.calendar.month(month_of(self.context.tools.today()))
        card = SideCard(self.look, self.tr("Visits in {month}").format(month=month), flush=True)
        self.months = RowView(self.tr("Visits in {month}").format(month=month))
        self.months.draw_with(ColumnDelegate(self.look, COLUMNS, height=HEIGHT))
        self.months.opened.connect(self._on_village)
        empty = EmptyState(
            self.look,
            "map-pin",
            self.tr("No village yet"),
            detail=self.tr("A village appears with the first bundle that comes from it."),
        )
        self._month_stack = QStackedWidget()
        self._month_stack.addWidget(self.months)
        self._month_stack.addWidget(empty)
        card.body.addWidget(self._month_stack)
        return card

    def _on_seen(self, seen: VillagesSeen) -> None:
        overview = seen.overview
        self._seen = seen
        self._months.count(village.code for village in overview.villages)
        self._show_progress()
        rows = call_rows(seen)
        self.calls.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1 if overview.laptops else 2)
        self._show_counts(overview)
        text = self.tr("{place} · {villages} villages, {people}")
        self.heading.subtitle.setText(
            text.format(
                place=places_title(self.context.session.places),
                villages=overview.village_count,
                people=", ".join(counted_people(overview.known)),
            )
        )

    def _on_progress(self, progress: VillageProgress) -> None:
        self._progress[progress.code] = progress
        self._show_progress()

    def _show_progress(self) -> None:
        assert self._seen is not None
        rows = progress_rows(self._seen.overview, self._seen.names, self._progress)
        self.months.show_rows(rows)
        self._month_stack.setCurrentIndex(0 if rows else 1)

    def _show_counts(self, overview: Overview) -> None:
        quiet = sum(laptop.is_quiet for laptop in overview.laptops)
        of_all = self.tr("over 10 days, of {count} laptops").format(count=overview.delivering)
        self.quiet_tile.show_count(str(quiet), of_all, tone="risk" if quiet else "neu")
        decisions = overview.decisions
        told = counted_decisions(decisions) or self.tr("nothing waits")
        self.decisions_tile.show_count(str(decisions.total), told, tone="risk" if decisions.total else "neu")
        text = self.tr("not made yet") if overview.due else self.tr("all are made")
        self.receipts_tile.show_count(str(len(overview.due)), text)

    def _on_quiet(self) -> None:
        laptops = self._seen.overview.laptops if self._seen is not None else ()
        quiet = [laptop for laptop in laptops if laptop.is_quiet]
        longest = max(quiet, key=lambda laptop: laptop.quiet_days or 0).key if quiet else None
        self.go.emit("desa", longest)

    def _on_decisions(self) -> None:
        self.go.emit("keputusan", None)

    def _on_receipts(self) -> None:
        self.go.emit("masuk", None)

    def _on_invite(self) -> None:
        self.go.emit("undangan", "new")

    def _on_village(self, row: ProgressRow) -> None:
        self.go.emit("desa", row.key)

    def _on_call(self, row: CallRow) -> None:
        self.go.emit(row.page, row.what)
