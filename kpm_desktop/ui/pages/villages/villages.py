"""Desa dan kader: every village with its cadres' laptops, when each delivered last and what to look at there."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.supervision.village_overview import QUIET_DAYS, SILENT_DAYS
from kpm_desktop.commands.supervision.village_progress import VillageProgress, laptop_rows
from kpm_desktop.commands.supervision.villages_seen import VillagesSeen, villages_seen
from kpm_desktop.domain.calendar import month_of
from kpm_desktop.domain.regions.place_names import own_first
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.columns import ColumnDelegate, ColumnHeader
from kpm_desktop.ui.components.file_drop import DropArea, FileDrop
from kpm_desktop.ui.components.key_cap import KeyCap
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.list_card import ListCard
from kpm_desktop.ui.components.side_column import SideColumn
from kpm_desktop.ui.dialogs.bundle_files import ask_bundles
from kpm_desktop.ui.dialogs.laptop import LaptopDialog
from kpm_desktop.ui.dialogs.receipts import ReceiptMaker
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DEVICES
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.list_page import ListPage
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.villages.hand_out import HandOutDialog
from kpm_desktop.ui.pages.villages.month_counter import MonthCounter
from kpm_desktop.ui.pages.villages.village_rows import NARROW, LaptopRow, columns, village_rows
from kpm_desktop.ui.pages.villages.villages_side import LastOpenedCard, ToDecideCard
from kpm_desktop.ui.words.people_counted import counted_people
from kpm_desktop.ui.words.place_words import place_title, places_title

SIDE_WIDTH = 296


class VillagesPage(ListPage):
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
        self.put_heading(self.tr("Villages and cadres"), places_title(context.session.places), *self._actions())
        self.heading.title.setWordWrap(True)
        self.heading.subtitle.setWordWrap(True)
        card = self._list_card()
        self.put_list(card, self._side(card))

    def load(self) -> None:
        """Asks for the villages, then for what each has done this month."""
        self.ask(partial(villages_seen, today=self.context.tools.today()), self._on_seen)

    def arrive(self, what: object) -> None:
        """Chooses a laptop by its key, or the first one of a village; ("receipt", key) also makes its receipt, `tasks`
        hands households out."""
        self._wanted = what
        if self._seen is not None:
            self._do_wanted()
        self.setFocus()

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

    def _actions(self) -> tuple[Button, Button, Button]:
        look = self.look
        self.tasks_button = Button(look, self.tr("Tasks…"), icon="users", shortcut="H")
        self.tasks_button.clicked.connect(self._on_tasks)
        self.invite_button = Button(look, self.tr("Invite a cadre"), icon="mail-check", shortcut="Ctrl+U")
        self.invite_button.clicked.connect(self._on_invite)
        self.open_button = Button(look, self.tr("Open bundles…"), kind="primary", icon="inbox", shortcut="Ctrl+O")
        self.open_button.clicked.connect(self._on_open)
        return self.tasks_button, self.invite_button, self.open_button

    def _list_card(self) -> ListCard:
        month = self.context.tools.calendar.short_month(month_of(self.context.tools.today()))
        shown = columns(month)
        delegate = ColumnDelegate(self.look, shown, narrow=NARROW, opens=True)
        card = ListCard(self.look, self.tr("Villages and cadres"), delegate)
        card.put_head(ColumnHeader(self.look, shown, card.list, narrow=NARROW), always=True)
        card.list.opened.connect(self._on_opened)
        card.put_list()
        card.when_empty(
            "map-pin",
            self.tr("No village delivers here yet"),
            detail=self.tr("Invite a cadre; her first bundle lets her village appear here."),
            action=self.tr("Invite a cadre"),
            pressed=self._on_invite,
        )
        card.put_foot(self._list_foot())
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

    def _side(self, card: ListCard) -> SideColumn:
        side = SideColumn(self.look, SIDE_WIDTH)
        self.last_opened = LastOpenedCard(self.context.tools)
        self.last_opened.receipt_button.clicked.connect(self._on_receipt)
        card.list.moved.connect(self.last_opened.show_laptop)
        self._to_decide = ToDecideCard(self.context.tools)
        self._to_decide.chosen.connect(self._on_decision)
        side.column.addWidget(DropArea(self.look))
        side.column.addWidget(self.last_opened)
        side.column.addWidget(self._to_decide, 1)
        return side

    def _on_seen(self, seen: VillagesSeen) -> None:
        self._seen = seen
        self._show_list()
        self._do_wanted()
        self.last_opened.show_opened(seen.opened)
        self._to_decide.show_overview(seen.overview)
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
        self.show_rows(rows)
        self.tasks_button.setEnabled(bool(overview.villages))
        counts = [
            places_title(self.context.session.places),
            self.tr("{count} villages").format(count=overview.village_count),
            *counted_people(overview.known),
        ]
        if len(self._progress) >= len(overview.villages) > 0:
            targets = sum(each.targets for each in self._progress.values())
            counts.append(self.tr("{count} targets").format(count=targets))
        self.heading.subtitle.setText(" · ".join(counts))

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
        own = [place.code for place in self.context.session.places]
        found = own_first((self._seen.names[one.code] for one in self._seen.overview.villages), own)
        villages = [(place.code, place_title(place)) for place in found]
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
