"""Pertanyaan: a question, what it is about with the value that stands there now, its answers, and room for one more."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.commands.questions.answer_comment import answer_comment
from kpm_desktop.commands.questions.close_comment import close_comment
from kpm_desktop.commands.questions.comment_list import Said, Thread, comment_thread
from kpm_desktop.commands.questions.comment_on import LONGEST
from kpm_desktop.commands.questions.keep_answer import begun_answer, keep_answer
from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.chip import Chip
from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.components.labels import icon_label, label
from kpm_desktop.ui.components.state_word import State, StateWord
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.fields.long_text import LongText
from kpm_desktop.ui.frame.changes_hub import DELIVERY
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.in_history import InHistory
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.carrier_words import next_carrier
from kpm_desktop.ui.words.comment_words import about_words, present_value, row_title, said_by, turn_words

_MONTHLY = ("pregnancy_visit", "child_visit")
#: Answers shown; older ones stand in the history.
_MOST_ANSWERS = 4


@dataclass(frozen=True, slots=True)
class _Found:
    thread: Thread | None
    begun: str


def _look_up(context: Context, comment: Ref, progress: Progress) -> _Found:
    store = context.session.store
    thread = comment_thread(store, comment.id, region=comment.region)
    return _Found(thread, begun_answer(store, thread.id, region=thread.region) if thread is not None else "")


def _answer(context: Context, thread: Thread, text: str, progress: Progress) -> None:
    answer_comment(context.session.store, thread.id, text, region=thread.region, today=context.tools.today())
    keep_answer(context.session.store, thread.id, "", region=thread.region)


def _close(context: Context, thread: Thread, progress: Progress) -> None:
    reopen, today = thread.is_closed, context.tools.today()
    close_comment(context.session.store, thread.id, reopen=reopen, region=thread.region, today=today)


def _keep(context: Context, thread: Thread, text: str, progress: Progress) -> None:
    keep_answer(context.session.store, thread.id, text, region=thread.region)


class ThreadDialog(Dialog):
    """`told` gives a sentence once something was saved; `went` a page and what it shall show. What was typed and not
    saved is there again when the question is opened the next time."""

    told = Signal(str)
    went = Signal(str, object)

    def __init__(self, context: Context, comment: Ref, parent: QWidget) -> None:
        super().__init__(context.look, icon="message-square", width=680, parent=parent)
        self._context, self._comment = context, comment
        self.thread_shown: Thread | None = None
        self._begun, self._sent = "", False
        self._carrier = next_carrier(is_cadre=context.session.is_cadre)
        self.set_title(self.tr("Question"), " ")
        self.banner = Banner(self.look)
        self.above.addWidget(self.banner)
        self._said = QVBoxLayout()
        self._said.setSpacing(self.look.px(8))
        self.body.addLayout(self._said)
        self.answer = LongText(self.look, LONGEST, lines=3)
        self.answer.edited.connect(self._on_typed)
        self.answer.finished.connect(self._on_answer)
        self.answer_row = FieldRow(self.look, self.tr("Your answer"), self.answer)
        self.body.addWidget(self.answer_row)
        self._buttons()
        context.tools.jobs.run(
            partial(_look_up, context, comment), self._on_found, refused=self._on_refused, failed=self._on_failed
        )

    def _buttons(self) -> None:
        self.open_button = self.add_button(self.tr("Open the history"), icon="history", key="Ctrl+R")
        self.open_button.setShortcut("Ctrl+R")
        self.open_button.clicked.connect(self._on_open)
        self.open_button.hide()
        self.settle_button = self.add_button(self.tr("Settled"), icon="check", key="Ctrl+T")
        self.settle_button.setShortcut("Ctrl+T")
        self.settle_button.clicked.connect(self._on_settle)
        self.settle_button.hide()
        self.add_close(self.tr("Later"))
        self.answer_button = self.add_button(self.tr("Send the answer"), kind="primary", icon="send", key="Ctrl+Enter")
        self.answer_button.setDefault(False)
        self.answer_button.setEnabled(False)
        self.answer_button.clicked.connect(self._on_answer)

    def _on_found(self, found: _Found) -> None:
        thread = self.thread_shown = found.thread
        if thread is None:
            self.banner.tell(self.tr("The question has not come to this laptop yet."), closable=False)
            self.answer_row.hide()
            self.fit()
            return
        tools = self._context.tools
        self.set_title(self.tr("Question of {name}").format(name=thread.question.user), about_words(thread, tools))
        self._said.addLayout(self._about(thread))
        self._said.addWidget(self._bubble(thread.question))
        hidden = len(thread.answers) - _MOST_ANSWERS
        if hidden > 0:
            text = self.tr("{count} earlier answers stand in the history").format(count=hidden)
            self._said.addWidget(label(self.look, text, Text.CAPTION, "text2"))
        for said in thread.answers[-_MOST_ANSWERS:]:
            self._said.addWidget(self._bubble(said))
        self._show_actions(thread)
        self._begun = found.begun
        self.answer.set_value(found.begun)
        self.fit()
        self.answer.setFocus()

    def _show_actions(self, thread: Thread) -> None:
        hint = self.tr("It is saved here and travels with {carrier}.")
        self.answer_row.set_hint(hint.format(carrier=self._carrier))
        self.settle_button.setText(self.tr("Open again") if thread.is_closed else self.tr("Settled"))
        self.settle_button.setVisible(thread.has_come and (thread.is_ours or thread.is_closed))
        if self._goal(thread)[0] == "kunjungan":
            self.open_button.setText(self.tr("Open the visit"))
        elif self._goal(thread)[0] == "sasaran":
            self.open_button.setText(self.tr("Open the household"))
        self.open_button.setVisible(bool(self._goal(thread)[0]))
        if not thread.has_come:
            self.answer_row.hide()
            self.answer_button.hide()
            self.banner.tell(
                self.tr(
                    "The record it is about has not come to this laptop yet. The question stays; answer it when the "
                    "record is here."
                ),
                closable=False,
            )

    def _about(self, thread: Thread) -> QHBoxLayout:
        """What it is about, with the value that stands there now, and whose turn it is."""
        row = QHBoxLayout()
        row.setSpacing(self.look.px(8))
        value = present_value(thread, self._context.tools)
        if value:
            words = self.tr("Now: {value}").format(value=value)
        else:
            words = self.tr("About: {row}").format(row=row_title(thread, self._context.tools))
        row.addWidget(label(self.look, words, Text.BODY_STRONG, wrap=True), 1)
        row.addWidget(Chip(self.look, *turn_words(thread)), 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _bubble(self, said: Said) -> QFrame:
        note = QFrame()
        note.setProperty("role", "note")
        row = QHBoxLayout(note)
        px = self.look.px
        row.setContentsMargins(px(16), px(8), px(16), px(8))
        row.setSpacing(px(12))
        icon = "message-square" if self.thread_shown and said is self.thread_shown.question else "arrow-right"
        row.addWidget(icon_label(self.look, icon, "text2", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(self.look, said.text, Text.BODY, wrap=True))
        words.addWidget(label(self.look, said_by(said, self._context.tools), Text.CAPTION, "text2", wrap=True))
        row.addLayout(words, 1)
        if said.own:
            row.addWidget(StateWord(self.look, State.of_record(said.state)), 0, Qt.AlignmentFlag.AlignTop)
        return note

    def _goal(self, thread: Thread) -> tuple[str, object]:
        """Where the value can be looked at or corrected."""
        subject, is_cadre = thread.subject, self._context.session.is_cadre
        if is_cadre and thread.kind in _MONTHLY and subject.household is not None and subject.month:
            return "kunjungan", (Ref(thread.region, "household", subject.household), subject.month)
        if subject.person is not None:
            person = Ref(thread.region, "person", subject.person)
            return "riwayat", InHistory(person, thread.record or subject.person, thread.field)
        if is_cadre and subject.household is not None:
            return "sasaran", Ref(thread.region, "household", subject.household)
        return "", None

    def _on_typed(self) -> None:
        self.answer_button.setEnabled(bool(self.answer.value()))

    def _on_open(self) -> None:
        if self.thread_shown is not None:
            goal = self._goal(self.thread_shown)
            self.accept()
            self.went.emit(*goal)

    def _on_answer(self) -> None:
        thread = self.thread_shown
        if thread is None or not self.answer.value() or not thread.has_come:
            return
        self.answer_button.setEnabled(False)
        self._run(partial(_answer, self._context, thread, self.answer.value()), self._on_answered)

    def _on_answered(self, nothing: object) -> None:
        self._sent = True
        self._context.hub.announce(["comment", DELIVERY])
        text = self.tr("The answer to {name} is saved; it travels with {carrier}.")
        assert self.thread_shown is not None
        self.told.emit(text.format(name=self.thread_shown.question.user, carrier=self._carrier))
        self.accept()

    def _on_settle(self) -> None:
        thread = self.thread_shown
        if thread is not None:
            self._run(partial(_close, self._context, thread), self._on_settled)

    def _on_settled(self, nothing: object) -> None:
        self._context.hub.announce(["comment", DELIVERY])
        assert self.thread_shown is not None
        was_closed = self.thread_shown.is_closed
        self.told.emit(self.tr("The question is open again.") if was_closed else self.tr("The question is settled."))
        self.accept()

    def _run(self, work: Callable[[Progress], Any], finished: Callable[[Any], object]) -> None:
        self._context.tools.jobs.run(work, finished, refused=self._on_refused, failed=self._on_failed)

    def done(self, result: int) -> None:
        """What was typed and not saved is kept."""
        thread, typed = self.thread_shown, self.answer.toPlainText()
        if thread is not None and not self._sent and typed != self._begun:
            self._context.tools.jobs.run(partial(_keep, self._context, thread, typed))
        super().done(result)

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self.banner.tell(self._context.tools.refusal(reasons))
        self._on_typed()
        self.fit()

    def _on_failed(self, fault: Fault) -> None:
        self.banner.tell(self._context.tools.fault(fault), "risk")
        self.fit()
