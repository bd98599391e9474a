"""Keputusan: what only a person can decide, each with what it means and the one thing to do about it."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from kpm_desktop.commands.bundles.missing_numbers import Missing, declare_lost, want_again
from kpm_desktop.commands.questions.close_comment import close_comment
from kpm_desktop.commands.questions.comment_list import Thread
from kpm_desktop.commands.review.confirm_finding import confirm_finding
from kpm_desktop.commands.review.finding_list import DataFinding
from kpm_desktop.commands.review.likely_duplicates import LikelyPair
from kpm_desktop.commands.review.repair_list import Repair
from kpm_desktop.commands.review.repair_value import RepairView, repair_view, set_aside
from kpm_desktop.commands.supervision.decision_list import Dispute
from kpm_desktop.commands.supervision.decisions_seen import (
    DecisionsSeen,
    DuplicatesSeen,
    decisions_seen,
    duplicates_seen,
)
from kpm_desktop.domain.records.base import Finding
from kpm_desktop.domain.records.catalogue import DICTIONARY
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.dialogs.across import AcrossDialog
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.confirm_value import ConfirmValueDialog
from kpm_desktop.ui.dialogs.conflict import ConflictDialog
from kpm_desktop.ui.dialogs.merge import CHANGED, MergeDialog
from kpm_desktop.ui.dialogs.thread import ThreadDialog
from kpm_desktop.ui.forms.repair_form import RepairForm
from kpm_desktop.ui.frame.changes_hub import ALL, DELIVERY, DEVICES, concerns
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.decisions.decision_rows import (
    GROUPS,
    DecisionDelegate,
    DecisionRow,
    decision_groups,
    decision_rows,
    pair_key,
)
from kpm_desktop.ui.pages.decisions.decision_words import meaning_of
from kpm_desktop.ui.pages.decisions.finding_reader import FindingReader
from kpm_desktop.ui.words.bundle_words import missing_words
from kpm_desktop.ui.words.finding_words import finding_title

SIDE_WIDTH = 340


class DecisionsPage(Page):
    """A list at the left; at the right what the chosen row means and its button (Enter). A cadre sees what is on her
    laptop in the same way (`check.py`)."""

    interests = frozenset({DELIVERY, DEVICES, *DICTIONARY})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._seen: DecisionsSeen | None = None
        self._duplicates: DuplicatesSeen | None = None
        self._what: Any = None
        self._wanted: object = None
        self._reader = FindingReader(self)
        self._reader.found.connect(self._show_rows)
        self.column.addWidget(self._heading())
        self.column.addWidget(self.banner)
        self.column.addLayout(self._filters())
        self._stack = QStackedWidget()
        self._stack.addWidget(self._filled())
        self._stack.addWidget(self._nothing())
        self.column.addWidget(self._stack, 1)
        self.setFocusProxy(self.list)

    def showEvent(self, event: QShowEvent) -> None:
        """The list has the focus, so that arrows and Enter work at once."""
        super().showEvent(event)
        self.list.setFocus()

    def load(self) -> None:
        """Asks for everything that waits, and then for what is found in the records."""
        self.ask(decisions_seen, self._on_seen)
        if self._duplicates is None:
            self.ask(duplicates_seen, self._on_duplicates)

    def arrive(self, what: object) -> None:
        """Chooses the first row about a record, by its id as text."""
        self._wanted = what
        self._show_rows()

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("Enter", self.tr("Do what the button of the chosen row says")),
            ("B", self.tr("Confirm that the chosen entry is right")),
            ("T", self.tr("The chosen question is settled")),
            ("R", self.tr("History of the person")),
        ]

    def _heading(self) -> PageHeading:
        if self.context.session.is_cadre:
            title, text = (
                self.tr("To be looked at again"),
                self.tr("What only you can clear up, with nothing lost meanwhile"),
            )
        else:
            title, text = self.tr("Decisions"), self.tr("What no laptop can decide by itself")
        heading = PageHeading(self.look, title, text)
        heading.subtitle.setWordWrap(True)
        return heading

    def _filters(self) -> QHBoxLayout:
        words = (
            self.tr("All"),
            self.tr("Differ"),
            self.tr("To be repaired"),
            self.tr("Look again"),
            self.tr("Questions"),
            self.tr("Missing numbers"),
            self.tr("May be the same"),
        )
        self.filter = Segments(self.look, list(zip(("all", *GROUPS), words, strict=True)), wraps=True)
        self.filter.chosen.connect(self._show_rows)
        row = QHBoxLayout()
        row.addWidget(self.filter)
        row.addStretch(1)
        return row

    def _filled(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.px(12))
        card = Card(self.look, flush=True)
        self.list = RowView(self.tr("What waits for a decision"))
        self.list.draw_with(DecisionDelegate(self.look))
        self.list.opened.connect(self._on_opened)
        self.list.moved.connect(self._on_moved)
        card.body.addWidget(self.list)
        row.addWidget(card, 1)
        row.addWidget(self._side())
        return holder

    def _side(self) -> Card:
        side = Card(self.look)
        side.setFixedWidth(self.look.px(SIDE_WIDTH))
        self._title = label(self.look, "", Text.SECTION, wrap=True)
        self._subtitle = label(self.look, "", Text.CAPTION, "text2", wrap=True)
        self._meaning = label(self.look, "", Text.BODY, wrap=True)
        self.action_button = Button(self.look, self.tr("Compare"), kind="primary", key="Enter")
        self.action_button.clicked.connect(self._on_action)
        self.right_button = Button(self.look, self.tr("It is right"), icon="check", shortcut="B")
        self.right_button.clicked.connect(self._on_right)
        self.settle_button = Button(self.look, self.tr("Settled"), icon="check", shortcut="T")
        self.settle_button.clicked.connect(self._on_settle)
        self.history_button = Button(self.look, self.tr("History"), icon="history", shortcut="R")
        self.history_button.clicked.connect(self._on_history)
        buttons = (self.action_button, self.right_button, self.settle_button, self.history_button)
        for widget in (self._title, self._subtitle, self._meaning, *buttons):
            side.body.addWidget(widget)
        side.body.addStretch(1)
        return side

    def _nothing(self) -> Card:
        card = Card(self.look)
        state = EmptyState(
            self.look,
            "check",
            self.tr("Nothing waits for a decision"),
            detail=self.tr(
                "Entries that differ, values to be repaired, what should be looked at again, questions, missing "
                "numbers and what may be entered twice appear here."
            ),
        )
        card.body.addWidget(state, 1)
        return card

    def _on_changed(self, changed: frozenset[str]) -> None:
        """What may be the same is looked for anew only when something it rests on changed."""
        if concerns(changed, frozenset(CHANGED)):
            self._duplicates = None
        super()._on_changed(changed)

    def _on_seen(self, seen: DecisionsSeen) -> None:
        self._seen = seen
        self._show_rows()
        self._reader.read()

    def _on_duplicates(self, duplicates: DuplicatesSeen) -> None:
        self._duplicates = duplicates
        self._show_rows()

    def _show_rows(self) -> None:
        if self._seen is None:
            return
        names = {**self._seen.names, **(self._duplicates.names if self._duplicates is not None else {})}
        findings = [each for each in self._reader.findings if each.region in names]
        groups = decision_groups(self._seen.found, findings, self._pairs(), names, self.context.tools)
        counts = {code: len(members) for code, members in groups.items()}
        self.filter.show_counts({code: str(count) for code, count in (counts | {"all": sum(counts.values())}).items()})
        rows = decision_rows(groups, self.filter.current(), is_cadre=self.context.session.is_cadre)
        had_rows = bool(self.list.rows.rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.list.show_rows(rows)
        self._choose_wanted(rows)
        if rows and not had_rows and self.isVisible():
            self.list.setFocus()

    def _choose_wanted(self, rows: list[DecisionRow]) -> None:
        found = next((row for row in rows if row.record is not None and str(row.record) == self._wanted), None)
        if found is not None:
            self._wanted = None
            self.list.choose(found.key)

    def _pairs(self) -> list[LikelyPair]:
        return self._duplicates.pairs if self._duplicates is not None else []

    def _on_moved(self, row: DecisionRow | None) -> None:
        meaning = meaning_of(row.what if row else None, self.context.tools, is_cadre=self.context.session.is_cadre)
        self._title.setText(row.title if row else "")
        told = meaning.subtitle or (row.detail if row is not None and not isinstance(row.what, DataFinding) else "")
        self._subtitle.setText(" · ".join(part for part in (row.place, told) if part) if row else "")
        self._meaning.setText(meaning.meaning)
        self.action_button.setVisible(bool(meaning.action))
        self.action_button.setText(meaning.action)
        self.right_button.setVisible(meaning.may_confirm)
        self.settle_button.setVisible(meaning.may_settle)
        is_led_there = isinstance(row.what, DataFinding) and not self.context.session.is_cadre if row else False
        self.history_button.setVisible(_person(row) is not None and not is_led_there)

    def _on_action(self) -> None:
        row = self.list.current()
        if isinstance(row, DecisionRow):
            self._on_opened(row)

    def _on_opened(self, row: DecisionRow) -> None:
        what = self._what = row.what
        if isinstance(what, Dispute):
            dialog = ConflictDialog(self.context, what.conflict, self)
            dialog.resolved.connect(self._on_told)
            dialog.open()
        elif isinstance(what, LikelyPair) and what.is_across:
            across = AcrossDialog(self.context, self, [what])
            across.told.connect(self._on_told)
            across.went.connect(self.go)
            across.open()
        elif isinstance(what, LikelyPair):
            here = [pair for pair in self._pairs() if not pair.is_across]
            merging = MergeDialog(self.context, self, pairs=here, chosen=pair_key(what))
            merging.told.connect(self._on_told)
            merging.open()
        elif isinstance(what, Repair):
            self._open_repair(what)
        elif isinstance(what, DataFinding):
            self._open_finding(what)
        elif isinstance(what, Thread):
            thread = ThreadDialog(self.context, what.id, self)
            thread.told.connect(self._on_told)
            thread.went.connect(self.go)
            thread.open()
        elif isinstance(what, Missing) and what.is_lost:
            work = partial(want_again, stream=what.stream, first=what.first, last=what.last)
            self.do(work, self._on_wanted, changed=[ALL])
        elif isinstance(what, Missing):
            self._ask_lost(what)

    # what is to be repaired

    def _open_repair(self, repair: Repair) -> None:
        found = repair.withheld
        if not repair.is_whole:
            work = partial(repair_view, record=found.id, field=found.field, change=found.change)
            self.ask(work, self._on_repair)
        elif found.code == "wrong_id":
            self._ask_error()
        elif repair.subject.person is not None:
            self.go.emit("riwayat", repair.subject.person)

    def _on_repair(self, view: RepairView) -> None:
        form = RepairForm(self.context, view, self)
        form.saved.connect(self._on_repaired)
        form.open()

    def _on_repaired(self, saved: object) -> None:
        self.banner.tell(self.tr("Repaired. The right entry counts now, here and soon on all laptops."), "ok")

    def _ask_error(self) -> None:
        dialog = ConfirmDialog(
            self.look,
            self,
            title=self.tr("Mark this row as entered in error?"),
            sentences=(
                self.tr("It is used nowhere even now. Marked, it is listed no longer; the history keeps it."),
                self.tr("What it was meant to say must be entered once more in a visit."),
            ),
            action=self.tr("Mark it"),
        )
        dialog.confirmed.connect(self._on_error)
        dialog.open()

    def _on_error(self) -> None:
        found = self._what.withheld
        work = partial(set_aside, record=found.id, today=self.context.tools.today())
        self.do(work, self._on_marked, changed=[found.kind])

    def _on_marked(self, nothing: object) -> None:
        self.banner.tell(self.tr("The row is listed no longer; the history keeps it."), "ok")

    # what is found

    def _open_finding(self, found: DataFinding) -> None:
        subject = found.subject
        if not self.context.session.is_cadre:
            if subject.person is not None:
                self.go.emit("riwayat", subject.person)
        elif subject.household is not None and subject.month and found.kind in ("pregnancy_visit", "child_visit"):
            self.go.emit("kunjungan", (subject.household, subject.month))
        elif subject.household is not None:
            self.go.emit("sasaran", subject.household)

    def _on_right(self) -> None:
        row = self.list.current()
        if not isinstance(row, DecisionRow) or not isinstance(row.what, DataFinding) or row.what.blocks:
            return
        self._what = found = row.what
        title = finding_title(found, self.context.tools)
        dialog = ConfirmValueDialog(self.context, title, Finding(found.field, found.why, blocks=False), self)
        dialog.confirmed.connect(self._on_confirmed)
        dialog.open()

    def _on_confirmed(self, why: str) -> None:
        found = self._what
        today = self.context.tools.today()
        work = partial(confirm_finding, kind=found.kind, record=found.id, rule=found.rule, reason=why, today=today)
        self.do(work, self._on_noted, changed=["flag_answer"])

    def _on_noted(self, nothing: object) -> None:
        self.banner.tell(self.tr("Noted as right; it is asked no more."), "ok")

    def _on_history(self) -> None:
        row = self.list.current()
        person = _person(row) if isinstance(row, DecisionRow) else None
        if person is not None:
            self.go.emit("riwayat", person)

    def _on_settle(self) -> None:
        row = self.list.current()
        if isinstance(row, DecisionRow) and isinstance(row.what, Thread):
            work = partial(close_comment, question=row.what.id, today=self.context.tools.today())
            self.do(work, self._on_settled, changed=["comment", DELIVERY])

    def _on_settled(self, nothing: object) -> None:
        self.banner.tell(self.tr("The question is settled."), "ok")

    # missing numbers

    def _ask_lost(self, hole: Missing) -> None:
        numbers = missing_words([(hole.first, hole.last)])
        dialog = ConfirmDialog(
            self.look,
            self,
            title=self.tr("Declare {numbers} lost?").format(numbers=numbers),
            subtitle=self.tr("From the laptop of {name}").format(name=hole.person or hole.device[:8]),
            sentences=(
                self.tr("Only when the laptop and the stick are really gone."),
                self.tr("The numbers are then listed no longer. Should they come after all, they are taken."),
            ),
            action=self.tr("Declare lost"),
        )
        dialog.confirmed.connect(self._on_lost)
        dialog.open()

    def _on_lost(self) -> None:
        hole = self._what
        work = partial(declare_lost, stream=hole.stream, first=hole.first, last=hole.last)
        self.do(work, self._on_declared, changed=[ALL])

    def _on_declared(self, nothing: object) -> None:
        self.banner.tell(self.tr("The numbers are listed no longer."), "ok")

    def _on_told(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")

    def _on_wanted(self, nothing: object) -> None:
        self.banner.tell(self.tr("The numbers are listed as missing again."), "ok")


def _person(row: DecisionRow | None) -> UUID | None:
    """Whose history tells more about a row."""
    what = row.what if row is not None else None
    return what.subject.person if isinstance(what, Repair | DataFinding | Dispute | Thread) else None
