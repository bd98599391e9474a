"""Kirim: the way of the records, the places they leave by, who receives them, what waits and what went out."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.access.revoked_here import RevokedSeen, revoked_seen
from kpm_desktop.commands.bundles.exchange_with import Round
from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.commands.remotes.remotes import Remote
from kpm_desktop.commands.supervision.delivery_overview import DeliveryOverview, delivery_overview
from kpm_desktop.domain.registers.catalogue import REGISTERS
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.state_word import State
from kpm_desktop.ui.frame.changes_hub import ALL, DELIVERY, DEVICES
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.send.comparing import Comparing
from kpm_desktop.ui.pages.send.receipt_opening import ReceiptOpening
from kpm_desktop.ui.pages.send.send_cards import SentCard, WaitingCard
from kpm_desktop.ui.pages.send.send_columns import SendColumns
from kpm_desktop.ui.pages.send.send_lists import WaitingRow
from kpm_desktop.ui.pages.send.send_states import StateChain
from kpm_desktop.ui.pages.send.send_supervisor import SupervisorCard
from kpm_desktop.ui.pages.send.send_words import captions, hint, sent_row, waiting_row
from kpm_desktop.ui.pages.send.what_returned import WhatReturned
from kpm_desktop.ui.remotes.remote_adding import RemoteAdding
from kpm_desktop.ui.remotes.remote_visits import RemoteVisits
from kpm_desktop.ui.remotes.remotes_card import RemotesCard
from kpm_desktop.ui.words.remote_words import visits_sentence
from kpm_desktop.ui.words.revoked_words import revoked_here_words

#: What is begun, or corrected, in a form of Sasaran.
_BY_FORM = ("household", "person", "pregnancy")


class SendPage(Page):
    """Nothing leaves before somebody has chosen a place; from then on it leaves by itself, and at once on request."""

    interests = frozenset({ALL})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.seen: DeliveryOverview | None = None
        self._wants_to_send = False
        self.returned = WhatReturned(self)
        self.returned.told.connect(self._on_done)
        self._receipts = ReceiptOpening(self)
        self._receipts.told.connect(self._on_told)
        self.hint, self.stopped = Banner(self.look, self), Banner(self.look, self)
        self.banner.closed.connect(self._show_hint)
        self.chain = StateChain(self.look, self.context.tools.comma)
        self.column.setSpacing(self.look.px(12))
        for widget in (self._heading(), self.banner, self.stopped, self.hint, self.chain):
            self.column.addWidget(widget)
        self.waiting, self.sent = WaitingCard(self.look), SentCard(self.look)
        self.waiting.list.opened.connect(self._on_opened)
        self._columns = SendColumns(self.look, (self._remotes(), self.waiting), (self._supervisor(), self.sent))
        self.column.addWidget(self._columns, 1)
        QShortcut(QKeySequence(Qt.Key.Key_P), self, self._on_repair)
        QShortcut(QKeySequence("Ctrl+Enter"), self, self.send_button.click)  # the Enter beside the digits

    def load(self) -> None:
        """Asks for everything at once."""
        self.ask(delivery_overview, self._on_seen)
        self.ask(revoked_seen, self._on_revoked)
        self.returned.look()

    def arrive(self, what: object) -> None:
        """`send` sends to every place that is there, `open` asks which receipts to open."""
        if what == "open":
            self._receipts.ask()
        elif what == "send":
            self._wants_to_send = True
            self._send_wanted()

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("Ctrl Enter", self.tr("Send to every target that is there")),
            ("Ctrl O", self.tr("Open receipts")),
            ("Y", self.tr("What came back with the last receipt")),
            ("P", self.tr("To the first record to be repaired")),
            ("Enter", self.tr("Open the history of the person that is chosen")),
        ]

    def send_to(self, remotes: Sequence[Remote], *, again: bool = False) -> None:
        """Visits targets at once, one after the other; on a day that cannot be only when somebody says so."""
        self._visits.visit(remotes, again=again)

    def take_files(self, files: Sequence[Path]) -> None:
        """Takes receipts in, one file after the other."""
        self._receipts.take(files)

    # what there is

    def _on_seen(self, seen: DeliveryOverview) -> None:
        self.seen = seen
        reports = self.context.session.is_cadre or bool(seen.supervisors)
        for part in (self.chain, self._columns.left, self.sent):
            part.setVisible(reports)
        calendar, today = self.context.tools.calendar, self.context.tools.today()
        self.chain.show_counts(seen.counts, captions(seen, calendar, today))
        self.remotes.show_places(seen.places, on_the_way=self.context.sync_runner.remote)
        self.supervisor.show_supervisors(seen.supervisors)
        self.waiting.show_rows([waiting_row(record, self.context.tools) for record in seen.waiting])
        self.waiting.show_counts(seen.on_the_way, seen.counts[RecordState.REPAIR], seen.more)
        self.sent.show_rows([sent_row(bundle, seen, calendar, today) for bundle in seen.sent])
        self.send_button.setEnabled(bool(seen.supervisors and seen.places))
        self._show_hint()
        self._send_wanted()

    def _on_revoked(self, seen: RevokedSeen) -> None:
        sentence = revoked_here_words(seen, self.context.tools)
        if sentence:
            self.stopped.tell(sentence, "warn", closable=False)
        else:
            self.stopped.hide()

    def _send_wanted(self) -> None:
        """As soon as it is known where to; without a place the hint says what to do first."""
        if self._wants_to_send and self.seen is not None:
            self._wants_to_send = False
            self.send_button.click()

    def _show_hint(self) -> None:
        """The one thing to do now, unless something else is being said."""
        sentence = hint(self.seen) if self.seen is not None and not self.banner.sentence() else ""
        if sentence:
            self.hint.tell(sentence, icon="usb-stick", closable=False)
        else:
            self.hint.hide()

    def _on_told(self, sentence: str, tone: str) -> None:
        if sentence:
            self.hint.hide()
            self.banner.tell(sentence, tone)
        else:
            self.banner.clear()

    def _on_done(self, sentence: str) -> None:
        self._on_told(sentence, "ok")

    def _on_repair(self) -> None:
        """To the first record to be repaired; those stand at the top. Who stands at the top has no such list."""
        rows = self.waiting.list.rows.rows if self.waiting.isVisible() else ()
        if rows and isinstance(rows[0], WaitingRow) and rows[0].state is State.REPAIR:
            self.waiting.list.choose(rows[0].key)
            self.waiting.list.setFocus()

    def _on_opened(self, row: WaitingRow) -> None:
        if row.state is State.REPAIR and self.context.session.is_cadre:
            self.go.emit("periksa", row.record)
        elif row.state is State.DRAFT and row.record.kind in _BY_FORM:
            self.go.emit("sasaran", ("begun", row.record))
        elif row.person is not None:
            self.go.emit("riwayat", row.person)
        elif row.record.kind in REGISTERS:
            self.go.emit(row.record.kind, row.record)
        else:
            self.go.emit("riwayat", row.record)

    # sending

    def _on_send_all(self) -> None:
        """Those that are there; when none is, all are tried, so that each says what is the matter."""
        assert self.seen is not None
        present = [place.remote for place in self.seen.places if place.is_present]
        self.send_to(present or [place.remote for place in self.seen.places])

    def _on_asked(self) -> None:
        self.send_button.setEnabled(False)

    def _on_visited(self, done: Round) -> None:
        """A visit nobody asked for is told when it did something; one that changed anything is announced, and the page
        looks again. A stick that is looked for every few seconds must not take the keys away from its row."""
        if done.did_something and not done.was_asked:
            self._on_told(*visits_sentence([done], self.context.tools))
        if self.seen is not None and done.was_asked and not (done.has_changed or done.did_something):
            self.remotes.show_places(self.seen.places)

    def _on_joined(self) -> None:
        self.context.hub.announce([DEVICES, DELIVERY])

    # how it is laid out

    def _heading(self) -> PageHeading:
        title, text = self.tr("Send"), self.tr("Records reach the supervisor by stick, folder or web server")
        if not self.context.session.is_cadre:
            title = self.tr("Report upwards")
            text = self.tr("What is held here reaches the next level up; whoever stands at the top needs nothing here")
        heading = PageHeading(self.look, title, text)
        heading.subtitle.setWordWrap(True)
        self.open_button = Button(self.look, self.tr("Open receipt…"), icon="mail-check", shortcut="Ctrl+O")
        self.open_button.clicked.connect(self._receipts.ask)
        self.send_button = Button(self.look, self.tr("Send now"), kind="primary", icon="send", shortcut="Ctrl+Return")
        self.send_button.clicked.connect(self._on_send_all)
        for button in (self.returned.button, self.open_button, self.send_button):
            heading.add_action(button)
        return heading

    def _remotes(self) -> RemotesCard:
        self.remotes = RemotesCard(self.context.tools)
        self.adding = RemoteAdding(self, self.remotes)
        self.adding.told.connect(self._on_done)
        self._visits = RemoteVisits(self, self.remotes)
        self._visits.asked.connect(self._on_asked)
        self._visits.visited.connect(self._on_visited)
        self._visits.told.connect(self._on_told)
        self._visits.answered.connect(self.load)
        return self.remotes

    def _supervisor(self) -> SupervisorCard:
        self.supervisor = SupervisorCard(self.context)
        self.supervisor.part.told.connect(self._on_told)
        self.supervisor.part.taken.connect(self._on_joined)
        self._comparing = Comparing(self, self.supervisor)
        self._comparing.told.connect(self._on_told)
        return self.supervisor
