"""Who receives: the invitation that makes a supervisor known, and the eight words that are still to be compared."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpm_desktop.commands.supervision.delivery_overview import Supervisor
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.chip import Chip
from kpm_desktop.ui.components.eight_words import CompareWords
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.entry.invitation_part import InvitationPart
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.look.theme import Text


class SupervisorCard(Card):
    """`confirmed` and `refused` give the `Supervisor` whose words were compared."""

    confirmed = Signal(object)
    refused = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.look, QCoreApplication.translate("Sending", "Who receives"), parent=parent)
        self._look = context.look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._open: Supervisor | None = None
        self.chip = Chip(self._look, self.tr("Not compared yet"), "warn")
        self.heading_row.addWidget(self.chip)
        self.body.setSpacing(self._look.px(8))
        self.known = label(self._look, "", Text.CAPTION, "text2", wrap=True)
        self.compare = CompareWords(self._look, may_wait=False)
        self.compare.same.connect(self._on_same)
        self.compare.differ.connect(self._on_differ)
        self.part = InvitationPart(context.tools)
        self.part.show_session(context.session)
        for widget in (self.known, self.compare, self.part):
            self.body.addWidget(widget)

    def show_supervisors(self, supervisors: tuple[Supervisor, ...]) -> None:
        """Shows who receives, and the words of the first who is still to be compared with."""
        self._open = next((each for each in supervisors if not each.is_confirmed), None)
        self.chip.setVisible(self._open is not None)
        self.compare.setVisible(self._open is not None)
        if self._open is not None:
            self.compare.show_words("", self._open.words)
        self.part.setVisible(self._open is None)
        self.known.setText(self._known_words(supervisors))

    def _known_words(self, supervisors: tuple[Supervisor, ...]) -> str:
        if not supervisors:
            return self.tr(
                "Nobody receives yet. The supervisor's invitation makes her known; until then all is kept here."
            )
        if self._open is not None:
            text = self.tr(
                "Compare these eight words with {name} by telephone: all of them must be the same. "
                "Records may be sent before this is done."
            )
            return text.format(name=self._open.name)
        text = self.tr("{names} receives the records of this laptop. The eight words were compared.")
        return text.format(names=", ".join(each.name for each in supervisors))

    def _on_same(self) -> None:
        self.confirmed.emit(self._open)

    def _on_differ(self) -> None:
        self.refused.emit(self._open)
