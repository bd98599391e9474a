"""Kiriman masuk: bundle files are opened one by one, each with a plain account; then the receipts are made."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.bundles.exchange_with import Round
from kpm_desktop.commands.supervision.incoming import Incoming, incoming
from kpm_desktop.sync.seal import AgeIdentity
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.columns import ColumnDelegate
from kpm_desktop.ui.components.file_drop import DropArea, FileDrop
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.side_card import SideCard
from kpm_desktop.ui.components.side_column import SideColumn
from kpm_desktop.ui.dialogs.bundle_files import ask_bundles
from kpm_desktop.ui.dialogs.laptop import LaptopDialog
from kpm_desktop.ui.dialogs.receipts import ReceiptMaker
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DEVICES
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.incoming.accounts import Accounts
from kpm_desktop.ui.pages.incoming.history_rows import COLUMNS, history_rows
from kpm_desktop.ui.pages.incoming.old_bundles import OldBundles
from kpm_desktop.ui.pages.incoming.opening import Opening
from kpm_desktop.ui.pages.incoming.receipts_card import ReceiptsCard
from kpm_desktop.ui.pages.incoming.running_card import RunningCard
from kpm_desktop.ui.remotes.remote_adding import RemoteAdding
from kpm_desktop.ui.remotes.remote_visits import RemoteVisits
from kpm_desktop.ui.remotes.remotes_card import RemotesCard

SIDE_WIDTH = 320


class IncomingPage(Page):
    """Files may be dropped anywhere on it. What was opened since the page was made stays listed, the newest on top."""

    interests = frozenset({DELIVERY, DEVICES})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._due: list[str] | None = None
        self._wants_receipts = False
        self.receipts = ReceiptMaker(self)
        self.old_bundles = OldBundles(self)
        self.old_bundles.chosen.connect(self.open_files)
        FileDrop(self).dropped.connect(self.open_files)
        self.running = RunningCard(self.look)
        self.running.stop_button.clicked.connect(self._on_stop)
        self.opening = Opening(self)
        self.opening.began.connect(self.running.show_file)
        self.opening.ended.connect(self._on_ended)
        for widget in (self._heading(), self.banner, self.running):
            self.column.addWidget(widget)
        left = QVBoxLayout()
        left.setSpacing(self.look.px(12))
        left.addWidget(self._places())
        left.addWidget(self._account_list(), 1)
        row = QHBoxLayout()
        row.setSpacing(self.look.px(12))
        row.addLayout(left, 1)
        row.addWidget(self._side())
        self.column.addLayout(row, 1)
        self.lead_to(self.open_button)

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

    def _on_incoming(self, found: Incoming) -> None:
        self._due = found.due
        self._make_wanted()
        self.remotes.show_places(found.places, on_the_way=self.context.sync_runner.remote)
        self.due.show_due(len(found.due), self.receipts.folder)
        tools = self.context.tools
        self.history.show_rows(history_rows(found.history, tools.calendar, tools.today()))
        self.history.choose("")
        self._history_caption.setText(self.tr("{count} bundles").format(count=len(found.history)))

    def _on_visited(self, done: Round) -> None:
        """What was fetched has its account like a file that was opened by hand. A stick that is looked for every few
        seconds leaves the page alone."""
        for opened in done.opened:
            self._accounts.add(opened)
        if done.was_asked or done.has_changed or done.did_something:
            self.load()

    # what can be done

    def _on_stop(self) -> None:
        self.running.stop_button.setEnabled(False)
        self.opening.stop()

    def _on_ended(self, left: int) -> None:
        self.running.hide()
        if left:
            text = self.tr("Stopped. {count} files were not opened; they can be opened again at any time.")
            self.banner.tell(text.format(count=left))

    def _on_open(self) -> None:
        ask_bundles(self, self._on_chosen)

    def _on_chosen(self, files: list[str]) -> None:
        self.open_files([Path(file) for file in files])

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

    def compare(self, device: str) -> None:
        """Opens the eight words of a laptop."""
        dialog = LaptopDialog(self.context, device, self)
        dialog.told.connect(self._on_told)
        dialog.open()

    def _on_told(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")

    # how it is laid out

    def _heading(self) -> PageHeading:
        title = self.tr("Incoming bundles")
        text = self.tr("From sticks, folders and servers, in any order, as often as you like")
        heading = PageHeading(self.look, title, text)
        self.open_button = Button(self.look, self.tr("Open bundles…"), kind="primary", icon="inbox", shortcut="Ctrl+O")
        self.open_button.clicked.connect(self._on_open)
        heading.title.setWordWrap(True)
        heading.subtitle.setWordWrap(True)
        heading.add_action(self.open_button)
        return heading

    def _places(self) -> RemotesCard:
        """Where bundles are fetched by themselves, and receipts put."""
        self.remotes = RemotesCard(self.context.tools, is_compact=True)
        self.adding = RemoteAdding(self, self.remotes)
        self.adding.told.connect(self._on_told)
        visits = RemoteVisits(self, self.remotes)
        visits.visited.connect(self._on_visited)
        visits.told.connect(self.banner.tell)
        return self.remotes

    def _account_list(self) -> Accounts:
        self._accounts = Accounts(self.context.tools)
        self._accounts.wanted.connect(self._on_open)
        self._accounts.compare_asked.connect(self.compare)
        self.opening.told.connect(self._accounts.add)
        return self._accounts

    def _side(self) -> SideColumn:
        look = self.look
        self.history = RowView(self.tr("Bundles that came in"))
        drawn = ColumnDelegate(look, COLUMNS)
        self.history.draw_with(drawn)
        self.history.want(look.px(drawn.height * 2), look.px(drawn.height * 2))
        card = SideCard(look, self.tr("History"), flush=True)
        self._history_caption = card.caption
        card.body.addWidget(self.history)
        self.due = ReceiptsCard(look)
        self.due.make_button.clicked.connect(self._on_receipts)
        self.due.folder_button.clicked.connect(self._on_folder)
        self.old_button = Button(look, self.tr("Old bundles…"), kind="link", icon="key-round")
        self.old_button.setToolTip(self.tr("Bundles meant for a laptop that is gone, with the programme's sheet"))
        self.old_button.clicked.connect(self.old_bundles.ask)
        side = SideColumn(look, SIDE_WIDTH)
        for widget in (DropArea(look), self.due, self.old_button):
            side.column.addWidget(widget)
        side.column.addWidget(card, 1)
        return side
