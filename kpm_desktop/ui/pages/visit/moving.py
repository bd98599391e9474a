"""Moving about in a visit: from question to question, from one person's checklist to the next, and to Simpan."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea

from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.visit.form_card import FormCard
from kpm_desktop.ui.pages.visit.question_row import QuestionRow

_SHARED = ("has_safe_water", "has_latrine")
_AROUND = 110


class Moving(QObject):
    """One checklist is open at a time. `left` before another one opens: what is being typed is to be taken; `opened`
    gives the place of the one that is open now; `ended` after the last question of the last one."""

    left = Signal()
    opened = Signal(int)
    ended = Signal()

    def __init__(self, page: Page, scroll: QScrollArea) -> None:
        super().__init__(page)
        self._look, self._scroll = page.look, scroll
        self.cards: list[FormCard] = []
        self.current = 0

    @property
    def card(self) -> FormCard:
        """The checklist that is open."""
        return self.cards[self.current]

    def add(self, card: FormCard) -> None:
        """One more checklist, after the others."""
        card.opened.connect(self._on_header)
        card.reached.connect(self._on_reached)
        card.left.connect(self._on_left)
        card.further_asked.connect(self.toggle_further)
        self.cards.append(card)

    def clear(self) -> None:
        """The checklists are read again."""
        self.cards.clear()
        self.current = 0

    def row(self) -> QuestionRow | None:
        """The question the keys were at last."""
        rows, focus = self.card.shown_rows() if self.cards else [], self._scroll.focusWidget()
        return next((one for one in rows if focus is not None and (one is focus or one.isAncestorOf(focus))), None)

    def open(self, at: int) -> None:
        """Opens a person's checklist at the first question without an answer."""
        if not 0 <= at < len(self.cards):
            return
        self.left.emit()
        self.current = at
        self.opened.emit(at)
        for number, card in enumerate(self.cards):
            card.set_open(number == at)
            card.show_turn("PgUp" if number == at - 1 else "PgDn" if number == at + 1 else "")
        self.card.use_others(self._said_about_home())
        self._reach(self.card.first_open())

    def go_to(self, row: QuestionRow) -> None:
        """Goes to a question of any checklist, into its number where it has one."""
        at = next(at for at, card in enumerate(self.cards) if row in card.rows)
        if not self.cards[at].is_open:
            self.open(at)
        (row.box or row).setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_reached(row)

    def return_to_question(self) -> None:
        """Back from the head of the visit or from Simpan to where the keys were last among the questions."""
        if not self.cards:
            return
        self._reach(self.row() or self.card.first_open())

    def return_to_end(self) -> None:
        """To the last question, as from Simpan and from the person after."""
        rows = self.card.shown_rows() if self.cards else []
        self._reach(rows[-1] if rows else None)

    def _reach(self, row: QuestionRow | None) -> None:
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self._on_reached(row)

    def turn_back(self) -> None:
        """To the person before."""
        self.open(self.current - 1)

    def turn_on(self) -> None:
        """To the person after."""
        self.open(self.current + 1)

    def toggle_further(self) -> None:
        """Opens or closes the further answers."""
        if self.cards:
            self.card.toggle_further()

    def _said_about_home(self) -> dict[str, Any]:
        """What the mother's checklist says of water and latrine, which are the child's too."""
        mothers = [
            card.answers
            for number, card in enumerate(self.cards)
            if number != self.current and card.answers.sheet.kind == "pregnancy_visit"
        ]
        said = ((name, answers.value(name)) for answers in reversed(mothers) for name in _SHARED)
        return {name: value for name, value in said if value is not None}

    def _on_header(self, card: FormCard) -> None:
        self.open(self.cards.index(card))

    def _on_left(self, step: int) -> None:
        """At the end of a checklist the next one follows, and before its first question the last one of the person
        before; after the last one Simpan."""
        at = self.current + step
        if 0 <= at < len(self.cards):
            self.open(at)
            if step < 0:
                self.return_to_end()
        elif step > 0:
            self.ended.emit()

    def _on_reached(self, row: QuestionRow) -> None:
        QTimer.singleShot(0, row, partial(self._scroll_to, row))

    def _scroll_to(self, row: QuestionRow) -> None:
        self._scroll.ensureWidgetVisible(row, 0, self._look.px(_AROUND))
