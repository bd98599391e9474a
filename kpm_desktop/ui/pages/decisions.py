"""Keputusan: what only a person can decide, each with what it means and the one thing to do about it."""

from functools import partial
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from kpm_desktop.commands.close_comment import close_comment
from kpm_desktop.commands.comment_list import Thread
from kpm_desktop.commands.decision_list import Dispute, Repair
from kpm_desktop.commands.missing_numbers import Missing, declare_lost
from kpm_desktop.domain.errors import reason
from kpm_desktop.ui.bundle_words import missing_words
from kpm_desktop.ui.changes_hub import ALL, DELIVERY, DEVICES
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.context import Context
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.conflict import ConflictDialog
from kpm_desktop.ui.dialogs.thread import ThreadDialog
from kpm_desktop.ui.moment_words import with_zone
from kpm_desktop.ui.page import Page
from kpm_desktop.ui.pages.decision_rows import DecisionDelegate, DecisionRow, decision_rows, shown_value
from kpm_desktop.ui.remark_words import present_value, said_by, turn_words
from kpm_desktop.ui.theme import Text
from kpm_desktop.ui.work.supervision import DecisionsSeen, decisions_seen

SIDE_WIDTH = 340


class DecisionsPage(Page):
    """A list at the left; at the right what the chosen row means and its one button (Enter)."""

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
        self._hole: Missing | None = None
        heading = PageHeading(self.look, self.tr("Decisions"), self.tr("What no laptop can decide by itself"))
        heading.subtitle.setWordWrap(True)
        self.column.addWidget(heading)
        self.column.addWidget(self.banner)
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
        """Asks for everything that waits."""
        self.ask(decisions_seen, self._on_seen)

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys."""
        return [
            ("Enter", self.tr("Compare and choose, or decide what is chosen")),
            ("R", self.tr("History of the person it is about")),
            ("T", self.tr("The chosen question is settled")),
        ]

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
        self.settle_button = Button(self.look, self.tr("Settled"), icon="check", shortcut="T")
        self.settle_button.clicked.connect(self._on_settle)
        self.history_button = Button(self.look, self.tr("History"), icon="history", shortcut="R")
        self.history_button.clicked.connect(self._on_history)
        buttons = (self.action_button, self.settle_button, self.history_button)
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
            detail=self.tr("Entries that differ, values to be repaired, missing numbers and questions appear here."),
        )
        card.body.addWidget(state, 1)
        return card

    def _on_seen(self, seen: DecisionsSeen) -> None:
        rows = decision_rows(seen.found, seen.names, self.context.tools)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.list.show_rows(rows)

    def _on_moved(self, row: DecisionRow | None) -> None:
        self.action_button.setVisible(row is not None)
        self.settle_button.setVisible(row is not None and isinstance(row.what, Thread) and row.what.has_come)
        self.history_button.setVisible(row is not None and _person_of(row) is not None)
        if row is None:
            return
        self._title.setText(row.title)
        detail = turn_words(row.what)[0] if isinstance(row.what, Thread) else row.detail
        self._subtitle.setText(" · ".join(part for part in (row.place, detail) if part))
        if isinstance(row.what, Dispute):
            self._show(
                self.tr(
                    "The entries were made without knowing of each other. All of them are kept; one must be chosen. "
                    "Until then the newest one is shown."
                ),
                self.tr("Compare"),
            )
        elif isinstance(row.what, Repair):
            self._show(self._repair_words(row.what), "")
        elif isinstance(row.what, Missing):
            self._show(self._missing_words(row.what), self.tr("Declare lost…"))
        elif isinstance(row.what, Thread):
            self._show(self._question_words(row.what), self.tr("Open the question"))

    def _show(self, meaning: str, action: str) -> None:
        self._meaning.setText(meaning)
        self.action_button.setVisible(bool(action))
        if action:
            self.action_button.setText(action)

    def _repair_words(self, repair: Repair) -> str:
        found, tools = repair.withheld, self.context.tools
        why = tools.refusal([reason(f"repair.{found.code}")])
        value = shown_value(found.kind, found.field, repair.author.fields.get(found.field), tools)
        written = self.tr("Written: {value} ({why})") if found.field else self.tr("The whole row ({why})")
        author = self.tr("By {name}, {moment}").format(
            name=repair.author.user, moment=with_zone(repair.author.at, tools.calendar)
        )
        ask = self.tr(
            "Ask {name} to look again and to enter it anew. Until then the value before it counts; nothing is lost."
        )
        asked = ask.format(name=repair.laptop or repair.author.user)
        return "\n\n".join((f"{written.format(value=value, why=why)}\n{author}", asked))

    def _question_words(self, thread: Thread) -> str:
        """What was said, the newest last, and the value that stands there now."""
        tools = self.context.tools
        said = [f"“{one.text}”\n{said_by(one, tools)}" for one in (thread.question, *thread.answers[-2:])]
        value = present_value(thread, tools)
        now = self.tr("Now: {value}").format(value=value) if value else ""
        return "\n\n".join(part for part in (*said, now) if part)

    def _missing_words(self, hole: Missing) -> str:
        text = self.tr(
            "Records {numbers} from the laptop of {name} have not come. Usually a bundle is still on a stick: ask for "
            "it, or let the cadre send everything again. What came in counts already."
        )
        return text.format(numbers=missing_words([(hole.first, hole.last)]), name=hole.person or hole.device[:8])

    def _on_action(self) -> None:
        row = self.list.current()
        if isinstance(row, DecisionRow):
            self._on_opened(row)

    def _on_opened(self, row: DecisionRow) -> None:
        if isinstance(row.what, Dispute):
            dialog = ConflictDialog(self.context, row.what.conflict, self)
            dialog.resolved.connect(self._on_told)
            dialog.open()
        elif isinstance(row.what, Missing):
            self._ask_lost(row.what)
        elif isinstance(row.what, Thread):
            thread = ThreadDialog(self.context, row.what.id, self)
            thread.told.connect(self._on_told)
            thread.went.connect(self.go)
            thread.open()

    def _on_settle(self) -> None:
        row = self.list.current()
        if isinstance(row, DecisionRow) and isinstance(row.what, Thread):
            work = partial(close_comment, question=row.what.id, today=self.context.tools.today())
            self.do(work, self._on_settled, changed=["comment", DELIVERY])

    def _on_settled(self, nothing: object) -> None:
        self.banner.tell(self.tr("The question is settled."), "ok")

    def _on_history(self) -> None:
        row = self.list.current()
        person = _person_of(row) if isinstance(row, DecisionRow) else None
        if person is not None:
            self.go.emit("riwayat", person)

    def _ask_lost(self, hole: Missing) -> None:
        self._hole = hole
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
        hole = self._hole
        assert hole is not None
        work = partial(declare_lost, stream=hole.stream, first=hole.first, last=hole.last)
        self.do(work, self._on_declared, changed=[ALL])

    def _on_declared(self, nothing: object) -> None:
        self.banner.tell(self.tr("The numbers are listed no longer."), "ok")

    def _on_told(self, sentence: str) -> None:
        self.banner.tell(sentence, "ok")


def _person_of(row: DecisionRow) -> UUID | None:
    """Whose history tells more."""
    return row.what.subject.person if isinstance(row.what, Dispute | Repair | Thread) else None
