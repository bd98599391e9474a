"""Desa dan kader: every village with its cadres' laptops, when each delivered last and what to look at there."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from kpm_desktop.commands.supervision.village_overview import QUIET_DAYS, SILENT_DAYS, Overview
from kpm_desktop.commands.supervision.village_progress import VillageProgress, laptop_rows
from kpm_desktop.commands.supervision.villages_seen import VillagesSeen, villages_seen
from kpm_desktop.domain.calendar import month_of
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.columns import ColumnDelegate, ColumnHeader
from kpm_desktop.ui.components.count_lines import CountLine, CountLines
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.file_drop import DropArea, FileDrop
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.key_cap import KeyCap
from kpm_desktop.ui.components.labels import label, line
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.side_card import SideCard
from kpm_desktop.ui.components.side_column import SideColumn
from kpm_desktop.ui.dialogs.bundle_files import ask_bundles
from kpm_desktop.ui.dialogs.laptop import LaptopDialog
from kpm_desktop.ui.dialogs.receipts import ReceiptMaker
from kpm_desktop.ui.format.moment_words import day_and_clock
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DEVICES
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.villages.hand_out import HandOutDialog
from kpm_desktop.ui.pages.villages.month_counter import MonthCounter
from kpm_desktop.ui.pages.villages.village_rows import NARROW, LaptopRow, columns, village_rows
from kpm_desktop.ui.words.bundle_words import account_lines, account_title, missing_sentence
from kpm_desktop.ui.words.place_words import place_title, places_title

SIDE_WIDTH = 296


class VillagesPage(Page):
    """The list is there at once; the month's completeness follows village by village."""

    interests = frozenset(
        {DELIVERY, DEVICES, "comment", "household", "person", "pregnancy", "pregnancy_visit", "child_visit"}
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._seen: VillagesSeen | None = None
        self._wanted: object = None
        self._progress: dict[str, VillageProgress] = {}
        self._written: dict[tuple[str, str], int] = {}
        self._months = MonthCounter(self)
        self._months.counted.connect(self._on_progress)
        self.receipts = ReceiptMaker(self)
        FileDrop(self).dropped.connect(self._on_files)
        self.column.addWidget(self._heading())
        self.column.addWidget(self.banner)
        row = QHBoxLayout()
        row.setSpacing(self.look.px(12))
        row.addWidget(self._list_card(), 1)
        row.addWidget(self._side())
        self.column.addLayout(row, 1)
        self.setFocusProxy(self.list)

    def showEvent(self, event: QShowEvent) -> None:
        """The list has the focus, so that arrows and Enter work at once."""
        super().showEvent(event)
        self.list.setFocus()

    def load(self) -> None:
        """Asks for the villages, then for what each has done this month."""
        self.ask(partial(villages_seen, today=self.context.tools.today()), self._on_seen)

    def arrive(self, what: object) -> None:
        """Chooses a laptop by its key, or the first one of a village; ("receipt", key) also makes its receipt, `tasks`
        hands households out."""
        self._wanted = what
        if self._seen is not None:
            self._do_wanted()
        self.list.setFocus()

    def _do_wanted(self) -> None:
        if self._wanted == "tasks":
            self._wanted = None
            self._on_tasks()
        is_receipt = isinstance(self._wanted, tuple)
        goal = self._wanted[1] if isinstance(self._wanted, tuple) else self._wanted
        for row in self.list.rows.rows:
            if goal is not None and isinstance(row, LaptopRow) and goal in (row.laptop.key, row.village):
                self._wanted = goal = None
                self.list.choose(row.key)
                if is_receipt:
                    self._on_receipt()

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("Enter", self.tr("Open the laptop that is chosen")),
            ("T", self.tr("Make a receipt for it")),
            ("H", self.tr("Hand out the households of a village")),
            ("Ctrl O", self.tr("Open bundles")),
            ("Ctrl U", self.tr("Invite a cadre")),
        ]

    def _heading(self) -> PageHeading:
        self.heading = PageHeading(self.look, self.tr("Villages and cadres"), places_title(self.context.session.places))
        self.heading.title.setWordWrap(True)
        self.heading.subtitle.setWordWrap(True)
        self.tasks_button = Button(self.look, self.tr("Tasks…"), icon="users", shortcut="H")
        self.tasks_button.clicked.connect(self._on_tasks)
        self.heading.add_action(self.tasks_button)
        self.invite_button = Button(self.look, self.tr("Invite a cadre"), icon="mail-check", shortcut="Ctrl+U")
        self.invite_button.clicked.connect(self._on_invite)
        self.open_button = Button(self.look, self.tr("Open bundles…"), kind="primary", icon="inbox", shortcut="Ctrl+O")
        self.open_button.clicked.connect(self._on_open)
        self.heading.add_action(self.invite_button)
        self.heading.add_action(self.open_button)
        return self.heading

    def _list_card(self) -> Card:
        card = Card(self.look, flush=True)
        month = self.context.tools.calendar.short_month(month_of(self.context.tools.today()))
        self.list = RowView(self.tr("Villages and cadres"))
        shown = columns(month)
        self.list.draw_with(ColumnDelegate(self.look, shown, narrow=NARROW, opens=True))
        self.list.opened.connect(self._on_opened)
        self.list.moved.connect(self._on_moved)
        self._empty = EmptyState(
            self.look,
            "map-pin",
            self.tr("No village delivers here yet"),
            detail=self.tr("Invite a cadre; her first bundle lets her village appear here."),
            action=self.tr("Invite a cadre"),
        )
        self._empty.pressed.connect(self._on_invite)
        self._stack = QStackedWidget()
        for widget in (self.list, self._empty):
            self._stack.addWidget(widget)
        card.body.setSpacing(0)
        card.body.addWidget(ColumnHeader(self.look, shown, self.list, narrow=NARROW))
        card.body.addWidget(self._stack, 1)
        card.body.addWidget(line())
        card.body.addLayout(self._list_foot())
        return card

    def _list_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(self.look.px(16), self.look.px(6), self.look.px(16), self.look.px(6))
        foot.setSpacing(self.look.px(6))
        text = self.tr("Marked after {quiet} days without news, urgent after {silent}")
        words = text.format(quiet=QUIET_DAYS, silent=SILENT_DAYS)
        foot.addWidget(label(self.look, words, Text.CAPTION, "text2", wrap=True), 1)
        for key, meaning in (("Enter", self.tr("open")), ("T", self.tr("receipt"))):
            foot.addWidget(KeyCap(self.look, key))
            foot.addWidget(label(self.look, meaning, Text.CAPTION, "text2"))
        return foot

    def _side(self) -> QWidget:
        side = SideColumn(self.look, SIDE_WIDTH)
        side.column.addWidget(DropArea(self.look))
        side.column.addWidget(self._last_card())
        side.column.addWidget(self._decisions_card(), 1)
        return side

    def _last_card(self) -> Card:
        card = SideCard(self.look, self.tr("Last opened"))
        card.body.setSpacing(self.look.px(6))
        self._last_title = label(self.look, "", Text.CAPTION, "text2", wrap=True)
        self._last_lines = CountLines(self.look, self.context.tools.comma)
        self._last_missing = label(self.look, "", Text.CAPTION, "warn", wrap=True)
        self.receipt_button = Button(self.look, self.tr("Receipt"), icon="upload", shortcut="T", small=True)
        self.receipt_button.clicked.connect(self._on_receipt)
        for widget in (self._last_title, self._last_lines, self._last_missing):
            card.body.addWidget(widget)
        self._receipt_for = label(self.look, "", Text.CAPTION, "text2", wrap=True)
        card.body.addWidget(self._receipt_for)
        card.body.addWidget(self.receipt_button)
        return card

    def _decisions_card(self) -> Card:
        card = SideCard(self.look, self.tr("To be decided"))
        self._decisions = CountLines(self.look, self.context.tools.comma)
        self._decisions.chosen.connect(self._on_decision)
        card.body.addWidget(self._decisions)
        card.body.addStretch(1)
        return card

    def _on_seen(self, seen: VillagesSeen) -> None:
        self._seen = seen
        self._show_list()
        self._do_wanted()
        self._show_last()
        self._show_decisions(seen.overview)
        self.ask(partial(laptop_rows, month=month_of(self.context.tools.today())), self._on_written)
        self._months.count(village.code for village in seen.overview.villages)

    def _on_written(self, written: dict[tuple[str, str], int]) -> None:
        self._written = written
        self._show_list()

    def _on_progress(self, progress: VillageProgress) -> None:
        self._progress[progress.code] = progress
        self._show_list()

    def _show_list(self) -> None:
        assert self._seen is not None
        overview, tools = self._seen.overview, self.context.tools
        rows = village_rows(overview, self._seen.names, self._progress, self._written, tools.calendar, tools.today())
        self.list.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.tasks_button.setEnabled(bool(overview.villages))
        counts = [
            places_title(self.context.session.places),
            self.tr("{count} villages").format(count=len(overview.villages)),
            self.tr("{count} laptops").format(count=overview.delivering),
        ]
        if len(self._progress) >= len(overview.villages) > 0:
            targets = sum(each.targets for each in self._progress.values())
            counts.append(self.tr("{count} targets").format(count=targets))
        self.heading.subtitle.setText(" · ".join(counts))

    def _show_last(self) -> None:
        opened = self._seen.opened if self._seen is not None else None
        self._last_lines.setVisible(opened is not None)
        missing = missing_sentence(opened) if opened is not None else ""
        self._last_missing.setText(missing)
        self._last_missing.setVisible(bool(missing))
        if opened is None:
            self._last_title.setText(self.tr("Drag the files of a stick here, or press Ctrl O."))
            return
        moment = day_and_clock(opened.at, self.context.tools.calendar, self.context.tools.today())
        self._last_title.setText(f"{account_title(opened)} · {moment}")
        lines = account_lines(opened)
        self._last_lines.show_lines([*lines[:2], *(line for line in lines[2:] if line.number)])

    def _show_decisions(self, overview: Overview) -> None:
        lines = [
            ("git-pull-request-arrow", "risk", overview.conflicts, self.tr("entries differ"), "keputusan"),
            ("shield-alert", "warn", overview.withheld, self.tr("to be repaired"), "keputusan"),
            ("circle-dashed", "warn", overview.missing, self.tr("gaps in the numbers"), "keputusan"),
            ("message-square", "warn", overview.questions, self.tr("questions"), "keputusan"),
            ("mail-check", "warn", overview.waiting, self.tr("laptops wait"), "undangan"),
        ]
        self._decisions.show_lines(
            [
                CountLine(icon, tone if count else "text2", count, noun, self.tr("open") if count else "", key)
                for icon, tone, count, noun, key in lines
            ]
        )

    def _on_moved(self, row: object) -> None:
        is_peer = isinstance(row, LaptopRow) and row.laptop.standing == "let_in"
        self.receipt_button.setEnabled(is_peer)
        text = ""
        if isinstance(row, LaptopRow) and is_peer:
            made = (
                self.tr("Receipt of {name}: not made yet") if row.laptop.is_due else self.tr("Receipt of {name}: made")
            )
            text = made.format(name=row.name)
        self._receipt_for.setText(text)
        self._receipt_for.setVisible(bool(text))

    def _on_opened(self, row: LaptopRow) -> None:
        if row.laptop.standing == "invited":
            self.go.emit("undangan", row.laptop.key)
            return
        dialog = LaptopDialog(self.context, row.laptop.key, self)
        dialog.told.connect(self._on_told)
        dialog.open()

    def _on_told(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")

    def _on_receipt(self) -> None:
        row = self.list.current()
        if isinstance(row, LaptopRow) and row.laptop.standing == "let_in":
            self.receipts.make([row.laptop.key])

    def _on_invite(self) -> None:
        self.go.emit("undangan", "new")

    def _on_tasks(self) -> None:
        """Of the village whose laptop is chosen, else of the first one."""
        if self._seen is None or not self._seen.overview.villages:
            return
        villages = [(one.code, place_title(self._seen.names[one.code])) for one in self._seen.overview.villages]
        row = self.list.current()
        chosen = row.village if isinstance(row, LaptopRow) else villages[0][0]
        HandOutDialog(self.context, villages, chosen, self).open()

    def _on_decision(self, key: str) -> None:
        self.go.emit(key, None)

    def _on_open(self) -> None:
        ask_bundles(self, self._on_chosen)

    def _on_chosen(self, files: list[str]) -> None:
        self._on_files([Path(file) for file in files])

    def _on_files(self, files: list[Path]) -> None:
        self.go.emit("masuk", files)
