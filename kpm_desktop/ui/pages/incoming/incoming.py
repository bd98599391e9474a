"""Kiriman masuk: bundle files are opened one by one, each with a plain account; then the receipts are made."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kpm_desktop.commands.access.programme_sheet import key_of_recovery
from kpm_desktop.commands.bundles.exchange_with import Round
from kpm_desktop.commands.bundles.take_bundle import Opened
from kpm_desktop.commands.remotes.remotes import Remote
from kpm_desktop.commands.supervision.incoming import Incoming, incoming
from kpm_desktop.sync.seal import AgeIdentity
from kpm_desktop.ui.components.bar import Bar
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.columns import ColumnDelegate
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.file_drop import DropArea, FileDrop
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.side_card import SideCard
from kpm_desktop.ui.components.side_column import SideColumn
from kpm_desktop.ui.dialogs.bundle_files import ask_bundles
from kpm_desktop.ui.dialogs.key_sheet import KeySheetDialog
from kpm_desktop.ui.dialogs.laptop import LaptopDialog
from kpm_desktop.ui.dialogs.receipts import ReceiptMaker
from kpm_desktop.ui.dialogs.wrong_clock import unless_clock_is_wrong
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DEVICES
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.incoming.account_card import AccountCard
from kpm_desktop.ui.pages.incoming.history_rows import COLUMNS, history_rows
from kpm_desktop.ui.pages.incoming.opening import Opening
from kpm_desktop.ui.remotes.remote_adding import RemoteAdding
from kpm_desktop.ui.remotes.remotes_card import RemotesCard
from kpm_desktop.ui.words.remote_words import visits_sentence

SIDE_WIDTH = 320


class IncomingPage(Page):
    """Files may be dropped anywhere on it. What was opened since the page was made stays listed, the newest on top."""

    interests = frozenset({DELIVERY, DEVICES})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._due: list[str] | None = None
        self._wants_receipts = False
        self.receipts = ReceiptMaker(self)
        self.opening = Opening(self)
        self.opening.began.connect(self._on_began)
        self.opening.told.connect(self._on_told)
        self.opening.ended.connect(self._on_ended)
        FileDrop(self).dropped.connect(self.open_files)
        self.column.addWidget(self._heading())
        self.column.addWidget(self.banner)
        self.column.addWidget(self._running())
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        left = QVBoxLayout()
        left.setSpacing(self.look.px(12))
        left.addWidget(self._places())
        left.addWidget(self._accounts(), 1)
        row.addLayout(left, 1)
        row.addWidget(self._side())
        self.column.addLayout(row, 1)
        self.setFocusProxy(self.open_button)

    def load(self) -> None:
        """Asks for the history and for whom a receipt is due."""
        self.ask(incoming, self._on_incoming)

    def arrive(self, what: object) -> None:
        """Opens the files another page was given; `open` asks which to open, `receipts` makes those that are due."""
        if isinstance(what, list):
            self.open_files(what)
        elif what == "open":
            self._on_open()
        elif what == "receipts":
            self._wants_receipts = True
            self._make_wanted()

    def leave(self) -> None:
        """The file that is begun is finished, the others stay unopened."""
        self.opening.stop()

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [("Ctrl O", self.tr("Open bundles")), ("T", self.tr("Make the receipts that are due"))]

    def open_files(self, files: Sequence[Path], recovery: AgeIdentity | None = None) -> None:
        """Opens bundle files one after the other; recovery: the programme's recovery key, for old ones that were
        meant for another laptop."""
        self.banner.clear()
        self.opening.add(files, recovery)

    def _heading(self) -> PageHeading:
        heading = PageHeading(
            self.look,
            self.tr("Incoming bundles"),
            self.tr("From sticks, folders and servers, in any order, as often as you like"),
        )
        self.open_button = Button(self.look, self.tr("Open bundles…"), kind="primary", icon="inbox", shortcut="Ctrl+O")
        self.open_button.clicked.connect(self._on_open)
        heading.title.setWordWrap(True)
        heading.subtitle.setWordWrap(True)
        heading.add_action(self.open_button)
        return heading

    def _running(self) -> Card:
        """How far the opening is, and the way to stop it."""
        self._running_card = Card(self.look)
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        self._running_words = label(self.look, "", Text.BODY_STRONG, wrap=True)
        self._bar = Bar(self.look, width=160)
        self._bar.setFixedWidth(self.look.px(160))
        self.stop_button = Button(self.look, self.tr("Stop after this file"), icon="x", small=True)
        self.stop_button.clicked.connect(self._on_stop)
        row.addWidget(self._running_words, 1)
        row.addWidget(self._bar)
        row.addWidget(self.stop_button)
        self._running_card.body.addLayout(row)
        self._running_card.hide()
        return self._running_card

    def _accounts(self) -> QWidget:
        self._stack = QStackedWidget()
        empty = Card(self.look)
        state = EmptyState(
            self.look,
            "inbox",
            self.tr("Ready for the bundles of the cadres"),
            detail=self.tr("Drag the bundle files from the stick onto this page, or open them with Ctrl O."),
            action=self.tr("Open bundles…"),
        )
        state.pressed.connect(self._on_open)
        empty.body.addWidget(state, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setProperty("role", "plain")
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("What became of the files"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setProperty("role", "plain")
        self._cards = QVBoxLayout(holder)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(self.look.px(12))
        self._cards.addStretch(1)
        area.setWidget(holder)
        self._stack.addWidget(_scrolling(empty))
        self._stack.addWidget(area)
        return self._stack

    def _side(self) -> QWidget:
        self.history = RowView(self.tr("Bundles that came in"))
        drawn = ColumnDelegate(self.look, COLUMNS)
        self.history.draw_with(drawn)
        self.history.setMinimumHeight(self.look.px(drawn.height * 3))
        card = SideCard(self.look, self.tr("History"), flush=True)
        self._history_caption = card.caption
        card.body.addWidget(self.history)
        side = SideColumn(self.look, SIDE_WIDTH)
        side.column.addWidget(DropArea(self.look))
        side.column.addWidget(self._receipts_card())
        self.old_button = Button(self.look, self.tr("Old bundles…"), kind="link", icon="key-round")
        self.old_button.setToolTip(self.tr("Bundles meant for a laptop that is gone, with the programme's sheet"))
        self.old_button.clicked.connect(self._on_old)
        side.column.addWidget(self.old_button)
        side.column.addWidget(card, 1)
        return side

    def _places(self) -> RemotesCard:
        """Where bundles are fetched by themselves, and receipts put."""
        self.remotes = RemotesCard(self.context.tools, is_compact=True)
        self.adding = RemoteAdding(self, self.remotes)
        self.adding.told.connect(self._on_compared)
        self.remotes.visited.connect(self._on_visit)
        self.remotes.sent_again.connect(self._on_send_again)
        sync_runner = self.context.sync_runner
        sync_runner.began.connect(self.remotes.show_visit)
        sync_runner.ended.connect(self._on_visited)
        sync_runner.answered.connect(self._on_answered)
        sync_runner.failed.connect(self._on_sync_runner_failed)
        return self.remotes

    def _receipts_card(self) -> Card:
        card = SideCard(self.look, self.tr("Receipts"))
        self._due_words = label(self.look, "", Text.BODY, wrap=True)
        self._folder_words = label(self.look, "", Text.CAPTION, "text2", wrap=True)
        self.receipts_button = Button(self.look, self.tr("Make them"), icon="upload", shortcut="T", small=True)
        self.receipts_button.clicked.connect(self._on_receipts)
        self.folder_button = Button(self.look, self.tr("Other folder…"), kind="link", small=True)
        self.folder_button.clicked.connect(self._on_folder)
        card.body.setSpacing(self.look.px(8))
        card.body.addWidget(self._due_words)
        card.body.addWidget(self._folder_words)
        card.body.addWidget(self.receipts_button)
        card.body.addWidget(self.folder_button)
        return card

    def _on_incoming(self, found: Incoming) -> None:
        self._due = found.due
        self._make_wanted()
        self.remotes.show_places(found.places, on_the_way=self.context.sync_runner.remote)
        count = len(found.due)
        text = self.tr("{count} laptops wait for a receipt.") if count else self.tr("No laptop waits for a receipt.")
        self._due_words.setText(text.format(count=count))
        self.receipts_button.setEnabled(bool(count))
        folder = self.receipts.folder
        self._folder_words.setText(self.tr("To: {folder}").format(folder=folder) if folder else "")
        self._folder_words.setVisible(folder is not None)
        self.folder_button.setVisible(folder is not None)
        tools = self.context.tools
        self.history.show_rows(history_rows(found.history, tools.calendar, tools.today()))
        self.history.choose("")
        self._history_caption.setText(self.tr("{count} bundles").format(count=len(found.history)))

    def _on_began(self, name: str, place: int, count: int) -> None:
        text = self.tr("Opening {place} of {count}: {file}")
        self._running_words.setText(text.format(place=place, count=count, file=name))
        self._bar.show_share((place - 1) / count)
        self.stop_button.setEnabled(place < count)
        self._running_card.show()

    def _on_told(self, opened: Opened) -> None:
        card = AccountCard(self.context.tools, opened)
        card.compare_asked.connect(self._on_compare)
        self._cards.insertWidget(0, card)
        self._stack.setCurrentIndex(1)

    def _on_visit(self, remote: Remote) -> None:
        self._visit_remote(remote)

    def _on_send_again(self, remote: Remote) -> None:
        self._visit_remote(remote, again=True)

    def _visit_remote(self, remote: Remote, *, again: bool = False) -> None:
        visit = partial(self.context.sync_runner.visit, [remote.id], again=again)
        unless_clock_is_wrong(visit, self.context.tools, self, self.tr("Send all the same"))

    def _on_visited(self, done: Round) -> None:
        """What was fetched has its account like a file that was opened by hand. A stick that is looked for every few
        seconds leaves the page alone."""
        for opened in done.opened:
            self._on_told(opened)
        if done.was_asked or done.has_changed or done.did_something:
            self.load()

    def _on_sync_runner_failed(self, fault: Fault) -> None:
        self.on_failed(fault)
        self.load()

    def _on_answered(self, rounds: list[Round]) -> None:
        self.banner.tell(*visits_sentence(rounds, self.context.tools))

    def _on_stop(self) -> None:
        self.stop_button.setEnabled(False)
        self.opening.stop()

    def _on_ended(self, left: int) -> None:
        self._running_card.hide()
        if left:
            text = self.tr("Stopped. {count} files were not opened; they can be opened again at any time.")
            self.banner.tell(text.format(count=left))

    def _on_open(self) -> None:
        ask_bundles(self, self._on_chosen)

    def _on_chosen(self, files: list[str]) -> None:
        self.open_files([Path(file) for file in files])

    def _on_old(self) -> None:
        dialog = KeySheetDialog(
            self.context.tools,
            self,
            parts="B",
            title=self.tr("Open old bundles"),
            sentences=(
                self.tr(
                    "For bundles that were meant for a laptop that is gone. The recovery key opens them; what they "
                    "hold comes in as always."
                ),
            ),
            action=self.tr("Choose the bundles…"),
        )
        dialog.given.connect(self._on_old_key)
        dialog.open()

    def _on_old_key(self, rows: dict[str, str]) -> None:
        self._recovery = key_of_recovery(rows)
        dialog = self.findChild(KeySheetDialog)
        if dialog is not None:
            dialog.accept()
        ask_bundles(self, self._on_old_chosen)

    def _on_old_chosen(self, files: list[str]) -> None:
        self.open_files([Path(file) for file in files], self._recovery)

    def _make_wanted(self) -> None:
        """As soon as it is known for whom."""
        if self._wants_receipts and self._due is not None:
            self._wants_receipts = False
            self._on_receipts()

    def _on_receipts(self) -> None:
        if self._due:
            self.receipts.make(self._due)

    def _on_folder(self) -> None:
        self.receipts.make_elsewhere(self._due or [])

    def _on_compare(self, device: str) -> None:
        dialog = LaptopDialog(self.context, device, self)
        dialog.told.connect(self._on_compared)
        dialog.open()

    def _on_compared(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")


def _scrolling(card: QWidget) -> QScrollArea:
    """A card that gives way to the places above it, where those need the room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setProperty("role", "plain")
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumHeight(1)
    area.setWidget(card)
    return area
