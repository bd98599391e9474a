"""Beside the list of Keputusan: what the chosen row means, and what can be done about it."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.questions.comment_list import Thread
from kpm_desktop.commands.review.finding_list import DataFinding
from kpm_desktop.commands.review.repair_list import Repair
from kpm_desktop.commands.supervision.decision_list import Dispute
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.in_history import InHistory
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.decisions.decision_rows import DecisionRow
from kpm_desktop.ui.pages.decisions.decision_words import meaning_of

WIDTH = 340


class DecisionSide(Card):
    """Its buttons act on the row that is shown: the main one (Enter), *It is right*, *Settled* and *History*."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        look = context.look
        super().__init__(look, parent=parent)
        self._tools, self._is_cadre = context.tools, context.session.is_cadre
        self._title = label(look, "", Text.SECTION, wrap=True)
        self._subtitle = label(look, "", Text.CAPTION, "text2", wrap=True)
        self.meaning = label(look, "", Text.BODY, wrap=True)
        self.action_button = Button(look, self.tr("Compare"), kind="primary", key="Enter")
        self.right_button = Button(look, self.tr("It is right"), icon="check", shortcut="B")
        self.settle_button = Button(look, self.tr("Settled"), icon="check", shortcut="T")
        self.history_button = Button(look, self.tr("History"), icon="history", shortcut="R")
        buttons = (self.action_button, self.right_button, self.settle_button, self.history_button)
        for widget in (self._title, self._subtitle, self.meaning, *buttons):
            self.body.addWidget(widget)
        for button in buttons:
            button.give_way()
        self.body.addStretch(1)

    def show_row(self, row: DecisionRow | None) -> None:
        """Another row, or none."""
        meaning = meaning_of(row.what if row else None, self._tools, is_cadre=self._is_cadre)
        self._title.setText(row.title if row else "")
        told = meaning.subtitle or (row.detail if row is not None and not isinstance(row.what, DataFinding) else "")
        self._subtitle.setText(" · ".join(part for part in (row.place, told) if part) if row else "")
        self.meaning.setText(meaning.meaning)
        self.action_button.setVisible(bool(meaning.action))
        self.action_button.setText(meaning.action)
        self.right_button.setVisible(meaning.may_confirm)
        self.settle_button.setVisible(meaning.may_settle)
        is_led_there = isinstance(row.what, DataFinding) and not self._is_cadre if row else False
        self.history_button.setVisible(history_of(row) is not None and not is_led_there)


def history_of(row: DecisionRow | None) -> InHistory | None:
    """Where in whose history more is told about a row."""
    what = row.what if row is not None else None
    if not isinstance(what, Repair | DataFinding | Dispute | Thread) or what.subject.person is None:
        return None
    region, record, field = _about(what)
    return InHistory(Ref(region, "person", what.subject.person), record or what.subject.person, field)


def _about(what: Repair | DataFinding | Dispute | Thread) -> tuple[str, UUID | None, str]:
    if isinstance(what, Repair):
        return what.withheld.region, what.withheld.id, what.withheld.field
    if isinstance(what, Dispute):
        return what.conflict.region, what.conflict.id, what.conflict.field
    return what.region, (what.id if isinstance(what, DataFinding) else what.record), what.field
