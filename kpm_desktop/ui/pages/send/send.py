"""Kirim: the way of the records, the places they leave by, who receives them, what waits and what went out."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kpm_desktop.commands.access.compare_words import confirm_words, refuse_words
from kpm_desktop.commands.bundles.exchange_with import Round
from kpm_desktop.commands.questions.what_returned import ReturnedList, last_returned
from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.commands.remotes.remotes import Remote
from kpm_desktop.commands.supervision.delivery_overview import DeliveryOverview, Supervisor, delivery_overview
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.file_drop import FileDrop
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.state_word import State
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.returned import ReturnedDialog
from kpm_desktop.ui.dialogs.thread import ThreadDialog
from kpm_desktop.ui.dialogs.wrong_clock import unless_clock_is_wrong
from kpm_desktop.ui.frame.changes_hub import ALL, DELIVERY, DEVICES
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.send.send_cards import SentCard, WaitingCard
from kpm_desktop.ui.pages.send.send_lists import WaitingRow
from kpm_desktop.ui.pages.send.send_states import StateChain
from kpm_desktop.ui.pages.send.send_supervisor import SupervisorCard
from kpm_desktop.ui.pages.send.send_words import captions, hint, receipt_sentence, sent_row, waiting_row
from kpm_desktop.ui.pages.send.sending import Receipt, take_receipts
from kpm_desktop.ui.remotes.remote_adding import RemoteAdding
from kpm_desktop.ui.remotes.remotes_card import RemotesCard
from kpm_desktop.ui.words.remote_words import visits_sentence


class SendPage(Page):
    """Nothing leaves before somebody has chosen a place; from then on it leaves by itself, and at once on request."""

    interests = frozenset({ALL})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.seen: DeliveryOverview | None = None
        self.returned: ReturnedList | None = None
        self._wants_to_send = False
        self._sides: list[QWidget] = []
        FileDrop(self).dropped.connect(self.take_files)
        self.hint = Banner(self.look, self)
        self.banner.closed.connect(self._show_hint)
        self.chain = StateChain(self.look, self.context.tools.comma)
        self.column.setSpacing(self.look.px(12))
        for widget in (self._heading(), self.banner, self.hint, self.chain):
            self.column.addWidget(widget)
        self.column.addWidget(self._columns(), 1)
        QShortcut(QKeySequence(Qt.Key.Key_P), self, self._on_repair)
        QShortcut(QKeySequence("Ctrl+Enter"), self, self.send_button.click)  # the Enter beside the digits

    def load(self) -> None:
        """Asks for everything at once."""
        self.ask(delivery_overview, self._on_seen)
        self.ask(last_returned, self._on_returned)

    def arrive(self, what: object) -> None:
        """`send` sends to every place that is there, `open` asks which receipts to open."""
        if what == "open":
            self._on_open()
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
        send = partial(self._send_now, [remote.id for remote in remotes], again=again)
        unless_clock_is_wrong(send, self.context.tools, self, self.tr("Send all the same"))

    def _send_now(self, remotes: Sequence[str], *, again: bool) -> None:
        self.send_button.setEnabled(False)
        self.context.sync_runner.visit(remotes, again=again)

    def take_files(self, files: Sequence[Path]) -> None:
        """Takes receipts in, one file after the other."""
        self.follow(partial(take_receipts, files=files), self._on_receipts, changed=[ALL])

    def _heading(self) -> PageHeading:
        title, text = self.tr("Send"), self.tr("Records reach the supervisor by stick, folder or web server")
        if not self.context.session.is_cadre:
            title = self.tr("Report upwards")
            text = self.tr("What is held here reaches the next level up; whoever stands at the top needs nothing here")
        heading = PageHeading(self.look, title, text)
        heading.subtitle.setWordWrap(True)
        self.returned_button = Button(self.look, self.tr("What came back"), icon="inbox", shortcut="Y")
        self.returned_button.clicked.connect(self._on_look_at_returned)
        self.returned_button.hide()
        heading.add_action(self.returned_button)
        self.open_button = Button(self.look, self.tr("Open receipt…"), icon="mail-check", shortcut="Ctrl+O")
        self.open_button.clicked.connect(self._on_open)
        self.send_button = Button(self.look, self.tr("Send now"), kind="primary", icon="send", shortcut="Ctrl+Return")
        self.send_button.clicked.connect(self._on_send_all)
        heading.add_action(self.open_button)
        heading.add_action(self.send_button)
        return heading

    def _columns(self) -> QScrollArea:
        """Both columns; in a large text size they scroll together."""
        inside = QWidget()
        inside.setProperty("role", "plain")
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.px(12))
        for cards, share in (((self._remotes(), self._waiting()), 4), ((self._supervisor(), self._sent()), 5)):
            side = QWidget()
            side.setProperty("role", "plain")
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(self.look.px(12))
            column.addWidget(cards[0])
            column.addWidget(cards[1], 1)
            column.addStretch(0)
            row.addWidget(side, share)
            self._sides.append(side)
        area = QScrollArea()
        area.setProperty("role", "plain")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _remotes(self) -> RemotesCard:
        self.remotes = RemotesCard(self.context.tools)
        self.adding = RemoteAdding(self, self.remotes)
        self.adding.told.connect(self._on_place_told)
        self.remotes.visited.connect(self._on_send_one)
        self.remotes.sent_again.connect(self._on_send_again)
        sync_runner = self.context.sync_runner
        sync_runner.began.connect(self._on_began)
        sync_runner.ended.connect(self._on_visited)
        sync_runner.answered.connect(self._on_answered)
        sync_runner.failed.connect(self._on_sync_runner_failed)
        return self.remotes

    def _waiting(self) -> WaitingCard:
        self.waiting = WaitingCard(self.look)
        self.waiting.list.opened.connect(self._on_opened)
        return self.waiting

    def _supervisor(self) -> SupervisorCard:
        self.supervisor = SupervisorCard(self.context)
        self.supervisor.part.told.connect(self._on_told)
        self.supervisor.part.taken.connect(self._on_joined)
        self.supervisor.confirmed.connect(self._on_same)
        self.supervisor.refused.connect(self._on_differ)
        return self.supervisor

    def _sent(self) -> SentCard:
        self.sent = SentCard(self.look)
        return self.sent

    def _on_seen(self, seen: DeliveryOverview) -> None:
        self.seen = seen
        reports = self.context.session.is_cadre or bool(seen.supervisors)
        for part in (self.chain, self._sides[0], self.sent):
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

    def _on_send_all(self) -> None:
        """Those that are there; when none is, all are tried, so that each says what is the matter."""
        assert self.seen is not None
        present = [place.remote for place in self.seen.places if place.is_present]
        self.send_to(present or [place.remote for place in self.seen.places])

    def _on_send_one(self, remote: Remote) -> None:
        self.send_to([remote])

    def _on_send_again(self, remote: Remote) -> None:
        self.send_to([remote], again=True)

    def _on_place_told(self, sentence: str) -> None:
        self._on_told(sentence, "ok")

    def _on_began(self, remote: str) -> None:
        self.remotes.show_visit(remote)

    def _on_visited(self, done: Round) -> None:
        """A visit nobody asked for is told when it did something; one that changed anything is announced, and the page
        looks again. A stick that is looked for every few seconds must not take the keys away from its row."""
        if done.did_something and not done.was_asked:
            self._on_told(*visits_sentence([done], self.context.tools))
        if self.seen is not None and done.was_asked and not (done.has_changed or done.did_something):
            self.remotes.show_places(self.seen.places)

    def _on_answered(self, rounds: list[Round]) -> None:
        self._on_told(*visits_sentence(rounds, self.context.tools))
        self.load()

    def _on_sync_runner_failed(self, fault: Fault) -> None:
        self.on_failed(fault)
        self.load()

    def _on_open(self) -> None:
        dialog = QFileDialog(self, self.tr("Open receipts"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.tr("Bundles (*.kpmsync)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def _on_files(self, files: list[str]) -> None:
        self.take_files([Path(file) for file in files])

    def _on_receipts(self, receipts: list[Receipt]) -> None:
        self._on_told(*receipt_sentence(receipts, self.context.tools))

    def _on_returned(self, found: ReturnedList | None) -> None:
        self.returned = found
        self.returned_button.setVisible(found is not None)

    def _on_look_at_returned(self) -> None:
        if self.returned is not None:
            dialog = ReturnedDialog(self.context, self.returned, self)
            dialog.went.connect(self.go)
            dialog.asked.connect(self._on_question)
            dialog.open()

    def _on_question(self, question: UUID) -> None:
        dialog = ThreadDialog(self.context, question, self)
        dialog.told.connect(self._on_saved)
        dialog.went.connect(self.go)
        dialog.open()

    def _on_saved(self, sentence: str) -> None:
        self._on_told(sentence, "ok")

    def _on_joined(self) -> None:
        self.context.hub.announce([DEVICES, DELIVERY])

    def _on_same(self, supervisor: Supervisor) -> None:
        self.do(partial(confirm_words, supervisor=supervisor.device), self._on_confirmed, changed=[DEVICES])

    def _on_confirmed(self, nothing: object) -> None:
        self._on_told(self.tr("The six words are the same: it is really your supervisor who receives."), "ok")

    def _on_differ(self, supervisor: Supervisor) -> None:
        dialog = ConfirmDialog(
            self.look,
            self,
            title=self.tr("Some of the words differ"),
            sentences=(
                self.tr("Then the invitation may come from somebody else, and nothing shall go there any more."),
                self.tr("Everything stays on this laptop. Ask your supervisor for a new invitation."),
            ),
            action=self.tr("Give up this invitation"),
        )
        self._refused = supervisor
        dialog.confirmed.connect(self._on_refuse)
        dialog.open()

    def _on_refuse(self) -> None:
        self.do(partial(refuse_words, supervisor=self._refused.device), self._on_given_up, changed=[DEVICES, DELIVERY])

    def _on_given_up(self, nothing: object) -> None:
        self._on_told(
            self.tr("The invitation was given up; nothing is lost. Open a new one from your supervisor."), "warn"
        )

    def _on_repair(self) -> None:
        """To the first record to be repaired; those stand at the top."""
        rows = self.waiting.list.rows.rows
        if rows and isinstance(rows[0], WaitingRow) and rows[0].state is State.REPAIR:
            self.waiting.list.choose(rows[0].key)
            self.waiting.list.setFocus()

    def _on_opened(self, row: WaitingRow) -> None:
        if row.state is State.REPAIR and self.context.session.is_cadre:
            self.go.emit("periksa", row.key)
        elif row.person is not None:
            self.go.emit("riwayat", row.person)
