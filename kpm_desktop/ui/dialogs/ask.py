"""Tanyakan: a question about a row, one of its fields, or the household, for whoever wrote it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.commands.questions.comment_on import LONGEST, comment_on
from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.components.field_row import FieldRow
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.fields.choice_field import ChoiceField
from kpm_desktop.ui.fields.long_text import LongText
from kpm_desktop.ui.frame.changes_hub import DELIVERY
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault, Progress
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.words.carrier_words import next_carrier


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that can be asked about, in words; without a field it is the whole record."""

    words: str
    about: Ref
    field: str | None = None


def _ask(context: Context, topic: Topic, text: str, progress: Progress) -> UUID:
    about, today = topic.about, context.tools.today()
    return comment_on(
        context.session.store, about.kind, about.id, text, field=topic.field, region=about.region, today=today
    )


class AskDialog(Dialog):
    """The first of the topics is chosen. `told` gives a sentence once the question is saved."""

    told = Signal(str)

    def __init__(self, context: Context, title: str, subtitle: str, topics: Sequence[Topic], parent: QWidget) -> None:
        super().__init__(context.look, icon="message-square", width=600, parent=parent)
        self._context, self._topics = context, list(topics)
        self.set_title(title, subtitle)
        self.banner = Banner(self.look)
        self.above.addWidget(self.banner)
        choices = [(str(at), topic.words) for at, topic in enumerate(topics)]
        self.topic = ChoiceField(self.look, choices, required=True)
        self.body.addWidget(FieldRow(self.look, self.tr("About"), self.topic))
        self.text = LongText(self.look, LONGEST)
        self.text.edited.connect(self._on_typed)
        self.text.finished.connect(self._on_ask)
        hint = self.tr("For example: heavier than last month by 2 kg, please weigh again.")
        self.body.addWidget(FieldRow(self.look, self.tr("Question"), self.text, hint=hint))
        self._carrier = next_carrier(is_cadre=context.session.is_cadre)
        self.note.setText(self.tr("It is saved here and travels with {carrier}.").format(carrier=self._carrier))
        self.add_close(self.tr("Cancel"))
        self.ask_button = self.add_button(self.tr("Ask"), kind="primary", icon="send", key="Ctrl+Enter")
        self.ask_button.setDefault(False)
        self.ask_button.setEnabled(False)
        self.ask_button.clicked.connect(self._on_ask)
        self.text.setFocus()

    def _on_typed(self) -> None:
        self.ask_button.setEnabled(bool(self.text.value()))

    def _on_ask(self) -> None:
        if not self.text.value():
            return
        self.ask_button.setEnabled(False)
        topic = self._topics[int(self.topic.value() or 0)]
        self._context.tools.jobs.run(
            partial(_ask, self._context, topic, self.text.value()),
            self._on_asked,
            refused=self._on_refused,
            failed=self._on_failed,
        )

    def _on_asked(self, question: UUID) -> None:
        self._context.hub.announce(["comment", DELIVERY])
        text = self.tr("The question is saved; it travels with {carrier}.")
        self.told.emit(text.format(carrier=self._carrier))
        self.accept()

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self.banner.tell(self._context.tools.refusal(reasons))
        self._on_typed()
        self.fit()

    def _on_failed(self, fault: Fault) -> None:
        self.banner.tell(self._context.tools.fault(fault), "risk")
        self.fit()
