"""Isian berbeda: what people wrote without knowing of each other, side by side; one of them is chosen, or none yet."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QWidget

from kpm_desktop.commands.records.save_records import Doubted
from kpm_desktop.commands.review.choose_value import choose_value
from kpm_desktop.commands.review.conflict_view import ConflictView, Offer, conflict_view
from kpm_desktop.commands.review.resolve_conflict import resolve_conflict
from kpm_desktop.db.journal.conflicts import Conflict
from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.choice_card import ChoiceCard
from kpm_desktop.ui.components.labels import icon_label, label, line
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.dialogs.other_value import OtherValue
from kpm_desktop.ui.format.measure_words import against, is_measure
from kpm_desktop.ui.format.moment_words import with_zone
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.role_words import role_word
from kpm_desktop.ui.words.subject_words import subject_words
from kpm_desktop.ui.words.value_words import value_words

CARD_WIDTH = 370


def _look_up(context: Context, conflict: Conflict, progress: Progress) -> ConflictView:
    return conflict_view(context.session.store, conflict)


def _choose(context: Context, conflict: Conflict, change: str, progress: Progress) -> object:
    shown = [choice.change for choice in conflict.choices]
    where = conflict.id, conflict.field
    return resolve_conflict(context.session.store, *where, change, region=conflict.region, shown=shown)


def _enter(context: Context, conflict: Conflict, value: int, sure: bool, progress: Progress) -> object:
    """The value, or why somebody should look at it again first."""
    try:
        choose_value(context.session.store, conflict, value, today=context.tools.today(), sure=sure)
    except Doubted as doubts:
        return doubts
    return value


class ConflictDialog(Dialog):
    """Begins without a choice. `resolved` gives a sentence once one was made; the kind is announced by then."""

    resolved = Signal(str)

    def __init__(self, context: Context, conflict: Conflict, parent: QWidget) -> None:
        width = 48 + CARD_WIDTH * max(len(conflict.choices), 2)
        super().__init__(
            context.look, icon="git-pull-request-arrow", tone="risk", width=min(width, 1200), parent=parent
        )
        self._context, self._conflict = context, conflict
        self._field = context.tools.words.field(conflict.kind, conflict.field)
        self._changes: list[str] = []
        self._is_sure = False
        self.set_title(self._title_words(), " ")
        self._lay_out()
        context.tools.jobs.run(
            partial(_look_up, context, conflict), self._on_view, refused=self._on_refused, failed=self._on_failed
        )

    def _lay_out(self) -> None:
        self.banner = Banner(self.look)
        self.above.addWidget(self.banner)
        text = self.tr("Entries made without knowing of each other. Ask if in doubt, then choose the right one.")
        self.body.addWidget(label(self.look, text, wrap=True))
        if self._conflict.waiting:
            waits = self.tr("An entry they rest on has not come yet and may settle it: wait for it, or choose now.")
            self.body.addWidget(label(self.look, waits, wrap=True))
        self._earlier = label(self.look, "", Text.BODY, wrap=True)
        self._earlier_note = self._note(self._earlier)
        self.body.addWidget(self._earlier_note)
        self._cards = QHBoxLayout()
        self._cards.setSpacing(self.look.px(16))
        self.body.addLayout(self._cards, 1)
        self.other = OtherValue(self._context, self._conflict)
        self.other.edited.connect(self._on_other)
        self.group = QButtonGroup(self)
        self.group.buttonClicked.connect(self._on_choice)
        self.note.setText(self.tr("What is not chosen stays in the history. The choice travels to all laptops."))
        self.add_close(self.tr("Later"))
        self.choose_button = self.add_button(self.tr("Choose an entry"), kind="primary", icon="check", key="Enter")
        self.choose_button.setEnabled(False)
        self.choose_button.clicked.connect(self._on_choose)

    def _title_words(self) -> str:
        count = len(self._conflict.choices)
        text = self.tr("Two entries differ: {field}") if count == 2 else self.tr("{count} entries differ: {field}")
        return text.format(count=count, field=self._field)

    def _note(self, words: QWidget) -> QFrame:
        note = QFrame()
        note.setProperty("role", "note")
        row = QHBoxLayout(note)
        row.setContentsMargins(self.look.px(16), self.look.px(8), self.look.px(16), self.look.px(8))
        row.setSpacing(self.look.px(8))
        row.addWidget(icon_label(self.look, "history", "text2", 18))
        row.addWidget(words, 1)
        note.hide()
        return note

    def _on_view(self, view: ConflictView) -> None:
        tools = self._context.tools
        self.set_title(self._title_words(), subject_words(view.subject, self._conflict.kind, tools))
        if view.earlier:
            told = " · ".join(
                f"{tools.calendar.short_month(month)} {self._value(value)}" for month, value in view.earlier
            )
            self._earlier.setText(self.tr("Months before: {values}").format(values=told))
            self._earlier_note.show()
        for number, offer in enumerate(view.offers, start=1):
            card = self._card(number, offer, view)
            self.group.addButton(card, number)
            self._cards.addWidget(card, 1)
            card.show()
            self._changes.append(offer.change)
        self._add_other()
        self.fit()
        self.group.button(1).setFocus()

    def _add_other(self) -> None:
        if not self.other.is_number:
            self.other.deleteLater()
            return
        number = len(self._changes) + 1
        self.other.set_key(str(number))
        self.group.addButton(self.other.card, number)
        self.body.addWidget(self.other)
        self.other.show()

    def _card(self, number: int, offer: Offer, view: ConflictView) -> ChoiceCard:
        card = ChoiceCard(self.look, self.tr("Entry {number}").format(number=number), str(number))
        value = self._value(offer.value)
        kind = Text.NUMBER if len(value) <= 16 else Text.SECTION
        card.body.addWidget(label(self.look, value, kind, wrap=True))
        meaning, tone = self._meaning(offer.value, view)
        row = QHBoxLayout()
        row.setSpacing(self.look.px(6))
        if meaning:
            icon = "check" if tone == "ok" else "triangle-alert"
            row.addWidget(icon_label(self.look, icon, tone, 18))
            row.addWidget(label(self.look, meaning, Text.CAPTION_STRONG, tone, wrap=True), 1)
        card.body.addLayout(row)
        card.body.addWidget(line())
        card.body.addLayout(self._author(offer))
        card.body.addStretch(1)
        card.setAccessibleName(f"{card.text()}: {value}, {offer.user}. {meaning}")
        return card

    def _author(self, offer: Offer) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, self.look.px(72))
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(self.look.px(4))
        laptop = offer.laptop if offer.laptop != offer.user else offer.device[:8]
        facts = (
            (self.tr("Entered by"), offer.user),
            (self.tr("As"), role_word(offer.role)),
            (self.tr("Laptop"), self.tr("this laptop") if offer.own else laptop),
            (self.tr("Time"), with_zone(offer.at, self._context.tools.calendar)),
        )
        for row, (name, value) in enumerate((name, value) for name, value in facts if value):
            grid.addWidget(label(self.look, name, Text.CAPTION, "text2"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(self.look, value, Text.BODY_MEDIUM, wrap=True), row, 1)
        return grid

    def _meaning(self, value: Any, view: ConflictView) -> tuple[str, str]:
        conflict, tools = self._conflict, self._context.tools
        if not view.earlier or not isinstance(value, int) or not is_measure(conflict.kind, conflict.field):
            return "", ""
        month, before = view.earlier[-1]
        return against(
            conflict.kind, conflict.field, value, before, tools.calendar.month(month).split()[0], tools.comma
        )

    def _value(self, value: Any) -> str:
        if value is None:
            return self.tr("empty")
        return value_words(self._context.tools, self._conflict.kind, self._conflict.field, value)

    def _on_choice(self, card: QAbstractButton) -> None:
        number = self.group.id(card)
        if number > len(self._changes):
            self.choose_button.setText(self.tr("Enter another number"))
            self.choose_button.setEnabled(self.other.value() is not None)
            self.other.take_focus()
        else:
            self.choose_button.setText(self.tr("Choose entry {number}").format(number=number))
            self.choose_button.setEnabled(True)

    def _on_other(self) -> None:
        """Typing is choosing; another number is doubted anew."""
        self._is_sure = False
        self.other.card.setChecked(True)
        self.choose_button.setText(self.tr("Enter another number"))
        self.choose_button.setEnabled(self.other.value() is not None)

    def _on_choose(self) -> None:
        number = self.group.checkedId()
        if number < 1:
            return
        self.choose_button.setEnabled(False)
        if number > len(self._changes):
            work: Callable[[Progress], object] = partial(
                _enter, self._context, self._conflict, self.other.value() or 0, self._is_sure
            )
        else:
            work = partial(_choose, self._context, self._conflict, self._changes[number - 1])
        self._context.tools.jobs.run(work, self._on_chosen, refused=self._on_refused, failed=self._on_failed)

    def _on_chosen(self, value: Any) -> None:
        if isinstance(value, Doubted):
            self._is_sure = True
            ask = self.tr("Press once more if it is right.")
            self.banner.tell(f"{self._context.tools.refusal(value.reasons)} {ask}")
            self.choose_button.setEnabled(True)
            self.fit()
            return
        self._context.hub.announce([self._conflict.kind])
        text = self.tr("{field}: {value} is the entry that counts now, here and soon on all laptops.")
        self.resolved.emit(text.format(field=self._field, value=self._value(value)))
        self.accept()

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self.banner.tell(self._context.tools.refusal(reasons))
        self.fit()

    def _on_failed(self, fault: Fault) -> None:
        self.banner.tell(self._context.tools.fault(fault), "risk")
